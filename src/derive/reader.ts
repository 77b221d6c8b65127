import type { Origin } from '../model/fact.ts'
import type { Document, Location, Pointer } from '../model/location.ts'
import { Missing, Stated } from './origins.ts'
import type { Value } from './value.ts'

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

const readers = new WeakMap<Document, Reader>()

export function readerOf(document: Document): Reader {
  const reader = readers.get(document) ?? makeReader(document)
  readers.set(document, reader)
  return reader
}

function makeReader(document: Document): Reader {
  const stated = (pointer: Pointer): Origin => new Stated(document, pointer)
  const missing = (pointer: Pointer, key: string, ask?: string): Origin =>
    new Missing(document, pointer, key, ask ?? `State \`${key}\`.`)
  return {
    at: (pointer) => document.at(pointer),
    stated,
    listed: (pointer) => new Stated(document, pointer, 'key'),
    missing,
    get: (object, pointer, key, ask) => {
      const value = object[key]
      if (value === undefined || value === null) return { value: undefined, from: [missing(pointer, key, ask)] }
      return { value: value as NonNullable<typeof value>, from: [new Stated(document, pointer, 'value', key)] }
    },
  }
}
