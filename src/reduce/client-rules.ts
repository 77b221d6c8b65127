import type { Report } from '../model/generated/report.ts'
import { type LeftOut, numbered } from './left-out.ts'
import { internalKinds } from './table.ts'

type Rule = Report['rules'][number]
type Source = Report['sources'][number]
type Reference = Rule['source'][number]

export type ClientRules = {
  readonly rules: readonly Rule[]
  readonly controls: Report['controls']
  readonly sources: readonly Source[]
  readonly isInternal: (rule: string) => boolean
  readonly idOf: (rule: string) => string
  readonly kindOf: (rule: string) => string
  readonly packOf: (pack: string) => string
  readonly controlOf: (control: string) => string
  readonly subjectOf: (kind: string, id: string) => string
  readonly referenceOf: (reference: Reference) => Reference
}

/** Documents that anybody can read; others may be between the firm and somebody else. */
const published: ReadonlySet<string> = new Set(['law', 'case', 'guidance', 'firm-page', 'provider-page'])

const hiddenSource: Reference = { document: 'not shown', clause: 'not shown' }

/** Rules of law and of contract as they are; the firm's own policies by number alone. */
export function rulesForClients(report: Report, left: LeftOut): ClientRules {
  const number = numbered()
  const byId = new Map(report.rules.map((rule) => [rule.id, rule]))
  const isInternal = (id: string): boolean => (byId.get(id)?.basis ?? 'policy') === 'policy'
  const open = report.rules.filter(({ id }) => !isInternal(id))
  const openPacks = new Set([...open.map(({ pack }) => pack), ...report.verdict.packsLeftOut])
  const openControls = new Set(open.flatMap(({ controls }) => controls))
  const openSources = new Set(report.sources.filter(({ kind }) => published.has(kind)).map(({ id }) => id))
  const idOf = (id: string): string => (isInternal(id) ? `internal/${number('rule', id).replace(' ', '-')}` : id)
  const packOf = (id: string): string => (openPacks.has(id) ? id : number('internal pack', id))
  const controlOf = (id: string): string => (openControls.has(id) ? id : number('internal control', id))
  const referenceOf = (one: Reference): Reference => (openSources.has(one.document) ? one : hiddenSource)
  const internal = report.rules.length - open.length
  left.note('texts of internal rules', internal)
  left.note('documents that are not published', report.sources.length - openSources.size)
  return {
    isInternal,
    idOf,
    kindOf: (id) => byId.get(id)?.subject ?? 'account',
    packOf,
    controlOf,
    subjectOf: (kind, id) => (internalKinds.has(kind) ? number(kind, id) : id),
    referenceOf,
    rules: report.rules.map((rule) => {
      const { id, pack, controls, source } = rule
      const shared = { ...rule, id: idOf(id), pack: packOf(pack), controls: controls.map(controlOf) }
      if (!isInternal(id)) return { ...shared, source: source.map(referenceOf) }
      return { ...shared, title: titleOf(idOf(id)), source: [hiddenSource], text: {} }
    }),
    controls: report.controls.map((control) => {
      const { id, pack, source, rules } = control
      const shared = { ...control, pack: packOf(pack), rules: rules.map(idOf) }
      if (openControls.has(id)) return { ...shared, source: source.map(referenceOf) }
      return { ...shared, id: controlOf(id), title: 'Not shown', source: [hiddenSource] }
    }),
    sources: report.sources.filter(({ id }) => openSources.has(id)).map(({ note: _, ...source }) => source),
  }
}

/** `Internal rule 3` for `internal/rule-3`. */
export const titleOf = (id: string): string => `Internal ${id.slice('internal/'.length).replace('-', ' ')}`
