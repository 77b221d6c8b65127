import { allOf, anyOf, listed, open, read, type Setting, set } from '../../../setting.ts'
import type { Described, Mapping, Mappings, Planned } from '../../mapping.ts'
import { always, anyIn, anyPart, eachIn, everyone, of, textWithin } from '../blocks.ts'
import { grantedToEverybody, grants, isPublic } from './grants.ts'
import { kms, part, place, placeOrProvider, regionName, stored } from './settings.ts'

const DATASET = 'google_bigquery_dataset'
const ALLOYDB = 'google_alloydb_cluster'

const datasetExposed = (dataset: Planned): Setting<boolean> =>
  anyOf(
    anyIn(dataset.list('access'), (entry, at) =>
      anyOf(member(textWithin(at, entry, 'special_group')), member(textWithin(at, entry, 'iam_member'))),
    ),
    anyPart(dataset, 'google_bigquery_dataset_access', (entry) =>
      anyOf(member(entry.text('special_group')), member(entry.text('iam_member'))),
    ),
    grantedToEverybody(dataset, 'google_bigquery_dataset_iam'),
    grantedToEverybody(dataset, 'google_bigquery_table_iam'),
  )

/** An entry names its member in one of several attributes: one that is not set names nobody. */
const member = (text: Setting<string>): Setting<boolean> =>
  text.open === 'not-set' ? set(text.attribute, false) : isPublic(text)

const redis = (location: string, key: string, modes: ReadonlyMap<string, boolean>): Mapping => ({
  service: 'gcp/memorystore',
  keeps: true,
  reads: [location, key, 'transit_encryption_mode'],
  describe: (resource) => ({
    region: location === 'region' ? placeOrProvider(resource, location) : place(resource, location),
    ...kms(resource, key),
    encryptedInTransit: read(resource.text('transit_encryption_mode'), (mode) => modes.get(mode)),
    exposed: always,
  }),
})

function alloydb(cluster: Planned): Described {
  return {
    region: place(cluster, 'location'),
    ...kms(cluster, 'encryption_config.0.kms_key_name'),
    exposed: anyPart(cluster, 'google_alloydb_instance', reachable),
    copiesTo: listed(
      read(cluster.text('automated_backup_policy.0.location'), (region): readonly string[] => [regionName(region)]),
      secondaries(cluster),
    ),
  }
}

const reachable = (instance: Planned): Setting<boolean> =>
  allOf(
    instance.flag('network_config.0.enable_public_ip'),
    anyIn(instance.list('network_config.0.authorized_external_networks'), (network, at) =>
      everyone(textWithin(at, network, 'cidr_range')),
    ),
  )

function secondaries(cluster: Planned): Setting<readonly string[]> {
  const parts = cluster.parts(ALLOYDB)
  if (parts.open !== undefined) return open(parts.attribute, parts.open)
  const regions = (parts.is as readonly Planned[]).map((one) =>
    read(of(one, place(one, 'location')), (region): readonly string[] => [region]),
  )
  return listed(set(ALLOYDB, []), ...regions)
}

/** It runs where its clusters are: the first counts as its place, the others as copies. */
function bigtable(instance: Planned): Described {
  const clusters = instance.list('cluster')
  const zones = eachIn(clusters, (cluster, at) => read(textWithin(at, cluster, 'zone'), regionName))
  const key = textWithin('cluster.0', clusters.is?.[0], 'kms_key_name')
  return {
    region: read(textWithin('cluster.0', clusters.is?.[0], 'zone'), regionName),
    encryptedAtRest: key.open === undefined ? set(key.attribute, true) : open(key.attribute, 'not-set'),
    keyManagedBy: read(key, () => 'customer' as const),
    copiesTo: zones,
  }
}

/** Databases, caches and the warehouse. */
export const databases: Mappings = {
  [DATASET]: {
    service: 'gcp/bigquery',
    keeps: true,
    reads: ['location', 'access', 'default_encryption_configuration'],
    describe: (dataset) => ({
      region: place(dataset, 'location'),
      ...kms(dataset, 'default_encryption_configuration.0.kms_key_name'),
      exposed: datasetExposed(dataset),
    }),
  },
  google_bigquery_table: part('gcp/bigquery', 'dataset_id', DATASET),
  google_bigquery_routine: part('gcp/bigquery', 'dataset_id', DATASET),
  google_bigquery_dataset_access: {
    ...part('gcp/bigquery', 'dataset_id', DATASET),
    reads: ['dataset_id', 'special_group', 'iam_member'],
  },
  ...grants('gcp/bigquery', 'google_bigquery_dataset_iam', 'dataset_id', DATASET),
  ...grants('gcp/bigquery', 'google_bigquery_table_iam', 'dataset_id', DATASET),
  google_bigquery_data_transfer_config: stored('gcp/bigquery', 'location'),
  google_bigquery_connection: stored('gcp/bigquery', 'location'),
  google_bigquery_reservation: { service: 'none', region: 'global' },
  google_bigquery_job: stored('gcp/bigquery', 'location'),
  google_bigtable_instance: { service: 'gcp/bigtable', keeps: true, reads: ['cluster'], describe: bigtable },
  google_bigtable_table: part('gcp/bigtable', 'instance_name', 'google_bigtable_instance'),
  google_spanner_instance: stored('gcp/spanner', 'config'),
  google_spanner_database: part('gcp/spanner', 'instance', 'google_spanner_instance'),
  google_firestore_database: stored('gcp/firestore', 'location_id', 'cmek_config.0.kms_key_name'),
  google_firestore_document: part('gcp/firestore', 'database', 'google_firestore_database'),
  google_firestore_index: { service: 'none', region: 'global' },
  google_firestore_field: { service: 'none', region: 'global' },
  google_firestore_backup_schedule: { service: 'none', region: 'global' },
  google_datastore_index: { service: 'none', region: 'global' },
  [ALLOYDB]: {
    service: 'gcp/alloydb',
    keeps: true,
    reads: ['location', 'encryption_config', 'automated_backup_policy', 'secondary_config'],
    partOf: { attribute: 'secondary_config.0.primary_cluster_name', types: [ALLOYDB], optional: true },
    describe: alloydb,
  },
  google_alloydb_instance: { ...part('gcp/alloydb', 'cluster', ALLOYDB), reads: ['cluster', 'network_config'] },
  google_alloydb_backup: stored('gcp/alloydb', 'location', 'encryption_config.0.kms_key_name'),
  google_alloydb_user: part('gcp/alloydb', 'cluster', ALLOYDB),
  google_redis_instance: redis(
    'region',
    'customer_managed_key',
    new Map([
      ['SERVER_AUTHENTICATION', true],
      ['DISABLED', false],
    ]),
  ),
  google_redis_cluster: redis(
    'region',
    'kms_key',
    new Map([
      ['TRANSIT_ENCRYPTION_MODE_SERVER_AUTHENTICATION', true],
      ['TRANSIT_ENCRYPTION_MODE_DISABLED', false],
    ]),
  ),
  google_memorystore_instance: redis(
    'location',
    'kms_key',
    new Map([
      ['SERVER_AUTHENTICATION', true],
      ['TRANSIT_ENCRYPTION_DISABLED', false],
    ]),
  ),
  google_memcache_instance: stored('gcp/memorystore', 'region'),
  google_filestore_instance: stored('gcp/filestore', 'location', 'kms_key_name'),
  google_filestore_backup: stored('gcp/filestore', 'location', 'kms_key_name'),
  google_filestore_snapshot: stored('gcp/filestore', 'location'),
}
