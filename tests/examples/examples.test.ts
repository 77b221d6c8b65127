import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import type { Report } from '../../src/model/generated/report.ts'
import { checkFile, controlsThat, example, exampleFiles, headerOf, present, textOf } from './checking.ts'

type Expected = {
  readonly name: string
  readonly asOf?: string
  readonly exit: 0 | 1
  readonly fails?: readonly string[]
  /** Whether anything at error level stays unknown. */
  readonly unknown?: true
  readonly validUntil: string
}

/** What each example is for. Written by hand: the snapshots beside this only record the details. */
const table: readonly Expected[] = [
  { name: 'brochure-site', exit: 0, validUntil: '2027-09-21T00:00:00Z' },
  { name: 'portal-eea', exit: 0, validUntil: '2027-09-21T00:00:00Z' },
  { name: 'portal-scc', exit: 0, validUntil: '2027-09-11T00:00:00Z' },
  { name: 'portal-remote-support', exit: 1, fails: ['TR-01', 'TR-11'], validUntil: '2027-09-21T00:00:00Z' },
  { name: 'internal-support-desk', exit: 1, fails: ['AI-01', 'AI-02'], validUntil: '2026-12-02T00:00:00Z' },
  { name: 'ai-tier-1-api', exit: 0, validUntil: '2027-09-21T00:00:00Z' },
  { name: 'ai-tier-2-cloud', exit: 1, fails: ['AI-08', 'TR-01'], unknown: true, validUntil: '2027-09-02T00:00:00Z' },
  { name: 'ai-tier-3-open-weights', exit: 0, validUntil: '2027-09-21T00:00:00Z' },
  {
    name: 'image-generation-processor',
    exit: 1,
    fails: ['PT-13', 'PT-14', 'TR-01', 'TR-16', 'TR-19'],
    unknown: true,
    validUntil: '2026-12-02T00:00:00Z',
  },
  {
    name: 'analytics-site',
    exit: 1,
    fails: ['AN-03', 'AN-04', 'AN-06', 'TR-01', 'TR-03', 'TR-06', 'TR-13'],
    validUntil: '2027-09-21T00:00:00Z',
  },
  { name: 'email-uk-relay', exit: 0, validUntil: '2031-12-28T00:00:00Z' },
  { name: 'email-uk-relay', asOf: '2031-12-27T00:00:00Z', exit: 0, validUntil: '2031-12-28T00:00:00Z' },
  { name: 'email-uk-relay', asOf: '2031-12-27T23:59:59.999Z', exit: 0, validUntil: '2031-12-28T00:00:00Z' },
  { name: 'email-uk-relay', asOf: '2031-12-28T00:00:00Z', exit: 1, fails: ['TR-01', 'TR-03'], validUntil: 'none' },
  { name: 'sub-processor-change', exit: 1, fails: ['SP-05', 'SP-06'], validUntil: '2027-09-21T00:00:00Z' },
  { name: 'ended-engagement', exit: 1, fails: ['AC-05', 'AC-06'], validUntil: '2027-05-05T00:00:00Z' },
  { name: 'half-left-out', exit: 1, unknown: true, validUntil: '2027-10-06T00:00:00Z' },
]

describe.each(table.map((row) => ({ asOf: present, ...row })))(
  '$name as of $asOf',
  ({ name, asOf, exit, fails = [], unknown, validUntil }) => {
    const checked = checkFile(example(name), asOf)

    it(`exits ${exit}, and fails through ${fails.join(', ') || 'nothing'}`, async () => {
      const outcome = await checked
      expect(outcome.problems).toEqual([])
      expect(controlsThat('fail', outcome)).toEqual(fails)
      expect(controlsThat('unknown', outcome).length > 0).toBe(unknown ?? false)
      expect(outcome.exit).toBe(exit)
      expect(outcome.report?.validUntil).toBe(validUntil)
      expect(outcome.report?.verdict.secondOpinion).toBe('agreed')
    })

    it('has the findings that are recorded', async () => {
      const { report } = await checked
      if (report === undefined) throw new Error('There is no report')
      const file = `${name}${asOf === present ? '' : `.${asOf.replaceAll(':', '')}`}.yaml`
      await expect(recorded(report)).toMatchFileSnapshot(`./expected/${file}`)
    })

    it('rests on no listing of a provider that exists', async () => {
      const { report } = await checked
      expect(report?.architecture.disclosures.map(({ reliesOn }) => reliesOn)).not.toContain('dpf')
    })
  },
)

describe('the examples', () => {
  it('are all in the table', () => {
    const named = new Set(table.map(({ name }) => `examples/${name}.yaml`))
    expect(exampleFiles.map(({ path }) => path)).toEqual([...named].sort())
  })

  it.each(exampleFiles)('$path says what to expect and how to check it', (file) => {
    const header = headerOf(file)
    expect(header).toMatch(/Expected: (PASS|FAIL)/)
    expect(header).toContain(`douane check ${file.path} --registry examples/registry`)
  })

  it('has a brochure site in at most 25 lines', () => {
    const lines = textOf(example('brochure-site')).trimEnd().split('\n')
    expect(lines.length).toBeLessThanOrEqual(25)
  })
})

/** Every open finding: by outcome, level and rule, the line and the subject of each. */
function recorded(report: Report): string {
  const open = new Map<string, string[]>()
  for (const { outcome, level, rule, subject, at } of report.findings) {
    if (outcome === 'pass') continue
    const where = at.file === report.engagement.file ? `line ${at.line}` : `${at.file} line ${at.line}`
    const key = `${outcome} ${level} ${rule}`
    open.set(key, [...(open.get(key) ?? []), `${where}, ${subject.kind} ${subject.id}`])
  }
  const sorted = [...open].sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, list]) => [key, list.sort()])
  const { asOf, validUntil, verdict, counts } = report
  const { headline } = verdict
  const record = { asOf, validUntil, headline, outcomes: counts.outcomes, open: Object.fromEntries(sorted) }
  return stringify(record, { lineWidth: 0 })
}
