import type { Condition, Leaf } from './condition.ts'
import type { SourceFile } from './location.ts'
import type { Rule, RulePack } from './rule.ts'

/** The rules and the registry that the product ships with. */
export type Shipped = {
  readonly files: readonly ShippedFile[]
  /** The rules among the files, if they were checked when the product was built. */
  readonly packs?: CompiledPacks | undefined
  /** Of all of it, worked out when it is asked for; where it is there, none of the files is as it was written. */
  readonly digest?: string
}

/** One file of it: as it was written, or parsed and checked when the product was built. */
export type ShippedFile = SourceFile | ParsedFile

export type ParsedFile = {
  readonly path: string
  /** Of the bytes that were written. */
  readonly sha256: string
  readonly documents: readonly unknown[]
  /** What each document is, where the documents themselves are read when they are asked for. */
  readonly heads?: readonly DocumentHead[]
  /** As of each of its documents. */
  readonly reviewedUntil?: string | undefined
  /** It was recorded, perhaps by another version of the product: its documents are checked like anybody's. */
  readonly recorded?: true
}

export type DocumentHead = { readonly kind: string; readonly id: string }

/** Checked rules without what their documents say. */
export type CompiledPacks = {
  readonly packs: readonly (Omit<RulePack, 'rules'> & { readonly rules: readonly CompiledRule[] })[]
  /** Each that is written otherwise than the others, after its parts. */
  readonly conditions: readonly CompiledCondition[]
}

/** Its conditions are numbers in the list of all. */
export type CompiledRule = Omit<Rule, 'text' | 'at' | 'when' | 'require'> & {
  readonly when?: number | undefined
  readonly require: number
}

export type CompiledCondition =
  | { readonly kind: Exclude<Condition['kind'], 'not' | 'named' | 'leaf'>; readonly of: readonly number[] }
  | { readonly kind: 'not'; readonly of: number }
  | { readonly kind: 'named'; readonly name: string; readonly of: number }
  | Leaf
