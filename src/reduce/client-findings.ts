import type { Explanation, Location, Origin, Path, Report } from '../model/generated/report.ts'
import { Listed, listedAt } from '../model/listed.ts'
import { type ClientRules, titleOf } from './client-rules.ts'
import { type LeftOut, numbered } from './left-out.ts'
import { internalKinds, isOpenToClients } from './table.ts'

type Finding = Report['findings'][number]
type Fact = Finding['facts'][number]

type Context = {
  readonly rules: ClientRules
  readonly place: (at: Location) => Location
  readonly inDescriptor: (at: Location) => boolean
}

type Reduced = Pick<Report, 'findings' | keyof Named> & {
  /** The id of a finding as clients get it: a fingerprint of internal names could be guessed. */
  readonly idOf: (id: string) => string
  /** What to state, in words that name no more than the key; undefined where the firm has to state it. */
  readonly askOf: (ask: string) => string | undefined
}

/** What findings name by its place, listed anew: what only internal ones name is in no list. */
type Named = Pick<Report, 'asks' | 'origins' | 'explanations'>
type Lists = { readonly [K in keyof Named]: Listed<Named[K][number]> }

const placeIn = <T>(list: Listed<T>, value: T): number => list.placeOf(JSON.stringify(value), () => value)

const hidden = 'not shown'

/** The findings of a Report without what is internal: their outcomes and their number stay. */
export function findingsForClients(report: Report, context: Context, left: LeftOut): Reduced {
  const { rules, place, inDescriptor } = context
  const number = numbered()
  const isInternal = ({ rule, subject }: Finding): boolean => rules.isInternal(rule) || internalKinds.has(subject.kind)
  const ids = new Map(
    report.findings.filter(isInternal).map(({ id }) => [id, number('internal', id).replace(' ', '-')] as const),
  )
  const asks = new Map<string, string>()
  for (const finding of report.findings) {
    if (isInternal(finding)) continue
    for (const { ask, key, at } of finding.missing.flatMap((one) => asksOf(one, report)))
      if (inDescriptor(at)) asks.set(ask, toState(key))
  }
  left.note('details of internal findings', ids.size)
  const frames = report.findings.filter(({ codeFrame }) => codeFrame !== undefined).length
  left.note('code frames', frames)
  left.note('waivers, but for their last day', report.findings.filter(({ waiver }) => waiver !== undefined).length)
  const idOf = (id: string): string => ids.get(id) ?? id
  const lists: Lists = { asks: new Listed(), origins: new Listed(), explanations: new Listed() }
  const findings = report.findings.map((finding): Finding => {
    const { outcome, level, basis, waivable, waiver, baselined, subject, at } = finding
    const rule = rules.idOf(finding.rule)
    const internalRule = rules.isInternal(finding.rule)
    const title = internalRule ? titleOf(rule) : finding.title
    const shared = {
      id: idOf(finding.id),
      rule,
      title,
      outcome,
      level,
      basis,
      waivable,
      ...(waiver === undefined ? {} : { waiver: lastDayOf(waiver, place) }),
      ...(baselined === undefined ? {} : { baselined }),
      controls: finding.controls.map(rules.controlOf),
      source: internalRule ? [{ document: hidden, clause: hidden }] : finding.source.map(rules.referenceOf),
    }
    if (isInternal(finding)) {
      const name = rules.subjectOf(subject.kind, subject.id)
      const label = internalKinds.has(subject.kind) ? name : subject.label
      return {
        ...shared,
        subject: { kind: subject.kind, id: name, label },
        message: `${label}: ${title}`,
        remedy: 'Ask the firm.',
        at: internalKinds.has(subject.kind) ? place({ ...at, file: '' }) : place(at),
        facts: [],
        missing: [],
      }
    }
    return { ...shared, ...openParts(finding, report, context, lists, left) }
  })
  return {
    findings,
    asks: lists.asks.all,
    origins: lists.origins.all,
    explanations: lists.explanations.all,
    idOf,
    askOf: (ask) => asks.get(ask),
  }
}

const eachOnce = (places: readonly number[]): readonly number[] => [...new Set(places)]

const toState = (key: string): string => `State \`${key}\`.`

const asksOf = ({ asks }: Finding['missing'][number], report: Report): Report['asks'] => listedAt(report.asks, asks)

const originsOf = ({ origins }: Fact, report: Report): readonly Origin[] => listedAt(report.origins, origins)

/** Who is told why, is told by whom and where it is followed; a client is told that there is one, and until when. */
const lastDayOf = ({ expires }: NonNullable<Finding['waiver']>, place: Context['place']) => ({
  reason: hidden,
  owner: hidden,
  approver: hidden,
  ticket: hidden,
  expires,
  at: place({ file: '', line: 1, column: 1, endLine: 1, endColumn: 1 }),
})

function openParts(finding: Finding, report: Report, context: Context, lists: Lists, left: LeftOut) {
  const { place, inDescriptor } = context
  const { subject, missing, path } = finding
  const explanation = finding.explanation === undefined ? undefined : report.explanations[finding.explanation]
  const isOpen = (fact: Fact): boolean =>
    isOpenToClients(subject.kind, fact.name) &&
    originsOf(fact, report).every(({ at }) => !report.engagement.firmFiles.includes(at.file))
  const open = new Set(finding.facts.filter(isOpen).map(({ name }) => name))
  const closed = finding.facts.length - open.size
  left.note('values of facts', closed)
  const rule = report.rules.find(({ id }) => id === finding.rule)
  const filled = closed === 0
  return {
    subject,
    message: messageOf(finding, filled),
    remedy: filled && finding.outcome !== 'pass' ? finding.remedy : plainRemedy(rule, finding),
    at: place(finding.at),
    facts: finding.facts.map((fact) =>
      isOpen(fact)
        ? {
            ...fact,
            origins: eachOnce(originsOf(fact, report).map((one) => placeIn(lists.origins, originFor(one, context)))),
          }
        : { ...fact, value: hidden, origins: [] },
    ),
    missing: missing.map((one) => ({
      fact: one.fact,
      label: one.label,
      asks: eachOnce(
        asksOf(one, report)
          .filter(({ at }) => inDescriptor(at))
          .map(({ key, at }) => placeIn(lists.asks, { key, ask: toState(key), at: place(at) })),
      ),
    })),
    ...(path === undefined ? {} : { path: pathFor(path, place) }),
    ...(explanation === undefined
      ? {}
      : { explanation: placeIn(lists.explanations, explanationFor(explanation, open)) }),
  }
}

/** A message of a failure tells values; where one of them is internal, the title says what is required. */
function messageOf({ outcome, message, title, subject }: Finding, filled: boolean): string {
  return outcome !== 'fail' || filled ? message : `${subject.label}: not met: ${title}`
}

/** What a remedy says where it names no fact. */
function plainRemedy(rule: Report['rules'][number] | undefined, { remedy }: Finding): string {
  const text = (rule?.text as { readonly remedy?: unknown } | undefined)?.remedy
  return typeof text === 'string' && !text.includes('{{') ? remedy : 'Ask the firm.'
}

function originFor(origin: Origin, { place, inDescriptor }: Context): Origin {
  const { text, ...rest } = origin
  const at = place(origin.at)
  if (origin.kind === 'missing') return { ...rest, at }
  if (origin.kind === 'stated' && !inDescriptor(origin.at)) return { ...rest, at }
  return { ...origin, at }
}

export const pathFor = ({ asset, steps }: Path, place: Context['place']): Path => ({
  asset,
  steps: steps.map((step) => ({ ...step, at: place(step.at) })),
})

/** The conditions with their truth; the values that are not open left out. */
function explanationFor(explanation: Explanation, open: ReadonlySet<string>): Explanation {
  const { actual, of, ...rest } = explanation
  return {
    ...rest,
    ...(actual !== undefined && open.has(explanation.fact ?? '') ? { actual } : {}),
    ...(of === undefined ? {} : { of: of.map((part) => explanationFor(part, open)) }),
  }
}
