import type { Condition } from '../../src/model/condition.ts'
import type { Instant } from '../../src/model/instant.ts'
import type { Rule } from '../../src/model/rule.ts'
import type { KindSample } from './subjects.ts'

/** Codes of outcomes, as the plan writes them; `lost` is an error. */
export const code = { pass: 0, fail: 1, unknown: 2, 'not-applicable': 3, lost: 4 } as const

/** Decides all pairs of one kind, subject after subject, into `codes`. */
export type Decide = (codes: Uint8Array) => void | Promise<void>

/** An engine, in its best use, on the rules of one kind. Everything that can be prepared is, before the clock starts. */
export type Contender = {
  readonly name: string
  /** One subject of so many is decided, so that a round takes no longer than a second or two. */
  readonly oneOf: number
  /** Which rules it can express. */
  readonly expresses: (rule: Rule) => boolean
  readonly prepare: (sample: KindSample, asOf: Instant) => Promise<Decide> | Decide
}

const plain = new Set([
  'equal',
  'notEqual',
  'in',
  'notIn',
  'contains',
  'doesNotContain',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
])

/** Rules that compare facts with literals, and neither dates nor lengths of time. */
export const withoutDates = ({ when, require }: Rule): boolean =>
  (when === undefined || isPlain(when)) && isPlain(require)

function isPlain(condition: Condition): boolean {
  if (condition.kind === 'leaf') return plain.has(condition.operator) && condition.value.kind === 'literal'
  return (condition.kind === 'all' || condition.kind === 'any' ? condition.of : [condition.of]).every(isPlain)
}

export const everything = (): boolean => true

/** The code of a rule that is decided in two truths. */
export const verdict = (when: boolean, require: boolean): number => (!when ? 3 : require ? 0 : 1)
