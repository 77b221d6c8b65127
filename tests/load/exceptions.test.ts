import { describe, expect, it } from 'vitest'
import { loadBaseline } from '../../src/load/baseline.ts'
import { loadWaivers } from '../../src/load/waivers.ts'
import { findingId } from '../../src/text/digest.ts'

const file = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) })

describe('waivers', () => {
  const head = 'apiVersion: douane/v1\nkind: Waivers\nwaivers:\n'
  const entry = (changes: Readonly<Record<string, string>> = {}): string => {
    const keys = {
      engagement: 'portal',
      rule: 'a/b',
      subject: '{ kind: component, id: crm }',
      reason: 'Why',
      owner: 'A',
      approver: 'B',
      expires: '2027-01-31',
      ticket: 'T-1',
      factsDigest: '0123456789abcdef',
      ...changes,
    }
    const lines = Object.entries(keys).filter(([, value]) => value !== '')
    return lines.map(([key, value], index) => `${index === 0 ? '  - ' : '    '}${key}: ${value}\n`).join('')
  }

  it('have the place of what can be wrong with each', async () => {
    const { waivers, problems } = await loadWaivers([file('w.yaml', head + entry() + entry({ rule: 'c/d' }))])
    expect(problems).toEqual([])
    expect(waivers.map(({ rule, at }) => [rule, at.rule.line, at.expires.line])).toEqual([
      ['a/b', 5, 10],
      ['c/d', 14, 19],
    ])
  })

  it.each(['engagement', 'rule', 'subject', 'reason', 'owner', 'approver', 'expires', 'ticket', 'factsDigest'])(
    'are nothing without %s',
    async (key) => {
      const { waivers, problems } = await loadWaivers([file('w.yaml', head + entry({ [key]: '' }))])
      expect(waivers).toEqual([])
      expect(problems).toMatchObject([{ code: 'KEY_MISSING', message: expect.stringContaining(key) }])
    },
  )

  it('tell all that is wrong at once', async () => {
    const broken = head + entry({ expires: '2027-02-30' }) + entry({ expires: '2027-02-31', reason: 'y' })
    const { problems } = await loadWaivers([
      file('a.yaml', broken),
      file('b.yaml', head + entry({ reason: '" "', rules: 'x' })),
      file('c.yaml', 'apiVersion: douane/v1\nkind: Engagement\n'),
    ])
    expect(problems.map(({ code, at }) => `${at?.file} ${code}`).sort()).toEqual([
      'a.yaml FORMAT_INVALID',
      'a.yaml FORMAT_INVALID',
      'b.yaml FORMAT_INVALID',
      'b.yaml KEY_UNKNOWN',
      'c.yaml KIND_UNEXPECTED',
    ])
  })
})

describe('a baseline', () => {
  const subject = { kind: 'component', id: 'crm' }
  const entry = { engagement: 'portal', rule: 'a/b', subject, outcome: 'fail', id: findingId('a/b', subject) }
  const load = (findings: readonly object[], more: object = {}) =>
    loadBaseline(file('baseline', JSON.stringify({ apiVersion: 'douane/v1', kind: 'Baseline', findings, ...more })))

  it('is read as JSON, whatever it is called', async () => {
    expect(await load([entry])).toMatchObject({ ok: true, value: { file: 'baseline', entries: [{ rule: 'a/b' }] } })
  })

  it.each<[string, readonly object[], object, string]>([
    ['two entries for one finding', [entry, { ...entry, outcome: 'unknown' }], {}, 'ID_DUPLICATE'],
    ['an id of another finding', [{ ...entry, rule: 'a/c' }], {}, 'CONTRADICTION'],
    ['another version', [entry], { apiVersion: 'douane/v2' }, 'API_VERSION_UNKNOWN'],
    ['a pass', [{ ...entry, outcome: 'pass' }], {}, 'VALUE_NOT_ALLOWED'],
    ['a key of its own', [{ ...entry, count: 9 }], {}, 'KEY_UNKNOWN'],
    ['another kind', [], { kind: 'Waivers' }, 'KIND_UNEXPECTED'],
  ])('is refused with %s', async (_, findings, more, code) => {
    const loaded = await load(findings, more)
    expect(loaded.ok ? [] : loaded.problems.map((one) => `${one.at?.file} ${one.code}`)).toContain(`baseline ${code}`)
  })
})
