import type { Rule } from './rule.ts'
import type { Subject } from './subject.ts'

/** What one rule says of one subject. */
export type Outcome =
  | { readonly kind: 'pass' }
  | { readonly kind: 'fail' }
  /** `missing`: the absent facts of the unknown leaves whose ancestors are all unknown, sorted. */
  | { readonly kind: 'unknown'; readonly missing: readonly string[] }
  | { readonly kind: 'not-applicable' }

/** `undefined` is unknown: Kleene's third value. */
export type Truth = boolean | undefined

/** A condition with the truth that each part of it had: why an outcome is what it is. */
export type Explanation = {
  readonly kind: 'all' | 'any' | 'not' | 'named' | 'leaf'
  readonly truth: Truth
  readonly name?: string
  readonly fact?: string
  readonly operator?: string
  /** The literal, or the name of the other fact, or 'as-of'. */
  readonly value?: unknown
  readonly of?: readonly Explanation[]
}

export type Evaluated = {
  readonly rule: Rule
  readonly subject: Subject
  readonly outcome: Outcome
}
