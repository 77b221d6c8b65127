/** A stretch of a file. Lines and columns are 1-based; the end is exclusive. Files are relative, with forward slashes. */
export type Location = {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** What stands somewhere. Where is looked up when it is asked for, as that takes reading the document once more. */
export type Placed = { readonly at: Location }

/** The bytes of one input, as they were read. `path` is what reports show: relative, with forward slashes. */
export type SourceFile = {
  readonly path: string
  readonly bytes: Uint8Array
  /** The line of the file in which they begin, where they are a part of it; otherwise 1. */
  readonly line?: number
}

/** Where a key stands in a document: property names and list positions from the root. */
export type Pointer = readonly (string | number)[]

/**
 * One parsed document of a file, with the place of every value in it.
 *
 * `at` answers for a pointer that does not exist with the nearest parent that does: an absent key points at its parent.
 */
export type Document<T = unknown> = {
  readonly file: string
  /** Position in a file of several documents, from 0. */
  readonly index: number
  /** Where it is known without reading the document. */
  readonly id?: string
  /**
   * Where it is known without reading the document: no review of anything in it is due before this day. That is the
   * earliest `reviewBy`, or a year after the earliest `checkedOn`, as for what states no day of its own.
   */
  readonly reviewedUntil?: string | undefined
  readonly value: T
  readonly at: (pointer: Pointer, part?: 'key' | 'value') => Location
}

/** The id that a document states, which need not be read for it where it is known. */
export const idIn = (document: Document<{ readonly id: string }>): string => document.id ?? document.value.id
