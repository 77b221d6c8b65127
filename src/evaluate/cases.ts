import type { Outcome } from '../model/outcome.ts'
import type { Rule } from '../model/rule.ts'
import type { NodeDecider } from './closures.ts'
import { lacking } from './compare.ts'
import type { RuleExplanation } from './explain.ts'
import { explanationsOf } from './explanations.ts'
import { toTruth, UNDECIDED, UNKNOWN } from './kleene.ts'
import { type LeafStates, putState, stateOf, VAGUE } from './leaf-states.ts'
import type { LeafNode, Program, Row } from './program.ts'

/** What is said of a rule in one case: where its leaves have these states. */
export type Case = { missing?: Outcome; explanation?: RuleExplanation }

/** A subject, with what was decided of it. */
export type Seen = {
  /** The states of the leaves; those that are not decided yet are, once they are asked for. */
  readonly states: number[]
  /** The values of its facts. */
  readonly values: () => Row
}

/** What is said of rules, by their places. */
export type Cases = {
  /** Of an unknown outcome: what it lacks. */
  readonly missing: (place: number, seen: Seen) => Outcome
  readonly explanation: (place: number, seen: Seen) => RuleExplanation
}

/** Of one rule; beyond that, each case is looked at anew. */
const mostCases = 1000

/** Cases by their key; a long one is in parts, each of which leads on to the next. */
type Known = Map<number, Known | Case>

/** The states of a rule's leaves in one word: all of their bits, the first one of each, and what is set where one is vague. */
type Part = { readonly word: number; mask: number; ones: number; vague: number }

type Asked = {
  readonly leaves: readonly number[]
  readonly parts: readonly Part[]
  readonly cases: Known
  count: number
}

/**
 * A rule has a few leaves, and the subjects of a portfolio meet few of their combinations: what is to be said of one is
 * found out when it is first met, and shared by all that are alike.
 */
export function casesOf(program: Program, states: LeafStates, decided: NodeDecider): Cases {
  const { rules, nodes, roots, facts } = program
  const explained = explanationsOf(program)
  const known: (Asked | undefined)[] = []
  /** The truths of the nodes of one subject at a time. */
  const scratch = new Uint8Array(nodes.length)

  function askedOf(place: number): Asked {
    const before = known[place]
    if (before !== undefined) return before
    const leaves = leavesFor(program, place)
    const own = { leaves, parts: partsOf(leaves, states), cases: new Map(), count: 0 }
    known[place] = own
    return own
  }

  /** Decides the leaves of a rule that nobody asked about. */
  function complete({ leaves }: Asked, seen: Seen): void {
    const row = seen.values()
    scratch.fill(UNDECIDED)
    for (const leaf of leaves) {
      const at = states.places[leaf] as NonNullable<LeafStates['places'][number]>
      const state = ((seen.states[at.word] as number) >> at.shift) & at.mask
      if (state !== UNDECIDED) continue
      putState(seen.states, at, stateOf(nodes[leaf] as LeafNode, decided(leaf, row, scratch), row))
    }
  }

  /** A case that is shared with nobody. */
  function caseAlone(own: Asked, seen: Seen): Case {
    complete(own, seen)
    return {}
  }

  /** What is said of such a case; something of its own where a fact is too vague, so that others may differ. */
  function caseOf(own: Asked, seen: Seen): Case {
    const { parts } = own
    let { cases } = own
    let key = 0
    for (let at = 0; at < parts.length; at++) {
      const { word, mask, ones, vague } = parts[at] as Part
      key = (seen.states[word] as number) & mask
      if (((key >> 1) & ~key & ones) !== 0) {
        complete(own, seen)
        return caseOf(own, seen)
      }
      if ((key & vague) !== 0) return caseAlone(own, seen)
      if (at === parts.length - 1) break
      let next = cases.get(key) as Known | undefined
      if (next === undefined) {
        if (own.count >= mostCases) return caseAlone(own, seen)
        next = new Map()
        cases.set(key, next)
      }
      cases = next
    }
    const before = cases.get(key) as Case | undefined
    if (before !== undefined) return before
    const made: Case = {}
    if (own.count < mostCases) cases.set(key, made)
    own.count++
    return made
  }

  /** The truths of a rule's leaves, from their states. */
  function truthsOf({ leaves }: Asked, seen: Seen): Uint8Array {
    scratch.fill(UNDECIDED)
    for (const leaf of leaves) {
      const { word, shift } = states.places[leaf] as NonNullable<LeafStates['places'][number]>
      scratch[leaf] = ((seen.states[word] as number) >> shift) & 3
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

  function missingAt(place: number, own: Asked, seen: Seen): Outcome {
    const { when, require } = roots[place] as (typeof roots)[number]
    const row = seen.values()
    const truths = truthsOf(own, seen)
    const names = new Set<string>()
    const visited = new Set<number>()
    if (when !== undefined) collectMissing(when, row, truths, names, visited)
    collectMissing(require, row, truths, names, visited)
    return { kind: 'unknown', missing: [...names].sort() }
  }

  function explain(place: number, own: Asked, seen: Seen): RuleExplanation {
    const truths = truthsOf(own, seen)
    // All leaves of the rule are decided, so that no fact is read.
    return explained(rules[place] as Rule, (node) => toTruth(decided(node, [], truths)))
  }

  return {
    missing: (place, seen) => {
      const own = askedOf(place)
      const one = caseOf(own, seen)
      one.missing ??= missingAt(place, own, seen)
      return one.missing
    },
    explanation: (place, seen) => {
      const own = askedOf(place)
      const one = caseOf(own, seen)
      one.explanation ??= explain(place, own, seen)
      return one.explanation
    },
  }
}

function partsOf(leaves: readonly number[], { places }: LeafStates): readonly Part[] {
  const parts = new Map<number, Part>()
  for (const leaf of leaves) {
    const { word, shift, mask } = places[leaf] as NonNullable<LeafStates['places'][number]>
    const part = parts.get(word) ?? { word, mask: 0, ones: 0, vague: 0 }
    part.mask |= mask << shift
    part.ones |= 1 << shift
    part.vague |= (mask & VAGUE) << shift
    parts.set(word, part)
  }
  return [...parts.values()]
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
