import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { blockReader, checksumOf } from '../../src/io/cache-blocks.ts'

const texts = ['first', 'second', 'third', 'fourth']
let folder = ''
let file = 0
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'douane-blocks-'))
  writeFileSync(join(folder, 'blocks'), texts.join(''))
  file = openSync(join(folder, 'blocks'), 'r+')
})
afterEach(() => {
  closeSync(file)
  rmSync(folder, { recursive: true })
})

function reader() {
  let offset = 0
  return blockReader(
    file,
    texts.map((text) => {
      offset += text.length
      return [offset - text.length, text.length, checksumOf(Buffer.from(text))] as const
    }),
  )
}

describe('blocks', () => {
  it('are there in whatever order they are asked for', () => {
    const block = reader()
    const order = [0, 1, 3, 2, 2, 0]
    expect(order.map((number) => block(number)?.toString())).toEqual(order.map((number) => texts[number]))
    expect(block(4)).toBeUndefined()
  })

  it('that are damaged are not there, each by itself', () => {
    writeSync(file, '?', 'firstsec'.length)
    const block = reader()
    expect([0, 1, 1, 2].map((number) => block(number)?.toString())).toEqual(['first', undefined, undefined, 'third'])
  })

  it('that are cut off between two questions are not there', () => {
    const block = reader()
    expect(block(3)?.toString()).toBe('fourth')
    writeFileSync(join(folder, 'blocks'), 'firstsec')
    expect([block(0)?.toString(), block(1), block(3)]).toEqual(['first', undefined, undefined])
  })
})

it('tells every change of one bit by the checksum, wherever it is', () => {
  const bytes = Buffer.from('What a check says of an engagement.\n'.repeat(20))
  const whole = checksumOf(bytes)
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    expect(checksumOf(bytes)).not.toBe(whole)
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  }
  expect(checksumOf(bytes)).toBe(whole)
  expect(checksumOf(bytes.subarray(1))).not.toBe(whole)
})
