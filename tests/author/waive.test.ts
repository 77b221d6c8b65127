import { describe, expect, it } from 'vitest'
import { compareRuns, diffAsText } from '../../src/author/diff/index.ts'
import { waiverOf as entryOf, writeWaiver } from '../../src/author/waive.ts'
import { loadWaivers } from '../../src/load/waivers.ts'
import { findingOn, promising, report, rightModule, unknownRoles, waiverOf, wrongModule } from '../settle/sample.ts'

const subjects = [rightModule, unknownRoles, wrongModule]
const open = report(subjects, { workspace: promising() })
const finding = findingOn(open, 'sample/modules', 'crm-data')
const decision = { reason: 'Why', owner: 'A', approver: 'B', expires: '2032-01-31', ticket: 'T-1' }
const entry = entryOf(finding, 'portal', decision)
if (entry === undefined) throw new Error('it cannot be waived')

describe('a waiver that is written', () => {
  it('is valid, lifts its finding, and shows who reviews it what it lifts', async () => {
    const { text, replaced } = writeWaiver(undefined, entry, finding)
    expect(replaced).toBe(false)
    expect(text).toContain(`  # fail: ${finding.message}\n`)
    expect(text).toContain('  #   the modules that were signed: module 1\n')
    const loaded = await loadWaivers([{ path: 'w.yaml', bytes: new TextEncoder().encode(text) }])
    expect(loaded.problems).toEqual([])
    expect(report(subjects, { workspace: promising(loaded.waivers) }).exceptions).toMatchObject([
      { status: 'in-force' },
    ])
  })

  it('leaves what is there as it is: comments, order, quotes and indentation', () => {
    const before = [
      '# Ours.',
      'kind: Waivers # first',
      'apiVersion: douane/v1',
      'waivers:',
      '# Why this one.',
      '- { engagement: x, rule: a/b, subject: { kind: k, id: i }, reason: "r", owner: o }',
      '- engagement: y # kept',
      "  rule: 'c/d'",
      '  subject: { kind: k, id: i }',
      '',
    ].join('\n')
    const { text } = writeWaiver(before, entry, finding)
    expect(text.startsWith(before.trimEnd())).toBe(true)
    expect(text).toContain('\n- engagement: portal\n  rule: sample/modules\n')
  })

  it('takes the place of the one for the same finding', () => {
    const first = writeWaiver(undefined, entry, finding).text
    const { text, replaced } = writeWaiver(first, { ...entry, expires: '2033-01-31' }, finding)
    expect(replaced).toBe(true)
    expect(text).toBe(first.replace('2032-01-31', '2033-01-31'))
    const second = writeWaiver(text, { ...entry, engagement: 'other' }, finding).text
    const noted = second.replace('waivers:\n', 'waivers:\n  # Ours.\n').replace('  # fail', '  # Also ours.\n  # fail')
    const again = writeWaiver(noted, { ...entry, engagement: 'other', ticket: 'T-2' }, finding).text
    expect(again).toBe(noted.replace(/T-1(?![\s\S]*T-1)/, 'T-2'))
  })

  it('cannot break out of its comment', () => {
    const hostile = { ...finding, message: 'x\nwaivers: []\u2028# y' }
    const { text } = writeWaiver(undefined, entry, hostile)
    expect(text.split('\n').filter((line) => line.startsWith('waivers:'))).toEqual(['waivers:'])
  })

  it('is of nothing that passes, nor of law', () => {
    expect(entryOf(findingOn(open, 'sample/modules', 'visits'), 'portal', decision)).toBeUndefined()
    expect(entryOf(findingOn(report(subjects), 'sample/modules', 'crm-data'), 'portal', decision)).toBeUndefined()
  })
})

describe('two Reports', () => {
  const waived = report(subjects, { workspace: promising([waiverOf(finding)]) })
  const ended = report(subjects, { workspace: promising([waiverOf(finding, { expires: '2031-12-26' })]) })
  const gone = report(subjects, { workspace: promising() })

  it('differ where a waiver lifts a finding: that is no better', () => {
    const diff = compareRuns([open], [waived])
    expect(diff.engagements[0]?.findings).toMatchObject([
      { direction: 'other', because: [{ kind: 'waiver', now: 'in-force' }], new: { waiver: { ticket: 'OPS-12' } } },
    ])
    expect(diffAsText(diff)).toContain('a waiver lifts it until 2032-01-31 (OPS-12, waivers.yaml:5)')
  })

  it.each([
    ['expired', ended, 'it has expired'],
    ['removed', gone, 'it is not given any more'],
  ])('are worse where it no longer does: %s', (now, next, words) => {
    const diff = compareRuns([waived], [next])
    expect(diff.engagements[0]?.findings).toMatchObject([{ direction: 'worse', because: [{ kind: 'waiver', now }] }])
    expect(diffAsText(diff, { width: 200 })).toContain(words)
  })

  it('are the same where a waiver is only renewed', () => {
    const renewed = report(subjects, { workspace: promising([waiverOf(finding, { ticket: 'OPS-13' })]) })
    expect(compareRuns([waived], [renewed]).engagements[0]?.findings).toEqual([])
  })
})
