import type { Open } from '../model/generated/infrastructure.ts'

/** What an attribute is set to, or why that is not known. */
export type Setting<T> =
  | { readonly attribute: string; readonly is: T; readonly open?: never }
  | { readonly attribute: string; readonly open: Open; readonly is?: never }

export const set = <T>(attribute: string, is: T): Setting<T> => ({ attribute, is })

export const open = (attribute: string, why: Open): Setting<never> => ({ attribute, open: why })

/** Applies a function to what is set. One that gives `undefined` does not understand it. */
export function read<T, U>(one: Setting<T>, f: (value: T) => U | undefined): Setting<U> {
  if (one.open !== undefined) return open(one.attribute, one.open)
  const value = f(one.is as T)
  return value === undefined ? open(one.attribute, 'not-understood') : set(one.attribute, value)
}

/** What counts if the attribute is not set: only where the schema of the resource itself says so, as for a block that is left out. */
export function unset<T>(one: Setting<T>, is: T): Setting<T> {
  return one.open === 'not-set' ? set(one.attribute, is) : one
}

/** True if any is, false if all are, otherwise open as the first that is open. */
export const anyOf = (first: Setting<boolean>, ...more: readonly Setting<boolean>[]): Setting<boolean> =>
  decide([first, ...more], first, true)

/** False if any is, true if all are, otherwise open as the first that is open. */
export const allOf = (first: Setting<boolean>, ...more: readonly Setting<boolean>[]): Setting<boolean> =>
  decide([first, ...more], first, false)

function decide(all: readonly Setting<boolean>[], first: Setting<boolean>, decisive: boolean): Setting<boolean> {
  return all.find(({ is }) => is === decisive) ?? openAmong(all) ?? first
}

/** What is open about several settings. A default tells only its own: where another is open too, it decides nothing. */
function openAmong<T>(all: readonly Setting<T>[]): Setting<never> | undefined {
  const [first, second] = all.filter((one) => one.open !== undefined)
  if (first?.open === undefined) return undefined
  if (second === undefined) return open(first.attribute, first.open)
  const told = all.find((one) => one.open !== undefined && one.open !== 'not-set')
  return told?.open === undefined ? open(first.attribute, 'not-understood') : open(told.attribute, told.open)
}

/** The lists together; open if one is. */
export function listed(
  first: Setting<readonly string[]>,
  ...more: readonly Setting<readonly string[]>[]
): Setting<readonly string[]> {
  const all = [first, ...more]
  const unknown = openAmong(all)
  // Nor does a default tell what the others list.
  if (unknown?.open === 'not-set' && all.some(({ is = [] }) => is.length > 0))
    return open(unknown.attribute, 'not-understood')
  if (unknown !== undefined) return unknown
  const values = [...new Set(all.flatMap(({ is }) => is ?? []))].sort()
  return set(all.find(({ is }) => is !== undefined && is.length > 0)?.attribute ?? first.attribute, values)
}
