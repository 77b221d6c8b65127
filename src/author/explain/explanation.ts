import type { RuleTests } from '../../load/rules/index.ts'
import type { Condition, Leaf } from '../../model/condition.ts'
import { factCatalogue } from '../../model/facts/index.ts'
import type { Sources } from '../../model/generated/sources.ts'
import type { Document } from '../../model/location.ts'
import { asOfFact, type FactCatalogue } from '../../model/operators.ts'
import type { Control, Rule, RulePack, SourceReference } from '../../model/rule.ts'
import { asQuestion } from '../../settle/words.ts'
import { type Clause, clauseOf, factsIn, type Language, namedIn, termsIn } from './clause.ts'
import { type DecisionTable, decisionTable } from './decision-table.ts'
import { definitionOf } from './statement.ts'
import { subjectInWords } from './subjects.ts'

/** Everything that can be explained. */
export type Rulebook = {
  readonly packs: readonly RulePack[]
  readonly sources: readonly Document<Sources>[]
  readonly tests: readonly RuleTests[]
}

/** A rule for people who read no YAML. */
export type RuleExplanation = {
  readonly id: string
  readonly title: string
  readonly pack: string
  readonly subject: string
  /** What it is applied to, each by itself: 'each account'. */
  readonly appliesTo: string
  /** When it applies; left out where it always does. */
  readonly when?: Clause
  readonly require: Clause
  /** The terms that these use, and those that their definitions use. */
  readonly terms: readonly ExplainedTerm[]
  /** The message where the requirement is not met, with what stands for facts in brackets. */
  readonly message: string
  readonly remedy: string
  readonly level: Rule['level']
  readonly basis: Rule['basis']
  readonly waivable: boolean
  /** Level, basis and whether it can be waived, in whole sentences. */
  readonly force: readonly string[]
  readonly controls: readonly ExplainedControl[]
  readonly sources: readonly Citation[]
  readonly facts: readonly ExplainedFact[]
  /** Left out where the rule has no tests. */
  readonly tests?: DecisionTable
}

export type ExplainedTerm = {
  /** The pack, a slash, and the name of the condition. */
  readonly id: string
  readonly title: string
  readonly description?: string
  readonly means: Clause
}

export type ExplainedControl = { readonly id: string; readonly title: string; readonly sources: readonly Citation[] }

export type Citation = {
  readonly document: string
  readonly title: string
  readonly clause: string
  readonly address?: string
}

type ExplainedFact = {
  readonly fact: string
  readonly label: string
  readonly type: string
  readonly origin: string
}

/** Explains one rule. The book has its pack, its controls and its sources; a rule without tests is explained without. */
export function explainRule(rule: Rule, book: Rulebook, catalogue: FactCatalogue = factCatalogue): RuleExplanation {
  const facts = catalogue[rule.subject]
  const pack = book.packs.find(({ id }) => id === rule.pack)
  const language: Language = { facts, pack: rule.pack, terms: pack?.terms ?? {} }
  const when = rule.when === undefined ? undefined : clauseOf(rule.when, language)
  const require = clauseOf(rule.require, language)
  const conditions = [...(rule.when === undefined ? [] : [rule.when]), rule.require]
  const read = [...new Set(conditions.flatMap(factsIn))].filter((name) => name !== asOfFact)
  const suite = book.tests.find((tests) => tests.rule.id === rule.id)
  const { id, title, subject, level, basis, remedy } = rule
  return {
    id,
    title,
    pack: rule.pack,
    subject,
    appliesTo: subjectInWords(subject),
    ...(when === undefined ? {} : { when }),
    require,
    terms: termsOf(conditions, [...(when === undefined ? [] : [when]), require], language),
    message: messageInWords(rule, catalogue),
    remedy,
    level,
    basis,
    waivable: isWaivable(rule),
    force: forceOf(rule),
    controls: book.packs
      .flatMap(({ controls }) => controls)
      .filter((control) => rule.controls.includes(control.id))
      .map((control) => explainControl(control, book)),
    sources: rule.source.map((reference) => citationOf(reference, book)),
    facts: read.map((name) => explainFact(name, language)),
    ...(suite === undefined ? {} : { tests: decisionTable(suite, facts, read, conditions.some(looksAtTime)) }),
  }
}

/** A control with the clauses that it comes from. */
export function explainControl({ id, title, source }: Control, book: Rulebook): ExplainedControl {
  return { id, title, sources: source.map((reference) => citationOf(reference, book)) }
}

/** In the order in which they are met: first all terms of the rule, then those that their definitions add. */
function termsOf(
  conditions: readonly Condition[],
  clauses: readonly Clause[],
  language: Language,
): readonly ExplainedTerm[] {
  const named = new Map(conditions.flatMap((condition) => [...namedIn(condition)]))
  const terms = new Map<string, ExplainedTerm>()
  const open = clauses.flatMap(termsIn)
  for (const id of open) {
    const name = id.slice(language.pack.length + 1)
    const [condition, term] = [named.get(name), language.terms[name]]
    if (terms.has(id) || condition === undefined || term === undefined) continue
    const means = clauseOf(condition, language)
    const { title, description } = term
    terms.set(id, { id, title, ...(description === undefined ? {} : { description }), means })
    open.push(...termsIn(means))
  }
  return [...terms.values()]
}

function citationOf({ document, clause }: SourceReference, { sources }: Rulebook): Citation {
  const known = sources.flatMap(({ value }) => value.sources).find(({ id }) => id === document)
  const { title = document, address } = known ?? {}
  return { document, title, clause, ...(address === undefined ? {} : { address }) }
}

const types: Readonly<Record<string, string>> = {
  boolean: 'yes or no',
  enum: 'one of a list',
  set: 'any of a list',
  number: 'a number',
  moment: 'a day or an instant',
  span: 'a length of time',
}

const origins: Readonly<Record<string, string>> = {
  declared: 'the descriptor',
  joined: 'the registry',
  derived: 'worked out',
}

function explainFact(name: string, { facts }: Language): ExplainedFact {
  const definition = definitionOf(name, facts)
  const { type, origin } = definition
  const label = asQuestion(definition, name)
  return { fact: name, label, type: types[type] ?? type, origin: origins[origin] ?? origin }
}

/** Law is never waivable, whatever the rule says. */
function isWaivable({ waivable, basis }: Rule): boolean {
  return waivable && basis !== 'law'
}

const levels: Readonly<Record<Rule['level'], string>> = {
  error: 'An engagement passes only where this is met: what fails it, or leaves it undecided, stops the engagement.',
  warning: 'What fails it, or leaves it undecided, is shown as a warning and does not by itself stop the engagement.',
  note: 'What fails it, or leaves it undecided, is shown as a note and does not by itself stop the engagement.',
}

const bases: Readonly<Record<Rule['basis'], string>> = {
  law: 'It rests on law, so it cannot be waived, lowered or switched off.',
  contract: 'It rests on what is agreed by contract',
  policy: "It rests on the firm's own policy",
}

function forceOf(rule: Rule): readonly string[] {
  if (rule.basis === 'law') return [levels[rule.level], bases.law]
  const lifted = isWaivable(rule) ? ', and may be waived on record' : ', and no exception lifts it'
  return [levels[rule.level], `${bases[rule.basis]}${lifted}.`]
}

function messageInWords({ message, subject }: Rule, catalogue: FactCatalogue): string {
  return message.replace(/\{\{\s*([A-Za-z][A-Za-z0-9]*)\s*\}\}/g, (_, name: string) => {
    if (name === asOfFact) return '[the time of the check]'
    const definition = catalogue[subject][name]
    return definition?.type === 'boolean' ? '[yes or no]' : `[${asQuestion(definition, name)}]`
  })
}

/** Whether the outcome depends on when the check is made. */
function looksAtTime(condition: Condition): boolean {
  if (condition.kind === 'leaf') return isTimed(condition)
  return condition.kind === 'all' || condition.kind === 'any'
    ? condition.of.some(looksAtTime)
    : looksAtTime(condition.of)
}

function isTimed({ fact, operator, value }: Leaf): boolean {
  return fact === asOfFact || value.kind === 'as-of' || operator === 'withinLast' || operator === 'longerAgoThan'
}
