import type { Condition, Leaf } from '../model/condition.ts'
import { parseDuration } from '../model/duration.ts'
import type { Instant, Moment } from '../model/instant.ts'
import { endOfPeriod, first, last, parseMoment } from '../model/moment.ts'
import { type Numbered, rootsOf, storedAt } from '../model/numbered.ts'
import { asOfFact, isTimed } from '../model/operators.ts'
import type { Rule } from '../model/rule.ts'
import type { Subject } from '../model/subject.ts'
import { subjectAt } from '../model/validity.ts'
import type { Plan } from './plan.ts'
import { leavesOf } from './reference.ts'

/** A rule with its leaves, and those among them that compare with as-of. */
type Read = { readonly rule: Rule; readonly leaves: readonly Leaf[]; readonly timed: readonly Leaf[] }

type ReadOnce = { all?: readonly Read[]; timed?: readonly Read[] }

const readBefore = new WeakMap<readonly Rule[], ReadOnce>()

/** The rules of which time alone can change something: all of them, where facts do not always count. */
function readingTime(rules: readonly Rule[], subjects: readonly Subject[]): readonly Read[] {
  const read = readBefore.get(rules) ?? {}
  readBefore.set(rules, read)
  if (subjects.some(({ validities }) => validities !== undefined)) {
    read.all ??= rules.map(readRule)
    return read.all
  }
  read.timed ??= rules.filter(isTimedRule).map(readRule)
  return read.timed
}

function readRule(rule: Rule): Read {
  const leaves = conditionsOf(rule).flatMap(leavesOf)
  return { rule, leaves, timed: leaves.filter(isTimed) }
}

function conditionsOf({ when, require }: Rule): readonly Condition[] {
  return when === undefined ? [require] : [when, require]
}

function isTimedRule(rule: Rule): boolean {
  const stored = rootsOf(rule)
  if (stored === undefined) return conditionsOf(rule).some(holdsTimed)
  const { among, when, require } = stored
  return (when !== undefined && holdsTimedAt(among, when)) || holdsTimedAt(among, require)
}

const known = new WeakMap<Condition, boolean>()

const knownAmong = new WeakMap<Numbered['among'], (boolean | undefined)[]>()

/** The same of what the build wrote, which is not opened for it. */
function holdsTimedAt(among: Numbered['among'], number: number): boolean {
  const seen = knownAmong.get(among) ?? []
  knownAmong.set(among, seen)
  const before = seen[number]
  if (before !== undefined) return before
  const stored = storedAt(among, number)
  let timed = false
  if (stored.kind === 'leaf') timed = isTimed(stored)
  else if (stored.kind === 'not' || stored.kind === 'named') timed = holdsTimedAt(among, stored.of)
  else for (const part of stored.of) timed ||= holdsTimedAt(among, part)
  seen[number] = timed
  return timed
}

/** Many rules share the conditions that have names, so those are looked through once. */
function holdsTimed(condition: Condition): boolean {
  switch (condition.kind) {
    case 'leaf':
      return isTimed(condition)
    case 'not':
      return holdsTimed(condition.of)
    case 'named': {
      const holds = known.get(condition.of) ?? holdsTimed(condition.of)
      known.set(condition.of, holds)
      return holds
    }
    default:
      return condition.of.some(holdsTimed)
  }
}

/**
 * The first instant after as-of at which the kind of any outcome is another, all facts being the same: until then, the
 * outcomes hold. `undefined` where time alone changes nothing.
 */
export function nextChangeOf(plan: Plan, subjects: readonly Subject[], asOf: Instant): Instant | undefined {
  let next: Instant | undefined
  for (const { rule, leaves, timed } of readingTime(plan.rules, subjects)) {
    for (const subject of subjects) {
      if (subject.kind !== rule.subject) continue
      const candidates = new Set(turnsOf(leaves, timed, subject))
      const later = [...candidates].filter((one) => one > asOf && (next === undefined || one < next))
      if (later.length === 0) continue
      const kindAt = (instant: Instant) => plan.outcome(rule, subjectAt(subject, instant), instant).kind
      const kind = kindAt(asOf)
      next = later.sort((a, b) => a - b).find((one) => kindAt(one) !== kind) ?? next
    }
  }
  return next
}

/**
 * The first instant after as-of at which any leaf can have another truth: until then, whatever is said of the outcomes
 * stays as it is, explanations and what is missing included. Never later than the next change of an outcome.
 */
export function nextTurnOf(rules: readonly Rule[], subjects: readonly Subject[], asOf: Instant): Instant | undefined {
  let next: Instant | undefined
  for (const { rule, leaves, timed } of readingTime(rules, subjects)) {
    for (const subject of subjects) {
      if (subject.kind !== rule.subject) continue
      for (const instant of turnsOf(leaves, timed, subject)) {
        if (instant > asOf && (next === undefined || instant < next)) next = instant
      }
    }
  }
  return next
}

function turnsOf(leaves: readonly Leaf[], timed: readonly Leaf[], subject: Subject): readonly Instant[] {
  const turns = timed.flatMap((leaf) => turningPoints(leaf, subject))
  return subject.validities === undefined ? turns : [...turns, ...edgesOf(leaves, subject.validities)]
}

/** Every instant at which a fact that a leaf reads begins to count, or no longer does. */
function edgesOf(leaves: readonly Leaf[], validities: NonNullable<Subject['validities']>): readonly Instant[] {
  const names = leaves.flatMap(({ fact, value }) => (value.kind === 'fact' ? [fact, value.fact] : [fact]))
  return names.flatMap((name) => {
    const validity = validities[name]
    return validity === undefined ? [] : [validity.from, validity.until]
  })
}

/** Every instant at which a leaf can begin to have another truth: at a limit, or one millisecond after it. */
function turningPoints({ fact, value }: Leaf, subject: Subject): readonly Instant[] {
  const moments: (Moment | undefined)[] = []
  if (fact !== asOfFact) moments.push(subject.facts[fact]?.value as Moment | undefined)
  if (value.kind === 'fact') moments.push(subject.facts[value.fact]?.value as Moment | undefined)
  const period = value.kind === 'literal' ? parseDuration(String(value.value)) : undefined
  if (value.kind === 'literal' && period === undefined) moments.push(parseMoment(String(value.value)))
  return moments
    .filter((moment) => moment !== undefined)
    .flatMap((moment) => [first(moment), last(moment), ...(period === undefined ? [] : endOfPeriod(moment, period))])
    .flatMap((limit) => [limit, limit + 1])
}
