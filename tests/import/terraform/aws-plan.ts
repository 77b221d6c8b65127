import type { Around, Wanted } from './plan.ts'

/** What must be in nothing that is made of the plan. */
export const planted = 'correct-horse-battery-staple'

const json = (value: unknown): string => JSON.stringify({ Version: '2012-10-17', ...(value as object) })

const denyClearText = {
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: ['arn:aws:s3:::pim-uploads', 'arn:aws:s3:::pim-uploads/*'],
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
}

const bucketUnknown = {
  acl: true,
  arn: true,
  grant: true,
  id: true,
  logging: true,
  policy: true,
  replication_configuration: true,
  server_side_encryption_configuration: true,
}

const bucketCode = (bucket: string) => ({ bucket: { constant_value: bucket } })

const of = (reference: string) => ({ references: [reference, reference.slice(0, reference.lastIndexOf('.'))] })

/** The storage and the databases of a product catalogue (fictional), and what reaches them. */
const storage: readonly Wanted[] = [
  {
    address: 'module.storage.aws_s3_bucket.uploads',
    after: { bucket: 'pim-uploads', force_destroy: false, tags: null },
    unknown: bucketUnknown,
    expressions: bucketCode('pim-uploads'),
  },
  {
    address: 'module.storage.aws_s3_bucket_server_side_encryption_configuration.uploads',
    after: {
      rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: 'aws:kms' }], bucket_key_enabled: true }],
    },
    unknown: {
      bucket: true,
      id: true,
      rule: [{ apply_server_side_encryption_by_default: [{ kms_master_key_id: true }] }],
    },
    expressions: {
      bucket: of('aws_s3_bucket.uploads.id'),
      rule: [
        {
          apply_server_side_encryption_by_default: [
            { kms_master_key_id: of('aws_kms_key.data.arn'), sse_algorithm: { constant_value: 'aws:kms' } },
          ],
          bucket_key_enabled: { constant_value: true },
        },
      ],
    },
  },
  {
    address: 'module.storage.aws_kms_key.data',
    after: {
      description: 'Data',
      multi_region: false,
      enable_key_rotation: true,
      custom_key_store_id: null,
      xks_key_id: null,
    },
    unknown: { arn: true, id: true, key_id: true, policy: true },
    expressions: { description: { constant_value: 'Data' }, enable_key_rotation: { constant_value: true } },
  },
  {
    address: 'module.storage.aws_s3_bucket_public_access_block.uploads',
    after: {
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    },
    unknown: { bucket: true, id: true },
    refs: { bucket: ['aws_s3_bucket.uploads.id'] },
  },
  {
    address: 'module.storage.aws_s3_bucket_policy.uploads',
    after: { policy: json({ Statement: [denyClearText] }) },
    unknown: { bucket: true, id: true },
    refs: { bucket: ['aws_s3_bucket.uploads.id'] },
  },
  {
    address: 'module.storage.aws_s3_bucket_replication_configuration.uploads',
    after: {
      role: 'arn:aws:iam::111122223333:role/replication',
      rule: [{ id: 'all', status: 'Enabled', destination: [{ storage_class: null }] }],
    },
    unknown: { bucket: true, id: true, rule: [{ destination: [{ bucket: true }] }] },
    expressions: {
      bucket: of('aws_s3_bucket.uploads.id'),
      rule: [
        {
          id: { constant_value: 'all' },
          status: { constant_value: 'Enabled' },
          destination: [{ bucket: of('var.copies') }],
        },
      ],
    },
  },
  {
    address: 'aws_s3_bucket.copies',
    providerKey: 'aws.virginia',
    after: { bucket: 'pim-copies' },
    unknown: bucketUnknown,
    expressions: bucketCode('pim-copies'),
  },
  {
    address: 'aws_s3_bucket.site',
    after: { bucket: 'pim-site' },
    unknown: bucketUnknown,
    expressions: bucketCode('pim-site'),
  },
  {
    address: 'aws_s3_bucket_public_access_block.site',
    after: { bucket: 'pim-site', ignore_public_acls: true, restrict_public_buckets: false },
  },
  {
    address: 'aws_s3_bucket_policy.site',
    after: {
      bucket: 'pim-site',
      policy: json({
        Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::pim-site/*' }],
      }),
    },
  },
  {
    address: 'aws_db_instance.catalogue',
    after: {
      db_name: 'catalogue',
      engine: 'postgres',
      parameter_group_name: 'catalogue',
      password: planted,
      publicly_accessible: true,
      replicate_source_db: null,
      restore_to_point_in_time: [],
      s3_import: [],
      snapshot_identifier: null,
      storage_encrypted: true,
      username: 'catalogue',
      vpc_security_group_ids: ['sg-0aaa'],
      kms_key_id: 'arn:aws:kms:eu-central-1:111122223333:alias/aws/rds',
    },
    sensitive: { password: true },
    unknown: { arn: true, endpoint: true, id: true },
  },
  {
    address: 'aws_db_parameter_group.catalogue',
    after: {
      name: 'catalogue',
      family: 'postgres16',
      parameter: [{ apply_method: 'immediate', name: 'rds.force_ssl', value: '1' }],
    },
  },
  {
    address: 'aws_db_instance.reports["daily"]',
    after: {
      engine: 'mysql',
      parameter_group_name: null,
      password: planted,
      publicly_accessible: false,
      replicate_source_db: null,
      restore_to_point_in_time: [],
      s3_import: [],
      snapshot_identifier: null,
      storage_encrypted: null,
    },
    sensitive: { password: true },
    unknown: { arn: true, id: true, kms_key_id: true, vpc_security_group_ids: true },
  },
  {
    address: 'aws_security_group.open',
    after: {
      id: 'sg-0aaa',
      name: 'open',
      ingress: [
        {
          cidr_blocks: ['10.0.0.0/8'],
          from_port: 443,
          ipv6_cidr_blocks: [],
          prefix_list_ids: [],
          protocol: 'tcp',
          to_port: 443,
        },
        {
          cidr_blocks: [],
          from_port: 5432,
          ipv6_cidr_blocks: ['::/0'],
          prefix_list_ids: [],
          protocol: 'tcp',
          to_port: 5432,
        },
      ],
    },
  },
  {
    address: 'aws_dynamodb_table.sessions',
    after: {
      name: 'sessions',
      replica: [
        { kms_key_arn: null, region_name: 'eu-west-1' },
        { kms_key_arn: null, region_name: 'eu-central-1' },
      ],
      server_side_encryption: [{ enabled: true, kms_key_arn: null }],
    },
    unknown: { arn: true, id: true },
  },
  {
    address: 'aws_elasticache_replication_group.cache',
    after: {
      at_rest_encryption_enabled: 'true',
      auth_token: planted,
      kms_key_id: null,
      replication_group_id: 'cache',
      transit_encryption_enabled: true,
      transit_encryption_mode: 'preferred',
      global_replication_group_id: null,
    },
    sensitive: { auth_token: true },
    unknown: { id: true },
  },
  {
    address: 'aws_sqs_queue.jobs',
    after: {
      kms_master_key_id: null,
      name: 'jobs',
      sqs_managed_sse_enabled: true,
      policy: json({
        Statement: [
          {
            Effect: 'Allow',
            Principal: '*',
            Action: 'sqs:SendMessage',
            Resource: '*',
            Condition: { ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:eu-central-1:111122223333:orders' } },
          },
        ],
      }),
    },
    unknown: { arn: true, id: true },
  },
]

const compute: readonly Wanted[] = [
  {
    address: 'aws_instance.worker',
    after: {
      ami: 'ami-1',
      associate_public_ip_address: true,
      ebs_block_device: [{ device_name: '/dev/sdf', encrypted: true }],
      root_block_device: [{ encrypted: true, volume_size: 20 }],
      tenancy: 'dedicated',
      user_data: planted,
      vpc_security_group_ids: ['sg-0aaa'],
    },
    unknown: { arn: true, id: true },
  },
  {
    address: 'aws_lambda_function.hook',
    after: { function_name: 'hook', environment: [{ variables: { TOKEN: planted } }] },
  },
  {
    address: 'aws_lambda_function_url.hook',
    after: { authorization_type: 'NONE', function_name: 'hook' },
    refs: { function_name: ['aws_lambda_function.hook.function_name'] },
  },
  {
    address: 'aws_lb.web',
    after: { name: 'web', internal: true, security_groups: ['sg-0aaa'], access_logs: [] },
    unknown: { arn: true },
  },
  {
    address: 'aws_lb_listener.web',
    after: {
      default_action: [{ type: 'redirect', redirect: [{ protocol: 'HTTPS', status_code: 'HTTP_301' }] }],
      port: 80,
      protocol: 'HTTP',
    },
    unknown: { arn: true, load_balancer_arn: true },
    refs: { load_balancer_arn: ['aws_lb.web.arn'] },
  },
  {
    address: 'aws_bedrock_inference_profile.chat',
    after: {
      model_source: [
        { copy_from: 'arn:aws:bedrock:eu-central-1::inference-profile/eu.anthropic.claude-3-7-sonnet-20250219-v1:0' },
      ],
      name: 'chat',
    },
    unknown: { arn: true, id: true },
  },
  {
    address: 'aws_bedrockagent_agent.helper',
    after: {
      agent_name: 'helper',
      customer_encryption_key_arn: null,
      foundation_model: 'global.anthropic.claude-sonnet-4-20250514-v1:0',
    },
    unknown: { id: true },
  },
  {
    address: 'aws_bedrock_model_invocation_logging_configuration.all',
    after: {
      logging_config: [{ cloudwatch_config: [], s3_config: [{ bucket_name: 'pim-copies', key_prefix: 'bedrock' }] }],
    },
    unknown: { id: true },
  },
  {
    address: 'aws_backup_plan.nightly',
    after: {
      name: 'nightly',
      rule: [
        {
          copy_action: [{ destination_vault_arn: 'arn:aws:backup:eu-west-1:111122223333:backup-vault:copies' }],
          rule_name: 'nightly',
        },
      ],
    },
  },
  { address: 'aws_iam_user.operator', after: { name: 'operator' }, unknown: { arn: true, id: true } },
  { address: 'aws_iam_user_login_profile.operator', after: { user: 'operator' }, unknown: { password: true } },
  { address: 'aws_iam_group.administrators', after: { name: 'administrators' }, unknown: { arn: true, id: true } },
  {
    address: 'aws_iam_group_policy_attachment.administrators',
    after: { group: 'administrators', policy_arn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
  },
  { address: 'aws_iam_user_group_membership.operator', after: { groups: ['administrators'], user: 'operator' } },
  { address: 'aws_vpc.main', after: { cidr_block: '10.0.0.0/16' } },
  { address: 'aws_outposts_outpost.edge', after: { name: 'edge' } },
]

export const awsPlan: readonly Wanted[] = [...storage, ...compute]

export const awsAround: Around = {
  calls: { 'module.storage': { copies: ['aws_s3_bucket.copies.arn'] } },
  variables: { region: 'eu-central-1' },
  providers: { aws: ['var.region'], 'aws.virginia': 'us-east-1' },
}
