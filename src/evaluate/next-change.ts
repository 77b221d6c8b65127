import type { Leaf } from '../model/condition.ts'
import { parseDuration } from '../model/duration.ts'
import type { Instant, Moment } from '../model/instant.ts'
import { endOfPeriod, first, last, parseMoment } from '../model/moment.ts'
import { asOfFact, isTimed } from '../model/operators.ts'
import type { Rule } from '../model/rule.ts'
import type { Subject } from '../model/subject.ts'
import type { Plan } from './plan.ts'
import { leavesOf } from './reference.ts'

/**
 * The first instant after as-of at which the kind of any outcome is another, all facts being the same: until then, the
 * outcomes hold. `undefined` where time alone changes nothing.
 */
export function nextChangeOf(plan: Plan, subjects: readonly Subject[], asOf: Instant): Instant | undefined {
  let next: Instant | undefined
  for (const rule of plan.rules) {
    const leaves = [rule.when, rule.require]
      .flatMap((root) => (root === undefined ? [] : leavesOf(root)))
      .filter(isTimed)
    if (leaves.length === 0) continue
    for (const subject of subjects) {
      if (subject.kind !== rule.subject) continue
      const kind = plan.outcome(rule, subject, asOf).kind
      const candidates = new Set(leaves.flatMap((leaf) => turningPoints(leaf, subject)))
      for (const instant of [...candidates].filter((candidate) => candidate > asOf).sort((a, b) => a - b)) {
        if (next !== undefined && instant >= next) break
        if (plan.outcome(rule, subject, instant).kind === kind) continue
        next = instant
        break
      }
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
  for (const rule of rules) {
    const leaves = [rule.when, rule.require]
      .flatMap((root) => (root === undefined ? [] : leavesOf(root)))
      .filter(isTimed)
    for (const subject of leaves.length === 0 ? [] : subjects) {
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
