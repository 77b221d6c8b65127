import { describe, expect, it } from 'vitest'
import { loadRuleTests } from '../../src/load/rules/index.ts'
import { catalogue, instant, isTrue, moment, ruleOf, span } from '../evaluate/samples.ts'
import { documentsOf } from './documents.ts'

const packs = [
  {
    id: 'samples',
    title: 'Samples',
    basis: 'firm',
    description: 'Samples',
    rules: [ruleOf(isTrue('yes'))],
    controls: [],
    terms: {},
  } as const,
]

const testsOf = (cases: string, head = ''): string =>
  `apiVersion: douane/v1\nkind: RuleTests\nrule: samples/rule\n${head}cases:\n${cases}`

const load = (...texts: readonly string[]) =>
  loadRuleTests(
    texts.flatMap((text, index) => documentsOf(`${index}.test.yaml`, text)),
    packs,
    catalogue,
  )

it('turns what YAML says into values of the types in the catalogue', () => {
  const loaded = load(
    testsOf(
      `- name: everything
  asOf: 2026-03-01T10:00:00+01:00
  facts: { yes: true, no: null, colour: red, palette: [red, green], size: 3, begun: 2026-01-31, ended: "2026-02-01T10:00Z", kept: P13M, name: Anna, names: [a, b] }
  expect: unknown
  missing: [yes, no]
- { name: nothing, facts: {}, expect: pass }
`,
      'asOf: 2031-12-27\n',
    ),
  )
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  const [{ rule, cases = [] } = {}] = loaded.value
  expect(rule?.id).toBe('samples/rule')
  const [everything, nothing] = cases
  const values = Object.entries(everything?.facts ?? {}).map(([name, { value }]) => [name, value])
  expect(Object.fromEntries(values)).toEqual({
    yes: true,
    colour: 'red',
    palette: ['red', 'green'],
    size: 3,
    begun: moment('2026-01-31'),
    ended: moment('2026-02-01T10:00Z'),
    kept: span('P13M'),
    name: 'Anna',
    names: ['a', 'b'],
  })
  expect(everything).toMatchObject({
    asOf: instant('2026-03-01T09:00:00Z'),
    expect: 'unknown',
    missing: ['no', 'yes'],
    at: { line: 6 },
  })
  expect(nothing).toMatchObject({ asOf: instant('2031-12-27T00:00:00Z'), facts: {}, expect: 'pass' })
  expect(nothing).not.toHaveProperty('missing')
})

describe('problems', () => {
  const inFacts = (facts: string): string => testsOf(`- { name: one, facts: { ${facts} }, expect: pass }\n`)
  it.each([
    { wrong: 'an unknown fact', text: inFacts('colur: red'), expected: ['FACT_UNKNOWN 0.test.yaml:5:25'] },
    { wrong: 'a fact of every object', text: inFacts('valueOf: red'), expected: ['FACT_UNKNOWN 0.test.yaml:5:25'] },
    {
      wrong: 'a value outside the enumeration',
      text: inFacts('colour: grey'),
      expected: ['VALUE_NOT_ALLOWED 0.test.yaml:5:33'],
    },
    {
      wrong: 'a member outside the enumeration',
      text: inFacts('palette: [red, grey]'),
      expected: ['VALUE_NOT_ALLOWED 0.test.yaml:5:40'],
    },
    { wrong: 'one value for a set', text: inFacts('palette: red'), expected: ['TYPE_MISMATCH 0.test.yaml:5:34'] },
    { wrong: 'a text for a boolean', text: inFacts('yes: "true"'), expected: ['TYPE_MISMATCH 0.test.yaml:5:30'] },
    { wrong: 'a text for a number', text: inFacts('size: "3"'), expected: ['TYPE_MISMATCH 0.test.yaml:5:31'] },
    { wrong: 'a date that is none', text: inFacts('begun: 2025-02-29'), expected: ['FORMAT_INVALID 0.test.yaml:5:32'] },
    { wrong: 'a length that is none', text: inFacts('kept: 13M'), expected: ['FORMAT_INVALID 0.test.yaml:5:31'] },
    { wrong: 'a number for a text', text: inFacts('name: 3'), expected: ['TYPE_MISMATCH 0.test.yaml:5:31'] },
    { wrong: 'one text for texts', text: inFacts('names: a'), expected: ['TYPE_MISMATCH 0.test.yaml:5:32'] },
    {
      wrong: 'an as-of that is none',
      text: testsOf('- { name: one, facts: {}, expect: pass }\n', 'asOf: 2025-02-29\n'),
      expected: ['FORMAT_INVALID 0.test.yaml:4:7'],
    },
    {
      wrong: 'two cases of one name',
      text: testsOf('- { name: one, facts: {}, expect: pass }\n- { name: one, facts: {}, expect: fail }\n'),
      expected: ['ID_DUPLICATE 0.test.yaml:6:11'],
    },
    {
      wrong: 'an unknown rule',
      text: inFacts('').replace('samples/rule', 'samples/role'),
      expected: ['REFERENCE_UNKNOWN 0.test.yaml:3:7'],
    },
  ])('$wrong', ({ text, expected }) => {
    const loaded = load(text)
    const found = loaded.ok
      ? []
      : loaded.problems.map(({ code, at }) => `${code} ${at?.file}:${at?.line}:${at?.column}`)
    expect(found).toEqual(expected)
  })

  it('two files for one rule', () => {
    const text = testsOf('- { name: one, facts: {}, expect: pass }\n')
    expect(load(text, text)).toMatchObject({
      problems: [{ code: 'ID_DUPLICATE', at: { file: '1.test.yaml', line: 3 } }],
    })
  })
})
