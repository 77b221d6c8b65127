import { Session } from 'node:inspector/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Shape, shapes } from '../../bench/growth/shapes.ts'
import { derive } from '../../src/derive/index.ts'
import type { Engagement } from '../../src/model/generated/engagement.ts'
import type { Subject } from '../../src/model/subject.ts'
import { fileAt, pipelineWith } from '../properties/pipeline.ts'

const { workspace } = await pipelineWith([fileAt('tests/properties/fixtures/fictional.yaml')])
const session = new Session()

beforeAll(async () => {
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
})
afterAll(() => session.disconnect())

/** How often a function of `src/derive` is called, and what comes of it: no clock, so the same on any machine. */
async function workOf(shape: Shape, size: number) {
  const given = workspace(shapes[shape](size, 2) as unknown as Engagement)
  await session.post('Profiler.takePreciseCoverage')
  const { subjects } = derive(given)
  const { result } = await session.post('Profiler.takePreciseCoverage')
  const functions = result.filter(({ url }) => url.includes('/src/derive/')).flatMap((script) => script.functions)
  const calls = functions.flatMap(({ ranges }) => ranges).reduce((sum, { count }) => sum + count, 0)
  return { calls, subjects: subjects.length, said: subjects.reduce((sum, one) => sum + saidOf(one), 0) }
}

/** Facts, their reasons, and the steps of the ways that are among them. */
function saidOf({ facts }: Subject): number {
  return Object.values(facts).reduce(
    (sum, { from }) => sum + 1 + from.reduce((all, one) => all + (one.kind === 'path' ? one.path.steps.length : 1), 0),
    0,
  )
}

describe('twice as many components and flows take about twice the work', () => {
  it.each<[Shape, number]>([
    ['circle', 130],
    ['circle that carries everything', 80],
    ['circle with unknowns', 40],
  ])('%s of %d', async (shape, size) => {
    const one = await workOf(shape, size)
    const two = await workOf(shape, 2 * size)
    expect(one.calls).toBeGreaterThan(1000 * size)
    for (const key of ['calls', 'said', 'subjects'] as const) expect(two[key] / one[key]).toBeLessThan(2.2)
  })
})
