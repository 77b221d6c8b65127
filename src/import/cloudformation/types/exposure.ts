import { textsOf } from '../../aws/json.ts'
import { opensToAll } from '../../aws/policy.ts'
import { anyIn, blocks, includesEverywhere, of } from '../../aws/settings.ts'
import { allOf, anyOf, open, read, type Setting, set, unset } from '../../setting.ts'
import type { Mappings, Planned } from '../../terraform/mapping.ts'

export const securityGroups: Mappings = {
  'AWS::EC2::SecurityGroup': { service: 'none' },
  'AWS::EC2::SecurityGroupIngress': {
    service: 'none',
    partOf: { attribute: ['GroupId', 'GroupName'], types: ['AWS::EC2::SecurityGroup'] },
  },
}

/** Whether it has a public address, and one of its security groups lets the whole internet in. */
export const reachable = (resource: Planned, isPublic: Setting<boolean>, groups: string): Setting<boolean> =>
  allOf(isPublic, letsAllIn(resource, groups))

/** False only where all groups are in the template. */
function letsAllIn(resource: Planned, path: string): Setting<boolean> {
  const named = resource.named(path)
  if (named.open !== undefined) return open(path, named.open)
  const groups = named.is ?? []
  const lets = anyIn<Planned>(set(path, groups), opensGroup)
  if (lets.is === true) return lets
  const written = resource.get(path)
  const count = written.open === 'after-apply' ? undefined : (textsOf(written.is)?.length ?? 0)
  // What functions name is in the template, or it would be open; texts may name groups outside of it.
  return count !== undefined && groups.length < count ? open(path, 'not-in-file') : lets
}

function opensGroup(group: Planned): Setting<boolean> {
  if (group.type !== 'AWS::EC2::SecurityGroup') return open(group.address, 'not-understood')
  return anyOf(
    anyIn(blocks(group, 'SecurityGroupIngress'), (path) => of(group, opensRule(group, `${path}.`))),
    anyIn(group.parts('AWS::EC2::SecurityGroupIngress'), (rule) => of(rule, opensRule(rule, ''))),
  )
}

/** What is in a prefix list is not in the template. */
function opensRule(resource: Planned, path: string): Setting<boolean> {
  const [v4, v6] = ['CidrIp', 'CidrIpv6'].map((name) =>
    includesEverywhere(unset(read(resource.get(`${path}${name}`), textsOf), [])),
  )
  const inList = unset(
    read(resource.get(`${path}SourcePrefixListId`), (): boolean | undefined => undefined),
    false,
  )
  return anyOf(v4 as Setting<boolean>, v6 as Setting<boolean>, inList)
}

/** Whether a policy that is a resource of its own lets everybody in. */
export function opensByPolicy(resource: Planned, type: string): Setting<boolean> {
  const parts = resource.parts(type)
  if (parts.is?.length === 0) return open(type, 'not-set')
  return anyIn(parts, (one) => of(one, read(one.get('PolicyDocument'), opensToAll)))
}
