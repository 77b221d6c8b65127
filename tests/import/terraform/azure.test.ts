import { describe, expect, it } from 'vitest'
import { around, resources, secret } from './azure-plan.ts'
import { readPlan } from './plan.ts'
import { changedByRemoval } from './removal.ts'

describe('a plan of Azure', () => {
  it('is read as recorded, without its secrets', async () => {
    const read = JSON.stringify(await readPlan(resources, around), undefined, 2)
    expect(read).not.toContain(secret)
    await expect(`${read}\n`).toMatchFileSnapshot('golden/azure.json')
  })

  it('says no other thing when a value is taken from it', async () => {
    expect(await changedByRemoval(resources, around)).toEqual([])
  })
})
