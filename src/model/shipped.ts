import type { SourceFile } from './location.ts'

/**
 * One file of the rules and the registry that the product ships with: as it was written, or parsed and checked when the
 * product was built.
 */
export type ShippedFile = SourceFile | ParsedFile

export type ParsedFile = {
  readonly path: string
  /** Of the bytes that were written. */
  readonly sha256: string
  readonly documents: readonly unknown[]
}
