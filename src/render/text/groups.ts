import type { Report } from '../../model/generated/report.ts'
import { type OpenFinding, openIn } from '../../model/report.ts'
import { harmless } from '../../text/harmless.ts'

/** Open findings that are shown together: one thing to do. */
export type Group = {
  readonly first: OpenFinding
  readonly findings: readonly OpenFinding[]
  /** What to state, where a statement would decide them. */
  readonly ask?: string
  /** The rules, in the order of the findings. */
  readonly rules: readonly string[]
}

/** What there is to do, with the findings themselves. */
export function groupsOf(report: Report): readonly Group[] {
  const byId = new Map(openIn(report).map((finding) => [finding.id, finding]))
  return report.toDo.flatMap(({ ask, rules, findings: ids }): Group[] => {
    const found = ids.flatMap((id) => byId.get(id) ?? [])
    const [first] = found
    return first === undefined ? [] : [{ first, findings: found, rules, ...(ask === undefined ? {} : { ask }) }]
  })
}

type Ask = OpenFinding['missing'][number]['asks'][number]

/** What would have to be stated to decide all of these; what most of them wait for first. */
export function asksOf(findings: readonly OpenFinding[]): readonly Ask[] {
  // Findings on one subject share what they ask.
  const counts = new Map<Ask, number>()
  for (const { missing } of findings) {
    for (const { asks } of missing) for (const ask of asks) counts.set(ask, (counts.get(ask) ?? 0) + 1)
  }
  const asks = new Map<string, { ask: Ask; waiting: number }>()
  for (const [ask, waiting] of counts) {
    const { file, line, column } = ask.at
    const key = `${line}:${column}:${file.length}:${file}${ask.ask}`
    const known = asks.get(key)
    if (known === undefined) asks.set(key, { ask, waiting })
    else known.waiting += waiting
  }
  return [...asks.values()]
    .sort((one, other) => other.waiting - one.waiting || byPlace(one.ask, other.ask))
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
