import { readSync } from 'node:fs'
import { crc32 } from 'node:zlib'

/** Entries that are read and verified together. A checksum tells damage, which does not aim at anything. */
export type Block = readonly [offset: number, length: number, checksum: number]

/** Blocks of an open file that another thread may verify as well, in memory that both share. */
export type Verifying = {
  readonly file: number
  /** Three numbers for each block. */
  readonly blocks: Float64Array
  /** One for each block: who came to it first, and what it found. */
  readonly states: Uint8Array
}

const [untouched, asked, sound] = [0, 1, 2]

/** Reads blocks into memory that is used again. Entries are asked for in the order of their blocks, but for changes. */
export function blockReader(file: number, blocks: readonly Block[]) {
  let memory = Buffer.alloc(0)
  let read: number | undefined
  let found: Buffer | undefined
  let states: Uint8Array | undefined
  return {
    /** `undefined` where it is damaged. */
    block: (number: number): Buffer | undefined => {
      if (number === read) return found
      const [offset = 0, length = 0, checksum] = blocks[number] ?? []
      if (memory.length < length) memory = Buffer.allocUnsafeSlow(length)
      const bytes = part(file, offset, memory.subarray(0, length))
      const before = states === undefined ? asked : Atomics.compareExchange(states, number, untouched, asked)
      read = number
      found = bytes.length === length && (before === sound || crc32(bytes) === checksum) ? bytes : undefined
      return found
    },
    /** From now on, blocks that another thread found to be sound are not verified again. */
    verifying: (): Verifying => {
      states = new Uint8Array(new SharedArrayBuffer(blocks.length))
      const shared = new Float64Array(new SharedArrayBuffer(blocks.length * 24))
      shared.set(blocks.flat())
      return { file, blocks: shared, states }
    },
  }
}

/** Verifies what was not asked for yet, from the last block on: who asks for them begins with the first. */
export function verify({ file, blocks, states }: Verifying): void {
  let memory = Buffer.alloc(0)
  for (let number = states.length - 1; number >= 0; number -= 1) {
    if (Atomics.load(states, number) !== untouched) continue
    const [offset = 0, length = 0, checksum] = blocks.subarray(number * 3, number * 3 + 3)
    if (memory.length < length) memory = Buffer.allocUnsafeSlow(length)
    const bytes = part(file, offset, memory.subarray(0, length))
    if (bytes.length === length && crc32(bytes) === checksum) Atomics.compareExchange(states, number, untouched, sound)
  }
}

/** Reads as much as there is room for; less where the file ends, which a checksum shows. */
export function part(file: number, offset: number, bytes: Buffer): Buffer {
  let read = 0
  while (read < bytes.length) {
    const more = readSync(file, bytes, read, bytes.length - read, offset + read)
    if (more === 0) break
    read += more
  }
  return bytes.subarray(0, read)
}
