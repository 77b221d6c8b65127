import { describe, expect, it } from 'vitest'
import { importInfrastructure } from '../../../src/import/index.ts'
import { foreign } from '../foreign.ts'

const template = `AWSTemplateFormatVersion: '2010-09-09'
Parameters:
  Password: { Type: String, NoEcho: true, Default: correct-horse-battery-staple }
  Encrypt: { Type: String, Default: 'true' }
Conditions:
  Prod: !Equals [!Ref Encrypt, 'true']
Resources:
  Uploads:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: !Sub '\${AWS::StackName}-uploads'
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: !GetAtt Key.Arn }
  UploadsPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Uploads
      PolicyDocument:
        Statement:
          - Effect: Deny
            Principal: '*'
            Action: s3:*
            Resource: [!GetAtt Uploads.Arn, !Sub '\${Uploads.Arn}/*']
            Condition: { Bool: { 'aws:SecureTransport': 'false' } }
          - Effect: Allow
            Principal: { AWS: !Sub 'arn:aws:iam::\${AWS::AccountId}:root' }
            Action: s3:GetObject
            Resource: !Join ['', [!GetAtt Uploads.Arn, '/*']]
  Key: { Type: AWS::KMS::Key, Properties: {} }
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      SecurityGroupIngress: [{ CidrIp: 0.0.0.0/0, IpProtocol: tcp, FromPort: 5432, ToPort: 5432 }]
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      MasterUserPassword: !Ref Password
      PubliclyAccessible: true
      StorageEncrypted: true
      VPCSecurityGroups: [!GetAtt Group.GroupId]
  Table:
    Type: AWS::DynamoDB::GlobalTable
    Properties: { Replicas: [{ Region: eu-central-1 }, { Region: us-east-1 }] }
  Agent:
    Type: AWS::Bedrock::Agent
    Properties: { FoundationModel: eu.anthropic.claude-3-7-sonnet-20250219-v1:0 }
  Administrators:
    Type: AWS::IAM::Group
    Properties: { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] }
  Operator:
    Type: AWS::IAM::User
    Properties: { UserName: operator, Groups: [!Ref Administrators], LoginProfile: { Password: !Ref Password } }
  Nested: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: 'https://example.com/x' } }
`

/** The line of a text in the template, and the first behind it. */
const lineOf = (text: string): number => template.slice(0, template.indexOf(text)).split('\n').length
const end = template.split('\n').length

const file = (text: string, path = 'stack.yaml') => importInfrastructure(foreign(path, text))

async function read(text: string) {
  const result = await file(text)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value.value
}

/** What is said of one resource, once something in the template is replaced. */
async function said(address: string, setting: string, ...[from, to]: readonly string[]) {
  if (from !== undefined && !template.includes(from)) throw new Error(`"${from}" is not in the template`)
  const { resources } = await read(from === undefined ? template : template.replace(from, to ?? ''))
  const found = resources.find((one) => one.address === address) as unknown as Record<string, unknown>
  const value = (found[setting] ?? (found.login as Record<string, unknown>)?.[setting]) as {
    is?: unknown
    open?: string
  }
  return value.is ?? value.open
}

describe('a template of CloudFormation', () => {
  it.each<readonly [string, string, unknown, ...string[]]>([
    ['Uploads', 'encryptedInTransit', true],
    [
      'Uploads',
      'encryptedInTransit',
      'not-understood',
      "Effect: Deny\n            Principal: '*'",
      'Effect: Deny\n            Principal: { AWS: x }',
    ],
    ['Uploads', 'exposed', false],
    ['Uploads', 'exposed', true, `Principal: { AWS: !Sub 'arn:aws:iam::\${AWS::AccountId}:root' }`, "Principal: '*'"],
    ['Uploads', 'exposed', 'not-understood', `!Sub 'arn:aws:iam::\${AWS::AccountId}:root'`, '!Ref Encrypt'],
    [
      'Uploads',
      'exposed',
      'after-apply',
      'Type: AWS::S3::BucketPolicy',
      'Type: AWS::S3::BucketPolicy\n    Condition: Prod',
    ],
    ['Uploads', 'exposed', 'after-apply', 'Bucket: !Ref Uploads', 'Bucket: !Ref Encrypt'],
    ['Uploads', 'keyManagedBy', 'customer'],
    ['Uploads', 'keyManagedBy', 'provider', ', KMSMasterKeyID: !GetAtt Key.Arn', ''],
    ['Uploads', 'keyManagedBy', 'after-apply', "SSEAlgorithm: 'aws:kms'", 'SSEAlgorithm: !Ref Encrypt'],
    ['Uploads', 'copiesTo', []],
    ['Uploads', 'region', 'not-in-file'],
    ['Database', 'encryptedAtRest', true],
    ['Database', 'encryptedAtRest', 'after-apply', 'StorageEncrypted: true', 'StorageEncrypted: !Ref Encrypt'],
    ['Database', 'encryptedAtRest', 'not-set', 'StorageEncrypted: true', "StorageEncrypted: !Ref 'AWS::NoValue'"],
    [
      'Database',
      'encryptedAtRest',
      'after-apply',
      'StorageEncrypted: true',
      'StorageEncrypted: !If [Prod, true, false]',
    ],
    ['Database', 'encryptedAtRest', true, 'StorageEncrypted: true', "StorageEncrypted: !If [Prod, 'true', 'true']"],
    ['Database', 'encryptedAtRest', 'sensitive', 'StorageEncrypted: true', 'StorageEncrypted: !Ref Password'],
    ['Database', 'exposed', true],
    ['Database', 'exposed', false, 'CidrIp: 0.0.0.0/0', 'CidrIp: 10.0.0.0/8'],
    ['Database', 'exposed', 'after-apply', 'CidrIp: 0.0.0.0/0', 'CidrIp: !Ref Encrypt'],
    ['Database', 'exposed', 'not-set', 'PubliclyAccessible: true', ''],
    ['Table', 'copiesTo', ['eu-central-1', 'us-east-1']],
    ['Table', 'copiesTo', 'after-apply', 'Region: us-east-1', 'Region: !Ref Encrypt'],
    ['Agent', 'endpointScope', 'eu'],
    ['Agent', 'endpointScope', 'in-region', 'eu.anthropic', 'anthropic'],
    ['Agent', 'endpointScope', 'not-understood', 'eu.anthropic', 'mars.anthropic'],
    ['Operator', 'administrative', true],
    ['Operator', 'administrative', 'not-understood', 'AdministratorAccess', 'ReadOnlyAccess'],
    ['Operator', 'interactive', true],
  ])('%s: %s is %j', async (address, setting, wanted, ...replaced) => {
    expect(await said(address as string, setting as string, ...(replaced as string[]))).toEqual(wanted)
  })

  it('says where each resource stands, and what it does not know', async () => {
    const { resources, unmapped, partial } = await read(template)
    expect(resources.find(({ address }) => address === 'Key')?.at).toEqual({ line: lineOf('  Key:'), column: 3 })
    expect(unmapped).toEqual([
      {
        at: { line: lineOf('  Nested:'), column: 3 },
        address: 'Nested',
        type: 'AWS::CloudFormation::Stack',
        provider: 'aws',
      },
    ])
    expect(partial).toBe('nested stacks deploy templates that are other files')
    expect((await read(`Transform: AWS::Serverless-2016-10-31\n${template}`)).partial).toContain('a transform')
  })

  it('gives away no parameter, by default or hidden', async () => {
    expect(JSON.stringify(await read(template))).not.toContain('correct-horse')
  })

  it('says the same of JSON', async () => {
    const bucket = { Type: 'AWS::S3::Bucket', Properties: { AccessControl: 'PublicRead' } }
    const { resources } = await read(JSON.stringify({ Resources: { Bucket: bucket } }))
    expect(resources[0]).toMatchObject({ address: 'Bucket', exposed: { is: true }, at: { line: 1 } })
  })

  const nested = (levels: number): string => `{"Resources": ${'['.repeat(levels)}`
  it.each([
    ['a version that is not known', template.replace('2010-09-09', '2030-01-01'), 'IMPORT_VERSION', 1],
    ['no resources', "AWSTemplateFormatVersion: '2010-09-09'\nResources: {}\n", 'IMPORT_NOTHING', 1],
    [
      'a resource without type',
      'AWSTemplateFormatVersion: 2010-09-09\nResources:\n  A: { Properties: {} }\n',
      'IMPORT_MALFORMED',
      3,
    ],
    ['a key twice', `${template}  Key: { Type: AWS::KMS::Key }\n`, 'IMPORT_MALFORMED', end],
    ['an alias', `${template}  Other: &a { Type: AWS::KMS::Key }\n  More: *a\n`, 'IMPORT_MALFORMED', end + 1],
    ['a tag that is none', `${template}  Other: { Type: !Secret x }\n`, 'IMPORT_MALFORMED', end],
    ['broken YAML', template.replace('  Uploads:', ' Uploads: ]'), 'IMPORT_SYNTAX', 8],
    [
      'a truncated file',
      '{"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"A": {"Type": "AWS::',
      'IMPORT_TRUNCATED',
      1,
    ],
    ['10,000 levels', `{"AWSTemplateFormatVersion": "2010-09-09",\n${nested(10_000)}`, 'IMPORT_TOO_DEEP', 2],
    ['more than 1 MB', template + '#'.repeat(1_100_000), 'IMPORT_MALFORMED', 1],
  ])('is refused: %s', async (_, text, code, line) => {
    const result = await file(text)
    expect(result.ok ? [] : result.problems.map((one) => [one.code, one.at?.line])).toEqual([[code, line]])
    expect(JSON.stringify(result)).not.toContain('correct-horse')
  })
})
