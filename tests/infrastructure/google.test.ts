import { describe, expect, it } from 'vitest'
import { around, resources } from '../import/terraform/google-plan.ts'
import { readPlan, type Wanted } from '../import/terraform/plan.ts'
import { betterByRemoval } from './removal.ts'
import { documentOf, reportOf, saidOf } from './sample.ts'

const descriptor = `apiVersion: douane/v1
kind: Engagement
id: webshop
title: Webshop of Winkel Hersenschim (fictional)
context: client-system
starts: 2026-09-07
ends: none
regimes: []
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
  - id: worker
    service: gcp/compute
    source: [google_compute_instance.worker]
    contractedBy: client
    region: europe-west3
    operatedBy: client
    controlledBy: client
    publicFacing: false
    holds: [orders]
    encryption: { atRest: aes-256, keyHolders: [client, gcp] }
    isolation: physical
  - id: database
    service: gcp/cloud-sql
    source: [module.database]
    contractedBy: client
    region: europe-west3
    operatedBy: client
    controlledBy: client
    publicFacing: false
    holds: [orders]
    locations: { backup: [EU], storage: [DE] }
    encryption: { atRest: aes-256, keyHolders: [client, gcp] }
    isolation: logical
  - id: files
    service: gcp/storage
    source: [google_storage_bucket.files, google_storage_bucket.website]
    contractedBy: client
    region: europe-west3
    operatedBy: client
    controlledBy: client
    publicFacing: false
    holds: [orders]
    locations: { backup: [DE], storage: [DE], logging: [DE] }
    encryption: { atRest: aes-256, keyHolders: [client, gcp] }
    isolation: logical
  - id: assistant
    service: gcp/vertex-ai
    contractedBy: client
    region: europe-west3
    endpointScope: regional
    operatedBy: client
    controlledBy: client
    boundary: client-enterprise-cloud
    publicFacing: false
    holds: []
    isolation: logical
flows:
  - { id: order, from: worker, to: database, data: [orders], purpose: service-provision, transit: tls-1.3, transform: { kind: none } }
aiUses:
  - { id: answers, component: assistant, tier: '2', model: tekstmodel-3, training: none }
accounts: []
`

const chosen = [
  'google_kms_crypto_key.files',
  'google_storage_bucket.files',
  'google_storage_bucket.logs',
  'google_storage_bucket.website',
  'google_storage_bucket_iam_member.everybody',
  'module.database.google_sql_database_instance.main',
  'module.database.google_sql_database_instance.replica',
  'google_compute_network.shop',
  'google_compute_firewall.ssh',
  'google_compute_instance.worker["a"]',
  'google_bigquery_dataset.reports',
  'google_vertex_ai_endpoint.texts',
  'google_vertex_ai_endpoint.everywhere',
  'google_project_iam_member.owner',
  'google_brand_new_thing.one',
]
const planned: readonly Wanted[] = resources.filter(({ address }) => chosen.includes(address))

describe('a descriptor and a plan of Google Cloud', () => {
  it('differ as found', async () => {
    const report = await reportOf(descriptor, [documentOf(await readPlan(planned, around))])
    expect(saidOf(report)).toEqual([
      'fail ai-scope-as-declared on google_vertex_ai_endpoint.everywhere',
      'fail copies-declared on module.database.google_sql_database_instance.main',
      'fail isolation-as-declared on google_compute_instance.worker["a"]',
      'fail kept-data-not-exposed on google_storage_bucket.website',
      'fail kept-data-not-exposed on module.database.google_sql_database_instance.replica',
      'fail login-listed on google_project_iam_member.owner',
      'fail logs-declared on google_storage_bucket.files',
      'fail region-declared on google_bigquery_dataset.reports',
      'fail region-declared on google_storage_bucket.logs',
      'fail region-declared on google_storage_bucket.website',
      'fail region-declared on module.database.google_sql_database_instance.replica',
      'fail resource-belongs on google_storage_bucket.logs',
      'fail service-declared on google_bigquery_dataset.reports',
      'fail transport-as-declared on module.database.google_sql_database_instance.replica',
      'unknown kept-data-not-exposed on google_bigquery_dataset.reports',
      'unknown unknown-type-named on google_brand_new_thing.one',
    ])
  })

  it('never agree better when a value is taken from the plan', async () => {
    const { better, different } = await betterByRemoval(descriptor, planned, around)
    expect(better).toEqual([])
    expect(different).toBeGreaterThan(50)
  })
})
