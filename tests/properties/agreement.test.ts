import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { derive } from '../../src/derive/index.ts'
import { evaluate } from '../../src/evaluate/index.ts'
import { decide } from '../../src/evaluate/reference.ts'
import { secondOpinion } from '../../src/evaluate/second-opinion.ts'
import { factCatalogue } from '../../src/model/facts/index.ts'
import type { Engagement } from '../../src/model/generated/engagement.ts'
import { engagements } from './engagements.ts'
import { examplePipeline, examples } from './examples.ts'
import { fileAt, type Pipeline, pipelineWith, runs } from './pipeline.ts'

const pipeline = await pipelineWith([fileAt('tests/properties/fixtures/fictional.yaml')])

/** Around the days on which something ends. */
const instants = ['2026-11-22T12:00:00Z', '2026-11-22T00:00:00Z', '2031-12-28T00:00:00Z'].map((text) =>
  Date.parse(text),
)

/** How many outcomes the three agree on. */
async function agreed({ library, workspace }: Pipeline, engagement: Engagement, asOf: number): Promise<number> {
  const rules = library.packs.flatMap((pack) => pack.rules)
  const evaluated = evaluate(rules, derive(workspace(engagement)).subjects, asOf)
  for (const { rule, subject, outcome } of evaluated) {
    const expected = decide(rule, subject, asOf)
    if (JSON.stringify(outcome) !== JSON.stringify(expected)) {
      expect({ rule: rule.id, subject: subject.id, outcome }).toEqual({
        rule: rule.id,
        subject: subject.id,
        outcome: expected,
      })
    }
  }
  expect(await secondOpinion(evaluated, asOf, factCatalogue)).toEqual([])
  return evaluated.length
}

describe('the plan, the reference and json-rules-engine agree', () => {
  it.each(examples)(
    'on $path',
    async ({ engagement }) => {
      for (const asOf of instants) expect(await agreed(examplePipeline, engagement, asOf)).toBeGreaterThan(0)
    },
    120_000,
  )

  it('on random engagements', async () => {
    const [asOf = 0] = instants
    let outcomes = 0
    const property = fc.asyncProperty(engagements(pipeline.library), async (engagement) => {
      if (pipeline.run(engagement, asOf).kind === 'ran') outcomes += await agreed(pipeline, engagement, asOf)
    })
    await fc.assert(property, runs(50))
    if (process.env.FC_RUNS === undefined) expect(outcomes).toBeGreaterThan(20_000)
  }, 300_000)
})
