import type { Condition, Leaf } from '../model/condition.ts'
import type { FactValue } from '../model/fact.ts'
import { type Numbered, numbered, rootsOf, storedAt } from '../model/numbered.ts'
import { asOfFact } from '../model/operators.ts'
import type { Rule } from '../model/rule.ts'
import { type Right, readLiteral } from './compare.ts'

/**
 * The rules of one kind of subject without their text: which facts are read, and what is decided from them, in order.
 * Rules that say the same in other words share their nodes.
 */
export type Program = {
  /** In the order of their ids. */
  readonly rules: readonly Rule[]
  /** The facts that are read. The first is as-of. */
  readonly facts: readonly string[]
  /** Parts come before what they are part of. */
  readonly nodes: readonly Node[]
  /** What each rule comes down to. */
  readonly roots: readonly Root[]
  /** The node that decides a condition of the rules, or a part of one. */
  readonly nodeOf: (condition: Condition) => number
}

/** What is read of a subject's facts: one shape for each kind of subject, whatever is absent. */
export type Row = readonly (FactValue | undefined)[]

type Root = { readonly when: number | undefined; readonly require: number }

type Node = LeafNode | { readonly kind: 'all' | 'any' | 'not'; readonly parts: readonly number[] }

export type LeafNode = {
  readonly kind: 'leaf'
  /** The leaf, its operator being one of those that are not the contrary of another. */
  readonly leaf: Leaf
  /** Where the fact is in the row. */
  readonly left: number
  readonly right: { readonly slot: number } | { readonly literal: Right }
}

/** Of each operator and its contrary, one is enough: in three truths as well, the other is its negation. */
const contraries: Partial<Record<Leaf['operator'], Leaf['operator']>> = {
  notEqual: 'equal',
  notIn: 'in',
  doesNotContain: 'contains',
  moreThan: 'atMost',
}

/** Every number has a spelling of its own; in JSON, those that are not finite would be one. */
const spelled = (_: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isFinite(value) ? { number: String(value) } : value

/** A text that is the same for leaves that say the same, and for no others. */
function spellingOf({ fact, operator, value }: Leaf): string {
  const asked = `${fact.length} ${fact} ${operator}`
  if (value.kind !== 'literal') return `${asked} ${value.kind} ${value.kind === 'fact' ? value.fact : ''}`
  const literal = value.value
  return typeof literal === 'object'
    ? `${asked} list ${JSON.stringify(literal, spelled)}`
    : `${asked} ${typeof literal} ${literal}`
}

export function programOf(rules: readonly Rule[]): Program {
  const nodes: Node[] = []
  const numbers = new Map<string, number>()
  const known = new Map<Condition, number>()
  const opened = new Map<Numbered['among'], (number | undefined)[]>()
  const slots = new Map([[asOfFact, 0]])

  function intern(key: string, make: () => Node): number {
    const before = numbers.get(key)
    if (before !== undefined) return before
    numbers.set(key, nodes.length)
    return nodes.push(make()) - 1
  }

  function slotOf(fact: string): number {
    const slot = slots.get(fact) ?? slots.size
    slots.set(fact, slot)
    return slot
  }

  const negated = (part: number): number => intern(`not ${part}`, () => ({ kind: 'not', parts: [part] }))

  function addLeaf(leaf: Leaf): number {
    const { fact, operator, value } = leaf
    const contrary = contraries[operator]
    if (contrary !== undefined) return negated(addLeaf({ kind: 'leaf', fact, operator: contrary, value }))
    return intern(spellingOf(leaf), () => ({
      kind: 'leaf',
      leaf,
      left: slotOf(fact),
      right:
        value.kind === 'literal'
          ? { literal: readLiteral(operator, value.value) }
          : { slot: slotOf(value.kind === 'fact' ? value.fact : asOfFact) },
    }))
  }

  function addParts(kind: 'all' | 'any', of: readonly number[]): number {
    const parts = of.length === 1 ? of : [...new Set(of)].sort((a, b) => a - b)
    const [only] = parts
    if (parts.length === 1 && only !== undefined) return only
    return intern(`${kind} ${parts.join(' ')}`, () => ({ kind, parts }))
  }

  function addNew(condition: Condition): number {
    switch (condition.kind) {
      case 'named':
        return add(condition.of)
      case 'leaf':
        return addLeaf(condition)
      case 'not':
        return negated(add(condition.of))
      default:
        return addParts(condition.kind, condition.of.map(add))
    }
  }

  function addStored(among: Numbered['among'], number: number): number {
    const stored = storedAt(among, number)
    switch (stored.kind) {
      case 'named':
        return addNumbered(among, stored.of)
      case 'leaf':
        return addLeaf(stored)
      case 'not':
        return negated(addNumbered(among, stored.of))
      default: {
        const parts: number[] = []
        for (const part of stored.of) parts.push(addNumbered(among, part))
        return addParts(stored.kind, parts)
      }
    }
  }

  /** What the build wrote once is looked at once, and not opened for it. */
  function addNumbered(among: Numbered['among'], number: number): number {
    const seen = opened.get(among) ?? []
    opened.set(among, seen)
    const node = seen[number] ?? addStored(among, number)
    seen[number] = node
    return node
  }

  /** The number of the node for a condition; the same one for every condition that says the same. */
  function add(condition: Condition): number {
    const place = numbered(condition)
    if (place !== undefined) return addNumbered(place.among, place.number)
    const number = known.get(condition) ?? addNew(condition)
    known.set(condition, number)
    return number
  }

  const roots = rules.map((rule) => {
    const stored = rootsOf(rule)
    if (stored === undefined) return { when: rule.when && add(rule.when), require: add(rule.require) }
    const { among, when, require } = stored
    return { when: when === undefined ? undefined : addNumbered(among, when), require: addNumbered(among, require) }
  })
  return {
    rules,
    facts: [...slots.keys()],
    nodes,
    roots,
    nodeOf: (condition) => {
      const place = numbered(condition)
      const number = place === undefined ? known.get(condition) : opened.get(place.among)?.[place.number]
      if (number === undefined) throw new Error('a condition of a rule that is not part of this plan')
      return number
    },
  }
}
