import { describe, expect, it } from 'vitest'
import type { Draft } from '../../src/author/new/draft.ts'
import { draftEngagement, wrongAnswer } from '../../src/author/new/engagement.ts'
import { draftProvider } from '../../src/author/new/provider.ts'
import { draftRule, hasReadableFact } from '../../src/author/new/rule.ts'
import { evaluate } from '../../src/evaluate/index.ts'
import { readShipped } from '../../src/io/shipped.ts'
import { namesOf } from '../../src/load/names.ts'
import { loadLibrary, loadTested } from '../../src/load/workspace.ts'
import type { Subject } from '../../src/model/subject.ts'
import { subjectKinds } from '../../src/model/subject.ts'
import { check } from '../../src/pipeline.ts'

const shipped = readShipped()
const filesOf = (drafts: readonly Draft[]) =>
  drafts.map(({ path, text }) => ({ path, bytes: new TextEncoder().encode(text) }))
const asOf = Date.UTC(2026, 10, 22)

async function library() {
  const loaded = await loadLibrary({ shipped, rules: [], registry: [] })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  return loaded.value
}

const { packs, registry } = await library()
const names = namesOf(registry)

describe('a new rule', () => {
  it.each(subjectKinds.filter(hasReadableFact))('on %s loads and passes its tests', async (subject) => {
    const id = `house/on-${subject}`
    const drafts = draftRule({ id, subject, folder: 'rules', packs })
    expect(drafts.map(({ path }) => path)).toEqual([
      'rules/house/pack.yaml',
      `rules/${id}.rule.yaml`,
      `rules/${id}.test.yaml`,
    ])
    const loaded = await loadTested({ shipped, shippedTests: [], rules: filesOf(drafts), registry: [] })
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
    const [tests] = loaded.value.suites
    expect(tests?.rule.id).toBe(id)
    expect(new Set(tests?.cases.map((one) => one.expect))).toEqual(new Set(['pass', 'fail', 'unknown']))
    for (const one of tests?.cases ?? []) {
      const on: Subject = { kind: subject, id: 'case', label: 'case', place: one, facts: one.facts }
      const [evaluated] = tests === undefined ? [] : evaluate([tests.rule], [on], one.asOf)
      expect(evaluated?.outcome).toMatchObject({ kind: one.expect, ...(one.missing && { missing: one.missing }) })
    }
  })

  it('joins a pack that is there, under one of its controls', () => {
    const drafts = draftRule({ id: 'access/mine', subject: 'account', folder: 'own', packs })
    expect(drafts.map(({ path }) => path)).toEqual(['own/access/mine.rule.yaml', 'own/access/mine.test.yaml'])
    expect(drafts[0]?.text).toContain('controls: [AC-01]')
  })

  it('gives a new pack controls that no other pack has', () => {
    const [pack] = draftRule({ id: 'access-2/mine', subject: 'account', folder: 'own', packs })
    const control = /- id: ([A-Z]+-01)/.exec(pack?.text ?? '')?.[1]
    expect(packs.flatMap(({ controls }) => controls).map(({ id }) => id)).not.toContain(control)
  })
})

describe('a new provider', () => {
  const draft = draftProvider({ id: 'nimbus', folder: 'registry', today: '2026-11-22', reviewBy: '2027-05-22' })

  it('loads, and says that nothing is known', async () => {
    const loaded = await loadLibrary({ shipped, rules: [], registry: filesOf([draft]) })
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
    const provider = loaded.value.registry.providers.find(({ value }) => value.id === 'nimbus')?.value
    expect(draft.path).toBe('registry/providers/nimbus.yaml')
    expect(provider).toMatchObject({ name: 'Nimbus', supportAccess: { places: 'unknown' } })
    expect(provider?.entities[0]).not.toHaveProperty('country')
    expect(provider).not.toHaveProperty('contracting')
  })

  it('decides nothing of an engagement that runs on it', async () => {
    const engagement = draftEngagement(
      'portal',
      { context: 'client-system', services: ['nimbus/service'] },
      'portal.yaml',
    )
    const { reports, problems } = await check(
      { shipped, rules: [], files: filesOf([engagement]), registry: filesOf([draft]) },
      { asOf },
    )
    expect(problems).toEqual([])
    const findings = reports[0]?.findings ?? []
    const grounds = findings.filter(({ rule }) => rule === 'transfers/chapter-v-ground')
    expect(grounds.length).toBeGreaterThan(0)
    expect(new Set(grounds.map(({ outcome }) => outcome))).toEqual(new Set(['unknown']))
    expect(findings.filter(({ outcome }) => outcome === 'fail')).toEqual([])
  })
})

describe('a new engagement', () => {
  it.each([
    ['with what is needed alone', { context: 'vendor-use' }, 'Client portal'],
    [
      'with everything',
      { context: 'client-system', title: 'A: "b" # c', client: '- x', clientCountry: 'BE', services: ['aws/ec2'] },
      'A: "b" # c',
    ],
    ['that runs on nothing', { context: 'internal-operations', services: [] }, 'Client portal'],
  ])('%s loads, and asks for the rest', async (_, answers, title) => {
    const draft = draftEngagement('client-portal', answers, 'client-portal.yaml')
    const { reports, problems } = await check({ shipped, rules: [], registry: [], files: filesOf([draft]) }, { asOf })
    expect(problems).toEqual([])
    const [report] = reports
    expect(report?.engagement).toMatchObject({ id: 'client-portal', title })
    expect(report?.verdict.result).toBe('fail')
    expect(report?.findings.filter(({ outcome }) => outcome === 'fail')).toEqual([])
    expect(report?.toDo.length).toBeGreaterThan(0)
  })

  it.each([
    ['context', 'client-sytem', 'Did you mean "client-system"?'],
    ['clientCountry', 'UK', 'Did you mean "GB"?'],
    ['services', 'aws/ec', 'Did you mean "aws/ec2"?'],
  ] as const)('refuses a misspelt %s', (key, value, hint) => {
    expect(wrongAnswer(key, value, names)?.hint).toBe(hint)
  })

  it('takes any title', () => {
    expect(wrongAnswer('title', 'client-sytem', names)).toBeUndefined()
  })
})
