/** Exceptions on a real engagement, as its readers see them: text, JSON and SARIF. */
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { waiverOf } from '../../src/author/waive.ts'
import { readFiles } from '../../src/io/read-files.ts'
import { readShipped } from '../../src/io/shipped.ts'
import type { Report } from '../../src/model/generated/report.ts'
import type { Waivers } from '../../src/model/generated/waivers.ts'
import type { SourceFile } from '../../src/model/location.ts'
import { check } from '../../src/pipeline.ts'
import { render } from '../../src/render/index.ts'
import { baselineOf } from '../../src/settle/baseline.ts'
import { example, item, textOf, variant } from './checking.ts'

const shipped = readShipped()
const evidence = await readFiles(['examples/registry'])
const registry = evidence.ok ? evidence.value : []
const late = 'access/revoked-in-time'
type Given = { readonly asOf?: string; readonly waivers?: readonly SourceFile[]; readonly baseline?: SourceFile }

const lastDay = '2027-01-31T23:59:59.999Z'
const dayAfter = '2027-02-01T00:00:00Z'

async function checked(file: SourceFile, { asOf = '2026-11-22T12:00:00Z', ...given }: Given = {}): Promise<Report> {
  const { reports, problems } = await check(
    { files: [file], shipped, rules: [], registry, ...given },
    { asOf: Date.parse(asOf) },
  )
  const [report] = reports
  if (report === undefined || problems.length > 0) throw new Error(JSON.stringify(problems))
  return report
}

/** The three formats of one Report; of SARIF, its one run. */
async function seen(report: Report) {
  return {
    text: await render([report], 'text', { width: 2000 }),
    json: JSON.parse(await render([report], 'json')) as Report,
    sarif: JSON.parse(await render([report], 'sarif')).runs[0] as Sarif,
  }
}

type Sarif = {
  readonly results: readonly {
    readonly ruleId: string
    readonly level: string
    readonly properties: { readonly subject: string }
  }[]
  readonly properties?: { readonly waived: readonly { readonly rule: string; readonly waiver: string }[] }
}

const ruleIds = ({ results }: Sarif): readonly string[] => results.map(({ ruleId }) => ruleId)
const accounts = item('accounts', 'shop-admin-3')

/** All accounts closed, one of them late: a single failure of a promise. */
const engagement = (change: (date: string) => string = (date) => date): SourceFile =>
  variant('ended-engagement', (document) => {
    Object.assign(accounts(document), { revokedOn: '2026-10-30T19:00:00+01:00' })
    const second = item('accounts', 'shop-admin-2')(document)
    Object.assign(second, { revokedOn: change(second.revokedOn ?? '') })
  })

const decision = {
  reason: 'It was closed on the Monday after',
  owner: 'N. Baert (fictional)',
  approver: 'I. Claes (fictional)',
  expires: '2027-01-31',
  ticket: 'OPS-212',
}

const open = await checked(engagement())
const failing = open.findings.find(({ rule, outcome }) => rule === late && outcome === 'fail')
if (failing === undefined) throw new Error('nothing is late')
const entry = waiverOf(failing, open.engagement.id, decision)
if (entry === undefined) throw new Error('it cannot be waived')

const document = (...waivers: readonly Waivers['waivers'][number][]): readonly SourceFile[] => {
  const text = stringify({ apiVersion: 'douane/v1', kind: 'Waivers', waivers })
  return [{ path: 'waivers.yaml', bytes: new TextEncoder().encode(text) }]
}
const waivers = document(entry)

describe('a waiver', () => {
  it('lifts the finding on its last day, to the end of it', async () => {
    const { text, json, sarif } = await seen(await checked(engagement(), { waivers, asOf: lastDay }))
    expect(text).toMatch(/^PASS \(1 waived until 2027-01-31\) .* valid until 2027-02-01T00:00:00Z\n/)
    expect(text).toContain(`[${late}] on Administrator of the shop, engineer 2, waived until 2027-01-31`)
    expect(json.findings.find(({ id }) => id === failing.id)).toMatchObject({
      outcome: 'fail',
      waiver: { ticket: 'OPS-212' },
    })
    expect(json.exceptions).toMatchObject([{ status: 'in-force' }])
    expect(json.digests.waivers).not.toBe(open.digests.waivers)
    expect(ruleIds(sarif)).not.toContain(late)
    expect(sarif.properties?.waived).toMatchObject([
      { rule: late, waiver: expect.stringContaining('until 2027-01-31') },
    ])
  })

  it('lifts nothing on the day after', async () => {
    const { text, json, sarif } = await seen(await checked(engagement(), { waivers, asOf: dayAfter }))
    expect(text).toMatch(/^FAIL \(1 failed\) /)
    expect(text).toContain('WARNING  A waiver has expired [waivers/expired]\n  waivers.yaml:')
    expect(json.findings.some(({ waiver }) => waiver !== undefined)).toBe(false)
    expect(json.exceptions).toMatchObject([{ status: 'expired', level: 'warning', finding: failing.id }])
    expect(ruleIds(sarif)).toEqual(expect.arrayContaining([late, 'waivers/expired']))
  })

  it('dies when a fact that decided changes', async () => {
    const later = engagement((date) => date.replace('2026-11-02', '2026-11-09'))
    const { text, json, sarif } = await seen(await checked(later, { waivers }))
    expect(text).toMatch(/^FAIL \(1 failed\) /)
    expect(text).toContain('WARNING  What a waiver was given for has changed [waivers/stale]')
    expect(json.exceptions).toMatchObject([{ status: 'stale' }])
    expect(ruleIds(sarif)).toEqual(expect.arrayContaining([late, 'waivers/stale']))
  })

  it('dies when a fact that decided is not stated any more', async () => {
    const unstated = variant('ended-engagement', (of) => {
      Object.assign(accounts(of), { revokedOn: '2026-10-30T19:00:00+01:00' })
      Object.assign(item('accounts', 'shop-admin-2')(of), { revokedOn: undefined })
    })
    const report = await checked(unstated, { waivers })
    expect(report.exceptions).toMatchObject([{ status: 'stale' }])
    expect(report.verdict.result).toBe('fail')
  })

  it('survives what decides nothing: another file, order of keys, titles and days', async () => {
    const moved = { ...engagement(), path: 'elsewhere/moved.json' }
    const renamed = variant('ended-engagement', (of) => {
      Object.assign(accounts(of), { revokedOn: '2026-10-30T19:00:00+01:00', title: 'Another title' })
      Object.assign(item('accounts', 'shop-admin-2')(of), {
        title: 'Another title as well',
        mfaVerifiedOn: '2026-05-05',
      })
    })
    for (const file of [moved, reversed(engagement()), renamed]) {
      for (const asOf of ['2026-11-10', lastDay]) {
        expect((await checked(file, { waivers, asOf })).exceptions).toMatchObject([{ status: 'in-force' }])
      }
    }
  })

  it('survives that the registry was looked at again', async () => {
    const again = registry.map((file) => ({
      ...file,
      bytes: Buffer.from(textOf(file).replaceAll(/checkedOn: [\d-]+/g, 'checkedOn: 2026-11-21')),
    }))
    const sources = { files: [engagement()], shipped, rules: [], registry: again, waivers }
    const { reports, problems } = await check(sources, { asOf: Date.parse(lastDay) })
    expect(problems).toEqual([])
    expect(reports[0]?.digests.registry).not.toBe(open.digests.registry)
    expect(reports[0]?.exceptions).toMatchObject([{ status: 'in-force' }])
  })

  it('cannot be of law', async () => {
    const file = example('portal-remote-support')
    const before = await checked(file)
    const law = before.findings.find(({ outcome, basis }) => outcome === 'fail' && basis === 'law')
    if (law === undefined) throw new Error('nothing of law fails')
    const { kind, id } = law.subject
    const impossible = { ...entry, engagement: before.engagement.id, rule: law.rule, subject: { kind, id } }
    const { text, json, sarif } = await seen(await checked(file, { waivers: document(impossible) }))
    expect(text).toMatch(/^FAIL \(2 failed; 1 waiver to correct\) /)
    expect(text).toContain('ERROR  A waiver names what cannot be waived [waivers/impossible]')
    expect(text).toContain('is a rule of law, from which nobody can grant an exception')
    expect(json.findings).toEqual(before.findings)
    expect(json.exceptions).toMatchObject([{ status: 'impossible', level: 'error' }])
    expect(ruleIds(sarif)).toEqual(expect.arrayContaining([law.rule, 'waivers/impossible']))
  })

  it('that is not needed is told', async () => {
    const intime = engagement(() => '2026-10-30T20:00:00+01:00')
    const { text, json, sarif } = await seen(await checked(intime, { waivers }))
    expect(text).toMatch(/^PASS {2}/)
    expect(text).toContain('WARNING  A waiver lifts nothing [waivers/unused]')
    expect(json.exceptions).toMatchObject([{ status: 'unused', level: 'warning' }])
    expect(ruleIds(sarif)).toContain('waivers/unused')
    expect(sarif.properties).toBeUndefined()
  })

  it('of an engagement that is not checked is left alone', async () => {
    const other = document({ ...entry, engagement: 'another' })
    expect((await checked(engagement(), { waivers: other })).exceptions).toEqual([])
  })
})

/** The same document with the keys of every mapping in the opposite order. */
function reversed(file: SourceFile): SourceFile {
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turned)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, part]) => [key, turned(part)]),
    )
  }
  return { path: file.path, bytes: Buffer.from(JSON.stringify(turned(JSON.parse(textOf(file))))) }
}

describe('a baseline', () => {
  const written = (report: Report): SourceFile => ({
    path: 'baseline.json',
    bytes: Buffer.from(JSON.stringify(baselineOf([report]).baseline)),
  })
  const baseline = written(open)

  it('survives that the file is moved, that its lines move, and that its keys are reordered', async () => {
    const yaml = example('ended-engagement')
    const all = written(await checked(yaml))
    const lower = { path: 'moved/there.yaml', bytes: Buffer.from(`${'# a comment\n'.repeat(40)}${textOf(yaml)}`) }
    for (const file of [yaml, lower, reversed(variant('ended-engagement', () => undefined))]) {
      const given = await checked(file, { baseline: all })
      expect(given.baseline).toMatchObject({ excuses: true, new: 0, held: 3, fixed: [] })
      expect(given.verdict.result).toBe('fail')
    }
  })

  it('does not absorb a second violation of the same rule in the same file', async () => {
    const twice = variant('ended-engagement', (of) => {
      Object.assign(accounts(of), { revokedOn: '2026-10-30T19:00:00+01:00' })
      const first = item('accounts', 'shop-admin-2')(of)
      ;(of.accounts as unknown as object[]).push({ ...(first as object), id: 'shop-admin-4' })
    })
    const given = await checked(twice, { baseline })
    expect(given.baseline).toMatchObject({ excuses: false, new: 1, held: 1 })
    const { text, json, sarif } = await seen(given)
    expect(text).toMatch(/^FAIL \(1 failed; 1 more is in the baseline\) /)
    expect(json.findings.filter(({ baselined }) => baselined).map(({ subject }) => subject.id)).toEqual([
      'shop-admin-2',
    ])
    expect(sarif.results.filter(({ ruleId }) => ruleId === late)).toMatchObject([
      { baselineState: 'unchanged' },
      { baselineState: 'new' },
    ])
  })

  it('never holds a rule of law', async () => {
    const file = example('portal-remote-support')
    const before = await checked(file)
    const { baseline: made, ofLaw } = baselineOf([before])
    expect(made.findings.every(({ rule }) => rule.startsWith('sub-processors/'))).toBe(true)
    expect(ofLaw).toBeGreaterThan(1)
    const byHand = before.findings.map(({ rule, subject: { kind, id: of }, id }) => ({
      engagement: before.engagement.id,
      rule,
      subject: { kind, id: of },
      outcome: 'fail' as const,
      id,
    }))
    const bytes = Buffer.from(JSON.stringify({ ...made, findings: byHand }))
    const given = await checked(file, { baseline: { path: 'baseline.json', bytes } })
    expect(given.findings.filter(({ basis, baselined }) => basis === 'law' && baselined)).toEqual([])
    expect(given.baseline).toMatchObject({ excuses: false })
    expect(given.baseline?.ignored.every(({ why }) => why === 'law')).toBe(true)
  })
})
