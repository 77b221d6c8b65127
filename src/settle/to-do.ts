import type { Report } from '../model/generated/report.ts'
import type { OpenFinding, Task } from '../model/report.ts'

const levels = { error: 0, warning: 1, note: 2 } as const

/** Findings that belong together, never empty. */
type Group = { readonly first: OpenFinding; readonly findings: OpenFinding[] }

/**
 * Open findings by what a person has to do about them. Failures of one rule at one place belong together, whatever
 * their subjects. So do all unknowns that the same statement would be the first to decide, whatever their rules; what
 * most of them wait for comes first. What is waived is nothing to do; what is in the baseline is something of its own.
 *
 * `open`: in the order of the Report.
 */
export function toDoOf(open: readonly OpenFinding[]): readonly Task[] {
  const groups = new Map<string, Group>()
  for (const finding of open) {
    if (finding.waiver !== undefined) continue
    const key = keyOf(finding)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { first: finding, findings: [finding] })
    else group.findings.push(finding)
  }
  const [failed, unknown]: [Group[], Group[]] = [[], []]
  for (const group of groups.values()) (group.first.outcome === 'fail' ? failed : unknown).push(group)
  return [...failed, ...unknown.sort(byWaiting)].map(taskOf)
}

function keyOf(finding: OpenFinding): string {
  const { outcome, rule, at, baselined } = finding
  const what = outcome === 'fail' ? rule : (firstAsk(finding) ?? rule)
  return `${at.line}:${at.column} ${outcome} ${baselined === true} ${what} ${at.file}`
}

function byWaiting(one: Group, other: Group): number {
  return levels[one.first.level] - levels[other.first.level] || other.findings.length - one.findings.length
}

function taskOf({ first, findings }: Group): Task {
  const ask = first.outcome === 'unknown' ? firstAsk(first) : undefined
  return {
    outcome: first.outcome === 'fail' ? 'fail' : 'unknown',
    at: first.at,
    ...(ask === undefined ? {} : { ask }),
    ...(first.baselined ? { baselined: true as const } : {}),
    rules: [...new Set(findings.map(ruleOf))],
    findings,
  }
}

/** The same as the Report has it. */
export function shownToDo(tasks: readonly Task[]): Report['toDo'] {
  return tasks.map((task) => ({ ...task, findings: task.findings.map(({ id }) => id) }))
}

const ruleOf = ({ rule }: OpenFinding): string => rule

/** What to state first: it is what the finding points at. */
export function firstAsk({ missing }: Pick<OpenFinding, 'missing'>): string | undefined {
  for (const { asks } of missing) {
    const [first] = asks
    if (first !== undefined) return first.ask
  }
  return undefined
}
