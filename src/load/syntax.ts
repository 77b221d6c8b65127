import type { DiagnosticCode } from '../model/diagnostic.ts'

/** A stretch of the text by offsets; the end is exclusive. */
export type Span = { readonly start: number; readonly end: number }

/** What was written, with its places: the same for YAML and JSON. */
export type SyntaxNode = ScalarNode | ListNode | MapNode | AliasNode

/** `start` and `end` are equal where nothing was written, as after a key without a value. */
export type ScalarNode = Span & { readonly kind: 'scalar'; readonly value: string | number | boolean | null }
export type ListNode = Span & { readonly kind: 'list'; readonly items: readonly SyntaxNode[] }
export type MapNode = Span & { readonly kind: 'map'; readonly entries: readonly Entry[] }
/** YAML only. The target stands before the alias, so that following aliases always ends. */
type AliasNode = Span & { readonly kind: 'alias'; readonly target: SyntaxNode }

/** Keys may be there twice; the check of the tree reports it. */
export type Entry = { readonly key: string; readonly keySpan: Span; readonly value: SyntaxNode }

/** A problem before its file and line are known. */
export type Problem = Span & { readonly code: DiagnosticCode; readonly message: string; readonly hint: string }

/** What a reader makes of a text: one root for each document, or nothing for an empty one. */
export type Reading = { readonly documents: readonly ReadDocument[]; readonly problems: readonly Problem[] }

export type ReadDocument = {
  /** Nothing where nothing was written, or where the text was broken. */
  readonly root: SyntaxNode | undefined
  readonly start: number
  /** False where the text was broken: what else seems wrong with the tree may only follow from that. */
  readonly sound: boolean
}
