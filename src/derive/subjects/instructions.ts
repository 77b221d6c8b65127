import { mayBe, mayBeMore, personalIn } from '../disclosures.ts'
import type { Entity } from '../entities.ts'
import type { Flow } from '../graph.ts'
import type { Relationship } from '../relationships.ts'
import { roleOf } from '../roles.ts'
import type { Scene } from '../scene.ts'
import { and, chain, known, map, not, or, unknown, type Value } from '../value.ts'
import { shortfallOf } from './processing-terms.ts'

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
  const ends = [flow.from, flow.to].flatMap((end) =>
    [end.custodian, end.operator].map((entity) => ({ entity, component: end.component })),
  )
  const once = [...new Map(ends.map((end) => [`${end.entity.id} ${end.component?.id}`, end])).values()]
  const carried = carriedBy(flow, scene)
  const short = once.flatMap(({ entity, component }) => {
    const processes = or(
      known(false),
      ...carried.map((asset) =>
        map(
          roleOf(
            entity,
            { asset, purpose, component, context: component?.context ?? unknown() },
            scene.reader,
            scene.index,
          ),
          (role) => role === 'processor' || role === 'sub-processor',
        ),
      ),
    )
    const concerned = relationships.filter(
      (one) =>
        one.controller.id !== entity.id &&
        mayBe(one.processor, entity) &&
        one.assets.some((asset) => carried.includes(asset)),
    )
    return [
      ...concerned.map((one) => ({
        what: entity.name,
        short: and(processes, not(instructs(one, entity, purpose))),
      })),
      { what: entity.name, short: and(processes, or(mayBeMore(scene), ...open(entity))) },
    ]
  })
  const { count, list } = shortfallOf(short)
  return {
    carriesPersonalData: carriesPersonalData(flow, personalAtSource, scene),
    purpose,
    uninstructedCount: count,
    uninstructed: list,
  }
}

const open = (entity: Entity): readonly Value<boolean>[] =>
  entity.kind === 'unknown' ? [unknown(...entity.country.from)] : []

/** Whether the agreement of a relationship names a purpose; unknown for one that may not take place. */
function instructs(one: Relationship, entity: Entity, purpose: Value<string>): Value<boolean> {
  const { agreement } = one
  const named: Value<boolean> =
    agreement.exists.value === false
      ? known(false, ...agreement.exists.from)
      : chain(
          agreement.says((terms) => terms.purposes, 'purposes'),
          (list) => map(purpose, (id) => list.includes(id)),
        )
  const surely = one.processor.id === entity.id && one.takesPlace.value === true
  return surely || named.value === true ? named : unknown(...named.from, ...one.takesPlace.from)
}

/** The assets that a flow may carry. */
function carriedBy(flow: Flow, scene: Scene): readonly string[] {
  const { data } = flow.value
  if (Array.isArray(data)) return data as readonly string[]
  return [...new Set(scene.heldBy(flow.from.id).map((one) => one.asset))]
}

function carriesPersonalData(flow: Flow, held: Value<boolean>, scene: Scene): Value<boolean> {
  const { data } = flow.value
  if (Array.isArray(data)) {
    return or(
      known(false),
      ...(data as readonly string[]).flatMap((id) => {
        const asset = scene.assets.get(id)
        if (asset === undefined) return []
        const forms = scene.heldBy(flow.from.id).filter((one) => one.asset === id)
        return forms.length === 0 ? [asset.personal] : forms.map((one) => personalIn(asset, one.protection))
      }),
    )
  }
  if (data !== undefined || held.value === false) return held
  const ask = `State what the flow ${flow.id} carries: \`data\`, or \`everything\`.`
  return unknown(scene.reader.missing(['flows', flow.index], 'data', ask))
}
