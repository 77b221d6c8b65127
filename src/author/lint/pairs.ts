/** What is wrong between two rules of one kind of subject. */
import { factCatalogue } from '../../model/facts/index.ts'
import type { Rule } from '../../model/rule.ts'
import type { SubjectKind } from '../../model/subject.ts'
import { inWords, listInWords } from '../../settle/words.ts'
import { type Operation, type Together, TooLarge } from '../reason/diagram.ts'
import { APART, FAIL, PASS } from '../reason/kleene.ts'
import type { Example, Scope } from '../reason/scope.ts'
import { leavesOfRule, sharedScope } from '../reason.ts'
import type { Fault } from './fault.ts'
import { type RuleParts, undecided } from './single.ts'

/**
 * Rules that say the same as another, nothing that another does not say, or the contrary of another. Of two rules, one
 * at least is asked about; a fault that both of them have is told of that one.
 */
export function pairFaults(rules: readonly RuleParts[], isAsked: (rule: Rule) => boolean): readonly Fault[] {
  const kinds = new Map<SubjectKind, Rule[]>()
  for (const { rule } of rules) kinds.set(rule.subject, [...(kinds.get(rule.subject) ?? []), rule])
  return [...kinds.values()].flatMap((ofKind) => {
    const pairs = ofKind.flatMap((one, index) => ofKind.slice(index + 1).map((other) => [one, other] as const))
    const asked = pairs.filter(([one, other]) => isAsked(one) || isAsked(other))
    return asked.length === 0
      ? []
      : faultsOfKind(
          ofKind,
          asked.map(([one, other]) => (isAsked(other) ? [one, other] : [other, one])),
        )
  })
}

type Pair = readonly [one: Rule, other: Rule]

/** All rules of a kind in one scope; what is not decided there, with the two rules alone. */
function faultsOfKind(rules: readonly Rule[], pairs: readonly Pair[]): readonly Fault[] {
  const shared = attempt(() => scopeOver(rules))
  return pairs.flatMap(([one, other]) => {
    const decided =
      (shared && attempt(() => faultsBetween(shared, one, other))) ??
      attempt(() => faultsBetween(scopeOver([one, other]), one, other))
    return decided ?? [undecided(other, `it says something else than ${one.id}`)]
  })
}

/** Nothing, where the question is too large. */
function attempt<T>(decide: () => T): T | undefined {
  try {
    return decide()
  } catch (error) {
    if (error instanceof TooLarge) return undefined
    throw error
  }
}

const scopeOver = (rules: readonly Rule[]): Scope =>
  sharedScope(rules.flatMap(leavesOfRule), factCatalogue[rules[0]?.subject ?? 'engagement'])

/** The faults between two rules; `undefined` where a fault is not certain. */
function faultsBetween(scope: Scope, one: Rule, other: Rule): readonly Fault[] | undefined {
  const { diagrams, outcome, exampleOf, isComplete } = scope
  const nodes = [outcome(one), outcome(other)] as const
  const [a, b] = [diagrams.whereStated(nodes[0]), diagrams.whereStated(nodes[1])]
  const found = diagrams.valuesTogether(
    a,
    b,
    (sofar) => has(sofar, PASS, PASS) && relationOf(one, other, sofar) === undefined,
  )
  const relation = relationOf(one, other, found)
  if (relation === undefined) return []
  if (!isComplete(...nodes)) return undefined
  const example = (first: number, second: number): Example | undefined => {
    const both: Operation = (left, right) => (left === first && right === second ? 1 : 0)
    const way = diagrams.find(diagrams.combine(both, a, b), (value) => value === 1)
    return way && exampleOf(way, nodes)
  }
  switch (relation) {
    case 'same':
      return [same(one, other, example(FAIL, FAIL))]
    case 'first-implied':
      return [impliedBy(one, other, example(FAIL, FAIL))]
    case 'second-implied':
      return [impliedBy(other, one, example(FAIL, FAIL))]
    case 'contrary':
      return [contradiction(one, other, example(FAIL, PASS))]
  }
}

type Relation = 'same' | 'first-implied' | 'second-implied' | 'contrary'

/** What follows from the outcomes that two rules can have on one subject. */
function relationOf(one: Rule, other: Rule, found: readonly Together[]): Relation | undefined {
  if (found.every(([first, second]) => first === second)) return answerForTheSame(one, other) ? 'same' : undefined
  if (isImplied(one, other, found)) return 'first-implied'
  const swapped = found.map(([first, second]): Together => [second, first])
  if (isImplied(other, one, swapped)) return 'second-implied'
  // A rule that forbids the very case that another is about does not contradict it: who complies has left that case.
  return !has(found, PASS, PASS) && has(found, PASS, FAIL) && has(found, FAIL, PASS) ? 'contrary' : undefined
}

/** A pack stands by itself, as another may be left out: what it publishes, its own rules check. */
function answerForTheSame(one: Rule, other: Rule): boolean {
  return one.pack === other.pack || one.controls.some((control) => other.controls.includes(control))
}

/**
 * A rule with a control of its own answers for that control, and one that applies to fewer cases speaks of those cases:
 * both may well say a part of what another says. What is left fails later than the other, wherever that one applies.
 */
function isImplied(one: Rule, other: Rule, found: readonly Together[]): boolean {
  if (one.level !== other.level || !one.controls.every((control) => other.controls.includes(control))) return false
  return found.every(([first, second]) => (first !== FAIL || second === FAIL) && (first !== APART || second === APART))
}

const has = (found: readonly Together[], first: number, second: number): boolean =>
  found.some((pair) => pair[0] === first && pair[1] === second)

function same(one: Rule, other: Rule, example: Example | undefined): Fault {
  return {
    code: 'RULES_SAME',
    message: `${other.id} says the same as ${one.id}, in ${one.at.file}${failing(example)}`,
    hint: 'Make one rule of the two; it may name the controls of both.',
    at: other.at,
  }
}

function impliedBy(one: Rule, other: Rule, example: Example | undefined): Fault {
  return {
    code: 'RULE_IMPLIED',
    message: `${one.id} says nothing that ${other.id} does not say: whenever it fails, that one fails as well${failing(example)}`,
    hint: 'Remove it, narrow the other one, or name the control that it answers for.',
    at: one.at,
  }
}

function contradiction(one: Rule, other: Rule, example: Example | undefined): Fault {
  return {
    code: 'RULES_CONTRADICT',
    message: `${other.id} and ${one.id}, in ${one.at.file}, contradict each other: where both apply, never are both met${seen(example)}`,
    hint: 'Narrow the "when" of one of them, or correct what it requires.',
    at: other.at,
  }
}

const seen = (example: Example | undefined): string =>
  example === undefined ? '' : `. E.g. when ${exampleInWords(example)}`

const failing = (example: Example | undefined): string =>
  example === undefined ? '' : `. E.g. both fail when ${exampleInWords(example)}`

/** At most a handful of facts: enough to recognise the case. */
function exampleInWords({ facts, asOf }: Example): string {
  const names = Object.keys(facts)
  const moments = names.some(
    (name) => typeof facts[name] === 'object' && facts[name] !== null && 'dateOnly' in facts[name],
  )
  const shown = names.slice(0, fewFacts).map((name) => `${name} is ${inWords(facts[name] ?? '')}`)
  const rest = names.length > fewFacts ? [`${names.length - fewFacts} more facts are given`] : []
  const now = moments ? [`asOf is ${new Date(asOf).toISOString()}`] : []
  const all = [...shown, ...rest, ...now]
  return all.length === 0 ? 'nothing is stated' : listInWords(all)
}

const fewFacts = 8
