import { Canonical } from '../model/canonical.ts'
import type { Condition } from '../model/condition.ts'
import type { FactValue } from '../model/fact.ts'
import { factCatalogue } from '../model/facts/index.ts'
import type { Instant } from '../model/instant.ts'
import { asOfFact, isTimed } from '../model/operators.ts'
import type { Explanation, Outcome } from '../model/outcome.ts'
import type { Rule } from '../model/rule.ts'
import type { Subject } from '../model/subject.ts'
import { digestOf } from '../text/digest.ts'
import { partsOf, type RuleExplanation } from './deciding.ts'

/**
 * What a waiver is given for: the outcome, the facts that decided it, the things that such a fact is about, and the
 * conditions of the rule. It is the same for as long as these are, wherever they are stated and whatever they are called:
 * labels, messages, places, dates of review and the day of the check are not in it. What is absent is in it as absent.
 */
export function factsDigest(rule: Rule, subject: Subject, explanation: RuleExplanation, outcome: Outcome): string {
  const names = namesFor(rule, explanation, outcome)
  const facts = Object.fromEntries(names.map((name) => [name, encoded(subject.facts[name]?.value)]))
  return digestOf({ outcome: outcome.kind, facts, conditions: conditionsOf(rule) }).slice(0, 16)
}

/** Subjects that are alike share an explanation. */
const known = new WeakMap<RuleExplanation, { readonly kind: Outcome['kind']; readonly names: readonly string[] }>()

function namesFor(rule: Rule, explanation: RuleExplanation, outcome: Outcome): readonly string[] {
  const before = known.get(explanation)
  if (before !== undefined && before.kind === outcome.kind) return before.names
  const names = decidedAnyDay(rule, explanation, outcome)
  known.set(explanation, { kind: outcome.kind, names })
  return names
}

const conditions = new WeakMap<Rule, Canonical>()

function conditionsOf(rule: Rule): Canonical {
  const known = conditions.get(rule)
  if (known !== undefined) return known
  const made = new Canonical([rule.when === undefined ? null : written(rule.when), written(rule.require)])
  conditions.set(rule, made)
  return made
}

/**
 * The facts that decided, and those that may decide as well: what is not known, and with what time alone could bring
 * another part of the rule to decide the same. So these are the same on every day that has the same outcome, and a waiver
 * does not outlast that what held is no longer told.
 */
function decidedAnyDay(rule: Rule, { when, require }: RuleExplanation, outcome: Outcome): readonly string[] {
  const names = new Set<string>()
  const root = (condition: Condition, explanation: Explanation): void => {
    // With an unknown, either of the two can be what is unknown, and time can change which.
    if (outcome.kind === 'unknown' && dependsOnTime(condition)) addAll(condition, names)
    else collect(condition, explanation, names)
  }
  root(rule.require, require)
  if (rule.when !== undefined && when !== undefined) root(rule.when, when)
  names.delete(asOfFact)
  const facts = factCatalogue[rule.subject]
  for (const name of [...names]) for (const one of facts[name]?.about ?? []) names.add(one)
  return [...names]
}

/** `explanation` has the same truth on every day that has the same outcome. */
function collect(condition: Condition, explanation: Explanation, names: Set<string>): void {
  if (condition.kind === 'leaf') {
    addAll(condition, names)
    return
  }
  const parts = partsOf(condition)
  const { truth } = explanation
  // One part has the truth of the whole; all parts of an 'all' that is true are true, and those of a false 'any' false.
  const settled = parts.length === 1 || (condition.kind === 'all' ? truth === true : truth === false)
  parts.forEach((part, place) => {
    const explained = explanation.of?.[place]
    if (explained === undefined || (!settled && dependsOnTime(part))) addAll(part, names)
    // What is not known may be another reason: beside a part that decided, it is what was not granted.
    else if (settled || explained.truth === truth || explained.truth === undefined) collect(part, explained, names)
  })
}

function addAll(condition: Condition, names: Set<string>): void {
  if (condition.kind !== 'leaf') {
    for (const part of partsOf(condition)) addAll(part, names)
    return
  }
  names.add(condition.fact)
  if (condition.value.kind === 'fact') names.add(condition.value.fact)
}

function dependsOnTime(condition: Condition): boolean {
  return condition.kind === 'leaf' ? isTimed(condition) : partsOf(condition).some(dependsOnTime)
}

/** A condition without the names of its parts, and without the order in which they are written. */
function written(condition: Condition): unknown {
  switch (condition.kind) {
    case 'leaf': {
      const { fact, operator, value } = condition
      return { fact, operator, value }
    }
    case 'named':
      return written(condition.of)
    case 'not':
      return { not: written(condition.of) }
    default: {
      const parts = condition.of.map((part) => [digestOf(written(part)), written(part)] as const)
      parts.sort(([one], [other]) => (one < other ? -1 : 1))
      return { [condition.kind]: parts.map(([, part]) => part) }
    }
  }
}

function encoded(value: FactValue | undefined): unknown {
  if (value === undefined) return null
  if (typeof value !== 'object') return value
  if (Array.isArray(value)) return [...value].sort()
  const { from, to } = value as { readonly from: Instant; readonly to: Instant }
  return { from, to }
}
