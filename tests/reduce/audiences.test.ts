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
    expect(found(JSON.stringify(report), canaries).length).toBeGreaterThan(20)
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
