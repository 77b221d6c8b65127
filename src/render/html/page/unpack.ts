/** What `packed` wrote: see src/render/html/packed.ts. */
export type Packed = { readonly table: readonly unknown[]; readonly roots: readonly number[] }

/** Reads packed values, each when it is first asked for. Parts that are the same are the same object. */
export function unpacker({ table, roots }: Packed) {
  const known = new Map<number, unknown>()
  const read = (place: number): unknown => {
    if (known.has(place)) return known.get(place)
    const value = made(table[place])
    known.set(place, value)
    return value
  }
  const made = (entry: unknown): unknown => {
    if (!Array.isArray(entry)) return entry
    if (typeof entry[0] !== 'string') return entry.map((place: number) => read(place))
    const keys = entry[0] === '' ? [] : entry[0].split(',')
    return Object.fromEntries(keys.map((key, at) => [key, read(entry[at + 1])]))
  }
  return {
    size: roots.length,
    /** A packed value, whole. */
    value: (root: number): unknown => read(roots[root] ?? -1),
    /** One part of a packed mapping, without reading the rest. */
    part: (root: number, key: string): unknown => {
      const entry = table[roots[root] ?? -1]
      if (!Array.isArray(entry)) return undefined
      const at = String(entry[0]).split(',').indexOf(key)
      return at < 0 ? undefined : read(entry[at + 1])
    },
  }
}
