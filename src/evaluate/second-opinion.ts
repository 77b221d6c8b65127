/**
 * The second opinion: json-rules-engine decides again what was decided. The only file that knows that library; import
 * it where it is needed, with import(), so that the library costs nothing elsewhere.
 *
 * What it does that a caller must know: overlapping runs of one engine lose results, so runs follow one another; its
 * default path resolver can execute code, so it is given a plain one; it knows two truths, so whatever is open is filled.
 */
import { Engine, type TopLevelCondition } from 'json-rules-engine'
import type { Condition } from '../model/condition.ts'
import { addDuration, parseDuration } from '../model/duration.ts'
import type { Instant } from '../model/instant.ts'
import { pointAt } from '../model/moment.ts'
import { asOfFact, type FactCatalogue } from '../model/operators.ts'
import type { Evaluated, Outcome } from '../model/outcome.ts'
import type { Rule } from '../model/rule.ts'
import type { Subject } from '../model/subject.ts'
import { type Choice, choicesFor, type DefiniteMoment, definiteMoments, fillings } from './fills.ts'
import { leavesOf, truth } from './reference.ts'
import { literalChoice, literalFact, translateRoot } from './translate.ts'

/** A decided outcome that json-rules-engine does not share. Either of the two is wrong: nothing may be concluded. */
export type Disagreement = {
  readonly rule: string
  readonly subject: string
  readonly ours: Outcome['kind']
  readonly theirs: Outcome['kind']
  /** The facts that the engine was given: the stated ones, and a filling for what is open. */
  readonly facts: Readonly<Record<string, unknown>>
}

/**
 * Decides every pass, fail and not-applicable again; unknown is no decision. Facts that are absent, and dates and
 * lengths that are vague, are filled with at least two values of their domain, and every answer has to fit.
 *
 * Shape: in the order of `evaluated`; empty where both agree. Errors: rejects if the engine throws.
 */
export async function secondOpinion(
  evaluated: readonly Evaluated[],
  asOf: Instant,
  catalogue: FactCatalogue,
): Promise<readonly Disagreement[]> {
  const decided = evaluated.filter(({ outcome }) => outcome.kind !== 'unknown')
  const found = new Map<Evaluated, Disagreement>()
  for (const ofKind of groups(decided, ({ subject }) => subject.kind).values()) {
    const rules = [...new Set(ofKind.map(({ rule }) => rule))]
    const engine = engineFor(rules, asOf)
    for (const [subject, ofSubject] of groups(ofKind, (one) => one.subject)) {
      for (const facts of fillings(choices(rules, subject, asOf, catalogue))) {
        const { results } = await engine.run({ ...facts })
        const holds = new Set(results.map(({ name }) => name))
        for (const one of ofSubject) {
          const theirs = theirOutcome(one.rule, holds)
          if (found.has(one) || fits(one, theirs, asOf)) continue
          found.set(one, { rule: one.rule.id, subject: subject.id, ours: one.outcome.kind, theirs, facts })
        }
      }
    }
  }
  return decided.flatMap((one) => found.get(one) ?? [])
}

const whenOf = (rule: Rule): string => `when ${rule.id}`
const requireOf = (rule: Rule): string => `require ${rule.id}`

function theirOutcome(rule: Rule, holds: ReadonlySet<string>): Outcome['kind'] {
  if (rule.when !== undefined && !holds.has(whenOf(rule))) return 'not-applicable'
  return holds.has(requireOf(rule)) ? 'pass' : 'fail'
}

/** A pass where it is unknown whether the rule applies may turn out not to be needed. */
function fits({ rule, subject, outcome }: Evaluated, theirs: Outcome['kind'], asOf: Instant): boolean {
  if (theirs === outcome.kind) return true
  if (outcome.kind !== 'pass' || theirs !== 'not-applicable' || rule.when === undefined) return false
  return truth(rule.when, subject, asOf) === undefined
}

function engineFor(rules: readonly Rule[], asOf: Instant): Engine {
  const engine = new Engine([], { pathResolver: () => undefined })
  engine.addOperator<DefiniteMoment, DefiniteMoment>('before', (left, right) => left.at < right.at)
  engine.addOperator<DefiniteMoment, DefiniteMoment>('after', (left, right) => left.at > right.at)
  engine.addOperator<DefiniteMoment, string>(
    'withinLast',
    (left, period) => left.at <= asOf && asOf <= endOf(left, period),
  )
  engine.addOperator<DefiniteMoment, string>('longerAgoThan', (left, period) => endOf(left, period) < asOf)
  engine.addOperator<number, number>('atMost', (left, right) => left <= right)
  engine.addOperator<number, number>('moreThan', (left, right) => left > right)
  const event = { type: 'holds' }
  for (const rule of rules) {
    const conditions = (root: Condition): TopLevelCondition =>
      translateRoot(root, rule.pack, (name, of) =>
        engine.setCondition(name, of as TopLevelCondition),
      ) as TopLevelCondition
    if (rule.when !== undefined) engine.addRule({ name: whenOf(rule), conditions: conditions(rule.when), event })
    engine.addRule({ name: requireOf(rule), conditions: conditions(rule.require), event })
  }
  return engine
}

/** The last instant of a period that starts at a definite instant; a bare date's calendar periods last all day. */
function endOf({ at, dateOnly }: DefiniteMoment, text: string): Instant {
  const period = parseDuration(text)
  if (period === undefined) return Number.NaN
  if (!dateOnly || period.milliseconds > 0) return addDuration(at, period)
  return new Date(addDuration(at, period)).setUTCHours(23, 59, 59, 999)
}

/** Every fact that the rules read, with what it may be. */
function choices(
  rules: readonly Rule[],
  subject: Subject,
  asOf: Instant,
  catalogue: FactCatalogue,
): Map<string, Choice> {
  const found = new Map<string, Choice>([[asOfFact, { values: definiteMoments(pointAt(asOf)), linked: false }]])
  const add = (name: string): void => {
    const definition = catalogue[subject.kind][name]
    const choice = definition && choicesFor(definition, subject.facts[name]?.value, asOf)
    if (choice !== undefined) found.set(name, choice)
  }
  for (const leaf of rules.flatMap(({ when, require }) => [...(when ? leavesOf(when) : []), ...leavesOf(require)])) {
    add(leaf.fact)
    if (leaf.value.kind === 'fact') add(leaf.value.fact)
    const literal = literalChoice(leaf)
    if (leaf.value.kind === 'literal' && literal !== undefined) found.set(literalFact(leaf.value.value), literal)
  }
  return found
}

function groups<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const found = new Map<K, T[]>()
  for (const item of items) {
    const group = found.get(keyOf(item))
    if (group === undefined) found.set(keyOf(item), [item])
    else group.push(item)
  }
  return found
}
