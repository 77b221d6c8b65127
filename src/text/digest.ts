import { hash } from 'node:crypto'
import { canonicalJson } from '../model/canonical.ts'

/** SHA-256 of a value's canonical JSON, in hexadecimal. */
export function digestOf(value: unknown): string {
  return digestOfBytes(canonicalJson(value))
}

/** The id of what one rule says of one subject: the same from run to run, whatever else changes. */
export function findingId(rule: string, subject: { readonly kind: string; readonly id: string }): string {
  // Of a list of texts, this is the canonical JSON.
  return digestOfBytes(JSON.stringify([rule, subject.kind, subject.id])).slice(0, 12)
}

/** SHA-256 of bytes, or of a text in UTF-8, in hexadecimal. */
export function digestOfBytes(bytes: Uint8Array | string): string {
  return hash('sha256', bytes, 'hex')
}

/** One digest for many, whatever their order: moving a file, or reading it earlier, changes nothing. */
export function digestOfAll(digests: readonly string[]): string {
  return digestOf([...digests].sort())
}
