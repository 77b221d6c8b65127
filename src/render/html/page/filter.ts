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
  /** How many would be left with a value of a facet chosen, the rest of the filter being as it is. */
  readonly counts: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/** Filters findings; several values of a facet widen, several facets narrow. `texts` are searched for every word. */
export function filtered(facets: readonly Facet[], filter: Filter, texts: () => readonly string[]): Filtered {
  const size = facets[0]?.values.length ?? 0
  const wanted = facets.map(({ name }) => filter[name] ?? [])
  const words = (filter.q?.[0] ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  const searched = words.length > 0 ? texts() : undefined
  const counts = facets.map(() => new Map<string, number>())
  const left = new Array<boolean>(size).fill(false)
  let count = 0
  for (let at = 0; at < size; at += 1) {
    const text = searched?.[at]
    if (text !== undefined && !words.every((word) => text.includes(word))) continue
    const against = facets.flatMap(({ values }, facet) => (fits(values[at] ?? [], wanted[facet] ?? []) ? [] : [facet]))
    if (against.length > 1) continue
    const [only] = against
    if (only === undefined) {
      left[at] = true
      count += 1
    }
    // What one facet alone keeps out would be let in by another value of it.
    for (let facet = 0; facet < facets.length; facet += 1) {
      if (only !== undefined && only !== facet) continue
      for (const value of facets[facet]?.values[at] ?? []) add(counts[facet], value)
    }
  }
  return { left, count, counts: new Map(facets.map(({ name }, facet) => [name, counts[facet] ?? new Map()])) }
}

function fits(values: readonly string[], wanted: readonly string[]): boolean {
  return wanted.length === 0 || values.some((value) => wanted.includes(value))
}

function add(counts: Map<string, number> | undefined, value: string): void {
  counts?.set(value, (counts.get(value) ?? 0) + 1)
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
