import type { DataPath, PathStep } from '../model/fact.ts'
import { activities as allActivities } from '../model/facts/values.ts'
import type { Location } from '../model/location.ts'
import type { Protection } from './assets.ts'
import type { Component } from './components.ts'
import type { Entity } from './entities.ts'
import { arrived, carried, familiesOf, type Holding, transformed } from './lineage.ts'
import { employerOf, holdersAt } from './people.ts'
import type { Activity } from './places.ts'
import type { Scene } from './scene.ts'
import { and, because, known, not, unknown, type Value } from './value.ts'

export type Channel = 'flow' | 'hosting' | 'affiliate' | 'remote-access' | 'entrustment'

/** One way in which data becomes available to somebody else; several make up a disclosure. */
export type Leg = {
  readonly channel: Channel
  readonly exporter: Entity
  readonly importer: Entity
  /** A country, a group or `worldwide`: what a ground is judged against. */
  readonly destination: Value<string>
  readonly asset: string
  readonly protection: Protection
  /** False where something that is not stated leaves open whether it happens. */
  readonly certain: boolean
  readonly purpose: Value<string>
  readonly context: Value<string>
  readonly component: Component | undefined
  readonly activities: readonly Activity[]
  readonly places: readonly string[]
  /** Whether it reaches the whole world; unknown where an activity with no known place may. */
  readonly worldwide: Value<boolean>
  readonly needsClearText: Value<boolean>
  readonly means: Value<'electronic' | 'physical'>
  readonly path: DataPath
  readonly at: Location
}

const extend = (path: DataPath, step: PathStep): DataPath => ({ asset: path.asset, steps: [...path.steps, step] })

/** Every leg of an engagement: flows, hosting, what a provider's own chain adds, access from elsewhere, entrustment. */
export function legsOf(scene: Scene): readonly Leg[] {
  return [
    ...scene.flows.flatMap((flow) => flowLegs(scene, flow)),
    ...scene.components.flatMap((component) => [
      ...entrustmentLegs(scene, component),
      ...operatorLegs(scene, component),
      ...hostingLegs(scene, component),
      ...accountLegs(scene, component),
    ]),
    ...(scene.engagement.remoteAccess ?? []).flatMap((_, at) => remoteLegs(scene, at)),
  ]
}

function flowLegs(scene: Scene, flow: Scene['flows'][number]): readonly Leg[] {
  const { from, to, edge, value } = flow
  if (from.custodian.id === to.custodian.id && from.custodian.kind !== 'unknown') return []
  const pointer = ['flows', flow.index]
  const families = familiesOf(
    [...scene.assets.values()].map((asset) => ({
      id: asset.id,
      derivedFrom: asset.derivedFrom.value,
      additionalInformationFor: [],
    })),
  )
  const receiver = { keyUsers: [to.custodian.kind === 'unknown' ? undefined : to.custodian.id], inference: false }
  return scene.heldBy(from.id).flatMap((holding) => {
    const how = carried(edge, holding.asset, families)
    if (how === 'no') return []
    return [
      {
        channel: 'flow' as const,
        exporter: from.custodian,
        importer: to.custodian,
        destination: to.custodian.country,
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
        path: extend(holding.path, { node: to.id, flow: flow.id, at: flow.at }),
        at: flow.at,
      },
    ]
  })
}

/** What the owner of data gives into the care of another. */
function entrustmentLegs(scene: Scene, component: Component): readonly Leg[] {
  return scene.heldBy(component.id).flatMap((holding) => {
    if (holding.path.steps.length > 1) return []
    const owner = scene.assets.get(holding.asset)?.owner ?? unknown()
    const exporter =
      owner.value === undefined
        ? scene.entities.unknown(`owner-${holding.asset}`, `the owner of ${holding.asset}`, owner.from)
        : scene.entities.byRef(owner.value)
    if (exporter === undefined || exporter.id === component.custodian.id) return []
    return [legOf(scene, component, holding, 'entrustment', exporter, component.custodian)]
  })
}

/** Who operates a component for somebody else can reach what is there. */
function operatorLegs(scene: Scene, component: Component): readonly Leg[] {
  const { custodian, operator, entity } = component
  if (operator.id === custodian.id || (operator.id === entity?.id && operator.kind !== 'unknown')) return []
  return scene
    .heldBy(component.id)
    .map((holding) => legOf(scene, component, holding, 'entrustment', custodian, operator))
}

function legOf(
  scene: Scene,
  component: Component,
  holding: Holding,
  channel: Channel,
  exporter: Entity,
  importer: Entity,
  more: Partial<Leg> = {},
): Leg {
  return {
    channel,
    exporter,
    importer,
    destination: importer.country,
    asset: holding.asset,
    protection: arrived(holding.protection, {
      keyUsers: importer.kind === 'unknown' ? [undefined] : [importer.id, importer.provider ?? importer.id],
      inference: false,
    }),
    certain: holding.certain,
    purpose: scene.reader.get(
      component.value,
      component.pointer,
      'purpose',
      `State the \`purpose\` of ${component.id}.`,
    ),
    context: component.context,
    component,
    activities: [],
    places: [],
    worldwide: known(false),
    needsClearText: needsClearText(scene, component),
    means: known('electronic'),
    path:
      channel === 'entrustment' && holding.path.steps.length === 1 && importer.id === component.custodian.id
        ? holding.path
        : extend(holding.path, { node: importer.name, how: channel, at: component.at }),
    at: component.at,
    ...more,
  }
}

/** A model must read what it works on; for the rest the descriptor says. */
function needsClearText(scene: Scene, component: Component): Value<boolean> {
  const listed = (scene.engagement.aiUses ?? []).some((use) => use.component === component.id)
  if (listed || component.registered?.value.ai !== undefined) return known(true)
  return scene.reader.get(
    component.value,
    component.pointer,
    'needsClearText',
    `State whether the provider of ${component.id} must read the data in the clear: \`needsClearText\`.`,
  )
}

/**
 * Hosting, and what follows from where the provider works.
 *
 * The customer makes data available to the entity that it contracts. Where that entity is in the EEA, processing in
 * another country outside makes it available to the provider's entity there: one step down the provider's own chain.
 * Where the contracting entity is itself outside, the places are listed with it, and only other third countries that are
 * named one by one are steps of their own.
 */
function hostingLegs(scene: Scene, component: Component): readonly Leg[] {
  const { entity, provider } = component
  if (entity === undefined) return []
  const byPlace = new Map<string, Activity[]>()
  const open: { activity: Activity; places: Value<readonly string[]> }[] = []
  for (const activity of allActivities) {
    const places = component.places[activity]
    if (places.value === undefined) open.push({ activity, places })
    for (const place of places.value ?? []) byPlace.set(place, [...(byPlace.get(place) ?? []), activity])
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
  return scene.heldBy(component.id).flatMap((holding) => [
    legOf(scene, component, holding, 'hosting', component.custodian, entity, {
      activities: here.activities,
      places: here.places,
      worldwide: reachesAll(
        entity,
        byPlace.has('worldwide'),
        open.flatMap((one) => one.places.from),
      ),
    }),
    ...steps.map((step) =>
      legOf(scene, component, holding, 'affiliate', entity, step.importer, {
        destination: step.destination,
        activities: step.activities,
        places: step.places,
        certain: holding.certain && step.sure,
        path: extend(extend(holding.path, { node: entity.name, how: 'hosting', at: component.at }), {
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

/** An account makes data available to whoever employs its holders; the firm's and the customer's own are at home there. */
function accountLegs(scene: Scene, component: Component): readonly Leg[] {
  const holders = holdersAt(component, scene)
  // A list of accounts that leaves out who holds one may hide somebody; that it is not stated is said once, elsewhere.
  const hidden =
    holders.value === undefined && scene.engagement.accounts !== undefined
      ? [scene.entities.unknown(`holders-${component.id}`, `whoever holds accounts of ${component.id}`, holders.from)]
      : []
  const others = (holders.value ?? []).flatMap(({ person, reader, at }): readonly [Entity, Location][] => {
    const employer = employerOf(person, scene)
    const where = reader.at(at)
    const entity =
      employer.value ??
      scene.entities.unknown(`employer-${person.value.id}`, `the employer of ${person.value.id}`, employer.from)
    const athome = entity.id === component.custodian.id || entity.id === component.operator.id
    return athome ? [] : [[entity, where]]
  })
  const possible = hidden.flatMap((entity) =>
    scene.heldBy(component.id).map((holding) =>
      legOf(scene, component, holding, 'remote-access', component.custodian, entity, {
        needsClearText: known(true),
        certain: false,
        path: extend(holding.path, { node: entity.name, how: 'account', at: component.at }),
      }),
    ),
  )
  const certain = others.flatMap(([entity, at]) =>
    scene.heldBy(component.id).map((holding) =>
      legOf(scene, component, holding, 'remote-access', component.custodian, entity, {
        needsClearText: known(true),
        path: extend(holding.path, { node: entity.name, how: 'account', at }),
        at,
      }),
    ),
  )
  return [...possible, ...certain]
}

/** Access from elsewhere. A person acts for the employer; a party's place of access counts as a destination. */
function remoteLegs(scene: Scene, at: number): readonly Leg[] {
  const { engagement, reader, entities } = scene
  const value = engagement.remoteAccess?.[at]
  if (value === undefined) return []
  const pointer = ['remoteAccess', at]
  const person = scene.people.find((one) => one.value.id === value.by)
  const employer =
    person === undefined
      ? undefined
      : person.reader.get(person.value, person.pointer, 'employer', `State the \`employer\` of ${person.value.id}.`)
  const ref = employer === undefined ? value.by : employer.value
  const importer =
    (ref === undefined ? undefined : entities.byRef(ref)) ??
    entities.unknown(`by-${value.id}`, `whoever has ${value.id}`, employer?.from ?? [])
  const from = reader.get(value, pointer, 'from', `State the countries from which ${value.id} takes place: \`from\`.`)
  const where = reader.at(pointer)
  const sees = (asset: string): 'certain' | 'possible' | 'no' => {
    if (value.data === 'everything') return 'certain'
    if (value.data === undefined) return 'possible'
    return (value.data as readonly string[]).includes(asset) ? 'certain' : 'no'
  }
  return (value.to ?? []).flatMap((id: string) => {
    const component = scene.component(id)
    if (component === undefined) return []
    return scene.heldBy(id).flatMap((holding) => {
      const how = sees(holding.asset)
      if (how === 'no') return []
      return destinationsOf(scene, importer, from, person !== undefined && importer.id !== component.custodian.id).map(
        (destination) =>
          legOf(scene, component, holding, 'remote-access', component.custodian, importer, {
            destination,
            certain: holding.certain && how === 'certain',
            purpose: reader.get(value, pointer, 'purpose', `State the \`purpose\` of the access ${value.id}.`),
            activities: ['support'],
            places: destination.value === undefined ? [] : [destination.value],
            needsClearText: known(true),
            path: extend(holding.path, {
              node: importer.name,
              how: `remote access from ${destination.value ?? 'an unstated place'}`,
              at: where,
            }),
            at: where,
          }),
      )
    })
  })
}

/**
 * An employee abroad is where the employer is; a party is also where it has access from. A place inside the EEA leaves the
 * party's own country to be judged.
 */
function destinationsOf(
  scene: Scene,
  importer: Entity,
  from: Value<readonly string[]>,
  employee: boolean,
): readonly Value<string>[] {
  if (employee) return [importer.country]
  if (from.value === undefined) {
    const outside = not(importer.inEea)
    return [outside.value === true ? importer.country : unknown(...from.from)]
  }
  return from.value.map((place) => {
    const inside = scene.index.inEea(place)
    return inside.value === true ? because(importer.country, ...from.from) : because(known(place), ...from.from)
  })
}
