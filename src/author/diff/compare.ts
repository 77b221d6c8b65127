import type { Report } from '../../model/generated/report.ts'
import { causesOf, keyOf, type Side, sideOf } from './causes.ts'
import { ruleChanges } from './rules.ts'
import type { Finding, FindingChange, InputChange, InputName, ReportDiff, RunDiff, State } from './types.ts'

/** Compares the Reports of two runs, engagement by engagement; those of one id in their order. Pure. */
export function compareRuns(old: readonly Report[], next: readonly Report[]): RunDiff {
  const [before, after] = [byEngagement(old), byEngagement(next)]
  const engagements = [...before].flatMap(([key, was]) => {
    const is = after.get(key)
    return is === undefined ? [] : [compareReports(was, is)]
  })
  const alone = (one: ReadonlyMap<string, Report>, other: ReadonlyMap<string, Report>): RunDiff['onlyOld'] =>
    [...one]
      .filter(([key]) => !other.has(key))
      .map(([, { engagement, verdict }]) => ({
        id: engagement.id,
        title: engagement.title,
        headline: verdict.headline,
      }))
  const [onlyOld, onlyNew] = [alone(before, after), alone(after, before)]
  const same = engagements.every((one) => one.same) && onlyOld.length + onlyNew.length === 0
  return { same, engagements, onlyOld, onlyNew }
}

function byEngagement(reports: readonly Report[]): ReadonlyMap<string, Report> {
  const found = new Map<string, Report>()
  for (const report of reports) {
    let key = report.engagement.id
    while (found.has(key)) key += ' again'
    found.set(key, report)
  }
  return found
}

/** Compares two Reports on one engagement, finding by finding. */
function compareReports(old: Report, next: Report): ReportDiff {
  const inputs = inputChanges(old, next)
  const findings = findingChanges(old, next, inputs)
  return {
    engagement: { id: next.engagement.id, title: next.engagement.title },
    same: findings.length === 0 && old.verdict.headline === next.verdict.headline,
    old: summaryOf(old),
    new: summaryOf(next),
    inputs,
    findings,
    rules: ruleChanges(old, next),
  }
}

function summaryOf({ verdict, asOf, counts }: Report): ReportDiff['old'] {
  return { headline: verdict.headline, asOf, outcomes: counts.outcomes }
}

function inputChanges(old: Report, next: Report): readonly InputChange[] {
  const inputs: readonly (readonly [InputName, (report: Report) => string])[] = [
    ['descriptor', ({ digests }) => digests.descriptor],
    ['rules', ({ digests }) => digests.rules],
    ['registry', ({ digests }) => digests.registry],
    ['configuration', ({ digests }) => digests.config],
    ['waivers', ({ digests }) => digests.waivers],
    ['infrastructure', ({ digests }) => digests.infrastructure ?? 'none'],
    ['evidence', ({ digests }) => digests.evidence ?? 'none'],
    ['as-of', ({ asOf }) => asOf],
    ['version', ({ tool }) => tool.version],
  ]
  return inputs
    .map(([input, of]) => ({ input, old: of(old), new: of(next) }))
    .filter((change) => change.old !== change.new)
}

type Said = {
  readonly rule: string
  readonly title: string
  readonly subject: Finding['subject']
  readonly state: State
  readonly named: readonly string[]
}

function findingChanges(old: Report, next: Report, inputs: readonly InputChange[]): readonly FindingChange[] {
  const [before, after] = [saidIn(old), saidIn(next)]
  const [was, is]: readonly [Side, Side] = [sideOf(old), sideOf(next)]
  const changes: FindingChange[] = []
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [one, other] = [before.get(key), after.get(key)]
    const shown = other ?? one
    if (shown === undefined || isSame(one?.state, other?.state)) continue
    const change = {
      rule: shown.rule,
      title: shown.title,
      subject: labelled(one, other) ?? shown.subject,
      ...(one === undefined ? {} : { old: one.state }),
      ...(other === undefined ? {} : { new: other.state }),
    }
    const named = [...new Set([...(one?.named ?? []), ...(other?.named ?? [])])]
    const because = causesOf(change, named, was, is, inputs)
    const direction = directionOf(one?.state, other?.state)
    // That nobody asks any more mends nothing.
    changes.push({ ...change, direction: direction === 'better' && unasked(because) ? 'other' : direction, because })
  }
  return changes.sort(byWeight)
}

/** Everything that a Report says of a rule and a subject. */
function saidIn({ findings, notApplicable, rules }: Report): ReadonlyMap<string, Said> {
  const said = new Map<string, Said>()
  for (const { rule, title, subject, outcome, level, message, at, facts, missing, waiver } of findings) {
    const open = { outcome, level, message, at, ...(waiver === undefined ? {} : { waiver }) }
    const state: State = outcome === 'pass' ? { outcome, level } : open
    const named = [...missing.map(({ fact }) => fact), ...facts.map(({ name }) => name)]
    said.set(`${rule} ${keyOf(subject)}`, { rule, title, subject, state, named })
  }
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  for (const { rule: id, subjects } of notApplicable) {
    const rule = byId.get(id)
    if (rule === undefined) continue
    for (const subject of subjects) {
      const one = { kind: rule.subject, id: subject, label: subject }
      const state: State = { outcome: 'not-applicable', level: rule.level }
      said.set(`${id} ${keyOf(one)}`, { rule: id, title: rule.title, subject: one, state, named: [] })
    }
  }
  return said
}

/** Where a rule did not apply, only the id of the subject is known. */
function labelled(one: Said | undefined, other: Said | undefined): Finding['subject'] | undefined {
  return [other, one].find((said) => said !== undefined && said.subject.label !== said.subject.id)?.subject
}

/** That a rule does not apply says as much as that there is nothing to apply it to. */
function isSame(one: State | undefined, other: State | undefined): boolean {
  const [was, is] = [one?.outcome ?? 'not-applicable', other?.outcome ?? 'not-applicable']
  if (was !== is) return false
  // That a waiver was renewed changes nothing that it lifts.
  const lifted = (one?.waiver === undefined) === (other?.waiver === undefined)
  return was === 'not-applicable' || (one?.level === other?.level && lifted)
}

const weights = { error: 3, warning: 2, note: 1 } as const
const outcomes = { fail: 2, unknown: 1, pass: 0, 'not-applicable': 0 } as const

function burden(state: State | undefined): readonly [outcome: number, level: number] {
  const outcome = outcomes[state?.outcome ?? 'pass']
  return [outcome, outcome === 0 || state === undefined ? 0 : weights[state.level]]
}

function directionOf(one: State | undefined, other: State | undefined): FindingChange['direction'] {
  const [[was, weighed], [is, weighs]] = [burden(one), burden(other)]
  // What a waiver lifts is no better, but without it everything counts again.
  const unlifted = one?.waiver !== undefined && other?.waiver === undefined && is > 0 ? 1 : 0
  const difference = is - was || weighs - weighed || unlifted
  return difference > 0 ? 'worse' : difference < 0 ? 'better' : 'other'
}

function unasked(because: FindingChange['because']): boolean {
  return because.some(
    (one) => (one.kind === 'rule' && one.change === 'removed') || (one.kind === 'left-out' && one.side === 'new'),
  )
}

const order = { worse: 0, better: 1, other: 2 } as const

function byWeight(one: FindingChange, other: FindingChange): number {
  return (
    order[one.direction] - order[other.direction] ||
    compare(one.rule, other.rule) ||
    compare(one.subject.id, other.subject.id)
  )
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
