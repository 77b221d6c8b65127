import type { Report } from '../model/generated/report.ts'
import type { Location } from '../model/location.ts'
import { faultsIn, ruleOfFault } from '../render/exceptions.ts'
import { openFindings } from '../render/open.ts'
import { harmless } from '../text/harmless.ts'

/** What is open: a finding, or a waiver that lifts nothing. */
type Open = {
  readonly key: string
  readonly at: Location
  readonly outcome: string
  readonly level: string
  readonly rule: string
  readonly message: string
}

/** What became of what was open in one engagement since it was checked before. */
export type Changes = {
  readonly added: readonly Open[]
  /** As they were. */
  readonly fixed: readonly Open[]
  /** Open before and now. */
  readonly still: number
}

/**
 * Open findings that came and went; one that is waived, or in the baseline, is not open. A finding is one rule on one
 * subject; one that failed and is now unknown, or the other way round, is a new one, and the old one is gone.
 */
export function changesBetween(before: Report | undefined, now: Report): Changes {
  const old = openBy(before)
  const open = openBy(now)
  const added = [...open.values()].filter(({ key }) => !old.has(key))
  const fixed = [...old.values()].filter(({ key }) => !open.has(key))
  return { added, fixed, still: open.size - added.length }
}

function openBy(report: Report | undefined): ReadonlyMap<string, Open> {
  if (report === undefined) return new Map()
  const findings = openFindings(report)
    .filter(({ baselined }) => !baselined)
    .map((finding): Open => ({ ...finding, key: `${finding.id} ${finding.outcome}` }))
  const faults = faultsIn(report).map(
    (fault): Open => ({ ...fault, key: `waiver ${fault.id}`, outcome: 'fail', rule: ruleOfFault(fault) }),
  )
  return new Map([...findings, ...faults].map((one) => [one.key, one]))
}

/** The verdict, then what is new with `+` and what is gone with `-`, each on a line, and how much stays. */
export function changesText(now: Report, { added, fixed, still }: Changes): string {
  const line = (sign: string, { at, outcome, level, rule, message }: Open): string =>
    `  ${sign} ${harmless(at.file)}:${at.line}:${at.column}: ${outcome} ${level} ${rule}: ${harmless(message)}`
  const rest = still === 0 ? [] : [`    ${still} ${still === 1 ? 'finding stays' : 'findings stay'} open`]
  return [
    `${harmless(now.verdict.headline)}  ${harmless(now.engagement.title)}`,
    ...added.map((one) => line('+', one)),
    ...fixed.map((one) => line('-', one)),
    ...rest,
  ]
    .map((one) => `${one}\n`)
    .join('')
}
