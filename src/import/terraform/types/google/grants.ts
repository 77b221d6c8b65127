import { anyOf, open, read, type Setting } from '../../../setting.ts'
import type { Described, Mapping, Mappings, Planned } from '../../mapping.ts'
import { anyIn, anyPart, nowhere, parentOf, textElement } from '../blocks.ts'

const EVERYBODY = new Set(['allUsers', 'allAuthenticatedUsers'])

/** Whether a member of a grant is everybody; anybody with a Google account counts as everybody. */
export const isPublic = (member: Setting<string>): Setting<boolean> => read(member, (name) => EVERYBODY.has(name))

/** Whether a grant is one to everybody: that of one member, of a list of members, or of a policy as JSON. */
function publicGrant(grant: Planned): Setting<boolean> {
  if (grant.type.endsWith('_member')) return isPublic(grant.text('member'))
  if (grant.type.endsWith('_binding'))
    return anyIn(grant.list('members'), (member, attribute) => isPublic(textElement(member, attribute)))
  return read(grant.text('policy_data'), publicPolicy)
}

function publicPolicy(json: string): boolean | undefined {
  try {
    const policy = JSON.parse(json) as { readonly bindings?: readonly { readonly members?: readonly unknown[] }[] }
    return (policy.bindings ?? []).some(({ members }) => (members ?? []).some((one) => EVERYBODY.has(String(one))))
  } catch {
    return undefined
  }
}

const KINDS = ['member', 'binding', 'policy'] as const

/** Whether a grant of a family (`google_storage_bucket_iam`) that is on a resource is one to everybody. */
export const grantedToEverybody = (resource: Planned, family: string): Setting<boolean> =>
  anyOf(
    anyPart(resource, `${family}_member`, publicGrant),
    anyPart(resource, `${family}_binding`, publicGrant),
    anyPart(resource, `${family}_policy`, publicGrant),
  )

/**
 * The types of a family of grants. A grant counts with what it is on; on something outside the plan it counts for the
 * service itself, unless it is known not to be to everybody.
 */
export function grants(service: string, family: string, attribute: string, ...types: readonly string[]): Mappings {
  const counts = (grant: Planned): boolean =>
    parentOf(grant, attribute, types) === undefined && publicGrant(grant).is !== false
  const mapping = (kind: (typeof KINDS)[number]): Mapping => ({
    service: (grant) => (counts(grant) ? service : 'none'),
    reads: [attribute, { member: 'member', binding: 'members', policy: 'policy_data' }[kind]],
    partOf: { attribute, types },
    describe: (grant) =>
      counts(grant) ? { region: open(attribute, 'not-in-file'), exposed: publicGrant(grant) } : { region: nowhere },
  })
  return Object.fromEntries(KINDS.map((kind) => [`${family}_${kind}`, mapping(kind)]))
}

/** A login by grants on a whole project, folder or organisation. */
export function login(grant: Planned): Described {
  const role = grant.text('role')
  if (grant.type.endsWith('_member')) {
    const member = grant.text('member')
    const name = member.is?.replace(/^[^:]*:/, '')
    if (read(member, interactive).is === false) return {}
    return {
      login: {
        ...(name === undefined || name === '' ? {} : { name }),
        interactive: read(member, interactive),
        administrative: read(role, administrative),
      },
    }
  }
  return {
    login: {
      interactive: anyIn(grant.list('members'), (one, at) => read(textElement(one, at), interactive)),
      administrative: read(role, administrative),
    },
  }
}

const interactive = (member: string): boolean => !/^(serviceAccount|principal|principalSet|deleted):/.test(member)

/** Basic roles and those whose name says that they administer; what another role may do is not known here. */
const administrative = (role: string): boolean | undefined => {
  if (/^roles\/(owner|editor)$|[aA]dmin$/.test(role)) return true
  return role === 'roles/viewer' || role === 'roles/browser' ? false : undefined
}
