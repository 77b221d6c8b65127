import { isEncrypted, type Protection } from '../assets.ts'
import type { Component } from '../components.ts'
import { personalIn } from '../disclosures.ts'
import type { Entity } from '../entities.ts'
import type { Flow } from '../graph.ts'
import { carried, type Families, type Holding, transformed } from '../lineage.ts'
import { type RoleQuestion, roleOf } from '../roles.ts'
import type { Scene } from '../scene.ts'
import { and, known, map, not, or, unknown, type Value } from '../value.ts'
import { mayHoldMore, openAt } from './architecture.ts'

/** Whether a processor has personal data in a component: who contracts it, operates it, or provides the service. */
export function atProcessor(component: Component, scene: Scene): Value<boolean> {
  const ask = `State the \`purpose\` of ${component.id}.`
  const purpose = scene.reader.get(component.value, component.pointer, 'purpose', ask)
  const handled = scene
    .heldBy(component.id)
    .map((holding) =>
      and(
        personal(holding.asset, holding.protection, scene),
        isThere(component.id, holding, scene),
        or(
          ...responsible(component).map((entity) =>
            processes(entity, { asset: holding.asset, purpose, component, context: component.context }, scene),
          ),
        ),
      ),
    )
  return or(...handled, mayHoldMore(component.id, scene))
}

/** Whether a flow carries personal data from or to a processor. */
export function movedByProcessor(flow: Flow, families: Families, scene: Scene): Value<boolean> {
  const purpose = scene.reader.get(flow.value, ['flows', flow.index], 'purpose', `State the \`purpose\` of ${flow.id}.`)
  const takesPart = (asset: string): Value<boolean> =>
    or(
      ...[flow.from, flow.to].flatMap(({ component, custodian }) => {
        const context = component?.context ?? known(scene.engagement.context)
        const who = component === undefined ? [custodian] : responsible(component)
        return who.map((entity) => processes(entity, { asset, purpose, component, context }, scene))
      }),
    )
  const moved = loadOf(flow, families, scene).map(({ asset, protection, there }) =>
    and(personal(asset, protection, scene), there, takesPart(asset)),
  )
  return or(...moved, mayHoldMore(flow.from.id, scene))
}

/** Whether all personal data that a flow carries is encrypted before it leaves. */
export function encryptedOnTheWay(flow: Flow, families: Families, scene: Scene): Value<boolean> {
  const load = loadOf(flow, families, scene).map(({ asset, protection, there, open }) =>
    or(not(and(personal(asset, protection, scene), there)), encrypted(protection, open)),
  )
  return and(...load, not(mayHoldMore(flow.from.id, scene)))
}

const responsible = ({ custodian, operator, entity }: Component): readonly Entity[] => [
  ...new Map([custodian, operator, ...(entity === undefined ? [] : [entity])].map((one) => [one.id, one])).values(),
]

const processes = (entity: Entity, question: RoleQuestion, scene: Scene): Value<boolean> =>
  map(roleOf(entity, question, scene.reader, scene.index), (role) => role === 'processor' || role === 'sub-processor')

const personal = (id: string, protection: Protection, scene: Scene): Value<boolean> => {
  const asset = scene.assets.get(id)
  return asset === undefined ? known(false) : personalIn(asset, protection)
}

const isThere = (node: string, holding: Holding, scene: Scene): Value<boolean> =>
  holding.certain ? known(true, { kind: 'path', path: holding.path }) : unknown(...openAt(node, holding.asset, scene))

const encrypted = (protection: Protection, open: Value<unknown>): Value<boolean> =>
  protection === 'unstated' || protection === 'unassessed' ? unknown(...open.from) : known(isEncrypted(protection))

/** What a flow carries, in the form in which it leaves. */
function loadOf(flow: Flow, families: Families, scene: Scene) {
  const { reader } = scene
  const pointer = ['flows', flow.index]
  const data = reader.get(flow.value, pointer, 'data', `State what the flow ${flow.id} carries: \`data\`.`)
  const transform = reader.get(
    flow.value,
    pointer,
    'transform',
    `State what ${flow.id} does to the data: \`transform\`, or \`kind: none\`.`,
  )
  return scene.heldBy(flow.from.id).flatMap((holding) => {
    const how = carried(flow.edge, holding.asset, families)
    if (how === 'no') return []
    const held = isThere(flow.from.id, holding, scene)
    const origins = [...scene.assets.values()].flatMap(({ derivedFrom }) =>
      derivedFrom.value === undefined ? derivedFrom.from : [],
    )
    const taken = how === 'certain' ? known(true) : unknown(...(data.value === undefined ? data.from : origins))
    return [
      {
        asset: holding.asset,
        protection: transformed(holding.protection, flow.edge.transform),
        there: and(held, taken),
        open: transform.value === undefined ? transform : (scene.assets.get(holding.asset)?.state ?? transform),
      },
    ]
  })
}
