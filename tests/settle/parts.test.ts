import { inspect } from 'node:util'
import { describe, expect, it, vi } from 'vitest'
import { evaluate, explainer } from '../../src/evaluate/index.ts'
import type { Report } from '../../src/model/generated/report.ts'
import { type OpenFinding, openIn, saidOf, withParts } from '../../src/model/report.ts'
import { render } from '../../src/render/index.ts'
import { baselineOf, withBaseline } from '../../src/settle/baseline.ts'
import { Brief } from '../../src/settle/brief.ts'
import type { Settling } from '../../src/settle/index.ts'
import { asOf, promising, report, rightModule, unknownRoles, wrongModule } from './sample.ts'

const subjects = [rightModule, unknownRoles, wrongModule]
const workspace = promising()
const rules = workspace.packs.flatMap((pack) => pack.rules)
const evaluated = evaluate(rules, subjects, asOf)

/** A Report that tells which rules were looked into, and of which subject, and refuses to draw the architecture. */
function watched(): { readonly made: Report; readonly explained: readonly string[] } {
  const explained: string[] = []
  const options: Partial<Settling> = {
    workspace,
    evaluated,
    explainer: (subject) => {
      const explain = explainer(subject, asOf)
      return (rule) => {
        explained.push(`${rule.id} ${subject.id}`)
        return explain(rule)
      }
    },
    derived: {
      subjects,
      architecture: () => {
        throw new Error('the architecture was drawn')
      },
      infrastructure: () => undefined,
      regimes: () => [],
      narrowings: () => [],
      claims: () => [],
      statedNone: () => [],
      accessEvidence: [],
      contradictions: [],
    },
  }
  return { made: report(subjects, options), explained }
}

const namesOf = (kinds: readonly string[]): readonly string[] =>
  evaluated
    .filter(({ outcome }) => kinds.includes(outcome.kind))
    .map(({ rule, subject }) => `${rule.id} ${subject.id}`)
    .sort()

const open = namesOf(['fail', 'unknown'])
const passes = namesOf(['pass'])
const entries = baselineOf([report(subjects, { workspace })]).baseline.findings
const at = { file: 'baseline.json', line: 1, column: 1, endLine: 1, endColumn: 2 }
const baseline = { file: 'baseline.json', entries: entries.map((entry) => ({ ...entry, at })) }

describe('what nobody reads of a Report is not made', () => {
  it.each([
    { quiet: false, format: 'text' },
    { quiet: true, format: 'text' },
    { quiet: false, format: 'github' },
    { quiet: false, format: 'gitlab' },
  ] as const)('neither passes nor the architecture, for $format (quiet: $quiet)', async ({ format, quiet }) => {
    const { made, explained } = watched()
    expect(await render([made], format, { quiet })).toContain('crm-data')
    expect([...new Set(explained)].sort()).toEqual(open)
  })

  it.each([false, true])('nor ids, for text (quiet: %s)', async (quiet) => {
    const id = vi.spyOn(Brief.prototype, 'id', 'get')
    const { made } = watched()
    expect(await render([made], 'text', { quiet })).toContain('crm-data')
    expect(id).not.toHaveBeenCalled()
    expect(made.findings[0]?.id).toMatch(/^[0-9a-f]{12}$/)
    expect(id).toHaveBeenCalled()
    id.mockRestore()
  })

  it('nor with a baseline, and for another instant', async () => {
    const { made, explained } = watched()
    const held = withParts(withBaseline(made, baseline), { asOf: () => '2032-01-01T00:00:00Z' })
    const text = await render([held], 'text')
    expect(text).toContain('all 2 open decisions are in the baseline')
    expect(text).toContain('as of 2032-01-01T00:00:00Z')
    expect([...new Set(explained)].sort()).toEqual(open)
  })

  it('and everything is there when it is read', () => {
    const { made, explained } = watched()
    expect(made.findings).toHaveLength(open.length + passes.length)
    expect([...new Set(explained)].sort()).toEqual([...open, ...passes].sort())
    expect(() => made.architecture).toThrow('the architecture was drawn')
  })
})

describe('a Report of which parts are made when they are read', () => {
  const made = report(subjects, { workspace })

  it('is plain data to who copies or writes it, and every part of it is made once', () => {
    const written = JSON.stringify(made)
    expect(JSON.stringify({ ...made })).toBe(written)
    expect(JSON.stringify(structuredClone(made))).toBe(written)
    expect(inspect(made)).toBe(inspect({ ...made }))
    expect(inspect(made)).not.toContain('Getter')
    expect(Object.getPrototypeOf(made)).toBe(Object.prototype)
    for (const key of Object.keys(made) as (keyof Report)[]) expect(made[key]).toBe(made[key])
  })

  it('keeps its order with other parts', () => {
    const changed = withParts(made, {
      asOf: () => 'now',
      baseline: () => withBaseline(made, baseline).baseline as NonNullable<Report['baseline']>,
    })
    expect(Object.keys(changed)).toEqual([...Object.keys(made), 'baseline'])
    expect(JSON.stringify(changed)).toBe(JSON.stringify({ ...made, asOf: 'now', baseline: changed.baseline }))
  })

  it('says the same of what is open as the one that was read from a file', () => {
    const read = JSON.parse(JSON.stringify(made)) as Report
    const shown = ({
      id,
      rule,
      title,
      outcome,
      level,
      subject,
      message,
      at,
      missing,
      codeFrame,
      path,
    }: OpenFinding) => [id, rule, title, outcome, level, subject, message, at, missing, codeFrame, path]
    expect(openIn(read).map(shown)).toEqual(openIn(made).map(shown))
    const tasks = (one: Report) =>
      saidOf(one)
        .toDo()
        .map((task) => ({ ...task, findings: task.findings.map(shown) }))
    expect(tasks(read)).toEqual(tasks(made))
    expect(saidOf(read).inFull()).toEqual(saidOf(made).inFull())
    const names = (one: Report) =>
      saidOf(one)
        .met()
        .map(({ rule, level, subject }) => [rule, level, subject.id])
    expect(names(read)).toEqual(names(made))
    expect(JSON.stringify(withBaseline(read, baseline))).toBe(JSON.stringify(withBaseline(made, baseline)))
  })

  it('has the open findings first, in full, as they are among all', () => {
    expect(made.findings.slice(0, open.length)).toEqual(saidOf(made).inFull())
    expect(made.findings.slice(open.length).every(({ outcome }) => outcome === 'pass')).toBe(true)
  })
})
