import { isAdministratorPolicy } from '../../../aws/names.ts'
import { administers } from '../../../aws/policy.ts'
import { anyIn, of } from '../../../aws/settings.ts'
import { anyOf, open, read, type Setting, set } from '../../../setting.ts'
import type { Described, Mapping, Mappings, Planned } from '../../mapping.ts'

const user = ['aws_iam_user']
const group = ['aws_iam_group']

const part = (attribute: string, types: readonly string[], ...reads: readonly string[]): Mapping => ({
  service: 'none',
  reads: [attribute, ...reads],
  partOf: { attribute, types },
})

export const identity: Mappings = {
  aws_iam_user: { service: 'aws/iam', keeps: false, region: 'global', reads: ['name'], describe: describeUser },
  aws_iam_user_login_profile: part('user', user),
  aws_iam_access_key: part('user', user),
  aws_iam_user_policy: part('user', user, 'policy'),
  aws_iam_user_policy_attachment: part('user', user, 'policy_arn'),
  aws_iam_user_policy_attachments_exclusive: part('user_name', user, 'policy_arns'),
  aws_iam_user_group_membership: part('user', user, 'groups'),
  aws_iam_group: { service: 'none', reads: ['name'] },
  aws_iam_group_membership: part('users', user, 'group'),
  aws_iam_group_policy: part('group', group, 'policy'),
  aws_iam_group_policy_attachment: part('group', group, 'policy_arn'),
  aws_iam_group_policy_attachments_exclusive: part('group_name', group, 'policy_arns'),
  aws_iam_policy_attachment: {
    service: 'none',
    reads: ['users', 'policy_arn'],
    partOf: { attribute: 'users', types: user, optional: true },
  },
  aws_iam_policy: { service: 'none', reads: ['policy', 'arn', 'name'] },
  aws_identitystore_user: {
    service: 'aws/identity-center',
    keeps: false,
    reads: ['user_name'],
    describe: (person) => ({
      login: {
        ...nameOf(person, 'user_name'),
        interactive: set('user_name', true),
        administrative: open('aws_ssoadmin_account_assignment', 'not-in-file'),
      },
    }),
  },
}

function nameOf(resource: Planned, path: string): { readonly name?: string } {
  const name = resource.text(path)
  return name.is === undefined ? {} : { name: name.is }
}

/**
 * A plan shows what it gives a user, and not what else the user has: so it can say that a user logs in or administers,
 * and never that it does not.
 */
function describeUser(resource: Planned): Described {
  const password = anyIn(resource.parts('aws_iam_user_login_profile'), ({ address }) => set(address, true))
  return {
    login: {
      ...nameOf(resource, 'name'),
      interactive: neverFalse(password, 'aws_iam_user_login_profile'),
      administrative: neverFalse(administrative(resource), 'aws_iam_user_policy_attachment'),
    },
  }
}

function neverFalse(one: Setting<boolean>, attribute: string): Setting<boolean> {
  return one.is === false ? open(attribute, 'not-in-file') : one
}

function administrative(resource: Planned): Setting<boolean> {
  const inGroups = (type: string, path: string): Setting<boolean> =>
    anyIn(resource.parts(type), (one) => anyIn(one.named(path), (group) => grants(group, 'group')))
  return anyOf(
    grants(resource, 'user'),
    anyIn(resource.parts('aws_iam_policy_attachment'), (one) => of(one, administersBy(one, 'policy_arn'))),
    inGroups('aws_iam_user_group_membership', 'groups'),
    inGroups('aws_iam_group_membership', 'group'),
  )
}

/** What a user or a group has by itself. */
function grants(holder: Planned, kind: 'user' | 'group'): Setting<boolean> {
  if (holder.type !== `aws_iam_${kind}`) return open(holder.address, 'not-understood')
  return anyOf(
    anyIn(holder.parts(`aws_iam_${kind}_policy`), (one) => of(one, read(one.get('policy'), administers))),
    anyIn(holder.parts(`aws_iam_${kind}_policy_attachment`), (one) => of(one, administersBy(one, 'policy_arn'))),
    anyIn(holder.parts(`aws_iam_${kind}_policy_attachments_exclusive`), (one) =>
      of(one, administersBy(one, 'policy_arns')),
    ),
  )
}

function administersBy(attachment: Planned, path: string): Setting<boolean> {
  const arns = read(attachment.get(path), (value) => {
    const all = Array.isArray(value) ? value : [value]
    return all.some((arn) => typeof arn === 'string' && isAdministratorPolicy(arn)) ? true : undefined
  })
  const policies = anyIn(attachment.named(path), (policy) =>
    policy.type === 'aws_iam_policy'
      ? of(policy, read(policy.get('policy'), administers))
      : open(policy.address, 'not-understood'),
  )
  return anyOf(arns, policies)
}
