import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Engagement } from '../../src/model/generated/engagement.ts'
import { engagements } from './engagements.ts'
import { optionalKeys, type Path, type StatedKey, without } from './keys.ts'
import { soundness, turned } from './laws.ts'
import { fileAt, isValid, pipelineWith, type Ran, runs } from './pipeline.ts'

const pipeline = await pipelineWith([fileAt('tests/properties/fixtures/fictional.yaml')])
const asOf = Date.parse('2026-11-22T12:00:00Z')

/** Keys that are tried of each engagement. */
const picks = 10
const numRuns = 420

/** Without these the property would hold for want of cases. */
const seen = {
  cases: 0,
  refused: 0,
  engagements: 0,
  pass: 0,
  fail: 0,
  unknown: 0,
  passing: 0,
  transfers: 0,
  onward: 0,
  reached: 0,
}

function count(ran: Extract<Ran, { readonly kind: 'ran' }>): void {
  for (const { subject, outcomes } of ran.said.values()) {
    for (const { kind } of outcomes) if (kind !== 'not-applicable') seen[kind]++
    if (subject.facts.isTransfer?.value === true && subject.facts.personalData?.value === true) seen.transfers++
    if (subject.facts.onward?.value === true) seen.onward++
    if (subject.kind === 'ai-use' && subject.facts.personalData?.value === true) seen.reached++
  }
}

/** Keys of the same name in the same kind of entry together, so that each kind is tried as often; the outer ones twice. */
function byShape(keys: readonly StatedKey[]): readonly (readonly StatedKey[])[] {
  const shapes = new Map<string, StatedKey[]>()
  for (const key of keys) {
    const shape = key.path.filter((step) => typeof step === 'string').join('.')
    shapes.set(shape, [...(shapes.get(shape) ?? []), key])
  }
  const all = [...shapes.values()]
  return [...all, ...all.filter(([key]) => (key?.path.length ?? 0) <= 3)]
}

function check(engagement: Engagement, chosen: readonly number[]): void {
  expect(isValid(engagement)).toBe(true)
  seen.engagements++
  const after = pipeline.run(engagement, asOf)
  if (after.kind === 'refused') {
    seen.refused++
    return
  }
  count(after)
  const keys = byShape(optionalKeys(engagement))
  for (const pick of chosen) {
    const alike = keys[pick % Math.max(1, keys.length)] ?? []
    const key = alike[pick % Math.max(1, alike.length)]
    const before = key === undefined ? undefined : pipeline.run(without(engagement, key.path), asOf)
    if (before?.kind !== 'ran') continue
    seen.cases++
    if (before.verdict === 'pass') seen.passing++
    const found = turned(soundness, before, after, pipeline.plan)
    if (key !== undefined && found.length > 0) {
      const stating = key.path.join('.')
      expect({ stating, in: smallest(engagement, key.path), turns: found }).toEqual({ stating, turns: [] })
    }
  }
}

/** Without everything that the same key turns something round without: fast-check would take minutes for as much. */
function smallest(engagement: Engagement, path: Path): Engagement {
  const turns = (one: Engagement): boolean => {
    const [before, after] = [pipeline.run(without(one, path), asOf), pipeline.run(one, asOf)]
    return before.kind === 'ran' && after.kind === 'ran' && turned(soundness, before, after, pipeline.plan).length > 0
  }
  const others = optionalKeys(engagement).filter((one) => !path.join('.').startsWith(one.path.join('.')))
  const fewer = others.map((one) => without(engagement, one.path)).find(turns)
  return fewer === undefined ? engagement : smallest(fewer, path)
}

/** The property on half of the cases: a file for each half, so that the two are tried at the same time. */
export function itIsSound(half: 1 | 2): void {
  it('stating a key never turns a pass into a fail, a fail into a pass or a not-applicable into a fail', () => {
    const chosen = fc.array(fc.nat(), { minLength: picks, maxLength: picks })
    fc.assert(fc.property(engagements(pipeline.library), chosen, check), { ...runs(numRuns, half), endOnFailure: true })
    if (process.env.FC_RUNS !== undefined) return
    expect(seen.cases).toBeGreaterThanOrEqual(3_500)
    expect(seen.refused / seen.engagements).toBeLessThan(0.3)
    const rate = (key: keyof typeof seen): number => seen[key] / (seen.engagements - seen.refused)
    const least = { pass: 10, fail: 1, unknown: 50, transfers: 0.3, onward: 0.03, reached: 0.3 } as const
    for (const [key, one] of Object.entries(least)) {
      expect([key, rate(key as keyof typeof least) > one]).toEqual([key, true])
    }
    expect(seen.passing / seen.cases).toBeGreaterThan(0.04)
  }, 600_000)
}
