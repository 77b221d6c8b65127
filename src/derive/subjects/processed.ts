import { isEncrypted, type Protection } from '../assets.ts'
import type { Component } from '../components.ts'
import { personalIn } from '../disclosures.ts'
import type { Entity } from '../entities.ts'
import type { Flow } from '../graph.ts'
import { carried, type Holding, transformed } from '../lineage.ts'
import { onceFor } from '../remembered.ts'
import { isProcessor, type RoleQuestion, roleOf } from '../roles.ts'
import type { Scene } from '../scene.ts'
import { allOf, and, anyOf, known, not, openLike, or, unknown, type Value } from '../value.ts'
import { mayHoldMore, openAt } from './architecture.ts'

/** Whether a processor has personal data in a component: who contracts it, operates it, or provides the service. */
export function atProcessor(component: Component, scene: Scene): Value<boolean> {
  const ask = `State the \`purpose\` of ${component.id}.`
  const purpose = scene.reader.get(component.value, component.pointer, 'purpose', ask)
  const handled: Value<boolean>[] = []
  for (const holding of scene.heldBy(component.id)) {
    const { asset } = holding
    const is = personal(asset, holding.protection, scene)
    handled.push(
      is.value === false
        ? is
        : and(
            is,
            isThere(component.id, asset, holding, scene),
            oneProcesses(responsible(component, scene), asset, purpose, scene),
          ),
    )
  }
  handled.push(mayHoldMore(component.id, scene))
  return anyOf(handled)
}

/** Whether a flow carries personal data from or to a processor. */
export function movedByProcessor(flow: Flow, load: Load, scene: Scene): Value<boolean> {
  const purpose = scene.reader.get(flow.value, ['flows', flow.index], 'purpose', `State the \`purpose\` of ${flow.id}.`)
  const parties = [...partiesAt(flow.from, scene), ...partiesAt(flow.to, scene)]
  const moved: Value<boolean>[] = []
  for (const { asset, personal, there } of load) {
    moved.push(personal.value === false ? personal : and(personal, there, oneProcesses(parties, asset, purpose, scene)))
  }
  moved.push(mayHoldMore(flow.from.id, scene))
  return anyOf(moved)
}

/** Whether all personal data that a flow carries is encrypted before it leaves. */
export function encryptedOnTheWay(flow: Flow, load: Load, scene: Scene): Value<boolean> {
  const all: Value<boolean>[] = []
  for (const { asset, protection, personal, there } of load)
    all.push(or(not(and(personal, there)), encrypted(flow, asset, protection, scene)))
  all.push(not(mayHoldMore(flow.from.id, scene)))
  return allOf(all)
}

/** Who may process data, and in what they would. */
type Party = Pick<RoleQuestion, 'component' | 'context'> & { readonly entity: Entity }

const responsible = onceFor((component: Component): readonly Party[] => {
  const { custodian, operator, entity, context } = component
  const all = new Map<string, Entity>()
  for (const one of [custodian, operator, entity]) if (one !== undefined) all.set(one.id, one)
  return [...all.values()].map((one) => ({ entity: one, component, context }))
})

const partiesAt = ({ component, custodian }: Flow['from'], scene: Scene): readonly Party[] =>
  component === undefined
    ? [{ entity: custodian, component, context: known(scene.engagement.context) }]
    : responsible(component, scene)

/** Whether any of them processes an asset on behalf of somebody. */
function oneProcesses(parties: readonly Party[], asset: string, purpose: Value<string>, scene: Scene): Value<boolean> {
  const all: Value<boolean>[] = []
  for (const { entity, component, context } of parties) {
    const processes = isProcessor(roleOf(entity, { asset, purpose, component, context }, scene), scene)
    if (processes.value === true) return processes
    all.push(processes)
  }
  return anyOf(all)
}

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

/** Whether it is encrypted; open where its form is, by the flow or from the start. */
function encrypted({ value, index, id }: Flow, asset: string, protection: Protection, scene: Scene): Value<boolean> {
  if (protection !== 'unstated' && protection !== 'unassessed') return known(isEncrypted(protection))
  const ask = `State what ${id} does to the data: \`transform\`, or \`kind: none\`.`
  const transform = scene.reader.get(value, ['flows', index], 'transform', ask)
  return openLike(transform.value === undefined ? transform : (scene.assets.get(asset)?.state ?? transform))
}

/** What a flow carries, in the form in which it leaves, and whether that is personal data. */
type Load = readonly Carried[]

type Carried = {
  readonly asset: string
  readonly protection: Protection
  readonly personal: Value<boolean>
  readonly there: Value<boolean>
}

export function loadOf(flow: Flow, scene: Scene): Load {
  const load: Carried[] = []
  for (const holding of scene.heldBy(flow.from.id)) {
    const { asset } = holding
    const how = carried(flow.edge, asset, scene.families)
    if (how === 'no') continue
    const protection = transformed(holding.protection, flow.edge.transform)
    const held = isThere(flow.from.id, asset, holding, scene)
    load.push({
      asset,
      protection,
      personal: personal(asset, protection, scene),
      there: how === 'certain' ? held : and(held, perhapsCarried(flow, scene)),
    })
  }
  return load
}

/** Unknown, as long as nobody says what a flow carries, or what the assets are made of. */
function perhapsCarried({ value, index, id }: Flow, { assets, reader }: Scene): Value<boolean> {
  const data = reader.get(value, ['flows', index], 'data', `State what the flow ${id} carries: \`data\`.`)
  if (data.value === undefined) return openLike(data)
  const open = [...assets.values()].filter(({ derivedFrom }) => derivedFrom.value === undefined)
  return unknown(...open.flatMap(({ derivedFrom }) => derivedFrom.from))
}
