import type { Placed } from '../../model/location.ts'
import { isEncrypted, type Protection } from '../assets.ts'
import type { Component } from '../components.ts'
import type { Entity } from '../entities.ts'
import { arrived, type GraphNode, type Holding } from '../lineage.ts'
import type { Activity } from '../places.ts'
import { onceFor } from '../remembered.ts'
import type { Scene } from '../scene.ts'
import { known, map, or, type Value } from '../value.ts'
import type { Way } from '../way.ts'

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
  readonly path: Way
  readonly place: Placed
}

const no = known(false)
const electronic = known('electronic' as const)

/** What everything that is held at a component has in common when it becomes available to somebody. */
export function legOf(
  scene: Scene,
  component: Component,
  holding: Holding,
  channel: Channel,
  exporter: Entity,
  importer: Entity,
  more: Partial<Omit<Leg, 'context' | 'component' | 'means' | 'asset' | 'protection'>> = {},
): Leg {
  const { purpose, clearText } = workOf(component, scene)
  return {
    channel,
    exporter,
    importer,
    destination: more.destination ?? importer.country,
    asset: holding.asset,
    protection: isEncrypted(holding.protection) ? arrived(holding.protection, readerOf(importer)) : holding.protection,
    certain: more.certain ?? holding.certain,
    purpose: more.purpose ?? purpose,
    context: component.context,
    component,
    activities: more.activities ?? [],
    places: more.places ?? [],
    worldwide: more.worldwide ?? no,
    needsClearText: more.needsClearText ?? clearText,
    means: electronic,
    path:
      more.path ??
      (channel === 'entrustment' && holding.path.length === 1 && importer.id === component.custodian.id
        ? holding.path
        : holding.path.with({ node: importer.name, how: channel, place: component.place })),
    place: more.place ?? component.place,
  }
}

const readerOf = ({ kind, id, provider }: Entity): Pick<GraphNode, 'keyUsers' | 'inference'> => ({
  keyUsers: kind === 'unknown' ? [undefined] : [id, provider ?? id],
  inference: false,
})

/** What holds of all that is at a component. */
const workOf = onceFor((component: Component, scene: Scene) => ({
  purpose: scene.reader.get(component.value, component.pointer, 'purpose', `State the \`purpose\` of ${component.id}.`),
  clearText: needsClearText(scene, component),
}))

/** A model must read what it works on; for the rest the descriptor says. */
function needsClearText(scene: Scene, component: Component): Value<boolean> {
  const { reader, engagement } = scene
  const listed = map(
    reader.get(engagement, [], 'aiUses', 'State the uses of AI: `aiUses`, or `[]` if there are none.'),
    (uses) => uses.some((use) => use.component === component.id),
  )
  const stated = reader.get(
    component.value,
    component.pointer,
    'needsClearText',
    `State whether the provider of ${component.id} must read the data in the clear: \`needsClearText\`.`,
  )
  return or(
    map(component.service, () => component.registered?.value.ai !== undefined),
    listed,
    stated,
  )
}
