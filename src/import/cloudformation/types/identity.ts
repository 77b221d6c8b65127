import { isAdministratorPolicy } from '../../aws/names.ts'
import { administers } from '../../aws/policy.ts'
import { anyIn, blocks, of } from '../../aws/settings.ts'
import { anyOf, open, read, type Setting, set } from '../../setting.ts'
import type { Described, Mappings, Planned } from '../../terraform/mapping.ts'

const holders = ['AWS::IAM::User', 'AWS::IAM::Group']

export const identity: Mappings = {
  'AWS::IAM::User': { service: 'aws/iam', keeps: false, region: 'global', describe: describeUser },
  'AWS::IAM::Group': { service: 'none' },
  'AWS::IAM::UserToGroupAddition': {
    service: 'none',
    partOf: { attribute: 'Users', types: ['AWS::IAM::User'] },
  },
  'AWS::IAM::Policy': { service: 'none', partOf: { attribute: ['Users', 'Groups'], types: holders, optional: true } },
  'AWS::IAM::ManagedPolicy': {
    service: 'none',
    partOf: { attribute: ['Users', 'Groups'], types: holders, optional: true },
  },
  'AWS::IAM::UserPolicy': { service: 'none', partOf: { attribute: 'UserName', types: ['AWS::IAM::User'] } },
  'AWS::IAM::GroupPolicy': { service: 'none', partOf: { attribute: 'GroupName', types: ['AWS::IAM::Group'] } },
  'AWS::IAM::AccessKey': { service: 'none' },
}

/** A template can say that a user logs in or administers, and never that it does not: it does not show what else it has. */
function describeUser(user: Planned): Described {
  const name = user.text('UserName')
  const profile = user.get('LoginProfile')
  const groups = anyIn(named(user, 'Groups'), (group) => grants(group))
  const added = anyIn(user.parts('AWS::IAM::UserToGroupAddition'), (one) =>
    anyIn(named(one, 'GroupName'), (group) => grants(group)),
  )
  const administrative = anyOf(grants(user), groups, added)
  return {
    login: {
      ...(name.is !== undefined && { name: name.is }),
      interactive: profile.open === undefined ? set('LoginProfile', true) : open('LoginProfile', profile.open),
      administrative: administrative.is === false ? open('ManagedPolicyArns', 'not-in-file') : administrative,
    },
  }
}

/** Not set names none. */
function named(resource: Planned, path: string): Setting<readonly Planned[]> {
  const found = resource.named(path)
  return found.open === 'not-set' ? set(path, []) : found
}

/** What a user or a group has by itself. */
function grants(holder: Planned): Setting<boolean> {
  if (!holders.includes(holder.type)) return open(holder.address, 'not-understood')
  const documents = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', `${holder.type}Policy`]
  const [first, ...more] = documents.map((type) =>
    anyIn(holder.parts(type), (one) => of(one, read(one.get('PolicyDocument'), administers))),
  )
  const inline = anyIn(blocks(holder, 'Policies'), (one) =>
    of(holder, read(holder.get(`${one}.PolicyDocument`), administers)),
  )
  const managed = anyIn(named(holder, 'ManagedPolicyArns'), (policy) =>
    policy.type === 'AWS::IAM::ManagedPolicy'
      ? of(policy, read(policy.get('PolicyDocument'), administers))
      : open(policy.address, 'not-understood'),
  )
  const arns = anyIn(blocks(holder, 'ManagedPolicyArns'), (path) =>
    of(
      holder,
      read(administratorArn(holder, path), (arn) => (isAdministratorPolicy(arn) ? true : undefined)),
    ),
  )
  return anyOf(first as Setting<boolean>, ...more, inline, managed, arns)
}

const administratorArn = (holder: Planned, path: string): Setting<string> => holder.text(path)
