import type { Report } from '../../../model/generated/report.ts'
import { type Outcome, unique, worst } from './model.ts'

/** What the findings say of subjects, by kind and id. */
export type Outcomes = {
  readonly of: (kind: string, id: string) => Outcome
  /** The open findings, a line each: 'fail: A transfer has a ground (transfers/chapter-v-ground)'. */
  readonly open: (kind: string, id: string) => readonly string[]
}

export function outcomesOf({ findings }: Report): Outcomes {
  const outcomes = new Map<string, Outcome>()
  const open = new Map<string, string[]>()
  for (const { subject, outcome, title, rule, waiver } of findings) {
    const key = `${subject.kind} ${subject.id}`
    outcomes.set(key, worst([outcomes.get(key) ?? 'none', outcome]))
    if (outcome === 'pass') continue
    const line = `${outcome}${waiver === undefined ? '' : ', waived'}: ${title} (${rule})`
    const lines = open.get(key)
    if (lines === undefined) open.set(key, [line])
    else lines.push(line)
  }
  return {
    of: (kind, id) => outcomes.get(`${kind} ${id}`) ?? 'none',
    open: (kind, id) => unique(open.get(`${kind} ${id}`) ?? []),
  }
}
