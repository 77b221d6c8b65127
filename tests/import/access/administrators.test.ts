import { describe, expect, it } from 'vitest'
import { accountsOf, evidenceOf } from './foreign.ts'

const account = '111122223333'
const arn = (rest: string, id = account): string => `arn:aws:iam::${id}:${rest}`
const byAws = (name: string): string => `arn:aws:iam::aws:policy/${name}`

type Statement = Readonly<Record<string, unknown>>
const document = (...Statement: readonly Statement[]) => ({ Version: '2012-10-17', Statement })
const allow = (Action: unknown, Resource: unknown = '*', more: Statement = {}): Statement => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
})
const deny = (Action: unknown, Resource: unknown = '*', more: Statement = {}): Statement => ({
  ...allow(Action, Resource, more),
  Effect: 'Deny',
})
const inline = (...statements: readonly Statement[]) => [{ PolicyName: 'own', PolicyDocument: document(...statements) }]
const attached = (...arns: readonly string[]) =>
  arns.map((PolicyArn) => ({ PolicyName: PolicyArn.split('/').at(-1), PolicyArn }))
/** What stands for the name of whoever asks. */
const name = '$' + '{aws:username}'
const withMfa = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }

const user = (more: Statement, name = 'u') => ({
  UserName: name,
  Arn: arn(`user/${name}`),
  GroupList: [],
  AttachedManagedPolicies: [],
  ...more,
})
const role = (name: string, trust: readonly Statement[], more: Statement = {}) => ({
  RoleName: name,
  Arn: arn(`role/${name}`),
  AssumeRolePolicyDocument: document(...trust),
  RolePolicyList: [],
  AttachedManagedPolicies: [],
  ...more,
})
const managed = (name: string, ...statements: readonly Statement[]) => ({
  PolicyName: name,
  Arn: arn(`policy/${name}`),
  DefaultVersionId: 'v2',
  PolicyVersionList: [
    { VersionId: 'v1', IsDefaultVersion: false, Document: document(allow('*')) },
    { VersionId: 'v2', IsDefaultVersion: true, Document: document(...statements) },
  ],
})
const trusts = (Principal: unknown, more: Statement = {}): Statement => ({
  Effect: 'Allow',
  Principal,
  Action: 'sts:AssumeRole',
  ...more,
})
const support = role('AWSServiceRoleForSupport', [trusts({ Service: 'support.amazonaws.com' })])
const root = { AWS: arn('root') }

type Lists = {
  readonly users?: readonly unknown[]
  readonly groups?: readonly unknown[]
  readonly roles?: readonly unknown[]
  readonly policies?: readonly unknown[]
  readonly more?: Statement
}
const details = ({ users = [], groups = [], roles = [], policies = [], more = {} }: Lists): string =>
  JSON.stringify({
    UserDetailList: users,
    GroupDetailList: groups,
    RoleDetailList: [support, ...roles],
    Policies: policies,
    ...more,
  })

/** Whether `u` is an administrator, and through what. */
async function standingOf(lists: Lists): Promise<readonly unknown[]> {
  const { administrative, administrativeThrough = [] } = (await accountsOf(details(lists))).u ?? {}
  return [administrative, ...administrativeThrough]
}

describe('own policies', () => {
  const self = `arn:aws:iam::*:user/${name}`
  it.each<[string, boolean | undefined, readonly Statement[]]>([
    ['everything', true, [allow('*')]],
    ['everything, written as a list', true, [allow(['*'], ['*'])]],
    ['everything by the parts of a name', true, [allow('*', 'arn:aws:*:*:*:*')]],
    ['all of IAM', true, [allow('iam:*')]],
    ['all of IAM but some', true, [{ Effect: 'Allow', NotAction: ['iam:Delete*'], Resource: '*' }]],
    ['all but IAM', true, [{ Effect: 'Allow', NotAction: ['iam:*', 'organizations:*'], Resource: '*' }]],
    ['all of one service that holds what belongs to everybody', true, [allow('s3:*', ['arn:aws:s3:::*'])]],
    ['policies to all users', true, [allow('iam:AttachUserPolicy', arn('user/*'))]],
    ['in another case', true, [allow('IAM:attachuserpolicy')]],
    ['by a pattern', true, [allow('iam:?ttach*Policy')]],
    ['policies to one user', undefined, [allow('iam:AttachUserPolicy', arn('user/other'))]],
    ['policies to oneself', undefined, [allow('iam:AttachUserPolicy', self)]],
    ['all users whose names begin alike', undefined, [allow('iam:CreateAccessKey', arn('user/dev-*'))]],
    ['everything but one bucket', true, [{ Effect: 'Allow', Action: '*', NotResource: 'arn:aws:s3:::one' }]],
    ['everything on a condition', undefined, [allow('*', '*', withMfa)]],
    ['writing to one bucket', undefined, [allow('s3:PutObject', 'arn:aws:s3:::one/*')]],
    ['an action that is not on the list', undefined, [allow('cloudfront:CreateInvalidation')]],
    ['reading', false, [allow(['s3:ListBucket', 'ec2:Describe*', 'iam:Get*'])]],
    ['reading that gives a secret', undefined, [allow('secretsmanager:GetSecretValue')]],
    ['a pattern wide enough for a secret', undefined, [allow('ssm:Get*')]],
    [
      'a pattern that may be more than reading',
      undefined,
      [allow('ec2:*Instances', 'arn:aws:ec2:eu-west-1:*:instance/i-0')],
    ],
    ['own credentials', false, [allow(['iam:*AccessKey*', 'iam:*MFADevice', 'iam:ChangePassword'], self)]],
    ['the credentials of all', undefined, [allow('iam:*SSHPublicKey*', arn('user/*'))]],
    ['own password, which is never that of another', false, [allow('iam:ChangePassword')]],
    ['acting as the root user of another account', undefined, [allow('sts:AssumeRoot')]],
    ['saying who one is', false, [allow('sts:GetCallerIdentity')]],
    ['nothing', false, []],
    [
      'everything, and a denial on a condition',
      undefined,
      [allow('*'), deny('*', '*', { Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } })],
    ],
    ['everything, and a denial of another thing', true, [allow('*'), deny('organizations:*')]],
    ['everything, and a denial of one thing', true, [allow('*'), deny('*', arn('role/guarded'))]],
    [
      'everything, and a denial of all but one thing',
      undefined,
      [allow('*'), { Effect: 'Deny', Action: '*', NotResource: arn('role/x') }],
    ],
    ['everything, and a denial of everything', false, [allow('*'), deny('*')]],
    ['IAM, and a denial of IAM', undefined, [allow('iam:*'), deny('iam:*')]],
  ])('%s: %s', async (_, expected, statements) => {
    const [administrative] = await standingOf({ users: [user({ UserPolicyList: inline(...statements) })] })
    expect(administrative).toBe(expected)
  })

  it('count as AWS sends them, in the encoding of addresses', async () => {
    const PolicyDocument = encodeURIComponent(JSON.stringify(document(allow('*'))))
    const users = [user({ UserPolicyList: [{ PolicyName: 'own', PolicyDocument }] })]
    expect(await standingOf({ users })).toEqual([true, 'policy own'])
  })

  it.each([['{'], ['%'], [7], [null], [{ Statement: [{ Effect: 'Allow', Action: '*' }] }], [{ Statement: 'x' }]])(
    'that are not understood leave it open: %j',
    async (PolicyDocument) => {
      const own = [{ PolicyName: 'own', PolicyDocument }]
      expect(await standingOf({ users: [user({ UserPolicyList: own })] })).toEqual([undefined])
      const both = user({ UserPolicyList: [...own, ...inline(allow('*'))] })
      expect(await standingOf({ users: [both] })).toEqual([undefined])
    },
  )

  it('that AWS keeps are known by name', async () => {
    const by = (name: string) => standingOf({ users: [user({ AttachedManagedPolicies: attached(byAws(name)) })] })
    expect(await by('AdministratorAccess')).toEqual([true, 'policy AdministratorAccess'])
    expect(await by('ReadOnlyAccess')).toEqual([false])
    expect(await by('job-function/ViewOnlyAccess')).toEqual([false])
    expect(await by('SomethingElse')).toEqual([undefined])
  })

  it('of the account count in the version that is in force', async () => {
    const users = [user({ AttachedManagedPolicies: attached(arn('policy/p')) })]
    expect(await standingOf({ users, policies: [managed('p', allow('s3:List*'))] })).toEqual([false])
    expect(await standingOf({ users, policies: [managed('p', allow('iam:*'))] })).toEqual([true, 'policy p'])
    expect(await standingOf({ users })).toEqual([undefined])
  })
})

describe('groups', () => {
  const group = {
    GroupName: 'g',
    GroupPolicyList: inline(allow('iam:*')),
    AttachedManagedPolicies: attached(byAws('AdministratorAccess')),
  }

  it('give what they have', async () => {
    const users = [user({ GroupList: ['g'] })]
    expect(await standingOf({ users, groups: [group] })).toEqual([
      true,
      'group g, policy AdministratorAccess',
      'group g, policy own',
    ])
  })

  it('that are not in the file leave it open', async () => {
    expect(await standingOf({ users: [user({ GroupList: ['g'] })] })).toEqual([undefined])
    const { GroupList: _, ...without } = user({})
    expect(await standingOf({ users: [without] })).toEqual([undefined])
  })
})

describe('a permissions boundary', () => {
  const bounded = (PermissionsBoundaryArn: string) =>
    user({
      AttachedManagedPolicies: attached(byAws('AdministratorAccess')),
      PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn },
    })

  it.each<[string, unknown, readonly Statement[]]>([
    ['that leaves room for it', true, [allow('*')]],
    ['that leaves room for a part of it', true, [allow(['iam:*', 's3:Get*'])]],
    ['that leaves room for reading', false, [allow('s3:List*')]],
    ['that leaves room for something else', undefined, [allow('s3:PutObject', 'arn:aws:s3:::one/*')]],
    ['that denies on a condition', undefined, [allow('*'), deny('*', '*', withMfa)]],
  ])('%s: %s', async (_, expected, statements) => {
    const [administrative] = await standingOf({
      users: [bounded(arn('policy/b'))],
      policies: [managed('b', ...statements)],
    })
    expect(administrative).toBe(expected)
  })

  it('that is not in the file leaves it open', async () => {
    expect(await standingOf({ users: [bounded(arn('policy/b'))] })).toEqual([undefined])
  })
})

describe('roles', () => {
  const admin = { AttachedManagedPolicies: attached(byAws('AdministratorAccess')) }
  const taker = user({ UserPolicyList: inline(allow('sts:AssumeRole', arn('role/r'))) })
  const plain = user({})

  it.each<[string, unknown, object, readonly Statement[]]>([
    ['trusts the account, and the user may take it', true, taker, [trusts(root)]],
    ['trusts the account by its number', true, taker, [trusts({ AWS: account })]],
    ['trusts anybody', true, taker, [trusts('*')]],
    ['trusts anybody, and the user may not take it', undefined, plain, [trusts({ AWS: '*' })]],
    ['trusts the account, and the user may not take it', false, plain, [trusts(root)]],
    ['trusts the user', true, plain, [trusts({ AWS: [arn('user/u')] })]],
    ['trusts another user', false, taker, [trusts({ AWS: arn('user/v') })]],
    ['trusts another account', false, taker, [trusts({ AWS: arn('root', '444455556666') })]],
    ['trusts a service', false, taker, [trusts({ Service: 'ec2.amazonaws.com' })]],
    ['trusts a user that is gone', false, taker, [trusts({ AWS: 'AIDAEXAMPLEGONE' })]],
    ['trusts on a condition', undefined, taker, [trusts(root, withMfa)]],
    [
      'trusts all but somebody',
      undefined,
      taker,
      [{ Effect: 'Allow', NotPrincipal: { AWS: arn('user/v') }, Action: 'sts:AssumeRole' }],
    ],
    [
      'trusts the account and denies the user',
      false,
      taker,
      [trusts(root), { ...trusts({ AWS: arn('user/u') }), Effect: 'Deny' }],
    ],
    ['trusts the account for something else', false, taker, [trusts(root, { Action: 'sts:TagSession' })]],
    ['trusts a session', undefined, taker, [trusts({ AWS: `arn:aws:sts::${account}:assumed-role/x/y` })]],
  ])('of an administrator that %s: %s', async (_, expected, who, trust) => {
    const [administrative] = await standingOf({ users: [who], roles: [role('r', trust, admin)] })
    expect(administrative).toBe(expected)
  })

  it.each<[string, unknown, readonly Statement[]]>([
    ['all roles', true, [allow('sts:AssumeRole')]],
    ['all roles by a pattern', true, [allow('sts:*', arn('role/*'))]],
    ['another role', false, [allow('sts:AssumeRole', arn('role/x'))]],
    ['on a condition', undefined, [allow('sts:AssumeRole', '*', withMfa)]],
    ['a role of one’s own name', undefined, [allow('sts:AssumeRole', arn(`role/${name}`))]],
    ['all roles but denied', false, [allow('sts:AssumeRole'), deny('sts:AssumeRole', arn('role/r'))]],
  ])('that may be taken: %s: %s', async (_, expected, statements) => {
    const users = [user({ UserPolicyList: inline(...statements) })]
    const [administrative] = await standingOf({ users, roles: [role('r', [trusts(root)], admin)] })
    expect(administrative).toBe(expected)
  })

  it('that trust a user by name are not open to one who is denied them', async () => {
    const roles = [role('r', [trusts({ AWS: arn('user/u') })], admin)]
    const users = [user({ UserPolicyList: inline(deny('sts:AssumeRole')) })]
    expect(await standingOf({ users, roles })).toEqual([false])
  })

  it('that are no administrator’s make none', async () => {
    const roles = [role('r', [trusts(root)], { RolePolicyList: inline(allow('s3:List*')) })]
    expect(await standingOf({ users: [taker], roles })).toEqual([false])
    const writers = [role('r', [trusts(root)], { RolePolicyList: inline(allow('sns:Publish')) })]
    expect(await standingOf({ users: [taker], roles: writers })).toEqual([undefined])
  })

  it('can be a way to another role, in any order and in a circle', async () => {
    const next = (name: string) => ({ RolePolicyList: inline(allow('sts:AssumeRole', arn(`role/${name}`))) })
    const chain = [
      role('r', [trusts(root)], next('s')),
      role('s', [trusts(root)], { RolePolicyList: inline(allow('sts:AssumeRole', [arn('role/r'), arn('role/t')])) }),
      role('t', [trusts({ AWS: arn('role/s') })], admin),
    ]
    expect(await standingOf({ users: [taker], roles: chain })).toEqual([true, 'role r'])
    expect(await standingOf({ users: [taker], roles: chain.toReversed() })).toEqual([true, 'role r'])
    expect(await standingOf({ users: [taker], roles: chain.slice(0, 2) })).toEqual([false])
  })

  it('that are missing leave nobody out', async () => {
    const only = JSON.stringify({ UserDetailList: [plain], GroupDetailList: [], RoleDetailList: [], Policies: [] })
    expect((await accountsOf(only)).u).not.toHaveProperty('administrative')
    const truncated = { users: [plain], more: { IsTruncated: true, Marker: 'm' } }
    expect(await standingOf(truncated)).toEqual([undefined])
    const { complete, unlisted } = await evidenceOf(details(truncated))
    expect([complete, unlisted]).toEqual([false, undefined])
  })

  // The vendor may take the role that is open to anybody, and nobody knows what that amounts to.
  it('let in people of elsewhere', async () => {
    const outside = [
      role(
        'saml',
        [{ Effect: 'Allow', Principal: { Federated: arn('saml-provider/idp') }, Action: 'sts:AssumeRoleWithSAML' }],
        admin,
      ),
      role('vendor', [trusts({ AWS: ['444455556666', arn('root')] }, withMfa)]),
      role('open', [trusts('*')], { RolePolicyList: inline(allow('sns:Publish')) }),
    ]
    const { unlisted } = await evidenceOf(details({ users: [plain], roles: outside }))
    expect(unlisted?.map(({ at: _, ...rest }) => rest)).toEqual([
      { through: 'role saml', from: [arn('saml-provider/idp')], administrative: true },
      { through: 'role vendor', from: ['444455556666'] },
      { through: 'role open', from: ['*'] },
    ])
  })
})

it('pages that are put together are read together', async () => {
  const first = {
    UserDetailList: [user({ GroupList: ['g'] })],
    GroupDetailList: [],
    RoleDetailList: [],
    Policies: [],
    IsTruncated: true,
    Marker: 'm',
  }
  const second = {
    ...JSON.parse(
      details({ groups: [{ GroupName: 'g', GroupPolicyList: inline(allow('*')), AttachedManagedPolicies: [] }] }),
    ),
    IsTruncated: false,
  }
  const { accounts } = await evidenceOf(JSON.stringify([first, second]))
  expect(accounts).toMatchObject([{ login: 'u', administrative: true, administrativeThrough: ['group g, policy own'] }])
})
