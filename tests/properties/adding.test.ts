import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Engagement } from '../../src/model/generated/engagement.ts'
import { engagements } from './engagements.ts'
import { fileAt, isValid, pipelineWith, type Ran, runs } from './pipeline.ts'

const pipeline = await pipelineWith([fileAt('tests/properties/fixtures/fictional.yaml')])
const asOf = Date.parse('2026-11-22T12:00:00Z')

/** What can be added to a list that is stated: more of what holds, moves or reaches data. */
const lists = ['components', 'flows', 'remoteAccess', 'accounts'] as const

/** These ask that something is there, so that adding it may be the answer. */
const answered = new Set([
  'access/operated-component-is-administered',
  'analytics/collected-data-flows',
  'transfers/asset-is-held',
  'transfers/flow-carries-what-is-held',
  // Not an answer: what a provider operates elsewhere counts from the day of its own service on, once it has one.
  'processor-terms/agreement-before-processing',
])

type Done = Extract<Ran, { readonly kind: 'ran' }>

/** An engagement with an entry of another one, by an id of its own; undefined where neither list has one to give or take. */
function withOneMore(one: Engagement, other: Engagement, which: number): Engagement | undefined {
  const key = lists[which % lists.length] ?? 'flows'
  const [own, more] = [one[key], other[key]]
  const entry = Array.isArray(more) ? more[which % Math.max(1, more.length)] : undefined
  return Array.isArray(own) && entry !== undefined ? { ...one, [key]: [...own, { ...entry, id: 'added' }] } : undefined
}

/** What neither fails nor is open any more, or passes that was open, once there is more to judge. */
function lost(before: Done, after: Done): readonly string[] {
  const found: string[] = []
  for (const [key, { subject, outcomes }] of before.said) {
    const now = after.said.get(key)?.outcomes
    const rules = pipeline.plan.rules.filter((rule) => rule.subject === subject.kind)
    outcomes.forEach(({ kind }, place) => {
      const rule = rules[place]?.id ?? ''
      const then = now?.[place]?.kind ?? 'gone'
      const isLost = kind === 'fail' ? then !== 'fail' && then !== 'unknown' : kind === 'unknown' && then === 'pass'
      if (isLost && !answered.has(rule)) found.push(`${rule} on ${key}: ${kind} -> ${then}`)
    })
  }
  const open = before.open.filter(({ rule }) => !answered.has(rule.id))
  return open.length > 0 && after.verdict === 'pass' ? [...found, 'the verdict: fail -> pass'] : found
}

it('adding what holds, moves or reaches data takes no finding away', () => {
  const seen = { cases: 0, fails: 0 }
  const two = engagements(pipeline.library)
  fc.assert(
    fc.property(two, two, fc.nat(), (one, other, which) => {
      const more = withOneMore(one, other, which)
      if (more === undefined || !isValid(more)) return
      const [before, after] = [pipeline.run(one, asOf), pipeline.run(more, asOf)]
      if (before.kind !== 'ran' || after.kind !== 'ran') return
      seen.cases++
      seen.fails += before.open.filter(({ outcome }) => outcome.kind === 'fail').length
      expect(lost(before, after)).toEqual([])
    }),
    { ...runs(450), endOnFailure: true },
  )
  if (process.env.FC_RUNS !== undefined) return
  expect(seen.cases).toBeGreaterThan(90)
  expect(seen.fails / seen.cases).toBeGreaterThan(1)
}, 60_000)
