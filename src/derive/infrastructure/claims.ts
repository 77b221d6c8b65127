import type { Origin } from '../../model/fact.ts'
import { visitorAddresses } from '../assets.ts'
import type { Component } from '../components.ts'
import { staysIn } from '../disclosures.ts'
import { names } from '../names.ts'
import { encryptionOf, isolationOf, keyHoldersIn } from '../protection.ts'
import { onceFor } from '../remembered.ts'
import type { Scene } from '../scene.ts'
import { mayHoldMore, openAt } from '../subjects/architecture.ts'
import { and, anyOf, chain, known, map, not, or, unknown, type Value } from '../value.ts'
import type { Planned } from './planned.ts'
import { registeredOf } from './regions.ts'

/** Whether a component is declared to be encrypted where data lies. */
export const encryptionClaimed = (component: Component, scene: Scene): Value<boolean> =>
  map(encryptionOf(component, scene), (one) => one !== 'none')

/** Whether a component is declared to run on equipment of its own. */
export const isolationClaimed = (component: Component, scene: Scene): Value<boolean> =>
  map(isolationOf(component, scene), (one) => one === 'physical')

/** Whether a flow into a component is declared to be encrypted on its way. */
export function transportClaimed(component: Component, scene: Scene): Value<boolean> {
  const { engagement, reader, flows } = scene
  if (engagement.flows === undefined)
    return unknown(reader.missing([], 'flows', 'State the flows of data: `flows`, or `[]` if there are none.'))
  const into = flows.filter(({ to }) => to.id === component.id)
  const claims = into.map(({ id, index, value }) =>
    map(
      reader.get(value, ['flows', index], 'transit', `State how ${id} is encrypted: \`transit\`.`),
      (transit) => transit.startsWith('tls') || transit === 'ipsec',
    ),
  )
  return anyOf([...claims, known(false, reader.listed(['flows']))])
}

/** Whether keys are declared to be held by others than the provider alone. */
export function keyClaimedOutside(component: Component, scene: Scene): Value<boolean> {
  return chain(keyHoldersIn(component, scene), (holders) => {
    if (holders.length === 0) return known(false)
    const { entity, provider } = component
    const byProvider = holders.map((ref): Value<boolean> => {
      if (entity === undefined) return known(false)
      if (provider !== undefined && ref.split('/')[0] === provider) return known(true)
      return names(ref, entity, scene)
    })
    return not(anyOf(byProvider))
  })
}

/** Services on which programs run; of what only keeps data, no public is served. */
const running: ReadonlySet<string> = new Set(['infrastructure', 'hosting', 'edge'])

/** Whether a component is declared to serve the public from machines of its own: then the public may reach those. */
export function servesPublic(component: Component, planned: Planned, scene: Scene): Value<boolean> {
  const registered = registeredOf(planned, scene)
  if (registered === undefined || !running.has(registered.value.category)) return known(false, planned.origin)
  const ask = `State whether the public can reach ${component.id}: \`publicFacing\`.`
  return scene.reader.get(component.value, component.pointer, 'publicFacing', ask)
}

/**
 * Whether a component holds personal data, in a form that still is personal, or confidential data. The addresses of its
 * visitors aside: who can reach a page of the public learns none of them.
 */
export const holdsProtected = onceFor((component: Component, scene: Scene): Value<boolean> => {
  const held = scene.heldBy(component.id).map((holding): Value<boolean> => {
    const asset = scene.assets.get(holding.asset)
    if (asset === undefined || asset.id === visitorAddresses) return known(false)
    const counts = or(staysIn(asset, asset.personal, holding.protection), asset.confidential)
    if (!holding.certain) return and(counts, unknown(...openAt(component.id, holding.asset, scene)))
    const way: Origin = { kind: 'path', path: holding.path }
    const there = component.value.holds === undefined ? [] : [scene.reader.stated([...component.pointer, 'holds'])]
    const how = holding.path.length > 1 ? [way] : [way, ...there]
    return { value: counts.value, from: [...how, ...counts.from] }
  })
  return anyOf([...held, mayHoldMore(component.id, scene)])
})
