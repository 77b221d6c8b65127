import type { Open } from '../../model/generated/infrastructure.ts'
import { open, type Setting, set } from '../setting.ts'
import { elementsAt, type Marked, valueAt } from './attributes.ts'
import { codeOf } from './code.ts'
import type { Collected, Kept, References } from './collected.ts'
import { Groups } from './groups.ts'
import { type Found, follow, referencesAt, type Target } from './references.ts'

/** Which resources an attribute names; where that is open, which it may name, if that much is known. */
export type Named = { readonly is: Setting<readonly Kept[]>; readonly possible?: readonly Kept[] }

/** Attributes that a resource is named by, besides its name. */
const ids = ['id', 'arn', 'self_link']

/** Finds what attributes name: by what the code refers to, and by values that are an id, an ARN or a name of a resource. */
export class Naming {
  readonly #collected: Collected
  #byValue: Groups | undefined
  #repeated: Groups | undefined

  constructor(collected: Collected) {
    this.#collected = collected
  }

  /** `types`: what it can name, if only some types can be. */
  named(kept: Kept, path: string, types?: readonly string[]): Named {
    const attributes = JSON.parse(kept.attributes) as Marked
    const value = valueAt(attributes, path)
    if (value.open === 'sensitive' || value.open === 'not-set') return { is: open(path, value.open) }
    const found = this.#found(kept, path)
    const referred = this.#instances(found)
    const elements = elementsAt(attributes, path)
    const texts = elements.flatMap((one) => (typeof one === 'string' || typeof one === 'number' ? [`${one}`] : []))
    const opens = elements.filter((one) => one === undefined).length
    if (texts.length + opens < elements.length) return { is: open(path, 'not-understood') }
    const matched = texts.map((text) => preferred(this.#withValue(text, kept, types), referred))
    const exact = [...new Set(matched.flat())]
    const rest = referred.filter((one) => !exact.includes(one))
    // That nothing is referred to may be because the code is in a dynamic block, which plans leave out.
    const told = found.complete && referred.length > 0
    const unsure = (why: Open): Named => ({ is: open(path, why), ...(told && { possible: referred }) })
    if (matched.some(isAmbiguous)) return { is: open(path, 'not-understood'), possible: exact }
    if (opens > 0) {
      // What is open is what is referred to, if that is not more than there is room for.
      const why = value.open ?? 'after-apply'
      return found.complete && rest.length > 0 && rest.length <= opens
        ? { is: set(path, [...exact, ...rest]) }
        : unsure(why)
    }
    if (rest.length === 0) {
      const maybe = texts.filter((_, at) => matched[at]?.length === 0).flatMap((text) => this.#maybe(text, kept, types))
      return maybe.length === 0
        ? { is: set(path, exact) }
        : { is: open(path, 'not-understood'), possible: [...exact, ...maybe] }
    }
    // A known value that is no id or name of what it refers to: a domain name, say. One reference alone is clear.
    return texts.length === 1 && referred.length === 1 ? { is: set(path, referred) } : unsure('not-understood')
  }

  /** Whether any name may be that of a resource: no id of it is known, and no name, or it has lost its id. */
  isNameless(kept: Kept): boolean {
    const attributes = JSON.parse(kept.attributes) as Marked
    const isOpen = (name: string): boolean => valueAt(attributes, name).open !== undefined
    if (!this.#isWithoutId(kept)) return false
    return namesOf(kept).every(isOpen) || valueAt(attributes, 'id').open === 'not-in-file'
  }

  #isWithoutId(kept: Kept): boolean {
    const attributes = JSON.parse(kept.attributes) as Marked
    return ids.every((name) => valueAt(attributes, name).open !== undefined)
  }

  /** Whether an attribute is what a data source has read: that is outside of the plan. */
  isRead(kept: Kept, path: string): boolean {
    const code = codeOf(this.#collected, kept)
    const all = code?.references === undefined ? [] : referencesAt(JSON.parse(code.references) as References, path)
    return all.length > 0 && all.every((reference) => reference.startsWith('data.'))
  }

  #found(kept: Kept, path: string): Found {
    const { modules, key } = kept.place
    const code = codeOf(this.#collected, kept)
    if (code?.references === undefined) return { targets: [], complete: code !== undefined }
    const references = referencesAt(JSON.parse(code.references) as References, path)
    return follow(this.#collected, { modules, key, forEach: code.forEach }, references)
  }

  #withValue(text: string, kept: Kept, types: readonly string[] | undefined): readonly Kept[] {
    return this.#values()
      .of(text)
      .filter((one) => one !== kept && (types === undefined || types.includes(one.type)))
  }

  /** Resources whose id is not known and in whose name the text ends, as ids and ARNs do. */
  #maybe(text: string, kept: Kept, types: readonly string[] | undefined): readonly Kept[] {
    const end = text.split(/[/:]/).at(-1) ?? ''
    if (end === text || end === '') return []
    return this.#withValue(end, kept, types).filter((one) => this.#isWithoutId(one))
  }

  #values(): Groups {
    this.#byValue ??= new Groups(this.#collected.resources.values(), (kept) => {
      const attributes = JSON.parse(kept.attributes) as Marked
      const values = [...ids, ...namesOf(kept)].map((name) => valueAt(attributes, name).is)
      return values.filter((value) => typeof value === 'string')
    })
    return this.#byValue
  }

  #instances({ targets }: Found): readonly Kept[] {
    const { resources } = this.#collected
    this.#repeated ??= new Groups(resources.values(), ({ address, place }) =>
      address.includes('[') ? [addressOf(place)] : [],
    )
    const repeated = this.#repeated
    const instances = targets.flatMap((target) => {
      const address = addressOf(target)
      const single = resources.get(address)
      return instancesOf([...(single === undefined ? [] : [single]), ...repeated.of(address)], target)
    })
    return [...new Set(instances)]
  }
}

/** Of types that are no bucket, `bucket` says which one they belong to. */
const namesOf = ({ type }: Kept): readonly string[] => (type.endsWith('_bucket') ? ['name', 'bucket'] : ['name'])

/**
 * Of resources with one value those that the code refers to, if there are any; or those that are no part of another: the
 * policy of a bucket has the bucket's name as its id.
 */
function preferred(all: readonly Kept[], referred: readonly Kept[]): readonly Kept[] {
  const choices = [
    all.filter((one) => referred.includes(one)),
    all.filter(({ mapping }) => mapping?.partOf === undefined),
  ]
  return choices.find((some) => some.length > 0) ?? all
}

/** Resources of different types may have the same name; who asks knows which type it can be. */
const isAmbiguous = (all: readonly Kept[]): boolean => new Set(all.map(({ type }) => type)).size < all.length

/** The instances of a block that a target means. One without instances of its own key is not repeated, or otherwise. */
function instancesOf(all: readonly Kept[], { modules, key, assumed }: Target): readonly Kept[] {
  const inside = all.filter(({ place }) =>
    place.modules.steps.every(({ key: own }, at) => {
      const wanted = modules.steps[at]?.key
      return wanted === undefined || own === wanted
    }),
  )
  if (key === undefined) return inside
  const same = inside.filter(({ place }) => place.key === key)
  return same.length === 0 && assumed ? inside : same
}

/** The address of a block without keys. */
const addressOf = ({ modules, block }: Pick<Target, 'modules' | 'block'>): string =>
  modules.path === '' ? block : `${modules.path}.${block}`
