import type { Family } from './patterns.ts'
import { coversAction } from './patterns.ts'
import type { Policy, Statement } from './policy.ts'

/**
 * Actions that make an administrator of whoever may do one of them to all resources of its kind: they give oneself or
 * others any permission, let one in as somebody else, or change or delete what belongs to everybody.
 * docs/access-evidence.md says why of each group.
 */
const table: readonly (readonly [service: string, type: string, actions: readonly string[]])[] = [
  [
    'iam',
    'user/',
    ['AttachUserPolicy', 'PutUserPolicy', 'CreateAccessKey', 'CreateLoginProfile', 'UpdateLoginProfile'],
  ],
  ['iam', 'user/', ['DeactivateMFADevice', 'DeleteUser', 'DeleteUserPermissionsBoundary']],
  ['iam', 'group/', ['AttachGroupPolicy', 'PutGroupPolicy', 'AddUserToGroup']],
  ['iam', 'role/', ['AttachRolePolicy', 'PutRolePolicy', 'UpdateAssumeRolePolicy']],
  ['iam', 'policy/', ['CreatePolicyVersion', 'SetDefaultPolicyVersion']],
  ['organizations', '', ['AttachPolicy', 'DetachPolicy', 'LeaveOrganization']],
  ['sso', '', ['CreateAccountAssignment', 'AttachManagedPolicyToPermissionSet', 'PutInlinePolicyToPermissionSet']],
  ['s3', '', ['PutBucketPolicy', 'DeleteBucket', 'DeleteObject', 'PutObject']],
  ['kms', 'key/', ['PutKeyPolicy', 'ScheduleKeyDeletion']],
  ['ec2', 'instance/', ['TerminateInstances']],
  ['ec2', 'security-group/', ['AuthorizeSecurityGroupIngress']],
  ['ssm', '', ['SendCommand', 'StartSession']],
  ['rds', 'db:', ['ModifyDBInstance', 'DeleteDBInstance']],
  ['dynamodb', 'table/', ['DeleteTable', 'PutItem', 'DeleteItem']],
  ['lambda', 'function:', ['UpdateFunctionCode']],
  ['cloudformation', 'stack/', ['UpdateStack', 'DeleteStack']],
  ['cloudtrail', 'trail/', ['StopLogging', 'DeleteTrail']],
  ['secretsmanager', 'secret:', ['PutSecretValue', 'DeleteSecret']],
  ['route53', '', ['ChangeResourceRecordSets']],
]

export const powers: readonly (Family & { readonly action: string })[] = table.flatMap(([service, type, actions]) =>
  actions.map((action) => ({ service, type, action: `${service}:${action}` })),
)

const reading = /^[a-z0-9-]+:(get|list|describe|batchget|batchdescribe|lookup|search|view)/i

/** Reading of these gives a password, a key or a session, and with it perhaps more than reading. */
const handsOut = [
  'cognito-identity:GetCredentialsForIdentity',
  'cognito-identity:GetOpenIdToken',
  'cognito-identity:GetOpenIdTokenForDeveloperIdentity',
  'connect:GetFederationToken',
  'datazone:GetEnvironmentCredentials',
  'ec2:GetPasswordData',
  'elasticmapreduce:GetClusterSessionCredentials',
  'emr-containers:GetManagedEndpointSessionCredentials',
  'gamelift:GetComputeAccess',
  'gamelift:GetComputeAuthToken',
  'gamelift:GetInstanceAccess',
  'glue:GetConnection',
  'glue:GetConnections',
  'lakeformation:GetTemporaryGlueTableCredentials',
  'lightsail:GetInstanceAccessDetails',
  'lightsail:GetRelationalDatabaseMasterUserPassword',
  'redshift:GetClusterCredentials',
  'redshift:GetClusterCredentialsWithIAM',
  'redshift-serverless:GetCredentials',
  's3:GetDataAccess',
  'secretsmanager:BatchGetSecretValue',
  'secretsmanager:GetSecretValue',
  'ssm:GetAccessToken',
  'ssm:GetParameter',
  'ssm:GetParameters',
  'ssm:GetParametersByPath',
  'sso:GetRoleCredentials',
]

/** What one may do to one's own user, and to nobody else's. */
const own =
  /^iam:(changepassword|(create|delete|update|list|get|upload|\*)\*?(accesskey|loginprofile|sshpublickey|signingcertificate|servicespecificcredential)s?\*?|(create|delete)virtualmfadevice|(enable|resync|deactivate)mfadevice|\*mfadevice)$/i

/** These touch nobody else's, whatever resource a statement names. */
const alwaysOwn = /^iam:(changepassword|createvirtualmfadevice)$/i

/**
 * Whether a policy allows nothing but reading and keeping one's own credentials. Taking on a role is another question,
 * and the rest of `sts` gives no permission that one does not have, except to act as the root user of another account.
 */
export function isHarmless({ statements }: Policy): boolean {
  return statements?.every((one) => !one.allows || allowsLittle(one)) ?? false
}

function allowsLittle({ actions, resources }: Statement): boolean {
  if (actions === undefined) return false
  const toSelf = resources?.every((resource) => /[/:]\$\{aws:username\}$/.test(resource)) ?? false
  return actions.every(
    (action) =>
      (/^sts:/i.test(action) && !coversAction(action, 'sts:AssumeRoot')) ||
      alwaysOwn.test(action) ||
      (toSelf && own.test(action)) ||
      (reading.test(action) && !handsOut.some((one) => coversAction(action, one))),
  )
}

/** Policies that AWS keeps and describes as reading only. */
export const readOnlyPolicies: ReadonlySet<string> = new Set([
  'ReadOnlyAccess',
  'job-function/ViewOnlyAccess',
  'SecurityAudit',
  'IAMReadOnlyAccess',
])
