import type { Instant, Moment, Span } from './instant.ts'
import type { Location } from './location.ts'

/** What a fact may be. Text is for messages only: no condition may read it. */
export type FactType = 'boolean' | 'enum' | 'set' | 'number' | 'moment' | 'span' | 'text' | 'texts'

export type FactDefinition = {
  readonly type: FactType
  /** For people who read no YAML: completes 'it is known that ...' or names the thing. */
  readonly label: string
  /** For `enum` and `set`: every value there is. */
  readonly values?: readonly string[]
  readonly unit?: string
  /** For `number`: it counts things, and is whole and not negative. Reasoning about rules relies on it. */
  readonly whole?: true
  /** Which part of the product provides it: a key of the descriptor, a join with the registry, a derivation. */
  readonly origin: 'declared' | 'joined' | 'derived'
  /** The label of a yes-or-no fact denied, where that takes more than a 'not' in it. */
  readonly negative?: string
  /** A statement that the fact has a value: 'the infrastructure is controlled by {value}'. */
  readonly says?: string
  /** What values are called, where they are not called by their names. */
  readonly words?: Readonly<Record<string, ValueWords>>
  /**
   * The facts that say which things it counts, or of which one it says yes or no: who accepts it accepts it of those, and
   * not of others.
   */
  readonly about?: readonly string[]
}

/** Words that fit where a value stands; or, where nothing fits there, the whole statement and its contrary. */
type ValueWords = string | { readonly is: string; readonly not: string }

/** A value of a fact; which of these follows from its type in the catalogue. */
export type FactValue = boolean | string | number | readonly string[] | Moment | Span

/**
 * Why a fact has its value, or why it has none.
 *
 * `stated`: a key of a document. `missing`: the key that would have to be stated, placed at its parent.
 * `registry`: a fact of the registry with its date. `path`: the way that data took.
 */
export type Origin =
  | { readonly kind: 'stated'; readonly at: Location; readonly pointer: string }
  | { readonly kind: 'missing'; readonly at: Location; readonly key: string; readonly ask: string }
  | {
      readonly kind: 'registry'
      readonly entry: string
      readonly at: Location
      readonly source: string
      readonly checkedOn: string
      readonly reviewBy: string
      readonly note?: string
    }
  | { readonly kind: 'path'; readonly path: DataPath }

/** The way that data took, shortest first: 'client-crm -> export-job -> slack-bot -> openai'. */
export type DataPath = {
  readonly asset: string
  /** Made when it is asked for: it may be long. */
  readonly steps: readonly PathStep[]
  /** How many steps there are, and the last of them. */
  readonly length: number
  readonly last: PathStep
}

export type PathStep = {
  /** A component, a party or an entity. */
  readonly node: string
  /** The flow that led here; absent on the first step, and where the step is not a flow (hosting, access). */
  readonly flow?: string
  readonly how?: string
  readonly at: Location
}

/** One named, typed value of a subject; `value` is undefined where nothing states it. */
export type Fact<V extends FactValue = FactValue> = {
  readonly value: V | undefined
  readonly from: readonly Origin[]
}

/** While what a fact rests on counts. Outside of it, the fact has no value, and what is missing is a newer observation. */
export type Validity = {
  readonly from: Instant
  /** The first instant that is outside. */
  readonly until: Instant
  /** Why the fact is not known before, and why not after. */
  readonly early: readonly Origin[]
  readonly late: readonly Origin[]
}
