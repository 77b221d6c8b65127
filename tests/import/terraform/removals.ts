import { parseAddress } from '../../../src/import/terraform/address.ts'
import { mappings } from '../../../src/import/terraform/types/index.ts'
import type { Infrastructure } from '../../../src/model/generated/infrastructure.ts'
import type { Wanted } from './plan.ts'

type Values = { readonly [key: string]: unknown }
type Path = readonly (string | number)[]

/** A plan from which one value was taken: it is not there, or it is known only after apply. */
export type Removal = { readonly what: string; readonly resources: readonly Wanted[] }

/** Every way to take one value, however deep, that is read of the resources of a plan. */
export function removals(resources: readonly Wanted[]): readonly Removal[] {
  return resources.flatMap((one, at) =>
    pathsIn(one.after ?? {}, read(one)).flatMap((path) => {
      const after = without(one.after, path) as Values
      const what = `${one.address} ${path.join('.')}`
      const replaced = (by: Wanted) => resources.map((other, index) => (index === at ? by : other))
      return [
        { what: `${what}: not there`, resources: replaced({ ...one, after }) },
        {
          what: `${what}: after apply`,
          resources: replaced({ ...one, after, unknown: marked(one.unknown ?? {}, path) }),
        },
      ]
    }),
  )
}

/** The attributes that the mapping of a resource reads; no other value gets anywhere. */
function read({ address }: Wanted): ReadonlySet<string> {
  const [type = ''] = parseAddress(address).block.split('.')
  return new Set(['region', ...(mappings.get(type)?.reads ?? [])])
}

function pathsIn(value: unknown, only?: ReadonlySet<string>, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inside]) => {
    if (only !== undefined && !only.has(key)) return []
    const step = Array.isArray(value) ? Number(key) : key
    const below = pathsIn(inside, undefined, [...path, step])
    return Array.isArray(value) ? below : [[...path, step], ...below]
  })
}

function without(value: unknown, [step, ...rest]: Path): unknown {
  if (Array.isArray(value)) return value.map((one, at) => (at === step ? without(one, rest) : one))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => {
      if (key !== step) return [[key, one]]
      return rest.length === 0 ? [] : [[key, without(one, rest)]]
    }),
  )
}

function marked(unknown: unknown, [step, ...rest]: Path): unknown {
  if (step === undefined) return true
  if (typeof step === 'number') {
    const list = Array.isArray(unknown) ? [...unknown] : []
    for (let at = list.length; at <= step; at += 1) list.push({})
    list[step] = marked(list[step], rest)
    return list
  }
  const tree = typeof unknown === 'object' && unknown !== null ? unknown : {}
  return { ...tree, [step]: marked((tree as Values)[step], rest) }
}

/** What is known of the resources: each setting that is, by address and name. */
export function known({ resources }: Pick<Infrastructure, 'resources'>): ReadonlyMap<string, string> {
  return new Map(
    resources.flatMap((resource) =>
      Object.entries({ ...resource, ...resource.login }).flatMap(([name, setting]) =>
        typeof setting === 'object' && setting !== null && 'is' in setting
          ? [[`${resource.address} ${name}`, JSON.stringify(setting.is)] as const]
          : [],
      ),
    ),
  )
}
