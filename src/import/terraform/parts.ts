import { open, type Setting, set } from '../setting.ts'
import type { Collected, Kept } from './collected.ts'
import type { Mapping } from './mapping.ts'

type Open = NonNullable<Setting<never>['open']>

/** The resources of one type, by what they say that they are part of. */
type Index = {
  readonly byParent: Map<Kept, Kept[]>
  /** Why it is not known of one what it is part of, by the types of what it may be part of. */
  readonly untold: Map<string, Open>
}

export const firstName = (path: string): string => path.split('.', 1)[0] ?? path

/** The attributes by which a type says what it is part of. */
export function partAttributes(mapping: Mapping | undefined): readonly string[] {
  const attribute = mapping?.partOf?.attribute
  if (attribute === undefined) return []
  return typeof attribute === 'string' ? [attribute] : attribute
}

/** Which resources say that they are part of another. */
export class Parts {
  readonly #collected: Collected
  readonly #named: (kept: Kept, path: string) => Setting<readonly Kept[]>
  readonly #leavesOut: (kept: Kept, attribute: string) => boolean
  readonly #indexes = new Map<string, Index>()
  #byType: Map<string, Kept[]> | undefined

  constructor(
    collected: Collected,
    named: (kept: Kept, path: string) => Setting<readonly Kept[]>,
    leavesOut: (kept: Kept, attribute: string) => boolean,
  ) {
    this.#collected = collected
    this.#named = named
    this.#leavesOut = leavesOut
  }

  of(whole: Kept, type: string): Setting<readonly Kept[]> {
    const index = this.#indexOf(type)
    const why = index.untold.get(whole.type)
    return why === undefined ? set(type, index.byParent.get(whole) ?? []) : open(type, why)
  }

  #indexOf(type: string): Index {
    const known = this.#indexes.get(type)
    if (known !== undefined) return known
    const index: Index = { byParent: new Map(), untold: new Map() }
    this.#indexes.set(type, index)
    for (const part of this.#ofType(type)) this.#add(index, part)
    return index
  }

  #add({ byParent, untold }: Index, part: Kept): void {
    const { partOf } = part.mapping ?? {}
    if (partOf === undefined) return
    const { open: why, is = [] } = this.#parentOf(part, partOf)
    if (why === 'not-set' && partOf.optional) return
    if (why !== undefined) for (const type of partOf.types) untold.set(type, why === 'not-set' ? 'not-understood' : why)
    for (const parent of is.filter(({ type }) => partOf.types.includes(type))) {
      const all = byParent.get(parent)
      if (all === undefined) byParent.set(parent, [part])
      else all.push(part)
    }
  }

  /** By the first of its attributes that is in the file and set. */
  #parentOf(part: Kept, partOf: NonNullable<Mapping['partOf']>): Setting<readonly Kept[]> {
    const all = partAttributes(part.mapping).map((attribute): Setting<readonly Kept[]> => {
      const named = this.#named(part, attribute)
      const left = partOf.optional && named.open === 'after-apply' && this.#leavesOut(part, firstName(attribute))
      return left ? open(attribute, 'not-set') : named
    })
    const stated = all.find(({ open: why }) => why !== 'not-set' && why !== 'not-in-file')
    return stated ?? all.find(({ open: why }) => why === 'not-set') ?? (all[0] as Setting<readonly Kept[]>)
  }

  #ofType(type: string): readonly Kept[] {
    if (this.#byType === undefined) {
      this.#byType = new Map()
      for (const kept of this.#collected.resources.values()) {
        const all = this.#byType.get(kept.type)
        if (all === undefined) this.#byType.set(kept.type, [kept])
        else all.push(kept)
      }
    }
    return this.#byType.get(type) ?? []
  }
}
