import type { Origin } from '../model/fact.ts'
import type { Document, Location, Pointer } from '../model/location.ts'
import { Missing, Stated } from './origins.ts'
import type { Value } from './value.ts'

/** Reads keys of one document as values with their place. */
export class Reader {
  private readonly document: Document

  constructor(document: Document) {
    this.document = document
  }

  /** What a key states; unknown, with what to state and where, if the key is absent. */
  get<T extends object, K extends keyof T & string>(
    object: T,
    pointer: Pointer,
    key: K,
    ask?: string,
  ): Value<NonNullable<T[K]>> {
    const value = object[key]
    if (value === undefined || value === null) return { value: undefined, from: [this.missing(pointer, key, ask)] }
    return { value: value as NonNullable<typeof value>, from: [new Stated(this.document, pointer, 'value', key)] }
  }

  stated(pointer: Pointer): Origin {
    return new Stated(this.document, pointer)
  }

  /** For what a whole list says by what it leaves out: its place is the key, and not its first item. */
  listed(pointer: Pointer): Origin {
    return new Stated(this.document, pointer, 'key')
  }

  missing(pointer: Pointer, key: string, ask?: string): Origin {
    return new Missing(this.document, pointer, key, ask ?? `State \`${key}\`.`)
  }

  at(pointer: Pointer): Location {
    return this.document.at(pointer)
  }
}
