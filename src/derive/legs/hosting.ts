import { activities as allActivities } from '../../model/facts/values.ts'
import type { Component } from '../components.ts'
import type { Entity } from '../entities.ts'
import type { Activity } from '../places.ts'
import type { Scene } from '../scene.ts'
import { and, because, known, not, unknown, type Value } from '../value.ts'
import { type Leg, legOf } from './leg.ts'

/**
 * Hosting, and what follows from where the provider works.
 *
 * The customer makes data available to the entity that it contracts. Where that entity is in the EEA, processing in
 * another country outside makes it available to the provider's entity there: one step down the provider's own chain.
 * Where the contracting entity is itself outside, the places are listed with it, and only other third countries that are
 * named one by one are steps of their own.
 */
export function hostingLegs(scene: Scene, component: Component): readonly Leg[] {
  const { entity, provider } = component
  if (entity === undefined) return []
  const byPlace = new Map<string, Activity[]>()
  const open: { activity: Activity; places: Value<readonly string[]> }[] = []
  for (const activity of allActivities) {
    const places = component.places[activity]
    if (places.value === undefined) open.push({ activity, places })
    for (const place of places.value ?? []) {
      const active = byPlace.get(place)
      if (active === undefined) byPlace.set(place, [activity])
      else active.push(activity)
    }
  }
  const steps: {
    importer: Entity
    destination: Value<string>
    activities: Activity[]
    places: string[]
    sure: boolean
  }[] = []
  const here: { activities: Activity[]; places: string[] } = { activities: [], places: [] }
  for (const [place, active] of [...byPlace].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const apart = isStep(scene, entity, place)
    if (!apart || provider === undefined) {
      here.places.push(place)
      here.activities.push(...active)
    } else {
      const why = active.flatMap((one) => component.places[one].from)
      const destination = because(known(place), ...why)
      steps.push({
        importer: scene.entities.inPlace(provider, place),
        destination,
        activities: active,
        places: [place],
        sure: true,
      })
    }
  }
  if (open.length > 0 && provider !== undefined) {
    const from = open.flatMap((one) => one.places.from)
    const name = `wherever ${scene.index.provider(provider)?.value.name ?? provider} does ${open.map((one) => one.activity).join(', ')} for ${component.id}`
    steps.push({
      importer: scene.entities.unknown(`${provider}-places-${component.id}`, name, from, provider),
      destination: unknown(...from),
      activities: open.map((one) => one.activity),
      places: [],
      sure: false,
    })
  }
  const worldwide = reachesAll(
    entity,
    byPlace.has('worldwide'),
    open.flatMap((one) => one.places.from),
  )
  return scene.heldBy(component.id).flatMap((holding) => [
    legOf(scene, component, holding, 'hosting', component.custodian, entity, {
      activities: here.activities,
      places: here.places,
      worldwide,
    }),
    ...steps.map((step) =>
      legOf(scene, component, holding, 'affiliate', entity, step.importer, {
        destination: step.destination,
        activities: step.activities,
        places: step.places,
        certain: holding.certain && step.sure,
        path: holding.path.with({ node: entity.name, how: 'hosting', at: component.at }).with({
          node: stepName(step.importer, step.destination.value),
          how: step.activities.join(', '),
          at: component.at,
        }),
      }),
    ),
  ])
}

/** An unnamed company is told by its place. */
const stepName = (importer: Entity, place: string | undefined): string =>
  importer.id.includes('@') ? `${importer.name} (${place ?? 'place unknown'})` : importer.name

/** Outside the EEA, `worldwide` is listed with the entity itself: known only where the entity and every place are. */
function reachesAll(entity: Entity, worldwide: boolean, open: Value<unknown>['from']): Value<boolean> {
  const everywhere: Value<boolean> = worldwide || open.length === 0 ? known(worldwide) : unknown(...open)
  return and(not(entity.inEea), everywhere)
}

/** Whether processing in a place makes data available to somebody other than the contracting entity. */
function isStep(scene: Scene, entity: Entity, place: string): boolean {
  if (scene.index.inEea(place).value === true || entity.country.value === place) return false
  return place !== 'worldwide' || entity.inEea.value !== false
}
