import type { Origin } from '../model/fact.ts'
import type { Document, Location, Pointer } from '../model/location.ts'
import { known, unknown, type Value } from './value.ts'

/** Reads keys of one document as values with their place. */
export type Reader = {
  /** What a key states; unknown, with what to state and where, if the key is absent. */
  readonly get: <T extends object, K extends keyof T & string>(
    object: T,
    pointer: Pointer,
    key: K,
    ask?: string,
  ) => Value<NonNullable<T[K]>>
  readonly stated: (pointer: Pointer) => Origin
  /** For what a whole list says by what it leaves out: its place is the key, and not its first item. */
  readonly listed: (pointer: Pointer) => Origin
  readonly missing: (pointer: Pointer, key: string, ask?: string) => Origin
  readonly at: (pointer: Pointer) => Location
}

export function readerOf(document: Document): Reader {
  // Looking up a place costs more than most of what is derived from it, so it waits until somebody asks.
  const at = (pointer: Pointer): Location => document.at(pointer)
  const statement = (pointer: Pointer, part?: 'key'): Origin => {
    let text: string | undefined
    return {
      kind: 'stated',
      get at() {
        return document.at(pointer, part)
      },
      get pointer() {
        text ??= `/${pointer.join('/')}`
        return text
      },
    }
  }
  const stated = (pointer: Pointer): Origin => statement(pointer)
  const missing = (pointer: Pointer, key: string, ask?: string): Origin => ({
    kind: 'missing',
    get at() {
      return document.at(pointer, 'key')
    },
    key,
    ask: ask ?? `State \`${key}\`.`,
  })
  return {
    at,
    stated,
    listed: (pointer) => statement(pointer, 'key'),
    missing,
    get: (object, pointer, key, ask) => {
      const value = object[key]
      if (value === undefined || value === null) return unknown(missing(pointer, key, ask))
      return known(value as NonNullable<typeof value>, stated([...pointer, key]))
    },
  }
}
