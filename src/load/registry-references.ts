import type { Firm } from '../model/generated/firm.ts'
import type { Document, Pointer } from '../model/location.ts'
import type { Registry } from '../model/workspace.ts'
import { seen } from '../text/harmless.ts'
import { type Lookups, lookupsIn } from './lookups.ts'
import type { Names } from './names.ts'
import { inside, isMapping, type Place, type Problems } from './rules/problems.ts'

/** Looks up everything that documents of the registry name in one another. */
export function checkRegistryReferences(
  registry: Registry,
  names: Names,
  trusted: (document: Document) => boolean,
  problems: Problems,
): void {
  const lookups = lookupsIn(names, problems)
  const documents: readonly Document[] = Object.values(registry).flat()
  for (const document of documents.filter((one) => !trusted(one))) {
    checkSharedKeys(document.value, { document, pointer: [] }, names, lookups)
  }
  for (const document of registry.providers.filter((one) => !trusted(one))) checkProvider(document, names, lookups)
  for (const document of registry.regions.filter((one) => !trusted(one))) {
    lookups.provider(document.value.provider, { document, pointer: ['provider'] })
  }
  for (const document of registry.sources.filter((one) => !trusted(one))) checkDefects(document, names, lookups)
  const people = new Set(registry.firm.flatMap(({ value }) => (value.people ?? []).map(({ id }) => id)))
  for (const document of registry.firm.filter((one) => !trusted(one))) {
    checkFirm(document, names, people, lookups)
    checkFirmFacts(document, registry.firm, names, problems)
  }
}

const placeKeys = ['place', 'country', 'parentCountry', 'code']
const placeListKeys = ['places', 'customers', 'worksFrom', 'reaches', 'codes']
const activityKeys = ['storage', 'processing', 'inference', 'support', 'logging', 'backup']

/** Keys that mean the same wherever they stand in the registry. */
function checkSharedKeys(value: unknown, place: Place, names: Names, lookups: Lookups): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) checkSharedKeys(item, inside(place, index), names, lookups)
    return
  }
  if (!isMapping(value)) return
  // A region's code is the provider's, not a country's.
  const isRegion = place.pointer.at(-2) === 'regions'
  // Among the terms of an agreement, `purpose` says where it names one.
  const isTerm = place.pointer.at(-1) === 'states'
  for (const [key, part] of Object.entries(value)) {
    const here = inside(place, key)
    if (key === 'source') lookups.each(part, here, names.sources, 'source', 'SOURCE_UNKNOWN')
    else if (key === 'purpose' && !isTerm) lookups.one(part, here, names.purposes, 'purpose', 'TERM_UNKNOWN')
    else if (key === 'purposes') lookups.each(part, here, names.purposes, 'purpose', 'TERM_UNKNOWN')
    else if (placeKeys.includes(key) && !(isRegion && key === 'code')) lookups.country(part, here)
    else if (placeListKeys.includes(key) || activityKeys.includes(key)) lookups.places(part, here)
    else checkSharedKeys(part, here, names, lookups)
  }
}

function checkProvider(document: Registry['providers'][number], names: Names, lookups: Lookups): void {
  const provider = document.value
  const at = (...pointer: Pointer): Place => ({ document, pointer })
  const entities = new Set(provider.entities.map(({ id }) => id))
  const services = new Set(provider.services.map(({ id }) => id))
  for (const [index, { entity, services: only }] of (provider.contracting ?? []).entries()) {
    lookups.one(entity, at('contracting', index, 'entity'), entities, 'entity')
    lookups.each(only, at('contracting', index, 'services'), services, 'service', 'SERVICE_UNKNOWN')
  }
  for (const [index, { location, endpointScopes }] of provider.services.entries()) {
    lookups.one(location.regions, at('services', index, 'location', 'regions'), names.regions, 'table of regions')
    const table = names.regions.get(location.regions ?? '')
    for (const [position, { from }] of (endpointScopes ?? []).entries()) {
      const place = at('services', index, 'endpointScopes', position, 'from')
      if (table !== undefined) lookups.each(from, place, table, 'region', 'REGION_UNKNOWN')
    }
  }
}

function checkDefects(document: Registry['sources'][number], names: Names, lookups: Lookups): void {
  for (const [index, { documents }] of (document.value.defects ?? []).entries()) {
    for (const [position, cited] of documents.entries()) {
      const place = { document, pointer: ['defects', index, 'documents', position, 'document'] }
      lookups.one(cited.document, place, names.sources, 'source', 'SOURCE_UNKNOWN')
    }
  }
}

function checkFirm(document: Document<Firm>, names: Names, people: ReadonlySet<string>, lookups: Lookups): void {
  const firm = document.value
  const at = (...pointer: Pointer): Place => ({ document, pointer })
  for (const [index, { provider, services }] of (firm.approvals ?? []).entries()) {
    lookups.provider(provider, at('approvals', index, 'provider'))
    const known = new Set((names.providers.get(provider)?.services ?? []).map(({ id }) => id))
    if (names.providers.has(provider)) {
      lookups.each(services, at('approvals', index, 'services'), known, 'service', 'SERVICE_UNKNOWN')
    }
  }
  for (const list of ['supportAccess', 'reviews'] as const) {
    for (const [index, { provider }] of (firm[list] ?? []).entries()) {
      lookups.provider(provider, at(list, index, 'provider'))
    }
  }
  for (const task of ['vulnerabilityMonitoring', 'patchManagement'] as const) {
    // A name without a slash is a component of some descriptor, as below.
    const covers: unknown = firm.maintenance?.[task]?.covers
    for (const [position, name] of (Array.isArray(covers) ? covers : []).entries()) {
      if (String(name).includes('/')) lookups.service(name, at('maintenance', task, 'covers', position))
    }
  }
  for (const [index, { holders, owner, administers }] of (firm.accounts ?? []).entries()) {
    lookups.each(holders, at('accounts', index, 'holders'), people, 'person')
    lookups.one(owner, at('accounts', index, 'owner'), people, 'person')
    // A name without a slash is a component of some descriptor, which the registry cannot know.
    for (const [position, name] of (administers ?? []).entries()) {
      if (name.includes('/')) lookups.service(name, at('accounts', index, 'administers', position))
    }
  }
}

/** What extends the firm adds; it cannot say otherwise. Nor can evidence of the firm override what the world knows. */
function checkFirmFacts(
  document: Document<Firm>,
  all: readonly Document<Firm>[],
  names: Names,
  problems: Problems,
): void {
  const contradict = (pointer: Pointer, message: string): void =>
    problems.add({ document, pointer }, { code: 'CONTRADICTION', message, hint: 'Correct the one that is wrong.' })
  for (const key of ['name', 'country', 'parentCountry'] as const) {
    const value = document.value[key]
    const other = all.find((one) => one !== document && typeof one.value[key] === 'string')
    if (typeof value !== 'string' || document.value.extends === undefined || other === undefined) continue
    if (other.value[key] !== value)
      contradict([key], `${key} is ${seen(value)} here and ${seen(other.value[key])} in ${other.file}`)
  }
  for (const [index, { id }] of (document.value.templates ?? []).entries()) {
    if (!names.providers.has(id)) continue
    const message = `"${id}" is the id of a provider, so that an agreement could name the terms of either`
    problems.add(
      { document, pointer: ['templates', index, 'id'] },
      { code: 'AMBIGUOUS', message, hint: 'Choose another id.' },
    )
  }
  for (const [index, { provider, places }] of (document.value.supportAccess ?? []).entries()) {
    const known = names.providers.get(provider)?.supportAccess?.places
    if (!Array.isArray(known) || sameMembers(known, places)) continue
    contradict(['supportAccess', index, 'places'], `The registry says that support access is from ${known.join(', ')}`)
  }
}

function sameMembers(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((member) => other.includes(member))
}
