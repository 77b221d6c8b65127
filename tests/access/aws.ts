/** Exports of a fictional AWS account, as its tools write them. */

export const system = 'aws/123456789012'

const arn = (what: string): string => `arn:aws:iam::123456789012:${what}`

type User = { readonly mfa: boolean; readonly password?: boolean; readonly key?: boolean }

/** A credential report: one line for each user, from line 2 on. */
export function credentialReport(users: Readonly<Record<string, User>>): string {
  const lines = Object.entries(users).map(([name, { mfa, password = true, key = false }]) => {
    const path = name === '<root_account>' ? 'root' : `user/${name}`
    return `${name},${arn(path)},2025-01-02T03:04:05+00:00,${password},${mfa},${key},false,false,false`
  })
  return [
    'user,arn,user_creation_time,password_enabled,mfa_active,access_key_1_active,access_key_2_active,cert_1_active,cert_2_active',
    ...lines,
  ].join('\n')
}

const all = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }
const attached = [{ PolicyName: 'AdministratorAccess', PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' }]
const mayTake = (role: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: arn(`role/${role}`) }],
})
const trust = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: arn('root') } }],
}

/** Who may do what: an administrator by a policy, one by a group, one by a role, and somebody who is none. */
export const authorizationDetails = JSON.stringify(
  {
    UserDetailList: [
      { UserName: 'by-policy', Arn: arn('user/by-policy'), GroupList: [], AttachedManagedPolicies: attached },
      { UserName: 'by-group', Arn: arn('user/by-group'), GroupList: ['platform'], AttachedManagedPolicies: [] },
      {
        UserName: 'by-role',
        Arn: arn('user/by-role'),
        GroupList: [],
        AttachedManagedPolicies: [],
        UserPolicyList: [{ PolicyName: 'take-operator', PolicyDocument: mayTake('operator') }],
      },
      { UserName: 'nobody', Arn: arn('user/nobody'), GroupList: [], AttachedManagedPolicies: [] },
    ],
    GroupDetailList: [
      { GroupName: 'platform', Arn: arn('group/platform'), AttachedManagedPolicies: attached, GroupPolicyList: [] },
    ],
    RoleDetailList: [
      {
        RoleName: 'operator',
        Arn: arn('role/operator'),
        AssumeRolePolicyDocument: trust,
        AttachedManagedPolicies: attached,
        RolePolicyList: [],
        InstanceProfileList: [],
      },
    ],
    Policies: [
      {
        PolicyName: 'AdministratorAccess',
        Arn: 'arn:aws:iam::aws:policy/AdministratorAccess',
        DefaultVersionId: 'v1',
        PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true, Document: all }],
      },
    ],
  },
  null,
  1,
)
