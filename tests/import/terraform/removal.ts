import type { Infrastructure } from '../../../src/model/generated/infrastructure.ts'
import { type Around, readPlan, type Wanted } from './plan.ts'

type Path = readonly (string | number)[]

/** One way of taking the value of one attribute from a plan. */
type Removal = {
  readonly of: string
  readonly path: Path
  readonly how: 'deleted' | 'unknown'
  readonly plan: Wanted[]
}

/** Every way of taking one value from a plan, also from inside blocks: the key deleted, or marked as known after apply. */
export function removals(resources: readonly Wanted[]): readonly Removal[] {
  return resources.flatMap((resource, at) =>
    pathsOf(resource.after ?? {}).flatMap((path) =>
      (['deleted', 'unknown'] as const).map((how) => {
        const left = without(resource.after ?? {}, path) as Wanted['after'] & {}
        const unknown =
          how === 'unknown' ? marked(resource.unknown ?? {}, path, resource.after ?? {}) : resource.unknown
        const refs = Object.fromEntries(Object.entries(resource.refs ?? {}))
        const changed: Wanted = { ...resource, after: left, unknown, refs, expressions: codeOf(resource) }
        return { of: resource.address, path, how, plan: resources.map((one, i) => (i === at ? changed : one)) }
      }),
    ),
  )
}

/** The settings that a removal changed from one known value to another, each as text. */
export async function changedByRemoval(resources: readonly Wanted[], around: Around): Promise<readonly string[]> {
  const found: string[] = []
  for (const group of linked(resources)) found.push(...(await changedIn(group, around)))
  return found
}

/** Resources that name one another, by what they refer to or by a name: what is taken from one changes only these. */
export function linked(resources: readonly Wanted[]): readonly (readonly Wanted[])[] {
  const groups: Wanted[][] = []
  for (const one of resources) {
    const near = groups.filter((group) => group.some((other) => mentions(one, other) || mentions(other, one)))
    const others = groups.filter((group) => !near.includes(group))
    groups.splice(0, groups.length, ...others, [...near.flat(), one])
  }
  return groups
}

function mentions(one: Wanted, other: Wanted): boolean {
  const said = JSON.stringify([one.after, one.refs, one.expressions])
  const block = /[a-z0-9_]+\.[^.[]+(?:\[.*\])?$/.exec(other.address)?.[0].replace(/\[.*/, '') ?? other.address
  const name = other.after?.name
  return said.includes(`${block}.`) || (typeof name === 'string' && name !== '' && said.includes(`"${name}"`))
}

async function changedIn(resources: readonly Wanted[], around: Around): Promise<readonly string[]> {
  const before = settingsOf(await readPlan(resources, around))
  const found: string[] = []
  for (const { of, path, how, plan } of removals(resources)) {
    for (const [name, value] of settingsOf(await readPlan(plan, around))) {
      const was = before.get(name)
      if (was === value || was === undefined || isOpen(was) || isOpen(value)) continue
      found.push(`${of}.${path.join('.')} ${how}: ${name} from ${was} to ${value}`)
    }
  }
  return found
}

const isOpen = (value: string): boolean => value.startsWith('open')

/** Every setting of every resource: `address setting` with its value, or `open`. The service counts as a setting. */
function settingsOf({ resources }: Infrastructure): ReadonlyMap<string, string> {
  return new Map(
    resources.flatMap((resource) =>
      Object.entries({ ...resource, ...resource.login }).flatMap(([name, value]): [string, string][] => {
        if (typeof value !== 'object' || !('attribute' in value)) return []
        const { is } = value as { readonly is?: unknown }
        return [[`${resource.address} ${name}`, is === undefined ? 'open' : JSON.stringify(is)]]
      }),
    ),
  )
}

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const below = Object.entries(value).flatMap(([name, one]) =>
    pathsOf(one, [...path, Array.isArray(value) ? Number(name) : name]),
  )
  return path.length === 0 || Array.isArray(value) ? (path.length === 0 ? below : [path, ...below]) : [...below]
}

function without(value: unknown, [step, ...rest]: Path): unknown {
  if (typeof value !== 'object' || value === null || step === undefined) return value
  // An element of a list cannot be left out without moving the others: plans write one that is not known as null.
  if (Array.isArray(value))
    return value.map((one, i) => (i === step ? (rest.length === 0 ? null : without(one, rest)) : one))
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => {
      if (name !== step) return [[name, one]]
      return rest.length === 0 ? [] : [[name, without(one, rest)]]
    }),
  )
}

/** Marks the value at a path as unknown; an element that is deleted counts as unknown too, since a plan says so of it. */
function marked(unknown: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return true
  const below = (value as Readonly<Record<string | number, unknown>>)[step]
  if (Array.isArray(value))
    return value.map((_, i) => {
      const one = Array.isArray(unknown) ? unknown[i] : undefined
      return i === step ? marked(one ?? {}, rest, below) : (one ?? {})
    })
  const named = typeof unknown === 'object' && unknown !== null ? unknown : {}
  const one = (named as Readonly<Record<string | number, unknown>>)[step]
  return { ...named, [step]: marked(one ?? {}, rest, below) }
}

/** The code stays as it is: a value that a plan does not show is still set there. */
function codeOf({ after, refs, expressions }: Wanted): NonNullable<Wanted['expressions']> {
  if (expressions !== undefined) return expressions
  return {
    ...Object.fromEntries(
      Object.entries(after ?? {}).flatMap(([name, value]) =>
        value === null ? [] : [[name, { constant_value: value }]],
      ),
    ),
    ...Object.fromEntries(Object.entries(refs ?? {}).map(([name, references]) => [name, { references }])),
  }
}
