import { parseAddress } from '../../../import/terraform/address.ts'
import type { Names, Service } from '../../../load/names.ts'
import { serviceOf } from '../../../load/names.ts'
import type { Infrastructure } from '../../../model/generated/infrastructure.ts'

export type Resource = Infrastructure['resources'][number]

/** Resources that a descriptor has as one component: of one service, place and module, and alike in what is known of them. */
export type Grouped = {
  readonly id: string
  readonly resources: readonly Resource[]
  /** The first of them, for what all have in common. */
  readonly one: Resource
  /** What the registry knows of the service, if it has it. */
  readonly service: Service | undefined
}

/** The components of a plan, in its order. What supports others and holds no data is none. */
export function componentsOf({ resources }: Pick<Infrastructure, 'resources'>, names: Names): readonly Grouped[] {
  const groups = new Map<string, Resource[]>()
  for (const resource of resources) {
    if (resource.service === 'none') continue
    const key = likeness(resource)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [resource])
    else group.push(resource)
  }
  const taken = new Set<string>()
  return [...groups.values()].flatMap((group) => {
    const [one] = group
    if (one === undefined) return []
    const id = unlike(idOf(one, group), taken)
    taken.add(id)
    return [{ id, resources: group, one, service: serviceOf(names, one.service)?.service }]
  })
}

/** Where two resources differ in this, they are two components. */
function likeness(resource: Resource): string {
  const { service, region, encryptedAtRest, keyManagedBy, exposed, copiesTo, logsTo, endpointScope, model } = resource
  const settings = [region, encryptedAtRest, keyManagedBy, exposed, copiesTo, logsTo, endpointScope, model]
  const said = settings.map((setting) => (setting === undefined ? null : (setting.is ?? setting.open)))
  return JSON.stringify([service, moduleOf(resource), ...said])
}

const moduleOf = ({ address }: Resource): string =>
  parseAddress(address)
    .modules.steps.map(({ name }) => name)
    .join('.')

/** After the service and what tells the group apart: the one name that its resources have, or the module and the region. */
function idOf(one: Resource, group: readonly Resource[]): string {
  const service = one.service.split('/')[1] ?? ''
  const named = new Set(group.map(({ address }) => parseAddress(address).block.split('.').at(-1) ?? ''))
  const [name = ''] = named
  const parts =
    named.size === 1
      ? [service, name]
      : [service, moduleOf(one), one.region?.is === 'global' ? '' : (one.region?.is ?? '')]
  return slug(parts.join('-'))
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 70)
    .replace(/^-+|-+$/g, '')

function unlike(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id
  for (let count = 2; ; count += 1) if (!taken.has(`${id}-${count}`)) return `${id}-${count}`
}
