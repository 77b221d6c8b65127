import { anyOf, listed, open, read, type Setting, set } from '../setting.ts'
import type { Planned } from '../terraform/mapping.ts'
import { isEverywhere } from './cidr.ts'

/** A setting of another resource: with its address in front, and where that leaves it out, nothing else tells. */
export function of<T>(part: Planned, one: Setting<T>): Setting<T> {
  const attribute = `${part.address}.${one.attribute}`
  if (one.open === undefined) return { ...one, attribute }
  return open(attribute, one.open === 'not-set' ? 'not-understood' : one.open)
}

/**
 * What nothing that the attribute can be set to turns off: the default of the provider says whether it is on, also while
 * a plan does not know the attribute.
 */
export const alwaysAsDefault = (attribute: string): Setting<never> => open(attribute, 'not-set')

/**
 * What the code leaves to the provider is not set, though a plan knows its value only after apply. For arguments, and for
 * blocks that the provider computes: of other blocks, a plan knows none only where the code makes them of what is unknown.
 */
export function inCode<T>(resource: Planned, one: Setting<T>): Setting<T> {
  const [attribute = ''] = one.attribute.split('.')
  return one.open === 'after-apply' && resource.leavesOut(attribute) ? open(one.attribute, 'not-set') : one
}

export function not({ attribute, ...rest }: Setting<boolean>): Setting<boolean> {
  return rest.open === undefined ? set(attribute, !rest.is) : open(attribute, rest.open)
}

/** Whether it holds of any; of none, the attribute says that it does not. */
export function anyIn<T>(all: Setting<readonly T[]>, holds: (one: T) => Setting<boolean>): Setting<boolean> {
  if (all.open !== undefined) return open(all.attribute, all.open)
  const [first, ...more] = (all.is as readonly T[]).map(holds)
  return first === undefined ? set(all.attribute, false) : anyOf(first, ...more)
}

/** The paths of the blocks of a list. One that is null is no block that says nothing: nobody knows what it says. */
export function blocks(resource: Planned, path: string): Setting<readonly string[]> {
  return read(resource.list(path), (all) =>
    all.includes(null) ? undefined : all.map((_, index) => `${path}.${index}`),
  )
}

/** Whether all blocks of a list say so; `undefined` where there are none. */
export function everyBlock(
  resource: Planned,
  path: string,
  holds: (block: string) => Setting<boolean>,
): Setting<boolean> | undefined {
  const all = blocks(resource, path)
  if (all.open !== undefined) return open(all.attribute, all.open)
  return all.is?.length === 0 ? undefined : not(anyIn(all, (one) => not(holds(one))))
}

/** Whether a list of ranges has the whole internet in it. */
export function includesEverywhere(ranges: Setting<readonly string[]>): Setting<boolean> {
  return anyIn(ranges, (range) => read(set(ranges.attribute, range), isEverywhere))
}

/** Regions, without that of the resource itself; open where its own is, and might be one of them. */
export function otherRegions(
  own: Setting<string>,
  attribute: string,
  regions: readonly Setting<readonly string[]>[],
): Setting<readonly string[]> {
  const all = listed(set(attribute, []), ...regions)
  if (all.open !== undefined || all.is?.length === 0) return all
  return own.open === undefined
    ? read(all, (regions) => regions.filter((region) => region !== own.is))
    : open(all.attribute, own.open)
}

/** The regions of the resources that an attribute names; open where it names one outside the file. */
export function regionsNamed(resource: Planned, path: string): Setting<readonly string[]> {
  const named = resource.named(path)
  if (named.open !== undefined) return open(path, named.open === 'not-set' ? 'not-understood' : named.open)
  const all = (named.is ?? []).map(({ region }) => read({ ...region, attribute: path }, inList))
  return all.length === 0 ? open(path, 'not-in-file') : listed(set(path, []), ...all)
}

export const inList = (one: string): readonly string[] => [one]
