import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BaselineEntry, GivenBaseline } from '../../src/model/exceptions.ts'
import type { Report } from '../../src/model/generated/report.ts'
import { baselineOf, withBaseline } from '../../src/settle/baseline.ts'
import { alsoWrong, findingOn, promising, report, rightModule, unknownRoles, waiverOf, wrongModule } from './sample.ts'

const rule = 'sample/modules'
const subjects = [rightModule, unknownRoles, wrongModule]
const workspace = promising()
const of = (...some: Parameters<typeof report>[0]): Report => report(some, { workspace })
const before = of(...subjects)

const at = { file: 'baseline.json', line: 1, column: 1, endLine: 1, endColumn: 2 }
const placed = (entries: readonly Omit<BaselineEntry, 'at'>[]): GivenBaseline => ({
  file: 'baseline.json',
  entries: entries.map((entry, place) => ({ ...entry, at: { ...at, line: place + 1 } })),
})
const baseline = placed(baselineOf([before]).baseline.findings)
const baselined = ({ findings }: Report): readonly string[] =>
  findings.filter((one) => one.baselined).map(({ subject }) => subject.id)

describe('a baseline', () => {
  it('holds what was open, leaves the verdict what it is, and says that it excuses it', () => {
    const given = withBaseline(before, baseline)
    expect(baselined(given)).toEqual(['crm-data', 'tickets'])
    expect(given.verdict).toMatchObject({ result: 'fail', headline: 'FAIL (all 2 open decisions are in the baseline)' })
    expect(given.baseline).toEqual({
      file: 'baseline.json',
      excuses: true,
      new: 0,
      held: 2,
      fixed: [],
      ignored: [],
    })
    expect(given.counts).toMatchObject({ open: { error: 2 }, baselined: 2, outcomes: before.counts.outcomes })
    expect(given.toDo.map((one) => one.baselined)).toEqual([true, true])
  })

  it('does not hold a second violation of the same rule at the same place', () => {
    const given = withBaseline(of(...subjects, alsoWrong), baseline)
    const [known, second] = [findingOn(given, rule, 'crm-data'), findingOn(given, rule, 'orders')]
    expect(second.at).toEqual(known.at)
    expect([known.baselined, second.baselined]).toEqual([true, undefined])
    expect(given.baseline).toMatchObject({ excuses: false, new: 1, held: 2 })
    expect(given.verdict.headline).toBe('FAIL (1 failed; 2 more are in the baseline)')
    expect(given.toDo.filter((one) => one.baselined === undefined)).toMatchObject([{ findings: [second.id] }])
  })

  it('does not hold what was unknown and fails now, but what failed and is unknown now', () => {
    const flipped = baseline.entries.map((entry) => ({
      ...entry,
      outcome: entry.outcome === 'fail' ? ('unknown' as const) : ('fail' as const),
    }))
    const given = withBaseline(before, placed(flipped))
    expect(baselined(given)).toEqual(['tickets'])
    expect(given.baseline).toMatchObject({
      excuses: false,
      ignored: [{ rule, subject: { id: 'crm-data' }, why: 'worse' }],
    })
  })

  it('lists what has been fixed, waived or removed, so that the file shrinks', () => {
    const waived = report([rightModule, unknownRoles], {
      workspace: promising([waiverOf(findingOn(before, rule, 'tickets'))]),
    })
    const entries = [...baseline.entries, { ...baseline.entries[0], subject: { kind: 'disclosure', id: 'visits' } }]
    const given = withBaseline(waived, placed(entries as readonly BaselineEntry[]))
    expect(given.baseline?.fixed.map(({ subject, now }) => [subject.id, now])).toEqual([
      ['crm-data', 'gone'],
      ['tickets', 'waived'],
      ['visits', 'pass'],
    ])
    expect(given.baseline).toMatchObject({ held: 0, excuses: false })
    expect(given.verdict.result).toBe('pass')
  })

  it('leaves entries of other engagements alone', () => {
    const others = placed(baseline.entries.map((entry) => ({ ...entry, engagement: 'another' })))
    const given = withBaseline(before, others)
    expect(given.baseline).toMatchObject({ held: 0, new: 2, fixed: [], ignored: [], excuses: false })
    expect(given.findings).toEqual(before.findings)
  })

  it('excuses nothing where no error-level rule passed, or where a waiver is at fault', () => {
    const nothing = of(wrongModule)
    expect(withBaseline(nothing, baseline).baseline).toMatchObject({ held: 1, excuses: false })
    const fault = waiverOf(findingOn(before, rule, 'tickets'), { rule: 'sample/*' })
    const given = withBaseline(report(subjects, { workspace: promising([fault]) }), baseline)
    expect(given.baseline).toMatchObject({ held: 2, new: 0, excuses: false })
    expect(given.verdict.headline).toBe('FAIL (all 2 open decisions are in the baseline; 1 waiver to correct)')
  })

  it('never holds a rule of law, by whatever set of entries', () => {
    const law = report([...subjects, alsoWrong])
    const entry = fc.constantFrom(...law.findings).chain(({ rule: of, subject: { kind, id }, id: finding }) =>
      fc.constantFrom('fail' as const, 'unknown' as const).map((outcome) => ({
        engagement: 'portal',
        rule: of,
        subject: { kind, id },
        outcome,
        id: finding,
      })),
    )
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const given = withBaseline(law, placed(entries))
        expect(given.findings).toEqual(law.findings)
        expect(given.verdict).toEqual(law.verdict)
        expect(given.baseline?.excuses).toBe(false)
      }),
      { numRuns: 100 },
    )
    const known = withBaseline(law, baseline)
    expect(known.baseline?.ignored.map(({ why }) => why)).toEqual(['law', 'law'])
  })
})

describe('a new baseline', () => {
  it('is what is open, sorted, without rules of law and without what is waived', () => {
    const { baseline: made, ofLaw } = baselineOf([before])
    expect(made).toMatchObject({ apiVersion: 'douane/v1', kind: 'Baseline' })
    expect(made.findings.map(({ subject, outcome }) => [subject.id, outcome])).toEqual([
      ['crm-data', 'fail'],
      ['tickets', 'unknown'],
    ])
    expect(ofLaw).toBe(0)
    const law = baselineOf([report(subjects)])
    expect([law.baseline.findings, law.ofLaw]).toEqual([[], 2])
    const waived = report(subjects, { workspace: promising([waiverOf(findingOn(before, rule, 'tickets'))]) })
    expect(baselineOf([waived]).baseline.findings.map(({ subject }) => subject.id)).toEqual(['crm-data'])
  })

  it('is the same, whatever the order, and keeps what was not checked', () => {
    const other = { ...before, engagement: { ...before.engagement, id: 'another' } }
    const one = baselineOf([before, other]).baseline
    expect(baselineOf([other, before]).baseline).toEqual(one)
    expect(one.findings.map(({ engagement }) => engagement)).toEqual(['another', 'another', 'portal', 'portal'])
    const kept = placed(one.findings).entries
    expect(baselineOf([of(rightModule)], kept).baseline.findings.map(({ engagement }) => engagement)).toEqual([
      'another',
      'another',
    ])
  })
})
