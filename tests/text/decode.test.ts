import { isUtf8 } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/text/decode.ts'

const file = (...bytes: number[]) => ({ path: 'a.yaml', bytes: Uint8Array.from(bytes) })

describe('decode', () => {
  it.each([
    ['plain text', [0x61], 'a'],
    ['a byte order mark, which is no text', [0xef, 0xbb, 0xbf, 0x61], 'a'],
    ['all lengths', [...new TextEncoder().encode('aé東😀')], 'aé東😀'],
    ['nothing', [], ''],
  ])('accepts %s', (_, bytes, text) => {
    expect(decode(file(...bytes))).toEqual({ ok: true, value: text })
  })

  it.each([
    ['UTF-16, little-endian', [0xff, 0xfe, 0x61, 0], 1, 1, /UTF-16 \(little-endian\)/],
    ['UTF-16, big-endian', [0xfe, 0xff, 0, 0x61], 1, 1, /UTF-16 \(big-endian\)/],
    ['UTF-32', [0xff, 0xfe, 0, 0], 1, 1, /UTF-32/],
    ['Latin-1', [0x61, 0x0a, 0x62, 0xe9, 0x0a], 2, 2, /Byte 3 .*0xe9/],
    ['an overlong form', [0xc0, 0xaf], 1, 1, /Byte 0/],
    ['half of a surrogate pair', [0x61, 0xed, 0xa0, 0x80], 1, 2, /Byte 1/],
    ['beyond Unicode', [0xf4, 0x90, 0x80, 0x80], 1, 1, /Byte 0/],
    ['a sequence that is cut off', [0x61, 0xe2, 0x82], 1, 2, /Byte 1/],
    ['a broken sequence after a mark', [0xef, 0xbb, 0xbf, 0x61, 0x80], 1, 2, /Byte 4/],
  ])('refuses %s', (_, bytes, line, column, message) => {
    expect(decode(file(...bytes))).toMatchObject({
      ok: false,
      problems: [
        {
          code: 'ENCODING_INVALID',
          message: expect.stringMatching(message),
          hint: expect.stringContaining('UTF-8'),
          at: { line, column },
        },
      ],
    })
  })

  it('finds the first byte that a decoder refuses', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        const result = decode({ path: 'a.yaml', bytes })
        const mark = /byte order mark/
        if (result.ok || mark.test(result.problems[0]?.message ?? '')) return true
        const offset = Number(/Byte (\d+)/.exec(result.problems[0]?.message ?? '')?.[1])
        const accepted = [0, 1, 2, 3, 4].filter((more) => isUtf8(bytes.subarray(0, offset + more)))
        return accepted.join() === '0'
      }),
      { numRuns: 5000 },
    )
  })
})
