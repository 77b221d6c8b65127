import { expect, it } from 'vitest'
import { nothingHangsOnDeletion } from './deletion.ts'
import { examples, examplePipeline as pipeline } from './examples.ts'

const asOf = Date.parse('2026-11-22T12:00:00Z')

nothingHangsOnDeletion(1)

it('there are examples of both kinds', () => {
  const verdicts = examples
    .map(({ engagement }) => pipeline.run(engagement, asOf))
    .map((ran) => (ran.kind === 'ran' ? ran.verdict : ran.kind))
  expect(new Set(verdicts)).toEqual(new Set(['pass', 'fail']))
})
