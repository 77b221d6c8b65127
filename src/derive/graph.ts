import type { Engagement } from '../model/generated/engagement.ts'
import type { Placed } from '../model/location.ts'
import type { Asset } from './assets.ts'
import { visitorAddresses } from './assets.ts'
import type { Component } from './components.ts'
import type { Entities, Entity } from './entities.ts'
import type { Graph, GraphEdge, GraphNode, Seed, Transform } from './lineage.ts'
import type { Reader } from './reader.ts'

type FlowValue = NonNullable<Engagement['flows']>[number]

/** A flow with who answers for its ends. */
export type Flow = {
  readonly id: string
  readonly value: FlowValue
  readonly index: number
  readonly from: FlowEnd
  readonly to: FlowEnd
  readonly edge: GraphEdge
  readonly place: Placed
}

/** A component, or a party itself. */
type FlowEnd = {
  readonly id: string
  readonly custodian: Entity
  readonly operator: Entity
  readonly component: Component | undefined
}

export function flowsOf(
  engagement: Engagement,
  reader: Reader,
  entities: Entities,
  components: ReadonlyMap<string, Component>,
): readonly Flow[] {
  const end = (id: string): FlowEnd => {
    const component = components.get(id)
    if (component !== undefined) return { id, custodian: component.custodian, operator: component.operator, component }
    const party = entities.byRef(id) ?? entities.unknown(id, id, [])
    return { id, custodian: party, operator: party, component: undefined }
  }
  return (engagement.flows ?? []).map((value, index) => {
    const place = reader.place(['flows', index])
    const [from, to] = [end(value.from), end(value.to)]
    return {
      id: value.id,
      value,
      index,
      from,
      to,
      place,
      edge: {
        id: value.id,
        from: value.from,
        to: value.to,
        place,
        data: value.data as GraphEdge['data'],
        transform: transformOf(value, from, entities),
      },
    }
  })
}

/** A transformation counts where its performer is stated and stands on the sender's side: before the crossing. */
function transformOf(value: FlowValue, from: FlowEnd, entities: Entities): Transform {
  const transform = value.transform
  if (transform === undefined) return { kind: 'unstated' }
  if (transform.kind === 'none' || transform.kind === 'aggregate') return { kind: 'none' }
  if (transform.performedBy === undefined) return { kind: 'unstated' }
  const performer = entities.byRef(transform.performedBy)?.id ?? transform.performedBy
  const senders = [from.custodian, from.operator]
  const before = performer === from.id || senders.some((one) => one.id === performer)
  if (!before) return senders.some((one) => one.kind === 'unknown') ? { kind: 'unstated' } : { kind: 'none' }
  switch (transform.kind) {
    case 'anonymise':
      return { kind: 'anonymise', assessed: transform.assessment !== undefined }
    case 'pseudonymise':
      return { kind: 'pseudonymise' }
    case 'encrypt':
      return { kind: 'encrypt', keyHolders: transform.keyHolders?.map((ref) => entities.byRef(ref)?.id ?? ref) }
  }
}

export function graphOf(
  components: readonly Component[],
  flows: readonly Flow[],
  assets: ReadonlyMap<string, Asset>,
  inference: ReadonlySet<string>,
): Graph {
  const nodes: GraphNode[] = components.map((component) => ({
    id: component.id,
    place: component.place,
    holds: seedsOf(component, assets),
    keyUsers: keyUsersOf(component),
    inference: inference.has(component.id),
  }))
  const parties = new Map<string, { place: Placed; flows: Flow[] }>()
  for (const flow of flows) {
    for (const end of [flow.from, flow.to]) {
      if (end.component !== undefined) continue
      const known = parties.get(end.id) ?? { place: end.custodian.place ?? flow.place, flows: [] }
      if (end === flow.from) known.flows.push(flow)
      parties.set(end.id, known)
    }
  }
  for (const [id, party] of parties) {
    nodes.push({
      id,
      place: party.place,
      holds: party.flows.flatMap((flow) => sentBy(flow, assets)),
      keyUsers: [id],
      inference: false,
    })
  }
  return {
    nodes,
    edges: flows.map((flow) => flow.edge),
    assets: [...assets.values()].map((asset) => ({
      id: asset.id,
      derivedFrom: asset.derivedFrom.value,
      additionalInformationFor: asset.additionalInformationFor.value ?? [],
    })),
  }
}

/** What a component holds from the start: what it states, or possibly anything; and its visitors' addresses. */
function seedsOf(component: Component, assets: ReadonlyMap<string, Asset>): readonly Seed[] {
  const { holds, publicFacing } = component.value
  const stated = holds !== undefined && holds !== null
  const ids = stated ? holds : [...assets.keys()].filter((id) => id !== visitorAddresses)
  const seeds: Seed[] = ids.flatMap((id) => seed(assets.get(id), stated))
  const visitors = assets.get(visitorAddresses)
  return visitors === undefined || publicFacing === false ? seeds : [...seeds, ...seed(visitors, publicFacing === true)]
}

/** What a party sends, it has. */
function sentBy(flow: Flow, assets: ReadonlyMap<string, Asset>): readonly Seed[] {
  const data = flow.value.data
  if (Array.isArray(data)) return data.flatMap((id: string) => seed(assets.get(id), true))
  return [...assets.values()].filter((asset) => !asset.implied).flatMap((asset) => seed(asset, false))
}

const seed = (asset: Asset | undefined, certain: boolean): readonly Seed[] =>
  asset === undefined ? [] : [{ asset: asset.id, protection: asset.base.value ?? 'unstated', certain }]

/**
 * Who uses a key on what arrives at a component. Its own provider does if it holds one. Who answers for the component,
 * and who operates it, may hold the key and still leave there what is encrypted, as a backup is: they do only where the
 * data is read in the clear, which the provider then has before it, too.
 */
function keyUsersOf(component: Component): readonly (string | undefined)[] {
  const { custodian, operator, entity, value } = component
  const idsOf = (one: Entity): readonly (string | undefined)[] => {
    if (one.kind === 'unknown') return [undefined, ...(one.provider === undefined ? [] : [one.provider])]
    return one.provider === undefined ? [one.id] : [one.id, one.provider]
  }
  const own = entity === undefined ? [] : idsOf(entity)
  const others = [custodian, operator].flatMap(idsOf)
  const readThere = component.service.value === 'none' ? true : (value.needsClearText ?? undefined)
  if (readThere === false) return own
  return readThere === true ? [...own, ...others] : [...own, ...(others.length > 0 ? [undefined] : [])]
}
