/** Lists of what has something in common, in the order in which they come. */
export function grouped<T>(all: readonly T[], by: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const list = groups.get(by(one))
    if (list === undefined) groups.set(by(one), [one])
    else list.push(one)
  }
  return groups
}
