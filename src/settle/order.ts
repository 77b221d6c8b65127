import type { Report } from '../model/generated/report.ts'
import type { Location } from '../model/location.ts'

type Finding = Report['findings'][number]

const outcomes = { fail: 0, unknown: 1, pass: 2 } as const
const levels = { error: 0, warning: 1, note: 2 } as const

/** Open findings first, what weighs most first, then by rule and subject: the same on every machine. */
export function byUrgency(one: Finding, other: Finding): number {
  return (
    outcomes[one.outcome] - outcomes[other.outcome] ||
    levels[one.level] - levels[other.level] ||
    byText(one.rule, other.rule) ||
    byText(one.subject.id, other.subject.id)
  )
}

/** By code units: no locale. */
export function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

export function byPlace(one: Location, other: Location): number {
  return byText(one.file, other.file) || one.line - other.line || one.column - other.column
}
