import type { RuleCase, RuleTests } from '../../load/rules/index.ts'
import type { Fact, FactDefinition, FactValue } from '../../model/fact.ts'
import type { Outcome } from '../../model/outcome.ts'
import { asQuestion, inWords, listInWords } from '../../settle/words.ts'
import { definitionOf, type Facts, flagIn, valueInWords, valuesIn } from './statement.ts'

/** The tests of a rule: what each case states, and what comes of it. */
export type DecisionTable = {
  /** The time of the check in most cases, if it matters. */
  readonly asOf?: string
  /** What every case states alike. */
  readonly always: readonly Stated[]
  /** The facts that are not the same in all cases, in the order in which the rule reads them. */
  readonly facts: readonly { readonly fact: string; readonly label: string }[]
  /** What most cases state of them: the first of several that are equally frequent. */
  readonly usually: readonly Stated[]
  readonly cases: readonly TableCase[]
}

export type Stated = {
  readonly fact: string
  /** Left out where the fact is not stated. */
  readonly value?: string
  /** As a statement, 'the data is not personal'; of what is not stated, the question: 'whether the data is personal'. */
  readonly says: string
}

export type TableCase = {
  readonly name: string
  /** Only where it matters, and is another than in most cases. */
  readonly asOf?: string
  readonly outcome: Outcome['kind']
  /** For each of the table's facts, its value; nothing where the case does not state it. */
  readonly values: readonly (string | undefined)[]
  /** What it states of the facts in which it differs from most others. */
  readonly differs: readonly Stated[]
  /** What would have to be stated: names of facts. */
  readonly missing: readonly string[]
}

/** The decision table of a rule's tests. `read`: the facts that the rule reads, in order; `timed`: whether it looks at the time. */
export function decisionTable(
  { cases }: RuleTests,
  facts: Facts,
  read: readonly string[],
  timed: boolean,
): DecisionTable {
  const names = [...new Set([...read, ...cases.flatMap((one) => Object.keys(one.facts))])].filter((name) =>
    Object.hasOwn(facts, name),
  )
  const keyOf = (one: RuleCase, name: string): string => JSON.stringify(one.facts[name]?.value ?? null)
  const varying = names.filter((name) => new Set(cases.map((one) => keyOf(one, name))).size > 1)
  const [firstCase] = cases
  const always = names.filter((name) => !varying.includes(name) && firstCase?.facts[name] !== undefined)
  const usual = new Map(varying.map((name) => [name, mostFrequent(cases.map((one) => keyOf(one, name)))]))
  const asUsual = (name: string) => cases.find((one) => keyOf(one, name) === usual.get(name))
  const time = mostFrequent(cases.map(({ asOf }) => instant(asOf)))
  return {
    ...(timed ? { asOf: time } : {}),
    always: always.map((name) => stated(name, facts, firstCase?.facts[name])),
    facts: varying.map((name) => ({ fact: name, label: definitionOf(name, facts).label })),
    usually: varying.map((name) => stated(name, facts, asUsual(name)?.facts[name])),
    cases: cases.map((one) => ({
      name: one.name,
      ...(timed && instant(one.asOf) !== time ? { asOf: instant(one.asOf) } : {}),
      outcome: one.expect,
      values: varying.map((name) => inTable(definitionOf(name, facts), one.facts[name])),
      differs: varying
        .filter((name) => keyOf(one, name) !== usual.get(name))
        .map((name) => stated(name, facts, one.facts[name])),
      missing: one.missing ?? [],
    })),
  }
}

function mostFrequent(keys: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0] as [string, number])[0]
}

function stated(name: string, facts: Facts, fact: Fact | undefined): Stated {
  const definition = definitionOf(name, facts)
  const value = inTable(definition, fact)
  if (fact?.value === undefined || value === undefined) return { fact: name, says: asQuestion(definition, name) }
  return { fact: name, value, says: saysOf(definition, fact.value, value) }
}

function saysOf(definition: FactDefinition, value: FactValue, words: string): string {
  if (typeof value === 'boolean') return flagIn(definition, value)
  if (definition.type === 'enum') return valuesIn(definition, true, [String(value)])
  return `${definition.label}: ${words}`
}

function inTable(definition: FactDefinition, fact: Fact | undefined): string | undefined {
  if (fact?.value === undefined) return undefined
  if (definition.type === 'enum') return valueInWords(definition, String(fact.value))
  if (definition.type === 'set' && Array.isArray(fact.value)) {
    return listInWords(fact.value.map((value: string) => valueInWords(definition, value)))
  }
  return inWords(fact.value)
}

/** `2026-11-22`, or with its time where it has one. */
function instant(asOf: number): string {
  return new Date(asOf)
    .toISOString()
    .replace(/T00:00:00\.000Z$/, '')
    .replace('.000Z', 'Z')
}
