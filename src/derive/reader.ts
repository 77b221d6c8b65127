import type { Origin } from '../model/fact.ts'
import type { Document, Location, Placed, Pointer } from '../model/location.ts'
import { Missing, Place, Stated } from './origins.ts'
import { Reasoned, type Value } from './value.ts'

/** What a key says, or that it is absent. */
class Read<T> extends Reasoned<T> {
  declare private readonly document: Document
  declare private readonly pointer: Pointer
  declare private readonly key: string
  declare private readonly ask: string | undefined

  constructor(value: T | undefined, document: Document, pointer: Pointer, key: string, ask: string | undefined) {
    super(value)
    this.document = document
    this.pointer = pointer
    this.key = key
    this.ask = ask
  }

  protected gather(): readonly Origin[] {
    const { document, pointer, key } = this
    return this.value === undefined
      ? [new Missing(document, pointer, key, this.ask ?? `State \`${key}\`.`)]
      : [new Stated(document, pointer, 'value', key)]
  }
}

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
    return new Read(object[key] ?? undefined, this.document, pointer, key, ask)
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

  place(pointer: Pointer): Placed {
    return new Place(this.document, pointer)
  }

  at(pointer: Pointer): Location {
    return this.document.at(pointer)
  }
}
