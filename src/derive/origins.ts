import type { DataPath, Origin } from '../model/fact.ts'
import type { Document, Location, Pointer } from '../model/location.ts'
import { Way } from './way.ts'

/*
 * Reasons are made by the thousand, and few are ever shown. They are classes because an object with a getter of its own
 * is slow to make and to read, and they look up their place when somebody asks, since that costs more than deriving.
 * Fields are declared: otherwise each is set twice.
 */

/** What stands at a pointer. */
export class Place {
  declare private readonly document: Document
  declare private readonly path: Pointer

  constructor(document: Document, path: Pointer) {
    this.document = document
    this.path = path
  }

  get at(): Location {
    return this.document.at(this.path)
  }
}

/** What a key states. */
export class Stated {
  declare readonly kind: 'stated'
  declare readonly document: Document
  declare private readonly parent: Pointer
  declare private readonly part: 'key' | 'value'
  declare private readonly last: string | number | undefined
  declare private text: string | undefined
  declare private place: Location | undefined

  /** Of what stands at a pointer; or, if there is a `last` step, at that step from there. */
  constructor(document: Document, parent: Pointer, part: 'key' | 'value' = 'value', last?: string | number) {
    this.kind = 'stated'
    this.document = document
    this.parent = parent
    this.part = part
    this.last = last
    this.text = undefined
    this.place = undefined
  }

  private get path(): Pointer {
    return this.last === undefined ? this.parent : [...this.parent, this.last]
  }

  get at(): Location {
    this.place ??= this.part === 'key' ? this.document.at(this.path, 'key') : this.document.at(this.path)
    return this.place
  }

  get pointer(): string {
    this.text ??= `/${this.path.join('/')}`
    return this.text
  }

  /** What differs in most pairs, and is there without making the pointer. */
  get step(): string | number | undefined {
    return this.last ?? this.parent[this.parent.length - 1]
  }
}

/** What is not stated. */
export class Missing {
  declare readonly kind: 'missing'
  declare readonly document: Document
  declare readonly path: Pointer
  declare readonly key: string
  declare readonly ask: string
  declare private place: Location | undefined

  constructor(document: Document, path: Pointer, key: string, ask: string) {
    this.kind = 'missing'
    this.document = document
    this.path = path
    this.key = key
    this.ask = ask
    this.place = undefined
  }

  get at(): Location {
    this.place ??= this.document.at(this.path, 'key')
    return this.place
  }
}

export type Sourced = {
  readonly source: readonly string[]
  readonly checkedOn: string
  readonly reviewBy: string
  readonly note?: string
}

/** A fact of the registry. */
export class Registered {
  readonly kind = 'registry'
  readonly entry: string
  readonly source: string
  readonly checkedOn: string
  readonly reviewBy: string
  declare readonly note?: string
  private readonly document: Document
  private readonly path: Pointer

  constructor(document: Document, path: Pointer, entry: string, fact: Sourced) {
    this.document = document
    this.path = path
    this.entry = entry
    this.source = fact.source.join(', ')
    this.checkedOn = fact.checkedOn
    this.reviewBy = fact.reviewBy
    if (fact.note !== undefined) this.note = fact.note
  }

  get at(): Location {
    return this.document.at(this.path)
  }
}

/** Whether two reasons say the same. Called for every pair that meets, and so without making anything. */
export function isSame(one: Origin, other: Origin): boolean {
  if (one === other) return true
  switch (one.kind) {
    case 'stated':
      return other.kind === 'stated' && isSameStatement(one, other)
    case 'missing':
      return other.kind === 'missing' && one.key === other.key && isSamePlace(one, other)
    case 'registry':
      return other.kind === 'registry' && one.entry === other.entry
    case 'path':
      return other.kind === 'path' && isSamePath(one.path, other.path)
  }
}

type StatedOrigin = Extract<Origin, { readonly kind: 'stated' }>

function isSameStatement(one: StatedOrigin, other: StatedOrigin): boolean {
  if (one instanceof Stated && other instanceof Stated && one.step !== other.step) return false
  return one.pointer === other.pointer && fileOf(one) === fileOf(other)
}

type Placed = Exclude<Origin, { readonly kind: 'path' }>

const fileOf = (one: Placed): string => (one instanceof Stated ? one.document.file : one.at.file)

function isSamePlace(one: Placed, other: Placed): boolean {
  if (one instanceof Missing && other instanceof Missing && one.path === other.path && one.document === other.document)
    return true
  const [here, there] = [one.at, other.at]
  return here.file === there.file && here.line === there.line && here.column === there.column
}

function isSamePath(one: DataPath, other: DataPath): boolean {
  return one === other || (one instanceof Way && other instanceof Way && one.isSame(other))
}
