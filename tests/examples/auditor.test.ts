import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/model/generated/report.ts'
import { processorTable, transferTable } from '../../src/render/tables.ts'
import { checkFile, example, item, variant } from './checking.ts'

async function reportOn(name: string): Promise<Report> {
  const { report } = await checkFile(example(name))
  if (report === undefined) throw new Error(`${name} could not be checked`)
  return report
}

const names = [
  'portal-scc',
  'email-uk-relay',
  'ai-tier-2-cloud',
  'image-generation-processor',
  'sub-processor-change',
] as const
const reports = new Map(await Promise.all(names.map(async (name) => [name, await reportOn(name)] as const)))
const architectureOf = (name: (typeof names)[number]): Report['architecture'] => {
  const report = reports.get(name)
  if (report === undefined) throw new Error(name)
  return report.architecture
}

describe('a transfer', () => {
  it.each([
    [
      'portal-scc',
      'customer-records: aws/aws-emea -> aws/aws-inc in US for service-provision',
      {
        exporterCountry: 'LU',
        importerCountry: 'US',
        importerParentCountry: 'US',
        roles: 'processor-to-sub-processor',
        purpose: 'service-provision',
        component: 'database',
        activities: ['support'],
        places: ['US'],
        criterion1: 'true',
        criterion2: 'true',
        criterion3: 'true',
        isTransfer: 'true',
        isUkTransfer: 'false',
        onward: 'false',
        upstream: [],
        reliesOn: 'scc',
        fallbacks: ['dpf'],
        safeguard: 'support-from-the-us',
        verdict: { outcome: 'pass', missing: [] },
      },
    ],
    [
      'email-uk-relay',
      'order-confirmations: client -> authsmtp/getonline in GB for email-delivery',
      {
        exporterCountry: 'BE',
        importerCountry: 'GB',
        roles: 'controller-to-processor',
        reliesOn: 'adequacy',
        expires: '2031-12-27',
        adequacy: {
          entry: 'adequacy eu-gb',
          from: '2021-06-28',
          until: '2031-12-27',
          scope: 'all',
          checkedOn: '2026-11-22',
        },
        verdict: { outcome: 'pass' },
      },
    ],
  ] as const)('of %s: %s', (name, id, expected) => {
    expect(architectureOf(name).disclosures.find((one) => one.id === id)).toMatchObject(expected)
  })

  it('has its ground with date, modules, assessment, instruction and evidence', () => {
    expect(architectureOf('portal-scc').safeguards).toMatchObject([
      {
        id: 'support-from-the-us',
        exporter: 'Amazon Web Services EMEA SARL',
        importer: 'Amazon Web Services, Inc.',
        reliesOn: 'scc',
        firstTransferOn: '2026-10-01',
        scc: { set: '2021-914', modules: [3], bindsFrom: '2026-09-15', annexes: 'complete' },
        tia: { on: '2026-09-10', reviewBy: '2027-09-10', problematicLaw: 'not-applied' },
        instructions: { agreement: 'dpa', clause: 'Annex 3', signed: 'true' },
        evidence: [
          { of: 'scc', where: 'Data processing addendum as accepted', shownTo: 'engineer' },
          { of: 'tia', where: "Assessment in the client's records", shownTo: 'engineer' },
        ],
      },
    ])
  })

  it('tells who checked the evidence, and nothing of measures that nobody states', async () => {
    const [before] = architectureOf('portal-scc').safeguards
    expect(before).not.toHaveProperty('measures')
    const { report } = await checkFile(
      variant('portal-scc', (engagement) => {
        const entry = item('safeguards', 'support-from-the-us')(engagement)
        Object.assign(entry, { measures: ['uc1'] })
        Object.assign(entry.tia ?? {}, { checkedBy: 'Counsel', checkedOn: '2026-09-11', evidenceShownTo: 'auditor' })
      }),
    )
    expect(report?.architecture.safeguards[0]?.measures).toEqual(['uc1'])
    expect(report?.architecture.safeguards[0]?.evidence[1]).toMatchObject({
      checkedBy: 'Counsel',
      checkedOn: '2026-09-11',
      shownTo: 'auditor',
    })
  })

  it('has the verdict of its findings, with what is missing', async () => {
    const { report } = await checkFile(
      variant('portal-scc', (engagement) => {
        Reflect.deleteProperty(item('safeguards', 'support-from-the-us')(engagement), 'tia')
      }),
    )
    const found = report?.architecture.disclosures.find(({ id }) => id.startsWith('customer-records: aws/aws-emea'))
    expect(found?.verdict?.outcome).toBe('unknown')
    expect(found?.verdict?.missing.join(' ')).toContain('tia')
    const open = report?.findings.filter(({ outcome, subject }) => outcome !== 'pass' && subject.id === found?.id)
    expect([...(found?.verdict?.findings ?? [])].sort()).toEqual(open?.map(({ id }) => id).sort())
    const chain = report?.architecture.relationships.find(({ id }) => id === 'aws/aws-emea -> aws/aws-inc')
    expect(chain?.verdict?.outcome).toBe('unknown')
  })
})

describe('a processor', () => {
  it.each([
    [
      'portal-scc',
      'aws/aws-emea -> aws/aws-inc',
      {
        depth: 2,
        subProcessing: 'true',
        authorisation: 'general',
        authorised: 'true',
        agreement: 'within-aws',
        agreementSigned: 'true',
        breachHours: 36,
        breachHoursAbove: 48,
        weakerTerms: [],
        parentCountry: 'US',
        places: ['US'],
        purposes: ['service-provision'],
        verdict: { outcome: 'pass' },
      },
    ],
    [
      'portal-scc',
      'client -> aws/aws-emea',
      {
        depth: 1,
        subProcessing: 'false',
        contractedBy: 'Atelier Exemple NV (fictional)',
        components: ['database', 'portal'],
      },
    ],
  ] as const)('of %s: %s', (name, id, expected) => {
    expect(architectureOf(name).relationships.find((one) => one.id === id)).toMatchObject(expected)
  })

  it('has the terms of its agreement, each stated, not in it, or not stated', () => {
    const dpa = architectureOf('portal-scc').agreements.find(({ id }) => id === 'within-aws')
    const says = (term: string) => dpa?.terms?.find((one) => one.term === term)
    expect(dpa?.terms).toHaveLength(24)
    expect(says('breach-notice')).toMatchObject({ says: 'stated' })
    expect(says('part-of-service-agreement')).toEqual({ term: 'part-of-service-agreement', says: 'not-stated' })
  })

  it('has the six criteria of its review, its dates and its certificates', () => {
    const { providers } = architectureOf('email-uk-relay')
    expect(providers.find(({ id }) => id === 'noordhost')).toMatchObject({
      assessedOn: '2024-11-04',
      reviewedOn: '2026-10-12',
      criteria: { 'security-posture': 'true', reputation: 'true' },
      certificates: expect.arrayContaining([
        expect.objectContaining({ name: 'ISO 27001', evidenceKept: 'true', validUntil: '2028-03-31' }),
        expect.objectContaining({ name: 'SOC 2', evidenceKept: 'true', validUntil: 'none' }),
      ]),
    })
    expect(providers.find(({ id }) => id === 'authsmtp')).toMatchObject({
      assessedOn: 'none',
      criteria: { 'security-posture': 'unknown' },
    })
  })

  it('has the notice of a change, the objections to it, and the document that names it', () => {
    const uses = architectureOf('sub-processor-change').providerUses
    const changed = uses.find(({ notice }) => notice !== undefined)
    expect(changed?.notice?.on).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(changed?.notice?.objections).toBeDefined()
    expect(changed?.documented).toMatchObject({ signed: 'true' })
  })
})

describe('regimes', () => {
  it.each([
    ['portal-scc', 'gdpr', 'true'],
    ['portal-scc', 'uk-gdpr', 'false'],
    ['email-uk-relay', 'uk-gdpr', 'true'],
  ] as const)('of %s: %s %s', (name, id, applies) => {
    expect(reports.get(name)?.regimes.find((one) => one.id === id)?.applies).toBe(applies)
  })

  it('are not assessed where no rule cites a document of them', () => {
    const rules = (id: string) => reports.get('portal-scc')?.regimes.find((one) => one.id === id)?.rules
    expect(rules('swiss-fadp')).toBe(0)
    for (const id of ['gdpr', 'uk-gdpr', 'ccpa']) expect(rules(id)).toBeGreaterThan(0)
  })
})

it.each(names)('%s: every verdict is that of findings that there are', (name) => {
  const report = reports.get(name)
  const open = new Set(report?.findings.filter(({ outcome }) => outcome !== 'pass').map(({ id }) => id))
  const { disclosures, relationships, providers, providerUses } = architectureOf(name)
  const verdicts = [...disclosures, ...relationships, ...providers, ...providerUses].flatMap((one) => one.verdict ?? [])
  expect(verdicts.length).toBeGreaterThan(0)
  for (const { findings } of verdicts) for (const id of findings) expect(open).toContain(id)
})

describe('tables', () => {
  const cellsOf = ({ head, rows }: ReturnType<typeof transferTable>, at: number) =>
    Object.fromEntries(head.map((name, index) => [name, rows[at]?.[index]]))
  const of = (name: (typeof names)[number]) => ({ architecture: architectureOf(name) })

  it('put transfers that differ in their data alone in one row', () => {
    const table = transferTable(of('portal-scc'))
    expect(table.rows).toHaveLength(1)
    expect(cellsOf(table, 0)).toMatchObject({
      data: 'customer-records, clear; visitor-ip-addresses, clear',
      importer: 'Amazon Web Services, Inc. (US, parent US)',
      criteria: 'yes, yes, yes',
      'activities and places': 'support; US',
      ground: 'scc 2021-914 modules 3, from 2026-09-15; in reserve: dpf',
      'assessment and measures': 'assessment: 2026-09-10, review by 2027-09-10; measures: not stated',
      verdict: 'pass',
    })
    expect(cellsOf(transferTable(of('email-uk-relay')), 0)).toMatchObject({ ground: 'adequacy', expires: '2031-12-27' })
  })

  it('tell what is not stated of a processor, and never as none', () => {
    const table = processorTable(of('email-uk-relay'))
    const relay = table.rows.findIndex(([name]) => name?.startsWith('GetOnline'))
    expect(cellsOf(table, relay)).toMatchObject({
      processor: 'GetOnline Ltd (GB)',
      notice: 'not stated',
      'review and certificates': expect.stringMatching(/^assessed none; reviewed none;/),
    })
  })
})
