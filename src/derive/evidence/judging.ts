import type { Moment } from '../../model/instant.ts'
import { before } from '../../model/moment.ts'
import { unknown, type Value } from '../value.ts'
import { restingOn } from './shown.ts'

/**
 * How two statements about one account go together. What differs is never settled in favour of the laxer: of the values
 * that rules look for, such as no second factor, one is enough.
 */
export type Judging<T> = {
  /** Whether it is a value that rules look for. */
  readonly grave: (value: T) => boolean
  /** False, if further values change one that is grave: lists grow. */
  readonly enough?: false
  /** Two values that are both grave, or both not. */
  readonly together: (one: T, other: T) => T
  readonly same: (one: T, other: T) => boolean
  /** Whether evidence that differs from a claim is at least as grave; by default, whether it is grave or the claim is not. */
  readonly outweighs?: (evidence: T, claim: T) => boolean
}

const scalar = <T>(grave: (value: T) => boolean, together: (one: T, other: T) => T = (one) => one): Judging<T> => ({
  grave,
  together,
  same: (one, other) => one === other,
})

type Mfa = 'none' | 'some' | 'one-time-password' | 'push' | 'hardware-key' | 'passkey' | 'enforced-by-identity-provider'

/** When access was taken away; `none`: it was not. */
export type Revocation = 'none' | Moment

export const judgings = {
  kind: scalar<'interactive' | 'service'>((value) => value === 'interactive'),
  administrative: scalar<boolean>((value) => value),
  mfa: scalar<Mfa>(
    (value) => value === 'none',
    (one, other) => (one === 'some' ? other : one),
  ),
  owner: scalar<string>((value) => value === 'none'),
  holders: {
    enough: false,
    grave: (list) => list.length !== 1,
    together: union,
    // Evidence has names where a descriptor has ids: only how many there are can be compared.
    same: (one, other) => one.length === other.length,
  } satisfies Judging<readonly string[]>,
  grants: {
    enough: false,
    grave: () => true,
    together: union,
    same: (one, other) => one.length === other.length && includes(one, other),
    outweighs: includes,
  } satisfies Judging<readonly string[]>,
  revocation: {
    grave: (value) => value === 'none',
    together: later,
    same: (one, other) => one === other || (one !== 'none' && other !== 'none' && isSameMoment(one, other)),
    outweighs: (evidence, claim) => evidence === 'none' || (claim !== 'none' && later(evidence, claim) === evidence),
  } satisfies Judging<Revocation>,
  /** When a second factor was seen. */
  verified: {
    enough: false,
    grave: () => false,
    together: (one, other) => (later(one, other) === one ? other : one),
    same: isSameMoment,
  } satisfies Judging<Moment>,
  /** When the holder left. */
  left: {
    enough: false,
    grave: () => true,
    together: (one, other) => (later(one, other) === one ? other : one),
    same: isSameMoment,
    outweighs: (evidence, claim) => later(claim, evidence) === claim,
  } satisfies Judging<Moment>,
} as const

/** Whether evidence shows something and it is not known when: then nothing else counts in its place, no claim either. */
export const isUndated = ({ value, from }: Value<unknown>): boolean =>
  value === undefined && from.some(({ kind }) => kind === 'missing')

/** What several files show of one login: what one does not say, another may. The newest come first. */
export function ofFiles<T>(values: readonly Value<T>[], judging: Judging<T>): Value<T> {
  const known = values.filter((one) => one.value !== undefined)
  const enough = judging.enough !== false && known.some(({ value }) => judging.grave(value as T))
  const undated = values.filter(isUndated)
  if (undated.length > 0 && !enough) return unknown(...undated.flatMap(({ from }) => from))
  if (known.length === 0) return unknown(...values.flatMap(({ from }) => from))
  return weighed(known, judging)
}

/** What the logins of one account show together: something grave of one is enough, anything else takes all. */
export function ofLogins<T>(values: readonly Value<T>[], judging: Judging<T>): Value<T> {
  const known = values.filter((one) => one.value !== undefined)
  if (known.some(({ value }) => judging.grave(value as T))) return weighed(known, judging)
  if (known.length < values.length) {
    return unknown(...values.flatMap(({ value, from }) => (value === undefined ? from : [])))
  }
  return weighed(known, judging)
}

function weighed<T>(known: readonly Value<T>[], { grave, together, same }: Judging<T>): Value<T> {
  const graver = known.filter(({ value }) => grave(value as T))
  const [first, ...others] = graver.length > 0 ? graver : known
  const join = (sum: T, one: T): T => (same(sum, one) ? sum : together(sum, one))
  const value = others.reduce((sum, one) => join(sum, one.value as T), first?.value as T)
  // Where all say the same, the newest is enough, and counts for longest.
  const agreed = known.every((one) => same(one.value as T, value))
  return { value, from: agreed ? (first?.from ?? []) : restingOn([...graver, ...known].flatMap(({ from }) => from)) }
}

function union(one: readonly string[], other: readonly string[]): readonly string[] {
  return [...new Set([...one, ...other])]
}

function includes(one: readonly string[], other: readonly string[]): boolean {
  return other.every((item) => one.includes(item))
}

/** The later of two; the first, where that cannot be told. */
function later(one: Revocation, other: Revocation): Revocation
function later(one: Moment, other: Moment): Moment
function later(one: Revocation, other: Revocation): Revocation {
  if (one === 'none' || other === 'none') return 'none'
  return before(one, other) === true ? other : one
}

function isSameMoment(one: Moment, other: Moment): boolean {
  return one.from === other.from && one.to === other.to
}
