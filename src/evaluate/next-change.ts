import type { Leaf } from '../model/condition.ts'
import { parseDuration } from '../model/duration.ts'
import type { Instant, Moment } from '../model/instant.ts'
import { endOfPeriod, first, last, parseMoment } from '../model/moment.ts'
import { asOfFact, isTimed } from '../model/operators.ts'
import type { Subject } from '../model/subject.ts'
import { subjectAt } from '../model/validity.ts'
import type { Plan } from './plan.ts'
import { leavesOf } from './reference.ts'

/**
 * The first instant after as-of at which the kind of any outcome is another, all facts being the same: until then, the
 * outcomes hold. `undefined` where time alone changes nothing.
 */
export function nextChangeOf(plan: Plan, subjects: readonly Subject[], asOf: Instant): Instant | undefined {
  let next: Instant | undefined
  const ages = subjects.some(({ validities }) => validities !== undefined)
  for (const rule of plan.rules) {
    const leaves = [rule.when, rule.require].flatMap((root) => (root === undefined ? [] : leavesOf(root)))
    const timed = leaves.filter(isTimed)
    if (timed.length === 0 && !ages) continue
    for (const subject of subjects) {
      if (subject.kind !== rule.subject) continue
      const candidates = new Set([
        ...timed.flatMap((leaf) => turningPoints(leaf, subject)),
        ...edgesOf(leaves, subject),
      ])
      if (candidates.size === 0) continue
      const kind = plan.outcome(rule, subjectAt(subject, asOf), asOf).kind
      for (const instant of [...candidates].filter((candidate) => candidate > asOf).sort((a, b) => a - b)) {
        if (next !== undefined && instant >= next) break
        if (plan.outcome(rule, subjectAt(subject, instant), instant).kind === kind) continue
        next = instant
        break
      }
    }
  }
  return next
}

/** Every instant at which a fact that a leaf reads begins to count, or no longer does. */
function edgesOf(leaves: readonly Leaf[], { validities }: Subject): readonly Instant[] {
  if (validities === undefined) return []
  const names = leaves.flatMap(({ fact, value }) => (value.kind === 'fact' ? [fact, value.fact] : [fact]))
  return names.flatMap((name) => {
    const validity = validities[name]
    return validity === undefined ? [] : [validity.from, validity.until]
  })
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
