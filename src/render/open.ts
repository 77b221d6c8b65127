import type { Report } from '../model/generated/report.ts'
import { type OpenFinding, openIn, saidOf } from '../model/report.ts'
import { harmless } from '../text/harmless.ts'

export type Finding = Report['findings'][number]

/** What failed or could not be decided, and is not waived; the rest is of no use to readers that show problems. */
export const openFindings = (report: Report): readonly OpenFinding[] =>
  openIn(report).filter(({ waiver }) => waiver === undefined)

/** The same, with the facts and what explains it. */
export const openInFull = (report: Report): readonly Finding[] =>
  saidOf(report)
    .inFull()
    .filter(({ waiver }) => waiver === undefined)

/** What is the case, or what is missing and where to state it, on one line, and where imported files say so. */
export function statementOf(finding: OpenFinding, { asks: all }: Pick<Report, 'asks'>): string {
  const { outcome, message, missing } = finding
  const also = importedInWords(finding)
  const see = also === undefined ? [] : [`See ${also}.`]
  if (outcome !== 'unknown') return harmless(see.length === 0 ? message : [`${message}.`, ...see].join(' '))
  const asks = [...new Set(missing.flatMap(({ asks }) => asks.map((place) => all[place]?.ask ?? '')))]
  return harmless([`${message}.`, ...asks.slice(0, 4), ...see].join(' '))
}

/** `plan.json:12:5 (aws_s3_bucket.files: region)`; the first places in imported files that a finding rests on. */
function importedInWords({ alsoAt = [] }: Pick<OpenFinding, 'alsoAt'>): string | undefined {
  if (alsoAt.length === 0) return undefined
  const shown = alsoAt.slice(0, 3).map(({ at, text }) => `${at.file}:${at.line}:${at.column} (${text})`)
  const more = alsoAt.length > 3 ? [`${alsoAt.length - 3} more`] : []
  return harmless([...shown, ...more].join(', '))
}

/** `Sub-processors, line 29; GDPR, Art. 28(3)` */
export function sourceText({ source }: Pick<OpenFinding, 'source'>, { sources }: Report): string {
  const titleOf = (id: string): string => sources.find((known) => known.id === id)?.title ?? id
  return harmless(source.map(({ document, clause }) => `${titleOf(document)}, ${clause}`).join('; '))
}

/** One of the finding in this engagement, over all engagements: the finding's own fingerprint knows only its rule and subject. */
export const fingerprintOf = (finding: OpenFinding, { engagement }: Report): string => `${engagement.id}/${finding.id}`

/** For whom a Report was reduced, why, and what is not in it; nothing where it is whole. */
export function reductionOf({ reduced }: Pick<Report, 'reduced'>): string | undefined {
  if (reduced === undefined) return undefined
  const left = reduced.leftOut.map(({ what, count }) => `${what} (${count})`).join('; ')
  return harmless(`Reduced for the ${reduced.audience}. ${reduced.why}${left === '' ? '' : ` Left out: ${left}.`}`)
}
