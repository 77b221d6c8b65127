import type { Origin } from '../model/fact.ts'
import type { Firm } from '../model/generated/firm.ts'
import type { Jurisdictions } from '../model/generated/jurisdictions.ts'
import type { Provider } from '../model/generated/provider.ts'
import { type Document, idIn, type Pointer } from '../model/location.ts'
import { once } from '../model/once.ts'
import type { Registry } from '../model/workspace.ts'
import { Registered, type Sourced } from './origins.ts'
import { known, unknown, type Value } from './value.ts'

export type Service = Provider['services'][number]
export type ProviderEntity = Provider['entities'][number]
type AdequacyDecision = NonNullable<Jurisdictions['adequacy']>[number]
type Instrument = NonNullable<Jurisdictions['instruments']>[number]
type ProcessorClauses = NonNullable<Jurisdictions['processorClauses']>[number]
type PublishedTerms = NonNullable<Provider['processingTerms']>
type ResourceDefault = NonNullable<Provider['resourceDefaults']>[number]

/** One entry of a registry document, with the reason to give for what it says. */
export type Entry<T> = { readonly value: T; readonly origin: Origin }

/** Look-ups in the registry. What it does not list is unknown; nothing is guessed. */
export type RegistryIndex = {
  readonly provider: (id: string) => Entry<Provider> | undefined
  readonly service: (provider: string, service: string) => Entry<Service> | undefined
  readonly entities: (provider: string) => readonly Entry<ProviderEntity>[]
  readonly regionPlace: (table: string, code: string) => Value<string>
  /** What resources of a provider are set to where infrastructure code does not set them. */
  readonly resourceDefaults: (provider: string) => readonly Entry<ResourceDefault>[]
  /** Whether a place is inside the EEA: a country, a group, or `worldwide`, which is not. */
  readonly inEea: (place: string) => Value<boolean>
  readonly inUnion: (place: string) => Value<boolean>
  readonly adequacy: (regime: 'eu-gdpr' | 'uk-gdpr', place: string) => Entry<AdequacyDecision> | undefined
  /** The reason to give where no decision names a place: the table itself. */
  readonly adequacyTable: readonly Origin[]
  readonly instrument: (id: string) => Entry<Instrument> | undefined
  /** Standard clauses for processing contracts. */
  readonly processorClauses: (id: string) => Entry<ProcessorClauses> | undefined
  /** What the published processing terms of a provider say. */
  readonly processingTerms: (provider: string) => Entry<PublishedTerms> | undefined
  readonly firms: readonly Document<Firm>[]
  readonly category: (id: string) => VocabularyTerm | undefined
  readonly subject: (id: string) => VocabularyTerm | undefined
}

type VocabularyTerm = {
  readonly personal?: boolean
  readonly special?: boolean
  readonly employment?: boolean
  readonly sensitive?: boolean
  readonly vulnerable?: boolean
  readonly employees?: boolean
}

/** The reason to give for a fact of the registry. */
export const registryOrigin = (document: Document, pointer: Pointer, entry: string, fact: Sourced): Origin =>
  new Registered(document, pointer, entry, fact)

const indexes = new WeakMap<Registry, RegistryIndex>()

/** The look-ups of a registry, made once for all engagements that share it. */
export function indexRegistry(registry: Registry): RegistryIndex {
  const index = indexes.get(registry) ?? makeIndex(registry)
  indexes.set(registry, index)
  return index
}

function makeIndex(registry: Registry): RegistryIndex {
  const providers = new Map(registry.providers.map((document) => [idIn(document), once(() => indexProvider(document))]))
  const { decisions, instruments, clauses, jurisdictions, adequacyTable } = indexJurisdictions(registry)
  const places = indexRegions(registry)
  const vocabulary = registry.vocabulary.map((document) => document.value)
  const categories = new Map(vocabulary.flatMap((one) => one.categories.map((term) => [term.id, term] as const)))
  const subjects = new Map(vocabulary.flatMap((one) => one.subjects.map((term) => [term.id, term] as const)))

  const membership = (place: string, group: 'EEA' | 'EU'): Value<boolean> => {
    if (place === 'worldwide') return outside
    if (place === 'EU' || place === group) return inside
    if (place === 'EEA') return unknown()
    return jurisdictions.get(place)?.()[group] ?? unknown()
  }

  return {
    provider: (id) => providers.get(id)?.().provider,
    service: (provider, service) => providers.get(provider)?.().services.get(service),
    entities: (provider) => providers.get(provider)?.().entities ?? [],
    regionPlace: (table, code) => places.get(table)?.().get(code)?.() ?? unknown(),
    resourceDefaults: (provider) => providers.get(provider)?.().defaults() ?? [],
    inEea: (place) => membership(place, 'EEA'),
    inUnion: (place) => membership(place, 'EU'),
    adequacy: (regime, place) => decisions.get(`${regime} ${place}`),
    adequacyTable,
    instrument: (id) => instruments.get(id),
    processorClauses: (id) => clauses.get(id),
    processingTerms: (provider) => providers.get(provider)?.().terms,
    firms: registry.firm,
    category: (id) => categories.get(id),
    subject: (id) => subjects.get(id),
  }
}

const inside = known(true)
const outside = known(false)

/** Of one provider, whose document is read for the first engagement that names it. */
function indexProvider(document: Document<Provider>) {
  const provider = document.value
  const { id, name, processingTerms, resourceDefaults = [] } = provider
  const entry = <T extends Sourced>(value: T, pointer: Pointer, name: string): Entry<T> => ({
    value,
    origin: registryOrigin(document, pointer, name, value),
  })
  const named = provider.services[0] ?? provider.entities[0]
  return {
    provider: named && { value: provider, origin: registryOrigin(document, [], name, named) },
    services: new Map(
      provider.services.map((service, at) => [service.id, entry(service, ['services', at], `${id}/${service.id}`)]),
    ),
    entities: provider.entities.map((entity, at) => entry(entity, ['entities', at], `${id}/${entity.id}`)),
    terms: processingTerms && entry(processingTerms, ['processingTerms'], `processing terms of ${name}`),
    defaults: once(() =>
      resourceDefaults.map((one, at) => entry(one, ['resourceDefaults', at], `${one.type} without ${one.attribute}`)),
    ),
  }
}

type Jurisdiction = NonNullable<Jurisdictions['jurisdictions']>[number]

/** Whether a country is in each of the two groups. */
type Membership = { readonly EEA: Value<boolean>; readonly EU: Value<boolean> }

function membershipOf({ eea, eu }: Jurisdiction, origin: Origin): Membership {
  if (eea === 'unknown') return { EEA: unknown(origin), EU: unknown(origin) }
  const isIn = eea !== 'outside'
  return { EEA: known(isIn, origin), EU: known(isIn && eu === true, origin) }
}

function indexJurisdictions(registry: Registry) {
  const decisions = new Map<string, Entry<AdequacyDecision>>()
  const instruments = new Map<string, Entry<Instrument>>()
  const clauses = new Map<string, Entry<ProcessorClauses>>()
  // There are hundreds, and an engagement asks for a few: their reasons are made when they are asked for.
  const jurisdictions = new Map<string, () => Membership>()
  const adequacyTable: Origin[] = []
  for (const document of registry.jurisdictions) {
    for (const [index, row] of (document.value.jurisdictions ?? []).entries()) {
      for (const code of row.codes) {
        jurisdictions.set(
          code,
          once(() =>
            membershipOf(row, registryOrigin(document, ['jurisdictions', index], `jurisdiction ${code}`, row)),
          ),
        )
      }
    }
    for (const [index, row] of (document.value.adequacy ?? []).entries()) {
      const pointer = ['adequacy', index]
      if (adequacyTable.length === 0) {
        adequacyTable.push(registryOrigin(document, pointer, 'the list of adequacy decisions', row))
      }
      const origin = registryOrigin(document, pointer, `adequacy ${row.id}`, row)
      decisions.set(`${row.regime} ${row.code}`, { value: row, origin })
    }
    for (const [index, row] of (document.value.instruments ?? []).entries()) {
      instruments.set(row.id, { value: row, origin: registryOrigin(document, ['instruments', index], row.id, row) })
    }
    for (const [index, row] of (document.value.processorClauses ?? []).entries()) {
      const origin = registryOrigin(document, ['processorClauses', index], row.name, row)
      clauses.set(row.id, { value: row, origin })
    }
  }
  return { decisions, instruments, clauses, jurisdictions, adequacyTable }
}

/** By table and code. */
function indexRegions({ regions }: Registry): ReadonlyMap<string, () => ReadonlyMap<string, () => Value<string>>> {
  return new Map(regions.map((document) => [idIn(document), once(() => indexTable(document))]))
}

function indexTable(document: Registry['regions'][number]): ReadonlyMap<string, () => Value<string>> {
  const { value } = document
  const placed = ({ code, place }: (typeof value.regions)[number], at: number) =>
    once(() => known(place, registryOrigin(document, ['regions', at], `region ${code}`, value)))
  return new Map(value.regions.map((region, at) => [region.code, placed(region, at)]))
}
