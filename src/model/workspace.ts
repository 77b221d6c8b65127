import type { GivenWaiver } from './exceptions.ts'
import type { AccessEvidence } from './generated/access-evidence.ts'
import type { Engagement } from './generated/engagement.ts'
import type { Firm } from './generated/firm.ts'
import type { Infrastructure } from './generated/infrastructure.ts'
import type { Jurisdictions } from './generated/jurisdictions.ts'
import type { Provider } from './generated/provider.ts'
import type { Regions } from './generated/regions.ts'
import type { Report } from './generated/report.ts'
import type { Sources } from './generated/sources.ts'
import type { Vocabulary } from './generated/vocabulary.ts'
import type { Document } from './location.ts'
import type { RulePack } from './rule.ts'

/**
 * The registry's documents as they were read, by kind. References between them have been checked: every provider,
 * entity, region table, code and source that one names is there.
 */
export type Registry = {
  readonly providers: readonly Document<Provider>[]
  /** The firm first, then what extends it. */
  readonly firm: readonly Document<Firm>[]
  readonly jurisdictions: readonly Document<Jurisdictions>[]
  readonly regions: readonly Document<Regions>[]
  readonly vocabulary: readonly Document<Vocabulary>[]
  readonly sources: readonly Document<Sources>[]
}

/** SHA-256 of what went in, in hexadecimal. */
type Digests = {
  readonly descriptor: string
  /** Of the bytes of its file; all others are of what documents say. */
  readonly descriptorFile: string
  readonly rules: string
  readonly registry: string
  readonly config: string
  readonly waivers: string
  /** Of the files of plans and of evidence; absent where none was given. */
  readonly infrastructure?: string
  readonly evidence?: string
}

/** What a configuration changed of the rules. */
export type Configuration = Report['configuration']

/** Everything that one check needs, read and checked: nothing in it refers to what is not there. */
export type Workspace = {
  readonly engagement: Document<Engagement>
  /** The text of the descriptor's file, for code frames. */
  readonly text: string
  /** The line of the file in which that text begins, where it is a part of it. */
  readonly line?: number
  readonly registry: Registry
  /** What counts of the packs, with the levels that count. */
  readonly packs: readonly RulePack[]
  readonly configuration: Configuration
  /** The waivers for this engagement, in force or not. */
  readonly waivers: readonly GivenWaiver[]
  /** What is about to be deployed, by file; none where nothing was given. */
  readonly infrastructure: readonly Document<Infrastructure>[]
  /** Who can log in, by file. */
  readonly accessEvidence: readonly Document<AccessEvidence>[]
  /** Made when they are first asked for. */
  readonly digests: () => Digests
}
