import { describe, expect, it } from 'vitest'
import { cloudflare, cloudflareAround } from '../import/terraform/cloudflare-plan.ts'
import { readPlan } from '../import/terraform/plan.ts'
import { removals } from '../import/terraform/removals.ts'
import { closed, outcomesOf } from './clouds.ts'
import { documentOf, reportOf, saidOf } from './sample.ts'

const descriptor = `apiVersion: douane/v1
kind: Engagement
id: winkel
title: Shop of Winkel Hersenschim (fictional)
context: client-system
starts: 2026-09-07
ends: none
regimes: []
infrastructure: { complete: true }
parties:
  - { id: client, name: Winkel Hersenschim NV (fictional), country: BE, parentCountry: none, role: controller }
people: []
data:
  - id: orders
    categories: [name, postal-address]
    subjects: [customers]
    classification: confidential
    owner: client
    state: clear
    derivedFrom: []
    additionalInformationFor: []
components:
  - { id: names, service: cloudflare/dns, contractedBy: client, operatedBy: client, controlledBy: client, publicFacing: false, holds: [], isolation: logical }
  - { id: edge, service: cloudflare/cdn, contractedBy: client, operatedBy: client, controlledBy: client, publicFacing: false, holds: [], isolation: logical, residency: [] }
  - { id: orders-bucket, service: cloudflare/r2, contractedBy: client, region: eu, operatedBy: client, controlledBy: client, publicFacing: false, holds: [orders], isolation: logical, residency: [jurisdiction-eu], source: [module.storage] }
  - { id: sessions, service: cloudflare/d1, contractedBy: client, region: eu, operatedBy: client, controlledBy: client, publicFacing: false, holds: [orders], isolation: logical, residency: [jurisdiction-eu], encryption: { atRest: none } }
  - { id: flags, service: cloudflare/kv, contractedBy: client, operatedBy: client, controlledBy: client, publicFacing: false, holds: [], isolation: logical, encryption: { atRest: none } }
  - { id: api, service: cloudflare/workers, contractedBy: client, operatedBy: client, controlledBy: client, publicFacing: false, holds: [], isolation: logical, residency: [] }
flows:
  - { id: visit, from: client, to: edge, data: [orders], purpose: service-provision, transit: tls-1.3, transform: { kind: none } }
aiUses: []
accounts: [{ id: eigenaar, kind: interactive, organisation: client, holders: [], logins: ['cloudflare/0:owner@shop.example'] }]
`

const read = (resources = cloudflare) => readPlan(resources, cloudflareAround)

describe('a plan of cloudflare against a descriptor', () => {
  it('finds what differs', async () => {
    const report = await reportOf(descriptor, [documentOf(await read())])
    expect(saidOf(report)).toEqual([
      'fail kept-data-not-exposed on module.storage.cloudflare_r2_bucket.catalogue',
      'fail login-listed on cloudflare_account_member.analyst',
      'fail logs-declared on cloudflare_logpush_job.requests',
      'fail region-declared on module.storage.cloudflare_r2_bucket.catalogue',
      'fail service-declared on cloudflare_ai_gateway.main',
      'fail service-declared on cloudflare_logpush_job.requests',
      'fail service-declared on cloudflare_logpush_job.siem',
      'fail service-declared on cloudflare_queue.mail',
      'fail service-declared on cloudflare_regional_hostname.www',
      'fail transport-as-declared on cloudflare_record.legacy',
      'unknown copies-declared on cloudflare_d1_database.profiles',
      'unknown encrypted-as-declared on cloudflare_dns_record.mail',
      'unknown encrypted-as-declared on cloudflare_dns_record.verification',
      'unknown encrypted-as-declared on cloudflare_dns_record.www',
      'unknown encrypted-as-declared on cloudflare_record.legacy',
      'unknown encrypted-as-declared on cloudflare_workers_script.api',
      'unknown kept-data-not-exposed on cloudflare_ai_gateway.main',
      'unknown kept-data-not-exposed on cloudflare_d1_database.profiles',
      'unknown kept-data-not-exposed on cloudflare_d1_database.sessions',
      'unknown kept-data-not-exposed on cloudflare_dns_record.www',
      'unknown kept-data-not-exposed on cloudflare_logpush_job.requests',
      'unknown kept-data-not-exposed on cloudflare_logpush_job.siem',
      'unknown kept-data-not-exposed on cloudflare_queue.mail',
      'unknown kept-data-not-exposed on cloudflare_record.legacy',
      'unknown kept-data-not-exposed on cloudflare_regional_hostname.www',
      'unknown key-held-as-declared on cloudflare_dns_record.mail',
      'unknown key-held-as-declared on cloudflare_dns_record.verification',
      'unknown key-held-as-declared on cloudflare_dns_record.www',
      'unknown key-held-as-declared on cloudflare_record.legacy',
      'unknown key-held-as-declared on cloudflare_workers_script.api',
      'unknown key-held-as-declared on module.storage.cloudflare_r2_bucket.catalogue',
      'unknown key-held-as-declared on module.storage.cloudflare_r2_bucket.orders',
      'unknown logs-declared on cloudflare_logpush_job.siem',
      'unknown region-declared on cloudflare_d1_database.sessions',
    ])
  })

  it('closes no finding when a value is taken from the plan', async () => {
    const before = await outcomesOf(descriptor, await read())
    for (const { what, resources } of removals(cloudflare)) {
      const after = await outcomesOf(descriptor, await read(resources))
      expect(closed(before, after), what).toEqual([])
    }
  })
})
