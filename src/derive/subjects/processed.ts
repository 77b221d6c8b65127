import { isEncrypted, type Protection } from '../assets.ts'
import type { Component } from '../components.ts'
import { personalIn } from '../disclosures.ts'
import type { Entity } from '../entities.ts'
import type { Flow } from '../graph.ts'
import { carried, type Holding, transformed } from '../lineage.ts'
import { onceFor } from '../remembered.ts'
import { isProcessor, type RoleQuestion, roleOf } from '../roles.ts'
import type { Scene } from '../scene.ts'
import { and, known, not, openLike, or, unknown, type Value } from '../value.ts'
import { mayHoldMore, openAt } from './architecture.ts'

/** Whether a processor has personal data in a component: who contracts it, operates it, or provides the service. */
export function atProcessor(component: Component, scene: Scene): Value<boolean> {
  const ask = `State the \`purpose\` of ${component.id}.`
  const purpose = scene.reader.get(component.value, component.pointer, 'purpose', ask)
  const handled = scene.heldBy(component.id).map((holding) => {
    const { asset } = holding
    const is = personal(asset, holding.protection, scene)
    if (is.value === false) return is
    const processed = responsible(component).map((entity) =>
      processes(entity, { asset, purpose, component, context: component.context }, scene),
    )
    return and(is, isThere(component.id, asset, holding, scene), or(...processed))
  })
  return or(...handled, mayHoldMore(component.id, scene))
}

/** Whether a flow carries personal data from or to a processor. */
export function movedByProcessor(flow: Flow, load: Load, scene: Scene): Value<boolean> {
  const purpose = scene.reader.get(flow.value, ['flows', flow.index], 'purpose', `State the \`purpose\` of ${flow.id}.`)
  const parties = [flow.from, flow.to].flatMap(({ component, custodian }) => {
    const context = component?.context ?? known(scene.engagement.context)
    const who = component === undefined ? [custodian] : responsible(component)
    return who.map((entity) => ({ entity, component, context }))
  })
  const takesPart = (asset: string): Value<boolean> =>
    or(
      ...parties.map(({ entity, component, context }) =>
        processes(entity, { asset, purpose, component, context }, scene),
      ),
    )
  const moved = load.map(({ asset, personal, there }) =>
    personal.value === false ? personal : and(personal, there, takesPart(asset)),
  )
  return or(...moved, mayHoldMore(flow.from.id, scene))
}

/** Whether all personal data that a flow carries is encrypted before it leaves. */
export function encryptedOnTheWay(flow: Flow, load: Load, scene: Scene): Value<boolean> {
  const all = load.map(({ protection, personal, there, open }) =>
    or(not(and(personal, there)), encrypted(protection, open)),
  )
  return and(...all, not(mayHoldMore(flow.from.id, scene)))
}

const responsible = onceFor(({ custodian, operator, entity }: Component): readonly Entity[] => [
  ...new Map([custodian, operator, ...(entity === undefined ? [] : [entity])].map((one) => [one.id, one])).values(),
])

const processes = (entity: Entity, question: RoleQuestion, scene: Scene): Value<boolean> =>
  isProcessor(roleOf(entity, question, scene.reader, scene.index))

const personal = (id: string, protection: Protection, scene: Scene): Value<boolean> => {
  const asset = scene.assets.get(id)
  return asset === undefined ? known(false) : personalIn(asset, protection)
}

const isThere = (
  node: string,
  asset: string,
  { certain, path }: Pick<Holding, 'certain' | 'path'>,
  scene: Scene,
): Value<boolean> => (certain ? known(true, { kind: 'path', path }) : unknown(...openAt(node, asset, scene)))

const encrypted = (protection: Protection, open: Value<unknown>): Value<boolean> =>
  protection === 'unstated' || protection === 'unassessed' ? openLike(open) : known(isEncrypted(protection))

/** What a flow carries, in the form in which it leaves, and whether that is personal data. */
type Load = readonly {
  readonly asset: string
  readonly protection: Protection
  readonly personal: Value<boolean>
  readonly there: Value<boolean>
  /** What leaves its form open, where that is. */
  readonly open: Value<unknown>
}[]

export function loadOf(flow: Flow, scene: Scene): Load {
  const { reader } = scene
  const pointer = ['flows', flow.index]
  const data = reader.get(flow.value, pointer, 'data', `State what the flow ${flow.id} carries: \`data\`.`)
  const transform = reader.get(
    flow.value,
    pointer,
    'transform',
    `State what ${flow.id} does to the data: \`transform\`, or \`kind: none\`.`,
  )
  const perhaps = (): Value<boolean> =>
    data.value === undefined
      ? openLike(data)
      : unknown(
          ...[...scene.assets.values()].flatMap(({ derivedFrom }) =>
            derivedFrom.value === undefined ? derivedFrom.from : [],
          ),
        )
  return scene.heldBy(flow.from.id).flatMap((holding) => {
    const { asset } = holding
    const how = carried(flow.edge, asset, scene.families)
    if (how === 'no') return []
    const protection = transformed(holding.protection, flow.edge.transform)
    const held = isThere(flow.from.id, asset, holding, scene)
    return [
      {
        asset,
        protection,
        personal: personal(asset, protection, scene),
        there: and(held, how === 'certain' ? known(true) : perhaps()),
        open: transform.value === undefined ? transform : (scene.assets.get(asset)?.state ?? transform),
      },
    ]
  })
}
