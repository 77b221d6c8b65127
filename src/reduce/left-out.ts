/** Counts what is left out, by what it is; in the order in which it was first met. */
export type LeftOut = {
  readonly note: (what: string, count?: number) => void
  readonly list: () => readonly { readonly what: string; readonly count: number }[]
}

export function leftOut(before: readonly { readonly what: string; readonly count: number }[] = []): LeftOut {
  const counts = new Map(before.map(({ what, count }) => [what, count]))
  return {
    note: (what, count = 1) => {
      if (count > 0) counts.set(what, (counts.get(what) ?? 0) + count)
    },
    list: () => [...counts].map(([what, count]) => ({ what, count })),
  }
}

/** Stable numbers for names: the same name gets the same number within its kind. */
export function numbered(): (kind: string, name: string) => string {
  const known = new Map<string, Map<string, number>>()
  return (kind, name) => {
    const names = known.get(kind) ?? new Map<string, number>()
    known.set(kind, names)
    const number = names.get(name) ?? names.size + 1
    names.set(name, number)
    return `${kind} ${number}`
  }
}

/** Every string of a value through a function, keys left as they are. */
export function withStrings<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T
  if (Array.isArray(value)) return value.map((one) => withStrings(one, change)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withStrings(one, change)])) as T
}
