import type { Jurisdictions } from '../model/generated/jurisdictions.ts'
import type { Provider } from '../model/generated/provider.ts'
import type { Vocabulary } from '../model/generated/vocabulary.ts'
import { type Document, idIn } from '../model/location.ts'
import { once } from '../model/once.ts'
import type { Registry } from '../model/workspace.ts'

export type Service = Provider['services'][number]
export type Entity = Provider['entities'][number]
type NamedService = { readonly provider: Provider; readonly service: Service }

/** What is listed in documents of the registry, which are read when somebody asks what they say. */
type Listed<T> = {
  readonly has: (id: string) => boolean
  readonly get: (id: string) => T | undefined
  readonly keys: () => Iterable<string>
  readonly values: () => Iterable<T>
}

/** Everything that a document can refer to in the registry. */
export type Names = {
  readonly providers: Listed<Provider>
  /** `aws/ec2`. */
  readonly service: (reference: string) => NamedService | undefined
  /** By table id: the codes in it. */
  readonly regions: Listed<ReadonlySet<string>>
  readonly categories: ReadonlyMap<string, Vocabulary['categories'][number]>
  readonly subjects: ReadonlySet<string>
  readonly purposes: ReadonlySet<string>
  /** Standard processing terms: those of the firm by their id, those of a provider by its own. */
  readonly templates: Pick<Listed<unknown>, 'has' | 'keys'>
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
  const vocabulary = once(() => registry.vocabulary.map(({ value }) => value))
  const countries = once(() => countriesOf(registry.jurisdictions.map(({ value }) => value)))
  const providers = listed(registry.providers, (provider) => provider)
  const categories = once(() => new Map(vocabulary().flatMap((one) => one.categories.map((term) => [term.id, term]))))
  const subjects = once(() => new Set(vocabulary().flatMap((one) => one.subjects.map(({ id }) => id))))
  const purposes = once(() => new Set(vocabulary().flatMap((one) => one.purposes.map(({ id }) => id))))
  const sources = once(() => new Set(registry.sources.flatMap(({ value }) => value.sources.map(({ id }) => id))))
  return {
    providers,
    service: servicesOf(providers),
    regions: listed(registry.regions, ({ regions }) => new Set(regions.map(({ code }) => code))),
    get categories() {
      return categories()
    },
    get subjects() {
      return subjects()
    },
    get purposes() {
      return purposes()
    },
    templates: templatesOf(registry, providers),
    get sources() {
      return sources()
    },
    get countries() {
      return countries().countries
    },
    get aliases() {
      return countries().aliases
    },
    get eea() {
      return countries().eea
    },
  }
}

function listed<D extends { readonly id: string }, T>(
  documents: readonly Document<D>[],
  read: (document: D) => T,
): Listed<T> {
  const known = new Map(documents.map((document) => [idIn(document), once(() => read(document.value))]))
  return {
    has: (id) => known.has(id),
    get: (id) => known.get(id)?.(),
    keys: () => known.keys(),
    values: () => [...known.values()].map((value) => value()),
  }
}

/** Services are looked for in the list of their provider when somebody first names them. */
function servicesOf(providers: Names['providers']): Names['service'] {
  const known = new Map<string, NamedService>()
  return (reference) => {
    const before = known.get(reference)
    if (before !== undefined) return before
    const [id = ''] = reference.split('/')
    const provider = providers.get(id)
    const service = provider?.services.find((one) => reference === `${id}/${one.id}`)
    if (provider === undefined || service === undefined) return undefined
    const found = { provider, service }
    known.set(reference, found)
    return found
  }
}

function templatesOf({ firm }: Registry, providers: Names['providers']): Names['templates'] {
  const own = once(() => new Set(firm.flatMap(({ value }) => (value.templates ?? []).map(({ id }) => id))))
  const published = (id: string): boolean => providers.get(id)?.processingTerms !== undefined
  return {
    has: (id) => own().has(id) || published(id),
    keys: () => new Set([...own(), ...[...providers.keys()].filter(published)]),
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

export function serviceOf(names: Names, reference: unknown): NamedService | undefined {
  return typeof reference === 'string' ? names.service(reference) : undefined
}

/** An entity that is named in full: `aws/aws-inc`. */
export function entityOf(names: Names, reference: unknown): Entity | undefined {
  if (typeof reference !== 'string' || !reference.includes('/')) return undefined
  const [provider = '', id] = reference.split('/')
  return names.providers.get(provider)?.entities.find((one) => one.id === id)
}
