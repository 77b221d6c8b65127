import type { Jurisdictions } from '../model/generated/jurisdictions.ts'
import type { Provider } from '../model/generated/provider.ts'
import type { Vocabulary } from '../model/generated/vocabulary.ts'
import type { Registry } from '../model/workspace.ts'

export type Service = Provider['services'][number]
export type Entity = Provider['entities'][number]

/** Everything that a document can refer to in the registry. */
export type Names = {
  readonly providers: ReadonlyMap<string, Provider>
  /** By table id: the codes in it. */
  readonly regions: ReadonlyMap<string, ReadonlySet<string>>
  readonly categories: ReadonlyMap<string, Vocabulary['categories'][number]>
  readonly subjects: ReadonlySet<string>
  readonly purposes: ReadonlySet<string>
  /** Standard processing terms: those of the firm by their id, those of a provider by its own. */
  readonly templates: ReadonlySet<string>
  readonly sources: ReadonlySet<string>
  /** Every code that is given a name; empty where the registry names none, and then no code is refused. */
  readonly countries: ReadonlySet<string>
  /** What people write for a country, and what is meant: EL, UK. */
  readonly aliases: ReadonlyMap<string, string>
  /** Codes inside the EEA. */
  readonly eea: ReadonlySet<string>
}

const known = new WeakMap<Registry, Names>()

/** Made once for all engagements that share a registry. */
export function namesOf(registry: Registry): Names {
  const names = known.get(registry) ?? makeNames(registry)
  known.set(registry, names)
  return names
}

function makeNames(registry: Registry): Names {
  const vocabulary = registry.vocabulary.map(({ value }) => value)
  const jurisdictions = registry.jurisdictions.map(({ value }) => value)
  return {
    providers: new Map(registry.providers.map(({ value }) => [value.id, value])),
    regions: new Map(registry.regions.map(({ value }) => [value.id, new Set(value.regions.map(({ code }) => code))])),
    categories: new Map(vocabulary.flatMap(({ categories }) => categories.map((one) => [one.id, one]))),
    subjects: new Set(vocabulary.flatMap(({ subjects }) => subjects.map(({ id }) => id))),
    purposes: new Set(vocabulary.flatMap(({ purposes }) => purposes.map(({ id }) => id))),
    templates: new Set([
      ...registry.firm.flatMap(({ value }) => (value.templates ?? []).map(({ id }) => id)),
      ...registry.providers.flatMap(({ value }) => (value.processingTerms === undefined ? [] : [value.id])),
    ]),
    sources: new Set(registry.sources.flatMap(({ value }) => value.sources.map(({ id }) => id))),
    ...countriesOf(jurisdictions),
  }
}

function countriesOf(documents: readonly Jurisdictions[]): Pick<Names, 'countries' | 'aliases' | 'eea'> {
  const rows = documents.flatMap(({ jurisdictions }) => jurisdictions ?? [])
  const named = documents.flatMap(({ names }) => Object.keys(names ?? {}))
  return {
    countries: named.length === 0 ? new Set() : new Set([...named, ...rows.flatMap(({ codes }) => codes)]),
    aliases: new Map(documents.flatMap(({ aliases }) => Object.entries(aliases ?? {}))),
    eea: new Set(rows.filter(({ eea }) => eea === 'member' || eea === 'part-of-member').flatMap(({ codes }) => codes)),
  }
}

export function serviceOf(names: Names, reference: unknown): { provider: Provider; service: Service } | undefined {
  if (typeof reference !== 'string') return undefined
  const [id = '', name] = reference.split('/')
  const provider = names.providers.get(id)
  const service = provider?.services.find((one) => one.id === name)
  return provider === undefined || service === undefined ? undefined : { provider, service }
}

/** An entity that is named in full: `aws/aws-inc`. */
export function entityOf(names: Names, reference: unknown): Entity | undefined {
  if (typeof reference !== 'string' || !reference.includes('/')) return undefined
  const [provider = '', id] = reference.split('/')
  return names.providers.get(provider)?.entities.find((one) => one.id === id)
}
