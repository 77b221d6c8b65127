import type { Duration } from '../model/duration.ts'
import type { FactValue } from '../model/fact.ts'
import type { Instant, Moment } from '../model/instant.ts'
import { endOfPeriod, first, last, pointAt } from '../model/moment.ts'
import { isTimed } from '../model/operators.ts'
import type { Subject } from '../model/subject.ts'
import { subjectAt } from '../model/validity.ts'
import { NOT_APPLICABLE } from './kleene.ts'
import type { Plan } from './plan.ts'
import type { KindPlan } from './plan-kind.ts'
import type { LeafNode, Program } from './program.ts'

/**
 * The first instant after as-of at which the kind of any outcome is another, all facts being the same: until then, the
 * outcomes hold. `undefined` where time alone changes nothing.
 */
export function nextChangeOf(plan: Plan, subjects: readonly Subject[], asOf: Instant): Instant | undefined {
  let next: Instant | undefined
  for (const subject of subjects) {
    const kind = plan.ofKind(subject.kind)
    if (kind === undefined) continue
    const turns = turnsBetween(asOf, next, kind.program, subject)
    if (turns.length === 0) continue
    const now = codesAt(asOf, kind, subject)
    next = turns.sort((a, b) => a - b).find((turn) => differ(codesAt(turn, kind, subject), now)) ?? next
  }
  return next
}

/**
 * The first instant after as-of at which any leaf can have another truth: until then, whatever is said of the outcomes
 * stays as it is, explanations and what is missing included. Never later than the next change of an outcome.
 */
export function nextTurnOf(plan: Plan, subjects: readonly Subject[], asOf: Instant): Instant | undefined {
  let next: Instant | undefined
  for (const subject of subjects) {
    const kind = plan.ofKind(subject.kind)
    if (kind === undefined) continue
    for (const turn of turnsBetween(asOf, next, kind.program, subject))
      if (next === undefined || turn < next) next = turn
  }
  return next
}

/** The outcomes of all rules of a subject's kind at an instant, as codes. */
function codesAt(instant: Instant, { rules, running }: KindPlan, subject: Subject): Uint8Array {
  const codes = new Uint8Array(rules.length).fill(NOT_APPLICABLE)
  const { read, decideCodes } = running()
  decideCodes(read(subjectAt(subject, instant).facts, pointAt(instant)), codes, 0)
  return codes
}

const differ = (codes: Uint8Array, others: Uint8Array): boolean => codes.some((code, place) => code !== others[place])

/** Every instant after as-of, and before another one, at which a leaf can begin to have another truth of a subject. */
function turnsBetween(
  asOf: Instant,
  next: Instant | undefined,
  program: Program,
  { facts, validities = {} }: Subject,
): Instant[] {
  const turns: Instant[] = []
  const add = (instant: Instant): void => {
    if (instant > asOf && (next === undefined || instant < next)) turns.push(instant)
  }
  for (const leaf of timedLeavesOf(program)) addTurns(leaf, facts, add)
  for (const [name, { from, until }] of Object.entries(validities)) {
    if (!program.facts.includes(name)) continue
    add(from)
    add(until)
  }
  return turns
}

const known = new WeakMap<Program, readonly LeafNode[]>()

/** The leaves that the passing of time alone can change. */
function timedLeavesOf(program: Program): readonly LeafNode[] {
  const before = known.get(program)
  if (before !== undefined) return before
  const leaves = program.nodes.flatMap((node) => (node.kind === 'leaf' && isTimed(node.leaf) ? [node] : []))
  known.set(program, leaves)
  return leaves
}

type Add = (instant: Instant) => void

function addTurns({ leaf: { fact, operator, value }, right }: LeafNode, facts: Subject['facts'], add: Add): void {
  const left = facts[fact]?.value
  if (operator === 'withinLast' || operator === 'longerAgoThan') {
    addLimits(left, 'literal' in right ? (right.literal as Duration) : undefined, add)
    return
  }
  addLimits(left, undefined, add)
  if (value.kind === 'fact') addLimits(facts[value.fact]?.value, undefined, add)
  if ('literal' in right) addLimits(right.literal as Moment, undefined, add)
}

/** A truth can turn at a limit, or one millisecond after it. */
function addLimits(value: FactValue | undefined, period: Duration | undefined, add: Add): void {
  if (value === undefined) return
  const moment = value as Moment
  for (const limit of [first(moment), last(moment), ...(period === undefined ? [] : endOfPeriod(moment, period))]) {
    add(limit)
    add(limit + 1)
  }
}
