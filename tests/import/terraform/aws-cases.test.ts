import { expect, it } from 'vitest'
import { readOne, type Wanted } from './plan.ts'

type Case = readonly [what: string, setting: string, is: unknown, resources: readonly Wanted[]]

const bucket: Wanted = {
  address: 'aws_s3_bucket.a',
  after: { bucket: 'a', acl: null, grant: [], policy: null },
  unknown: { id: true },
}
const part = (type: string, after: object, unknown = {}): Wanted => ({
  address: `aws_s3_bucket_${type}.a`,
  after: { bucket: 'a', ...after },
  unknown,
})
const opening = (more = {}) =>
  JSON.stringify({
    Statement: { Effect: 'Allow', Principal: { AWS: '*' }, Action: 's3:GetObject', Resource: '*', ...more },
  })
const ip = (range: string) => opening({ Condition: { IpAddress: { 'aws:SourceIp': range } } })
const database = (after: object, unknown = {}): Wanted => ({
  address: 'aws_db_instance.a',
  after: {
    replicate_source_db: null,
    restore_to_point_in_time: [],
    s3_import: [],
    snapshot_identifier: null,
    publicly_accessible: true,
    vpc_security_group_ids: ['sg-1'],
    ...after,
  },
  unknown,
})
const group = (cidr: unknown): Wanted => ({
  address: 'aws_security_group.a',
  after: { id: 'sg-1', ingress: [{ cidr_blocks: cidr, ipv6_cidr_blocks: [], prefix_list_ids: [] }] },
})
const agent = (foundation_model: string): Wanted => ({
  address: 'aws_bedrockagent_agent.a',
  after: { foundation_model },
})
const user: Wanted = { address: 'aws_iam_user.a', after: { name: 'a' } }
const attached = (policy_arn: string): Wanted => ({
  address: 'aws_iam_user_policy_attachment.a',
  after: { user: 'a', policy_arn },
})
const inline = (statement: object): Wanted => ({
  address: 'aws_iam_user_policy.a',
  after: { user: 'a', policy: JSON.stringify({ Statement: [statement] }) },
})

it.each<Case>([
  ['a bucket with nothing', 'exposed', 'not-set', [bucket]],
  ['a public ACL', 'exposed', true, [bucket, part('acl', { acl: 'public-read', access_control_policy: [] })]],
  [
    'a public ACL that is ignored',
    'exposed',
    'not-set',
    [
      bucket,
      part('acl', { acl: 'public-read' }),
      part('public_access_block', { ignore_public_acls: true, restrict_public_buckets: false }),
    ],
  ],
  ['a public policy', 'exposed', true, [bucket, part('policy', { policy: opening() })]],
  [
    'a public policy that is blocked',
    'exposed',
    false,
    [
      bucket,
      part('policy', { policy: opening() }),
      part('public_access_block', { ignore_public_acls: true, restrict_public_buckets: true }),
    ],
  ],
  ['a policy that is not known', 'exposed', 'after-apply', [bucket, part('policy', {}, { policy: true })]],
  ['a policy that is no JSON', 'exposed', 'not-understood', [bucket, part('policy', { policy: '{' })]],
  ['a policy for a network', 'exposed', false, [bucket, part('policy', { policy: ip('192.0.2.0/24') })]],
  [
    'a policy for half the internet',
    'exposed',
    'not-understood',
    [bucket, part('policy', { policy: ip('0.0.0.0/1') })],
  ],
  [
    'a policy that something takes back',
    'exposed',
    'not-understood',
    [
      bucket,
      part('policy', {
        policy: JSON.stringify({
          Statement: [
            { Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*' },
            { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' },
          ],
        }),
      }),
    ],
  ],
  ['an encrypted database', 'encryptedAtRest', true, [database({ storage_encrypted: true })]],
  ['an unencrypted one', 'encryptedAtRest', false, [database({ storage_encrypted: false })]],
  ['one that does not say', 'encryptedAtRest', 'not-set', [database({ storage_encrypted: null })]],
  [
    'one made of a snapshot',
    'encryptedAtRest',
    'not-in-file',
    [database({ storage_encrypted: null, snapshot_identifier: 'x' })],
  ],
  ['one that is not known', 'encryptedAtRest', 'after-apply', [database({}, { storage_encrypted: true })]],
  ['one whose key is not there', 'encryptedAtRest', 'not-in-file', [database({})]],
  ['an open group', 'exposed', true, [database({}), group(['10.0.0.0/8', '0.0.0.0/0'])]],
  ['a closed group', 'exposed', false, [database({}), group(['10.0.0.0/8'])]],
  ['a group that is not there', 'exposed', 'not-in-file', [database({})]],
  ['a group in two halves', 'exposed', 'not-understood', [database({}), group(['0.0.0.0/1', '128.0.0.0/1'])]],
  ['a model', 'endpointScope', 'in-region', [agent('anthropic.claude-3-haiku-20240307-v1:0')]],
  [
    'a profile of the EU',
    'endpointScope',
    'eu',
    [agent('arn:aws:bedrock:eu-west-1:1:inference-profile/eu.amazon.nova-pro-v1:0')],
  ],
  ['a global profile', 'endpointScope', 'global', [agent('global.anthropic.claude-sonnet-4-20250514-v1:0')]],
  ['a profile nobody knows', 'endpointScope', 'not-understood', [agent('mars.anthropic.claude-3-haiku-20240307-v1:0')]],
  ['a user with nothing', 'administrative', 'not-in-file', [user]],
  ['an administrator', 'administrative', true, [user, attached('arn:aws:iam::aws:policy/AdministratorAccess')]],
  ['a reader', 'administrative', 'not-understood', [user, attached('arn:aws:iam::aws:policy/ReadOnlyAccess')]],
  [
    'one who may do everything',
    'administrative',
    true,
    [user, inline({ Effect: 'Allow', Action: '*', Resource: '*' })],
  ],
  [
    'one who may do everything from somewhere',
    'administrative',
    'not-understood',
    [
      user,
      inline({
        Effect: 'Allow',
        Action: '*',
        Resource: '*',
        Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.1' } },
      }),
    ],
  ],
])('%s: %s is %j', async (_, setting, wanted, resources) => {
  const found = (await readOne(resources, resources[0]?.address ?? '')) as unknown as Record<string, unknown>
  const value = { ...found, ...(found.login as object) }[setting] as { is?: unknown; open?: string }
  expect(value.is ?? value.open).toEqual(wanted)
})
