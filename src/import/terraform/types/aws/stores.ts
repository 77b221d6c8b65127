import { keyOf } from '../../../aws/keys.ts'
import { refusesClearText } from '../../../aws/policy.ts'
import { alwaysAsDefault, blocks, inCode, inList, of, otherRegions } from '../../../aws/settings.ts'
import { open, read, type Setting, set, unset } from '../../../setting.ts'
import type { Described, Mapping, Mappings, Planned } from '../../mapping.ts'
import { opensByPolicy } from './exposure.ts'

/** The policy of something, as a resource of its own. */
const policyOf = (attribute: string, ...types: readonly string[]): Mapping => ({
  service: 'none',
  reads: [attribute, 'policy'],
  partOf: { attribute, types },
})

/** What AWS encrypts whatever is set, with a key that an attribute may name. */
const encrypted = (service: string, key: string): Mapping => ({
  service,
  keeps: true,
  reads: [key],
  describe: (resource) => ({
    encryptedAtRest: alwaysAsDefault(key),
    keyManagedBy: inCode(resource, keyOf(resource, key)),
  }),
})

export const stores: Mappings = {
  aws_dynamodb_table: {
    service: 'aws/dynamodb',
    keeps: true,
    reads: ['server_side_encryption', 'replica', 'name'],
    describe: describeTable,
  },
  aws_dynamodb_table_replica: {
    service: 'none',
    reads: ['global_table_arn'],
    partOf: { attribute: 'global_table_arn', types: ['aws_dynamodb_table'] },
  },
  aws_dynamodb_global_table: {
    service: 'aws/dynamodb',
    keeps: true,
    reads: ['replica'],
    describe: (table) => ({
      encryptedAtRest: alwaysAsDefault('server_side_encryption'),
      copiesTo: replicaRegions(table),
    }),
  },
  aws_dynamodb_table_item: { service: 'none' },
  aws_dynamodb_table_export: { service: 'none' },
  aws_dynamodb_kinesis_streaming_destination: { service: 'none' },
  aws_dynamodb_contributor_insights: { service: 'none' },
  aws_efs_file_system: {
    service: 'aws/efs',
    keeps: true,
    reads: ['encrypted', 'kms_key_id'],
    describe: (files) => ({
      encryptedAtRest: inCode(files, files.flag('encrypted')),
      keyManagedBy: inCode(files, keyOf(files, 'kms_key_id')),
      exposed: opensByPolicy(files, undefined, 'aws_efs_file_system_policy'),
      copiesTo: replicas(files, 'aws_efs_replication_configuration'),
    }),
  },
  aws_efs_file_system_policy: policyOf('file_system_id', 'aws_efs_file_system'),
  aws_efs_replication_configuration: {
    service: 'none',
    reads: ['source_file_system_id', 'destination'],
    partOf: { attribute: 'source_file_system_id', types: ['aws_efs_file_system'] },
  },
  aws_efs_mount_target: { service: 'none' },
  aws_efs_access_point: { service: 'none' },
  aws_efs_backup_policy: { service: 'none' },
  aws_fsx_lustre_file_system: encrypted('aws/fsx', 'kms_key_id'),
  aws_fsx_ontap_file_system: encrypted('aws/fsx', 'kms_key_id'),
  aws_fsx_openzfs_file_system: encrypted('aws/fsx', 'kms_key_id'),
  aws_fsx_windows_file_system: encrypted('aws/fsx', 'kms_key_id'),
  aws_fsx_backup: { service: 'aws/fsx', keeps: true },
  aws_sqs_queue: {
    service: 'aws/sqs',
    keeps: true,
    reads: ['kms_master_key_id', 'sqs_managed_sse_enabled', 'policy'],
    describe: describeQueue,
  },
  aws_sqs_queue_policy: policyOf('queue_url', 'aws_sqs_queue'),
  aws_sns_topic: {
    service: 'aws/sns',
    keeps: false,
    reads: ['kms_master_key_id', 'policy'],
    describe: (topic) => ({
      keyManagedBy: keyOf(topic, 'kms_master_key_id'),
      exposed: opensByPolicy(topic, 'policy', 'aws_sns_topic_policy'),
    }),
  },
  aws_sns_topic_policy: policyOf('arn', 'aws_sns_topic'),
  aws_kinesis_stream: {
    service: 'aws/kinesis',
    keeps: true,
    reads: ['encryption_type', 'kms_key_id'],
    describe: (stream) => ({
      encryptedAtRest: read(stream.text('encryption_type'), (type) => ({ KMS: true, NONE: false })[type]),
      keyManagedBy: keyOf(stream, 'kms_key_id'),
    }),
  },
  aws_kinesis_video_stream: encrypted('aws/kinesis', 'kms_key_id'),
  aws_msk_cluster: {
    service: 'aws/msk',
    keeps: true,
    reads: ['encryption_info'],
    describe: describeKafka,
  },
  aws_msk_serverless_cluster: { service: 'aws/msk', keeps: true },
  aws_mq_broker: {
    service: 'aws/mq',
    keeps: true,
    reads: ['encryption_options'],
    describe: (broker) => ({ keyManagedBy: inCode(broker, keyOf(broker, 'encryption_options.0.kms_key_id')) }),
  },
  aws_secretsmanager_secret: {
    service: 'aws/secretsmanager',
    keeps: true,
    reads: ['kms_key_id', 'policy', 'replica'],
    describe: (secret) => ({
      encryptedAtRest: alwaysAsDefault('kms_key_id'),
      keyManagedBy: keyOf(secret, 'kms_key_id'),
      exposed: opensByPolicy(secret, 'policy', 'aws_secretsmanager_secret_policy'),
      copiesTo: unset(inCode(secret, replicated(secret, 'replica', 'region')), []),
    }),
  },
  aws_secretsmanager_secret_policy: policyOf('secret_arn', 'aws_secretsmanager_secret'),
  aws_secretsmanager_secret_version: { service: 'none' },
  aws_secretsmanager_secret_rotation: { service: 'none' },
  aws_ssm_parameter: {
    service: 'aws/ssm',
    keeps: true,
    reads: ['type', 'key_id'],
    describe: (parameter) => ({
      encryptedAtRest: read(
        parameter.text('type'),
        (type) => ({ SecureString: true, String: false, StringList: false })[type],
      ),
      keyManagedBy: inCode(parameter, keyOf(parameter, 'key_id')),
    }),
  },
  aws_ecr_repository: {
    service: 'aws/ecr',
    keeps: true,
    reads: ['encryption_configuration'],
    describe: (repository) => ({
      exposed: opensByPolicy(repository, undefined, 'aws_ecr_repository_policy'),
    }),
  },
  aws_ecr_repository_policy: policyOf('repository', 'aws_ecr_repository'),
  aws_ecrpublic_repository: {
    service: 'aws/ecr',
    keeps: true,
    region: 'global',
    describe: () => ({ exposed: set('aws_ecrpublic_repository', true) }),
  },
  aws_ecr_replication_configuration: {
    service: 'aws/ecr',
    keeps: false,
    reads: ['replication_configuration'],
    describe: (registry) => ({ copiesTo: imageCopies(registry) }),
  },
  aws_glacier_vault: { service: 'aws/glacier', keeps: true },
  aws_backup_vault: {
    service: 'aws/backup',
    keeps: true,
    reads: ['kms_key_arn'],
    describe: (vault) => ({
      encryptedAtRest: alwaysAsDefault('kms_key_arn'),
      keyManagedBy: inCode(vault, keyOf(vault, 'kms_key_arn')),
      exposed: opensByPolicy(vault, undefined, 'aws_backup_vault_policy'),
    }),
  },
  aws_backup_vault_policy: policyOf('backup_vault_name', 'aws_backup_vault'),
  aws_kms_key: {
    service: 'aws/kms',
    keeps: true,
    reads: ['multi_region', 'policy', 'xks_key_id'],
    describe: describeKey,
  },
  aws_kms_external_key: { service: 'aws/kms', keeps: true, reads: ['multi_region', 'policy'], describe: describeKey },
  aws_kms_replica_key: {
    service: 'aws/kms',
    keeps: true,
    reads: ['primary_key_arn'],
    partOf: { attribute: 'primary_key_arn', types: ['aws_kms_key'] },
  },
  aws_kms_replica_external_key: {
    service: 'aws/kms',
    keeps: true,
    reads: ['primary_key_arn'],
    partOf: { attribute: 'primary_key_arn', types: ['aws_kms_external_key'] },
  },
  aws_kms_alias: { service: 'none', reads: ['target_key_id', 'name'] },
  aws_kms_custom_key_store: { service: 'aws/kms', keeps: false },
  aws_kms_key_policy: policyOf('key_id', 'aws_kms_key', 'aws_kms_external_key'),
  aws_kms_ciphertext: { service: 'none' },
  aws_kms_grant: { service: 'none' },
}

function describeTable(table: Planned): Described {
  const attribute = 'server_side_encryption'
  const block = inCode(table, table.list(attribute))
  const key = inCode(table, keyOf(table, `${attribute}.0.kms_key_arn`))
  const written = block.is !== undefined && block.is.length > 0
  const left = open(attribute, block.open ?? 'not-set')
  return {
    encryptedAtRest: alwaysAsDefault(attribute),
    // Without a key, it is the one that AWS manages for the table, or one that AWS owns.
    keyManagedBy: !written ? left : key.open === 'not-set' ? set(key.attribute, 'provider') : key,
    copiesTo: tableCopies(table),
  }
}

function tableCopies(table: Planned): Setting<readonly string[]> {
  const parts = table.parts('aws_dynamodb_table_replica')
  if (parts.open !== undefined) return open('replica', parts.open)
  const theirs = (parts.is ?? []).map((one) => of(one, read(one.region, inList)))
  return otherRegions(table.region, 'replica', [replicaRegions(table), ...theirs])
}

const replicaRegions = (table: Planned): Setting<readonly string[]> => replicated(table, 'replica', 'region_name')

/** The regions that the blocks of a list name. */
function replicated(resource: Planned, list: string, name: string): Setting<readonly string[]> {
  const all = blocks(resource, list)
  if (all.open !== undefined) return open(list, all.open)
  const regions = (all.is ?? []).map((block) => required(read(resource.text(`${block}.${name}`), inList)))
  return otherRegions(resource.region, list, regions)
}

/** The schema asks for it, so a plan in which it is not set is not understood. */
export const required = <T>(one: Setting<T>): Setting<T> =>
  one.open === 'not-set' ? open(one.attribute, 'not-understood') : one

function replicas(resource: Planned, type: string): Setting<readonly string[]> {
  const parts = resource.parts(type)
  if (parts.open !== undefined) return open(type, parts.open)
  const regions = (parts.is ?? []).map((one) => of(one, read(one.text('destination.0.region'), inList)))
  return otherRegions(resource.region, type, regions)
}

/** Where SQS manages the key, that counts unless a key is named. */
function describeQueue(queue: Planned): Described {
  const key = keyOf(queue, 'kms_master_key_id')
  const managed = inCode(queue, queue.flag('sqs_managed_sse_enabled'))
  const refuses = read(queuePolicy(queue), refusesClearText)
  return {
    encryptedAtRest: key.is === undefined && key.open === 'not-set' ? managed : encryptedByKey(queue),
    keyManagedBy: key.open === 'not-set' ? read(managed, (is) => (is ? 'provider' : undefined)) : key,
    encryptedInTransit: refuses.is === false ? open('policy', 'not-set') : refuses,
    exposed: opensByPolicy(queue, 'policy', 'aws_sqs_queue_policy'),
  }
}

/** A queue with a key is encrypted, whoever manages the key. */
function encryptedByKey(queue: Planned): Setting<boolean> {
  const named = queue.named('kms_master_key_id')
  if (named.is?.length) return set('kms_master_key_id', true)
  return read(queue.text('kms_master_key_id'), () => true)
}

function queuePolicy(queue: Planned): Setting<import('../../mapping.ts').Json> {
  const parts = queue.parts('aws_sqs_queue_policy')
  const [first, second] = parts.is ?? []
  if (parts.open !== undefined) return open('policy', parts.open)
  if (second !== undefined) return open('policy', 'not-understood')
  return first === undefined ? inCode(queue, queue.get('policy')) : of(first, first.get('policy'))
}

function describeKafka(cluster: Planned): Described {
  const transit = 'encryption_info.0.encryption_in_transit.0.client_broker'
  return {
    encryptedAtRest: alwaysAsDefault('encryption_info'),
    keyManagedBy: inCode(cluster, keyOf(cluster, 'encryption_info.0.encryption_at_rest_kms_key_arn')),
    encryptedInTransit: read(
      cluster.text(transit),
      (mode) => ({ TLS: true, TLS_PLAINTEXT: false, PLAINTEXT: false })[mode],
    ),
  }
}

function imageCopies(registry: Planned): Setting<readonly string[]> {
  const rules = blocks(registry, 'replication_configuration.0.rule')
  if (rules.open !== undefined) return open('replication_configuration', rules.open)
  const all = (rules.is ?? []).map((rule) => replicated(registry, `${rule}.destination`, 'region'))
  return otherRegions(registry.region, 'replication_configuration', all)
}

/** A key of several regions is copied only where a replica says so. */
function describeKey(key: Planned): Described {
  const parts = key.parts(key.type === 'aws_kms_key' ? 'aws_kms_replica_key' : 'aws_kms_replica_external_key')
  if (parts.open !== undefined) return { copiesTo: open('multi_region', parts.open) }
  const regions = (parts.is ?? []).map((one) => of(one, read(one.region, inList)))
  return {
    exposed: opensByPolicy(key, 'policy', 'aws_kms_key_policy'),
    copiesTo: otherRegions(key.region, 'multi_region', regions),
  }
}
