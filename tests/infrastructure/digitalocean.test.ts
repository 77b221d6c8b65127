import { describe, expect, it } from 'vitest'
import { digitalocean, digitaloceanAround } from '../import/terraform/digitalocean-plan.ts'
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
  - { id: web, service: digitalocean/droplets, contractedBy: client, region: fra1, operatedBy: client, controlledBy: client, publicFacing: false, holds: [], isolation: logical, encryption: { atRest: none } }
  - { id: orders-db, service: digitalocean/managed-databases, contractedBy: client, region: fra1, operatedBy: client, controlledBy: client, publicFacing: false, holds: [orders], isolation: logical, encryption: { atRest: aes-256, keyHolders: [digitalocean] }, source: [module.data] }
  - { id: uploads, service: digitalocean/volumes, contractedBy: client, region: fra1, operatedBy: client, controlledBy: client, publicFacing: false, holds: [], isolation: logical, encryption: { atRest: aes-256, keyHolders: [digitalocean] } }
  - { id: files, service: digitalocean/spaces, contractedBy: client, region: fra1, operatedBy: client, controlledBy: client, publicFacing: false, holds: [orders], isolation: logical, encryption: { atRest: none } }
  - { id: balancer, service: digitalocean/load-balancers, contractedBy: client, region: fra1, operatedBy: client, controlledBy: client, publicFacing: false, holds: [], isolation: logical }
  - { id: shop, service: digitalocean/app-platform, contractedBy: client, region: ams3, operatedBy: client, controlledBy: client, publicFacing: false, holds: [], isolation: logical, encryption: { atRest: none } }
flows:
  - { id: order, from: balancer, to: orders-db, data: [orders], purpose: service-provision, transit: tls-1.3, transform: { kind: none } }
  - { id: visit, from: client, to: balancer, data: [orders], purpose: service-provision, transit: tls-1.3, transform: { kind: none } }
aiUses: []
accounts: []
`

const read = (resources = digitalocean) => readPlan(resources, digitaloceanAround)

describe('a plan of digitalocean against a descriptor', () => {
  it('finds what differs', async () => {
    const report = await reportOf(descriptor, [documentOf(await read())])
    expect(saidOf(report)).toEqual([
      'fail kept-data-not-exposed on digitalocean_spaces_bucket.catalogue',
      'fail kept-data-not-exposed on digitalocean_spaces_bucket.invoices',
      'fail region-declared on digitalocean_app.shop',
      'fail region-declared on digitalocean_gradientai_agent.help',
      'fail region-declared on digitalocean_spaces_bucket.backups',
      'fail region-declared on module.data.digitalocean_database_replica.reports',
      'fail resource-belongs on digitalocean_database_cluster.cache',
      'fail service-declared on digitalocean_gradientai_agent.help',
      'fail transport-as-declared on digitalocean_loadbalancer.legacy',
      'unknown copies-declared on digitalocean_database_cluster.cache',
      'unknown copies-declared on module.data.digitalocean_database_cluster.orders',
      'unknown kept-data-not-exposed on digitalocean_database_cluster.cache',
      'unknown kept-data-not-exposed on digitalocean_gradientai_agent.help',
      'unknown kept-data-not-exposed on module.data.digitalocean_database_replica.reports',
      'unknown region-declared on digitalocean_volume.uploads',
      'unknown unknown-type-named on digitalocean_something_new.one',
    ])
  })

  it('closes no finding when a value is taken from the plan', async () => {
    const before = await outcomesOf(descriptor, await read())
    for (const { what, resources } of removals(digitalocean)) {
      const after = await outcomesOf(descriptor, await read(resources))
      expect(closed(before, after), what).toEqual([])
    }
  })
})
