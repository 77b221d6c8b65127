import { open, type Setting, set } from '../setting.ts'
import { type Key, parseAddress, type Step } from './address.ts'
import { type Marked, valueAt } from './attributes.ts'
import type { Collected, Kept, References } from './collected.ts'
import type { Json } from './mapping.ts'
import { type Found, follow, referencesAt, type Scope, type Target } from './references.ts'

export type Named = Setting<readonly Kept[]>

/** Attributes that no two resources share, and those that two of different types may. */
const unique = ['id', 'arn', 'self_link']
const shared = ['name', 'bucket']

/** Which resources an attribute names. */
export class Naming {
  readonly #collected: Collected
  #byValue: Map<string, Kept[]> | undefined
  #byBlock: Map<string, Kept[]> | undefined

  constructor(collected: Collected) {
    this.#collected = collected
  }

  /** By what the code refers to and by the value, whichever of them tells. */
  named(scope: Scope, references: References | undefined, path: string, value: Setting<Json>): Named {
    if (value.open === 'sensitive' || value.open === 'not-set') return open(path, value.open)
    const found = follow(this.#collected, scope, referencesAt(references, path))
    const referred = this.#instances(found)
    if (value.open !== undefined) return this.#byCode(path, value.open, found, referred)
    const texts = textsOf(value.is)
    if (texts === undefined) return open(path, 'not-understood')
    const exact = texts.map((text) => this.#exact(text, referred))
    if (exact.every((all) => all.length === 1)) return set(path, [...new Set(exact.flat())])
    if (exact.some((all) => all.length > 1)) return open(path, 'not-understood')
    if (referred.length === 1 && texts.length === 1) return set(path, referred)
    if (referred.length > 0) return open(path, 'not-understood')
    if (texts.some((text) => this.#maybe(text))) return open(path, 'not-understood')
    return set(path, [...new Set(exact.flat())])
  }

  #byCode(path: string, why: NonNullable<Setting<Json>['open']>, found: Found, referred: readonly Kept[]): Named {
    if (!found.complete || referred.length !== 1) return open(path, why)
    return set(path, referred)
  }

  /** The resources with this value: of those that the code refers to, if there are any among them. */
  #exact(text: string, referred: readonly Kept[]): readonly Kept[] {
    const all = this.#values().get(text) ?? []
    const both = all.filter((one) => referred.includes(one))
    return both.length > 0 ? both : all
  }

  /** Whether the text ends in the name of a resource whose id is not known, as ids and ARNs do. */
  #maybe(text: string): boolean {
    const end = text.split(/[/:]/).at(-1) ?? ''
    if (end === text || end === '') return false
    return (this.#values().get(end) ?? []).some((one) => {
      const attributes = JSON.parse(one.attributes) as Marked
      return unique.every((name) => valueAt(attributes, name).open !== undefined)
    })
  }

  #values(): ReadonlyMap<string, readonly Kept[]> {
    this.#byValue ??= this.#indexValues()
    return this.#byValue
  }

  #indexValues(): Map<string, Kept[]> {
    const index = new Map<string, Kept[]>()
    for (const kept of this.#collected.resources.values()) {
      const attributes = JSON.parse(kept.attributes) as Marked
      for (const name of [...unique, ...shared]) {
        const { is } = valueAt(attributes, name)
        if (typeof is !== 'string') continue
        const all = index.get(is)
        if (all === undefined) index.set(is, [kept])
        else if (!all.includes(kept)) all.push(kept)
      }
    }
    return index
  }

  #instances({ targets }: Found): readonly Kept[] {
    this.#byBlock ??= this.#indexBlocks()
    const blocks = this.#byBlock
    const all = targets.flatMap((target) => (blocks.get(blockOf(target)) ?? []).filter((one) => isAt(one, target)))
    return [...new Set(all)]
  }

  #indexBlocks(): Map<string, Kept[]> {
    const index = new Map<string, Kept[]>()
    for (const kept of this.#collected.resources.values()) {
      const key = blockOf(parseAddress(kept.address))
      const all = index.get(key)
      if (all === undefined) index.set(key, [kept])
      else all.push(kept)
    }
    return index
  }
}

const blockOf = ({ modules, block }: { readonly modules: readonly Step[]; readonly block: string }): string =>
  [...modules.map(({ name }) => `module.${name}`), block].join('.')

function isAt(kept: Kept, target: Target): boolean {
  const { modules, key } = parseAddress(kept.address)
  const same = (one: Key | undefined, other: Key | undefined): boolean => other === undefined || one === other
  return same(key, target.key) && modules.every((step, at) => same(step.key, target.modules[at]?.key))
}

function textsOf(value: Json | undefined): readonly string[] | undefined {
  if (typeof value === 'string') return [value]
  if (!Array.isArray(value)) return undefined
  const all = value as readonly Json[]
  return all.every((one) => typeof one === 'string') ? (all as readonly string[]) : undefined
}
