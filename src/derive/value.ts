import type { Origin } from '../model/fact.ts'
import { isSame } from './origins.ts'

/** A derived value with its reasons; `undefined` is unknown. The parts of deriving pass these along, so that every fact keeps its provenance. */
export type Value<T> = { readonly value: T | undefined; readonly from: readonly Origin[] }

export const known = <T>(value: T, ...from: readonly Origin[]): Value<T> => ({ value, from })

/** Unknown, because of what is missing. */
export const unknown = (...from: readonly Origin[]): Value<never> => ({ value: undefined, from })

/**
 * A value whose reasons are put together when somebody asks: most values are steps on the way to a fact, or their reasons
 * are never shown.
 */
export abstract class Reasoned<T> {
  declare readonly value: T | undefined
  declare private reasons: readonly Origin[] | undefined

  constructor(value: T | undefined) {
    this.value = value
    this.reasons = undefined
  }

  get from(): readonly Origin[] {
    this.reasons ??= this.gather()
    return this.reasons
  }

  /** Called once. */
  protected abstract gather(): readonly Origin[]
}

/** A value that follows from others. */
class Following<T> extends Reasoned<T> {
  declare private parts: Parts | undefined
  declare private next: Value<unknown> | undefined

  constructor(value: T | undefined, parts: Parts, next?: Value<unknown>) {
    super(value)
    this.parts = parts
    this.next = next
  }

  protected gather(): readonly Origin[] {
    const { parts = [], next } = this
    this.parts = undefined
    this.next = undefined
    if (typeof parts === 'function') return parts()
    if (isList(parts)) return reasonsOf(parts, this.value === undefined)
    return next === undefined ? parts.from : joined(parts.from, next.from)
  }
}

/** One value, several, or what gives the reasons. */
type Parts = Value<unknown> | readonly Value<unknown>[] | (() => readonly Origin[])

const isList = (parts: Value<unknown> | readonly Value<unknown>[]): parts is readonly Value<unknown>[] =>
  Array.isArray(parts)

/** A value whose reasons are gathered when somebody asks. */
export const reasoned = <T>(value: T | undefined, from: () => readonly Origin[]): Value<T> => new Following(value, from)

/** What follows from many is made at once: it would keep them all. */
const mostParts = 16

const following = <T>(value: T | undefined, all: readonly Value<unknown>[]): Value<T> =>
  all.length > mostParts ? { value, from: reasonsOf(all, value === undefined) } : new Following(value, all)

/** Another value for the same reasons. */
export const likewise = <T>(value: T | undefined, one: Value<unknown>): Value<T> =>
  one instanceof Reasoned ? new Following(value, one) : { value, from: one.from }

/** Unknown for the same reasons. */
export const openLike = (one: Value<unknown>): Value<never> => likewise<never>(undefined, one)

/** The same, with its reasons made now: of what grows step by step they would be asked for as deep as it has steps. */
export const settled = <T>({ value, from }: Value<T>): Value<T> => ({ value, from })

/** Applies a function to what is known. A function that gives `undefined` leaves it unknown, for the same reasons. */
export function map<T, U>(one: Value<T>, f: (value: T) => U | undefined): Value<U> {
  return likewise(one.value === undefined ? undefined : f(one.value), one)
}

/** Goes on from a known value to another value, and keeps the reasons of both. */
export function chain<T, U>(one: Value<T>, f: (value: T) => Value<U>): Value<U> {
  if (one.value === undefined) return openLike(one)
  const next = f(one.value)
  return new Following(next.value, one, next)
}

/** A value that another one led to: for the reasons of that one first, and unknown with it. */
export const after = <T>(first: Value<unknown>, one: Value<T>): Value<T> =>
  first.value === undefined ? openLike(first) : new Following(one.value, first, one)

/** Kleene's strong `and`: false if any is false, true if all are true, otherwise unknown because of the unknown ones. */
export const and = (one: Value<boolean>, other: Value<boolean>, third?: Value<boolean>): Value<boolean> =>
  third === undefined ? ofTwo(one, other, false) : decide([one, other, third], false)

/** The same of a list, which is left as it is from then on. */
export const allOf = (all: readonly Value<boolean>[]): Value<boolean> => decide(all, false)

/** Kleene's strong `or`: true if any is true, false if all are false, otherwise unknown because of the unknown ones. */
export const or = (one: Value<boolean>, other: Value<boolean>, third?: Value<boolean>): Value<boolean> =>
  third === undefined ? ofTwo(one, other, true) : decide([one, other, third], true)

/** The same of a list, which is left as it is from then on. */
export const anyOf = (all: readonly Value<boolean>[]): Value<boolean> => decide(all, true)

/** What `decide` says of two, which most conjunctions are of, without a list. */
function ofTwo(one: Value<boolean>, other: Value<boolean>, decisive: boolean): Value<boolean> {
  if (one.value === decisive || (one.value === undefined && other.value === !decisive)) return one
  if (other.value === decisive || (other.value === undefined && one.value === !decisive)) return other
  return new Following(one.value, one, other)
}

export const not = (one: Value<boolean>): Value<boolean> =>
  likewise(one.value === undefined ? undefined : !one.value, one)

/** The only one that is open, or that there is at all, says it by itself. */
function decide(all: readonly Value<boolean>[], decisive: boolean): Value<boolean> {
  let open: Value<boolean> | undefined
  let opens = 0
  for (const one of all) {
    if (one.value === decisive) return one
    if (one.value !== undefined) continue
    open = one
    opens++
  }
  if (open !== undefined) return opens === 1 ? open : following<boolean>(undefined, all)
  return all.length === 1 ? (all[0] as Value<boolean>) : following(!decisive, all)
}

/** All of them, or unknown if one is. */
export function each<T>(all: readonly Value<T>[]): Value<readonly T[]> {
  for (const { value } of all) if (value === undefined) return following<readonly T[]>(undefined, all)
  return following(all.map(statedIn) as T[], all)
}

const statedIn = ({ value }: Value<unknown>): unknown => value

/** The first that is known; unknown for the reasons of all. A later one fills what an earlier one does not know. */
export function firstKnown<T>(...all: readonly Value<T>[]): Value<T> {
  for (const one of all) if (one.value !== undefined) return one
  return following<T>(undefined, all)
}

/** The same value with further reasons. */
export const because = <T>(one: Value<T>, ...from: readonly Origin[]): Value<T> => ({
  value: one.value,
  from: joined(one.from, from),
})

const nothing: readonly Origin[] = []
/** Nobody reads more reasons of one value. */
export const mostReasons = 12
/** How many of a great number of values are looked at for their reasons. */
export const mostConsulted = 64
/** How many reasons are listed of a value that has those of many others, one after the other. */
export const mostListed = 64

/** The reasons of some values, or of those among them that are unknown. */
function reasonsOf(all: readonly Value<unknown>[], openOnly: boolean): readonly Origin[] {
  let count = 0
  let filled = 0
  let first = nothing
  for (const one of all) {
    if (openOnly && one.value !== undefined) continue
    count++
    if (one.from.length === 0) continue
    if (filled++ === 0) first = one.from
  }
  if (filled <= 1 && (count <= 1 || first.length <= 1)) return first
  const result: Origin[] = []
  for (const one of all) {
    if (openOnly && one.value !== undefined) continue
    if (isFullWith(result, one.from)) break
  }
  return result
}

function joined(one: readonly Origin[], other: readonly Origin[]): readonly Origin[] {
  if (other.length === 0 && one.length <= 1) return one
  if (one.length === 0 && other.length <= 1) return other
  const result: Origin[] = []
  if (!isFullWith(result, one)) isFullWith(result, other)
  return result
}

/** Adds reasons without repetition, until there are as many as are kept. */
function isFullWith(result: Origin[], more: readonly Origin[]): boolean {
  for (const origin of more) {
    if (isAmong(result, origin)) continue
    result.push(origin)
    if (result.length === mostReasons) return true
  }
  return false
}

function isAmong(result: readonly Origin[], origin: Origin): boolean {
  for (const one of result) if (isSame(one, origin)) return true
  return false
}
