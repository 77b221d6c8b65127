import type { Instant } from '../model/instant.ts'
import type { Evaluated } from '../model/outcome.ts'
import type { Rule, RulePack } from '../model/rule.ts'
import type { Subject, SubjectKind } from '../model/subject.ts'
import type { Explain } from './explanations.ts'
import { nextChangeOf, nextTurnOf } from './next-change.ts'
import { compile, type Plan } from './plan.ts'
import type { Decided } from './plan-kind.ts'

export { explain, explainer } from './explain.ts'

/** What rules say of subjects, and why, and until when. */
export type Evaluation = {
  /** What every rule says of every subject of its kind, ordered by the rule's id, then by the subject's. */
  readonly evaluated: readonly Evaluated[]
  /** Explains the rules of one of the subjects. */
  readonly explainer: (subject: Subject) => Explain
  /**
   * The first instant after as-of at which an outcome is another; `undefined` where time alone changes nothing. Of the
   * subjects that were asked about, or of the same ones with the facts that count at another time only.
   */
  readonly nextChange: (always?: readonly Subject[]) => Instant | undefined
  /** The first one at which any of what is said of them may be: reasons, and what is missing, as well. */
  readonly nextTurn: (always?: readonly Subject[]) => Instant | undefined
}

const plans = new WeakMap<readonly RulePack[], Plan>()

/** The plan for the rules of some packs, made once: the engagements of a run share it. */
export function planFor(packs: readonly RulePack[]): Plan {
  const plan = plans.get(packs) ?? compile(packs.flatMap(({ rules }) => rules))
  plans.set(packs, plan)
  return plan
}

/** Asks a plan about subjects. */
export function evaluateWith(plan: Plan, subjects: readonly Subject[], asOf: Instant): Evaluation {
  const decisions = new Map<Subject, Decided>()
  const byKind = new Map<SubjectKind, Asked[]>()
  for (const subject of [...subjects].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))) {
    const decided = plan.decide(subject, asOf)
    if (decided === undefined) continue
    decisions.set(subject, decided)
    const ofKind = byKind.get(subject.kind)
    if (ofKind === undefined) byKind.set(subject.kind, [{ subject, decided }])
    else ofKind.push({ subject, decided })
  }
  return {
    evaluated: evaluatedBy(plan, byKind),
    explainer: (subject) => {
      const decided = decisions.get(subject)
      if (decided === undefined) throw new Error(`no rule was asked about ${subject.kind} ${subject.id}`)
      return (rule) => decided.explain(rule)
    },
    nextChange: (always = subjects) => nextChangeOf(plan, always, asOf),
    nextTurn: (always = subjects) => nextTurnOf(plan, always, asOf),
  }
}

type Asked = { readonly subject: Subject; readonly decided: Decided }

/** Rule after rule, each on the subjects of its kind. */
function evaluatedBy(plan: Plan, byKind: ReadonlyMap<SubjectKind, readonly Asked[]>): readonly Evaluated[] {
  const evaluated: Evaluated[] = []
  const places = new Map<SubjectKind, number>()
  for (const rule of plan.rules) {
    const place = places.get(rule.subject) ?? 0
    places.set(rule.subject, place + 1)
    for (const { subject, decided } of byKind.get(rule.subject) ?? [])
      evaluated.push({ rule, subject, outcome: decided.outcomeAt(place) })
  }
  return evaluated
}

/** What every rule says of every subject of its kind, ordered by the rule's id, then by the subject's. */
export const evaluate = (rules: readonly Rule[], subjects: readonly Subject[], asOf: Instant): readonly Evaluated[] =>
  evaluateWith(compile(rules), subjects, asOf).evaluated

/** When rules next say something else of subjects, all facts being the same. */
export const nextChange = (rules: readonly Rule[], subjects: readonly Subject[], asOf: Instant): Instant | undefined =>
  nextChangeOf(compile(rules), subjects, asOf)
