import { createCipheriv } from 'node:crypto'
import { readSync } from 'node:fs'

/** Entries that are read and verified together. A checksum tells damage, which does not aim at anything. */
export type Block = readonly [offset: number, length: number, checksum: number]

const key = Buffer.alloc(16)
const nonce = Buffer.alloc(12)

/**
 * As much of the tag of AES-GCM as a number holds: processors work it out more than twice as fast as CRC-32. Nothing is kept
 * secret by it, so its key is known.
 */
export function checksumOf(bytes: Uint8Array): number {
  const cipher = createCipheriv('aes-128-gcm', key, nonce).setAAD(bytes)
  cipher.final()
  return cipher.getAuthTag().readUIntBE(0, 6)
}

/**
 * Reads blocks of an open file by their number into memory that is used again; `undefined` where one is damaged. Entries
 * are asked for in the order of their blocks, but for changes.
 */
export function blockReader(file: number, blocks: readonly Block[]): (number: number) => Buffer | undefined {
  let memory = Buffer.alloc(0)
  let read: number | undefined
  let found: Buffer | undefined
  return (number) => {
    if (number === read) return found
    const [offset = 0, length = 0, checksum] = blocks[number] ?? []
    if (memory.length < length) memory = Buffer.allocUnsafeSlow(length)
    const bytes = part(file, offset, memory.subarray(0, length))
    read = number
    found = bytes.length === length && checksumOf(bytes) === checksum ? bytes : undefined
    return found
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
