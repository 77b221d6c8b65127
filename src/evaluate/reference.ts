/**
 * What is right, short enough to be read in a minute. It is the specification of `plan.ts`, which is fast.
 */
import type { Condition, Leaf } from '../model/condition.ts'
import type { FactValue } from '../model/fact.ts'
import type { Instant } from '../model/instant.ts'
import { pointAt } from '../model/moment.ts'
import { asOfFact } from '../model/operators.ts'
import type { Outcome, Truth } from '../model/outcome.ts'
import type { Rule } from '../model/rule.ts'
import type { Subject } from '../model/subject.ts'
import { compare, lacking, readLiteral } from './compare.ts'

/** What a rule says of a subject of its kind: three-valued, and never a pass or a fail that an absent fact could undo. */
export function decide(rule: Rule, subject: Subject, asOf: Instant): Outcome {
  const when = rule.when === undefined ? true : truth(rule.when, subject, asOf)
  const required = truth(rule.require, subject, asOf)
  if (when === false) return { kind: 'not-applicable' }
  if (required === true) return { kind: 'pass' }
  if (when === true && required === false) return { kind: 'fail' }
  const names = [rule.when, rule.require].flatMap((root) => (root === undefined ? [] : missing(root, subject, asOf)))
  return { kind: 'unknown', missing: [...new Set(names)].sort() }
}

/** Kleene's strong logic; a leaf with an absent fact is unknown. */
export function truth(condition: Condition, subject: Subject, asOf: Instant): Truth {
  if (condition.kind !== 'leaf') {
    const parts = partsOf(condition).map((part) => truth(part, subject, asOf))
    return combined(condition.kind, parts)
  }
  const { fact, operator, value } = condition
  const left = valueAt(fact, subject, asOf)
  const other = value.kind === 'fact' ? value.fact : asOfFact
  const right = value.kind === 'literal' ? readLiteral(operator, value.value) : valueAt(other, subject, asOf)
  return left === undefined || right === undefined ? undefined : compare[operator](left, right, asOf)
}

/** What a condition is, given what its parts are. */
export function combined(kind: Exclude<Condition['kind'], 'leaf'>, parts: readonly Truth[]): Truth {
  switch (kind) {
    case 'all':
      return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true
    case 'any':
      return parts.includes(true) ? true : parts.includes(undefined) ? undefined : false
    case 'not':
      return parts[0] === undefined ? undefined : !parts[0]
    case 'named':
      return parts[0]
  }
}

/** The absent facts of the unknown leaves whose ancestors are all unknown. */
function missing(condition: Condition, subject: Subject, asOf: Instant): readonly string[] {
  if (truth(condition, subject, asOf) !== undefined) return []
  if (condition.kind === 'leaf') return lacking(condition, (fact) => valueAt(fact, subject, asOf))
  return partsOf(condition).flatMap((part) => missing(part, subject, asOf))
}

/** The conditions that a condition is made of. */
export function partsOf(condition: Condition): readonly Condition[] {
  if (condition.kind === 'leaf') return []
  return condition.kind === 'all' || condition.kind === 'any' ? condition.of : [condition.of]
}

/** Every leaf of a condition, in the order in which it is written. */
export const leavesOf = (condition: Condition): readonly Leaf[] =>
  condition.kind === 'leaf' ? [condition] : partsOf(condition).flatMap(leavesOf)

/** What a condition sees of a fact. */
export const valueAt = (fact: string, subject: Subject, asOf: Instant): FactValue | undefined =>
  fact === asOfFact ? pointAt(asOf) : subject.facts[fact]?.value
