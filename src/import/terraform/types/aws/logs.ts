import { keyOf } from '../../../aws/keys.ts'
import { regionOfArn } from '../../../aws/names.ts'
import { alwaysAsDefault, blocks, inCode, inList, of, otherRegions, regionsNamed } from '../../../aws/settings.ts'
import { listed, open, read, type Setting } from '../../../setting.ts'
import type { Described, Mappings, Planned } from '../../mapping.ts'

/** The places in which a stream of Firehose names a bucket. */
const buckets = ['extended_s3_configuration', 's3_configuration'] as const

/** The blocks by which it delivers to somewhere else, with a bucket for what fails. */
const elsewhere = [
  'elasticsearch_configuration',
  'http_endpoint_configuration',
  'iceberg_configuration',
  'opensearch_configuration',
  'opensearchserverless_configuration',
  'redshift_configuration',
  'snowflake_configuration',
  'splunk_configuration',
] as const

export const logs: Mappings = {
  aws_cloudwatch_log_group: {
    service: 'aws/cloudwatch',
    keeps: true,
    reads: ['kms_key_id', 'name'],
    describe: (group) => ({
      encryptedAtRest: alwaysAsDefault('kms_key_id'),
      keyManagedBy: keyOf(group, 'kms_key_id'),
      ...subscriptions(group),
    }),
  },
  aws_cloudwatch_log_subscription_filter: {
    service: 'none',
    reads: ['log_group_name', 'destination_arn'],
    partOf: { attribute: 'log_group_name', types: ['aws_cloudwatch_log_group'] },
  },
  aws_cloudwatch_log_account_policy: { service: 'aws/cloudwatch', keeps: false },
  aws_cloudwatch_log_destination: {
    service: 'aws/cloudwatch',
    keeps: false,
    reads: ['target_arn'],
    describe: (destination) => ({ logsTo: streamRegion(destination, 'target_arn') }),
  },
  aws_cloudwatch_metric_stream: {
    service: 'aws/cloudwatch',
    keeps: false,
    reads: ['firehose_arn'],
    describe: (stream) => ({ logsTo: streamRegion(stream, 'firehose_arn') }),
  },
  aws_kinesis_firehose_delivery_stream: {
    service: 'aws/firehose',
    keeps: false,
    reads: [...buckets, ...elsewhere],
    describe: (stream) => ({ copiesTo: deliveries(stream) }),
  },
  aws_cloudtrail: {
    service: 'aws/cloudtrail',
    keeps: false,
    reads: ['s3_bucket_name', 'kms_key_id'],
    describe: (trail) => ({
      keyManagedBy: keyOf(trail, 'kms_key_id'),
      logsTo: regionsNamed(trail, 's3_bucket_name'),
    }),
  },
  aws_flow_log: {
    service: 'aws/ec2',
    keeps: false,
    reads: ['log_destination', 'log_destination_type', 'log_group_name'],
    describe: (log) => ({ logsTo: flowLogs(log) }),
  },
  aws_config_delivery_channel: {
    service: 'aws/config',
    keeps: false,
    reads: ['s3_bucket_name'],
    describe: (channel) => ({ logsTo: regionsNamed(channel, 's3_bucket_name') }),
  },
  aws_wafv2_web_acl_logging_configuration: { service: 'none' },
  aws_route53_query_log: { service: 'none' },
  aws_backup_plan: {
    service: 'aws/backup',
    keeps: false,
    reads: ['rule'],
    describe: (plan) => ({ copiesTo: backupCopies(plan) }),
  },
  aws_backup_selection: { service: 'none' },
  aws_backup_region_settings: { service: 'none' },
  aws_dlm_lifecycle_policy: {
    service: 'aws/ebs',
    keeps: false,
    reads: ['policy_details'],
    describe: (policy) => ({ copiesTo: snapshotCopies(policy) }),
  },
}

/** Where the stream or function of a filter is; other filters may be on the group, so none says nothing. */
function subscriptions(group: Planned): Described {
  const parts = group.parts('aws_cloudwatch_log_subscription_filter')
  if (parts.open !== undefined) return { logsTo: open('aws_cloudwatch_log_subscription_filter', parts.open) }
  const [first, ...more] = (parts.is ?? []).map((filter) => of(filter, streamRegion(filter, 'destination_arn')))
  return first === undefined ? {} : { logsTo: listed(first, ...more) }
}

/** The region of a stream or function: of the one in the plan, or in its ARN. */
function streamRegion(resource: Planned, path: string): Setting<readonly string[]> {
  const named = resource.named(path)
  if (named.is?.length) return regionsNamed(resource, path)
  return read(resource.text(path), (arn) => inRegion(regionOfArn(arn)))
}

const inRegion = (region: string | undefined): readonly string[] | undefined =>
  region === undefined ? undefined : inList(region)

function deliveries(stream: Planned): Setting<readonly string[]> {
  const written = (path: string): Setting<boolean> => read(stream.list(path), (all) => all.length > 0)
  const other = elsewhere.map(written).find((one) => one.is !== false && one.open !== 'not-set')
  if (other !== undefined) return open(other.attribute, other.open ?? 'not-understood')
  const all = buckets.flatMap((path) => {
    const block = written(path)
    if (block.is === true) return [regionsNamed(stream, `${path}.0.bucket_arn`)]
    return block.open === undefined || block.open === 'not-set' ? [] : [open(path, block.open)]
  })
  return otherRegions(stream.region, 'extended_s3_configuration', all)
}

function flowLogs(log: Planned): Setting<readonly string[]> {
  const kind = inCode(log, log.text('log_destination_type'))
  if (kind.is === 's3') return regionsNamed(log, 'log_destination')
  if (kind.is === 'cloud-watch-logs' || kind.open === 'not-set') return read(log.region, inList)
  return open(kind.attribute, kind.open ?? 'not-understood')
}

/** The regions of the vaults that recovery points are copied to. */
function backupCopies(plan: Planned): Setting<readonly string[]> {
  return nested(plan, 'rule', 'copy_action', (action) => {
    const path = `${action}.destination_vault_arn`
    return plan.named(path).is?.length ? regionsNamed(plan, path) : streamRegion(plan, path)
  })
}

function snapshotCopies(policy: Planned): Setting<readonly string[]> {
  return nested(policy, 'policy_details.0.schedule', 'cross_region_copy_rule', (rule) => {
    const path = `${rule}.target`
    return read(policy.text(path), (target) => inRegion(regionOfArn(target) ?? regionName(target)))
  })
}

const regionName = (text: string): string | undefined => (/^[a-z]+(-[a-z]+)+-\d+$/.test(text) ? text : undefined)

/** What the blocks in the blocks of a list say, without the region of the resource itself. */
function nested(
  resource: Planned,
  outer: string,
  inner: string,
  says: (block: string) => Setting<readonly string[]>,
): Setting<readonly string[]> {
  const all = blocks(resource, outer)
  if (all.open !== undefined) return open(outer, all.open)
  const regions = (all.is ?? []).flatMap((block) => {
    const within = blocks(resource, `${block}.${inner}`)
    return within.open === undefined ? (within.is ?? []).map((one) => stated(says(one))) : [open(inner, within.open)]
  })
  return otherRegions(resource.region, outer, regions)
}

/** A block that names nothing is not understood. */
const stated = <T>(one: Setting<T>): Setting<T> =>
  one.open === 'not-set' ? open(one.attribute, 'not-understood') : one
