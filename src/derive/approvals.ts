import type { Firm } from '../model/generated/firm.ts'
import type { AiUse } from './ai-uses.ts'
import type { Component } from './components.ts'
import { approvalOrigin } from './entities.ts'
import { Reader } from './reader.ts'
import type { Entry } from './registry-index.ts'
import { onceFor, remembered } from './remembered.ts'
import type { Scene } from './scene.ts'
import { chain, known, map, openLike, unknown, type Value } from './value.ts'

type Approval = Entry<NonNullable<Firm['approvals']>[number]>

/** What the firm's published list says of the service of an AI use. A model of one's own is on no list. */
export function approvalsOf(use: AiUse, scene: Scene): { approved: Value<boolean>; tiers: Value<readonly string[]> } {
  const { component } = use
  if (component.registered === undefined) {
    return { approved: openLike(component.service), tiers: openLike(component.service) }
  }
  const rows = chain(rowsOn(component.provider, scene), (all) => {
    const covering = all.filter((row) => covers(row, component.service.value))
    return known(covering, ...covering.map((one) => one.origin))
  })
  return {
    approved: map(rows, (list) => list.length > 0),
    tiers: map(rows, (list) => [...new Set(list.flatMap((one) => one.value.tiers ?? []).map(String))].sort()),
  }
}

/** What the firm's published list says of the service of a component: the same for each component, if it says anything. */
export const approvalFacts = (component: Component, service: string, scene: Scene) =>
  rowsOn(component.provider, scene).value?.length === 0
    ? factsOf(component, service, scene)
    : remembered(factsOf, service, scene, () => factsOf(component, service, scene))

function factsOf(component: Component, service: string, scene: Scene) {
  const rows = rowsOn(component.provider, scene)
  // A provider that no row names is neither approved nor refused.
  const covering = chain(rows, (all) => {
    const list = all.filter((row) => covers(row, service))
    if (all.length === 0) return unlisted(component, scene)
    return known(list, ...(list.length > 0 ? list : all).map((one) => one.origin))
  })
  const everyRow = (key: 'contexts' | 'limit'): Value<boolean> =>
    map(covering, (list) => list.length > 0 && list.every((one) => one.value[key] !== undefined))
  return {
    onFirmList: map(rows, (list) => list.length > 0),
    serviceApproved: map(covering, (list) => list.length > 0),
    approvedRoles: map(covering, (list) => list.map((one) => one.value.role)),
    contextRestricted: everyRow('contexts'),
    approvedContexts: map(covering, (list) => [...new Set(list.flatMap((one) => one.value.contexts ?? []))].sort()),
    limitPublished: everyRow('limit'),
    publishedLimits: map(covering, (list) => list.flatMap((one) => one.value.limit ?? [])),
  }
}

/** The rows of the firm's list that name a provider, whatever they approve it for. */
const rowsOn = onceFor((provider: string | undefined, scene: Scene): Value<readonly Approval[]> => {
  if (provider === undefined) return unknown()
  const documents = scene.index.firms.filter((document) => document.value.approvals !== undefined)
  const [document] = documents
  if (document === undefined) return unknown()
  const rows = documents.flatMap((one) =>
    (one.value.approvals ?? []).flatMap((value, at) =>
      value.provider === provider ? [{ value, origin: approvalOrigin(one, at) }] : [],
    ),
  )
  const origins = rows.map((one) => one.origin)
  return known(rows, ...(rows.length > 0 ? origins : [new Reader(document).listed(['approvals'])]))
})

const covers = ({ value }: Approval, service: string | undefined): boolean =>
  value.services === undefined || value.services.some((id) => `${value.provider}/${id}` === service)

function unlisted(component: Component, scene: Scene): Value<never> {
  const ask = `Record that the client asked for ${component.provider}, or have the firm assess it and publish a row for it.`
  return unknown(scene.reader.missing(component.pointer, 'service', ask))
}
