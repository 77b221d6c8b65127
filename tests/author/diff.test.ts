import { describe, expect, it } from 'vitest'
import { compareRuns, diffAsMarkdown, diffAsText } from '../../src/author/diff/index.ts'
import { loadReports } from '../../src/load/reports.ts'
import type { Report } from '../../src/model/generated/report.ts'
import { alsoWrong, report, rightModule, unknownRoles, wrongModule } from '../settle/sample.ts'

const failing = report([wrongModule, alsoWrong, unknownRoles, rightModule])

type Loose = { [key: string]: Loose } & Loose[] & string

/** The sample with something changed. */
function changed(edit: (report: Loose) => void): Report {
  const copy = structuredClone(failing) as unknown as Loose
  edit(copy)
  return copy as unknown as Report
}

const compare = (old: Report, next: Report) => {
  const [diff] = compareRuns([old], [next]).engagements
  if (diff === undefined) throw new Error('The engagements are not the same')
  return diff
}

const failed = (report: Loose): Loose => {
  const found = (report.findings as Loose).find(({ outcome }) => outcome === 'fail')
  if (found === undefined) throw new Error('Nothing fails')
  return found as Loose
}

describe('two Reports', () => {
  it('of the same are the same', () => {
    const result = compareRuns([failing], [failing])
    expect(result).toMatchObject({ same: true, engagements: [{ same: true, inputs: [], findings: [], rules: [] }] })
  })

  it('say which inputs differ, whether outcomes do or not', () => {
    const next = changed((report) => {
      Object.assign(report.digests as object, { registry: 'other', config: 'other' })
      Object.assign(report.tool as object, { version: '9.9.9' })
    })
    const diff = compare(failing, next)
    expect(diff.same).toBe(true)
    expect(diff.inputs.map(({ input }) => input)).toEqual(['registry', 'configuration', 'version'])
  })

  it('name the fact that changed, and where it comes from on both sides', () => {
    const next = changed((report) => {
      const finding = failed(report)
      Object.assign(finding, { outcome: 'pass' })
      const fact = finding.facts?.find(({ origins }) => (origins as Loose).length > 0)
      Object.assign(fact as object, { value: 'something else' })
    })
    const diff = compare(failing, next)
    expect(diff.same).toBe(false)
    expect(diff.findings).toMatchObject([
      {
        old: { outcome: 'fail' },
        new: { outcome: 'pass' },
        direction: 'better',
        because: [{ kind: 'fact', new: { value: 'something else' } }],
      },
    ])
    const [cause] = diff.findings[0]?.because ?? []
    expect(cause).toMatchObject({
      kind: 'fact',
      old: { from: [expect.anything()] },
      new: { from: [expect.anything()] },
    })
  })

  it('name the keys of a rule that was rewritten, and show its lines', () => {
    const next = changed((report) => {
      const finding = failed(report)
      Object.assign(finding, { outcome: 'pass' })
      const rule = report.rules?.find(({ id }) => id === finding.rule)
      Object.assign(rule?.text as object, { message: 'Another message.' })
    })
    const diff = compare(failing, next)
    expect(diff.findings[0]?.because).toEqual([{ kind: 'rule', change: 'changed', keys: ['message'] }])
    expect(diff.rules).toMatchObject([{ change: 'changed' }])
    expect(diff.rules[0]?.lines.filter(({ sign }) => sign === '+')).toEqual([
      { sign: '+', text: 'message: Another message.' },
    ])
  })

  it('tell a rule that was removed from one that the configuration leaves out', () => {
    const rule = failing.findings.find(({ outcome }) => outcome === 'fail')?.rule ?? ''
    const without = (report: Loose): void => {
      report.findings = report.findings?.filter((one) => (one.rule as string) !== rule) as unknown as Loose
      report.rules = report.rules?.filter((one) => (one.id as string) !== rule) as unknown as Loose
    }
    const removed = compare(failing, changed(without))
    expect(removed.findings[0]).toMatchObject({
      direction: 'other',
      because: [{ kind: 'rule', change: 'removed', keys: [] }],
    })
    expect(removed.rules).toMatchObject([{ rule, change: 'removed' }])
    const at = { file: 'c.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 }
    const leftOut = changed((report) => {
      without(report)
      const pack = {
        id: 'sample',
        title: 'S',
        basis: 'firm',
        counts: 'nothing',
        partial: false,
        rulesLeftOut: [rule],
        at,
      }
      Object.assign(report.configuration as object, { packs: [pack] })
    })
    const off = compare(failing, leftOut)
    expect(off.findings[0]).toMatchObject({
      direction: 'other',
      because: [{ kind: 'left-out', pack: 'sample', side: 'new' }],
    })
    expect(off.rules).toEqual([])
  })

  it('take time for the cause only where nothing else can be', () => {
    const later = (report: Loose): void => {
      Object.assign(failed(report), { outcome: 'unknown' })
      Object.assign(report, { asOf: '2099-01-01T00:00:00Z' })
    }
    const old = changed((report) => Object.assign(report, { validUntil: '2031-12-28T00:00:00Z' }))
    expect(compare(old, changed(later)).findings[0]?.because).toEqual([{ kind: 'time' }])
    const both = changed((report) => {
      later(report)
      Object.assign(report.digests as object, { rules: 'other' })
    })
    expect(compare(old, both).findings[0]?.because).toEqual([{ kind: 'inputs', inputs: ['rules', 'as-of'] }])
  })

  it('tell a level that the configuration changed, with its reason', () => {
    const next = changed((report) => {
      const finding = failed(report)
      const at = { file: 'c.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 }
      const level = { rule: finding.rule, from: 'error', to: 'note', reason: 'For now.', at }
      Object.assign(report.configuration as object, { levels: [level] })
      for (const one of report.findings ?? []) if (one.rule === finding.rule) Object.assign(one, { level: 'note' })
    })
    const [finding] = compare(failing, next).findings
    expect(finding).toMatchObject({
      direction: 'better',
      because: [{ kind: 'level', reason: 'For now.', side: 'new' }],
    })
  })

  it('are of different engagements: each is alone', () => {
    const other = changed((report) => Object.assign(report.engagement as object, { id: 'other' }))
    const result = compareRuns([failing], [other])
    expect(result).toMatchObject({
      same: false,
      engagements: [],
      onlyOld: [{ id: 'portal' }],
      onlyNew: [{ id: 'other' }],
    })
    expect(diffAsText(result)).toContain('portal is no longer there')
  })
})

describe('in words', () => {
  const hostile = changed((report) => {
    Object.assign(failed(report), { outcome: 'unknown', message: '\u001b[31m| <script> `x`' })
    Object.assign(report.engagement as object, { title: '**bold** \u001b[2J' })
  })
  const result = compareRuns([failing], [hostile])

  it('names are shown harmless on a terminal', () => {
    expect(diffAsText(result)).not.toContain('\u001b')
    expect(diffAsText(result)).toContain('BETTER  fail -> unknown')
  })

  it('names are no markup', () => {
    const text = diffAsMarkdown(result)
    for (const markup of ['<script>', '**bold**', '`x`', '\u001b']) expect(text).not.toContain(markup)
  })
})

describe('a file of Reports', () => {
  type Finding = Report['findings'][number]
  const needed = { fact: 'f', label: 'a fact' }
  const shown = { name: 'f', label: 'a fact' }
  const file = (text: string, path = 'x.json') => ({ path, bytes: new TextEncoder().encode(text) })

  it('is one Report, indented or not', async () => {
    for (const text of [JSON.stringify(failing), `${JSON.stringify(failing, null, 2)}\n`]) {
      expect(await loadReports(file(text))).toEqual({ ok: true, value: [failing] })
    }
  })

  it('or one a line', async () => {
    const line = JSON.stringify(failing)
    const loaded = await loadReports(file(`${line}\n${line}\n`, 'x.jsonl'))
    expect(loaded.ok && loaded.value).toHaveLength(2)
  })

  it.each([
    ['asks', 'findings.0.missing.0.asks.0', (one: Finding) => ({ ...one, missing: [{ ...needed, asks: [99] }] })],
    ['origins', 'findings.0.facts.0.origins.0', (one: Finding) => ({ ...one, facts: [{ ...shown, origins: [99] }] })],
    ['explanations', 'findings.0.explanation', (one: Finding) => ({ ...one, explanation: 99 })],
  ])('names no place that %s do not have', async (list, pointer, edit) => {
    const [first, ...rest] = failing.findings
    const wrong = { ...failing, findings: [edit(first as Finding), ...rest] }
    const loaded = await loadReports(file(JSON.stringify(wrong, null, 2)))
    expect(loaded).toMatchObject({
      ok: false,
      problems: [{ code: 'REFERENCE_UNKNOWN', at: { file: 'x.json' } }],
    })
    if (loaded.ok) return
    const [{ message, at } = { message: '', at: undefined }] = loaded.problems
    expect(message).toContain(`${pointer}: there is no place 99 in \`${list}\``)
    expect(JSON.stringify(wrong, null, 2).split('\n')[(at?.line ?? 0) - 1]).toContain('99')
  })

  it('says on which line it is wrong', async () => {
    const loaded = await loadReports(file(`${JSON.stringify(failing)}\n{"kind": "Report"}\n`))
    expect(loaded).toMatchObject({ ok: false, problems: [{ code: 'KEY_MISSING', at: { file: 'x.json', line: 2 } }] })
  })
})
