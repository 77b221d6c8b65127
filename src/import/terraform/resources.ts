import type { Infrastructure } from '../../model/generated/infrastructure.ts'
import { read, type Setting, set } from '../setting.ts'
import { type Marked, valueAt } from './attributes.ts'
import { leavesOut } from './code.ts'
import type { Collected, Kept } from './collected.ts'
import type { Json, Planned } from './mapping.ts'
import { Naming } from './naming.ts'
import { Parts } from './parts.ts'
import { sourceOf } from './providers.ts'
import { firstName, readsOf } from './reads.ts'
import { regionOf } from './region.ts'

type Resource = Infrastructure['resources'][number]
type Unmapped = NonNullable<Infrastructure['unmapped']>[number]

/** What is said of the resources of a plan, in its order. */
export function describeAll(collected: Collected): { readonly resources: Resource[]; readonly unmapped: Unmapped[] } {
  const plan = new Plan(collected)
  const resources: Resource[] = []
  const unmapped: Unmapped[] = []
  for (const kept of collected.resources.values()) {
    const resource = plan.describe(kept)
    if (resource !== undefined) resources.push(resource)
    else unmapped.push(withoutMapping(kept))
  }
  return { resources, unmapped }
}

function withoutMapping({ address, type, source, at }: Kept): Unmapped {
  const provider = sourceOf(source)?.provider
  return { at, address, type, ...(provider !== undefined && { provider }) }
}

class Plan {
  readonly #collected: Collected
  readonly #naming: Naming
  readonly #parts: Parts

  constructor(collected: Collected) {
    this.#collected = collected
    this.#naming = new Naming(collected)
    this.#parts = new Parts(collected, this.#naming)
  }

  describe(kept: Kept): Resource | undefined {
    const { mapping } = kept
    const provider = sourceOf(kept.source)?.provider
    if (mapping === undefined || provider === undefined) return undefined
    const planned = this.planned(kept)
    const service = typeof mapping.service === 'string' ? mapping.service : mapping.service(planned)
    if (service === undefined) return undefined
    return {
      at: kept.at,
      address: kept.address,
      type: kept.type,
      provider,
      service,
      ...(mapping.keeps !== undefined && { keeps: mapping.keeps }),
      region: planned.region,
      ...mapping.describe?.(planned),
    }
  }

  planned(kept: Kept): Planned {
    const { mapping } = kept
    const attributes = JSON.parse(kept.attributes) as Marked
    const get = (path: string): Setting<Json> => {
      if (!readsOf(mapping).includes(firstName(path)))
        throw new Error(`the mapping of ${kept.type} reads ${firstName(path)}, and does not list it`)
      return valueAt(attributes, path)
    }
    const regions = (): Setting<string> =>
      mapping?.region === undefined
        ? regionOf(this.#collected, kept, attributes)
        : set('(no attribute)', mapping.region)
    const many = (found: Setting<readonly Kept[]>): Setting<readonly Planned[]> =>
      read(found, (all) => all.map((one) => this.planned(one)))
    return {
      address: kept.address,
      type: kept.type,
      get,
      flag: (path) => read(get(path), (value) => (typeof value === 'boolean' ? value : undefined)),
      text: (path) => read(get(path), (value) => (typeof value === 'string' ? value : undefined)),
      list: (path) => {
        const value = get(path)
        return value.open === 'not-set' ? set(path, []) : read(value, (all) => (Array.isArray(all) ? all : undefined))
      },
      leavesOut: (attribute) => leavesOut(this.#collected, kept, attribute),
      get region() {
        return regions()
      },
      named: (path) => {
        get(path)
        return many(this.#naming.named(kept, path).is)
      },
      parts: (type) => many(this.#parts.of(kept, type)),
    }
  }
}
