import { map, reasoned, type Value } from '../value.ts'

/** What a number of things are short of: those that certainly are; none only where none can be. */
export type Shortfall = { readonly count: Value<number>; readonly list: Value<readonly string[]> }

export function shortfallOf(all: readonly { readonly what: string; readonly short: Value<boolean> }[]): Shortfall {
  const short = all.filter((one) => one.short.value === true)
  const open = all.filter((one) => one.short.value === undefined)
  const from = (list: typeof all) => list.flatMap((one) => one.short.from)
  const list: Value<readonly string[]> =
    short.length === 0 && open.length > 0
      ? reasoned<readonly string[]>(undefined, () => from(open))
      : reasoned([...new Set(short.map((one) => one.what))], () => from(short.length > 0 ? short : all))
  return { count: map(list, (items) => items.length), list }
}
