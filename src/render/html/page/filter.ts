/** What a filter asks for: the values that it takes, by the name of what they are values of. */
export type Filter = Readonly<Record<string, readonly string[]>>

/** One thing that findings are filtered by. */
export type Facet = {
  readonly name: string
  /** The values of each finding, in the order of the list. */
  readonly values: readonly (readonly string[])[]
}

export type Filtered = {
  /** Whether each finding is left. */
  readonly left: readonly boolean[]
  readonly count: number
  /** How many would be left with a value of a facet chosen, the rest of the filter being as it is; counted when asked for. */
  readonly counts: (facet: string) => ReadonlyMap<string, number>
}

/** Of a finding: that every facet lets it in, or that more than one keeps it out; else the one facet that does. */
const [everyFacet, none] = [-1, -2]

/** Filters findings; several values of a facet widen, several facets narrow. `texts` are searched for every word. */
export function filtered(facets: readonly Facet[], filter: Filter, texts: () => readonly string[]): Filtered {
  const size = facets[0]?.values.length ?? 0
  const against = keptOut(facets, filter, size)
  const words = (filter.q?.[0] ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length > 0) {
    texts().forEach((text, at) => {
      if (!words.every((word) => text.includes(word))) against[at] = none
    })
  }
  const left = Array.from(against, (facet) => facet === everyFacet)
  return {
    left,
    count: left.filter(Boolean).length,
    counts: (name) => {
      const place = facets.findIndex((facet) => facet.name === name)
      const counts = new Map<string, number>()
      facets[place]?.values.forEach((values, at) => {
        // What this facet alone keeps out would be let in by another value of it.
        if (against[at] !== everyFacet && against[at] !== place) return
        for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
      })
      return counts
    },
  }
}

/** What keeps each finding out; facets of which nothing is chosen keep out none. */
function keptOut(facets: readonly Facet[], filter: Filter, size: number): Int8Array {
  const against = new Int8Array(size).fill(everyFacet)
  facets.forEach(({ name, values }, facet) => {
    const wanted = new Set(filter[name])
    if (wanted.size === 0) return
    for (let at = 0; at < size; at += 1) {
      if (values[at]?.some((value) => wanted.has(value))) continue
      against[at] = against[at] === everyFacet ? facet : none
    }
  })
  return against
}

/** A filter as it stands in the address; `names` are those that it may have. */
export function readFilter(hash: string, names: readonly string[]): Filter {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''))
  const entries = names.map((name) => [name, parameters.getAll(name).filter((value) => value !== '')] as const)
  return Object.fromEntries(entries.filter(([, values]) => values.length > 0))
}

export function writeFilter(filter: Filter, report: number | undefined): string {
  const parameters = new URLSearchParams()
  if (report !== undefined) parameters.set('report', String(report))
  for (const [name, values] of Object.entries(filter))
    for (const value of values) if (value !== '') parameters.append(name, value)
  return `#${parameters.toString()}`
}

/** Whether an address holds a filter, rather than the id of an element. */
export const isFilter = (hash: string): boolean => hash.includes('=')
