import type { Report } from '../model/generated/report.ts'
import type { Location } from '../model/location.ts'
import type { OpenFinding, Task } from '../model/report.ts'

const levels = { error: 0, warning: 1, note: 2 } as const

/** Findings that belong together, never empty. */
type Group = { readonly first: OpenFinding; readonly findings: OpenFinding[] }

/**
 * Open findings by what a person has to do about them. Failures of one rule at one place belong together, whatever
 * their subjects. So do all unknowns that the same statement would be the first to decide, whatever their rules; what
 * most of them wait for comes first. What is waived is nothing to do; what is in the baseline is something of its own.
 *
 * `open`: in the order of the Report; `asks`: its statements.
 */
export function toDoOf(open: readonly OpenFinding[], asks: Report['asks']): readonly Task[] {
  const known = new Map<string, Map<number, Group[]>>()
  const [failed, unknown]: [Group[], Group[]] = [[], []]
  for (const finding of open) {
    if (finding.waiver !== undefined) continue
    const { outcome, rule, at } = finding
    const what = outcome === 'fail' ? rule : (firstAsk(finding, asks) ?? rule)
    const near = groupsAt(known, what, at)
    const group = near.find(({ first }) => belong(first, finding))
    if (group !== undefined) {
      group.findings.push(finding)
      continue
    }
    const made = { first: finding, findings: [finding] }
    near.push(made)
    const list = outcome === 'fail' ? failed : unknown
    list.push(made)
  }
  return [...failed, ...unknown.sort(byWaiting)].map((group) => taskOf(group, asks))
}

/** Groups of the same thing to do whose places have the same number; several places can have one. */
function groupsAt(known: Map<string, Map<number, Group[]>>, what: string, { line, column }: Location): Group[] {
  let places = known.get(what)
  if (places === undefined) {
    places = new Map()
    known.set(what, places)
  }
  const number = Math.imul(line, 31) ^ column
  let groups = places.get(number)
  if (groups === undefined) {
    groups = []
    places.set(number, groups)
  }
  return groups
}

/** Of findings about which the same is to be done. */
function belong(one: OpenFinding, other: OpenFinding): boolean {
  return (
    one.at.line === other.at.line &&
    one.at.column === other.at.column &&
    one.at.file === other.at.file &&
    one.outcome === other.outcome &&
    (one.baselined === true) === (other.baselined === true)
  )
}

function byWaiting(one: Group, other: Group): number {
  return levels[one.first.level] - levels[other.first.level] || other.findings.length - one.findings.length
}

function taskOf({ first, findings }: Group, asks: Report['asks']): Task {
  const ask = first.outcome === 'unknown' ? firstAsk(first, asks) : undefined
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
export function firstAsk({ missing }: Pick<OpenFinding, 'missing'>, all: Report['asks']): string | undefined {
  for (const { asks } of missing) {
    const [first] = asks
    if (first !== undefined) return all[first]?.ask
  }
  return undefined
}
