import { asProcessor, firstFor } from '../as-processor.ts'
import type { Component } from '../components.ts'
import { mayBeMore, personalIn, processesOnBehalf } from '../disclosures.ts'
import type { Entity } from '../entities.ts'
import type { Flow } from '../graph.ts'
import { grouped } from '../grouped.ts'
import type { Holding } from '../lineage.ts'
import type { Relationship } from '../relationships.ts'
import { onceFor } from '../remembered.ts'
import { isProcessor, roleOf } from '../roles.ts'
import type { Scene } from '../scene.ts'
import {
  and,
  chain,
  known,
  likewise,
  map,
  mostConsulted,
  not,
  openLike,
  or,
  reasoned,
  unknown,
  type Value,
} from '../value.ts'
import { shortfallOf } from './shortfall.ts'

/** What the source of a flow holds, and whether the flow carries it. */
type Carried = { readonly holding: Holding; readonly there: Value<boolean> }

/**
 * Whether the purpose of a flow is among those that the processors at its ends are instructed to pursue. A processor is
 * whoever answers for an end or operates it, and processes the data for that purpose on behalf of somebody.
 */
export function instructionFacts(
  flow: Flow,
  relationships: readonly Relationship[],
  personalAtSource: Value<boolean>,
  scene: Scene,
) {
  const pointer = ['flows', flow.index]
  const purpose = scene.reader.get(flow.value, pointer, 'purpose', `State the \`purpose\` of the flow ${flow.id}.`)
  const carried = carriedBy(flow, personalAtSource, scene)
  const short = partiesTo(flow).flatMap(({ entity, component }) => {
    const context = component?.context ?? unknown()
    const processes = carried.map(({ holding: { asset }, there }) => {
      if (there.value === false) return { asset, really: there }
      const role = roleOf(entity, { asset, purpose, component, context }, scene.reader, scene.index)
      return { asset, really: and(there, isProcessor(role)) }
    })
    const within = (one: Relationship): Value<boolean> =>
      or(
        known(false),
        ...processes.flatMap(({ asset, really }) =>
          (onBehalfOf(one).get(asset) ?? []).map((takesPlace) => and(really, takesPlace)),
        ),
      )
    const any = or(known(false), ...processes.map(({ really }) => really))
    const shortOf = (one: Relationship): Value<boolean> => {
      // Whoever processes nothing of it lacks no instruction.
      if (any.value === false) return reasoned(false, () => within(one).from)
      const here = within(one)
      return here.value === false ? here : and(here, not(instructs(one, entity, purpose)))
    }
    const assets = processes.flatMap(({ asset, really }) => (really.value === false ? [] : [asset]))
    return [
      ...telling(entity, relationships, assets, shortOf).map((one) => ({ what: entity.name, short: one })),
      { what: entity.name, short: and(any, or(mayBeMore(scene), ...open(entity))) },
    ]
  })
  const { count, list } = shortfallOf(short)
  return {
    carriesPersonalData: carriesPersonalData(flow, carried, personalAtSource, scene),
    purpose,
    uninstructedCount: count,
    uninstructed: list,
  }
}

/** Who answers for the ends of a flow, or operates them. */
function partiesTo({ from, to }: Flow) {
  const parties: { readonly entity: Entity; readonly component: Component | undefined }[] = []
  for (const { custodian, operator, component } of [from, to]) {
    for (const entity of [custodian, operator]) {
      if (!parties.some((one) => one.entity.id === entity.id && one.component?.id === component?.id))
        parties.push({ entity, component })
    }
  }
  return parties
}

/** By asset: whether each disclosure of a relationship takes place, and is processing on behalf. */
const onBehalfOf = onceFor(
  ({ disclosures }: Relationship) =>
    new Map(
      [...grouped(disclosures, (one) => one.asset.id)].map(([asset, list]) => [
        asset,
        list.map((one) => and(one.occurs, processesOnBehalf(one))),
      ]),
    ),
)

/**
 * What each relationship that tells whether an entity is instructed says of it: all in which it may be the processor.
 * Where there are as many as components, those that may be short of it, and of the ones that only may be as many as are
 * looked at: to be short for certain, one must surely take place, and the entity surely be its processor.
 */
function telling(
  entity: Entity,
  relationships: readonly Relationship[],
  assets: readonly string[],
  shortOf: (one: Relationship) => Value<boolean>,
): readonly Value<boolean>[] {
  const { all, certain, of } = asProcessor(entity, relationships)
  const concerned = firstFor(entity, all, mostConsulted + 1)
  if (concerned.length <= mostConsulted) return concerned.map(shortOf)
  const told = new Map<Relationship, Value<boolean>>()
  const open: Value<boolean>[] = []
  for (const asset of assets) {
    for (const one of of(asset)) {
      if (open.length === mostConsulted) break
      if (one.controller.id === entity.id || told.has(one)) continue
      const short = shortOf(one)
      told.set(one, short)
      if (short.value !== false) open.push(short)
    }
  }
  const some = [...certain.map(shortOf), ...open]
  return some.some((one) => one.value !== false) ? some : concerned.map((one) => told.get(one) ?? shortOf(one))
}

const open = (entity: Entity): readonly Value<boolean>[] =>
  entity.kind === 'unknown' ? [openLike(entity.country)] : []

/** Whether the agreement of a relationship names a purpose; unknown where somebody else may be its processor. */
function instructs(one: Relationship, entity: Entity, purpose: Value<string>): Value<boolean> {
  const { agreement } = one
  const named: Value<boolean> =
    agreement.exists.value === false
      ? likewise(false, agreement.exists)
      : chain(
          agreement.says((terms) => terms.purposes, 'purposes'),
          (list) => map(purpose, (id) => list.includes(id)),
        )
  if (one.processor.id === entity.id || named.value === true) return named
  return unknown(...named.from, ...one.takesPlace.from)
}

/** What a flow carries of what its source holds: what it lists and what was made of that, or everything. */
function carriedBy(flow: Flow, personalAtSource: Value<boolean>, scene: Scene): readonly Carried[] {
  const { data } = flow.value
  const ask = `State what the flow ${flow.id} carries: \`data\`, or \`everything\`.`
  const chosen = (asset: string): Value<boolean> => {
    if (data === undefined) return unknown(scene.reader.missing(['flows', flow.index], 'data', ask))
    return Array.isArray(data) ? madeOf(asset, data as readonly string[], scene) : yes
  }
  return scene.heldBy(flow.from.id).map((holding) => {
    const there = chosen(holding.asset)
    return { holding, there: holding.certain ? there : and(openLike(personalAtSource), there) }
  })
}

const yes = known(true)
const no = known(false)

/** Whether an asset is one of some, or was made of one; unknown where nobody says what it was made of. */
function madeOf(id: string, some: readonly string[], scene: Scene): Value<boolean> {
  if (scene.families.within(id, some)) return yes
  if (!scene.families.mayDerive(id)) return no
  const line = new Set<string>()
  const found: Value<boolean>[] = []
  const visit = (at: string): void => {
    if (line.has(at)) return
    line.add(at)
    found.push(known(some.includes(at)))
    const parents = scene.assets.get(at)?.derivedFrom
    if (parents === undefined) return
    if (parents.value === undefined) found.push(openLike(parents))
    for (const parent of parents.value ?? []) visit(parent)
  }
  visit(id)
  return or(...found)
}

function carriesPersonalData(
  flow: Flow,
  carried: readonly Carried[],
  personalAtSource: Value<boolean>,
  scene: Scene,
): Value<boolean> {
  if (flow.value.data === 'everything') return personalAtSource
  const some = or(
    known(false, scene.reader.stated(['flows', flow.index])),
    ...carried.map(({ holding, there }) => {
      const asset = scene.assets.get(holding.asset)
      return asset === undefined ? known(false) : and(personalIn(asset, holding.protection), there)
    }),
  )
  // What else the source may hold, the flow may carry.
  return some.value === false && personalAtSource.value === undefined && flow.value.data === undefined
    ? personalAtSource
    : some
}
