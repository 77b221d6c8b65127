import type { Diagnostic } from '../model/diagnostic.ts'
import type { AccessEvidence } from '../model/generated/access-evidence.ts'
import type { Infrastructure } from '../model/generated/infrastructure.ts'
import type { Result } from '../model/result.ts'

/** A file of another tool. It is read in parts, since it may be larger than a string can be. */
export type ForeignFile = {
  /** What reports show: relative, with forward slashes. */
  readonly path: string
  /** Its first 64 kB, or all of it. */
  readonly head: Uint8Array
  /** All of its bytes, those of the head included; they can be read once, since a pipe can. */
  readonly chunks: () => AsyncIterable<Uint8Array>
}

/** The beginning of a file: enough to tell what it is. */
export type Head = {
  readonly path: string
  /** The head of the file as UTF-8; a character that its end cuts in two is left out. */
  readonly text: string
}

/** What an importer makes of a file. `apiVersion`, `kind` and `digest` are added to it. */
export type Read<T> = Omit<T, 'apiVersion' | 'kind' | 'digest'>

export type ImportedKinds = {
  readonly Infrastructure: Infrastructure
  readonly AccessEvidence: AccessEvidence
}

/**
 * Reads one format. What the format cannot say is left out of what is read, never guessed; no value of the file ends up
 * in a problem or anywhere else unless its key is known to hold no secret.
 */
type Importer<K extends keyof ImportedKinds> = {
  /** What the format is called. */
  readonly title: string
  /** Whether a file is of this format, by its beginning. */
  readonly accepts: (head: Head) => boolean
  /** Errors, all at once: those of `problems.ts`, each with its place in the file. */
  readonly read: (file: ForeignFile) => Promise<Result<Read<ImportedKinds[K]>, Diagnostic>>
}

/** What the list of importers says of one before it is loaded. */
export type ImporterEntry<K extends keyof ImportedKinds> = Pick<Importer<K>, 'title' | 'accepts'> & {
  /** What `douane import` calls it, where a draft can be made of it. */
  readonly name?: string
  readonly load: () => Promise<Pick<Importer<K>, 'read'>>
}
