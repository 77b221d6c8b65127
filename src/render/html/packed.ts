import { harmless } from '../../text/harmless.ts'

/** Numbers stand for themselves; a list is the places of its items in the table; a mapping begins with its keys. */
type Entry = string | number | boolean | readonly [keys: string, ...places: number[]] | readonly number[]

/** Values written once each, in a table; `roots` are the places of those that were packed. */
export type Packed = { readonly table: readonly Entry[]; readonly roots: readonly number[] }

/**
 * Packs values of which large parts are alike: what occurs twice is written once. Findings of one rule share their
 * conditions, and those on one subject their facts, so that what is left is about a tenth. Texts are made harmless.
 *
 * A list is `[place, ...]`, a mapping `["key,key", place, ...]`; `unpack` of the page reads it.
 */
export function packed(values: readonly unknown[]): Packed {
  const table: Entry[] = []
  const scalars = new Map<string | number | boolean, number>()
  const lists = new Map<string, number>()
  const mappings = new Map<string, Map<string, number>>()
  const known = new Map<object, number>()

  const placed = <Key>(places: Map<Key, number>, key: Key, entry: Entry): number => {
    const before = places.get(key)
    if (before !== undefined) return before
    const place = table.push(entry) - 1
    places.set(key, place)
    return place
  }
  const placeOf = (value: unknown): number => {
    if (typeof value === 'string') return scalars.get(value) ?? placed(scalars, value, harmless(value))
    if (typeof value === 'number' || typeof value === 'boolean') return placed(scalars, value, value)
    if (typeof value !== 'object' || value === null) throw new Error(`cannot pack ${String(value)}`)
    const before = known.get(value)
    if (before !== undefined) return before
    const place = Array.isArray(value) ? placeOfList(value) : placeOfMapping(value)
    known.set(value, place)
    return place
  }
  const placeOfList = (value: readonly unknown[]): number => {
    const items = value.map(placeOf)
    return placed(lists, items.join(), items)
  }
  const placeOfMapping = (value: object): number => {
    const filled = Object.entries(value).filter(([, one]) => one !== undefined)
    const keys = filled.map(([key]) => key).join()
    const items = filled.map(([, one]) => placeOf(one))
    const alike = mappings.get(keys) ?? new Map<string, number>()
    mappings.set(keys, alike)
    return placed(alike, items.join(), [keys, ...items])
  }
  const roots = values.map(placeOf)
  return { table, roots }
}

/** JSON that can stand in a script element: nothing in it ends the element or begins a comment. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}
