/**
 * A scope for reasoning: what some leaves can say together, as functions of what their facts can be. Facts are taken to
 * be independent of one another, but for those that a leaf compares.
 */
import type { Condition, Leaf } from '../../model/condition.ts'
import type { FactDefinition, FactValue } from '../../model/fact.ts'
import type { Instant } from '../../model/instant.ts'
import { asOfFact } from '../../model/operators.ts'
import type { Rule } from '../../model/rule.ts'
import { type Cell, distinct, type Group, keyOf, signature } from './cells.ts'
import { type Assignment, type Diagrams, diagrams, type Node } from './diagram.ts'
import { finiteFacts } from './finite.ts'
import { both, either, FALSE, opposite, TRUE, truthNode, verdict } from './kleene.ts'
import { type Present, presentsOf } from './moments.ts'
import { numberCells } from './numbers.ts'
import { spanCells } from './spans.ts'

/** Facts that make something so; a fact that is not among them may be anything, or absent. */
export type Example = { readonly facts: Readonly<Record<string, FactValue>>; readonly asOf: Instant }

export type Scope = {
  readonly diagrams: Diagrams
  /** The truth of a condition: FALSE, UNKNOWN or TRUE. `instead` gives some parts of it another truth. */
  readonly truth: (condition: Condition, instead?: Instead) => Node
  /** PASS, FAIL, OPEN or APART. */
  readonly outcome: (rule: Pick<Rule, 'when' | 'require'>, instead?: Instead) => Node
  /** `stated`: functions of which everything that they depend on is to have a value. */
  readonly exampleOf: (assignment: Assignment, stated?: readonly Node[]) => Example
  /** What cannot be: `false` where there may be more than was found, so that 'never' and 'the same' are not certain. */
  readonly isComplete: (...nodes: readonly Node[]) => boolean
}

/** Other truths for parts of a condition, and everything that contains such a part. */
export type Instead = { readonly truths: ReadonlyMap<Condition, Node>; readonly around: ReadonlySet<Condition> }

type Definitions = Readonly<Record<string, FactDefinition>>

const present = 'as of'
const nodeLimit = 400_000
/** Where no as-of makes a difference. */
const anyAsOf: Instant = Date.UTC(2027, 5, 15, 12)

/** Errors: this and the functions of a scope throw TooLarge. */
export function scopeOf(leaves: readonly Leaf[], definitions: Definitions): Scope {
  const all = diagrams(nodeLimit)
  const finite = finiteFacts(definitions, all)
  const ordered = orderedFacts(leaves, definitions)
  const compiled = new WeakMap<Condition, Node>()
  const byKey = new Map<string, Node>()

  for (const { name, cells } of ordered.variables) {
    all.variable({ name, size: cells.length, stated: cells.map(({ stated }) => stated) })
  }

  function leafTruth(leaf: Leaf): Node {
    const key = keyOf(leaf)
    const known = byKey.get(key)
    if (known !== undefined) return known
    const way = ordered.leaves.get(key)
    const node = way === undefined ? finite.leaf(leaf) : way(all)
    byKey.set(key, node)
    return node
  }

  function truth(condition: Condition, instead?: Instead): Node {
    const replaced = instead?.truths.get(condition)
    if (replaced !== undefined) return replaced
    const changed = instead?.around.has(condition) === true
    const known = changed ? undefined : compiled.get(condition)
    if (known !== undefined) return known
    const node = build(condition, instead)
    if (!changed) compiled.set(condition, node)
    return node
  }

  function build(condition: Condition, instead: Instead | undefined): Node {
    switch (condition.kind) {
      case 'leaf':
        return leafTruth(condition)
      case 'named':
        return truth(condition.of, instead)
      case 'not':
        return all.combine(opposite, truth(condition.of, instead), FALSE)
      case 'all':
        return condition.of.reduce((node, part) => all.combine(both, node, truth(part, instead)), TRUE)
      case 'any':
        return condition.of.reduce((node, part) => all.combine(either, node, truth(part, instead)), FALSE)
    }
  }

  return {
    diagrams: all,
    truth,
    outcome: ({ when, require }, instead) =>
      all.combine(verdict, when === undefined ? TRUE : truth(when, instead), truth(require, instead)),
    exampleOf: (found, stated = []) => {
      const defaults = stated
        .flatMap((node) => [...all.support(node)])
        .map((name) => [name, all.firstStated(name)] as const)
      const assignment = new Map([...defaults, ...found])
      const at = ordered.presents[assignment.get(present) ?? 0]
      const facts = { ...finite.facts(assignment) }
      for (const { name, factsIn } of ordered.variables) {
        const cell = assignment.get(name)
        if (cell !== undefined) Object.assign(facts, factsIn(cell, at))
      }
      return { facts, asOf: at?.asOf ?? anyAsOf }
    },
    isComplete: (...nodes) =>
      ordered.incomplete.size === 0 ||
      !nodes.some((node) => [...all.support(node)].some((name) => ordered.incomplete.has(name))),
  }
}

type OrderedVariable = {
  readonly name: string
  readonly cells: readonly { readonly stated: boolean }[]
  readonly factsIn: (cell: number, at: Present | undefined) => Readonly<Record<string, FactValue>>
}

type Ordered = {
  readonly variables: readonly OrderedVariable[]
  readonly leaves: ReadonlyMap<string, (all: Diagrams) => Node>
  readonly presents: readonly Present[]
  /** The names of the variables that may have more values than were found. */
  readonly incomplete: ReadonlySet<string>
}

/** Numbers, lengths of time and moments: what has an order. */
function orderedFacts(leaves: readonly Leaf[], definitions: Definitions): Ordered {
  const typeOf = (leaf: Leaf): string => (leaf.fact === asOfFact ? 'moment' : (definitions[leaf.fact]?.type ?? ''))
  const ofType = (type: string): readonly Leaf[] => leaves.filter((leaf) => typeOf(leaf) === type)
  const variables: OrderedVariable[] = []
  const ways = new Map<string, (all: Diagrams) => Node>()
  const incomplete = new Set<string>()

  const add = (group: Group, cells: readonly Cell[]): void => {
    const name = group.facts.join(' ')
    variables.push({ name, cells, factsIn: (cell) => cells[cell]?.facts ?? {} })
    for (const [index, leaf] of group.leaves.entries()) {
      ways.set(keyOf(leaf), (all) =>
        all.choose(
          name,
          cells.map(({ truths }) => truthNode(truths[index])),
        ),
      )
    }
  }

  const moments = ofType('moment')
  const { groups, alone } = groupsOf(moments)
  const { presents, complete } = moments.length === 0 ? { presents: [], complete: true } : presentsOf(groups, alone)
  if (presents.length > 1) {
    variables.push({ name: present, cells: presents.map(() => ({ stated: true })), factsIn: () => ({}) })
  }
  const atPresent = (of: (at: Present) => Node, all: Diagrams): Node =>
    presents.length > 1 ? all.choose(present, presents.map(of)) : of(presents[0] as Present)
  for (const [index, leaf] of alone.entries()) {
    ways.set(keyOf(leaf), (all) => atPresent(({ truths }) => truthNode(truths[index]), all))
  }
  for (const [position, group] of groups.entries()) {
    const cellsIn = (at: Present | undefined): readonly Cell[] => at?.cells[position] ?? []
    const nameAt = (at: Present): string => `${group.facts.join(' ')} ${cellsIn(at).map(spelled).join('/')}`
    for (const at of distinct(presents, nameAt)) {
      const name = nameAt(at)
      variables.push({
        name,
        cells: cellsIn(at),
        factsIn: (cell, chosen) => {
          // The same cells at another as-of, with the values that make them so there.
          return chosen !== undefined && nameAt(chosen) === name ? (cellsIn(chosen)[cell]?.facts ?? {}) : {}
        },
      })
      if (!complete) incomplete.add(name)
    }
    for (const [index, leaf] of group.leaves.entries()) {
      const node = (at: Present, all: Diagrams): Node =>
        all.choose(
          nameAt(at),
          cellsIn(at).map(({ truths }) => truthNode(truths[index])),
        )
      ways.set(keyOf(leaf), (all) => atPresent((at) => node(at, all), all))
    }
  }
  for (const group of groupsOf(ofType('number')).groups) {
    add(
      group,
      numberCells(group, (fact) => definitions[fact]?.whole === true),
    )
  }
  for (const group of groupsOf(ofType('span')).groups) {
    const { cells, complete } = spanCells(group)
    add(group, cells)
    if (!complete) incomplete.add(group.facts.join(' '))
  }
  return { variables, leaves: ways, presents, incomplete }
}

const spelled = ({ stated, truths }: Cell): string => signature(stated, truths)

/** Facts that leaves compare with one another, directly or by way of others; and the leaves that read as-of alone. */
function groupsOf(leaves: readonly Leaf[]): { readonly groups: readonly Group[]; readonly alone: readonly Leaf[] } {
  const once = distinct(leaves, keyOf)
  let groups: Group[] = []
  const alone: Leaf[] = []
  for (const leaf of once) {
    const read = factsIn(leaf)
    if (read.length === 0) {
      alone.push(leaf)
      continue
    }
    const met = groups.filter(({ facts }) => facts.some((fact) => read.includes(fact)))
    const facts = [...new Set([...met.flatMap((group) => group.facts), ...read])]
    const merged = { facts, leaves: [...met.flatMap((group) => group.leaves), leaf] }
    groups = [...groups.filter((group) => !met.includes(group)), merged]
  }
  return { groups, alone }
}

const factsIn = ({ fact, value }: Leaf): readonly string[] =>
  [fact, ...(value.kind === 'fact' ? [value.fact] : [])].filter((name) => name !== asOfFact)
