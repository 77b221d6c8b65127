import type { Report } from '../../model/generated/report.ts'
import { listedAt } from '../../model/listed.ts'
import { keysThatDiffer, textsOf } from './rules.ts'
import type { Cause, Finding, FindingChange, InputChange, Known } from './types.ts'

/** What is looked up of a Report to say why findings differ. */
export type Side = {
  readonly report: Report
  readonly texts: ReadonlyMap<string, unknown>
  /** What all findings on a subject show of its facts. */
  readonly facts: ReadonlyMap<string, ReadonlyMap<string, Labelled>>
  /** Every subject that a rule was asked about. */
  readonly subjects: ReadonlySet<string>
}

type Labelled = { readonly label: string; readonly known: Known }

export function sideOf(report: Report): Side {
  const facts = new Map<string, Map<string, Labelled>>()
  const subjects = new Set<string>()
  for (const { subject, facts: known, missing } of report.findings) {
    const key = keyOf(subject)
    subjects.add(key)
    const shown = facts.get(key) ?? new Map<string, Labelled>()
    facts.set(key, shown)
    for (const { name, label, value, origins } of known) {
      shown.set(name, {
        label,
        known: {
          ...(value === undefined ? {} : { value }),
          from: listedAt(report.origins, origins),
        },
      })
    }
    for (const { fact, label, asks } of missing) {
      const stated = listedAt(report.asks, asks)
      const from = stated.map(({ ask, at }) => ({ kind: 'missing' as const, text: ask, at }))
      if (!shown.has(fact)) shown.set(fact, { label, known: { from } })
    }
  }
  const kinds = new Map(report.rules.map(({ id, subject }) => [id, subject]))
  for (const { rule, subjects: ids } of report.notApplicable) {
    for (const id of ids) subjects.add(keyOf({ kind: kinds.get(rule) ?? '', id }))
  }
  return { report, texts: textsOf(report), facts, subjects }
}

export function keyOf({ kind, id }: Pick<Finding['subject'], 'kind' | 'id'>): string {
  return `${kind} ${id}`
}

type Change = Omit<FindingChange, 'because' | 'direction'>

/** Why a finding differs, as far as the Reports show it. */
export function causesOf(
  change: Change,
  named: readonly string[],
  old: Side,
  next: Side,
  inputs: readonly InputChange[],
): readonly Cause[] {
  const told = [
    ...ruleCauses(change.rule, old, next),
    ...subjectCauses(change, old, next),
    ...levelCauses(change, old, next),
    ...waiverCauses(change, next),
    ...factCauses(change, named, old, next),
  ]
  if (told.length > 0) return told
  // A condition that the rule names, or how it is decided, is not in a Report.
  const unseen = inputs.some(({ input }) => input === 'rules' || input === 'version')
  if (!unseen && passedByTime(old.report, next.report)) return [{ kind: 'time' }]
  return [{ kind: 'inputs', inputs: inputs.map(({ input }) => input) }]
}

function ruleCauses(rule: string, old: Side, next: Side): readonly Cause[] {
  const [was, is] = [old.texts.get(rule), next.texts.get(rule)]
  if (was !== undefined && is !== undefined) {
    const keys = keysThatDiffer(was, is)
    return keys.length === 0 ? [] : [{ kind: 'rule', change: 'changed', keys }]
  }
  const [side, name] = was === undefined ? ([old, 'old'] as const) : ([next, 'new'] as const)
  const pack = side.report.configuration.packs.find(({ rulesLeftOut }) => rulesLeftOut.includes(rule))
  if (pack !== undefined) return [{ kind: 'left-out', pack: pack.id, side: name }]
  return [{ kind: 'rule', change: was === undefined ? 'added' : 'removed', keys: [] }]
}

function subjectCauses({ subject, rule }: Change, old: Side, next: Side): readonly Cause[] {
  // Where the rule is on one side only, that the subject is there as well may not show.
  if (!old.texts.has(rule) || !next.texts.has(rule)) return []
  const [was, is] = [old.subjects.has(keyOf(subject)), next.subjects.has(keyOf(subject))]
  return was === is ? [] : [{ kind: 'subject', change: is ? 'added' : 'removed' }]
}

function levelCauses({ rule, old: was, new: is }: Change, old: Side, next: Side): readonly Cause[] {
  if (was === undefined || is === undefined || was.level === is.level) return []
  const of = (side: Side) => side.report.configuration.levels.find((one) => one.rule === rule)
  const [before, after] = [of(old), of(next)]
  if (after !== undefined && after.to !== before?.to) return [{ kind: 'level', reason: after.reason, side: 'new' }]
  return before === undefined ? [] : [{ kind: 'level', reason: before.reason, side: 'old' }]
}

function waiverCauses({ rule, subject, old: was, new: is }: Change, { report }: Side): readonly Cause[] {
  const [before, after] = [was?.waiver, is?.waiver]
  if (after !== undefined) return before === undefined ? [{ kind: 'waiver', waiver: after, now: 'in-force' }] : []
  if (before === undefined || is === undefined) return []
  const given = report.exceptions.find((one) => one.rule === rule && keyOf(one.subject) === keyOf(subject))
  return [{ kind: 'waiver', waiver: before, now: given?.status ?? 'removed' }]
}

/** Facts that the finding names on either side and that both Reports show, each with another value. */
function factCauses(change: Change, named: readonly string[], old: Side, next: Side): readonly Cause[] {
  const key = keyOf(change.subject)
  const [before, after] = [old.facts.get(key), next.facts.get(key)]
  return named.flatMap((name): Cause[] => {
    const [was, is] = [before?.get(name), after?.get(name)]
    if (was === undefined || is === undefined || was.known.value === is.known.value) return []
    return [{ kind: 'fact', name, label: is.label, old: was.known, new: is.known }]
  })
}

function passedByTime(old: Report, next: Report): boolean {
  const passes = (one: Report, other: Report): boolean =>
    one.validUntil !== 'none' && Date.parse(other.asOf) >= Date.parse(one.validUntil)
  return passes(old, next) || passes(next, old)
}
