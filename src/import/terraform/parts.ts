import type { Open } from '../../model/generated/infrastructure.ts'
import { open, type Setting, set } from '../setting.ts'
import type { Collected, Kept } from './collected.ts'
import { grouped, type Naming } from './naming.ts'

/** The resources of one type, by what they say that they are part of. */
type Index = {
  readonly byWhole: Map<Kept, Kept[]>
  /** Why it is not known what one of them is part of: by what it may be part of, if that is known, and by type. */
  readonly untold: Map<Kept | string, Open>
}

/** Which resources say that they are part of another. */
export class Parts {
  readonly #collected: Collected
  readonly #naming: Naming
  readonly #indexes = new Map<string, Index>()
  #byType: ReadonlyMap<string, readonly Kept[]> | undefined

  constructor(collected: Collected, naming: Naming) {
    this.#collected = collected
    this.#naming = naming
  }

  of(whole: Kept, type: string): Setting<readonly Kept[]> {
    const { byWhole, untold } = this.#indexOf(type)
    const why = untold.get(whole) ?? untold.get(whole.type)
    return why === undefined ? set(type, byWhole.get(whole) ?? []) : open(type, why)
  }

  #indexOf(type: string): Index {
    const known = this.#indexes.get(type)
    if (known !== undefined) return known
    const index: Index = { byWhole: new Map(), untold: new Map() }
    this.#indexes.set(type, index)
    for (const part of this.#ofType(type)) this.#add(index, part)
    return index
  }

  #add({ byWhole, untold }: Index, part: Kept): void {
    const { partOf } = part.mapping ?? {}
    if (partOf === undefined) return
    const { is: wholes, possible } = this.#naming.named(part, partOf.attribute)
    if (wholes.open !== undefined) {
      const why = wholes.open === 'not-set' ? 'not-understood' : wholes.open
      for (const one of possible ?? partOf.types) untold.set(one, why)
      return
    }
    for (const whole of wholes.is.filter(({ type }) => partOf.types.includes(type))) {
      const parts = byWhole.get(whole)
      if (parts === undefined) byWhole.set(whole, [part])
      else parts.push(part)
    }
  }

  #ofType(type: string): readonly Kept[] {
    this.#byType ??= grouped(this.#collected.resources.values(), (kept) => [kept.type])
    return this.#byType.get(type) ?? []
  }
}
