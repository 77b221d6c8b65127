import type { activities } from '../model/facts/values.ts'
import type { Engagement } from '../model/generated/engagement.ts'
import { firmSupportAccess } from './firm-support.ts'
import type { Reader } from './reader.ts'
import type { Entry, RegistryIndex, Service } from './registry-index.ts'
import { union } from './union.ts'
import { because, chain, firstKnown, known, openLike, unknown, type Value } from './value.ts'

export type ComponentValue = NonNullable<Engagement['components']>[number]

export type Activity = (typeof activities)[number]

/** Where each activity takes place: countries, groups or `worldwide`; `[]` where the activity does not exist. */
export type Places = Readonly<Record<Activity, Value<readonly string[]>>>

type Pointer = readonly (string | number)[]

/**
 * Joins a component with the service that it runs on.
 *
 * A binding residency setting decides before the service's own location model, and the evidence on support that the
 * provider's registry entry or the firm holds comes after both. What the registry knows is never replaced by the
 * descriptor: `locations` fills only what all of these leave open, so that stating it turns nothing round, and a claim
 * that does not agree with them is a contradiction. Where a service offers settings that would bind an activity and the
 * descriptor does not say which are on, the places are unknown.
 */
export function placesOf(
  value: ComponentValue,
  pointer: Pointer,
  service: Value<string>,
  registered: Entry<Service> | undefined,
  provider: string | undefined,
  reader: Reader,
  index: RegistryIndex,
): Places {
  if (service.value === undefined) return ofEach(() => openLike(service))
  if (registered === undefined || provider === undefined)
    return ofEach((activity) => declared(activity, value, pointer, reader))
  const chosen = new Chosen(value, pointer, registered, reader, index)
  return ofEach((activity) => {
    const { places, decides } = fromRegistry(activity, value, pointer, registered, reader, chosen)
    if (decides) return places
    // What could narrow or fill is open: asking for it is more useful than asking for the places themselves.
    const support =
      activity === 'support' ? [registeredSupport(provider, index), firmSupportAccess(index, provider)] : []
    return firstKnown(places, ...support, declared(activity, value, pointer, reader))
  })
}

const ofEach = (placesIn: (activity: Activity) => Value<readonly string[]>): Places => ({
  storage: placesIn('storage'),
  processing: placesIn('processing'),
  inference: placesIn('inference'),
  support: placesIn('support'),
  logging: placesIn('logging'),
  backup: placesIn('backup'),
})

function declared(
  activity: Activity,
  value: ComponentValue,
  pointer: Pointer,
  reader: Reader,
): Value<readonly string[]> {
  const ask = `State where ${words[activity]}: \`locations.${activity}\` of ${value.id}.`
  if (value.locations === undefined) return unknown(reader.missing(pointer, 'locations', ask))
  return reader.get(value.locations, [...pointer, 'locations'], activity, ask)
}

const words: Readonly<Record<Activity, string>> = {
  storage: 'data is stored',
  processing: 'data is processed',
  inference: 'the model works',
  support: 'support has access from',
  logging: 'logs are kept',
  backup: 'copies are kept',
}

/** `decides`: the registry answers, or would if the descriptor stated the key that is asked for. */
type Joined = { readonly places: Value<readonly string[]>; readonly decides: boolean }

function fromRegistry(
  activity: Activity,
  value: ComponentValue,
  pointer: Pointer,
  registered: Entry<Service>,
  reader: Reader,
  chosen: Chosen,
): Joined {
  const service = registered.value
  const binding = service.residency?.filter((one) => one.binding && one.activities?.[activity] !== undefined)
  if (binding !== undefined && binding.length > 0) {
    const on = reader.get(
      value,
      pointer,
      'residency',
      `State the \`residency\` settings of ${value.id} that are on, or \`[]\`: ${binding.map((one) => one.id).join(', ')} would bind it.`,
    )
    if (on.value === undefined) return { places: unknown(...on.from, registered.origin), decides: true }
    // Each of those that are on binds the provider to its own places: two of them do not narrow one another.
    const bound = binding.filter((one) => on.value?.includes(one.id)).map((one) => one.activities?.[activity] ?? [])
    if (bound.length > 0) return { places: because(known(union(bound), registered.origin), ...on.from), decides: true }
    const base = located(activity, registered, chosen)
    return { ...base, places: because(base.places, ...on.from) }
  }
  return located(activity, registered, chosen)
}

function located(activity: Activity, registered: Entry<Service>, chosen: Chosen): Joined {
  const rule = registered.value.location.activities?.[activity]
  if (rule === undefined) return { places: unknown(registered.origin), decides: false }
  if (rule === 'none') return { places: known([], registered.origin), decides: true }
  if (rule === 'region') return { places: chosen.region(), decides: true }
  if (rule === 'scope') return { places: chosen.scope(), decides: true }
  return { places: known(rule as readonly string[], registered.origin), decides: true }
}

/** The places that a component chooses among those of its service: most of its activities take place there. */
class Chosen {
  private readonly value: ComponentValue
  private readonly pointer: Pointer
  private readonly registered: Entry<Service>
  private readonly reader: Reader
  private readonly index: RegistryIndex
  private ofRegion: Value<readonly string[]> | undefined = undefined
  private ofScope: Value<readonly string[]> | undefined = undefined

  constructor(
    value: ComponentValue,
    pointer: Pointer,
    registered: Entry<Service>,
    reader: Reader,
    index: RegistryIndex,
  ) {
    this.value = value
    this.pointer = pointer
    this.registered = registered
    this.reader = reader
    this.index = index
  }

  region(): Value<readonly string[]> {
    this.ofRegion ??= this.regionPlaces()
    return this.ofRegion
  }

  scope(): Value<readonly string[]> {
    this.ofScope ??= this.scopePlaces()
    return this.ofScope
  }

  private regionPlaces(): Value<readonly string[]> {
    const { value, registered, index } = this
    const table = registered.value.location.regions
    const region = this.reader.get(value, this.pointer, 'region', `State the \`region\` of ${value.id}.`)
    if (table === undefined) return unknown(registered.origin)
    return chain(region, (code) => chain(index.regionPlace(table, code), (place) => known([place], registered.origin)))
  }

  /** What an endpoint scope reaches. The name of the region says nothing of it unless the scope is the region. */
  private scopePlaces(): Value<readonly string[]> {
    const { value, registered } = this
    const scopes = registered.value.endpointScopes ?? []
    const ask = `State the \`endpointScope\` of ${value.id}: ${scopes.map((one) => one.id).join(', ')}.`
    return chain(this.reader.get(value, this.pointer, 'endpointScope', ask), (id) => {
      const scope = scopes.find((one) => one.id === id)
      if (scope === undefined) return unknown(registered.origin)
      if (scope.reaches === 'region') return this.region()
      return known(scope.reaches as readonly string[], registered.origin)
    })
  }
}

function registeredSupport(provider: string, index: RegistryIndex): Value<readonly string[]> {
  const entry = index.provider(provider)
  const support = entry?.value.supportAccess
  if (entry === undefined || support === undefined || support.places === 'unknown') return unknown()
  const at = entry.origin.kind === 'registry' ? entry.origin : undefined
  if (at === undefined) return unknown()
  return known(support.places as readonly string[], {
    kind: 'registry',
    at: at.at,
    entry: `support access of ${provider}`,
    source: support.source.join(', '),
    checkedOn: support.checkedOn,
    reviewBy: support.reviewBy,
    ...(at.note === undefined ? {} : { note: at.note }),
  })
}
