import type { ProcessingAgreement } from '../agreements.ts'
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
  anyOf,
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
import { type Lacking, shortfallOf } from './shortfall.ts'

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
  const there = carried.filter(isPossible)
  const short: Lacking[] = []
  for (const party of partiesTo(flow)) {
    const { entity } = party
    const what = entity.name
    // Whoever is nobody's processor lacks no instruction, whatever it has to do with what is carried.
    const { all } = asProcessor(entity, relationships, scene)
    if (all.length > 0)
      for (const one of telling(workOf(party, there, purpose, scene), relationships)) short.push({ what, short: one })
    const further = mayProcessMore(entity, scene)
    short.push({
      what,
      short:
        further.value === false
          ? reasoned(false, () => shortOfMore(workOf(party, there, purpose, scene), further).from)
          : shortOfMore(workOf(party, there, purpose, scene), further),
    })
  }
  const { count, list } = shortfallOf(short)
  return {
    carriesPersonalData: carriesPersonalData(flow, carried, personalAtSource, scene),
    purpose,
    uninstructedCount: count,
    uninstructed: list,
  }
}

/** False where a flow leaves it behind, for which there are no reasons to give. */
const isPossible = ({ there }: Carried): boolean => there.value !== false

/** Whether a party may be the processor in relationships that are not known, or of which it is not told whose they are. */
const mayProcessMore = onceFor(
  (entity: Entity, scene: Scene): Value<boolean> =>
    entity.kind === 'unknown' ? or(mayBeMore(scene), openLike(entity.country)) : mayBeMore(scene),
)

type Party = { readonly entity: Entity; readonly component: Component | undefined }

/** What a party processes of a flow, for a purpose. */
type Work = {
  readonly entity: Entity
  readonly purpose: Value<string>
  readonly scene: Scene
  /** By asset, whether it does. */
  readonly processes: readonly Processed[]
}

type Processed = { readonly asset: string; readonly really: Value<boolean> }

function workOf(party: Party, carried: readonly Carried[], purpose: Value<string>, scene: Scene): Work {
  const { entity, component } = party
  const context = component?.context ?? unknown()
  const processes = carried.map(({ holding: { asset }, there }): Processed => {
    const role = roleOf(entity, { asset, purpose, component, context }, scene)
    return { asset, really: and(there, isProcessor(role, scene)) }
  })
  return { entity, purpose, scene, processes }
}

/** Whether a party lacks an instruction for what it processes in a relationship. */
function shortOf(work: Work, one: Relationship): Value<boolean> {
  // Whoever processes nothing of it lacks no instruction.
  if (work.processes.every(({ really }) => really.value === false)) return reasoned(false, () => within(work, one).from)
  const here = within(work, one)
  return here.value === false ? here : and(here, not(instructs(one, work)))
}

/** Whether it may lack one in further relationships, if there may be any. */
const shortOfMore = ({ processes }: Work, further: Value<boolean>): Value<boolean> =>
  and(anyOf([no, ...processes.map(({ really }) => really)]), further)

/** Whether it processes any of it in that relationship. */
function within({ processes, scene }: Work, one: Relationship): Value<boolean> {
  const all: Value<boolean>[] = [no]
  for (const { asset, really } of processes) {
    for (const takesPlace of onBehalfOf(one, scene).get(asset) ?? []) {
      const both = and(really, takesPlace)
      if (both.value === true) return both
      all.push(both)
    }
  }
  return anyOf(all)
}

/** Who answers for the ends of a flow, or operates them. */
function partiesTo({ from, to }: Flow): readonly Party[] {
  const parties: Party[] = []
  for (const { custodian, operator, component } of [from, to]) {
    addParty(parties, custodian, component)
    addParty(parties, operator, component)
  }
  return parties
}

function addParty(parties: Party[], entity: Entity, component: Component | undefined): void {
  for (const one of parties) if (one.entity.id === entity.id && one.component?.id === component?.id) return
  parties.push({ entity, component })
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
function telling(work: Work, relationships: readonly Relationship[]): readonly Value<boolean>[] {
  const { entity, scene } = work
  const { all, certain, of } = asProcessor(entity, relationships, scene)
  const concerned = firstFor(entity, all, mostConsulted + 1)
  if (concerned.length <= mostConsulted) return concerned.map((one) => shortOf(work, one))
  const told = new Map<Relationship, Value<boolean>>()
  const open: Value<boolean>[] = []
  for (const { asset, really } of work.processes) {
    if (really.value === false) continue
    for (const one of of(asset)) {
      if (open.length === mostConsulted) break
      if (one.controller.id === entity.id || told.has(one)) continue
      const short = shortOf(work, one)
      told.set(one, short)
      if (short.value !== false) open.push(short)
    }
  }
  const some = [...certain.map((one) => shortOf(work, one)), ...open]
  const isShort = some.some((one) => one.value !== false)
  return isShort ? some : concerned.map((one) => told.get(one) ?? shortOf(work, one))
}

/** Whether the agreement of a relationship names a purpose; unknown where somebody else may be its processor. */
function instructs(one: Relationship, { entity, purpose, scene }: Work): Value<boolean> {
  const { agreement } = one
  const named: Value<boolean> =
    agreement.exists.value === false
      ? likewise(false, agreement.exists)
      : chain(purposesIn(agreement, scene), (list) => map(purpose, (id) => list.includes(id)))
  if (one.processor.id === entity.id || named.value === true) return named
  return unknown(...named.from, ...one.takesPlace.from)
}

const purposesIn = onceFor(({ says }: ProcessingAgreement) => says((terms) => terms.purposes, 'purposes'))

/** What a flow carries of what its source holds: what it lists and what was made of that, or everything. */
function carriedBy(flow: Flow, personalAtSource: Value<boolean>, scene: Scene): readonly Carried[] {
  const all: Carried[] = []
  for (const holding of scene.heldBy(flow.from.id)) {
    const there = chosen(holding.asset, flow, scene)
    all.push({ holding, there: holding.certain ? there : and(openLike(personalAtSource), there) })
  }
  return all
}

function chosen(asset: string, flow: Flow, scene: Scene): Value<boolean> {
  const { data } = flow.value
  if (Array.isArray(data)) return madeOf(asset, data as readonly string[], scene)
  if (data !== undefined) return yes
  const ask = `State what the flow ${flow.id} carries: \`data\`, or \`everything\`.`
  return unknown(scene.reader.missing(['flows', flow.index], 'data', ask))
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
  return anyOf(found)
}

function carriesPersonalData(
  flow: Flow,
  carried: readonly Carried[],
  personalAtSource: Value<boolean>,
  scene: Scene,
): Value<boolean> {
  if (flow.value.data === 'everything') return personalAtSource
  const all = [known(false, scene.reader.stated(['flows', flow.index]))]
  for (const { holding, there } of carried) {
    const asset = scene.assets.get(holding.asset)
    all.push(asset === undefined ? no : and(personalIn(asset, holding.protection), there))
  }
  const some = anyOf(all)
  // What else the source may hold, the flow may carry.
  return some.value === false && personalAtSource.value === undefined && flow.value.data === undefined
    ? personalAtSource
    : some
}
