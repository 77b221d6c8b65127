import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { zoneOf } from '../../../src/import/terraform/types/azure/ai.ts'
import { regionName as azureRegion } from '../../../src/import/terraform/types/azure/settings.ts'
import { azure } from '../../../src/import/terraform/types/azure.ts'
import { regionName as googleRegion } from '../../../src/import/terraform/types/google/settings.ts'
import { google } from '../../../src/import/terraform/types/google.ts'
import { readOne, readPlan, type Wanted } from './plan.ts'

type Region = { readonly code: string; readonly place: string }

const regionsOf = (provider: string): readonly Region[] =>
  (parse(readFileSync(`registry/regions/${provider}.yaml`, 'utf8')) as { readonly regions: readonly Region[] }).regions

const all = { ...google, ...azure }

describe('every type of Google Cloud and Azure', () => {
  // Reading an attribute that a mapping does not list throws.
  const unknown = (of: string): unknown => Object.fromEntries((all[of]?.reads ?? []).map((name) => [name, true]))

  it('is described where nothing of it is in the plan, known or not set, and says nothing then', async () => {
    const plans = [
      Object.keys(all).map((type): Wanted => ({ address: `${type}.one` })),
      Object.keys(all).map((type): Wanted => ({ address: `${type}.one`, unknown: unknown(type) })),
    ]
    for (const plan of plans) {
      const { resources, unmapped = [] } = await readPlan(plan)
      expect(resources.length + unmapped.length).toBe(Object.keys(all).length)
      const stated = resources.flatMap(({ type, exposed, region, copiesTo, endpointScope, encryptedInTransit }) =>
        [exposed?.is, copiesTo?.is, endpointScope?.is, encryptedInTransit?.is, region?.is]
          .filter((is) => is !== undefined && is !== 'global' && is !== false)
          .map((is) => `${type} ${JSON.stringify(is)}`),
      )
      expect(stated).toEqual([])
    }
  })

  it('names a service as ids of providers are spelled', () => {
    for (const { service } of Object.values(all))
      if (typeof service === 'string') expect(service).toMatch(/^(none|(gcp|azure)\/[a-z0-9-]+)$/)
  })
})

describe('regions', () => {
  it.each([
    ['EUROPE-WEST3', 'europe-west3'],
    ['europe-west3-b', 'europe-west3'],
    ['northamerica-northeast1-a', 'northamerica-northeast1'],
    ['https://www.googleapis.com/compute/v1/projects/p/zones/us-central1-f', 'us-central1'],
    ['projects/p/instanceConfigs/regional-europe-west3', 'europe-west3'],
    ['EU', 'EU'],
    ['EUR4', 'EUR4'],
    ['global', 'global'],
  ])('of Google Cloud: %s is %s', (written, region) => {
    expect(googleRegion(written)).toBe(region)
  })

  it.each([
    ['West Europe', 'westeurope'],
    ['westeurope', 'westeurope'],
    ['(Europe) Germany West Central', 'germanywestcentral'],
  ])('of Azure: %s is %s', (written, region) => {
    expect(azureRegion(written)).toBe(region)
  })

  it('has data zones of exactly those regions of Azure that are in the European Union or, but for its government, the United States', () => {
    const union = new Set(['AT', 'BE', 'DE', 'ES', 'FR', 'IE', 'IT', 'NL', 'PL', 'SE'])
    for (const { code, place } of regionsOf('azure')) {
      const american = place === 'US' && !/^us(gov|dod)/.test(code)
      expect([code, zoneOf(code)]).toEqual([
        code,
        union.has(place) ? 'data-zone-eu' : american ? 'data-zone-us' : undefined,
      ])
    }
  })
})

const account: Wanted = {
  address: 'azurerm_cognitive_account.a',
  after: { location: 'West Europe', kind: 'OpenAI', public_network_access_enabled: true },
  unknown: { id: true },
}

const deployment = (sku: string | undefined): readonly Wanted[] => [
  account,
  {
    address: 'azurerm_cognitive_deployment.d',
    after: { sku: [{ ...(sku !== undefined && { name: sku }) }], model: [{ name: 'gpt-4o' }] },
    refs: { cognitive_account_id: ['azurerm_cognitive_account.a.id'] },
    unknown: { cognitive_account_id: true },
  },
]

describe('deployments of Azure OpenAI', () => {
  it.each([
    ['Standard', 'standard'],
    ['ProvisionedManaged', 'standard'],
    ['GlobalStandard', 'global'],
    ['GlobalBatch', 'global'],
    ['GlobalProvisionedManaged', 'global'],
    ['DataZoneStandard', 'data-zone-eu'],
    ['DataZoneProvisionedManaged', 'data-zone-eu'],
    ['SomethingNew', undefined],
    [undefined, undefined],
  ])('%s: %s', async (sku, scope) => {
    const { endpointScope } = await readOne(deployment(sku), 'azurerm_cognitive_deployment.d')
    expect(endpointScope?.is).toBe(scope)
  })

  it('are of a service that is not known while the kind of their account is not', async () => {
    const unknown = { ...account, after: { location: 'West Europe' }, unknown: { id: true, kind: true } }
    const { unmapped } = await readPlan([unknown])
    expect(unmapped?.map(({ address }) => address)).toEqual(['azurerm_cognitive_account.a'])
  })
})

type Case = readonly [what: string, address: string, after: Wanted['after'] & {}, setting: string, is: unknown]

const network = (blocks: object) => ({ settings: [{ ip_configuration: [blocks] }] })
const everyone = { authorized_networks: [{ value: '0.0.0.0/0' }] }

const cases: readonly Case[] = [
  ['an open network', 'google_sql_database_instance.a', network({ ipv4_enabled: true, ...everyone }), 'exposed', true],
  ['no address', 'google_sql_database_instance.a', network({ ipv4_enabled: false, ...everyone }), 'exposed', false],
  [
    'half of the internet',
    'google_sql_database_instance.a',
    network({ ipv4_enabled: true, authorized_networks: [{ value: '128.0.0.0/1' }] }),
    'exposed',
    true,
  ],
  [
    'a network whose range is left out',
    'google_sql_database_instance.a',
    network({ ipv4_enabled: true, authorized_networks: [{ name: 'x' }] }),
    'exposed',
    undefined,
  ],
  [
    'the older switch',
    'google_sql_database_instance.a',
    network({ ssl_mode: null, require_ssl: true }),
    'encryptedInTransit',
    true,
  ],
  [
    'switches that disagree',
    'google_sql_database_instance.a',
    network({ ssl_mode: 'ALLOW_UNENCRYPTED_AND_ENCRYPTED', require_ssl: true }),
    'encryptedInTransit',
    undefined,
  ],
  [
    'prevention of public access',
    'google_storage_bucket.a',
    { public_access_prevention: 'enforced' },
    'exposed',
    false,
  ],
  [
    'two regions of the customer',
    'google_storage_bucket.a',
    { custom_placement_config: [{ data_locations: ['EUROPE-WEST1', 'EUROPE-WEST4'] }] },
    'copiesTo',
    ['europe-west1', 'europe-west4'],
  ],
  [
    'allUsers in the access of a dataset',
    'google_bigquery_dataset.a',
    { access: [{ special_group: null, iam_member: 'allUsers' }] },
    'exposed',
    true,
  ],
  [
    'a dataset for its owners',
    'google_bigquery_dataset.a',
    { access: [{ special_group: 'projectOwners', iam_member: null }] },
    'exposed',
    false,
  ],
  [
    'a secret in two regions',
    'google_secret_manager_secret.a',
    {
      replication: [
        { auto: [], user_managed: [{ replicas: [{ location: 'europe-west3' }, { location: 'us-east1' }] }] },
      ],
    },
    'copiesTo',
    ['europe-west3', 'us-east1'],
  ],
  [
    'nodes of its own',
    'google_compute_instance.a',
    { scheduling: [{ node_affinities: [{ key: 'compute.googleapis.com/node-group-name', values: ['n'] }] }] },
    'dedicated',
    true,
  ],
  [
    'a control plane for everybody',
    'google_container_cluster.a',
    { private_cluster_config: [{ enable_private_endpoint: false }], master_authorized_networks_config: [] },
    'exposed',
    true,
  ],
  [
    'a closed control plane',
    'google_container_cluster.a',
    { private_cluster_config: [{ enable_private_endpoint: true }], master_authorized_networks_config: [] },
    'exposed',
    false,
  ],
  [
    'Redis with TLS',
    'google_redis_instance.a',
    { transit_encryption_mode: 'SERVER_AUTHENTICATION' },
    'encryptedInTransit',
    true,
  ],
  ['a multi-region of models', 'google_vertex_ai_endpoint.a', { location: 'eu' }, 'endpointScope', 'eu'],
  ['a multi-region without a scope', 'google_vertex_ai_endpoint.a', { location: 'us' }, 'endpointScope', undefined],
  ['storage in one place', 'azurerm_storage_account.a', { account_replication_type: 'LRS' }, 'copiesTo', []],
  [
    'storage in the paired region too',
    'azurerm_storage_account.a',
    { account_replication_type: 'GZRS' },
    'copiesTo',
    undefined,
  ],
  [
    'the older name of an argument',
    'azurerm_storage_account.a',
    { enable_https_traffic_only: false },
    'encryptedInTransit',
    false,
  ],
  [
    'names that disagree',
    'azurerm_storage_account.a',
    { enable_https_traffic_only: false, https_traffic_only_enabled: true },
    'encryptedInTransit',
    undefined,
  ],
  [
    'a static website',
    'azurerm_storage_account.a',
    { static_website: [{ index_document: 'index.html' }], network_rules: [], public_network_access_enabled: true },
    'exposed',
    true,
  ],
  [
    'a cache with a port in the clear',
    'azurerm_redis_cache.a',
    { non_ssl_port_enabled: true },
    'encryptedInTransit',
    false,
  ],
  [
    'a database in several regions',
    'azurerm_cosmosdb_account.a',
    { geo_location: [{ location: 'West Europe' }, { location: 'East US' }], backup: [{ storage_redundancy: 'Local' }] },
    'copiesTo',
    ['eastus', 'westeurope'],
  ],
  [
    'backups in the paired region',
    'azurerm_cosmosdb_account.a',
    { geo_location: [], backup: [{ storage_redundancy: 'Geo' }] },
    'copiesTo',
    undefined,
  ],
  [
    'a filter for addresses',
    'azurerm_cosmosdb_account.a',
    { ip_range_filter: ['203.0.113.7'], is_virtual_network_filter_enabled: false, public_network_access_enabled: true },
    'exposed',
    false,
  ],
  [
    'a server in a subnet',
    'azurerm_postgresql_flexible_server.a',
    { delegated_subnet_id: '/subscriptions/s/subnets/n' },
    'exposed',
    false,
  ],
  [
    'an application with a login',
    'azurerm_linux_web_app.a',
    {
      site_config: [{ ip_restriction: [], ip_restriction_default_action: null }],
      auth_settings_v2: [{ auth_enabled: true, require_authentication: true }],
      public_network_access_enabled: true,
    },
    'exposed',
    false,
  ],
  ['an application without https', 'azurerm_linux_web_app.a', { https_only: false }, 'encryptedInTransit', false],
  [
    'a registry that anybody pulls from',
    'azurerm_container_registry.a',
    { anonymous_pull_enabled: true, public_network_access_enabled: true },
    'exposed',
    true,
  ],
  ['a container at a private address', 'azurerm_container_group.a', { ip_address_type: 'Private' }, 'exposed', false],
  [
    'a machine on a host of its own',
    'azurerm_linux_virtual_machine.a',
    { dedicated_host_id: '/hosts/h', dedicated_host_group_id: null },
    'dedicated',
    true,
  ],
  [
    'a vault of backups in one region',
    'azurerm_recovery_services_vault.a',
    { storage_mode_type: 'ZoneRedundant' },
    'copiesTo',
    [],
  ],
]

describe('what is read of one resource', () => {
  it.each(cases)('%s (%s)', async (_, address, after, setting, is) => {
    const one = (await readOne([{ address, after }], address)) as unknown as Readonly<
      Record<string, { readonly is?: unknown }>
    >
    expect(one[setting]).toBeDefined()
    expect(one[setting]?.is).toEqual(is)
  })

  it.each([
    ['Azure itself', '0.0.0.0', '0.0.0.0', undefined],
    ['everybody', '0.0.0.0', '255.255.255.255', true],
    ['an office', '203.0.113.1', '203.0.113.9', false],
  ])('a firewall of a database that lets in %s', async (_, first, last, is) => {
    const server = { address: 'azurerm_mssql_server.a', after: { public_network_access_enabled: true } }
    const rule: Wanted = {
      address: 'azurerm_mssql_firewall_rule.r',
      after: { start_ip_address: first, end_ip_address: last },
      refs: { server_id: ['azurerm_mssql_server.a.id'] },
      unknown: { server_id: true },
    }
    const { exposed } = await readOne([{ ...server, unknown: { id: true } }, rule], server.address)
    expect(exposed?.is).toBe(is)
  })

  it('counts a grant to everybody on something outside the plan', async () => {
    const grant = (member: string): Wanted => ({
      address: 'google_storage_bucket_iam_member.g',
      after: { bucket: 'elsewhere', member, role: 'roles/storage.objectViewer' },
    })
    expect(await readOne([grant('allUsers')], 'google_storage_bucket_iam_member.g')).toMatchObject({
      service: 'gcp/storage',
      exposed: { is: true },
    })
    const harmless = await readOne([grant('user:ada@example.org')], 'google_storage_bucket_iam_member.g')
    expect(harmless.service).toBe('none')
  })
})
