import { keyOf } from '../../aws/keys.ts'
import { alwaysAsDefault, blocks, inList } from '../../aws/settings.ts'
import { allOf, listed, open, read, type Setting, set, unset } from '../../setting.ts'
import type { Described, Mapping, Mappings, Planned } from '../../terraform/mapping.ts'
import { opensByPolicy, reachable } from './exposure.ts'

/** Something that is encrypted by a flag, with a key that it may name. */
const flagged = (service: string, flag: string, key: string, more?: (resource: Planned) => Described): Mapping => ({
  service,
  keeps: true,
  describe: (resource) => ({
    encryptedAtRest: resource.flag(flag),
    keyManagedBy: keyOf(resource, key),
    ...more?.(resource),
  }),
})

/** Something that AWS encrypts whatever is set. */
const encrypted = (service: string, key: string, more?: (resource: Planned) => Described): Mapping => ({
  service,
  keeps: true,
  describe: (resource) => ({
    encryptedAtRest: alwaysAsDefault(key),
    keyManagedBy: keyOf(resource, key),
    ...more?.(resource),
  }),
})

const policyOf = (attribute: string, type: string): Mapping => ({
  service: 'none',
  partOf: { attribute, types: [type] },
})

export const data: Mappings = {
  'AWS::RDS::DBInstance': {
    service: 'aws/rds',
    keeps: true,
    describe: (instance) => ({
      encryptedAtRest: unlessMadeOf(instance, [
        'DBSnapshotIdentifier',
        'SourceDBInstanceIdentifier',
        'DBClusterIdentifier',
      ]),
      keyManagedBy: keyOf(instance, 'KmsKeyId'),
      exposed: reachable(instance, instance.flag('PubliclyAccessible'), 'VPCSecurityGroups'),
      ...backups(instance),
    }),
  },
  'AWS::RDS::DBCluster': {
    service: 'aws/rds',
    keeps: true,
    describe: (cluster) => ({
      encryptedAtRest: unlessMadeOf(cluster, ['SnapshotIdentifier', 'SourceDBClusterIdentifier', 'EngineMode']),
      keyManagedBy: keyOf(cluster, 'KmsKeyId'),
      ...inGlobal(cluster),
    }),
  },
  'AWS::RDS::GlobalCluster': { service: 'aws/rds', keeps: false, region: 'global' },
  'AWS::DynamoDB::Table': encrypted('aws/dynamodb', 'SSESpecification.KMSMasterKeyId', () => ({
    encryptedAtRest: alwaysAsDefault('SSESpecification'),
    copiesTo: set('AWS::DynamoDB::Table', []),
  })),
  'AWS::DynamoDB::GlobalTable': {
    service: 'aws/dynamodb',
    keeps: true,
    describe: (table) => ({
      encryptedAtRest: alwaysAsDefault('SSESpecification'),
      copiesTo: regionsOf(table, 'Replicas', 'Region'),
    }),
  },
  'AWS::EC2::Volume': flagged('aws/ebs', 'Encrypted', 'KmsKeyId'),
  'AWS::EFS::FileSystem': flagged('aws/efs', 'Encrypted', 'KmsKeyId', (files) => ({
    copiesTo: regionsOf(files, 'ReplicationConfiguration.Destinations', 'Region'),
  })),
  'AWS::Redshift::Cluster': flagged('aws/redshift', 'Encrypted', 'KmsKeyId', (cluster) => ({
    exposed: reachable(cluster, cluster.flag('PubliclyAccessible'), 'VpcSecurityGroupIds'),
    copiesTo: unset(read(cluster.text('SnapshotCopyConfiguration.DestinationRegion'), inList), []),
  })),
  'AWS::ElastiCache::ReplicationGroup': flagged('aws/elasticache', 'AtRestEncryptionEnabled', 'KmsKeyId', (group) => ({
    encryptedInTransit: allOf(
      group.flag('TransitEncryptionEnabled'),
      unset(
        read(group.text('TransitEncryptionMode'), (mode) => ({ required: true, preferred: false })[mode]),
        true,
      ),
    ),
  })),
  'AWS::OpenSearchService::Domain': {
    service: 'aws/opensearch',
    keeps: true,
    describe: (domain) => ({
      encryptedAtRest: domain.flag('EncryptionAtRestOptions.Enabled'),
      keyManagedBy: keyOf(domain, 'EncryptionAtRestOptions.KmsKeyId'),
      encryptedInTransit: domain.flag('DomainEndpointOptions.EnforceHTTPS'),
    }),
  },
  'AWS::DocDB::DBCluster': flagged('aws/documentdb', 'StorageEncrypted', 'KmsKeyId'),
  'AWS::Neptune::DBCluster': flagged('aws/neptune', 'StorageEncrypted', 'KmsKeyId'),
  'AWS::SQS::Queue': {
    service: 'aws/sqs',
    keeps: true,
    describe: (queue) => ({
      ...queueEncryption(queue),
      exposed: opensByPolicy(queue, 'AWS::SQS::QueuePolicy'),
    }),
  },
  'AWS::SQS::QueuePolicy': policyOf('Queues', 'AWS::SQS::Queue'),
  'AWS::SNS::Topic': {
    service: 'aws/sns',
    keeps: false,
    describe: (topic) => ({
      keyManagedBy: keyOf(topic, 'KmsMasterKeyId'),
      exposed: opensByPolicy(topic, 'AWS::SNS::TopicPolicy'),
    }),
  },
  'AWS::SNS::TopicPolicy': policyOf('Topics', 'AWS::SNS::Topic'),
  'AWS::Kinesis::Stream': {
    service: 'aws/kinesis',
    keeps: true,
    describe: (stream) => ({
      encryptedAtRest: read(stream.text('StreamEncryption.EncryptionType'), (type) =>
        type === 'KMS' ? true : undefined,
      ),
      keyManagedBy: keyOf(stream, 'StreamEncryption.KeyId'),
    }),
  },
  'AWS::KinesisFirehose::DeliveryStream': { service: 'aws/firehose', keeps: false },
  'AWS::SecretsManager::Secret': encrypted('aws/secretsmanager', 'KmsKeyId', (secret) => ({
    copiesTo: regionsOf(secret, 'ReplicaRegions', 'Region'),
  })),
  'AWS::SSM::Parameter': {
    service: 'aws/ssm',
    keeps: true,
    // A template cannot make a parameter that is encrypted.
    describe: (parameter) => ({
      encryptedAtRest: read(parameter.text('Type'), (type) => ({ String: false, StringList: false })[type]),
    }),
  },
  'AWS::KMS::Key': { service: 'aws/kms', keeps: false },
  'AWS::KMS::ReplicaKey': { service: 'aws/kms', keeps: false },
  'AWS::KMS::Alias': { service: 'none' },
  'AWS::Logs::LogGroup': encrypted('aws/cloudwatch', 'KmsKeyId'),
  'AWS::Logs::SubscriptionFilter': policyOf('LogGroupName', 'AWS::Logs::LogGroup'),
  'AWS::ECR::Repository': { service: 'aws/ecr', keeps: true },
  'AWS::Backup::BackupVault': encrypted('aws/backup', 'EncryptionKeyArn'),
  'AWS::Backup::BackupPlan': { service: 'aws/backup', keeps: false },
  'AWS::Cognito::UserPool': { service: 'aws/cognito', keeps: true },
  'AWS::StepFunctions::StateMachine': { service: 'aws/stepfunctions', keeps: true },
  'AWS::CloudTrail::Trail': { service: 'aws/cloudtrail', keeps: false },
}

/** What is made of something else has the encryption of that; a cluster without servers is encrypted by default. */
function unlessMadeOf(resource: Planned, from: readonly string[]): Setting<boolean> {
  const flag = resource.flag('StorageEncrypted')
  if (flag.open !== 'not-set') return flag
  const made = from.map((path) => resource.get(path)).find((one) => one.open !== 'not-set' && one.is !== 'provisioned')
  return made === undefined ? flag : open(flag.attribute, made.open ?? 'not-in-file')
}

function backups(instance: Planned): Described {
  const replicated = instance.text('AutomatedBackupsReplicationRegion')
  return { copiesTo: unset(read(replicated, inList), []) }
}

/** Which regions the other clusters of a global one are in, no template says. */
function inGlobal(cluster: Planned): Described {
  const id = cluster.get('GlobalClusterIdentifier')
  if (id.open === 'not-set') return { copiesTo: set(id.attribute, []) }
  return { copiesTo: open(id.attribute, id.open ?? 'not-in-file') }
}

function regionsOf(resource: Planned, list: string, name: string): Setting<readonly string[]> {
  const all = blocks(resource, list)
  if (all.open !== undefined) return open(list, all.open)
  const regions = (all.is ?? []).map((block) => {
    const region = read(resource.text(`${block}.${name}`), inList)
    return region.open === 'not-set' ? open(region.attribute, 'not-understood') : region
  })
  return listed(set(list, []), ...regions)
}

function queueEncryption(queue: Planned): Described {
  const key = keyOf(queue, 'KmsMasterKeyId')
  const named = queue.named('KmsMasterKeyId')
  const managed = queue.flag('SqsManagedSseEnabled')
  if (key.open === 'not-set')
    return { encryptedAtRest: managed, keyManagedBy: managed.is === true ? set(managed.attribute, 'provider') : key }
  const has = named.is?.length ? set('KmsMasterKeyId', true) : read(queue.text('KmsMasterKeyId'), () => true)
  return { encryptedAtRest: has, keyManagedBy: key }
}
