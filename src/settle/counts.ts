import type { Report } from '../model/generated/report.ts'
import type { Evaluated } from '../model/outcome.ts'
import type { OpenFinding } from '../model/report.ts'
import type { Level, Rule } from '../model/rule.ts'
import type { Subject } from '../model/subject.ts'
import { byText } from './order.ts'

type Counts = Report['counts']

/** How much was checked, and how it came out. */
export function countsOf(
  rules: readonly Rule[],
  subjects: readonly Subject[],
  evaluated: readonly Evaluated[],
  open: Open,
): Counts {
  const applied = new Set<Rule>()
  const outcomes = noOutcomes()
  for (const { rule, outcome } of evaluated) {
    outcomes[outcome.kind] += 1
    if (outcome.kind !== 'not-applicable') applied.add(rule)
  }
  const kinds = new Map<string, number>()
  for (const { kind } of subjects) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  return {
    rules: { loaded: rules.length, applied: applied.size, notApplicable: rules.length - applied.size },
    subjects: Object.fromEntries([...kinds].sort(([one], [other]) => byText(one, other))),
    outcomes: outcomesOf(outcomes),
    ...openCounts(open),
  }
}

type Open = readonly Pick<OpenFinding, 'level' | 'waiver' | 'baselined'>[]

/** What is still open, and what exceptions and the baseline make of it. */
export function openCounts(open: Open): Pick<Counts, 'open' | 'waived' | 'baselined'> {
  const counting = open.filter(({ waiver }) => waiver === undefined)
  const of = (level: Level): number => counting.filter((one) => one.level === level).length
  return {
    open: { error: of('error'), warning: of('warning'), note: of('note') },
    waived: open.length - counting.length,
    baselined: counting.filter(({ baselined }) => baselined).length,
  }
}

export const outcomeKinds = ['pass', 'fail', 'unknown', 'not-applicable'] as const

/** How often each outcome came. */
export type Tally = Record<(typeof outcomeKinds)[number], number>

export const noOutcomes = (): Tally => ({ pass: 0, fail: 0, unknown: 0, 'not-applicable': 0 })

/** The same as the Report has it. */
export function outcomesOf({ 'not-applicable': notApplicable, pass, fail, unknown }: Tally): Counts['outcomes'] {
  return { pass, fail, unknown, notApplicable }
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
