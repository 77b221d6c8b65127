import { type KeyManager, keyOf } from '../../aws/keys.ts'
import { opensToAll, refusesClearText } from '../../aws/policy.ts'
import { alwaysAsDefault, anyIn, blocks, not, of } from '../../aws/settings.ts'
import { allOf, anyOf, listed, open, read, type Setting, set, unset } from '../../setting.ts'
import type { Json, Mappings, Planned } from '../../terraform/mapping.ts'

const publicAcls: Readonly<Record<string, boolean>> = {
  Private: false,
  AwsExecRead: false,
  BucketOwnerRead: false,
  BucketOwnerFullControl: false,
  LogDeliveryWrite: false,
  AuthenticatedRead: true,
  PublicRead: true,
  PublicReadWrite: true,
}

export const s3: Mappings = {
  'AWS::S3::Bucket': {
    service: 'aws/s3',
    keeps: true,
    describe: (bucket) => ({
      encryptedAtRest: alwaysAsDefault('BucketEncryption'),
      keyManagedBy: keyManagedBy(bucket),
      encryptedInTransit: encryptedInTransit(bucket),
      exposed: exposed(bucket),
      copiesTo: copiesTo(bucket),
    }),
  },
  'AWS::S3::BucketPolicy': { service: 'none', partOf: { attribute: 'Bucket', types: ['AWS::S3::Bucket'] } },
  'AWS::S3::AccessPoint': { service: 'none' },
  'AWS::S3Express::DirectoryBucket': { service: 'aws/s3', keeps: true },
}

function keyManagedBy(bucket: Planned): Setting<KeyManager> {
  const settings = 'BucketEncryption.ServerSideEncryptionConfiguration.0.ServerSideEncryptionByDefault'
  const algorithm = bucket.text(`${settings}.SSEAlgorithm`)
  if (algorithm.open === 'not-set') {
    const block = bucket.get('BucketEncryption')
    return block.open === undefined ? open(algorithm.attribute, 'not-understood') : open('BucketEncryption', block.open)
  }
  if (algorithm.open !== undefined) return algorithm
  if (algorithm.is === 'AES256') return set(algorithm.attribute, 'provider')
  if (!/^aws:kms(:dsse)?$/.test(algorithm.is)) return open(algorithm.attribute, 'not-understood')
  // Without a key, KMS takes the one that AWS manages for S3.
  return unset(keyOf(bucket, `${settings}.KMSMasterKeyID`), 'provider')
}

function policySays(bucket: Planned, says: (policy: Json) => boolean | undefined): Setting<boolean> {
  const parts = bucket.parts('AWS::S3::BucketPolicy')
  return parts.is?.length === 0
    ? open('AWS::S3::BucketPolicy', 'not-set')
    : anyIn(parts, (one) => of(one, read(one.get('PolicyDocument'), says)))
}

function encryptedInTransit(bucket: Planned): Setting<boolean> {
  const refuses = policySays(bucket, refusesClearText)
  return refuses.is === false ? open('AWS::S3::BucketPolicy', 'not-set') : refuses
}

/** A bucket whose access block is left out, or in part, may be new or older than the default that blocks all. */
function exposed(bucket: Planned): Setting<boolean> {
  const blocked = (name: string): Setting<boolean> => bucket.flag(`PublicAccessBlockConfiguration.${name}`)
  const byAcl = allOf(
    unset(
      read(bucket.text('AccessControl'), (acl) => publicAcls[acl]),
      false,
    ),
    not(unset(blocked('IgnorePublicAcls'), false)),
  )
  const byPolicy = allOf(policySays(bucket, opensToAll), not(unset(blocked('RestrictPublicBuckets'), false)))
  return anyOf(byPolicy, byAcl)
}

/** The ARN of a bucket names no region, and a bucket of the same template is in the same one. */
function copiesTo(bucket: Planned): Setting<readonly string[]> {
  const rules = blocks(bucket, 'ReplicationConfiguration.Rules')
  if (rules.open !== undefined) return open('ReplicationConfiguration', rules.open)
  const regions = (rules.is ?? []).flatMap((rule): readonly Setting<readonly string[]>[] => {
    const status = bucket.text(`${rule}.Status`)
    if (status.is === 'Disabled') return []
    return [open(`${rule}.Destination.Bucket`, 'not-in-file')]
  })
  const [first, ...more] = regions
  return first === undefined ? set('ReplicationConfiguration', []) : listed(first, ...more)
}
