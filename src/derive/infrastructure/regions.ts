import type { Component } from '../components.ts'
import type { Activity } from '../places.ts'
import type { Scene } from '../scene.ts'
import { allOf, anyOf, because, chain, known, likewise, map, openLike, or, unknown, type Value } from '../value.ts'
import { type Planned, settingOf } from './planned.ts'

/** The region of what runs in none in particular. */
const everywhere = 'global'

/** The region of a resource: as its plan says, or as the descriptor says of a template that names none. */
export function regionOf(planned: Planned, scene: Scene): Value<string> {
  if (planned.value?.region?.open !== 'not-in-file') return settingOf(planned, 'region', scene)
  const { engagement, reader } = scene
  const { document, address } = planned
  const stacks = (engagement.infrastructure?.stacks ?? []).flatMap((stack, at) => {
    const ofProvider = stack.provider === undefined || stack.provider === planned.provider.value
    return ofProvider && fits(stack.file, document.file) ? [{ stack, pointer: ['infrastructure', 'stacks', at] }] : []
  })
  const [first, ...others] = stacks
  const ask = `State in which region ${document.file} is deployed, for ${address} and all that it names no region for: \`infrastructure.stacks\`.`
  if (first === undefined) {
    const parent = engagement.infrastructure === undefined ? [] : ['infrastructure']
    return unknown(reader.missing(parent, 'stacks', ask), planned.origin)
  }
  const region = reader.get(first.stack, first.pointer, 'region', ask)
  if (others.every(({ stack }) => stack.region === first.stack.region)) return because(region, planned.origin)
  return unknown(reader.missing(first.pointer, 'file', `Name ${document.file} once under \`infrastructure.stacks\`.`))
}

/** Whether a path is the one named, or of the pattern: `*` stands for anything but a slash, `**` for anything. */
export function fits(pattern: string, file: string): boolean {
  const parts = pattern.split(/(\*\*\/?|\*|\?)/).map((part) => {
    if (part === '**' || part === '**/') return '.*'
    if (part === '*') return '[^/]*'
    return part === '?' ? '[^/]' : part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  })
  return new RegExp(`^(?:\\./)?${parts.join('')}$`, 's').test(file)
}

/** Whether a resource runs in a region at all: DNS and the like of some providers run everywhere. */
export function regional(planned: Planned, scene: Scene): Value<boolean> {
  const region = regionOf(planned, scene)
  if (region.value !== everywhere) return map(region, () => true)
  // Nobody can declare a service that the registry does not have, in whatever region.
  const registered = registeredOf(planned, scene)
  const chosen = Object.values(registered?.value.location.activities ?? {}).includes('region')
  return known(chosen, ...region.from, ...(registered === undefined ? [] : [registered.origin]))
}

/** The entry of the registry for the service of a resource. */
export function registeredOf({ service }: Planned, { index }: Scene) {
  const [provider, id] = service.value?.split('/') ?? []
  return provider === undefined || id === undefined ? undefined : index.service(provider, id)
}

/** The country or group that a region of a resource is in. */
export function placeOf(planned: Planned, region: string, scene: Scene): Value<string> {
  const own = registeredOf(planned, scene)?.value.location.regions
  const all = scene.index.provider(planned.provider.value ?? '')?.value.services.map((one) => one.location.regions)
  const tables = own === undefined ? [...new Set(all)].filter((one) => one !== undefined) : [own]
  const [table, ...others] = tables
  return table === undefined || others.length > 0 ? unknown() : scene.index.regionPlace(table, region)
}

const declaredRegion = (component: Component, { reader }: Scene): Value<string> =>
  reader.get(
    component.value,
    component.pointer,
    'region',
    `State the \`region\` of ${component.id}, as its provider spells it.`,
  )

/** Whether a resource is in the region of a component. */
export const inRegionOf = (component: Component, planned: Planned, scene: Scene): Value<boolean> =>
  chain(regionOf(planned, scene), (region) => map(declaredRegion(component, scene), (declared) => declared === region))

/** The region that a component declares. */
export const regionsOf = (component: Component, scene: Scene): Value<readonly string[]> =>
  map(declaredRegion(component, scene), (region) => [region])

/** Whether some component of the provider is in the region of a resource. */
export const inAnyRegion = (planned: Planned, scene: Scene): Value<boolean> =>
  chain(regionOf(planned, scene), (region) => someComponentIn(region, planned, scene))

/** Whether some component of the provider is in each region that a resource is copied or logged to. */
export const copiedToAnyRegion = (planned: Planned, key: Copies, scene: Scene): Value<boolean> =>
  chain(settingOf(planned, key, scene), (regions) =>
    because(allOf(regions.map((region) => someComponentIn(region, planned, scene))), planned.origin),
  )

function someComponentIn(region: string, planned: Planned, scene: Scene): Value<boolean> {
  const { components, reader } = scene
  if (scene.engagement.components === undefined)
    return unknown(reader.missing([], 'components', 'State the components: `components`, or `[]` if there are none.'))
  const all = components.map((one): Value<boolean> => {
    if (one.service.value === undefined) return openLike(one.service)
    if (one.provider !== planned.provider.value || !isConfigured(one)) return known(false)
    return map(declaredRegion(one, scene), (declared) => declared === region)
  })
  return anyOf([known(false, reader.listed(['components'])), ...all])
}

/** Whether the customer chooses the region of a service; of one that the registry does not know, that may be. */
function isConfigured({ registered, value }: Component): boolean {
  if (registered === undefined || value.region !== undefined) return true
  return Object.values(registered.value.location.activities ?? {}).some((one) => one === 'region' || one === 'scope')
}

/** The regions of all components of the provider. */
export const regionsOfProvider = (planned: Planned, { components }: Scene): readonly string[] => {
  const there = components.filter((one) => one.provider === planned.provider.value)
  return [...new Set(there.flatMap(({ value }) => value.region ?? []))].sort()
}

type Copies = 'copiesTo' | 'logsTo'

const activitiesOf: Readonly<Record<Copies, readonly Activity[]>> = {
  copiesTo: ['storage', 'backup'],
  logsTo: ['logging'],
}

/** The regions that a resource is copied or logged to, without those that a component declares: by its region, its `locations`, or a flow to a component there. */
export function undeclaredCopies(component: Component, planned: Planned, key: Copies, scene: Scene): readonly string[] {
  const regions = settingOf(planned, key, scene).value ?? []
  return regions.filter((region) => declares(component, planned, region, key, scene).value === false)
}

/** Whether a component declares every region that a resource is copied or logged to. */
export function copiesDeclared(component: Component, planned: Planned, key: Copies, scene: Scene): Value<boolean> {
  const copies = settingOf(planned, key, scene)
  return chain(copies, (regions) =>
    because(allOf(regions.map((region) => declares(component, planned, region, key, scene))), ...copies.from),
  )
}

function declares(component: Component, planned: Planned, region: string, key: Copies, scene: Scene): Value<boolean> {
  const place = placeOf(planned, region, scene)
  return anyOf([
    map(declaredRegion(component, scene), (declared) => declared === region),
    ...activitiesOf[key].map((activity) => locates(component, activity, region, place, scene)),
    flowsTo(component, region, scene),
  ])
}

/** Whether `locations` of a component has the place of a region. What is not stated might, unless that is refused. */
function locates(
  component: Component,
  activity: Activity,
  region: string,
  place: Value<string>,
  scene: Scene,
): Value<boolean> {
  const { value, pointer, id } = component
  const pointed = [...pointer, 'locations']
  const stated = value.locations?.[activity]
  if (stated !== undefined) {
    const origin = scene.reader.stated([...pointed, activity])
    return because(
      chain(place, (one) => covers(stated, one, scene)),
      origin,
    )
  }
  const places = component.places[activity]
  const outside = chain(place, (one) => scene.index.inEea(one))
  const covered = chain(places, (known_) => chain(place, (one) => covers(known_, one, scene)))
  // More than the registry knows, outside the EEA, is a contradiction: stating it would not be accepted.
  if (outside.value === false && covered.value === false) return likewise(false, covered)
  const ask = `State every place of ${activity} of ${id} under \`locations.${activity}\`: a plan names ${region}.`
  return unknown(scene.reader.missing(value.locations === undefined ? pointer : pointed, activity, ask))
}

function covers(places: readonly string[], place: string, { index }: Scene): Value<boolean> {
  if (places.includes(place) || places.includes('worldwide')) return known(true)
  return or(
    places.includes('EEA') ? index.inEea(place) : known(false),
    places.includes('EU') ? index.inUnion(place) : known(false),
  )
}

/** Whether a flow goes from a component to another one in a region. */
function flowsTo(component: Component, region: string, scene: Scene): Value<boolean> {
  const { engagement, reader, flows } = scene
  if (engagement.flows === undefined)
    return unknown(reader.missing([], 'flows', 'State the flows of data: `flows`, or `[]` if there are none.'))
  const ends = flows.filter(({ from }) => from.id === component.id).flatMap(({ to }) => to.component ?? [])
  const ofProvider = ends.filter((one) => one.service.value === undefined || one.provider === component.provider)
  return anyOf(ofProvider.map((one) => map(declaredRegion(one, scene), (declared) => declared === region)))
}
