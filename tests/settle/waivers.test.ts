import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type GivenWaiver, keyOfNamed } from '../../src/model/exceptions.ts'
import type { Report } from '../../src/model/generated/report.ts'
import { changedRule, type Rule } from '../../src/model/rule.ts'
import type { Subject } from '../../src/model/subject.ts'
import {
  alsoWrong,
  asOf,
  disclosure,
  fact,
  findingOn,
  promising,
  report,
  rightModule,
  unknownRoles,
  waiverOf,
  wrongModule,
} from './sample.ts'

const rule = 'sample/modules'
const subjects = [rightModule, unknownRoles, wrongModule, alsoWrong]
const open = report(subjects, { workspace: promising() })
const failed = findingOn(open, rule, 'crm-data')
const unknown = findingOn(open, rule, 'tickets')

const waived = (waivers: readonly GivenWaiver[], options: Parameters<typeof report>[1] = {}, of = subjects): Report =>
  report(of, { workspace: promising(waivers), ...options })
const statuses = ({ exceptions }: Report): readonly string[] => exceptions.map(({ status }) => status)

describe('a waiver in force', () => {
  const given = waived([waiverOf(failed)])
  const lifted = findingOn(given, rule, 'crm-data')

  it('leaves the outcome what it is, and says who answers for it', () => {
    expect(lifted).toMatchObject({
      outcome: 'fail',
      message: failed.message,
      waiver: { owner: 'A. Owner (fictional)', expires: '2032-01-31', ticket: 'OPS-12', at: { line: 5 } },
    })
    expect(given.exceptions).toMatchObject([{ status: 'in-force', finding: failed.id, rule }])
    expect(given.exceptions[0]).not.toHaveProperty('level')
  })

  it('takes the finding out of what is to do and of what is open, and counts it', () => {
    expect(given.toDo.flatMap(({ findings }) => findings)).not.toContain(failed.id)
    expect(given.counts).toMatchObject({ open: { error: 2 }, waived: 1, outcomes: open.counts.outcomes })
    expect(given.verdict.headline).toBe(
      'FAIL (1 failed; 1 statement missing, on which 1 decision waits; 1 waived until 2032-01-31)',
    )
  })

  it('passes where nothing else is open, an unknown as well as a fail', () => {
    const both = [waiverOf(failed), waiverOf(unknown, { expires: '2032-03-31' }, 20)]
    const { verdict } = waived(both, {}, [rightModule, unknownRoles, wrongModule])
    expect(verdict).toMatchObject({ result: 'pass', headline: 'PASS (2 waived, the first until 2032-01-31)' })
  })

  it('is no pass by itself', () => {
    const { verdict } = waived([waiverOf(failed)], {}, [wrongModule])
    expect(verdict.result).toBe('fail')
  })
})

describe('the last day', () => {
  const onlyFails = (at: string): Report =>
    waived([waiverOf(failed)], { asOf: Date.parse(at) }, [rightModule, wrongModule])

  it('counts to its last millisecond, in UTC', () => {
    const { verdict, validUntil } = onlyFails('2032-01-31T23:59:59.999Z')
    expect(verdict.headline).toBe('PASS (1 waived until 2032-01-31)')
    expect(validUntil).toBe('2032-02-01T00:00:00Z')
  })

  it('is over on the next: the finding counts again, and the waiver is told to have ended', () => {
    const { verdict, exceptions, validUntil, findings } = onlyFails('2032-02-01T00:00:00Z')
    expect(verdict.headline).toBe('FAIL (1 failed)')
    expect(exceptions).toMatchObject([{ status: 'expired', level: 'warning', at: { line: 7 } }])
    expect(findings.some(({ waiver }) => waiver !== undefined)).toBe(false)
    expect(validUntil).toBe('none')
  })

  it('is no later than what changes before it', () => {
    const early = waived([waiverOf(failed)], {}, [rightModule, wrongModule])
    expect(early.validUntil).toBe('2031-12-28T00:00:00Z')
    expect(waived([waiverOf(failed, { expires: '2031-12-26' })], {}, [rightModule, wrongModule]).validUntil).toBe(
      '2031-12-28T00:00:00Z',
    )
  })
})

describe('a waiver that lifts nothing', () => {
  const passing = findingOn(open, rule, 'visits')

  it.each<[string, Partial<GivenWaiver>, string, string, number, string]>([
    ['ended', { expires: '2031-12-26' }, 'expired', 'warning', 7, 'ended with 2031-12-26'],
    ['was given for other facts', { factsDigest: 'f'.repeat(16) }, 'stale', 'warning', 8, 'other facts'],
    [
      'is not needed',
      { subject: { kind: 'disclosure', id: passing.subject.id } },
      'unused',
      'warning',
      5,
      'it passes now',
    ],
    ['names rules by a pattern', { rule: 'sample/*' }, 'over-broad', 'error', 5, 'is a pattern'],
    ['names a whole pack', { rule: 'sample' }, 'over-broad', 'error', 5, 'is a whole pack'],
    [
      'names subjects by a pattern',
      { subject: { kind: 'disclosure', id: '*' } },
      'over-broad',
      'error',
      6,
      'is a pattern',
    ],
    ['names engagements by a pattern', { engagement: '*' }, 'over-broad', 'error', 4, 'is a pattern'],
    ['names a rule that there is not', { rule: 'sample/modulse' }, 'impossible', 'error', 5, 'no rule'],
    [
      'names a subject that there is not',
      { subject: { kind: 'disclosure', id: 'crm-dat' } },
      'impossible',
      'error',
      6,
      'no subject',
    ],
    [
      'names a subject of another kind',
      { subject: { kind: 'component', id: 'crm-data' } },
      'impossible',
      'error',
      6,
      'looks at subjects of kind "disclosure"',
    ],
  ])('%s', (_, changes, status, level, line, words) => {
    const given = waived([waiverOf(failed, changes)])
    expect(given.exceptions).toMatchObject([{ status, level, at: { file: 'waivers.yaml', line } }])
    expect(given.exceptions[0]?.message).toContain(words)
    expect(given.exceptions[0]?.remedy).toMatch(/\S/)
    expect(given.findings).toEqual(open.findings)
    expect(given.toDo).toEqual(open.toDo)
    const fails = level === 'error' ? '; 1 waiver to correct)' : ')'
    expect(given.verdict.headline).toBe(open.verdict.headline.replace(/\)$/, fails))
  })

  it('suggests the name that was meant', () => {
    const [unknownRule] = waived([waiverOf(failed, { rule: 'sample/modulse' })]).exceptions
    expect(unknownRule?.remedy).toBe('Did you mean "sample/modules"?')
    const [subject] = waived([waiverOf(failed, { subject: { kind: 'disclosure', id: 'crm-dat' } })]).exceptions
    expect(subject?.remedy).toBe('Did you mean "crm-data"?')
  })

  it('is of law, whatever its digest says', () => {
    const base = promising()
    const packs = asLaw(base.packs)
    const law = report(subjects, { workspace: { ...base, packs } })
    expect(findingOn(law, rule, 'crm-data')).not.toHaveProperty('factsDigest')
    const given = report(subjects, { workspace: { ...base, packs, waivers: [waiverOf(failed)] } })
    expect(given.exceptions).toMatchObject([{ status: 'impossible', level: 'error' }])
    expect(given.exceptions[0]?.message).toContain('nobody can grant')
    expect(given.findings).toEqual(law.findings)
  })

  it('is of a rule without exceptions', () => {
    const base = promising([waiverOf(failed)])
    const absolute = base.packs.map((pack) => ({
      ...pack,
      rules: pack.rules.map((one) => changedRule(one, { waivable: false })),
    }))
    const given = report(subjects, { workspace: { ...base, packs: absolute } })
    expect(given.exceptions).toMatchObject([
      { status: 'impossible', message: `"${rule}" is a rule without exceptions.` },
    ])
    expect(given.counts.waived).toBe(0)
  })

  it('is one of two for the same finding: neither counts, and each is told', () => {
    const given = waived([waiverOf(failed), waiverOf(failed, { expires: '2033-01-31' }, 20)])
    expect(statuses(given)).toEqual(['duplicate', 'duplicate'])
    expect(new Set(given.exceptions.map(({ id }) => id)).size).toBe(2)
    expect(given.findings).toEqual(open.findings)
  })

  it('does not take another down with it', () => {
    const given = waived([waiverOf(failed), waiverOf(failed, { engagement: '*' }, 20)])
    expect(statuses(given)).toEqual(['in-force', 'over-broad'])
  })

  it('fails a verdict that would pass, where somebody believes in what is not', () => {
    const given = waived([waiverOf(failed, { rule: 'sample/*' })], {}, [rightModule])
    expect(given.verdict).toMatchObject({ result: 'fail', headline: 'FAIL (1 waiver to correct)' })
    const warned = waived([waiverOf(failed, { subject: { kind: 'disclosure', id: 'visits' } })], {}, [rightModule])
    expect(warned.verdict).toMatchObject({ result: 'pass', headline: 'PASS' })
    const strict = { failLevel: 'warning' } as const
    expect(waived([waiverOf(findingOn(warned, rule, 'visits'))], strict, [rightModule]).verdict.headline).toBe(
      'FAIL (1 waiver to correct)',
    )
  })

  it('is not needed where the configuration leaves the rule out', () => {
    const base = promising([waiverOf(failed, { rule: 'other/rule' })])
    const at = waiverOf(failed).at.rule
    const left = {
      id: 'other',
      title: 'Other',
      basis: 'firm',
      counts: 'nothing',
      partial: false,
      rulesLeftOut: ['other/rule'],
      at,
    } as const
    const given = report(subjects, { workspace: { ...base, configuration: { packs: [left], levels: [] } } })
    expect(given.exceptions).toMatchObject([{ status: 'unused', level: 'warning' }])
    expect(given.exceptions[0]?.message).toContain('the configuration leaves the rule out')
  })
})

function asLaw(packs: ReturnType<typeof promising>['packs']): ReturnType<typeof promising>['packs'] {
  return packs.map((pack) => ({ ...pack, rules: pack.rules.map((one) => changedRule(one, { basis: 'law' })) }))
}

describe('what a waiver was given for', () => {
  const digestOn = (subject: Subject, id = 'crm-data'): string | undefined =>
    findingOn(report([subject], { workspace: promising() }), rule, id).factsDigest
  const before = failed.factsDigest

  it('stays the same wherever it is stated, and whatever it is called', () => {
    const { sccModules, roles } = wrongModule.facts
    const elsewhere = { ...wrongModule, label: 'Another label', place: rightModule.place }
    const unplaced = disclosure('crm-data', {
      sccModules: { value: sccModules?.value, from: [] },
      roles: { value: roles?.value, from: [] },
      exporter: fact('Another name'),
    })
    expect([digestOn(elsewhere), digestOn(unplaced)]).toEqual([before, before])
  })

  it('is another with another value, and with one that is not stated any more', () => {
    const other = disclosure('crm-data', { ...wrongModule.facts, sccModules: fact(['1', '3']) })
    const absent = disclosure('crm-data', { ...wrongModule.facts, roles: fact(undefined) })
    expect(new Set([before, digestOn(other), digestOn(absent)]).size).toBe(3)
  })

  it('does not change with a day that passes', () => {
    const later = report(subjects, { workspace: promising(), asOf: asOf + 400 * 86_400_000 })
    expect(findingOn(later, rule, 'crm-data').factsDigest).toBe(before)
  })

  it('is another where the rule asks for something else, and not where it only says it otherwise', () => {
    const base = promising()
    const rewritten = (change: Partial<Rule>) =>
      findingOn(
        report(subjects, {
          workspace: {
            ...base,
            packs: base.packs.map((pack) => ({
              ...pack,
              rules: pack.rules.map((one) => (one.id === rule ? changedRule(one, change) : one)),
            })),
          },
        }),
        rule,
        'crm-data',
      ).factsDigest
    expect(rewritten({ title: 'Another title', message: 'Another message', remedy: 'Other', level: 'warning' })).toBe(
      before,
    )
    const [asked] = base.packs.flatMap((pack) => pack.rules).filter(({ id }) => id === rule)
    if (asked?.require.kind !== 'any') throw new Error('the rule is another')
    expect(rewritten({ require: { kind: 'any', of: [...asked.require.of].reverse() } })).toBe(before)
    expect(rewritten({ require: { kind: 'named', name: 'x', of: asked.require } })).toBe(before)
    expect(rewritten({ require: { kind: 'any', of: asked.require.of.slice(0, 1) } })).not.toBe(before)
  })
})

/** Waivers of every kind of fault, for any finding of the sample. */
const anyWaiver = (all: Report): fc.Arbitrary<GivenWaiver> =>
  fc
    .record({
      finding: fc.constantFrom(...all.findings),
      rule: fc.constantFrom(undefined, 'sample/*', 'sample', 'sample/none', '*'),
      subject: fc.constantFrom(undefined, '*', 'nobody'),
      expires: fc.constantFrom('2031-12-26', '2031-12-27', '2040-01-01'),
      factsDigest: fc.constantFrom(undefined, '0'.repeat(16), failed.factsDigest ?? ''),
      line: fc.nat(99),
    })
    .map(({ finding, rule: other, subject, expires, factsDigest, line }) => {
      const base = waiverOf(finding, { expires }, line)
      return {
        ...base,
        ...(other === undefined ? {} : { rule: other }),
        ...(subject === undefined ? {} : { subject: { ...base.subject, id: subject } }),
        ...(factsDigest === undefined ? {} : { factsDigest }),
      }
    })

describe('no set of waivers', () => {
  it('turns an open finding of law into anything else', () => {
    const law = report(subjects)
    const base = promising()
    fc.assert(
      fc.property(fc.array(anyWaiver(law), { maxLength: 6 }), (waivers) => {
        const given = report(subjects, { workspace: { ...base, packs: asLaw(base.packs), waivers } })
        expect(given.findings.filter(({ waiver }) => waiver !== undefined)).toEqual([])
        expect(given.verdict.result).toBe('fail')
      }),
      { numRuns: 60 },
    )
  })

  it('changes a finding that none of it names, nor any outcome', () => {
    fc.assert(
      fc.property(fc.array(anyWaiver(open), { maxLength: 6 }), (waivers) => {
        const named = new Set(waivers.map(keyOfNamed))
        const given = waived(waivers)
        given.findings.forEach((finding, place) => {
          const { waiver, ...rest } = finding
          expect(rest).toEqual(open.findings[place])
          if (waiver !== undefined) expect(named.has(keyOfNamed(finding))).toBe(true)
        })
        expect(given.exceptions).toHaveLength(waivers.length)
      }),
      { numRuns: 60 },
    )
  })
})
