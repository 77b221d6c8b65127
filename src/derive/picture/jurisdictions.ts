import { activities } from '../../model/facts/values.ts'
import type { Architecture } from '../../model/generated/report.ts'
import { allPlaces, type Component } from '../components.ts'
import type { Disclosure } from '../disclosures.ts'
import type { Scene } from '../scene.ts'

type Jurisdiction = Architecture['components'][number]['jurisdiction']

/** Where a component is, taken together: the farthest of its places and of the entity that is contracted. */
export function jurisdictionOf(component: Component, scene: Scene): Jurisdiction {
  const where = component.entity === undefined ? component.custodian.country : allPlaces(component, scene)
  const places = where.value === undefined ? undefined : typeof where.value === 'string' ? [where.value] : where.value
  const country = component.entity?.country.value
  if (places === undefined || (component.entity !== undefined && country === undefined)) return 'unknown'
  const all = [...places, ...(country === undefined ? [] : [country])].map((place) => jurisdictionOfPlace(place, scene))
  return byDistance.find((one) => all.includes(one)) ?? 'eea'
}

const byDistance: readonly Jurisdiction[] = ['worldwide', 'unknown', 'third-country', 'adequate', 'eea']

function jurisdictionOfPlace(place: string, scene: Scene): Jurisdiction {
  if (place === 'worldwide') return 'worldwide'
  const inside = scene.index.inEea(place).value
  if (inside !== false) return inside === true ? 'eea' : 'unknown'
  return scene.index.adequacy('eu-gdpr', place)?.value.scope === 'all' ? 'adequate' : 'third-country'
}

/** Every place that the picture names. */
export function placeRows(scene: Scene, disclosures: readonly Disclosure[]): Architecture['places'] {
  const named = new Set<string>()
  for (const { country } of scene.entities.all()) if (country.value !== undefined) named.add(country.value)
  for (const { places } of scene.components)
    for (const activity of activities) for (const place of places[activity].value ?? []) named.add(place)
  for (const { destination } of disclosures) if (destination.value !== undefined) named.add(destination.value)
  return [...named].sort().map((place) => ({ place, jurisdiction: jurisdictionOfPlace(place, scene) }))
}
