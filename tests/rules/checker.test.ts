import { describe, expect, it } from 'vitest'
import { loadRulePacks } from '../../src/load/rules/index.ts'
import { catalogue } from '../evaluate/samples.ts'
import { documentsOf } from './documents.ts'

const sources = new Set(['gdpr'])

const pack = `apiVersion: douane/v1
kind: RulePack
id: samples
title: Samples
basis: firm
description: Samples.
controls:
  - { id: SA-01, title: A sample, source: [{ document: gdpr, clause: Art. 1 }] }
`

/** A rule of which each line can be replaced; `require` stands in line 12, `message` in line 13. */
const ruleText = (lines: Readonly<Record<string, string>> = {}): string =>
  Object.entries({
    apiVersion: 'douane/v1',
    kind: 'Rule',
    id: 'samples/rule',
    title: 'A sample',
    subject: 'disclosure',
    controls: '[SA-01]',
    level: 'error',
    basis: 'policy',
    source: '[{ document: gdpr, clause: Art. 1 }]',
    remedy: 'Do it.',
    when: '{ all: [{ fact: yes, operator: equal, value: true }] }',
    require: '{ all: [{ fact: no, operator: equal, value: true }] }',
    message: '"{{name}} is {{ colour }} as of {{asOf}}"',
    ...lines,
  })
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('')

const load = (rules: readonly string[], packText = pack) =>
  loadRulePacks(
    [...documentsOf('pack.yaml', packText), ...rules.flatMap((text, index) => documentsOf(`rule-${index}.yaml`, text))],
    catalogue,
    sources,
  )

/** What is wrong, as `CODE file:line:column hint`. */
function problems(rules: readonly string[], packText = pack): readonly string[] {
  const loaded = load(rules, packText)
  return loaded.ok ? [] : loaded.problems.map(({ code, at }) => `${code} ${at?.file}:${at?.line}:${at?.column}`)
}

/** Columns are counted in the line `require: { all: [<leaf>] }`, in which the leaf starts at column 18. */
const inLeaf = (leaf: string) => problems([ruleText({ require: `{ all: [${leaf}] }` })])

describe('a leaf', () => {
  it.each([
    {
      wrong: 'an unknown fact',
      leaf: '{ fact: colur, operator: equal, value: red }',
      code: 'FACT_UNKNOWN',
      column: 26,
    },
    {
      wrong: 'a fact that every object has',
      leaf: '{ fact: toString, operator: equal, value: red }',
      code: 'FACT_UNKNOWN',
      column: 26,
    },
    { wrong: 'a text fact', leaf: '{ fact: name, operator: equal, value: red }', code: 'FACT_TYPE', column: 26 },
    {
      wrong: 'a list of texts',
      leaf: '{ fact: names, operator: contains, value: red }',
      code: 'FACT_TYPE',
      column: 26,
    },
    {
      wrong: 'an unknown operator',
      leaf: '{ fact: size, operator: lessThen, value: 3 }',
      code: 'OPERATOR_UNKNOWN',
      column: 42,
    },
    {
      wrong: 'an operator that does not fit',
      leaf: '{ fact: yes, operator: lessThan, value: 3 }',
      code: 'OPERATOR_MISFIT',
      column: 41,
    },
    {
      wrong: 'equality of a set',
      leaf: '{ fact: palette, operator: equal, value: red }',
      code: 'OPERATOR_MISFIT',
      column: 45,
    },
    {
      wrong: 'equality of a date',
      leaf: '{ fact: begun, operator: equal, value: 2026-01-01 }',
      code: 'OPERATOR_MISFIT',
      column: 43,
    },
    {
      wrong: 'as-of against itself',
      leaf: '{ fact: asOf, operator: withinLast, value: P1D }',
      code: 'OPERATOR_MISFIT',
      column: 42,
    },
    {
      wrong: 'a text for a boolean',
      leaf: '{ fact: yes, operator: equal, value: "true" }',
      code: 'TYPE_MISMATCH',
      column: 55,
    },
    {
      wrong: 'a text for a number',
      leaf: '{ fact: size, operator: equal, value: "3" }',
      code: 'TYPE_MISMATCH',
      column: 56,
    },
    { wrong: 'nothing', leaf: '{ fact: size, operator: equal, value: null }', code: 'TYPE_MISMATCH', column: 56 },
    {
      wrong: 'a list for one value',
      leaf: '{ fact: colour, operator: equal, value: [red] }',
      code: 'TYPE_MISMATCH',
      column: 58,
    },
    {
      wrong: 'a value outside the enumeration',
      leaf: '{ fact: colour, operator: equal, value: rad }',
      code: 'VALUE_NOT_ALLOWED',
      column: 58,
    },
    {
      wrong: 'a member outside the enumeration',
      leaf: '{ fact: palette, operator: contains, value: grey }',
      code: 'VALUE_NOT_ALLOWED',
      column: 62,
    },
    {
      wrong: 'a string for `in`',
      leaf: '{ fact: colour, operator: in, value: reddish }',
      code: 'TYPE_MISMATCH',
      column: 55,
    },
    {
      wrong: 'an empty list for `in`',
      leaf: '{ fact: colour, operator: notIn, value: [] }',
      code: 'TYPE_MISMATCH',
      column: 58,
    },
    {
      wrong: 'one wrong item of a list',
      leaf: '{ fact: colour, operator: in, value: [red, grey] }',
      code: 'VALUE_NOT_ALLOWED',
      column: 61,
    },
    {
      wrong: 'an item twice',
      leaf: '{ fact: colour, operator: in, value: [red, red] }',
      code: 'VALUE_NOT_ALLOWED',
      column: 61,
    },
    {
      wrong: 'a date that is none',
      leaf: '{ fact: begun, operator: before, value: 2025-02-29 }',
      code: 'FORMAT_INVALID',
      column: 58,
    },
    {
      wrong: 'a time without offset',
      leaf: '{ fact: begun, operator: after, value: "2025-02-28T10:00:00" }',
      code: 'FORMAT_INVALID',
      column: 57,
    },
    {
      wrong: 'a duration that is none',
      leaf: '{ fact: begun, operator: withinLast, value: 24h }',
      code: 'FORMAT_INVALID',
      column: 62,
    },
    {
      wrong: 'a number of days',
      leaf: '{ fact: begun, operator: longerAgoThan, value: 30 }',
      code: 'TYPE_MISMATCH',
      column: 65,
    },
    {
      wrong: 'a length that is none',
      leaf: '{ fact: kept, operator: atMost, value: 13 months }',
      code: 'FORMAT_INVALID',
      column: 57,
    },
    {
      wrong: 'another fact that is not there',
      leaf: '{ fact: size, operator: equal, value: { fact: limits } }',
      code: 'FACT_UNKNOWN',
      column: 64,
    },
    {
      wrong: 'facts of different types',
      leaf: '{ fact: size, operator: equal, value: { fact: colour } }',
      code: 'FACT_TYPE',
      column: 64,
    },
    {
      wrong: 'a date and a length',
      leaf: '{ fact: begun, operator: before, value: { fact: kept } }',
      code: 'FACT_TYPE',
      column: 66,
    },
    {
      wrong: 'a set in a set',
      leaf: '{ fact: palette, operator: contains, value: { fact: palette } }',
      code: 'FACT_TYPE',
      column: 70,
    },
    {
      wrong: 'a fact with itself',
      leaf: '{ fact: size, operator: equal, value: { fact: size } }',
      code: 'FACT_TYPE',
      column: 64,
    },
    {
      wrong: 'as-of with a number',
      leaf: '{ fact: size, operator: equal, value: { fact: asOf } }',
      code: 'FACT_TYPE',
      column: 64,
    },
    {
      wrong: 'a fact where a list is wanted',
      leaf: '{ fact: colour, operator: in, value: { fact: palette } }',
      code: 'TYPE_MISMATCH',
      column: 55,
    },
    {
      wrong: 'a fact where a period is wanted',
      leaf: '{ fact: begun, operator: withinLast, value: { fact: kept } }',
      code: 'TYPE_MISMATCH',
      column: 62,
    },
    {
      wrong: 'a path',
      leaf: '{ fact: size, operator: equal, value: { fact: limit, path: $.x } }',
      code: 'CONDITION_SHAPE',
      column: 56,
    },
    {
      wrong: 'an extra key',
      leaf: '{ fact: size, operator: equal, value: 3, path: $.x }',
      code: 'CONDITION_SHAPE',
      column: 59,
    },
    { wrong: 'a missing operator', leaf: '{ fact: size, value: 3 }', code: 'CONDITION_SHAPE', column: 18 },
    { wrong: 'an empty condition', leaf: '{}', code: 'CONDITION_SHAPE', column: 18 },
    { wrong: 'a text', leaf: 'yes', code: 'CONDITION_SHAPE', column: 18 },
    {
      wrong: 'a leaf beside a list',
      leaf: '{ fact: size, operator: equal, value: 3, any: [{ condition: x }] }',
      code: 'CONDITION_UNKNOWN',
      column: 78,
      more: 3,
    },
  ])('with $wrong: $code', ({ leaf, code, column, more = 0 }) => {
    const found = inLeaf(leaf)
    expect(found).toContain(`${code} rule-0.yaml:12:${column}`)
    expect(found).toHaveLength(1 + more)
  })

  it.each([
    '{ fact: yes, operator: notEqual, value: { fact: no } }',
    '{ fact: colour, operator: in, value: [red, green] }',
    '{ fact: colour, operator: equal, value: { fact: shade } }',
    '{ fact: palette, operator: contains, value: { fact: shade } }',
    '{ fact: size, operator: lessThanInclusive, value: 3.5 }',
    '{ fact: begun, operator: before, value: { fact: asOf } }',
    '{ fact: begun, operator: after, value: { fact: ended } }',
    '{ fact: asOf, operator: after, value: "2026-08-02T00:00:00+02:00" }',
    '{ fact: begun, operator: withinLast, value: P1Y }',
    '{ fact: kept, operator: moreThan, value: { fact: allowed } }',
  ])('%s is sound', (leaf) => {
    expect(inLeaf(leaf)).toEqual([])
  })
})

describe('a condition', () => {
  const leaf = '{ fact: no, operator: equal, value: true }'
  it.each([
    { wrong: 'an empty all', condition: '{ all: [] }', code: 'CONDITION_SHAPE', column: 17 },
    { wrong: 'an empty any', condition: '{ any: [] }', code: 'CONDITION_SHAPE', column: 17 },
    { wrong: 'all of no list', condition: `{ all: ${leaf} }`, code: 'CONDITION_SHAPE', column: 17 },
    { wrong: 'not of a list', condition: `{ not: [${leaf}] }`, code: 'CONDITION_SHAPE', column: 17 },
    { wrong: 'two boolean keys', condition: `{ all: [${leaf}], any: [${leaf}] }`, code: 'CONDITION_SHAPE', column: 63 },
    { wrong: 'a misspelt key', condition: `{ every: [${leaf}] }`, code: 'CONDITION_SHAPE', column: 12 },
    { wrong: 'a leaf at the root', condition: leaf, code: 'CONDITION_SHAPE', column: 10 },
    { wrong: 'an unknown name', condition: '{ condition: reliesOn }', code: 'CONDITION_UNKNOWN', column: 23 },
    { wrong: 'a name that is no text', condition: '{ condition: [a] }', code: 'CONDITION_UNKNOWN', column: 23 },
  ])('with $wrong: $code', ({ condition, code, column }) => {
    expect(problems([ruleText({ require: condition })])).toContain(`${code} rule-0.yaml:12:${column}`)
  })

  it('is checked in `when` as in `require`', () => {
    expect(problems([ruleText({ when: '{ all: [] }' })])).toEqual(['CONDITION_SHAPE rule-0.yaml:11:14'])
  })
})

describe('a named condition', () => {
  const named = (conditions: string): string => `${pack}conditions:\n${conditions}`
  const using = ruleText({ require: '{ condition: small }' })

  it('is resolved, also through another', () => {
    const text = named(
      '  small: { not: { condition: big } }\n  big: { all: [{ fact: size, operator: greaterThan, value: 3 }] }\n',
    )
    const loaded = load([using], text)
    expect(loaded).toMatchObject({
      ok: true,
      value: [{ rules: [{ require: { kind: 'named', name: 'small', of: { kind: 'not', of: { name: 'big' } } } }] }],
    })
  })

  it.each([
    {
      wrong: 'that refers to itself',
      conditions: '  small: { not: { condition: small } }\n',
      expected: ['CONDITION_CIRCULAR pack.yaml:10:30'],
    },
    {
      wrong: 'in a circle',
      conditions: '  small: { condition: big }\n  big: { condition: small }\n',
      expected: ['CONDITION_CIRCULAR pack.yaml:11:21'],
    },
    {
      wrong: 'with an unknown fact',
      conditions: '  small: { all: [{ fact: sise, operator: equal, value: 3 }] }\n',
      expected: ['FACT_UNKNOWN pack.yaml:10:26'],
    },
    {
      wrong: 'that is not used and names no fact of any subject',
      conditions: `  small: { all: [{ fact: size, operator: equal, value: 3 }] }\n  idle: { all: [{ fact: sise, operator: equal, value: 3 }] }\n`,
      expected: ['FACT_UNKNOWN pack.yaml:11:25'],
    },
    {
      wrong: 'that is not used and refers to itself',
      conditions: `  small: { all: [{ fact: size, operator: equal, value: 3 }] }\n  idle: { condition: idle }\n`,
      expected: ['CONDITION_CIRCULAR pack.yaml:11:22'],
    },
  ])('$wrong is reported where it stands, once', ({ conditions, expected }) => {
    const second = ruleText({ id: 'samples/second', require: '{ condition: small }' })
    expect(problems([using, second], named(conditions))).toEqual(expected)
  })

  it('is checked for the subject of each rule that uses it', () => {
    const text = named('  small: { all: [{ fact: size, operator: equal, value: 3 }] }\n')
    const party = ruleText({
      id: 'samples/party',
      subject: 'party',
      when: '{ condition: small }',
      require: '{ condition: small }',
      message: 'No.',
    })
    expect(problems([using, party], text)).toEqual(['FACT_UNKNOWN pack.yaml:10:26'])
  })
})

describe('a rule', () => {
  it.each([
    {
      wrong: 'an unknown control',
      lines: { controls: '[SA-01, SA-02]' },
      expected: ['CONTROL_UNKNOWN rule-0.yaml:6:19'],
    },
    {
      wrong: 'an unknown source',
      lines: { source: '[{ document: gdrp, clause: Art. 1 }]' },
      expected: ['SOURCE_UNKNOWN rule-0.yaml:9:22'],
    },
    {
      wrong: 'a placeholder that is no fact',
      lines: { message: '"{{name}} is {{ colur }}"' },
      expected: ['FACT_UNKNOWN rule-0.yaml:13:10'],
    },
    { wrong: 'an empty placeholder', lines: { message: '"it is {{}}"' }, expected: ['FACT_UNKNOWN rule-0.yaml:13:10'] },
    { wrong: 'no pack', lines: { id: 'sample/rule' }, expected: ['REFERENCE_UNKNOWN rule-0.yaml:3:5'] },
  ])('with $wrong', ({ lines, expected }) => {
    expect(problems([ruleText(lines)])).toEqual(expected)
  })

  it('with the id of another', () => {
    expect(problems([ruleText(), ruleText()])).toEqual(['ID_DUPLICATE rule-1.yaml:3:5'])
  })

  it('suggests what was probably meant', () => {
    const loaded = load([ruleText({ require: '{ all: [{ fact: colur, operator: equal, value: red }] }' })])
    expect(loaded).toMatchObject({
      problems: [{ message: '"colur" is not a fact of disclosure', hint: 'Did you mean "colour"?' }],
    })
  })
})

describe('a pack', () => {
  it('with the control of another, an unknown source, and the id of another', () => {
    const control = '  - { id: SA-01, title: Again, source: [{ document: bdsg, clause: 1 }] }\n'
    expect(problems([], `${pack}${control}`)).toEqual(['ID_DUPLICATE pack.yaml:9:11', 'SOURCE_UNKNOWN pack.yaml:9:53'])
    expect(problems([], `${pack}---\n${pack}`)).toContain('ID_DUPLICATE pack.yaml:12:5')
  })
})

it('reports every problem of every document at once', () => {
  const first = ruleText({
    when: '{ any: [] }',
    require: '{ all: [{ fact: colur, operator: equal, value: red }] }',
    message: '"{{colur}}"',
  })
  const second = ruleText({
    id: 'samples/second',
    controls: '[SA-09]',
    require: '{ all: [{ fact: size, operator: is, value: 1 }] }',
  })
  expect(problems([first, second])).toEqual([
    'CONDITION_SHAPE rule-0.yaml:11:14',
    'FACT_UNKNOWN rule-0.yaml:12:26',
    'FACT_UNKNOWN rule-0.yaml:13:10',
    'CONTROL_UNKNOWN rule-1.yaml:6:12',
    'OPERATOR_UNKNOWN rule-1.yaml:12:42',
  ])
})

it('gives packs and rules by id, with what was written', () => {
  const loaded = load([ruleText({ id: 'samples/b' }), ruleText({ id: 'samples/a', waivable: 'false' })])
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  const [{ rules = [], ...rest } = {}] = loaded.value
  expect(rest).toEqual({
    id: 'samples',
    title: 'Samples',
    description: 'Samples.',
    terms: {},
    basis: 'firm',
    controls: [{ id: 'SA-01', title: 'A sample', source: [{ document: 'gdpr', clause: 'Art. 1' }] }],
  })
  expect(rules.map(({ id, pack, waivable, at }) => [id, pack, waivable, at.file])).toEqual([
    ['samples/a', 'samples', false, 'rule-1.yaml'],
    ['samples/b', 'samples', true, 'rule-0.yaml'],
  ])
  expect(rules[0]?.text).toMatchObject({ id: 'samples/a', require: { all: [{ fact: 'no' }] } })
})

it('reads a number as the value that is written alike', () => {
  const numbered = {
    ...catalogue,
    disclosure: { modules: { type: 'set', values: ['1', '2'], label: 'modules', origin: 'declared' } },
  } as const
  const text = ruleText({
    when: '{ all: [{ fact: modules, operator: contains, value: 2 }] }',
    require: '{ all: [{ fact: modules, operator: contains, value: 3 }] }',
    message: 'No.',
  })
  const loaded = loadRulePacks(
    [...documentsOf('pack.yaml', pack), ...documentsOf('rule.yaml', text)],
    numbered,
    sources,
  )
  expect(loaded).toMatchObject({ problems: [{ code: 'VALUE_NOT_ALLOWED', at: { line: 12 } }] })
  expect(loaded).toHaveProperty('problems.length', 1)
})
