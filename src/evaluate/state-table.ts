/** Beyond that, what is looked for is made anew each time. */
const mostEntries = 1000

/**
 * What was found for so many small whole numbers, in a table of numbers: nothing is allocated to look for it. Callers
 * write what they look for into `key`.
 */
export class StateTable<T> {
  readonly key: Int32Array
  private readonly make: () => T
  private readonly entries: T[] = []
  /** In each slot the key of an entry, and its number counted from 1. At least half of the slots are free. */
  private slots: Int32Array
  private count = 8

  constructor(width: number, make: () => T) {
    this.key = new Int32Array(width)
    this.make = make
    this.slots = new Int32Array(this.count * (width + 1))
  }

  /** The entry for the key, made if there is none. */
  entry(): T {
    const slot = this.slotFor()
    const number = this.slots[slot + this.key.length] as number
    return number === 0 ? this.added(slot) : (this.entries[number - 1] as T)
  }

  /** Where the entry for the key is, or would be. */
  private slotFor(): number {
    const { slots, key, count } = this
    let hash = 0
    for (let at = 0; at < key.length; at++) {
      const bits = key[at] as number
      hash = Math.imul(hash ^ bits ^ (bits >>> 15), 0x9e3779b1)
    }
    for (let place = (hash ^ (hash >>> 16)) & (count - 1); ; place = (place + 1) & (count - 1)) {
      const slot = place * (key.length + 1)
      if (slots[slot + key.length] === 0) return slot
      let at = 0
      while (at < key.length && slots[slot + at] === key[at]) at++
      if (at === key.length) return slot
    }
  }

  private added(slot: number): T {
    const made = this.make()
    const { entries, key } = this
    if (entries.length === mostEntries) return made
    this.slots.set(key, slot)
    this.slots[slot + key.length] = entries.push(made)
    if (entries.length * 2 > this.count) this.grow()
    return made
  }

  private grow(): void {
    const { slots: before, key } = this
    const width = key.length + 1
    this.count *= 2
    this.slots = new Int32Array(this.count * width)
    for (let from = 0; from < before.length; from += width) {
      if (before[from + key.length] === 0) continue
      key.set(before.subarray(from, from + key.length))
      this.slots.set(before.subarray(from, from + width), this.slotFor())
    }
  }
}
