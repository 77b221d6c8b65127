import type { At } from '../unreadable.ts'
import type { Address, Modules } from './address.ts'
import type { Mapping } from './mapping.ts'
import type { Source } from './providers.ts'

/** An expression of the code, as far as plans give it: what it is, or what it refers to. */
export type Expression = { readonly constant?: unknown; readonly references?: readonly string[] }

/** References of the attributes of a block of code: of the attribute itself, or of what is in it. */
export type References = readonly string[] | { readonly [name: string]: References } | readonly References[]

/** A resource as the code has it: one for all of its instances. */
export type Block = {
  readonly providerKey: string | undefined
  /** Of the attributes that are read, as JSON of `References`; not there where nothing refers to anything. */
  readonly references: string | undefined
  /** The first names of all that it sets, between commas. */
  readonly sets: string
  /** Its argument `region`, where it has one. */
  readonly region: Expression | undefined
  /** What it is repeated for. */
  readonly forEach: Expression | undefined
}

/** A call of a module: what it hands over, and what it is repeated for. */
export type Call = { inputs: ReadonlyMap<string, Expression>; forEach: Expression | undefined }

/** A module as the code has it. */
export type Module = {
  readonly blocks: Map<string, Block>
  readonly calls: Map<string, Call>
  readonly outputs: Map<string, Expression>
  readonly variables: Map<string, { readonly default?: unknown; readonly sensitive: boolean }>
}

/** A provider as it is configured: in which module, and in which region. */
type Configured = { readonly module: string; readonly region: Expression | undefined }

/** A resource that will be there. */
export type Kept = {
  readonly address: string
  readonly type: string
  readonly place: Address
  /** Its provider, if that is known. */
  readonly source: Source | undefined
  readonly at: At
  readonly mapping: Mapping | undefined
  /** JSON of `Marked`. As a text it takes a fraction of the memory. */
  readonly attributes: string
  /** Whether a change says so, and not the planned values alone. */
  readonly changed: boolean
}

/** What is kept of a plan while it is read. */
export type Collected = {
  formatVersion: string | undefined
  tool: string | undefined
  errored: boolean
  complete: boolean
  deferred: number
  readonly variables: Map<string, unknown>
  readonly providers: Map<string, Configured>
  /** By their path without keys; the root is the empty text. */
  readonly modules: Map<string, Module>
  readonly resources: Map<string, Kept>
  readonly destroyed: Set<string>
  readonly read: Set<string>
  /** Texts that come again and again, each once. */
  readonly texts: Map<string, string>
  /** Modules around resources, by the beginning of their address. */
  readonly around: Map<string, Modules>
}
