import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/model/generated/report.ts'
import { canBeFor, reduce } from '../../src/reduce/index.ts'
import { formatNames, render } from '../../src/render/index.ts'
import { plantedForClients } from './planted.ts'

const examples = [
  'portal-scc',
  'half-left-out',
  'internal-support-desk',
  'image-generation-processor',
  'sub-processor-change',
]
const planted = new Map(await Promise.all(examples.map(async (name) => [name, await plantedForClients(name)] as const)))
const of = (name: string) => {
  const found = planted.get(name)
  if (found === undefined) throw new Error(name)
  return found
}

/** The places whose canaries are somewhere in a text. */
const found = (text: string, canaries: ReadonlyMap<string, string>): readonly string[] =>
  [...canaries].filter(([word]) => text.includes(word)).map(([, where]) => where)

describe.each(examples)('%s for a client', (name) => {
  const { report, canaries } = of(name)
  const reduced = reduce(report, 'client')

  it('was planted where the whole Report tells it', () => {
    expect(found(JSON.stringify(report), canaries).length).toBeGreaterThan(12)
  })

  it.each(formatNames)('has nothing restricted in %s', async (format) => {
    expect(found(await render([reduced], format), canaries)).toEqual([])
  })

  it.each(formatNames)('is said to be reduced in %s', async (format) => {
    expect(await render([reduced], format)).toMatch(/reduced/i)
  })

  it('keeps the verdict, the counts, the digests and every outcome', () => {
    expect(reduced.verdict).toEqual({ ...report.verdict, packs: reduced.verdict.packs })
    for (const key of ['asOf', 'validUntil', 'digests', 'counts', 'regimes'] as const)
      expect(reduced[key]).toEqual(report[key])
    const outcomes = ({ findings }: Report) => findings.map(({ outcome, level, basis }) => [outcome, level, basis])
    expect(outcomes(reduced)).toEqual(outcomes(report))
    expect(reduced.toDo.length).toBe(report.toDo.length)
  })

  it('refers to nothing that it left out', () => {
    const ids = new Set(reduced.findings.map(({ id }) => id))
    const rules = new Set(reduced.rules.map(({ id }) => id))
    const controls = new Set(reduced.controls.map(({ id }) => id))
    expect(ids.size).toBe(report.findings.length)
    for (const { findings } of reduced.toDo) for (const id of findings) expect(ids).toContain(id)
    for (const { verdict } of reduced.architecture.disclosures)
      for (const id of verdict?.findings ?? []) expect(ids).toContain(id)
    for (const { rule, controls: checked } of reduced.findings) {
      expect(rules).toContain(rule)
      for (const control of checked) expect(controls).toContain(control)
    }
    for (const { rule } of reduced.notApplicable) expect(rules).toContain(rule)
  })
})

describe('evidence', () => {
  const whole = of('portal-scc').report
  const { safeguards, ...architecture } = whole.architecture
  const [first] = safeguards
  const marked = (shownTo: 'client' | 'engineer' | 'auditor'): Report => ({
    ...whole,
    architecture: {
      ...architecture,
      safeguards: [
        { ...first, evidence: first?.evidence.map((one) => (one.of === 'tia' ? { ...one, shownTo } : one)) } as never,
      ],
    },
  })
  const kept = (report: Report) => report.architecture.safeguards[0]?.evidence.map(({ of: what }) => what)
  const where = first?.evidence.find((one) => one.of === 'tia')?.where ?? ''

  it.each([
    ['client', 'auditor', []],
    ['client', 'engineer', []],
    ['client', 'client', ['tia']],
    ['engineer', 'auditor', ['scc']],
    ['engineer', 'engineer', ['scc', 'tia']],
    ['auditor', 'auditor', ['scc', 'tia']],
  ] as const)('a %s gets of what is shown to %s: %s', (audience, shownTo, expected) => {
    const reduced = reduce(marked(shownTo), audience)
    expect(kept(reduced)).toEqual(expected)
    expect(JSON.stringify(reduced).includes(where)).toBe((expected as readonly string[]).includes('tia'))
  })

  it('takes frames with it that show its line', () => {
    const { at } = first?.evidence.find((one) => one.of === 'tia') ?? { at: { file: '', line: 0 } }
    const [finding, ...others] = marked('auditor').findings
    if (finding === undefined) throw new Error('no finding')
    const frame = (line: number) => `> ${line} | a line\n  ${line + 1} | the next`
    const framed = (line: number): Report => ({
      ...marked('auditor'),
      findings: [{ ...finding, at: { ...finding.at, file: at.file }, codeFrame: frame(line) }, ...others],
    })
    expect(reduce(framed(at.line - 1), 'engineer').findings[0]?.codeFrame).toBeUndefined()
    expect(reduce(framed(at.line + 40), 'engineer').findings[0]?.codeFrame).toBe(frame(at.line + 40))
  })
})

describe('a reduced Report', () => {
  const whole = of('portal-scc').report
  const client = reduce(whole, 'client')

  it('is the whole one for auditors', () => {
    expect(reduce(whole, 'auditor')).toBe(whole)
  })

  it('can be reduced further, and to the same', () => {
    expect(reduce(reduce(whole, 'engineer'), 'client')).toEqual(client)
    expect(reduce(client, 'client')).toBe(client)
  })

  it.each([
    ['client', 'auditor', false],
    ['client', 'engineer', false],
    ['client', 'client', true],
    ['engineer', 'auditor', false],
    ['auditor', 'client', true],
  ] as const)('of a %s can be for a %s: %s', (from, to, can) => {
    expect(canBeFor(reduce(whole, from), to)).toBe(can)
  })

  it('says how much was left out', () => {
    expect(client.reduced?.leftOut.find(({ what }) => what === 'code frames')?.count).toBe(
      whole.findings.filter(({ codeFrame }) => codeFrame !== undefined).length,
    )
  })

  it('tells of a waiver that there is one, and until when', () => {
    const [finding, ...others] = whole.findings
    if (finding === undefined) throw new Error('no finding')
    const waiver = {
      reason: 'r3ason',
      owner: '0wner',
      approver: 'appr0ver',
      expires: '2027-01-31',
      ticket: 't1cket',
      at: finding.at,
    }
    const reduced = reduce({ ...whole, findings: [{ ...finding, waiver }, ...others] }, 'client')
    expect(reduced.findings[0]?.waiver?.expires).toBe('2027-01-31')
    expect(JSON.stringify(reduced)).not.toMatch(/r3ason|0wner|appr0ver|t1cket/)
  })

  it('tells of waivers and of a baseline what they do, and nothing that they say', () => {
    const [finding] = whole.findings
    if (finding === undefined) throw new Error('no finding')
    const at = { ...finding.at, file: 'excepti0ns.yaml' }
    const waiver = {
      reason: 'r3ason',
      owner: '0wner',
      approver: 'appr0ver',
      expires: '2027-01-31',
      ticket: 't1cket',
      at,
    }
    const fault = {
      id: 'f1ngerprint',
      status: 'impossible',
      level: 'error',
      title: 'A waiver names what cannot be waived',
      message: 'm3ssage',
      remedy: 'r3medy',
      rule: 'secr3t/rule',
      subject: { kind: 'account', id: 'secr3t-account' },
      waiver,
      at,
    } as const
    const entry = { rule: 'secr3t/rule', subject: fault.subject, at }
    const baseline = {
      file: 'excepti0ns.yaml',
      excuses: true,
      new: 0,
      held: 2,
      fixed: [{ ...entry, now: 'gone' }],
      ignored: [{ ...entry, why: 'law' }],
    } as const
    const reduced = reduce({ ...whole, exceptions: [fault], baseline }, 'client')
    expect(reduced.exceptions[0]).toMatchObject({ status: 'impossible', level: 'error', title: fault.title })
    expect(reduced.baseline).toMatchObject({ excuses: true, held: 2 })
    expect(JSON.stringify(reduced)).not.toMatch(
      /r3ason|0wner|appr0ver|t1cket|f1ngerprint|m3ssage|r3medy|secr3t|excepti0ns/,
    )
  })
})
