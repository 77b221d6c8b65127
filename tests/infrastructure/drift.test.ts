import { describe, expect, it } from 'vitest'
import { sarif } from '../../src/render/sarif.ts'
import { text } from '../../src/render/text/index.ts'
import {
  descriptor,
  documentOf,
  type Finding,
  file,
  lineIn,
  lineOf,
  openOf,
  plan,
  planWith,
  reportOf,
  resources,
  saidOf,
} from './sample.ts'

type Drift = {
  readonly what: string
  /** What differs between the plan of the sample and this one. */
  readonly planned?: Parameters<typeof planWith>[0]
  readonly more?: Parameters<typeof planWith>[1]
  /** What is replaced in the descriptor of the sample. */
  readonly declared?: readonly (readonly [string, string])[]
  readonly rule: string
  readonly subject: string
  readonly outcome?: 'fail' | 'unknown'
  /** The key of the descriptor that a finding points at: the first behind another text. */
  readonly at: string
  readonly after?: string
  /** The resource whose place in the plan a finding shows; the plan itself, if left out. */
  readonly resource?: string
  readonly says: string
  /** What is corrected in the descriptor, so that nothing is open any more. */
  readonly corrected: readonly (readonly [string, string])[]
}

const rds = 'aws_db_instance.main'
const bucket = 'aws_s3_bucket.files'
const profile = 'aws_bedrock_inference_profile.answers'
const withComponent = (yaml: string): readonly [string, string] => ['flows:', `${yaml}flows:`]
const part = (id: string, service: string, region: string): string =>
  `  - { id: ${id}, service: ${service}, contractedBy: client, region: ${region}, operatedBy: client, controlledBy: client, publicFacing: false, holds: [], isolation: logical, encryption: { atRest: none } }\n`

const drifts: readonly Drift[] = [
  {
    what: 'a provider that nobody declared',
    planned: {
      'google_sql_database_instance.copy': {
        type: 'google_sql_database_instance',
        provider: 'gcp',
        service: 'gcp/cloud-sql',
        region: { attribute: 'region', is: 'europe-west3' },
        keeps: true,
        exposed: { attribute: 'settings', is: false },
      },
    },
    rule: 'provider-declared',
    subject: 'google_sql_database_instance.copy',
    at: 'components:',
    resource: 'google_sql_database_instance.copy',
    says: 'is planned on gcp',
    corrected: [withComponent(part('copy', 'gcp/cloud-sql', 'europe-west3'))],
  },
  {
    what: 'a service that nobody declared',
    planned: {
      'aws_sqs_queue.jobs': {
        type: 'aws_sqs_queue',
        provider: 'aws',
        service: 'aws/sqs',
        region: { attribute: 'region', is: 'eu-central-1' },
        keeps: true,
        exposed: { attribute: 'policy', is: false },
      },
    },
    rule: 'service-declared',
    subject: 'aws_sqs_queue.jobs',
    at: 'components:',
    resource: 'aws_sqs_queue.jobs',
    says: 'is planned on aws/sqs',
    corrected: [withComponent(part('jobs', 'aws/sqs', 'eu-central-1'))],
  },
  {
    what: 'a region that nobody declared, of what only supports others',
    planned: { 'aws_vpc.main': { region: { attribute: 'provider aws.us: region', is: 'us-east-1' } } },
    rule: 'region-declared',
    subject: 'aws_vpc.main',
    at: 'components:',
    resource: 'aws_vpc.main',
    says: 'is planned in us-east-1 (US), and what is declared is eu-central-1',
    corrected: [withComponent(part('edge', 'aws/lambda', 'us-east-1').replace('holds: []', 'holds: [], source: []'))],
  },
  {
    what: 'declared in Frankfurt, planned in Virginia',
    planned: { [rds]: { region: { attribute: 'region', is: 'us-east-1' } } },
    rule: 'region-declared',
    subject: rds,
    at: 'region: eu-central-1',
    after: 'id: database',
    resource: rds,
    says: `${rds} is planned in us-east-1 (US), and what is declared is eu-central-1`,
    corrected: [
      [
        'service: aws/rds\n    contractedBy: client\n    region: eu-central-1',
        'service: aws/rds\n    contractedBy: client\n    region: us-east-1',
      ],
      ['locations: { logging: [DE] }', 'locations: { logging: [DE, US] }'],
    ],
  },
  {
    what: 'a replica in a region that the descriptor does not know',
    planned: { [rds]: { copiesTo: { attribute: 'aws_db_instance_replica.copy: region', is: ['us-east-1'] } } },
    rule: 'copies-declared',
    subject: rds,
    at: 'region: eu-central-1',
    after: 'id: database',
    resource: rds,
    says: 'is copied to us-east-1',
    corrected: [
      withComponent(part('replica', 'aws/rds', 'us-east-1').replace('holds: []', 'holds: [], source: []')),
      [
        'aiUses:',
        '  - { id: replication, from: database, to: replica, data: [orders], transit: tls-1.3, transform: { kind: none } }\naiUses:',
      ],
    ],
  },
  {
    what: 'a backup in another country than `locations` has',
    planned: { [bucket]: { copiesTo: { attribute: 'replication_configuration', is: ['eu-west-1'] } } },
    rule: 'copies-declared',
    subject: bucket,
    at: 'region: eu-central-1',
    after: 'id: files',
    resource: bucket,
    says: 'is copied to eu-west-1',
    corrected: [['backup: [DE]', 'backup: [DE, IE]']],
  },
  {
    what: 'logs in a region that the descriptor does not know',
    planned: { [rds]: { logsTo: { attribute: 'aws_cloudwatch_log_group.db: region', is: ['eu-west-1'] } } },
    rule: 'logs-declared',
    subject: rds,
    at: 'region: eu-central-1',
    after: 'id: database',
    resource: rds,
    says: 'The logs of aws_db_instance.main go to eu-west-1',
    corrected: [['logging: [DE]', 'logging: [DE, IE]']],
  },
  {
    what: 'encryption that is claimed and absent',
    planned: { [bucket]: { encryptedAtRest: { attribute: 'server_side_encryption_configuration', is: false } } },
    rule: 'encrypted-as-declared',
    subject: bucket,
    at: 'atRest: aes-256',
    after: 'id: files',
    resource: bucket,
    says: 'is planned without encryption',
    corrected: [['atRest: aes-256, keyHolders: [client, aws]', 'atRest: none']],
  },
  {
    what: 'a key that is claimed to be outside, and is with the provider',
    planned: { [rds]: { keyManagedBy: { attribute: 'kms_key_id', is: 'provider' } } },
    rule: 'key-held-as-declared',
    subject: rds,
    at: 'keyHolders: [client]',
    resource: rds,
    says: 'is managed by the provider',
    corrected: [['keyHolders: [client]', 'keyHolders: [client, aws]']],
  },
  {
    what: 'transport that is claimed and absent',
    planned: { [rds]: { encryptedInTransit: { attribute: 'parameter', is: false } } },
    rule: 'transport-as-declared',
    subject: rds,
    at: 'transit: tls-1.3',
    resource: rds,
    says: 'can be reached in the clear',
    corrected: [['transit: tls-1.3', 'transit: none']],
  },
  {
    what: 'isolation that is claimed and absent',
    planned: { 'aws_instance.shop': { dedicated: { attribute: 'tenancy', is: false } } },
    rule: 'isolation-as-declared',
    subject: 'aws_instance.shop',
    at: 'isolation: physical',
    resource: 'aws_instance.shop',
    says: 'on equipment that other customers share',
    corrected: [['isolation: physical', 'isolation: logical']],
  },
  {
    what: 'a component that is nowhere',
    planned: { [bucket]: undefined },
    rule: 'component-planned',
    subject: 'files',
    at: 'service: aws/s3',
    says: 'nothing of it is in them',
    corrected: [['service: aws/s3', 'service: aws/s3\n    source: []']],
  },
  {
    what: 'a source that no plan has',
    declared: [['service: aws/s3', "service: aws/s3\n    source: ['aws_s3_bucket.files', 'aws_s3_bucket.flies']"]],
    rule: 'sources-planned',
    subject: 'files',
    at: "source: ['aws_s3_bucket.files'",
    says: 'aws_s3_bucket.flies (there is aws_s3_bucket.files)',
    corrected: [["source: ['aws_s3_bucket.files', 'aws_s3_bucket.flies']", "source: ['aws_s3_bucket.files']"]],
  },
  {
    what: 'a second resource beside those that a component names',
    declared: [['service: aws/s3', "service: aws/s3\n    source: ['aws_s3_bucket.files']"]],
    planned: {
      'aws_s3_bucket.shadow': {
        ...resources[bucket],
        exposed: { attribute: 'aws_s3_bucket_public_access_block', is: false },
      },
    },
    rule: 'resource-belongs',
    subject: 'aws_s3_bucket.shadow',
    at: 'components:',
    resource: 'aws_s3_bucket.shadow',
    says: 'name other resources as their source',
    corrected: [["source: ['aws_s3_bucket.files']", "source: ['aws_s3_bucket.files', 'aws_s3_bucket.shadow']"]],
  },
  {
    what: 'a source of another service',
    declared: [['service: aws/s3', "service: aws/dynamodb\n    source: ['aws_s3_bucket.files']"]],
    rule: 'service-as-declared',
    subject: bucket,
    at: 'service: aws/dynamodb',
    resource: bucket,
    says: 'is planned on aws/s3; files is declared to run on another service',
    corrected: [['service: aws/dynamodb', 'service: aws/s3']],
  },
  {
    what: 'AI of another endpoint scope',
    planned: { [profile]: { endpointScope: { attribute: 'model_source', is: 'global' } } },
    rule: 'ai-scope-as-declared',
    subject: profile,
    at: 'endpointScope: in-region',
    resource: profile,
    says: 'is declared with the endpoint scope in-region, and aws_bedrock_inference_profile.answers is planned with global',
    corrected: [['endpointScope: in-region', 'endpointScope: global']],
  },
  {
    what: 'AI of another tier',
    declared: [["tier: '2'", "tier: '3'"]],
    rule: 'ai-tier-as-declared',
    subject: profile,
    at: "component: assistant, tier: '3'",
    resource: profile,
    says: 'is declared as tier 3',
    corrected: [["tier: '3'", "tier: '2'"]],
  },
  {
    what: 'AI of another model',
    planned: { [profile]: { model: { attribute: 'model_source', is: 'tekstmodel-4' } } },
    rule: 'ai-model-as-declared',
    subject: profile,
    at: 'model: tekstmodel-3',
    resource: profile,
    says: 'is declared with tekstmodel-3, and aws_bedrock_inference_profile.answers is planned with tekstmodel-4',
    corrected: [['model: tekstmodel-3', 'model: tekstmodel-4']],
  },
  {
    what: 'a public bucket with personal data',
    planned: { [bucket]: { exposed: { attribute: 'acl', is: true } } },
    rule: 'kept-data-not-exposed',
    subject: bucket,
    at: 'holds: [orders]',
    after: 'id: files',
    resource: bucket,
    says: 'everybody can reach what aws_s3_bucket.files keeps',
    corrected: [
      [
        'service: aws/s3\n    contractedBy: client\n    region: eu-central-1\n    operatedBy: client\n    controlledBy: client\n    publicFacing: false\n    holds: [orders]',
        'service: aws/s3\n    contractedBy: client\n    region: eu-central-1\n    operatedBy: client\n    controlledBy: client\n    publicFacing: false\n    holds: []',
      ],
    ],
  },
  {
    what: 'a resource of a type that is not known',
    more: {
      unmapped: [{ at: { line: 900, column: 7 }, address: 'acme_queue.jobs', type: 'acme_queue', provider: 'aws' }],
    },
    rule: 'unknown-type-named',
    subject: 'acme_queue.jobs',
    outcome: 'unknown',
    at: 'components:',
    says: 'acme_queue.jobs',
    corrected: [['service: aws/ec2', "service: aws/ec2\n    source: ['aws_instance.shop', 'acme_queue.jobs']"]],
  },
  {
    what: 'a login that is not listed',
    planned: { 'aws_iam_user.beheer': { login: { name: 'stagiair' } } },
    rule: 'login-listed',
    subject: 'aws_iam_user.beheer',
    at: 'accounts:',
    resource: 'aws_iam_user.beheer',
    says: 'lets stagiair log in',
    corrected: [['aws/000000000000:beheer', 'aws/000000000000:stagiair']],
  },
]

const replaced = (changes: readonly (readonly [string, string])[], of: string): string =>
  changes.reduce((text, [before, after]) => {
    if (!text.includes(before)) throw new Error(`"${before}" is not in the descriptor`)
    return text.replace(before, after)
  }, of)

/** Where the plan has what a drift is about. */
function plannedLine({ resource, more, planned }: Drift): number {
  const unknown = more?.unmapped?.[0]?.at?.line
  if (resource === undefined) return unknown ?? 1
  const value = planWith(planned, more)
  return lineOf(value.resources.findIndex(({ address }) => address === resource))
}

describe('a descriptor and a plan that agree', () => {
  it('have nothing open between them', async () => {
    expect(saidOf(await reportOf(descriptor, [documentOf(planWith())]))).toEqual([])
  })
})

describe.each(drifts)('$what', (drift) => {
  const declared = replaced(drift.declared ?? [], descriptor)
  const planned = documentOf(planWith(drift.planned, drift.more))

  it('is found, at both places', async () => {
    const report = await reportOf(declared, [planned])
    const found = openOf(report).find(
      ({ rule, subject }) => rule === `infrastructure/${drift.rule}` && subject.id === drift.subject,
    ) as Finding
    expect(saidOf(report)).toContain(`${drift.outcome ?? 'fail'} ${drift.rule} on ${drift.subject}`)
    expect(found.level).toBe('error')
    expect(found.message).toContain(drift.says)
    expect({ file: found.at.file, line: found.at.line }).toEqual({
      file,
      line: lineIn(declared, drift.at, drift.after),
    })
    const places = (found.alsoAt ?? []).map(({ at }) => `${at.file}:${at.line}`)
    expect(places).toContain(`${plan}:${plannedLine(drift)}`)
    expect(await text([report], {})).toContain(`${plan}:${plannedLine(drift)}:`)
    const [run] = (JSON.parse(await sarif([report], {})) as Sarif).runs
    const result = run?.results.find(
      ({ ruleId, message }) => ruleId === found.rule && message.text.includes(drift.says),
    )
    expect(result?.locations[0]?.physicalLocation.region.startLine).toBe(found.at.line)
    expect(result?.relatedLocations?.map(({ physicalLocation }) => physicalLocation.region.startLine)).toContain(
      plannedLine(drift),
    )
  })

  it('is cleared where the descriptor says so', async () => {
    expect(saidOf(await reportOf(replaced(drift.corrected, declared), [planned]))).toEqual([])
  })
})

type Place = { readonly physicalLocation: { readonly region: { readonly startLine: number } } }
type Sarif = {
  readonly runs: readonly {
    readonly results: readonly {
      readonly ruleId: string
      readonly message: { readonly text: string }
      readonly locations: readonly Place[]
      readonly relatedLocations?: readonly Place[]
    }[]
  }[]
}
