import { describe, expect, it } from 'vitest'
import { digitalocean, digitaloceanAround, secret } from './digitalocean-plan.ts'
import { plan, readPlan } from './plan.ts'
import { known, removals } from './removals.ts'

const read = (resources = digitalocean) => readPlan(resources, digitaloceanAround)
const addressed = async (address: string) => (await read()).resources.find((one) => one.address === address)

describe('a plan of digitalocean', () => {
  it('is read as it always was', async () => {
    const { digest: _, ...infrastructure } = await read()
    await expect(`${JSON.stringify(infrastructure, undefined, 2)}\n`).toMatchFileSnapshot('golden/digitalocean.json')
  })

  it('leaves none of its secrets in what is read', async () => {
    expect(JSON.stringify(plan(digitalocean, digitaloceanAround))).toContain(secret)
    expect(JSON.stringify(await read())).not.toContain(secret)
  })

  it('is only known less of when a value is taken from it', async () => {
    const before = known(await read())
    for (const { what, resources } of removals(digitalocean)) {
      const changed = [...known(await read(resources))].filter(([name, value]) => (before.get(name) ?? value) !== value)
      expect(changed, what).toEqual([])
    }
  })

  it.each([
    ['digitalocean_droplet.web["a"]', true],
    ['digitalocean_droplet.worker', undefined],
    ['module.data.digitalocean_database_cluster.orders', false],
    ['digitalocean_database_cluster.cache', undefined],
    ['digitalocean_spaces_bucket.catalogue', true],
    ['digitalocean_spaces_bucket.invoices', true],
    ['digitalocean_spaces_bucket.backups', undefined],
    ['digitalocean_loadbalancer.public', true],
    ['digitalocean_loadbalancer.legacy', false],
    ['digitalocean_app.shop', true],
    ['digitalocean_gradientai_agent.help', true],
  ])('says whether %s is exposed: %s', async (address, exposed) => {
    expect((await addressed(address))?.exposed?.is).toBe(exposed)
  })

  it("says where copies go, and leaves the provider's own to the registry", async () => {
    expect((await addressed('module.data.digitalocean_database_cluster.orders'))?.copiesTo?.is).toEqual(['nyc3'])
    expect((await addressed('digitalocean_database_cluster.cache'))?.copiesTo?.open).toBe('not-set')
  })

  it('says whether a load balancer refuses clear text', async () => {
    expect((await addressed('digitalocean_loadbalancer.public'))?.encryptedInTransit?.is).toBe(true)
    expect((await addressed('digitalocean_loadbalancer.legacy'))?.encryptedInTransit?.is).toBe(false)
  })

  it('does not guess a region, and lists what it does not know', async () => {
    expect((await addressed('digitalocean_volume.uploads'))?.region).toMatchObject({ open: 'after-apply' })
    expect((await read()).unmapped).toMatchObject([
      { address: 'digitalocean_something_new.one', provider: 'digitalocean' },
    ])
  })
})
