import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { harmless, seen, shortened } from '../../src/text/harmless.ts'

const acting = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u

describe('harmless', () => {
  it.each([
    ['a colour', '\u001b[31mred', '\\u001b[31mred'],
    ['an 8-bit escape', '\u009b31m', '\\u009b31m'],
    ['a title change with a bell', '\u001b]0;x\u0007', '\\u001b]0;x\\u0007'],
    ['line breaks and tabs', 'a\r\n\tb', 'a\\r\\n\\tb'],
    ['a right-to-left override', 'user\u202etxt.exe', 'user\\u202etxt.exe'],
    ['isolates', '\u2066x\u2069', '\\u2066x\\u2069'],
    ['a zero-width space', 'cl\u200bient', 'cl\\u200bient'],
    ['a byte order mark', '\ufeffa', '\\ufeffa'],
    ['a tag character', 'a\u{e0041}', 'a\\u{e0041}'],
    ['a lone surrogate', 'a\ud83d', 'a\\ud83d'],
    ['letters, accents and emoji', 'Zoë 東京 😀', 'Zoë 東京 😀'],
  ])('%s', (_, text, shown) => {
    expect(harmless(text)).toBe(shown)
  })

  it('leaves nothing that acts or hides', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !acting.test(harmless(text))))
  })
})

describe('shortened', () => {
  it.each([
    ['short', 10, 'short'],
    ['exactly-10', 10, 'exactly-10'],
    ['eleven-char', 10, 'eleven-ch…'],
    ['😀'.repeat(5), 5, '😀'.repeat(5)],
    ['😀'.repeat(6), 5, '😀😀😀😀…'],
  ])('%s to %i', (text, max, shown) => {
    expect(shortened(text, max)).toBe(shown)
  })

  it('does little work on a long text', () => {
    expect(shortened('x'.repeat(8_000_000))).toHaveLength(60)
  })
})

describe('seen', () => {
  it.each([
    [undefined, 'nothing'],
    [null, 'nothing'],
    ['', 'an empty text'],
    ['Frank\nfurt', '"Frank\\nfurt"'],
    [42, '42'],
    [true, 'true'],
    [[], 'an empty list'],
    [[1, 2], 'a list of 2'],
    [{}, 'an empty mapping'],
    [{ a: 1 }, 'a mapping of 1 key'],
    [{ a: 1, b: 2 }, 'a mapping of 2 keys'],
  ])('%j', (value, text) => {
    expect(seen(value)).toBe(text)
  })
})
