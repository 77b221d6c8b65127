import type { Open } from '../../model/generated/infrastructure.ts'
import { open, type Setting, set } from '../setting.ts'
import { modulePath, parseAddress, type Step } from './address.ts'
import { elementsAt, type Marked, valueAt } from './attributes.ts'
import type { Collected, Kept, References } from './collected.ts'
import { type Found, follow, referencesAt, type Target } from './references.ts'

/** Which resources an attribute names; where that is open, which it may name, if that much is known. */
export type Named = { readonly is: Setting<readonly Kept[]>; readonly possible?: readonly Kept[] }

/** Attributes that no two resources share, and those that two of different types may. */
const unique = ['id', 'arn', 'self_link']
const shared = ['name', 'bucket']

/** Finds what attributes name: by what the code refers to, and by values that are an id, an ARN or a name of a resource. */
export class Naming {
  readonly #collected: Collected
  #byValue: ReadonlyMap<string, readonly Kept[]> | undefined
  #byBlock: ReadonlyMap<string, readonly Kept[]> | undefined

  constructor(collected: Collected) {
    this.#collected = collected
  }

  named(kept: Kept, path: string): Named {
    const attributes = JSON.parse(kept.attributes) as Marked
    const value = valueAt(attributes, path)
    if (value.open === 'sensitive' || value.open === 'not-set') return { is: open(path, value.open) }
    const found = this.#found(kept, path)
    const referred = this.#instances(found)
    const elements = elementsAt(attributes, path)
    const texts = elements.filter((one) => typeof one === 'string')
    const opens = elements.filter((one) => one === undefined).length
    if (texts.length + opens < elements.length) return { is: open(path, 'not-understood') }
    const matched = texts.map((text) => this.#withValue(text, referred))
    const exact = [...new Set(matched.flat())]
    const rest = referred.filter((one) => !exact.includes(one))
    // That nothing is referred to may be because the code is in a dynamic block, which plans leave out.
    const told = found.complete && referred.length > 0
    const unsure = (why: Open): Named => ({ is: open(path, why), ...(told && { possible: referred }) })
    if (matched.some((all) => all.length > 1)) return { is: open(path, 'not-understood'), possible: exact }
    if (opens > 0) {
      // What is open is what is referred to, if that is not more than there is room for.
      const why = value.open ?? 'after-apply'
      return found.complete && rest.length > 0 && rest.length <= opens
        ? { is: set(path, [...exact, ...rest]) }
        : unsure(why)
    }
    if (rest.length === 0) {
      const maybe = texts.filter((_, at) => matched[at]?.length === 0).flatMap((text) => this.#maybe(text))
      return maybe.length === 0
        ? { is: set(path, exact) }
        : { is: open(path, 'not-understood'), possible: [...exact, ...maybe] }
    }
    // A known value that is no id or name of what it refers to: a domain name, say. One reference alone is clear.
    return texts.length === 1 && referred.length === 1 ? { is: set(path, referred) } : unsure('not-understood')
  }

  #found(kept: Kept, path: string): Found {
    const { modules, block, key } = parseAddress(kept.address)
    const code = this.#collected.modules.get(modulePath(modules))?.blocks.get(block)
    if (code?.references === undefined) return { targets: [], complete: code !== undefined }
    const references = referencesAt(JSON.parse(code.references) as References, path)
    return follow(this.#collected, { modules, key, forEach: code.forEach }, references)
  }

  /** The resources with this value: of those that the code refers to, if there are any among them. */
  #withValue(text: string, referred: readonly Kept[]): readonly Kept[] {
    const all = this.#values().get(text) ?? []
    const both = all.filter((one) => referred.includes(one))
    return both.length > 0 ? both : all
  }

  /** Resources whose id is not known and in whose name the text ends, as ids and ARNs do. */
  #maybe(text: string): readonly Kept[] {
    const end = text.split(/[/:]/).at(-1) ?? ''
    if (end === text || end === '') return []
    return (this.#values().get(end) ?? []).filter((one) => {
      const attributes = JSON.parse(one.attributes) as Marked
      return unique.every((name) => valueAt(attributes, name).open !== undefined)
    })
  }

  #values(): ReadonlyMap<string, readonly Kept[]> {
    this.#byValue ??= grouped(this.#collected.resources.values(), (kept) => {
      const attributes = JSON.parse(kept.attributes) as Marked
      const values = [...unique, ...shared].map((name) => valueAt(attributes, name).is)
      return values.filter((value) => typeof value === 'string')
    })
    return this.#byValue
  }

  #instances({ targets }: Found): readonly Kept[] {
    this.#byBlock ??= grouped(this.#collected.resources.values(), ({ address }) => [blockOf(parseAddress(address))])
    const blocks = this.#byBlock
    return [...new Set(targets.flatMap((target) => instancesOf(blocks.get(blockOf(target)) ?? [], target)))]
  }
}

/** The instances of a block that a target means. One without instances of its own key is not repeated, or otherwise. */
function instancesOf(all: readonly Kept[], { modules, key, assumed }: Target): readonly Kept[] {
  const inside = all.filter(({ address }) =>
    parseAddress(address).modules.every((step, at) => modules[at]?.key === undefined || step.key === modules[at].key),
  )
  if (key === undefined) return inside
  const same = inside.filter(({ address }) => parseAddress(address).key === key)
  return same.length === 0 && assumed ? inside : same
}

const blockOf = ({ modules, block }: { readonly modules: readonly Step[]; readonly block: string }): string =>
  `${modulePath(modules)}.${block}`

/** Resources by keys; of each key in their order. */
export function grouped(
  all: Iterable<Kept>,
  keysOf: (one: Kept) => readonly string[],
): ReadonlyMap<string, readonly Kept[]> {
  const groups = new Map<string, Kept[]>()
  for (const one of all) {
    for (const key of new Set(keysOf(one))) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [one])
      else group.push(one)
    }
  }
  return groups
}
