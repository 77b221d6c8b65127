import type { Infrastructure } from '../../model/generated/infrastructure.ts'
import { read, type Setting, set } from '../setting.ts'
import { type Marked, valueAt } from './attributes.ts'
import { leavesOut } from './code.ts'
import type { Collected, Kept } from './collected.ts'
import type { Json, Planned } from './mapping.ts'
import { Naming } from './naming.ts'
import { Parts } from './parts.ts'
import { firstName, readsOf } from './reads.ts'
import { regionOf } from './region.ts'

type Resource = Infrastructure['resources'][number]
type Unmapped = NonNullable<Infrastructure['unmapped']>[number]

/** What is said of the resources of a plan, in its order. */
export function describeAll(collected: Collected): { readonly resources: Resource[]; readonly unmapped: Unmapped[] } {
  const naming = new Naming(collected)
  const asking = { collected, naming, parts: new Parts(collected, naming) }
  const resources: Resource[] = []
  const unmapped: Unmapped[] = []
  for (const kept of collected.resources.values()) {
    const resource = describe(asking, kept)
    if (resource !== undefined) resources.push(resource)
    else unmapped.push(withoutMapping(kept))
  }
  return { resources, unmapped }
}

function withoutMapping({ address, type, source, at }: Kept): Unmapped {
  return { at, address, type, ...(source !== undefined && { provider: source.provider }) }
}

/** What resources of a plan are asked through. */
type Asking = { readonly collected: Collected; readonly naming: Naming; readonly parts: Parts }

function describe(asking: Asking, kept: Kept): Resource | undefined {
  const { mapping, source } = kept
  if (mapping === undefined || source === undefined) return undefined
  const planned = new PlannedResource(asking, kept)
  const service = typeof mapping.service === 'string' ? mapping.service : mapping.service(planned)
  if (service === undefined) return undefined
  return {
    at: kept.at,
    address: kept.address,
    type: kept.type,
    provider: source.provider,
    service,
    ...(mapping.keeps !== undefined && { keeps: mapping.keeps }),
    region: planned.region,
    ...mapping.describe?.(planned),
  }
}

class PlannedResource implements Planned {
  readonly #asking: Asking
  readonly #kept: Kept
  #attributes: Marked | undefined

  constructor(asking: Asking, kept: Kept) {
    this.#asking = asking
    this.#kept = kept
  }

  get address(): string {
    return this.#kept.address
  }

  get type(): string {
    return this.#kept.type
  }

  get(path: string): Setting<Json> {
    const { type, mapping } = this.#kept
    if (!readsOf(mapping).includes(firstName(path)))
      throw new Error(`the mapping of ${type} reads ${firstName(path)}, and does not list it`)
    return valueAt(this.#read(), path)
  }

  flag(path: string): Setting<boolean> {
    return read(this.get(path), (value) => (typeof value === 'boolean' ? value : undefined))
  }

  text(path: string): Setting<string> {
    return read(this.get(path), (value) => (typeof value === 'string' ? value : undefined))
  }

  list(path: string): Setting<readonly Json[]> {
    const value = this.get(path)
    if (value.open === 'not-set') return set(path, [])
    return read(value, (all) => (Array.isArray(all) ? (all as readonly Json[]) : undefined))
  }

  leavesOut(attribute: string): boolean {
    return leavesOut(this.#asking.collected, this.#kept, attribute)
  }

  get region(): Setting<string> {
    const { mapping } = this.#kept
    if (mapping?.region !== undefined) return set('(no attribute)', mapping.region)
    return regionOf(this.#asking.collected, this.#kept, this.#read())
  }

  named(path: string): Setting<readonly Planned[]> {
    this.get(path)
    return this.#planned(this.#asking.naming.named(this.#kept, path).is)
  }

  parts(type: string): Setting<readonly Planned[]> {
    return this.#planned(this.#asking.parts.of(this.#kept, type))
  }

  #planned(found: Setting<readonly Kept[]>): Setting<readonly Planned[]> {
    return read(found, (all) => all.map((one) => new PlannedResource(this.#asking, one)))
  }

  #read(): Marked {
    this.#attributes ??= JSON.parse(this.#kept.attributes) as Marked
    return this.#attributes
  }
}
