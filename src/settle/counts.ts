import type { Report } from '../model/generated/report.ts'
import type { Evaluated } from '../model/outcome.ts'
import type { Level, Rule } from '../model/rule.ts'
import type { Subject } from '../model/subject.ts'
import { byText } from './order.ts'

type Counts = Report['counts']

/** How much was checked, and how it came out. */
export function countsOf(
  rules: readonly Rule[],
  subjects: readonly Subject[],
  evaluated: readonly Evaluated[],
  findings: Report['findings'],
): Counts {
  const applied = new Set(
    evaluated.filter(({ outcome }) => outcome.kind !== 'not-applicable').map(({ rule }) => rule.id),
  )
  const kinds = [...new Set(subjects.map(({ kind }) => kind))].sort(byText)
  return {
    rules: { loaded: rules.length, applied: applied.size, notApplicable: rules.length - applied.size },
    subjects: Object.fromEntries(kinds.map((kind) => [kind, subjects.filter((one) => one.kind === kind).length])),
    outcomes: tally(evaluated),
    ...openCounts(findings),
  }
}

/** What is still open, and what exceptions and the baseline make of it. */
export function openCounts(findings: Report['findings']): Pick<Counts, 'open' | 'waived' | 'baselined'> {
  const open = findings.filter(({ outcome }) => outcome !== 'pass')
  const counting = open.filter(({ waiver }) => waiver === undefined)
  const of = (level: Level): number => counting.filter((one) => one.level === level).length
  return {
    open: { error: of('error'), warning: of('warning'), note: of('note') },
    waived: open.length - counting.length,
    baselined: counting.filter(({ baselined }) => baselined).length,
  }
}

export function tally(evaluated: readonly Evaluated[]): Counts['outcomes'] {
  const counts = { pass: 0, fail: 0, unknown: 0, 'not-applicable': 0 }
  for (const { outcome } of evaluated) counts[outcome.kind] += 1
  const { 'not-applicable': notApplicable, ...others } = counts
  return { ...others, notApplicable }
}

/** Rules that did not apply, with the subjects that they were asked about. */
export function notApplicableOf(evaluated: readonly Evaluated[]): Report['notApplicable'] {
  const subjects = new Map<string, string[]>()
  for (const { rule, subject, outcome } of evaluated) {
    if (outcome.kind !== 'not-applicable') continue
    const ids = subjects.get(rule.id) ?? []
    ids.push(subject.id)
    subjects.set(rule.id, ids)
  }
  // Outcomes come by rule, then by subject.
  return [...subjects].map(([rule, ids]) => ({ rule, subjects: ids }))
}
