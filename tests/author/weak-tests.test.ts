/** What `douane test` says of tests that are too weak, each weakness planted. */
import { describe, expect, it } from 'vitest'
import { caseLines } from '../../src/author/testing/case-text.ts'
import { type TestOptions, testRules } from '../../src/author/testing/index.ts'
import { readShipped } from '../../src/io/shipped.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

const pack = `apiVersion: douane/v1
kind: RulePack
id: samples
title: Samples
basis: firm
description: Samples.
controls:
  - { id: SA-01, title: A sample, source: [{ document: gdpr, clause: Art. 1 }] }
conditions:
  inScope:
    all:
      - { fact: context, operator: in, value: [client-system, internal-operations] }
`

const rule = `apiVersion: douane/v1
kind: Rule
id: samples/few-holders
title: At most two people hold a credential
subject: account
controls: [SA-01]
level: error
basis: policy
source: [{ document: gdpr, clause: Art. 1 }]
when: { condition: inScope }
require:
  all:
    - { fact: holderCount, operator: lessThan, value: 3 }
message: "{{holderCount}} people hold it"
remedy: Give each a credential of their own.
`

/** Every case that the rule needs, by what it is there for. */
const cases = {
  pass: '{ name: at the limit, facts: { context: client-system, holderCount: 2 }, expect: pass }',
  fail: '{ name: one too many, facts: { context: client-system, holderCount: 3 }, expect: fail }',
  unknown: '{ name: not counted, facts: { context: client-system }, expect: unknown, missing: [holderCount] }',
  unscoped: '{ name: context not stated, facts: { holderCount: 3 }, expect: unknown, missing: [context] }',
  bought: '{ name: only bought, facts: { context: vendor-use, holderCount: 3 }, expect: not-applicable }',
  internal: '{ name: internal, facts: { context: internal-operations, holderCount: 3 }, expect: fail }',
} as const

type CaseName = keyof typeof cases

async function tested(names: readonly CaseName[], options: TestOptions, added: readonly string[] = []) {
  const listed = [...names.map((name) => `- ${cases[name]}`), ...added].map((line) => `  ${line}\n`).join('')
  const tests = `apiVersion: douane/v1\nkind: RuleTests\nrule: samples/few-holders\ncases:\n${listed}`
  const files = { 'pack.yaml': pack, 'few-holders.rule.yaml': rule, 'few-holders.test.yaml': tests }
  const result = await testRules(
    {
      files: Object.entries(files).map(([path, text]) => ({ path, bytes: bytes(text) })),
      shipped: readShipped(),
      rules: [],
      registry: [],
    },
    options,
  )
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

const every = Object.keys(cases) as CaseName[]
const without = (...names: readonly CaseName[]) => every.filter((name) => !names.includes(name))

it('finds nothing where the tests are strong', async () => {
  const { results, coverage = [], mutation = [] } = await tested(every, { coverage: true, mutate: true })
  expect(results.map(({ results: cases }) => cases.map(({ passed }) => passed))).toEqual([every.map(() => true)])
  expect(coverage).toMatchObject([{ leaves: 2, uncovered: [], proposals: [] }])
  expect(mutation).toMatchObject([{ mutants: 8, killed: 8, survivors: [], proposals: [] }])
})

it('proposes cases that are enough once they are pasted', async () => {
  const weak = await tested(['bought', 'fail'], { coverage: true, mutate: true })
  const proposals = [...(weak.coverage ?? []), ...(weak.mutation ?? [])].flatMap((one) => one.proposals)
  const lines = new Map(proposals.map((one) => [one.name, caseLines(one, 60)]))
  const { results, coverage, mutation } = await tested(
    ['bought', 'fail'],
    { coverage: true, mutate: true },
    [...lines.values()].flat(),
  )
  expect(results[0]?.results.filter(({ passed }) => passed)).toHaveLength(2 + lines.size)
  expect(coverage).toMatchObject([{ uncovered: [] }])
  expect(mutation).toMatchObject([{ survivors: [] }])
})

describe('coverage', () => {
  it.each([
    { left: 'fail', fact: 'holderCount', lacks: ['false'], also: ['internal'], expects: 'fail' },
    { left: 'pass', fact: 'holderCount', lacks: ['true'], also: [], expects: 'pass' },
    { left: 'unknown', fact: 'holderCount', lacks: ['unknown'], also: [], expects: 'unknown' },
    { left: 'unscoped', fact: 'context', lacks: ['unknown'], also: [], expects: 'unknown' },
    { left: 'bought', fact: 'context', lacks: ['false'], also: [], expects: 'not-applicable' },
  ] as const)(
    'without the case "$left", $fact is never shown as $lacks',
    async ({ left, also, fact, lacks, expects }) => {
      const { coverage } = await tested(without(left, ...also), { coverage: true })
      expect(coverage).toHaveLength(1)
      const [{ uncovered, proposals } = { uncovered: [], proposals: [] }] = coverage ?? []
      expect(uncovered.map(({ part, lacks: found }) => ({ fact: part.condition.fact, found }))).toEqual([
        { fact, found: lacks },
      ])
      expect(proposals.map(({ expect: kind }) => kind)).toEqual([expects])
    },
  )

  it('places a leaf of a named condition in its pack', async () => {
    const { coverage } = await tested(without('bought'), { coverage: true })
    expect(coverage?.[0]?.uncovered[0]?.part).toMatchObject({
      at: { file: 'pack.yaml', line: 12, column: 9 },
      within: ['inScope'],
    })
  })
})

describe('mutation', () => {
  it('lists a boundary that no case is close to, and the case that would be', async () => {
    const { mutation } = await tested(without('pass'), { mutate: true })
    const [{ survivors, proposals } = { survivors: [], proposals: [] }] = mutation ?? []
    expect(survivors.map(({ change, before, after, at }) => [change, before, after, at.file, at.line])).toContainEqual([
      'boundary',
      '{ fact: holderCount, operator: lessThan, value: 3 }',
      '{ fact: holderCount, operator: lessThan, value: 2 }',
      'few-holders.rule.yaml',
      13,
    ])
    expect(proposals).toContainEqual(
      expect.objectContaining({ facts: { context: 'client-system', holderCount: 2 }, expect: 'pass' }),
    )
  })

  it('lists a value that no case has', async () => {
    const { mutation } = await tested(without('internal'), { mutate: true })
    expect(mutation).toMatchObject([
      {
        mutants: 8,
        killed: 7,
        survivors: [
          {
            change: 'value',
            after: '{ fact: context, operator: in, value: [client-system] }',
            at: { file: 'pack.yaml' },
            within: ['inScope'],
          },
        ],
        proposals: [{ facts: { context: 'internal-operations' } }],
      },
    ])
  })

  it('kills nothing with cases that only say what is missing', async () => {
    const { mutation } = await tested(['unknown'], { mutate: true })
    expect(mutation?.[0]?.survivors.length).toBeGreaterThan(3)
  })
})

it('measures nothing while a test fails', async () => {
  const text = cases.pass.replace('expect: pass', 'expect: fail')
  const files = {
    'pack.yaml': pack,
    'r.yaml': rule,
    't.yaml': `apiVersion: douane/v1\nkind: RuleTests\nrule: samples/few-holders\ncases:\n  - ${text}\n`,
  }
  const result = await testRules(
    {
      files: Object.entries(files).map(([path, one]) => ({ path, bytes: bytes(one) })),
      shipped: readShipped(),
      rules: [],
      registry: [],
    },
    { coverage: true, mutate: true },
  )
  expect(result).toMatchObject({ ok: true, value: { waiting: true } })
  expect(result.ok && result.value.coverage).toBeUndefined()
  expect(result.ok && result.value.mutation).toBeUndefined()
})
