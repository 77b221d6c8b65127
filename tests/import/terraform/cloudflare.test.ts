import { describe, expect, it } from 'vitest'
import { cloudflare, cloudflareAround, secret } from './cloudflare-plan.ts'
import { plan, readPlan } from './plan.ts'
import { known, removals } from './removals.ts'

const read = (resources = cloudflare) => readPlan(resources, cloudflareAround)
const addressed = async (address: string) => (await read()).resources.find((one) => one.address === address)

describe('a plan of cloudflare', () => {
  it('is read as it always was', async () => {
    const { digest: _, ...infrastructure } = await read()
    await expect(`${JSON.stringify(infrastructure, undefined, 2)}\n`).toMatchFileSnapshot('golden/cloudflare.json')
  })

  it('leaves none of its secrets in what is read', async () => {
    expect(JSON.stringify(plan(cloudflare, cloudflareAround))).toContain(secret)
    expect(JSON.stringify(await read())).not.toContain(secret)
  })

  it('is only known less of when a value is taken from it', async () => {
    const before = known(await read())
    for (const { what, resources } of removals(cloudflare)) {
      const changed = [...known(await read(resources))].filter(([name, value]) => (before.get(name) ?? value) !== value)
      expect(changed, what).toEqual([])
    }
  })

  it.each([
    ['cloudflare_zone.shop', true],
    ['cloudflare_dns_record.www', true],
    ['cloudflare_zone.legacy', false],
    ['cloudflare_record.legacy', false],
    ['cloudflare_zone.campaign', false],
    ['cloudflare_dns_record.mail', undefined],
  ])('says whether %s refuses clear text: %s', async (address, refuses) => {
    expect((await addressed(address))?.encryptedInTransit?.is).toBe(refuses)
  })

  it('takes a jurisdiction for the place, and a location hint for nothing', async () => {
    expect((await addressed('module.storage.cloudflare_r2_bucket.orders'))?.region?.is).toBe('eu')
    expect((await addressed('module.storage.cloudflare_r2_bucket.catalogue'))?.region?.is).toBe('default')
    expect((await addressed('cloudflare_d1_database.sessions'))?.region?.open).toBe('not-set')
  })

  it('knows a bucket that everybody can read', async () => {
    expect((await addressed('module.storage.cloudflare_r2_bucket.catalogue'))?.exposed?.is).toBe(true)
    expect((await addressed('module.storage.cloudflare_r2_bucket.orders'))?.exposed?.open).toBe('not-set')
  })

  it('takes the region alone from where logs go', async () => {
    expect((await addressed('cloudflare_logpush_job.requests'))?.logsTo?.is).toEqual(['us-east-1'])
    expect((await addressed('cloudflare_logpush_job.siem'))?.logsTo?.open).toBe('not-understood')
  })

  it('knows members, and administrators by the ids of their roles', async () => {
    expect((await addressed('cloudflare_account_member.owner'))?.login).toMatchObject({
      name: 'owner@shop.example',
      administrative: { is: true },
    })
    expect((await addressed('cloudflare_account_member.analyst'))?.login?.administrative?.open).toBe('not-understood')
  })

  it('counts a record as proxied unless it is known not to be', async () => {
    expect((await addressed('cloudflare_dns_record.www'))?.service).toBe('cloudflare/cdn')
    expect((await addressed('cloudflare_dns_record.mail'))?.service).toBe('cloudflare/dns')
  })
})
