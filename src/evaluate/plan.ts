/**
 * The evaluator that the product uses: rules compiled once, each distinct condition decided at most once per subject.
 * What it has to answer is said by `reference.ts`; property tests compare the two.
 */
import type { Instant, Moment } from '../model/instant.ts'
import { pointAt } from '../model/moment.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Rule } from '../model/rule.ts'
import type { Subject, SubjectKind } from '../model/subject.ts'
import { type Decided, type Form, type KindPlan, planKind } from './plan-kind.ts'

/** Rules, ready to be asked about subjects. */
export type Plan = {
  /** In the order of their ids. */
  readonly rules: readonly Rule[]
  /** What is known of the rules of one kind of subject; none where no rule is about that kind. */
  readonly ofKind: (kind: SubjectKind) => KindPlan | undefined
  /** Decides every rule of the subject's kind; `undefined` where there is none. */
  readonly decide: (subject: Subject, asOf: Instant) => Decided | undefined
  /** Gives the outcome of every rule of the subject's kind, in the order of the rules. */
  readonly visit: (subject: Subject, asOf: Instant, found: (rule: Rule, outcome: Outcome) => void) => void
  /** The outcome of one rule of the plan for one subject of its kind. */
  readonly outcome: (rule: Rule, subject: Subject, asOf: Instant) => Outcome
}

/** Compiles rules; those of a kind when the first subject of that kind is seen. */
export function compile(rules: readonly Rule[], form: Form = 'by-need'): Plan {
  const sorted = [...rules].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const rulesOf = new Map<SubjectKind, Rule[]>()
  for (const rule of sorted) {
    const ofKind = rulesOf.get(rule.subject)
    if (ofKind === undefined) rulesOf.set(rule.subject, [rule])
    else ofKind.push(rule)
  }
  const kinds = new Map<SubjectKind, KindPlan>()
  const ofKind = (kind: SubjectKind): KindPlan | undefined => {
    const known = kinds.get(kind)
    const own = rulesOf.get(kind)
    if (known !== undefined || own === undefined) return known
    const planned = planKind(own, form)
    kinds.set(kind, planned)
    return planned
  }
  const nowAt = momentsOnce()
  const decide = (subject: Subject, asOf: Instant): Decided | undefined => {
    return ofKind(subject.kind)?.decide(subject.facts, nowAt(asOf))
  }
  return {
    rules: sorted,
    ofKind,
    decide,
    visit: (subject, asOf, found) => decide(subject, asOf)?.visit(found),
    outcome: (rule, subject, asOf) => {
      const kind = ofKind(rule.subject)
      if (kind === undefined) throw new Error(`${rule.id} is not part of this plan`)
      return kind.outcomeOf(placeOf(kind, rule), subject.facts, nowAt(asOf))
    },
  }
}

/** As-of as a moment, the same one as long as as-of is. */
function momentsOnce(): (asOf: Instant) => Moment {
  let now = pointAt(0)
  return (asOf) => {
    if (asOf !== now.from) now = pointAt(asOf)
    return now
  }
}

function placeOf({ rules }: KindPlan, rule: Rule): number {
  const place = rules.indexOf(rule)
  if (place < 0) throw new Error(`${rule.id} is not part of this plan`)
  return place
}
