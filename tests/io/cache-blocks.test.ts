import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { blockReader, verify } from '../../src/io/cache-blocks.ts'

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
      return [offset - text.length, text.length, crc32(text)] as const
    }),
  )
}
const damage = (text: string): void => void writeSync(file, text, 'firstsec'.length)

describe('blocks that another thread verifies', () => {
  it('are what they are without it, whoever comes to them first', () => {
    const { block, verifying } = reader()
    const first = block(0)?.toString()
    const shared = verifying()
    const second = block(1)?.toString()
    verify(shared)
    expect([first, second, ...[2, 3, 0, 1].map((number) => block(number)?.toString())]).toEqual([
      'first',
      'second',
      'third',
      'fourth',
      'first',
      'second',
    ])
    // One that was asked for is left to who asked.
    expect([...shared.states].map((state) => state === shared.states[3])).toEqual([true, false, true, true])
  })

  it('are damaged where it found them so, and where it did not come to them', () => {
    damage('?')
    const { block, verifying } = reader()
    verify(verifying())
    expect([0, 1, 2].map((number) => block(number)?.toString())).toEqual(['first', undefined, 'third'])
    expect(reader().block(1)).toBeUndefined()
  })

  it('that were cut off since they were verified are damaged', () => {
    const { block, verifying } = reader()
    verify(verifying())
    writeFileSync(join(folder, 'blocks'), 'firstsec')
    expect([block(0)?.toString(), block(1), block(3)]).toEqual(['first', undefined, undefined])
  })
})
