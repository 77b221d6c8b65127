import type { Open } from '../../model/generated/infrastructure.ts'
import { open, type Setting, set } from '../setting.ts'
import { leavesOut } from './code.ts'
import type { Collected, Kept } from './collected.ts'
import { Groups } from './groups.ts'
import type { Mapping } from './mapping.ts'
import type { Named, Naming } from './naming.ts'
import { firstName, partAttributes } from './reads.ts'

type PartOf = NonNullable<Mapping['partOf']>

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
  #byType: Groups | undefined

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
    const { is: wholes, possible } = this.#wholeOf(part, partOf)
    if (wholes.open !== undefined) {
      if (wholes.open === 'not-set' && partOf.optional) return
      const why = wholes.open === 'not-set' ? 'not-understood' : wholes.open
      for (const one of possible ?? partOf.types) untold.set(one, why)
      return
    }
    const found = wholes.is.filter(({ type }) => partOf.types.includes(type))
    // A name that is nobody's here may be that of a resource whose own name the plan does not know.
    if (found.length === 0 && !this.#naming.isRead(part, wholes.attribute))
      for (const one of partOf.types.flatMap((each) => this.#ofType(each)))
        if (this.#naming.isNameless(one)) untold.set(one, 'not-understood')
    for (const whole of found) {
      const parts = byWhole.get(whole)
      if (parts === undefined) byWhole.set(whole, [part])
      else parts.push(part)
    }
  }

  /** By the first of its attributes that is in the file and set. */
  #wholeOf(part: Kept, { optional, types }: PartOf): Named {
    const all = partAttributes(part.mapping).map((attribute): Named => {
      const named = this.#naming.named(part, attribute, types)
      const left = optional && named.is.open === 'after-apply' && leavesOut(this.#collected, part, firstName(attribute))
      return left ? { is: open(attribute, 'not-set') } : named
    })
    const stated = all.find(({ is }) => is.open !== 'not-set' && is.open !== 'not-in-file')
    return stated ?? all.find(({ is }) => is.open === 'not-set') ?? (all[0] as Named)
  }

  #ofType(type: string): readonly Kept[] {
    this.#byType ??= new Groups(this.#collected.resources.values(), (kept) => [kept.type])
    return this.#byType.of(type)
  }
}
