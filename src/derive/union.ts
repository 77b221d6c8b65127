/** Up to how many it is quicker to put each in its place than to sort all of them. */
const few = 16

/** What some lists have, each once and in order. */
export function union<T extends string>(lists: readonly (readonly T[])[]): readonly T[] {
  const all: T[] = []
  for (let at = 0; at < lists.length; at++) {
    const list = lists[at] as readonly T[]
    for (let k = 0; k < list.length; k++) {
      if (all.length === few) return [...new Set(lists.flat())].sort()
      insert(all, list[k] as T)
    }
  }
  return all
}

function insert<T extends string>(all: T[], one: T): void {
  let at = all.length
  while (at > 0 && (all[at - 1] as T) > one) at--
  if (at > 0 && all[at - 1] === one) return
  for (let later = all.length; later > at; later--) all[later] = all[later - 1] as T
  all[at] = one
}
