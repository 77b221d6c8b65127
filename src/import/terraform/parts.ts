import { open, type Setting, set } from '../setting.ts'
import type { Collected, Kept } from './collected.ts'

type Open = NonNullable<Setting<never>['open']>

/** The resources of one type, by what they say that they are part of. */
type Index = {
  readonly byParent: Map<Kept, Kept[]>
  /** Why it is not known of one what it is part of, by the types of what it may be part of. */
  readonly untold: Map<string, Open>
}

/** Which resources say that they are part of another. */
export class Parts {
  readonly #collected: Collected
  readonly #named: (kept: Kept, path: string) => Setting<readonly Kept[]>
  readonly #indexes = new Map<string, Index>()
  #byType: Map<string, Kept[]> | undefined

  constructor(collected: Collected, named: (kept: Kept, path: string) => Setting<readonly Kept[]>) {
    this.#collected = collected
    this.#named = named
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
    const { open: why, is = [] } = this.#named(part, partOf.attribute)
    if (why !== undefined) for (const type of partOf.types) untold.set(type, why === 'not-set' ? 'not-understood' : why)
    for (const parent of is.filter(({ type }) => partOf.types.includes(type))) {
      const all = byParent.get(parent)
      if (all === undefined) byParent.set(parent, [part])
      else all.push(part)
    }
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
