import type { Origin } from '../../model/fact.ts'
import { map, reasoned, type Value } from '../value.ts'

/** What a number of things are short of: those that certainly are; none only where none can be. */
export type Shortfall = { readonly count: Value<number>; readonly list: Value<readonly string[]> }

/** Something, and whether it is short. */
export type Lacking = { readonly what: string; readonly short: Value<boolean> }

export function shortfallOf(all: readonly Lacking[]): Shortfall {
  const short: Lacking[] = []
  const open: Lacking[] = []
  for (const one of all) {
    if (one.short.value === true) short.push(one)
    else if (one.short.value === undefined) open.push(one)
  }
  const list: Value<readonly string[]> =
    short.length === 0 && open.length > 0
      ? reasoned<readonly string[]>(undefined, () => reasonsFor(open))
      : reasoned(short.length === 0 ? nothing : [...new Set(short.map(({ what }) => what))], () =>
          reasonsFor(short.length > 0 ? short : all),
        )
  return { count: map(list, countOf), list }
}

const nothing: readonly string[] = []

const countOf = (list: readonly string[]): number => list.length

const reasonsFor = (list: readonly Lacking[]): readonly Origin[] => list.flatMap(({ short }) => short.from)
