import type { DataPath, Origin } from '../model/fact.ts'
import type { Location } from '../model/location.ts'

/** A derived value with its reasons; `undefined` is unknown. The parts of deriving pass these along, so that every fact keeps its provenance. */
export type Value<T> = { readonly value: T | undefined; readonly from: readonly Origin[] }

export const known = <T>(value: T, ...from: readonly Origin[]): Value<T> => ({ value, from })

/** Unknown, because of what is missing. */
export const unknown = (...from: readonly Origin[]): Value<never> => ({ value: undefined, from })

/** Applies a function to what is known. A function that gives `undefined` leaves it unknown, for the same reasons. */
export function map<T, U>(one: Value<T>, f: (value: T) => U | undefined): Value<U> {
  return { value: one.value === undefined ? undefined : f(one.value), from: one.from }
}

/** Goes on from a known value to another value, and keeps the reasons of both. */
export function chain<T, U>(one: Value<T>, f: (value: T) => Value<U>): Value<U> {
  if (one.value === undefined) return unknown(...one.from)
  const next = f(one.value)
  return { value: next.value, from: union(one.from, next.from) }
}

/** Kleene's strong `and`: false if any is false, true if all are true, otherwise unknown because of the unknown ones. */
export const and = (...all: readonly Value<boolean>[]): Value<boolean> => decide(all, false)

/** Kleene's strong `or`: true if any is true, false if all are false, otherwise unknown because of the unknown ones. */
export const or = (...all: readonly Value<boolean>[]): Value<boolean> => decide(all, true)

export const not = (one: Value<boolean>): Value<boolean> => map(one, (value) => !value)

function decide(all: readonly Value<boolean>[], decisive: boolean): Value<boolean> {
  const deciding = all.find((one) => one.value === decisive)
  if (deciding !== undefined) return deciding
  const open = all.filter((one) => one.value === undefined)
  if (open.length > 0) return { value: undefined, from: union(...open.map((one) => one.from)) }
  return { value: !decisive, from: union(...all.map((one) => one.from)) }
}

/** All of them, or unknown if one is. */
export function each<T>(all: readonly Value<T>[]): Value<readonly T[]> {
  const open = all.filter((one) => one.value === undefined)
  if (open.length > 0) return { value: undefined, from: union(...open.map((one) => one.from)) }
  return { value: all.map((one) => one.value as T), from: union(...all.map((one) => one.from)) }
}

/** The first that is known; unknown for the reasons of all. A later one fills what an earlier one does not know. */
export function firstKnown<T>(...all: readonly Value<T>[]): Value<T> {
  return all.find((one) => one.value !== undefined) ?? unknown(...union(...all.map((one) => one.from)))
}

/** The same value with further reasons. */
export const because = <T>(one: Value<T>, ...from: readonly Origin[]): Value<T> => ({
  value: one.value,
  from: union(one.from, from),
})

/** Reasons without repetition; at most a dozen, since nobody reads more. */
function union(...lists: readonly (readonly Origin[])[]): readonly Origin[] {
  const [first = [], ...others] = lists.filter((list) => list.length > 0)
  if (others.length === 0 && (lists.length === 1 || first.length <= 1)) return first
  const result: Origin[] = []
  for (const list of [first, ...others]) {
    for (const origin of list) {
      if (result.some((one) => isSame(one, origin))) continue
      result.push(origin)
      if (result.length === 12) return result
    }
  }
  return result
}

/** Called for every pair of reasons that meet, and so without making anything. */
function isSame(one: Origin, other: Origin): boolean {
  if (one === other) return true
  switch (one.kind) {
    case 'stated':
      return other.kind === 'stated' && one.pointer === other.pointer && one.at.file === other.at.file
    case 'missing':
      return other.kind === 'missing' && one.key === other.key && isSamePlace(one.at, other.at)
    case 'registry':
      return other.kind === 'registry' && one.entry === other.entry
    case 'path':
      return other.kind === 'path' && isSamePath(one.path, other.path)
  }
}

const isSamePlace = (one: Location, other: Location): boolean =>
  one.file === other.file && one.line === other.line && one.column === other.column

function isSamePath(one: DataPath, other: DataPath): boolean {
  if (one.asset !== other.asset || one.steps.length !== other.steps.length) return false
  return one.steps.every((step, at) => {
    const twin = other.steps[at]
    return (step.flow ?? step.node) === (twin?.flow ?? twin?.node)
  })
}
