import { textsOf } from '../../../aws/json.ts'
import { opensToAll } from '../../../aws/policy.ts'
import { anyIn, blocks, inCode, includesEverywhere, of } from '../../../aws/settings.ts'
import { allOf, anyOf, open, read, type Setting, set, unset } from '../../../setting.ts'
import type { Mapping, Mappings, Planned } from '../../mapping.ts'

const rule = (attribute: string, ...reads: readonly string[]): Mapping => ({
  service: 'none',
  reads: [attribute, ...reads],
  partOf: { attribute, types: ['aws_security_group', 'aws_default_security_group'] },
})

export const securityGroups: Mappings = {
  aws_security_group: { service: 'none', reads: ['ingress'] },
  aws_default_security_group: { service: 'none', reads: ['ingress'] },
  aws_security_group_rule: rule('security_group_id', 'type', 'cidr_blocks', 'ipv6_cidr_blocks', 'prefix_list_ids'),
  aws_vpc_security_group_ingress_rule: rule('security_group_id', 'cidr_ipv4', 'cidr_ipv6', 'prefix_list_id'),
}

/** Whether it has a public address, and one of its security groups lets the whole internet in. */
export const reachable = (resource: Planned, isPublic: Setting<boolean>, groups: string): Setting<boolean> =>
  allOf(isPublic, letsAllIn(resource, groups))

/** False only where all groups are in the file. */
function letsAllIn(resource: Planned, path: string): Setting<boolean> {
  const named = resource.named(path)
  if (named.open !== undefined) return open(path, named.open)
  const groups = named.is ?? []
  const lets = anyIn<Planned>(set(path, groups), opensGroup)
  if (lets.is === true) return lets
  const ids = resource.list(path)
  if (ids.open !== undefined) return open(path, ids.open)
  if (ids.is?.length === 0) return open(path, 'not-set')
  return groups.length < (ids.is?.length ?? 0) ? open(path, 'not-in-file') : lets
}

function opensGroup(group: Planned): Setting<boolean> {
  if (group.type !== 'aws_security_group' && group.type !== 'aws_default_security_group')
    return open(group.address, 'not-understood')
  const rules = group.parts('aws_security_group_rule')
  const ingress = group.parts('aws_vpc_security_group_ingress_rule')
  // Rules of their own and rules of the group exclude each other.
  const separate = (rules.is?.length ?? 0) + (ingress.is?.length ?? 0) > 0
  const inline = blocks(group, 'ingress')
  const paths = separate ? unset(inCode(group, inline), []) : inline
  return anyOf(
    anyIn(paths, (path) =>
      of(group, opensRule(group, [`${path}.cidr_blocks`, `${path}.ipv6_cidr_blocks`], `${path}.prefix_list_ids`)),
    ),
    anyIn(rules, (one) =>
      allOf(
        of(
          one,
          read(one.text('type'), (type) => type === 'ingress'),
        ),
        of(one, opensRule(one, ['cidr_blocks', 'ipv6_cidr_blocks'], 'prefix_list_ids')),
      ),
    ),
    anyIn(ingress, (one) => of(one, opensRule(one, ['cidr_ipv4', 'cidr_ipv6'], 'prefix_list_id'))),
  )
}

/** What is in a prefix list is not in the file. */
function opensRule(resource: Planned, ranges: readonly [string, string], lists: string): Setting<boolean> {
  const inList = unset(
    read(resource.get(lists), (value) => (isEmpty(value) ? false : undefined)),
    false,
  )
  const [v4, v6] = ranges.map((path) => includesEverywhere(unset(read(resource.get(path), textsOf), [])))
  return anyOf(v4 as Setting<boolean>, v6 as Setting<boolean>, inList)
}

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0

/** Whether a policy on a resource lets everybody in: its own, or that of a resource of its own. */
export function opensByPolicy(
  resource: Planned,
  own: string | undefined,
  type?: string,
  theirs = 'policy',
): Setting<boolean> {
  const parts = type === undefined ? set(own ?? 'policy', []) : resource.parts(type)
  if (parts.open !== undefined) return open('policy', parts.open)
  if ((parts.is as readonly Planned[]).length > 0)
    return anyIn<Planned>(parts, (one) => of(one, read(one.get(theirs), opensToAll)))
  if (own === undefined) return open('policy', 'not-set')
  return read(inCode(resource, resource.get(own)), opensToAll)
}
