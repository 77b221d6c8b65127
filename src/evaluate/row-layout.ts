import type { Literal } from '../model/condition.ts'
import type { Level } from './guards.ts'
import { comparesFacts } from './leaf-states.ts'
import type { LeafNode, Program } from './program.ts'

/**
 * The facts of a subject as generated code reads them. What is only compared with literals is kept by its number in a
 * dictionary of these, several in a word, so that a condition is a shift and a mask; everything else as it is.
 */
export type RowLayout = {
  /** By the place of the fact: 0 where it is absent, from 1 on the values, and one more for all others. */
  readonly codes: ReadonlyMap<number, Coded>
  /** Lists by what they contain: a truth for each value. */
  readonly members: ReadonlyMap<number, Coded>
  /** The facts that are kept as they are, by where they are in the row. As-of comes first, and words after it. */
  readonly kept: ReadonlyMap<number, number>
  readonly words: number
}

/** Where a fact is: in which word, from which bit on, how many of them; and what it is compared with. */
export type Coded = {
  readonly word: number
  readonly shift: number
  readonly bits: number
  readonly values: readonly Literal[]
}

type Compared = { readonly equal: Set<Literal>; readonly contains: Set<Literal>; kept: boolean }

/** The first bit of a word is free, so that a code can be read doubled. */
const [firstBit, bitsOfWord] = [1, 30]

/** A condition on a code is one number: two bits for each of 16 codes, two of which are for absent and other. */
const mostCodes = 14
const mostMembers = 14

export function rowLayoutOf({ nodes }: Program, levels: Level): RowLayout {
  const compared = new Map<number, Compared>([[0, { equal: new Set(), contains: new Set(), kept: true }]])
  const of = (slot: number): Compared => {
    const one = compared.get(slot) ?? { equal: new Set(), contains: new Set(), kept: false }
    compared.set(slot, one)
    return one
  }
  for (const number of inOrder(levels)) {
    const node = nodes[number]
    if (node?.kind !== 'leaf') continue
    const one = of(node.left)
    const equal = equalOf(node)
    const contains = containsOf(node)
    if (equal !== undefined) for (const value of equal) one.equal.add(value)
    else if (contains !== undefined) one.contains.add(contains)
    else one.kept = true
    if (comparesFacts(node) && 'slot' in node.right) of(node.right.slot).kept = true
  }
  const codes = new Map<number, Coded>()
  const members = new Map<number, Coded>()
  const kept: number[] = []
  let [word, shift] = [0, firstBit]
  const placed = (bits: number, values: ReadonlySet<Literal>): Coded => {
    if (shift + bits > bitsOfWord) [word, shift] = [word + 1, firstBit]
    shift += bits
    return { word, shift: shift - bits, bits, values: [...values] }
  }
  for (const [slot, one] of compared) {
    const isCoded = slot !== 0 && one.equal.size > 0 && one.equal.size <= mostCodes
    const hasMembers = slot !== 0 && one.contains.size > 0 && one.contains.size <= mostMembers
    if (isCoded) codes.set(slot, placed(32 - Math.clz32(one.equal.size + 1), one.equal))
    if (hasMembers) members.set(slot, placed(one.contains.size * 2, one.contains))
    if (one.kept || (one.equal.size > 0 && !isCoded) || (one.contains.size > 0 && !hasMembers)) kept.push(slot)
  }
  const words = word + 1
  return {
    codes,
    members,
    kept: new Map(kept.map((slot, at) => [slot, slot === 0 ? 0 : words + at])),
    words,
  }
}

/** The nodes in the order in which they may be decided, so that words hold what is read together. */
function inOrder({ nodes, shared, blocks }: Level): readonly number[] {
  return [...nodes, ...shared.flatMap((one) => one.nodes), ...blocks.flatMap(({ behind }) => inOrder(behind))]
}

/** The literals one of which a leaf wants its fact to be. */
export function equalOf({ leaf, right }: LeafNode): readonly Literal[] | undefined {
  if (!('literal' in right)) return undefined
  if (leaf.operator === 'equal' && typeof right.literal !== 'object') return [right.literal]
  return leaf.operator === 'in' && Array.isArray(right.literal) ? right.literal : undefined
}

/** The literal that a leaf wants its fact to contain. */
export const containsOf = ({ leaf, right }: LeafNode): string | undefined =>
  leaf.operator === 'contains' && 'literal' in right && typeof right.literal === 'string' ? right.literal : undefined
