import { anyOf, open, type Setting, set } from '../../setting.ts'
import type { Json, Planned } from '../mapping.ts'

/** A value inside a block of a list. A key that the block lacks has a value that the plan does not show. */
export function within(attribute: string, block: Json | undefined, key: string): Setting<Json> {
  const path = `${attribute}.${key}`
  if (block === undefined) return open(path, 'not-in-file')
  if (block === null || typeof block !== 'object' || Array.isArray(block)) return open(path, 'not-understood')
  const value = (block as { readonly [key: string]: Json })[key]
  if (value === undefined) return open(path, 'not-in-file')
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return open(path, 'not-set')
  return set(path, value)
}

/** The same for a text. */
export const textWithin = (attribute: string, block: Json | undefined, key: string): Setting<string> =>
  asText(within(attribute, block, key))

/** Whether a test holds of any element of a list; false of none. */
export function anyIn(
  list: Setting<readonly Json[]>,
  test: (element: Json | undefined, attribute: string) => Setting<boolean>,
): Setting<boolean> {
  if (list.open !== undefined) return open(list.attribute, list.open)
  const elements = list.is as readonly Json[]
  return anyOf(set(list.attribute, false), ...elements.map((element, i) => test(element, `${list.attribute}.${i}`)))
}

/** What each element of a list says, sorted; open if one is. */
export function eachIn(
  list: Setting<readonly Json[]>,
  value: (element: Json | undefined, attribute: string) => Setting<string>,
): Setting<readonly string[]> {
  if (list.open !== undefined) return open(list.attribute, list.open)
  const values = (list.is as readonly Json[]).map((element, i) => value(element, `${list.attribute}.${i}`))
  const unknown = values.find((one) => one.open !== undefined)
  if (unknown?.open !== undefined) return open(unknown.attribute, unknown.open)
  return set(list.attribute, [...new Set(values.map(({ is }) => is as string))].sort())
}

/** An element of a list of texts. One that is no text is known only after apply, or hidden. */
export const textElement = (element: Json | undefined, attribute: string): Setting<string> =>
  typeof element === 'string' && element !== '' ? set(attribute, element) : open(attribute, 'after-apply')

function asText(value: Setting<Json>): Setting<string> {
  if (value.open !== undefined) return open(value.attribute, value.open)
  return typeof value.is === 'string' ? set(value.attribute, value.is) : open(value.attribute, 'not-understood')
}

/** An attribute with the address of its resource in front. */
const OF_ANOTHER = /^(module\.|[a-z]+_\w+\.(?!\d+(\.|$)))/

/** What another resource says, with its address in front of the attribute. What it leaves out, no default here tells. */
export function of<T>(resource: Planned, said: Setting<T>): Setting<T> {
  const attribute = OF_ANOTHER.test(said.attribute) ? said.attribute : `${resource.address}.${said.attribute}`
  if (said.open === undefined) return { ...said, attribute }
  return open(attribute, said.open === 'not-set' ? 'not-understood' : said.open)
}

/**
 * What the code leaves to the provider is not set, though a plan knows its value only after apply. Not for blocks and what
 * is in them: a plan does not show the code of a dynamic block.
 */
export const inCode = <T>(resource: Planned, said: Setting<T>): Setting<T> =>
  said.open === 'after-apply' && !said.attribute.includes('.') && resource.leavesOut(said.attribute)
    ? open(said.attribute, 'not-set')
    : said

/** Whether any part of a resource that is of a type says so; false if it has none. */
export function anyPart(resource: Planned, type: string, says: (part: Planned) => Setting<boolean>): Setting<boolean> {
  const parts = resource.parts(type)
  if (parts.open !== undefined) return open(parts.attribute, parts.open)
  return anyOf(set(type, false), ...(parts.is as readonly Planned[]).map((part) => of(part, says(part))))
}

/** What an attribute says that has two names in two versions of a provider; open where both are set and differ. */
export function renamed<T extends boolean | string>(now: Setting<T>, before: Setting<T>): Setting<T> {
  if (before.open === 'not-in-file') return now
  if (now.open === 'not-in-file') return before
  if (now.open === undefined && before.open === undefined)
    return now.is === before.is ? now : open(now.attribute, 'not-understood')
  if (now.open === 'not-set') return before.open === 'not-set' ? now : before
  return before.open === 'not-set' ? now : open(now.attribute, now.open ?? before.open ?? 'not-understood')
}

/** Whether an attribute names a resource of a type that is in the plan; open if that is not known. */
export function namesOf(resource: Planned, attribute: string, types: readonly string[]): Setting<readonly Planned[]> {
  const named = resource.named(attribute)
  if (named.open !== undefined) return open(named.attribute, named.open)
  return set(
    named.attribute,
    (named.is as readonly Planned[]).filter(({ type }) => types.includes(type)),
  )
}

/** The one resource of a type that an attribute names, if it is in the plan. */
export function parentOf(resource: Planned, attribute: string, types: readonly string[]): Planned | undefined {
  const { is } = namesOf(resource, attribute, types)
  return is?.length === 1 ? is[0] : undefined
}

/** A part counts with its parent, or for the service if the parent is not known to be in the plan. */
export const unlessParent =
  (service: string, attribute: string, types: readonly string[]) =>
  (resource: Planned): string =>
    parentOf(resource, attribute, types) === undefined ? service : 'none'

/**
 * Whether an address range is the internet or a large part of it. Names of ranges (`VirtualNetwork`) are left to the
 * caller: they are not understood here.
 */
export function everyone(range: Setting<string>): Setting<boolean> {
  if (range.open !== undefined) return open(range.attribute, range.open)
  const text = (range.is as string).trim()
  if (text === '*' || /^(any|internet)$/i.test(text)) return set(range.attribute, true)
  const address = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f:]*:[0-9a-f:.]*)(?:\/(\d{1,3}))?$/i.exec(text)
  if (address === null) return open(range.attribute, 'not-understood')
  const prefix = address[1]
  return set(range.attribute, prefix !== undefined && Number(prefix) < 4)
}

/** Where something is that has no place of its own. */
export const nowhere: Setting<string> = set('(no attribute)', 'global')

/** What no attribute of a type decides: the provider always does the same, which the registry may record. */
export const always: Setting<never> = open('(no attribute)', 'not-set')
