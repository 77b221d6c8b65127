import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Fact } from '../../model/fact.ts'
import type { RuleTests as TestsDocument } from '../../model/generated/rule-tests.ts'
import type { Instant } from '../../model/instant.ts'
import type { Document, Location } from '../../model/location.ts'
import { first, parseMoment } from '../../model/moment.ts'
import type { FactCatalogue } from '../../model/operators.ts'
import type { Outcome } from '../../model/outcome.ts'
import { failed, ok, type Result } from '../../model/result.ts'
import type { Rule, RulePack } from '../../model/rule.ts'
import { seen } from '../../text/harmless.ts'
import { suggest } from '../../text/nearest.ts'
import { readFact } from './literals.ts'
import { collectProblems, compareText, inside, isMapping, type Place, type Problems } from './problems.ts'

/** The tests of one rule. */
export type RuleTests = {
  readonly rule: Rule
  readonly cases: readonly RuleCase[]
  /** Of the cases that do not state their own. */
  readonly asOf: Instant
  readonly at: Location
}

export type RuleCase = {
  readonly name: string
  readonly asOf: Instant
  readonly facts: Readonly<Record<string, Fact>>
  readonly expect: Outcome['kind']
  /** Sorted; absent where the case does not say. */
  readonly missing?: readonly string[]
  readonly at: Location
}

/** Where no as-of is stated. A rule to which it matters has to be tested with one that is. */
export const anyInstant: Instant = Date.UTC(2026, 0, 1, 12)

/**
 * The tests among the documents, with their facts as values of the catalogue's types. Documents have to satisfy their
 * schema.
 *
 * Shape: by the id of the rule. Errors, all at once: REFERENCE_UNKNOWN (no such rule), ID_DUPLICATE (two files for one
 * rule, two cases of one name), FACT_UNKNOWN, TYPE_MISMATCH, VALUE_NOT_ALLOWED, FORMAT_INVALID (also for `asOf`).
 */
export function loadRuleTests(
  documents: readonly Document[],
  packs: readonly RulePack[],
  catalogue: FactCatalogue,
): Result<readonly RuleTests[], Diagnostic> {
  const problems = collectProblems()
  const rules = new Map(packs.flatMap((pack) => pack.rules.map((rule) => [rule.id, rule] as const)))
  const found = new Map<string, RuleTests>()
  for (const document of documents) {
    if (!isMapping(document.value) || document.value.kind !== 'RuleTests') continue
    const tests = document.value as unknown as TestsDocument
    const place: Place = { document, pointer: [] }
    const rule = rules.get(tests.rule)
    if (rule === undefined) {
      const hint = suggest(tests.rule, rules.keys())
      problems.add(inside(place, 'rule'), {
        code: 'REFERENCE_UNKNOWN',
        message: `there is no rule ${seen(tests.rule)}`,
        hint,
      })
      continue
    }
    if (found.has(rule.id)) {
      const message = `the rule "${rule.id}" has tests in ${found.get(rule.id)?.at.file} already`
      problems.add(inside(place, 'rule'), { code: 'ID_DUPLICATE', message, hint: 'Put the cases in one file.' })
      continue
    }
    const asOf = tests.asOf === undefined ? anyInstant : readInstant(tests.asOf, inside(place, 'asOf'), problems)
    const cases = readCases(tests, rule, asOf, place, catalogue, problems)
    found.set(rule.id, { rule, cases, asOf, at: document.at([]) })
  }
  const wrong = problems.list()
  return wrong.length > 0 ? failed(wrong) : ok([...found.values()].sort((a, b) => compareText(a.rule.id, b.rule.id)))
}

function readCases(
  tests: TestsDocument,
  rule: Rule,
  byDefault: Instant,
  place: Place,
  catalogue: FactCatalogue,
  problems: Problems,
): readonly RuleCase[] {
  const names = new Set<string>()
  return tests.cases.map((one, position) => {
    const here = inside(place, 'cases', position)
    if (names.has(one.name)) {
      const message = `there is a case ${seen(one.name)} already`
      problems.add(inside(here, 'name'), { code: 'ID_DUPLICATE', message, hint: 'Say what this one shows.' })
    }
    names.add(one.name)
    const asOf = one.asOf === undefined ? byDefault : readInstant(one.asOf, inside(here, 'asOf'), problems)
    const facts = readFacts(one.facts, rule, inside(here, 'facts'), catalogue, problems)
    const read = { name: one.name, asOf, facts, expect: one.expect, at: here.document.at(here.pointer) }
    return one.missing === undefined ? read : { ...read, missing: [...one.missing].sort(compareText) }
  })
}

function readInstant(text: string, place: Place, problems: Problems): Instant {
  const moment = parseMoment(text)
  if (moment !== undefined) return first(moment)
  problems.add(place, {
    code: 'FORMAT_INVALID',
    message: `${seen(text)} cannot be read`,
    hint: 'Use a date, or an instant with offset.',
  })
  return anyInstant
}

function readFacts(
  stated: TestsDocument['cases'][number]['facts'],
  { subject }: Rule,
  place: Place,
  catalogue: FactCatalogue,
  problems: Problems,
): Readonly<Record<string, Fact>> {
  const definitions = catalogue[subject]
  const facts: Record<string, Fact> = {}
  for (const [name, value] of Object.entries(stated)) {
    const definition = Object.hasOwn(definitions, name) ? definitions[name] : undefined
    if (definition === undefined) {
      const hint = suggest(name, Object.keys(definitions))
      problems.add(
        inside(place, name),
        { code: 'FACT_UNKNOWN', message: `${seen(name)} is not a fact of ${subject}`, hint },
        'key',
      )
      continue
    }
    if (value === null) continue
    const read = readFact(definition, value)
    if (read.ok) facts[name] = { value: read.value, from: [] }
    else problems.add(read.item === undefined ? inside(place, name) : inside(place, name, read.item), read.complaint)
  }
  return facts
}
