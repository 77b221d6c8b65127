/** What is wrong between two rules of one kind of subject. */
import { factCatalogue } from '../../model/facts/index.ts'
import type { Rule } from '../../model/rule.ts'
import type { SubjectKind } from '../../model/subject.ts'
import { inWords, listInWords } from '../../settle/words.ts'
import { type Node, type Operation, TooLarge } from '../reason/diagram.ts'
import { FAIL, PASS, TRUE } from '../reason/kleene.ts'
import type { Example, Scope } from '../reason/scope.ts'
import { leavesOfRule, sharedScope } from '../reason.ts'
import type { Fault } from './fault.ts'
import { type RuleParts, undecided } from './single.ts'

/** Rules that say the same as another, nothing that another does not say, or the contrary of another. */
export function pairFaults(rules: readonly RuleParts[]): readonly Fault[] {
  const kinds = new Map<SubjectKind, RuleParts[]>()
  for (const one of rules) kinds.set(one.rule.subject, [...(kinds.get(one.rule.subject) ?? []), one])
  return [...kinds.values()].flatMap(faultsOfKind)
}

/** All rules of a kind in one scope; if that is too large, two at a time. */
function faultsOfKind(rules: readonly RuleParts[]): readonly Fault[] {
  const pairs = rules.flatMap((one, index) => rules.slice(index + 1).map((other) => [one, other] as const))
  try {
    const scope = scopeOver(rules)
    return pairs.flatMap(([one, other]) => faultsBetween(scope, one.rule, other.rule))
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error
  }
  return pairs.flatMap(([one, other]) => {
    try {
      return faultsBetween(scopeOver([one, other]), one.rule, other.rule)
    } catch (error) {
      if (error instanceof TooLarge) return [undecided(one, `it says something else than ${other.rule.id}`)]
      throw error
    }
  })
}

const scopeOver = (rules: readonly RuleParts[]): Scope =>
  sharedScope(
    rules.flatMap(({ rule }) => leavesOfRule(rule)),
    factCatalogue[rules[0]?.rule.subject ?? 'engagement'],
  )

function faultsBetween(scope: Scope, one: Rule, other: Rule): readonly Fault[] {
  const { diagrams, outcome, exampleOf, isComplete } = scope
  const [first, second] = [outcome(one), outcome(other)]
  const [a, b] = [diagrams.whereStated(first), diagrams.whereStated(second)]
  const exampleWhere = (operation: Operation): Example | undefined => {
    const found = diagrams.find(diagrams.combine(operation, a, b), (value) => value === 1)
    return found && exampleOf(found, [first, second])
  }
  const found = (): Fault | undefined => {
    if (a === b) return same(one, other, exampleWhere(bothFail))
    const shorter = implied(one, other, () => diagrams.combine(onlyFirstFails, a, b) === 0)
    if (shorter) return impliedFault(one, other, exampleWhere(bothFail))
    const longer = implied(other, one, () => diagrams.combine(onlySecondFails, a, b) === 0)
    if (longer) return impliedFault(other, one, exampleWhere(bothFail))
    if (exampleWhere(bothMet) !== undefined) return undefined
    const both = bothApply(scope, one, other, [first, second])
    return both && contradiction(one, other, both)
  }
  const fault = found()
  if (fault === undefined) return []
  if (isComplete(first, second)) return [fault]
  return [undecided({ rule: one, roots: [] }, `it says something else than ${other.id}`)]
}

/** A rule that is there for a control of its own answers for that control, and may well say a part of what another says. */
function implied(one: Rule, other: Rule, onlyWithOther: () => boolean): boolean {
  return (
    one.level === other.level && one.controls.every((control) => other.controls.includes(control)) && onlyWithOther()
  )
}

function bothApply(scope: Scope, one: Rule, other: Rule, outcomes: readonly Node[]): Example | undefined {
  const { diagrams, truth, exampleOf } = scope
  const [first, second] = [one, other].map(({ when }) => diagrams.whereStated(when === undefined ? TRUE : truth(when)))
  const found = diagrams.find(diagrams.combine(bothTrue, first ?? TRUE, second ?? TRUE), (value) => value === 1)
  return found && exampleOf(found, outcomes)
}

const says =
  (holds: (left: number, right: number) => boolean): Operation =>
  (left, right) =>
    holds(left, right) ? 1 : 0
const bothFail = says((left, right) => left === FAIL && right === FAIL)
const bothMet = says((left, right) => left === PASS && right === PASS)
const bothTrue = says((left, right) => left === TRUE && right === TRUE)
const onlyFirstFails = says((left, right) => left === FAIL && right !== FAIL)
const onlySecondFails = says((left, right) => left !== FAIL && right === FAIL)

function same(one: Rule, other: Rule, example: Example | undefined): Fault {
  return {
    code: 'RULES_SAME',
    message: `${other.id} says the same as ${one.id}, in ${one.at.file}${failing(example)}`,
    hint: 'Make one rule of the two; it may name the controls of both.',
    at: other.at,
  }
}

function impliedFault(one: Rule, other: Rule, example: Example | undefined): Fault {
  return {
    code: 'RULE_IMPLIED',
    message: `${one.id} says nothing that ${other.id} does not say: whenever it fails, that one fails as well${failing(example)}`,
    hint: 'Remove it, narrow the other one, or name the control that it answers for.',
    at: one.at,
  }
}

function contradiction(one: Rule, other: Rule, example: Example): Fault {
  return {
    code: 'RULES_CONTRADICT',
    message: `${other.id} and ${one.id}, in ${one.at.file}, contradict each other: where both apply, never are both met. E.g. when ${exampleInWords(example)}`,
    hint: 'Narrow the "when" of one of them, or correct what it requires.',
    at: other.at,
  }
}

const failing = (example: Example | undefined): string =>
  example === undefined ? '' : `. E.g. both fail when ${exampleInWords(example)}`

/** At most a handful of facts: enough to recognise the case. */
function exampleInWords({ facts, asOf }: Example): string {
  const names = Object.keys(facts)
  const moments = names.some(
    (name) => typeof facts[name] === 'object' && facts[name] !== null && 'dateOnly' in facts[name],
  )
  const shown = names.slice(0, fewFacts).map((name) => `${name} is ${inWords(facts[name] ?? '')}`)
  const rest = names.length > fewFacts ? [`${names.length - fewFacts} more facts are as they may be`] : []
  const now = moments ? [`asOf is ${new Date(asOf).toISOString()}`] : []
  const all = [...shown, ...rest, ...now]
  return all.length === 0 ? 'nothing is stated' : listInWords(all)
}

const fewFacts = 8
