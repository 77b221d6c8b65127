import { describe, expect, it } from 'vitest'
import { awsAround, awsPlan, planted } from './aws-plan.ts'
import { plan, readPlan, readText } from './plan.ts'

describe('a plan for AWS', () => {
  it('is read', async () => {
    const read = await readPlan(awsPlan, awsAround)
    await expect(`${JSON.stringify({ ...read, digest: undefined }, null, 2)}\n`).toMatchFileSnapshot('aws-plan.golden.json')
  })

  it('gives away no secret', async () => {
    const written = JSON.stringify(plan(awsPlan, awsAround))
    expect(written).toContain(planted)
    expect(JSON.stringify(await readText(written))).not.toContain(planted)
  })
})
