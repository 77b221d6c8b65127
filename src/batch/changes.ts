import type { Report } from '../model/generated/report.ts'
import { harmless } from '../text/harmless.ts'

type Finding = Report['findings'][number]

/** What became of the findings of one engagement since it was checked before. */
export type Changes = {
  readonly added: readonly Finding[]
  /** As they were. */
  readonly fixed: readonly Finding[]
  /** Open before and now. */
  readonly still: number
}

/**
 * Open findings that came and went. A finding is one rule on one subject; one that failed and is now unknown, or the other
 * way round, is a new one, and the old one is gone.
 */
export function changesBetween(before: Report | undefined, now: Report): Changes {
  const old = openBy(before)
  const open = openBy(now)
  const added = [...open].filter(([key]) => !old.has(key)).map(([, finding]) => finding)
  const fixed = [...old].filter(([key]) => !open.has(key)).map(([, finding]) => finding)
  return { added, fixed, still: open.size - added.length }
}

function openBy(report: Report | undefined): ReadonlyMap<string, Finding> {
  const open = (report?.findings ?? []).filter(({ outcome }) => outcome !== 'pass')
  return new Map(open.map((finding) => [`${finding.id} ${finding.outcome}`, finding]))
}

/** The verdict, then what is new with `+` and what is gone with `-`, each on a line, and how much stays. */
export function changesText(now: Report, { added, fixed, still }: Changes): string {
  const line = (sign: string, { at, outcome, level, rule, message }: Finding): string =>
    `  ${sign} ${harmless(at.file)}:${at.line}:${at.column}: ${outcome} ${level} ${rule}: ${harmless(message)}`
  const rest = still === 0 ? [] : [`    ${still} ${still === 1 ? 'finding stays' : 'findings stay'} open`]
  return [
    `${harmless(now.verdict.headline)}  ${harmless(now.engagement.title)}`,
    ...added.map((finding) => line('+', finding)),
    ...fixed.map((finding) => line('-', finding)),
    ...rest,
  ]
    .map((one) => `${one}\n`)
    .join('')
}
