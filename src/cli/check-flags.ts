import type { Instant } from '../model/instant.ts'
import type { Level } from '../model/rule.ts'
import type { LibraryFlags } from './inputs.ts'
import type { PublishFlags } from './publish.ts'

export type CheckFlags = LibraryFlags & {
  readonly failLevel: Level
  readonly createBaseline?: string
  readonly asOf?: Instant
  readonly secondOpinion?: boolean
  readonly explain?: 'all'
  readonly stdinFilename: string
  /** Threads of a portfolio. */
  readonly workers?: number
  /** The folder of the cache; true for the usual one. */
  readonly cache?: string | true
} & PublishFlags
