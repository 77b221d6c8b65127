import type { Report } from '../../model/generated/report.ts'
import { type OpenFinding, saidOf, type Task } from '../../model/report.ts'
import { harmless } from '../../text/harmless.ts'

/** One thing to do, with the first of its findings, which is shown. */
export type Group = Task & { readonly first: OpenFinding }

/** What there is to do, without what is in the baseline. */
export function groupsOf(report: Report): readonly Group[] {
  return saidOf(report)
    .toDo()
    .flatMap((task) => {
      const [first] = task.findings
      return first === undefined || first.baselined ? [] : [{ ...task, first }]
    })
}

type Ask = Report['asks'][number]

/** What would have to be stated to decide all of these; what most of them wait for first. */
export function asksOf(findings: readonly OpenFinding[], { asks }: Pick<Report, 'asks'>): readonly Ask[] {
  const waiting = new Map<number, number>()
  for (const { missing } of findings)
    for (const one of missing) for (const ask of one.asks) waiting.set(ask, (waiting.get(ask) ?? 0) + 1)
  return [...waiting]
    .flatMap(([place, count]) => {
      const ask = asks[place]
      return ask === undefined ? [] : [{ ask, count }]
    })
    .sort((one, other) => other.count - one.count || byPlace(one.ask, other.ask))
    .map(({ ask }) => ask)
}

function byPlace(one: Ask, other: Ask): number {
  if (one.at.file !== other.at.file) return one.at.file < other.at.file ? -1 : 1
  return one.at.line - other.at.line || one.at.column - other.at.column || (one.key < other.key ? -1 : 1)
}

export function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)]
}

export function placeOf({ at }: Pick<OpenFinding, 'at'>): string {
  return `${harmless(at.file)}:${at.line}:${at.column}`
}
