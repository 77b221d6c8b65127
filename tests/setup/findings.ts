import type { Report } from '../../src/model/generated/report.ts'

type Finding = Report['findings'][number]

/** The statements that a finding waits for, in their order. */
export function asksOf(report: Report | undefined, finding: Finding | undefined): Report['asks'] {
  return (finding?.missing ?? []).flatMap(({ asks }) => asks.flatMap((place) => report?.asks[place] ?? []))
}

/** Where the facts of a finding come from. */
export function originsOf(report: Report | undefined, finding: Finding | undefined): Report['origins'] {
  return (finding?.facts ?? []).flatMap(({ origins }) => origins.flatMap((place) => report?.origins[place] ?? []))
}
