import type { Report } from '../../model/generated/report.ts'
import { harmless } from '../../text/harmless.ts'

export type Finding = Report['findings'][number]

/** Open findings that are shown together: one place to look at, and one thing to do there. */
export type Group = {
  readonly first: Finding
  readonly findings: readonly Finding[]
  /** The rules, in the order of the findings. */
  readonly rules: readonly string[]
}

const levels = { error: 0, warning: 1, note: 2 } as const

/**
 * Groups open findings. Fails of one rule at one place belong together, whatever their subjects. So do all unknowns that
 * the same statement would be the first to decide, whatever their rules; what most of them wait for comes first.
 */
export function groupsOf(findings: readonly Finding[]): readonly Group[] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    if (finding.outcome === 'pass') continue
    const key = keyOf(finding)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [finding])
    else group.push(finding)
  }
  const all = [...groups.values()].flatMap((group): Group[] => {
    const [first] = group
    return first === undefined ? [] : [{ first, findings: group, rules: unique(group.map(({ rule }) => rule)) }]
  })
  const unknown = all.filter(({ first }) => first.outcome === 'unknown')
  return [
    ...all.filter(({ first }) => first.outcome === 'fail'),
    ...unknown.sort(
      (one, other) =>
        levels[one.first.level] - levels[other.first.level] || other.findings.length - one.findings.length,
    ),
  ]
}

function keyOf(finding: Finding): string {
  const { outcome, rule, at } = finding
  const place = [at.file, at.line, at.column].join(':')
  return outcome === 'fail' ? `fail ${rule} ${place}` : `unknown ${place} ${firstAsk(finding)?.ask ?? rule}`
}

/** What to state first: it is what the finding points at. */
export function firstAsk({ missing }: Finding): Ask | undefined {
  return missing.flatMap(({ asks }) => asks)[0]
}

export type Ask = Finding['missing'][number]['asks'][number]

/** What would have to be stated to decide all of these; what most of them wait for first. */
export function asksOf(findings: readonly Finding[]): readonly Ask[] {
  const asks = new Map<string, { ask: Ask; waiting: number }>()
  for (const ask of findings.flatMap(({ missing }) => missing.flatMap((one) => one.asks))) {
    const key = JSON.stringify([ask.at.file, ask.at.line, ask.at.column, ask.ask])
    const known = asks.get(key)
    if (known === undefined) asks.set(key, { ask, waiting: 1 })
    else known.waiting += 1
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

export function placeOf({ at }: Pick<Finding, 'at'>): string {
  return `${harmless(at.file)}:${at.line}:${at.column}`
}
