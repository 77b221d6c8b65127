import type { Outcome } from '../model/outcome.ts'
import type { Rule } from '../model/rule.ts'
import { type Case, CaseTable } from './case-table.ts'
import type { NodeDecider } from './closures.ts'
import { lacking } from './compare.ts'
import type { RuleExplanation } from './explain.ts'
import { explanationsOf } from './explanations.ts'
import { toTruth, UNDECIDED, UNKNOWN } from './kleene.ts'
import { type LeafStates, putState, type StatePlace, stateOf } from './leaf-states.ts'
import type { LeafNode, Program, Row } from './program.ts'

/** A subject, with what was decided of it. */
export type Seen = {
  /** The states of the leaves; those that are not decided yet are, once they are asked for. */
  readonly states: number[]
  /** The values of its facts. */
  readonly values: () => Row
}

/** What is said of rules, by their places. */
export type Cases = {
  readonly of: (place: number, seen: Seen) => Case
  /** Of an unknown outcome: what it lacks. */
  readonly missing: (one: Case, place: number, seen: Seen) => Outcome
  readonly explanation: (one: Case, place: number, seen: Seen) => RuleExplanation
}

type Asked = { readonly leaves: readonly number[]; readonly cases: CaseTable }

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
    const own = { leaves, cases: new CaseTable(leaves, states) }
    known[place] = own
    return own
  }

  /** Decides the leaves of a rule that nobody asked about. */
  function complete({ leaves }: Asked, seen: Seen): void {
    const row = seen.values()
    scratch.fill(UNDECIDED)
    for (const leaf of leaves) {
      const at = states.places[leaf] as StatePlace
      const state = ((seen.states[at.word] as number) >> at.shift) & at.mask
      if (state !== UNDECIDED) continue
      putState(seen.states, at, stateOf(nodes[leaf] as LeafNode, decided(leaf, row, scratch), row))
    }
  }

  function caseOf(own: Asked, seen: Seen): Case {
    const found = own.cases.of(seen.states)
    if (found !== undefined) return found
    complete(own, seen)
    return own.cases.of(seen.states) as Case
  }

  /** The truths of a rule's leaves, from their states. */
  function truthsOf({ leaves }: Asked, seen: Seen): Uint8Array {
    scratch.fill(UNDECIDED)
    for (const leaf of leaves) {
      const { word, shift } = states.places[leaf] as StatePlace
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
    of: (place, seen) => caseOf(askedOf(place), seen),
    missing: (one, place, seen) => {
      one.missing ??= missingAt(place, askedOf(place), seen)
      return one.missing
    },
    explanation: (one, place, seen) => {
      one.explanation ??= explain(place, askedOf(place), seen)
      return one.explanation
    },
  }
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
