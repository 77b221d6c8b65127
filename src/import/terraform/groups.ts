import type { Kept } from './collected.ts'

/**
 * Resources by keys; of each key in their order. What is kept is a number for each key: the texts themselves would take
 * more memory than all else. Most keys have one resource, which takes no list.
 */
export class Groups {
  readonly #keysOf: (one: Kept) => readonly string[]
  readonly #groups = new Map<number, Kept | Kept[]>()

  constructor(all: Iterable<Kept>, keysOf: (one: Kept) => readonly string[]) {
    this.#keysOf = keysOf
    for (const one of all) for (const key of new Set(keysOf(one).map(numberOf))) this.#add(key, one)
  }

  of(key: string): readonly Kept[] {
    const group = this.#groups.get(numberOf(key)) ?? []
    // Different keys may have the same number.
    return (Array.isArray(group) ? group : [group]).filter((one) => this.#keysOf(one).includes(key))
  }

  #add(key: number, one: Kept): void {
    const group = this.#groups.get(key)
    if (group === undefined) this.#groups.set(key, one)
    else if (Array.isArray(group)) group.push(one)
    else this.#groups.set(key, [group, one])
  }
}

/** FNV-1a, in 30 bits: V8 keeps such numbers without an object of their own. */
function numberOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash & 0x3fffffff
}
