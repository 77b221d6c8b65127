import type { Leaf } from '../model/condition.ts'
import { parseDuration } from '../model/duration.ts'
import type { Instant, Moment } from '../model/instant.ts'
import { endOfPeriod, first, last, parseMoment } from '../model/moment.ts'
import { asOfFact, isTimed } from '../model/operators.ts'
import type { Rule } from '../model/rule.ts'
import type { Subject } from '../model/subject.ts'
import type { Plan } from './plan.ts'
import { leavesOf } from './reference.ts'

/** A rule of which time alone can change something, and by which of its leaves. */
type Timed = { readonly rule: Rule; readonly leaves: readonly Leaf[] }

const timedOf = new WeakMap<readonly Rule[], readonly Timed[]>()

function timedIn(rules: readonly Rule[]): readonly Timed[] {
  const before = timedOf.get(rules)
  if (before !== undefined) return before
  const timed = rules.flatMap((rule): readonly Timed[] => {
    const roots = rule.when === undefined ? [rule.require] : [rule.when, rule.require]
    const leaves = roots.flatMap(leavesOf).filter(isTimed)
    return leaves.length === 0 ? [] : [{ rule, leaves }]
  })
  timedOf.set(rules, timed)
  return timed
}

/**
 * The first instant after as-of at which the kind of any outcome is another, all facts being the same: until then, the
 * outcomes hold. `undefined` where time alone changes nothing.
 */
export function nextChangeOf(plan: Plan, subjects: readonly Subject[], asOf: Instant): Instant | undefined {
  let next: Instant | undefined
  for (const { rule, leaves } of timedIn(plan.rules)) {
    for (const subject of subjects) {
      if (subject.kind !== rule.subject) continue
      const candidates = new Set(leaves.flatMap((leaf) => turningPoints(leaf, subject)))
      const later = [...candidates].filter((one) => one > asOf && (next === undefined || one < next))
      if (later.length === 0) continue
      const { kind } = plan.outcome(rule, subject, asOf)
      next = later.sort((a, b) => a - b).find((one) => plan.outcome(rule, subject, one).kind !== kind) ?? next
    }
  }
  return next
}

/**
 * The first instant after as-of at which any leaf can have another truth: until then, whatever is said of the outcomes
 * stays as it is, explanations and what is missing included. Never later than the next change of an outcome.
 */
export function nextTurnOf(rules: readonly Rule[], subjects: readonly Subject[], asOf: Instant): Instant | undefined {
  let next: Instant | undefined
  for (const { rule, leaves } of timedIn(rules)) {
    for (const subject of subjects) {
      if (subject.kind !== rule.subject) continue
      for (const instant of leaves.flatMap((leaf) => turningPoints(leaf, subject))) {
        if (instant > asOf && (next === undefined || instant < next)) next = instant
      }
    }
  }
  return next
}

/** Every instant at which a leaf can begin to have another truth: at a limit, or one millisecond after it. */
function turningPoints({ fact, value }: Leaf, subject: Subject): readonly Instant[] {
  const moments: (Moment | undefined)[] = []
  if (fact !== asOfFact) moments.push(subject.facts[fact]?.value as Moment | undefined)
  if (value.kind === 'fact') moments.push(subject.facts[value.fact]?.value as Moment | undefined)
  const period = value.kind === 'literal' ? parseDuration(String(value.value)) : undefined
  if (value.kind === 'literal' && period === undefined) moments.push(parseMoment(String(value.value)))
  return moments
    .filter((moment) => moment !== undefined)
    .flatMap((moment) => [first(moment), last(moment), ...(period === undefined ? [] : endOfPeriod(moment, period))])
    .flatMap((limit) => [limit, limit + 1])
}
