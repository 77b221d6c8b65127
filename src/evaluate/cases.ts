import type { Outcome } from '../model/outcome.ts'
import type { Rule } from '../model/rule.ts'
import type { NodeDecider } from './closures.ts'
import { lacking } from './compare.ts'
import type { RuleExplanation } from './explain.ts'
import { explanationsOf } from './explanations.ts'
import { FALSE, TRUE, toTruth, UNDECIDED, UNKNOWN } from './kleene.ts'
import type { LeafNode, Program, Row } from './program.ts'

/** What is said of a rule in one case: where its leaves have these truths, for want of these facts. */
export type Case = { missing?: Outcome; explanation?: RuleExplanation }

/** What is said of rules, by their places, once their nodes have these truths. */
export type Cases = {
  readonly of: (place: number, row: Row, truths: Uint8Array) => Case
  /** Of an unknown outcome: what it lacks. */
  readonly missing: (one: Case, place: number, row: Row, truths: Uint8Array) => Outcome
  readonly explanation: (one: Case, place: number, row: Row, truths: Uint8Array) => RuleExplanation
}

/** Of one rule; beyond that, each case is looked at anew. */
const mostCases = 1000

/** As many digits of base 5 as a number holds exactly. */
const digitsOfKey = 22

/** Cases by their key; a long one is in parts, each of which leads on to the next. */
type Known = Map<number, Known | Case>

/**
 * A rule has a few leaves, and the subjects of a portfolio meet few of their combinations: what is to be said of one is
 * found out when it is first met, and shared by all that are alike.
 */
export function casesOf(program: Program, decided: NodeDecider): Cases {
  const { rules, nodes, roots, facts } = program
  const explained = explanationsOf(program)
  const known: { leaves: readonly number[]; cases: Known; count: number }[] = []

  /** What is said of such a case; something of its own where a fact is too vague, so that others may differ. */
  function caseOf(place: number, row: Row, truths: Uint8Array): Case {
    const own = known[place] ?? { leaves: leavesFor(program, place), cases: new Map(), count: 0 }
    known[place] = own
    const { leaves } = own
    let { cases } = own
    let key = 0
    for (let at = 0; at < leaves.length; at++) {
      const leaf = leaves[at] as number
      const before = truths[leaf] as number
      const truth = before === UNDECIDED ? decided(leaf, row, truths) : before
      const digit = truth === FALSE ? 0 : truth === TRUE ? 1 : absence(nodes[leaf] as LeafNode, row)
      if (digit === undefined) return {}
      key = key * 5 + digit
      if (at % digitsOfKey !== digitsOfKey - 1 || at === leaves.length - 1) continue
      let next = cases.get(key) as Known | undefined
      if (next === undefined) {
        if (own.count >= mostCases) return {}
        next = new Map()
        cases.set(key, next)
      }
      cases = next
      key = 0
    }
    const before = cases.get(key) as Case | undefined
    if (before !== undefined) return before
    const made: Case = {}
    if (own.count < mostCases) cases.set(key, made)
    own.count++
    return made
  }

  /** Collects what the unknown leaves lack whose ancestors are all unknown; `visited` is not looked at again. */
  function collectMissing(node: number, row: Row, truths: Uint8Array, names: Set<string>, visited: Set<number>): void {
    if (visited.has(node) || decided(node, row, truths) !== UNKNOWN) return
    visited.add(node)
    const of = nodes[node] as (typeof nodes)[number]
    if (of.kind !== 'leaf') for (const part of of.parts) collectMissing(part, row, truths, names, visited)
    else for (const name of lacking(of.leaf, (fact) => row[facts.indexOf(fact)])) names.add(name)
  }

  function missingAt(place: number, row: Row, truths: Uint8Array): Outcome {
    const { when, require } = roots[place] as (typeof roots)[number]
    const names = new Set<string>()
    const visited = new Set<number>()
    if (when !== undefined) collectMissing(when, row, truths, names, visited)
    collectMissing(require, row, truths, names, visited)
    return { kind: 'unknown', missing: [...names].sort() }
  }

  return {
    of: caseOf,
    missing: (one, place, row, truths) => {
      one.missing ??= missingAt(place, row, truths)
      return one.missing
    },
    explanation: (one, place, row, truths) => {
      one.explanation ??= explained(rules[place] as Rule, (node) => toTruth(decided(node, row, truths)))
      return one.explanation
    },
  }
}

/** Which side of an unknown leaf is absent; undefined if neither is. */
function absence({ left, right }: LeafNode, row: Row): number | undefined {
  const noLeft = row[left] === undefined
  const noRight = 'slot' in right && row[right.slot] === undefined
  if (noLeft) return noRight ? 4 : 2
  return noRight ? 3 : undefined
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
