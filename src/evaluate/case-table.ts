import type { Outcome } from '../model/outcome.ts'
import type { RuleExplanation } from './explain.ts'
import { type LeafStates, type StatePlace, VAGUE } from './leaf-states.ts'

/** What is said of a rule in one case: where its leaves have these states. */
export type Case = { missing?: Outcome; explanation?: RuleExplanation }

/** Of one rule; beyond that, each case is looked at anew. */
const mostCases = 1000

/**
 * The cases of one rule that were met, by the states of its leaves: a table of numbers, in which nothing is allocated to
 * find one.
 */
export class CaseTable {
  private readonly parts: Int32Array
  private readonly cases: Case[] = []
  /** The states of the subject that is looked for. */
  private readonly key: Int32Array
  /** In each slot the states of a case, and its number counted from 1. At least half of the slots are free. */
  private slots: Int32Array
  private count = 8

  constructor(leaves: readonly number[], states: LeafStates) {
    this.parts = partsOf(leaves, states)
    this.key = new Int32Array(this.parts.length / 4)
    this.slots = new Int32Array(this.count * (this.key.length + 1))
  }

  /** The case of a subject; one of its own where a fact is too vague. `undefined` while a leaf is undecided. */
  of(states: readonly number[]): Case | undefined {
    const { parts, key } = this
    let hash = 0
    let vague = 0
    for (let at = 0, part = 0; at < key.length; at++, part += 4) {
      const bits = (states[parts[part] as number] as number) & (parts[part + 1] as number)
      if (((bits >> 1) & ~bits & (parts[part + 2] as number)) !== 0) return undefined
      vague |= bits & (parts[part + 3] as number)
      key[at] = bits
      hash = mixed(hash, bits)
    }
    if (vague !== 0) return {}
    const slot = this.slotFor(hash)
    const number = this.slots[slot + key.length] as number
    return number === 0 ? this.added(slot) : this.cases[number - 1]
  }

  /** Where the case with this key is, or would be. */
  private slotFor(hash: number): number {
    const { slots, key, count } = this
    for (let place = (hash ^ (hash >>> 16)) & (count - 1); ; place = (place + 1) & (count - 1)) {
      const slot = place * (key.length + 1)
      if (slots[slot + key.length] === 0) return slot
      let at = 0
      while (at < key.length && slots[slot + at] === key[at]) at++
      if (at === key.length) return slot
    }
  }

  private added(slot: number): Case {
    const made: Case = {}
    const { cases, key } = this
    if (cases.length === mostCases) return made
    this.slots.set(key, slot)
    this.slots[slot + key.length] = cases.push(made)
    if (cases.length * 2 > this.count) this.grow()
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
      this.slots.set(before.subarray(from, from + width), this.slotFor(key.reduce(mixed, 0)))
    }
  }
}

const mixed = (hash: number, bits: number): number => Math.imul(hash ^ bits ^ (bits >>> 15), 0x9e3779b1)

/** By word: its number, the bits of the rule's leaves in it, the first bit of each, and what is set where one is vague. */
function partsOf(leaves: readonly number[], { places }: LeafStates): Int32Array {
  const parts = new Map<number, { mask: number; ones: number; vague: number }>()
  for (const leaf of leaves) {
    const { word, shift, mask } = places[leaf] as StatePlace
    const part = parts.get(word) ?? { mask: 0, ones: 0, vague: 0 }
    part.mask |= mask << shift
    part.ones |= 1 << shift
    part.vague |= (mask & VAGUE) << shift
    parts.set(word, part)
  }
  return Int32Array.from([...parts].flatMap(([word, { mask, ones, vague }]) => [word, mask, ones, vague]))
}
