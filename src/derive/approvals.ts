import type { Firm } from '../model/generated/firm.ts'
import type { AiUse } from './ai-uses.ts'
import type { Component } from './components.ts'
import { approvalOrigin } from './entities.ts'
import { readerOf } from './reader.ts'
import type { Entry } from './registry-index.ts'
import type { Scene } from './scene.ts'
import { chain, known, map, unknown, type Value } from './value.ts'

type Approval = Entry<NonNullable<Firm['approvals']>[number]>

/** What the firm's published list says of the service of an AI use. A model of one's own is on no list. */
export function approvalsOf(use: AiUse, scene: Scene): { approved: Value<boolean>; tiers: Value<readonly string[]> } {
  const { component } = use
  if (component.registered === undefined) {
    return { approved: unknown(...component.service.from), tiers: unknown(...component.service.from) }
  }
  const rows = chain(approvalRows(component, scene), (all) => {
    const covering = all.filter((row) => covers(row, component))
    return known(covering, ...covering.map((one) => one.origin))
  })
  return {
    approved: map(rows, (list) => list.length > 0),
    tiers: map(rows, (list) => [...new Set(list.flatMap((one) => one.value.tiers ?? []).map(String))].sort()),
  }
}

/** What the firm's published list says of the service of a component. */
export function approvalFacts(component: Component, scene: Scene) {
  const rows = approvalRows(component, scene)
  // A provider that no row names is neither approved nor refused.
  const covering = chain(rows, (all) => {
    const list = all.filter((row) => covers(row, component))
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

/** The rows of the firm's list that name the provider of a component, whatever they approve it for. */
function approvalRows(component: Component, scene: Scene): Value<readonly Approval[]> {
  const { provider } = component
  if (provider === undefined) return unknown(...component.service.from)
  const documents = scene.index.firms.filter((document) => document.value.approvals !== undefined)
  const [document] = documents
  if (document === undefined) return unknown()
  const rows = documents.flatMap((one) =>
    (one.value.approvals ?? []).flatMap((value, at) =>
      value.provider === provider ? [{ value, origin: approvalOrigin(one, at) }] : [],
    ),
  )
  const origins = rows.map((one) => one.origin)
  return known(rows, ...(rows.length > 0 ? origins : [readerOf(document).listed(['approvals'])]))
}

const covers = ({ value }: Approval, component: Component): boolean =>
  value.services === undefined || value.services.some((id) => `${value.provider}/${id}` === component.service.value)

function unlisted(component: Component, scene: Scene): Value<never> {
  const ask = `Record that the client asked for ${component.provider}, or have the firm assess it and publish a row for it.`
  return unknown(scene.reader.missing(component.pointer, 'service', ask))
}
