import type { Report } from '../model/generated/report.ts'
import type { OpenFinding } from '../model/report.ts'

export type ToDo = Report['toDo'][number]

const levels = { error: 0, warning: 1, note: 2 } as const

/**
 * Open findings by what a person has to do about them. Failures of one rule at one place belong together, whatever
 * their subjects. So do all unknowns that the same statement would be the first to decide, whatever their rules; what
 * most of them wait for comes first. What is waived is nothing to do; what is in the baseline is something of its own.
 *
 * `open`: in the order of the Report.
 */
export function toDoOf(open: readonly OpenFinding[]): readonly ToDo[] {
  const groups = new Map<string, OpenFinding[]>()
  for (const finding of open) {
    if (finding.waiver !== undefined) continue
    const key = keyOf(finding)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [finding])
    else group.push(finding)
  }
  const all = [...groups.values()].flatMap((group) => (group[0] === undefined ? [] : [{ group, first: group[0] }]))
  const failed = all.filter(({ first }) => first.outcome === 'fail')
  const unknown = all.filter(({ first }) => first.outcome === 'unknown')
  unknown.sort(
    (one, other) => levels[one.first.level] - levels[other.first.level] || other.group.length - one.group.length,
  )
  return [...failed, ...unknown].map(({ group, first }) => {
    const ask = first.outcome === 'unknown' ? firstAsk(first) : undefined
    return {
      outcome: first.outcome === 'fail' ? 'fail' : 'unknown',
      at: first.at,
      ...(ask === undefined ? {} : { ask }),
      ...(first.baselined ? { baselined: true as const } : {}),
      rules: [...new Set(group.map(({ rule }) => rule))],
      findings: group.map(({ id }) => id),
    }
  })
}

function keyOf(finding: OpenFinding): string {
  const { outcome, rule, at, baselined } = finding
  const place = [at.file, at.line, at.column].join(':')
  const key = outcome === 'fail' ? `fail ${rule} ${place}` : `unknown ${place} ${firstAsk(finding) ?? rule}`
  return baselined ? `${key} in the baseline` : key
}

/** What to state first: it is what the finding points at. */
function firstAsk({ missing }: OpenFinding): string | undefined {
  for (const { asks } of missing) if (asks[0] !== undefined) return asks[0].ask
  return undefined
}
