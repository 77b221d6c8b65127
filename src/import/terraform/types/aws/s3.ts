import { type KeyManager, keyOf } from '../../../aws/keys.ts'
import { opensToAll, refusesClearText } from '../../../aws/policy.ts'
import { alwaysAsDefault, anyIn, blocks, inCode, not, of, otherRegions, regionsNamed } from '../../../aws/settings.ts'
import { allOf, anyOf, open, read, type Setting, set, unset } from '../../../setting.ts'
import type { Described, Mapping, Mappings, Planned } from '../../mapping.ts'

const publicAcls: Readonly<Record<string, boolean>> = {
  private: false,
  'aws-exec-read': false,
  'bucket-owner-read': false,
  'bucket-owner-full-control': false,
  'log-delivery-write': false,
  'authenticated-read': true,
  'public-read': true,
  'public-read-write': true,
}

const everybody = /\/groups\/global\/(AllUsers|AuthenticatedUsers)$/

/** A setting of a bucket that is a resource of its own. */
const part = (...reads: readonly string[]): Mapping => ({
  service: 'none',
  reads: ['bucket', ...reads],
  partOf: { attribute: 'bucket', types: ['aws_s3_bucket'] },
})

export const s3: Mappings = {
  aws_s3_bucket: {
    service: 'aws/s3',
    keeps: true,
    reads: ['acl', 'grant', 'logging', 'policy', 'replication_configuration', 'server_side_encryption_configuration'],
    describe: describeBucket,
  },
  aws_s3_bucket_acl: part('acl', 'access_control_policy'),
  aws_s3_bucket_logging: part('target_bucket'),
  aws_s3_bucket_ownership_controls: part('rule'),
  aws_s3_bucket_policy: part('policy'),
  aws_s3_bucket_public_access_block: part('ignore_public_acls', 'restrict_public_buckets'),
  aws_s3_bucket_replication_configuration: part('rule'),
  aws_s3_bucket_server_side_encryption_configuration: part('rule'),
  aws_s3_bucket_website_configuration: part(),
  aws_s3_directory_bucket: { service: 'aws/s3', keeps: true },
  aws_s3_object: { service: 'aws/s3', keeps: true },
  aws_s3_bucket_object: { service: 'aws/s3', keeps: true },
  aws_s3_object_copy: { service: 'aws/s3', keeps: true },
  aws_s3tables_table_bucket: { service: 'aws/s3', keeps: true },
  aws_s3tables_table: { service: 'aws/s3', keeps: true },
}

/**
 * The blocks of a bucket itself are deprecated: a plan that creates a bucket knows them only after apply, and reads back
 * what the resources of their own have set. So those count first.
 */
function describeBucket(bucket: Planned): Described {
  return {
    encryptedAtRest: alwaysAsDefault('server_side_encryption_configuration'),
    keyManagedBy: keyManagedBy(bucket),
    encryptedInTransit: encryptedInTransit(bucket),
    exposed: exposed(bucket),
    copiesTo: copiesTo(bucket),
    ...logsTo(bucket),
  }
}

function keyManagedBy(bucket: Planned): Setting<KeyManager> {
  const attribute = 'server_side_encryption_configuration'
  const parts = bucket.parts('aws_s3_bucket_server_side_encryption_configuration')
  if (parts.open !== undefined) return open(attribute, parts.open)
  const [first, second] = parts.is as readonly Planned[]
  if (first === undefined) return keyOfRules(bucket, `${attribute}.0.rule`, inCode(bucket, bucket.list(attribute)))
  return second === undefined
    ? of(first, keyOfRules(first, 'rule', first.list('rule')))
    : open(attribute, 'not-understood')
}

function keyOfRules(resource: Planned, rules: string, block: Setting<unknown>): Setting<KeyManager> {
  if (block.open !== undefined) return open(block.attribute, block.open)
  if ((block.is as readonly unknown[]).length === 0) return open(block.attribute, 'not-set')
  if ((resource.list(rules).is?.length ?? 1) > 1) return open(rules, 'not-understood')
  const settings = `${rules}.0.apply_server_side_encryption_by_default.0`
  const algorithm = resource.text(`${settings}.sse_algorithm`)
  if (algorithm.open !== undefined) return open(algorithm.attribute, algorithm.open)
  if (algorithm.is === 'AES256') return set(algorithm.attribute, 'provider')
  if (algorithm.is !== 'aws:kms' && algorithm.is !== 'aws:kms:dsse') return open(algorithm.attribute, 'not-understood')
  // Without a key, KMS takes the one that AWS manages for S3.
  return unset(keyOf(resource, `${settings}.kms_master_key_id`), 'provider')
}

/** The policy of a bucket, and the resource that has it. */
function policies(bucket: Planned): Setting<readonly Planned[]> {
  return bucket.parts('aws_s3_bucket_policy')
}

function policySays(bucket: Planned, says: (policy: string) => boolean | undefined): Setting<boolean> {
  const parts = policies(bucket)
  if (parts.open !== undefined) return open('policy', parts.open)
  if (parts.is?.length === 0) return read(inCode(bucket, bucket.text('policy')), says)
  return anyIn(parts, (one) => of(one, read(one.text('policy'), says)))
}

function encryptedInTransit(bucket: Planned): Setting<boolean> {
  const refuses = policySays(bucket, refusesClearText)
  return refuses.is === false ? open('policy', 'not-set') : refuses
}

function exposed(bucket: Planned): Setting<boolean> {
  const blocked = (attribute: string): Setting<boolean> =>
    anyIn(bucket.parts('aws_s3_bucket_public_access_block'), (one) => of(one, unset(one.flag(attribute), false)))
  const byAcl = allOf(opensByAcl(bucket), not(blocked('ignore_public_acls')), not(aclsAreOff(bucket)))
  const byPolicy = allOf(policySays(bucket, opensToAll), not(blocked('restrict_public_buckets')))
  return anyOf(byPolicy, byAcl)
}

function aclsAreOff(bucket: Planned): Setting<boolean> {
  return anyIn(bucket.parts('aws_s3_bucket_ownership_controls'), (one) =>
    of(
      one,
      read(one.text('rule.0.object_ownership'), (ownership) => ownership === 'BucketOwnerEnforced'),
    ),
  )
}

/** A bucket is private unless an ACL says otherwise. */
function opensByAcl(bucket: Planned): Setting<boolean> {
  const parts = bucket.parts('aws_s3_bucket_acl')
  if (parts.open !== undefined) return open('acl', parts.open)
  if (parts.is?.length !== 0)
    return anyIn(parts, (one) =>
      of(
        one,
        opensByAclOf(one, 'access_control_policy.0.grant', (g) => `${g}.grantee.0.uri`),
      ),
    )
  return opensByAclOf(bucket, 'grant', (grant) => `${grant}.uri`)
}

function opensByAclOf(resource: Planned, grants: string, uriOf: (grant: string) => string): Setting<boolean> {
  const canned = unset(
    inCode(
      resource,
      read(resource.text('acl'), (acl) => publicAcls[acl]),
    ),
    false,
  )
  const [first = grants] = grants.split('.')
  const list = inCode(resource, resource.list(first))
  const paths = list.open === undefined && list.is?.length !== 0 ? blocks(resource, grants) : list
  if (list.open === 'not-set' || list.is?.length === 0) return canned
  if (list.open !== undefined) return canned.is === true ? canned : open(first, list.open)
  const granted = anyIn(paths as Setting<readonly string[]>, (grant) =>
    unset(
      read(resource.text(uriOf(grant)), (uri) => everybody.test(uri)),
      false,
    ),
  )
  return anyOf(canned, granted)
}

function copiesTo(bucket: Planned): Setting<readonly string[]> {
  const attribute = 'replication_configuration'
  const parts = bucket.parts('aws_s3_bucket_replication_configuration')
  if (parts.open !== undefined) return open(attribute, parts.open)
  if (parts.is?.length === 0) {
    const block = inCode(bucket, bucket.list(attribute))
    if (block.open !== undefined) return unset(open(attribute, block.open), [])
    return block.is?.length === 0 ? set(attribute, []) : destinations(bucket, bucket, `${attribute}.0.rules`)
  }
  const all = (parts.is as readonly Planned[]).map((one) => of(one, destinations(bucket, one, 'rule')))
  return otherRegions(bucket.region, attribute, all)
}

/** The ARN of a bucket names no region: it is known of a bucket in the plan. */
function destinations(bucket: Planned, resource: Planned, rules: string): Setting<readonly string[]> {
  const all = blocks(resource, rules)
  if (all.open !== undefined) return open(rules, all.open)
  const regions = (all.is as readonly string[]).flatMap((rule): readonly Setting<readonly string[]>[] => {
    const path = `${rule}.destination.0.bucket`
    const status = resource.text(`${rule}.status`)
    if (status.open !== undefined)
      return [open(status.attribute, status.open === 'not-set' ? 'not-understood' : status.open)]
    return status.is === 'Disabled' ? [] : [regionsNamed(resource, path)]
  })
  return otherRegions(bucket.region, rules, regions)
}

function logsTo(bucket: Planned): Pick<Described, 'logsTo'> {
  const parts = bucket.parts('aws_s3_bucket_logging')
  const first = parts.is?.[0]
  if (first !== undefined) return { logsTo: of(first, regionsNamed(first, 'target_bucket')) }
  const inline = inCode(bucket, bucket.list('logging'))
  return inline.is?.length ? { logsTo: regionsNamed(bucket, 'logging.0.target_bucket') } : {}
}
