import type { Kept } from './collected.ts'

/** Resources by keys; of each key in their order. Most keys have one resource, which takes no list. */
export class Groups {
  readonly #groups = new Map<string, Kept | Kept[]>()

  constructor(all: Iterable<Kept>, keysOf: (one: Kept) => readonly string[]) {
    for (const one of all) for (const key of new Set(keysOf(one))) this.#add(key, one)
  }

  of(key: string): readonly Kept[] {
    const group = this.#groups.get(key)
    if (group === undefined) return []
    return Array.isArray(group) ? group : [group]
  }

  #add(key: string, one: Kept): void {
    const group = this.#groups.get(key)
    if (group === undefined) this.#groups.set(key, one)
    else if (Array.isArray(group)) group.push(one)
    else this.#groups.set(key, [group, one])
  }
}
