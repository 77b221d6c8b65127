import { read, type Setting, set } from '../../../setting.ts'
import type { Described, Mappings, Planned } from '../../mapping.ts'
import { each, supporting } from '../table.ts'

/** Secrets are never read: not their names, not their values. */
export const github: Mappings = {
  github_repository: {
    service: 'github/repositories',
    region: 'global',
    keeps: true,
    reads: ['visibility'],
    describe: (repository) => ({
      exposed: read(repository.text('visibility'), (visibility) => {
        if (visibility === 'public') return true
        return visibility === 'private' || visibility === 'internal' ? false : undefined
      }),
    }),
  },
  github_membership: {
    service: 'none',
    region: 'global',
    reads: ['username', 'role'],
    describe: (member) => loginOf(member, administers(member.text('role'), 'admin', ['member'])),
  },
  github_repository_collaborator: {
    service: 'none',
    region: 'global',
    reads: ['username', 'permission'],
    describe: (member) =>
      loginOf(member, administers(member.text('permission'), 'admin', ['pull', 'triage', 'push', 'maintain'])),
  },
  ...each('github', ['gist', 'release', 'repository_file', 'issue', 'codespaces_secret'], {
    service: 'github/repositories',
    region: 'global',
  }),
  ...supporting('github', [
    'actions_environment_secret',
    'actions_environment_variable',
    'actions_organization_permissions',
    'actions_organization_secret',
    'actions_organization_variable',
    'actions_repository_permissions',
    'actions_secret',
    'actions_variable',
    'branch',
    'branch_default',
    'branch_protection',
    'branch_protection_v3',
    'dependabot_organization_secret',
    'dependabot_secret',
    'issue_label',
    'issue_labels',
    'organization_ruleset',
    'organization_settings',
    'organization_webhook',
    'repository_autolink_reference',
    'repository_dependabot_security_updates',
    'repository_deploy_key',
    'repository_environment',
    'repository_ruleset',
    'repository_topics',
    'repository_webhook',
    'team',
    'team_members',
    'team_membership',
    'team_repository',
    'team_settings',
    'user_gpg_key',
    'user_ssh_key',
  ]),
}

function loginOf(member: Planned, administrative: Setting<boolean>): Described {
  const name = member.text('username').is
  return { login: { ...(name !== undefined && { name }), interactive: set('username', true), administrative } }
}

function administers(role: Setting<string>, administrator: string, others: readonly string[]): Setting<boolean> {
  return read(role, (is) => {
    if (is === administrator) return true
    return others.includes(is) ? false : undefined
  })
}
