import type { Infrastructure } from '../../model/generated/infrastructure.ts'
import { open, read, type Setting, set } from '../setting.ts'
import type { Json, Mapping, Planned } from '../terraform/mapping.ts'
import { namedBy } from './naming.ts'
import type { Declared, Template } from './template.ts'
import { types } from './types/index.ts'
import { propertyAt } from './values.ts'

type Described = Pick<Infrastructure, 'resources' | 'unmapped'>

/** What is said of the resources of a template, in its order. Which region it is deployed in, no template says. */
export function describeAll(template: Template): Described {
  const all = [...template.resources.values()]
  const mapped = all.flatMap((one) => {
    const mapping = types.get(one.type)
    return mapping === undefined ? [] : [describe(template, one, mapping)]
  })
  const unmapped = all
    .filter(({ type }) => !types.has(type))
    .map(({ id, type, at }) => ({ at, address: id, type, ...(type.startsWith('AWS::') && { provider: 'aws' }) }))
  return { resources: mapped, unmapped }
}

function describe(template: Template, one: Declared, mapping: Mapping): Infrastructure['resources'][number] {
  const planned = plannedOf(template, one)
  const service = typeof mapping.service === 'string' ? mapping.service : (mapping.service(planned) ?? 'none')
  return {
    at: one.at,
    address: one.id,
    type: one.type,
    provider: 'aws',
    service,
    ...(mapping.keeps !== undefined && { keeps: mapping.keeps }),
    ...(mapping.region !== 'global' && { region: planned.region }),
    ...mapping.describe?.(planned),
  }
}

function plannedOf(template: Template, one: Declared): Planned {
  const get = (path: string): Setting<Json> => propertyAt(template, one.properties, path)
  const many = (found: Setting<readonly Declared[]>): Setting<readonly Planned[]> =>
    read(found, (all) => all.map((each) => plannedOf(template, each)))
  return {
    address: one.id,
    type: one.type,
    get,
    flag: (path) => read(get(path), truth),
    text: (path) => read(get(path), (value) => (typeof value === 'string' ? value : undefined)),
    list: (path) => {
      const value = get(path)
      return value.open === 'not-set' ? set(path, []) : read(value, (all) => (Array.isArray(all) ? all : undefined))
    },
    leavesOut: () => false,
    region: open('region', 'not-in-file'),
    named: (path) => many(namedBy(template, one, path)),
    parts: (type) => many(partsOf(template, one, type)),
  }
}

/** Templates may write `true` as a text. */
const truth = (value: Json): boolean | undefined =>
  typeof value === 'boolean' ? value : value === 'true' ? true : value === 'false' ? false : undefined

/** One that is there under a condition may not be there, unless it is the condition of the whole. */
function partsOf(template: Template, whole: Declared, type: string): Setting<readonly Declared[]> {
  const parts: Declared[] = []
  for (const one of template.resources.values()) {
    const partOf = types.get(type)?.partOf
    if (one.type !== type || partOf === undefined || !partOf.types.includes(whole.type)) continue
    const [first = '', ...more] = [partOf.attribute].flat()
    const path = [first, ...more].find((each) => propertyAt(template, one.properties, each).open !== 'not-set') ?? first
    const named = namedBy(template, one, path)
    if (named.open === 'not-set' && partOf.optional) continue
    if (named.open !== undefined) return open(type, named.open === 'not-set' ? 'not-understood' : named.open)
    if (named.is?.includes(whole) !== true) continue
    if (one.condition !== undefined && one.condition !== whole.condition) return open(type, 'after-apply')
    parts.push(one)
  }
  return set(type, parts)
}
