import type { Origin } from '../model/fact.ts'
import type { Firm } from '../model/generated/firm.ts'
import type { Jurisdictions } from '../model/generated/jurisdictions.ts'
import type { Provider } from '../model/generated/provider.ts'
import type { Regions } from '../model/generated/regions.ts'
import type { Document, Pointer } from '../model/location.ts'
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

/** Registries have hundreds of entries, and an engagement asks for a few: each is looked at when it is asked for. */
function makeIndex(registry: Registry): RegistryIndex {
  const providers = new Map(registry.providers.map((document) => [document.value.id, once(() => indexed(document))]))
  const { decisions, instruments, clauses, memberships, adequacyTable } = indexJurisdictions(registry)
  const places = new Map<string, Value<string>>()
  const tables = new Map(registry.regions.map((document) => [document.value.id, document]))
  const regionPlace = (table: string, code: string): Value<string> => {
    const key = `${table} ${code}`
    const place = places.get(key) ?? placeOf(tables.get(table), code)
    if (place !== undefined) places.set(key, place)
    return place ?? unknown()
  }
  const vocabulary = registry.vocabulary.map((document) => document.value)
  const categories = new Map(vocabulary.flatMap((one) => one.categories.map((term) => [term.id, term] as const)))
  const subjects = new Map(vocabulary.flatMap((one) => one.subjects.map((term) => [term.id, term] as const)))

  const membership = (place: string, group: 'EEA' | 'EU'): Value<boolean> => {
    if (place === 'worldwide') return outside
    if (place === 'EU' || place === group) return inside
    if (place === 'EEA') return unknown()
    return memberships.get(place)?.()[group] ?? unknown()
  }

  return {
    provider: (id) => providers.get(id)?.().entry,
    service: (provider, service) => providers.get(provider)?.().services.get(service),
    entities: (provider) => providers.get(provider)?.().entities ?? [],
    regionPlace,
    resourceDefaults: (provider) => providers.get(provider)?.().defaults() ?? [],
    inEea: (place) => membership(place, 'EEA'),
    inUnion: (place) => membership(place, 'EU'),
    adequacy: (regime, place) => decisions.get(`${regime} ${place}`)?.(),
    adequacyTable,
    instrument: (id) => instruments.get(id)?.(),
    processorClauses: (id) => clauses.get(id)?.(),
    processingTerms: (provider) => providers.get(provider)?.().terms,
    firms: registry.firm,
    category: (id) => categories.get(id),
    subject: (id) => subjects.get(id),
  }
}

const inside = known(true)
const outside = known(false)

/** What is looked up of one provider. */
function indexed(document: Document<Provider>) {
  const provider = document.value
  const entryOf = <T extends Sourced>(value: T, pointer: Pointer, entry: string): Entry<T> => ({
    value,
    origin: registryOrigin(document, pointer, entry, value),
  })
  const first = provider.services[0] ?? provider.entities[0]
  const published = provider.processingTerms
  return {
    entry: first && { value: provider, origin: registryOrigin(document, [], provider.name, first) },
    services: new Map(
      provider.services.map((one, at) => [one.id, entryOf(one, ['services', at], `${provider.id}/${one.id}`)]),
    ),
    entities: provider.entities.map((one, at) => entryOf(one, ['entities', at], `${provider.id}/${one.id}`)),
    terms: published && entryOf(published, ['processingTerms'], `processing terms of ${provider.name}`),
    defaults: once(() =>
      (provider.resourceDefaults ?? []).map((one, at) =>
        entryOf(one, ['resourceDefaults', at], `${one.type} without ${one.attribute}`),
      ),
    ),
  }
}

function placeOf(table: Document<Regions> | undefined, code: string): Value<string> | undefined {
  const at = table?.value.regions.findLastIndex((one) => one.code === code) ?? -1
  const region = table?.value.regions[at]
  return table && region && known(region.place, registryOrigin(table, ['regions', at], `region ${code}`, table.value))
}

type Jurisdiction = NonNullable<Jurisdictions['jurisdictions']>[number]

function indexJurisdictions(registry: Registry) {
  const decisions = new Map<string, () => Entry<AdequacyDecision>>()
  const instruments = new Map<string, () => Entry<Instrument>>()
  const clauses = new Map<string, () => Entry<ProcessorClauses>>()
  const memberships = new Map<string, () => Membership>()
  const adequacyTable: Origin[] = []
  for (const document of registry.jurisdictions) {
    const { jurisdictions, adequacy, instruments: listed, processorClauses } = document.value
    const entryOf = <T extends Sourced>(value: T, list: string, at: number, entry: string): (() => Entry<T>) =>
      once(() => ({ value, origin: registryOrigin(document, [list, at], entry, value) }))
    for (const [at, row] of (jurisdictions ?? []).entries()) {
      for (const code of row.codes) {
        const entry = entryOf(row, 'jurisdictions', at, `jurisdiction ${code}`)
        memberships.set(
          code,
          once(() => membershipOf(entry())),
        )
      }
    }
    for (const [at, row] of (adequacy ?? []).entries()) {
      if (adequacyTable.length === 0) {
        adequacyTable.push(registryOrigin(document, ['adequacy', at], 'the list of adequacy decisions', row))
      }
      decisions.set(`${row.regime} ${row.code}`, entryOf(row, 'adequacy', at, `adequacy ${row.id}`))
    }
    for (const [at, row] of (listed ?? []).entries()) {
      instruments.set(row.id, entryOf(row, 'instruments', at, row.id))
    }
    for (const [at, row] of (processorClauses ?? []).entries()) {
      clauses.set(row.id, entryOf(row, 'processorClauses', at, row.name))
    }
  }
  return { decisions, instruments, clauses, memberships, adequacyTable }
}

/** Whether a country is in each of the two groups. */
type Membership = { readonly EEA: Value<boolean>; readonly EU: Value<boolean> }

function membershipOf({ value, origin }: Entry<Jurisdiction>): Membership {
  if (value.eea === 'unknown') return { EEA: unknown(origin), EU: unknown(origin) }
  const isIn = value.eea !== 'outside'
  return { EEA: known(isIn, origin), EU: known(isIn && value.eu === true, origin) }
}
