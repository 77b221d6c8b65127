import type { Outcome } from '../model/outcome.ts'
import type { Rule } from '../model/rule.ts'
import type { NodeDecider } from './closures.ts'
import { lacking } from './compare.ts'
import type { RuleExplanation } from './explain.ts'
import { explanationsOf } from './explanations.ts'
import { toTruth, UNDECIDED, UNKNOWN } from './kleene.ts'
import { type LeafStates, putState, type StatePlace, stateOf, VAGUE } from './leaf-states.ts'
import type { LeafNode, Program, Row } from './program.ts'
import { StateTable } from './state-table.ts'

/** What is said of a rule in one case: where its leaves have these states. */
type Case = { missing?: Outcome; explanation?: RuleExplanation }

/** The cases of rules, by their places: of all subjects whose leaves have the same states. */
export type Met = (Case | undefined)[]

/** A subject, with what was decided of it. */
export type Seen = {
  /** The states of the leaves. */
  readonly states: readonly number[]
  /** The same with leaves decided that no outcome depends on, which only an explanation asks about. */
  completed?: number[] | undefined
  readonly met: Met
  /** The values of its facts. */
  readonly values: () => Row
}

/** What is said of rules, by their places. */
export type Cases = {
  readonly met: (states: readonly number[]) => Met
  /** Of an unknown outcome: what it lacks. */
  readonly missing: (place: number, seen: Seen) => Outcome
  readonly explanation: (place: number, seen: Seen) => RuleExplanation
}

/** Of one word, the bits of some leaves: all of them, the first one of each, and what is set where one is vague. */
type Part = { readonly word: number; bits: number; ones: number; vague: number }

type Asked = {
  readonly leaves: readonly number[]
  readonly parts: readonly Part[]
  readonly cases: StateTable<Case>
}

/**
 * A rule has a few leaves, and the subjects of a portfolio meet few of their combinations: what is to be said of one is
 * found out when it is first met, and shared by all that are alike. Where a fact is too vague, the states of the leaves
 * do not tell all, so that nothing is shared.
 */
export function casesOf(program: Program, states: LeafStates, decided: NodeDecider): Cases {
  const { rules, nodes, roots, facts } = program
  const explained = explanationsOf(program)
  const asked: (Asked | undefined)[] = []
  const alike = new StateTable<Met>(states.initial.length, () => new Array(rules.length))
  const every = partsOf([...nodes.keys()], states)
  /** The truths of the nodes of one subject at a time. */
  const scratch = new Uint8Array(nodes.length)

  function met(of: readonly number[]): Met {
    for (let at = 0; at < every.length; at++) {
      const { word, vague } = every[at] as Part
      const bits = of[word] as number
      if ((bits & vague) !== 0) return new Array(rules.length)
      alike.key[word] = bits
    }
    return alike.entry()
  }

  function askedOf(place: number): Asked {
    const before = asked[place]
    if (before !== undefined) return before
    const leaves = leavesFor(program, place)
    const parts = partsOf(leaves, states)
    const own = { leaves, parts, cases: new StateTable<Case>(parts.length, () => ({})) }
    asked[place] = own
    return own
  }

  /** The case of a rule; `undefined` while a leaf of it is undecided. */
  function caseFor({ parts, cases }: Asked, of: readonly number[]): Case | undefined {
    let isVague = 0
    for (let at = 0; at < parts.length; at++) {
      const { word, bits: mask, ones, vague } = parts[at] as Part
      const bits = (of[word] as number) & mask
      if (((bits >> 1) & ~bits & ones) !== 0) return undefined
      isVague |= bits & vague
      cases.key[at] = bits
    }
    return isVague === 0 ? cases.entry() : {}
  }

  function caseOf(place: number, seen: Seen): Case {
    const known = seen.met[place]
    if (known !== undefined) return known
    const own = askedOf(place)
    const found = caseFor(own, seen.states)
    if (found === undefined) return caseFor(own, completed(own, seen)) as Case
    seen.met[place] = found
    return found
  }

  /** States in which all leaves of a rule are decided. They are of this subject alone. */
  function completed({ leaves }: Asked, seen: Seen): readonly number[] {
    const row = seen.values()
    seen.completed ??= [...seen.states]
    scratch.fill(UNDECIDED)
    for (const leaf of leaves) {
      const at = states.places[leaf] as StatePlace
      const state = ((seen.completed[at.word] as number) >> at.shift) & at.mask
      if (state !== UNDECIDED) continue
      putState(seen.completed, at, stateOf(nodes[leaf] as LeafNode, decided(leaf, row, scratch), row))
    }
    return seen.completed
  }

  /** The truths of a rule's leaves, from their states. */
  function truthsOf(place: number, seen: Seen): Uint8Array {
    const of = seen.completed ?? seen.states
    scratch.fill(UNDECIDED)
    for (const leaf of askedOf(place).leaves) {
      const { word, shift } = states.places[leaf] as StatePlace
      scratch[leaf] = ((of[word] as number) >> shift) & 3
    }
    return scratch
  }

  /** Collects what the unknown leaves lack whose ancestors are all unknown; `visited` is not looked at again. */
  function collectMissing(node: number, row: Row, truths: Uint8Array, names: Set<string>, visited: Set<number>): void {
    if (visited.has(node) || decided(node, row, truths) !== UNKNOWN) return
    visited.add(node)
    const of = nodes[node] as (typeof nodes)[number]
    if (of.kind !== 'leaf') for (const part of of.parts) collectMissing(part, row, truths, names, visited)
    else for (const name of lacking(of.leaf, (fact) => row[facts.indexOf(fact)])) names.add(name)
  }

  function missingAt(place: number, seen: Seen): Outcome {
    const { when, require } = roots[place] as (typeof roots)[number]
    const row = seen.values()
    const truths = truthsOf(place, seen)
    const names = new Set<string>()
    const visited = new Set<number>()
    if (when !== undefined) collectMissing(when, row, truths, names, visited)
    collectMissing(require, row, truths, names, visited)
    return { kind: 'unknown', missing: [...names].sort() }
  }

  function explain(place: number, seen: Seen): RuleExplanation {
    const truths = truthsOf(place, seen)
    // All leaves of the rule are decided, so that no fact is read.
    return explained(rules[place] as Rule, (node) => toTruth(decided(node, [], truths)))
  }

  return {
    met,
    missing: (place, seen) => {
      const one = caseOf(place, seen)
      one.missing ??= missingAt(place, seen)
      return one.missing
    },
    explanation: (place, seen) => {
      const one = caseOf(place, seen)
      one.explanation ??= explain(place, seen)
      return one.explanation
    },
  }
}

function partsOf(leaves: readonly number[], { places }: LeafStates): readonly Part[] {
  const parts: Part[] = []
  for (const leaf of leaves) {
    const place = places[leaf]
    if (place === undefined) continue
    const { word, shift, mask } = place
    // Leaves come in the order of their places.
    const last = parts[parts.length - 1]
    const part = last?.word === word ? last : { word, bits: 0, ones: 0, vague: 0 }
    if (part !== last) parts.push(part)
    part.bits |= mask << shift
    part.ones |= 1 << shift
    part.vague |= (mask & VAGUE) << shift
  }
  return parts
}

function leavesFor({ nodes, roots }: Program, place: number): readonly number[] {
  const seen = new Set<number>()
  const visit = (number: number): void => {
    if (seen.has(number)) return
    seen.add(number)
    const node = nodes[number]
    if (node !== undefined && node.kind !== 'leaf') for (const part of node.parts) visit(part)
  }
  const { when, require } = roots[place] as (typeof roots)[number]
  if (when !== undefined) visit(when)
  visit(require)
  return [...seen].filter((number) => nodes[number]?.kind === 'leaf').sort((one, other) => one - other)
}
