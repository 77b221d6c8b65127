import { activities } from '../../model/facts/values.ts'
import type { Component } from '../components.ts'
import { arrived, carried, transformed } from '../lineage.ts'
import { onceFor } from '../remembered.ts'
import type { Scene } from '../scene.ts'
import { union } from '../union.ts'
import { known, openLike, unknown, type Value } from '../value.ts'
import { type Leg, legOf } from './leg.ts'

export function flowLegs(scene: Scene, flow: Scene['flows'][number]): readonly Leg[] {
  const { from, to, edge, value } = flow
  if (from.custodian.id === to.custodian.id && from.custodian.kind !== 'unknown') return []
  const pointer = ['flows', flow.index]
  const destinations = to.component === undefined ? [to.custodian.country] : destinationsAt(to.component, scene)
  const receiver = { keyUsers: [to.custodian.kind === 'unknown' ? undefined : to.custodian.id], inference: false }
  return scene.heldBy(from.id).flatMap((holding) => {
    const how = carried(edge, holding.asset, scene.families)
    if (how === 'no') return []
    return destinations.map((destination) => ({
      channel: 'flow' as const,
      exporter: from.custodian,
      importer: to.custodian,
      destination,
      asset: holding.asset,
      protection: arrived(transformed(holding.protection, edge.transform), receiver),
      certain: holding.certain && how === 'certain',
      purpose: scene.reader.get(value, pointer, 'purpose', `State the \`purpose\` of the flow ${flow.id}.`),
      context: from.component?.context ?? to.component?.context ?? known(scene.engagement.context),
      component: to.component,
      activities: [],
      places: [],
      worldwide: known(false),
      needsClearText: scene.reader.get(
        value,
        pointer,
        'needsClearText',
        `State whether the receiver of ${flow.id} must read the data in the clear: \`needsClearText\`.`,
      ),
      means: scene.reader.get(value, pointer, 'means', `State how ${flow.id} travels: \`means\`.`),
      path: holding.path.with({ node: to.id, flow: flow.id, place: flow.place }),
      place: flow.place,
    }))
  })
}

/**
 * Where data goes that reaches a component: to the country of whoever answers for it; and to each other place outside the
 * EEA where its infrastructure is their own. A provider's places are those of what it hosts.
 */
const destinationsAt = onceFor((component: Component, scene: Scene): readonly Value<string>[] => {
  const { country } = component.custodian
  if (component.service.value !== 'none') return [country]
  const all = activities.map((one) => component.places[one])
  const elsewhere = union(all.map((one) => one.value ?? [])).filter(
    (place) => scene.index.inEea(place).value !== true && place !== country.value,
  )
  const open = all.filter((one) => one.value === undefined)
  return [
    country,
    ...elsewhere.map((place) => known(place, ...all.flatMap((one) => (one.value?.includes(place) ? one.from : [])))),
    ...open.slice(0, 1).map(openLike),
  ]
})

/** What the owner of data gives into the care of another. */
export function entrustmentLegs(scene: Scene, component: Component): readonly Leg[] {
  const legs: Leg[] = []
  for (const holding of scene.heldBy(component.id)) {
    if (holding.path.length > 1) continue
    const owner = scene.assets.get(holding.asset)?.owner ?? unknown()
    const exporter =
      owner.value === undefined
        ? scene.entities.unknown(`owner-${holding.asset}`, `the owner of ${holding.asset}`, owner.from)
        : scene.entities.byRef(owner.value)
    if (exporter === undefined || exporter.id === component.custodian.id) continue
    for (const destination of destinationsAt(component, scene))
      legs.push(legOf(scene, component, holding, 'entrustment', exporter, component.custodian, { destination }))
  }
  return legs
}

/** Who operates a component for somebody else can reach what is there. */
export function operatorLegs(scene: Scene, component: Component): readonly Leg[] {
  const { custodian, operator, entity } = component
  if (operator.id === custodian.id || (operator.id === entity?.id && operator.kind !== 'unknown')) return []
  return scene
    .heldBy(component.id)
    .map((holding) => legOf(scene, component, holding, 'entrustment', custodian, operator))
}
