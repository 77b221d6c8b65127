import { type KeyManager, keyOf } from '../../../aws/keys.ts'
import { inCode, inList, of, otherRegions } from '../../../aws/settings.ts'
import { allOf, listed, open, read, type Setting, set, unset } from '../../../setting.ts'
import type { Described, Mapping, Mappings, Planned } from '../../mapping.ts'
import { reachable } from './exposure.ts'

const groups = 'vpc_security_group_ids'

/** A cluster whose nodes are resources of their own. */
const cluster = (service: string, encrypted = 'storage_encrypted', ...more: readonly string[]): Mapping => ({
  service,
  keeps: true,
  reads: [encrypted, 'kms_key_id', ...more],
  describe: (resource) => ({
    encryptedAtRest: encryptedUnlessRestored(resource, encrypted, more),
    keyManagedBy: key(resource),
  }),
})

const origins = ['replicate_source_db', 'snapshot_identifier', 'restore_to_point_in_time', 's3_import']
const clusterOrigins = ['snapshot_identifier', 'restore_to_point_in_time', 'replication_source_identifier']

export const databases: Mappings = {
  aws_db_instance: {
    service: 'aws/rds',
    keeps: true,
    reads: ['storage_encrypted', 'kms_key_id', 'publicly_accessible', 'parameter_group_name', groups, ...origins],
    partOf: { attribute: 'replicate_source_db', types: ['aws_db_instance'], optional: true },
    describe: describeInstance,
  },
  aws_db_instance_automated_backups_replication: {
    service: 'none',
    reads: ['source_db_instance_arn'],
    partOf: { attribute: 'source_db_instance_arn', types: ['aws_db_instance'] },
  },
  aws_db_parameter_group: { service: 'none', reads: ['parameter'] },
  aws_rds_cluster_parameter_group: { service: 'none', reads: ['parameter'] },
  aws_rds_cluster: {
    service: 'aws/rds',
    keeps: true,
    reads: [
      'storage_encrypted',
      'kms_key_id',
      'engine_mode',
      'global_cluster_identifier',
      'db_cluster_parameter_group_name',
      ...clusterOrigins,
    ],
    partOf: { attribute: 'global_cluster_identifier', types: ['aws_rds_global_cluster'], optional: true },
    describe: describeCluster,
  },
  aws_rds_cluster_instance: {
    service: 'aws/rds',
    keeps: false,
    reads: ['publicly_accessible', 'cluster_identifier'],
    describe: (instance) => ({ exposed: exposedInstance(instance) }),
  },
  aws_rds_global_cluster: {
    service: 'aws/rds',
    keeps: false,
    region: 'global',
    describe: (global) => ({ copiesTo: regionsOfParts(global, 'aws_rds_cluster') }),
  },
  aws_rds_cluster_snapshot_copy: { service: 'aws/rds', keeps: true, reads: ['kms_key_id'], describe: keyOnly },
  aws_db_snapshot: { service: 'aws/rds', keeps: true },
  aws_db_cluster_snapshot: { service: 'aws/rds', keeps: true },
  aws_db_snapshot_copy: {
    service: 'aws/rds',
    keeps: true,
    reads: ['kms_key_id', 'destination_region'],
    describe: (copy) => ({
      keyManagedBy: key(copy),
      copiesTo: unset(read(copy.text('destination_region'), inList), []),
    }),
  },
  aws_docdb_cluster: cluster('aws/documentdb', 'storage_encrypted', 'snapshot_identifier'),
  aws_neptune_cluster: cluster('aws/neptune', 'storage_encrypted', 'snapshot_identifier'),
  aws_redshift_cluster: {
    service: 'aws/redshift',
    keeps: true,
    reads: ['encrypted', 'kms_key_id', 'publicly_accessible', 'snapshot_identifier', 'snapshot_copy', groups],
    describe: (resource) => ({
      encryptedAtRest: readEncrypted(resource),
      keyManagedBy: key(resource),
      exposed: reachable(resource, resource.flag('publicly_accessible'), groups),
      ...snapshotCopies(resource),
    }),
  },
  aws_redshift_snapshot_copy: {
    service: 'none',
    reads: ['cluster_identifier', 'destination_region'],
    partOf: { attribute: 'cluster_identifier', types: ['aws_redshift_cluster'] },
  },
  aws_redshiftserverless_namespace: {
    service: 'aws/redshift',
    keeps: true,
    reads: ['kms_key_id'],
    describe: keyOnly,
  },
  aws_redshiftserverless_workgroup: {
    service: 'aws/redshift',
    keeps: false,
    reads: ['publicly_accessible', 'security_group_ids'],
    describe: (resource) => ({
      exposed: reachable(resource, resource.flag('publicly_accessible'), 'security_group_ids'),
    }),
  },
  aws_elasticache_replication_group: {
    service: 'aws/elasticache',
    keeps: true,
    reads: [
      'at_rest_encryption_enabled',
      'kms_key_id',
      'transit_encryption_enabled',
      'transit_encryption_mode',
      'global_replication_group_id',
    ],
    partOf: {
      attribute: 'global_replication_group_id',
      types: ['aws_elasticache_global_replication_group'],
      optional: true,
    },
    describe: (resource) => ({
      encryptedAtRest: inCode(resource, atRestFlag(resource)),
      keyManagedBy: key(resource),
      encryptedInTransit: cacheTransit(resource),
    }),
  },
  aws_elasticache_cluster: {
    service: 'aws/elasticache',
    keeps: true,
    reads: ['transit_encryption_enabled', 'replication_group_id'],
    describe: (resource) => ({ encryptedInTransit: inCode(resource, resource.flag('transit_encryption_enabled')) }),
  },
  aws_elasticache_global_replication_group: { service: 'aws/elasticache', keeps: false },
  aws_elasticache_serverless_cache: {
    service: 'aws/elasticache',
    keeps: true,
    reads: ['kms_key_id'],
    describe: keyOnly,
  },
  aws_memorydb_cluster: {
    service: 'aws/memorydb',
    keeps: true,
    reads: ['kms_key_arn', 'tls_enabled'],
    describe: (resource) => ({
      keyManagedBy: keyOf(resource, 'kms_key_arn'),
      encryptedInTransit: resource.flag('tls_enabled'),
    }),
  },
  aws_timestreamwrite_database: { service: 'aws/timestream', keeps: true, reads: ['kms_key_id'], describe: keyOnly },
  aws_timestreamwrite_table: { service: 'aws/timestream', keeps: true },
  aws_keyspaces_table: { service: 'aws/keyspaces', keeps: true },
  aws_dax_cluster: {
    service: 'aws/dynamodb',
    keeps: true,
    reads: ['server_side_encryption', 'cluster_endpoint_encryption_type'],
    describe: (resource) => ({
      encryptedAtRest: resource.flag('server_side_encryption.0.enabled'),
      encryptedInTransit: read(
        resource.text('cluster_endpoint_encryption_type'),
        (type) => ({ TLS: true, NONE: false })[type],
      ),
    }),
  },
}

/** Left to the provider, a key is computed: the code names none. */
function key(resource: Planned): Setting<KeyManager> {
  return inCode(resource, keyOf(resource, 'kms_key_id'))
}

function keyOnly(resource: Planned): Described {
  return { keyManagedBy: key(resource) }
}

/** What is made from something else has the encryption of that. */
function encryptedUnlessRestored(resource: Planned, flag: string, from: readonly string[]): Setting<boolean> {
  const encrypted = resource.flag(flag)
  if (encrypted.open !== 'not-set') return encrypted
  const made = from.map((path) => inCode(resource, resource.get(path))).find((one) => one.open !== 'not-set')
  return made === undefined ? encrypted : open(flag, made.open ?? 'not-in-file')
}

function describeInstance(instance: Planned): Described {
  const attribute = 'replicate_source_db'
  const backups = instance.parts('aws_db_instance_automated_backups_replication')
  const replicas = instance.parts('aws_db_instance')
  const copies = [regionsOf(replicas), regionsOf(backups)]
  return {
    encryptedAtRest: encryptedUnlessRestored(instance, 'storage_encrypted', origins),
    keyManagedBy: key(instance),
    encryptedInTransit: forcedTransit(instance, 'parameter_group_name'),
    exposed: reachable(instance, instance.flag('publicly_accessible'), groups),
    copiesTo: otherRegions(instance.region, attribute, copies),
  }
}

function regionsOf(all: Setting<readonly Planned[]>): Setting<readonly string[]> {
  if (all.open !== undefined) return open(all.attribute, all.open)
  return listed(set(all.attribute, []), ...(all.is ?? []).map((one) => of(one, read(one.region, inList))))
}

const regionsOfParts = (resource: Planned, type: string): Setting<readonly string[]> => regionsOf(resource.parts(type))

/** The parameters by which an engine refuses connections in the clear. */
const refusing = new Set(['rds.force_ssl', 'require_secure_transport'])

function forcedTransit(resource: Planned, path: string): Setting<boolean> {
  const named = resource.named(path)
  const group = named.is?.[0]
  if (group === undefined) return open(path, named.open ?? 'not-in-file')
  const parameters = group.list('parameter')
  if (parameters.open !== undefined) return of(group, open('parameter', parameters.open))
  const names = (parameters.is ?? []).map((_, index) => group.text(`parameter.${index}.name`))
  const at = names.findIndex(({ is }) => is !== undefined && refusing.has(is))
  const unread = names.find((one) => one.open !== undefined)
  if (at < 0) return unread?.open === undefined ? open(path, 'not-set') : of(group, open(unread.attribute, unread.open))
  const value = read(
    group.text(`parameter.${at}.value`),
    (text) => ({ '1': true, ON: true, '0': false, OFF: false })[text],
  )
  return of(group, value)
}

function describeCluster(resource: Planned): Described {
  const encrypted = encryptedUnlessRestored(resource, 'storage_encrypted', clusterOrigins)
  const mode = inCode(resource, resource.text('engine_mode'))
  const serverless = encrypted.open === 'not-set' && mode.is !== 'provisioned' && mode.open !== 'not-set'
  return {
    // Only a provisioned cluster is unencrypted by default.
    encryptedAtRest: serverless ? open('engine_mode', mode.open ?? 'not-understood') : encrypted,
    keyManagedBy: key(resource),
    encryptedInTransit: forcedTransit(resource, 'db_cluster_parameter_group_name'),
    copiesTo: globalCopies(resource),
  }
}

/** A cluster of a global one is copied to where the others of it are. */
function globalCopies(resource: Planned): Setting<readonly string[]> {
  const path = 'global_cluster_identifier'
  const named = resource.named(path)
  const id = inCode(resource, resource.text(path))
  if (id.open === 'not-set') return set(path, [])
  const global = named.is?.[0]
  if (global === undefined) return open(path, named.open ?? id.open ?? 'not-in-file')
  return otherRegions(resource.region, path, [regionsOf(global.parts('aws_rds_cluster'))])
}

function exposedInstance(instance: Planned): Setting<boolean> {
  return inCode(
    instance,
    read(instance.flag('publicly_accessible'), (is) => (is ? undefined : false)),
  )
}

function readEncrypted(resource: Planned): Setting<boolean> {
  const text = inCode(resource, resource.get('encrypted'))
  return read(text, (value) => (typeof value === 'boolean' ? value : { true: true, false: false }[String(value)]))
}

function snapshotCopies(resource: Planned): Described {
  const inline = resource.list('snapshot_copy')
  const parts = resource.parts('aws_redshift_snapshot_copy')
  if (parts.open !== undefined) return { copiesTo: open('snapshot_copy', parts.open) }
  const all = (parts.is ?? []).map((one) => of(one, read(one.text('destination_region'), inList)))
  if (inline.open !== undefined && inline.open !== 'not-set') return { copiesTo: open('snapshot_copy', inline.open) }
  const own = inline.is?.length ? [read(resource.text('snapshot_copy.0.destination_region'), inList)] : []
  return { copiesTo: otherRegions(resource.region, 'snapshot_copy', [...all, ...own]) }
}

function atRestFlag(resource: Planned): Setting<boolean> {
  return read(resource.get('at_rest_encryption_enabled'), (value) =>
    typeof value === 'boolean' ? value : { true: true, false: false }[String(value)],
  )
}

/** While clients move to it, the mode `preferred` takes both. */
function cacheTransit(resource: Planned): Setting<boolean> {
  const mode = inCode(resource, resource.text('transit_encryption_mode'))
  const required =
    mode.open === 'not-set' ? set(mode.attribute, true) : read(mode, (is) => ({ required: true, preferred: false })[is])
  return allOf(inCode(resource, resource.flag('transit_encryption_enabled')), required)
}
