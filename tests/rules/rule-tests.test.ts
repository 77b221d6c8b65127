/** Runs the tests that stand beside the rules, and checks that every rule has enough of them. */
import { describe, expect, it } from 'vitest'
import { runTests, subjectOf } from '../../src/author/testing/run.ts'
import { evaluate } from '../../src/evaluate/index.ts'
import { secondOpinion } from '../../src/evaluate/second-opinion.ts'
import { factCatalogue } from '../../src/model/facts/index.ts'
import { ruleFiles, shippedRules } from './shipped.ts'

const shipped = await shippedRules()
const { packs, suites } = shipped.ok ? shipped.value : { packs: [], suites: [] }
const rules = packs.flatMap((pack) => pack.rules)

it('every rule and every test can be read', () => {
  const problems = shipped.ok ? [] : shipped.problems
  expect(
    problems.map(({ at, code, message, hint }) => `${at?.file}:${at?.line}:${at?.column} ${code} ${message}. ${hint}`),
  ).toEqual([])
  expect(rules.length).toBeGreaterThan(0)
})

describe.each(suites.map((suite) => ({ id: suite.rule.id, ...suite })))('$id', (suite) => {
  const { rule, cases, at } = suite

  it.each(runTests(suite).results.map((result) => ({ ...result.one, ...result })))(
    '$name: $expect',
    ({ expect: kind, missing, outcome, passed }) => {
      expect(outcome).toMatchObject(missing === undefined ? { kind } : { kind, missing })
      expect(passed).toBe(true)
    },
  )

  it('is decided in the same way by json-rules-engine', async () => {
    for (const one of cases) {
      const evaluated = evaluate([rule], [subjectOf(rule, one)], one.asOf)
      expect(await secondOpinion(evaluated, one.asOf, factCatalogue)).toEqual([])
    }
  })

  it('has cases of pass, fail and unknown, and of not-applicable if it does not always apply', () => {
    const wanted = ['pass', 'fail', 'unknown', ...(rule.when === undefined ? [] : ['not-applicable'])]
    expect(new Set(cases.map((one) => one.expect))).toEqual(new Set(wanted))
  })

  it('stands in the folder and file of its name, and its tests beside it', () => {
    expect(rule.at.file).toBe(`rules/${rule.id}.rule.yaml`)
    expect(at.file).toBe(`rules/${rule.id}.test.yaml`)
  })
})

it('every rule has tests', () => {
  const tested = new Set(suites.map(({ rule }) => rule.id))
  expect(rules.map(({ id }) => id).filter((id) => !tested.has(id))).toEqual([])
})

it('every file of rules/ is a pack, a rule or a test', () => {
  const named = /^rules\/[a-z0-9-]+\/(pack|[a-z0-9-]+\.(rule|test))\.yaml$/
  expect(ruleFiles.filter((path) => !named.test(path))).toEqual([])
})
