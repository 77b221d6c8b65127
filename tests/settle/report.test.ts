import { describe, expect, it } from 'vitest'
import { report as validReport } from '../../build/validators.mjs'
import { check } from '../../src/pipeline.ts'
import { alsoWrong, asOf, disclosure, fact, missing, report, rightModule, unknownRoles, wrongModule } from './sample.ts'

const findingOf = (subject: string, rule: string, from: ReturnType<typeof report>) => {
  const found = from.findings.find((finding) => finding.rule === rule && finding.subject.id === subject)
  if (found === undefined) throw new Error(`no finding of ${rule} on ${subject}`)
  return found
}

describe('the Report', () => {
  const all = report([rightModule, unknownRoles, wrongModule, alsoWrong])

  it('satisfies its schema', () => {
    const valid = validReport(structuredClone(all))
    expect(validReport.errors ?? []).toEqual([])
    expect(valid).toBe(true)
    expect(validReport(structuredClone(report([wrongModule], { explainAll: true })))).toBe(true)
  })

  it('is plain JSON: nothing is lost by writing it', () => {
    expect(JSON.parse(JSON.stringify(all))).toEqual(all)
  })

  it('puts open findings first, and orders the rest by rule and subject', () => {
    expect(all.findings.map(({ outcome, rule, subject }) => `${outcome} ${rule} ${subject.id}`)).toEqual([
      'fail sample/modules crm-data',
      'fail sample/modules orders',
      'unknown sample/modules tickets',
      'pass sample/modules visits',
      ...['crm-data', 'orders', 'tickets', 'visits'].map((id) => `pass sample/adequacy ${id}`),
    ])
  })

  it('is the same whatever the order of the subjects', () => {
    const other = report([alsoWrong, wrongModule, unknownRoles, rightModule])
    expect(JSON.stringify(other)).toBe(JSON.stringify(all))
  })

  it('says what is the case with the actual values', () => {
    expect(findingOf('crm-data', 'sample/modules', all).message).toBe(
      'Client of crm-data to Processor relies on module 1, but the data goes from a controller to a processor, by crm -> assistant',
    )
  })

  it('claims no failure where something is not stated', () => {
    const finding = findingOf('tickets', 'sample/modules', all)
    expect(finding.message).toBe('tickets to the processor: not stated: the roles of exporter and importer')
    expect(finding.missing).toMatchObject([{ fact: 'roles', asks: [0] }])
    expect(all.asks).toMatchObject([{ key: 'role', ask: 'State `role`.' }])
    expect(finding.at.line).toBe(8)
  })

  it.each([false, true])('says once what findings say alike, and nothing that none names (all: %s)', (explainAll) => {
    const { findings, asks, origins, explanations } = report([rightModule, unknownRoles, wrongModule, alsoWrong], {
      explainAll,
    })
    const facts = findings.flatMap((finding) => [...finding.facts, ...finding.missing])
    const named = [
      [asks, findings.flatMap(({ missing }) => missing.flatMap((one) => one.asks))],
      [origins, findings.flatMap((finding) => finding.facts.flatMap((one) => one.origins))],
      [explanations, findings.flatMap(({ explanation }) => explanation ?? [])],
    ] as const
    for (const [list, places] of named) {
      expect(new Set(list.map((one) => JSON.stringify(one))).size).toBe(list.length)
      expect([...new Set(places)]).toEqual(list.map((_, place) => place))
    }
    for (const one of facts) {
      const places = 'asks' in one ? one.asks : one.origins
      expect(new Set(places).size).toBe(places.length)
    }
    expect(explanations.length).toBeLessThan(explainAll ? findings.length : 4)
  })

  it('points at the key that states what decided', () => {
    const finding = findingOf('crm-data', 'sample/modules', all)
    expect(finding.at).toMatchObject({ file: 'portal.yaml', line: 13 })
    expect(finding.codeFrame).toContain('> 13 |     scc: { modules: [1] }')
  })

  it('points at the subject where no fact points into the descriptor', () => {
    const over = report([wrongModule], { asOf: Date.UTC(2031, 11, 28) })
    const finding = findingOf('crm-data', 'sample/adequacy', over)
    expect(finding.outcome).toBe('fail')
    expect(finding.at).toEqual(wrongModule.place.at)
    expect(finding.message).toBe('The decision ended on 2031-12-27')
  })

  it('asks first for what decides whether a rule applies at all', () => {
    const nothing = disclosure('nothing', {
      reliedOn: fact(undefined, missing('reliesOn', 'safeguards', 0)),
      roles: fact(undefined, missing('role', 'components', 1)),
      sccModules: fact(undefined, missing('scc', 'safeguards', 0)),
    })
    const finding = findingOf('nothing', 'sample/modules', report([nothing]))
    expect(finding.missing.map((one) => one.fact)).toEqual(['reliedOn', 'roles', 'sccModules'])
    expect(finding.at.line).toBe(11)
  })

  it('explains what is open by the parts that decided, and everything where it is asked', () => {
    const finding = findingOf('crm-data', 'sample/modules', all)
    const explanation = all.explanations[finding.explanation ?? -1]
    expect(explanation?.of?.map(({ kind, truth }) => `${kind} ${truth}`)).toEqual(['when true', 'require false'])
    const leaves = JSON.stringify(explanation).match(/"kind":"leaf"/g) ?? []
    expect(leaves).toHaveLength(3)
    expect(findingOf('visits', 'sample/modules', all).explanation).toBeUndefined()
    expect(findingOf('visits', 'sample/modules', report([rightModule], { explainAll: true })).explanation).toBeDefined()
  })

  it('has ids that depend on rule and subject alone', () => {
    const ids = all.findings.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(findingOf('crm-data', 'sample/modules', report([wrongModule])).id).toBe(
      findingOf('crm-data', 'sample/modules', all).id,
    )
  })

  it('shows facts of the registry that are past their review', () => {
    expect(all.reliesOn.registryFacts).toMatchObject([{ entry: 'adequacy gb', stale: true }])
    const before = report([wrongModule], { asOf: Date.UTC(2031, 11, 26, 23, 59) })
    expect(before.reliesOn.registryFacts).toMatchObject([{ stale: false }])
  })

  it('says until when it holds', () => {
    expect(all.validUntil).toBe('2031-12-28T00:00:00Z')
    expect(report([wrongModule], { asOf: Date.UTC(2032, 0, 1) }).validUntil).toBe('none')
  })

  it('counts, covers and cites', () => {
    expect(all.counts).toEqual({
      rules: { loaded: 3, applied: 2, notApplicable: 1 },
      subjects: { disclosure: 4 },
      outcomes: { pass: 5, fail: 2, unknown: 1, notApplicable: 0 },
      open: { error: 3, warning: 0, note: 0 },
      waived: 0,
      baselined: 0,
    })
    expect(all.controls.map(({ id, rules }) => [id, rules.length])).toEqual([
      ['TR-05', 3],
      ['TR-99', 0],
    ])
    expect(all.sources.map(({ id }) => id)).toEqual(['scc'])
    expect(all.engagement.firm).toBe('Example & Co')
    expect(all.asOf).toBe(new Date(asOf).toISOString().replace('.000', ''))
  })

  it('lists what did not apply', () => {
    const other = disclosure('letters', { reliedOn: fact('adequacy') })
    expect(report([other]).notApplicable).toEqual([{ rule: 'sample/modules', subjects: ['letters'] }])
  })

  it('never lets law be waived', () => {
    expect(all.findings.filter(({ basis }) => basis === 'law').every(({ waivable }) => !waivable)).toBe(true)
    expect(all.findings.filter(({ basis }) => basis === 'policy').every(({ waivable }) => waivable)).toBe(true)
  })
})

it('concludes nothing where there is nothing to check', async () => {
  const checked = await check({ files: [], shipped: { files: [] }, rules: [], registry: [] }, { asOf })
  expect(checked).toMatchObject({ reports: [], problems: [{ code: 'NO_INPUT' }] })
})
