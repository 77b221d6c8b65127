import { activities as allActivities } from '../../model/facts/values.ts'
import { allPlaces, type Component } from '../components.ts'
import type { Entity } from '../entities.ts'
import type { Activity } from '../places.ts'
import type { Scene } from '../scene.ts'
import { union } from '../union.ts'
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
  const places = allPlaces(component, scene).value
  const open = places === undefined ? allActivities.filter((one) => component.places[one].value === undefined) : []
  const everywhere = places ?? union(allActivities.map((one) => component.places[one].value ?? []))
  const here: string[] = []
  const steps: Step[] = []
  for (const place of everywhere) {
    if (provider === undefined || !isStep(scene, entity, place)) here.push(place)
    else steps.push(stepTo(scene, component, provider, place))
  }
  if (open.length > 0 && provider !== undefined) steps.push(openStep(scene, component, provider, open))
  const hosting = {
    activities: allActivities.filter((one) => takesPlaceIn(component, one, here)),
    places: here,
    worldwide: reachesAll(
      entity,
      everywhere.includes('worldwide'),
      open.flatMap((one) => component.places[one].from),
    ),
  }
  const legs: Leg[] = []
  for (const holding of scene.heldBy(component.id)) {
    legs.push(legOf(scene, component, holding, 'hosting', component.custodian, entity, hosting))
    for (const step of steps) {
      legs.push(
        legOf(scene, component, holding, 'affiliate', entity, step.importer, {
          destination: step.destination,
          activities: step.activities,
          places: step.places,
          certain: holding.certain && step.sure,
          path: holding.path.with({ node: entity.name, how: 'hosting', place: component.place }).with({
            node: stepName(step.importer, step.destination.value),
            how: step.activities.join(', '),
            place: component.place,
          }),
        }),
      )
    }
  }
  return legs
}

/** What the provider does elsewhere than the contracting entity is. */
type Step = {
  readonly importer: Entity
  readonly destination: Value<string>
  readonly activities: readonly Activity[]
  readonly places: readonly string[]
  readonly sure: boolean
}

function stepTo(scene: Scene, component: Component, provider: string, place: string): Step {
  const activities = allActivities.filter((one) => takesPlaceIn(component, one, [place]))
  const why = activities.flatMap((one) => component.places[one].from)
  return {
    importer: scene.entities.inPlace(provider, place),
    destination: because(known(place), ...why),
    activities,
    places: [place],
    sure: true,
  }
}

/** What it does nobody knows where. */
function openStep(scene: Scene, component: Component, provider: string, activities: readonly Activity[]): Step {
  const from = activities.flatMap((one) => component.places[one].from)
  const name = `wherever ${scene.index.provider(provider)?.value.name ?? provider} does ${activities.join(', ')} for ${component.id}`
  return {
    importer: scene.entities.unknown(`${provider}-places-${component.id}`, name, from, provider),
    destination: unknown(...from),
    activities,
    places: [],
    sure: false,
  }
}

const takesPlaceIn = ({ places }: Component, activity: Activity, some: readonly string[]): boolean =>
  places[activity].value?.some((place) => some.includes(place)) === true

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
