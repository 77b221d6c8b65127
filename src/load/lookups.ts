import { seen } from '../text/harmless.ts'
import { suggest } from '../text/nearest.ts'
import { type Names, serviceOf } from './names.ts'
import { inside, type Place, type Problems } from './rules/problems.ts'

/** Checks single references to the registry. Whatever is not a text states nothing here; the schema judges its type. */
export type Lookups = {
  readonly one: (value: unknown, place: Place, known: Known, what: string, code?: Code) => void
  readonly each: (values: unknown, place: Place, known: Known, what: string, code?: Code) => void
  readonly provider: (value: unknown, place: Place) => void
  /** `aws/ec2`. */
  readonly service: (value: unknown, place: Place) => void
  /** `aws/aws-inc`. */
  readonly entity: (value: unknown, place: Place) => void
  /** A country, a group of countries, or `worldwide`. */
  readonly country: (value: unknown, place: Place) => void
  readonly places: (values: unknown, place: Place) => void
}

type Known = { readonly has: (name: string) => boolean; readonly keys: () => Iterable<string> }

/** Those of a list that is looked up once: to make a set of it would take longer. */
export class KnownIds implements Known {
  private readonly list: readonly { readonly id: string }[]

  constructor(list: readonly { readonly id: string }[] = []) {
    this.list = list
  }

  has(name: string): boolean {
    for (const { id } of this.list) if (id === name) return true
    return false
  }

  keys(): readonly string[] {
    return this.list.map(({ id }) => id)
  }
}
type Code =
  | 'REFERENCE_UNKNOWN'
  | 'PROVIDER_UNKNOWN'
  | 'SERVICE_UNKNOWN'
  | 'REGION_UNKNOWN'
  | 'TERM_UNKNOWN'
  | 'SOURCE_UNKNOWN'

/** Groups of countries, and what stands for none or all of them. */
const groups = new Set(['EU', 'EEA', 'EPO', 'worldwide', 'none', 'unknown'])

export function lookupsIn(names: Names, problems: Problems): Lookups {
  const one: Lookups['one'] = (value, place, known, what, code = 'REFERENCE_UNKNOWN') => {
    if (typeof value !== 'string' || known.has(value)) return
    problems.add(place, { code, message: `There is no ${what} ${seen(value)}`, hint: suggest(value, known.keys()) })
  }
  const each: Lookups['each'] = (values, place, known, what, code) => {
    if (!Array.isArray(values)) return
    for (let index = 0; index < values.length; index += 1) one(values[index], inside(place, index), known, what, code)
  }
  const provider = (value: unknown, place: Place): void =>
    one(value, place, names.providers, 'provider', 'PROVIDER_UNKNOWN')
  const partOf = (reference: unknown, place: Place, part: 'services' | 'entities'): void => {
    if (typeof reference !== 'string') return
    const [id = '', name = ''] = reference.split('/')
    const known = names.providers.get(id)
    if (known === undefined) {
      provider(id, place)
      return
    }
    if (new KnownIds(known[part]).has(reference.slice(id.length + 1))) return
    const full = known[part].map((item) => `${id}/${item.id}`)
    const [what, code] =
      part === 'services' ? (['service', 'SERVICE_UNKNOWN'] as const) : (['entity', 'REFERENCE_UNKNOWN'] as const)
    const message = `${known.name} has no ${what} ${seen(name)} in the registry`
    problems.add(place, { code, message, hint: suggest(reference, full) })
  }
  const country = (value: unknown, place: Place): void => {
    if (typeof value !== 'string' || groups.has(value)) return
    const meant = names.aliases.get(value)
    if (meant === undefined && (names.countries.size === 0 || names.countries.has(value))) return
    const hint = meant === undefined ? 'Use a code of ISO 3166-1 alpha-2, such as "DE".' : `Did you mean "${meant}"?`
    problems.add(place, { code: 'VALUE_NOT_ALLOWED', message: `There is no country ${seen(value)}`, hint })
  }
  return {
    one,
    each,
    provider,
    service: (value, place) => {
      if (serviceOf(names, value) === undefined) partOf(value, place, 'services')
    },
    entity: (value, place) => partOf(value, place, 'entities'),
    country,
    places: (values, place) => {
      if (!Array.isArray(values)) return
      for (let index = 0; index < values.length; index += 1) country(values[index], inside(place, index))
    },
  }
}
