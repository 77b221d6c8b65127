import type { AiUse } from './ai-uses.ts'
import { approvalOrigin } from './entities.ts'
import type { Scene } from './scene.ts'
import { known, unknown, type Value } from './value.ts'

/** What the firm's published list says of the service of an AI use. A model of one's own is on no list. */
export function approvalsOf(use: AiUse, scene: Scene): { approved: Value<boolean>; tiers: Value<readonly string[]> } {
  const { component } = use
  const [provider, service] = component.service.value?.split('/') ?? []
  if (provider === undefined || service === undefined || component.registered === undefined) {
    return { approved: unknown(...component.service.from), tiers: unknown(...component.service.from) }
  }
  const documents = scene.index.firms.filter((document) => document.value.approvals !== undefined)
  if (documents.length === 0) return { approved: unknown(), tiers: unknown() }
  const rows = documents.flatMap((document) =>
    (document.value.approvals ?? []).flatMap((row, at) =>
      row.provider === provider && (row.services === undefined || row.services.includes(service))
        ? [{ row, origin: approvalOrigin(document, at) }]
        : [],
    ),
  )
  const origins = rows.map((one) => one.origin)
  return {
    approved: known(rows.length > 0, ...origins),
    tiers: known([...new Set(rows.flatMap((one) => one.row.tiers ?? []).map(String))].sort(), ...origins),
  }
}
