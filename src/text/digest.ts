import { hash } from 'node:crypto'
import { canonicalJson } from '../model/canonical.ts'

/** SHA-256 of a value's canonical JSON, in hexadecimal. */
export function digestOf(value: unknown): string {
  return digestOfBytes(canonicalJson(value))
}

/** SHA-256 of bytes, or of a text in UTF-8, in hexadecimal. */
export function digestOfBytes(bytes: Uint8Array | string): string {
  return hash('sha256', bytes, 'hex')
}

/** One digest for many, whatever their order: moving a file, or reading it earlier, changes nothing. */
export function digestOfAll(digests: readonly string[]): string {
  return digestOf([...digests].sort())
}
