/**
 * The evaluator that the product uses: rules compiled once, each distinct condition decided at most once per subject.
 * What it has to answer is said by `reference.ts`; a property test compares the two.
 */
import type { Condition, Leaf } from '../model/condition.ts'
import type { FactValue } from '../model/fact.ts'
import type { Instant, Moment } from '../model/instant.ts'
import { pointAt } from '../model/moment.ts'
import { asOfFact } from '../model/operators.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Rule } from '../model/rule.ts'
import type { Subject, SubjectKind } from '../model/subject.ts'
import { compare, lacking, readLiteral } from './compare.ts'

/** Rules, ready to be asked about subjects. Not re-entrant: a plan works on one subject at a time. */
export type Plan = {
  /** In the order of their ids. */
  readonly rules: readonly Rule[]
  /** Gives the outcome of every rule of the subject's kind, in the order of the rules. */
  readonly visit: (subject: Subject, asOf: Instant, found: (rule: Rule, outcome: Outcome) => void) => void
  /** The outcome of one rule of the plan for one subject of its kind. */
  readonly outcome: (rule: Rule, subject: Subject, asOf: Instant) => Outcome
}

// Kleene's values in an order that makes `all` the least and `any` the greatest.
const FALSE = 0
const UNKNOWN = 1
const TRUE = 2
const UNDECIDED = 3

const passed: Outcome = Object.freeze({ kind: 'pass' })
const violated: Outcome = Object.freeze({ kind: 'fail' })
const notApplicable: Outcome = Object.freeze({ kind: 'not-applicable' })

type Node = {
  readonly decide: () => number
  readonly parts: readonly Node[]
  readonly leaf?: Leaf
}

type PlannedRule = { readonly rule: Rule; readonly when: Node | undefined; readonly require: Node }

export function compile(rules: readonly Rule[]): Plan {
  const sorted = [...rules].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const kinds = new Map<SubjectKind, KindPlan>()
  for (const rule of sorted) {
    const kind = kinds.get(rule.subject) ?? compileKind()
    kinds.set(rule.subject, kind)
    kind.add(rule)
  }
  return {
    rules: sorted,
    visit: (subject, asOf, found) => {
      const kind = kinds.get(subject.kind)
      if (kind === undefined) return
      kind.turnTo(subject, asOf)
      for (const planned of kind.rules.values()) found(planned.rule, kind.outcome(planned))
    },
    outcome: (rule, subject, asOf) => {
      const kind = kinds.get(rule.subject)
      const planned = kind?.rules.get(rule)
      if (kind === undefined || planned === undefined) throw new Error(`${rule.id} is not part of this plan`)
      kind.turnTo(subject, asOf)
      return kind.outcome(planned)
    },
  }
}

type KindPlan = {
  readonly rules: ReadonlyMap<Rule, PlannedRule>
  readonly add: (rule: Rule) => void
  readonly turnTo: (subject: Subject, asOf: Instant) => void
  readonly outcome: (planned: PlannedRule) => Outcome
}

function compileKind(): KindPlan {
  const rules = new Map<Rule, PlannedRule>()
  const nodes = new Map<string, number>()
  const all: Node[] = []
  const decided: number[] = []
  let facts: Subject['facts'] = {}
  let asOf: Instant = 0
  let now: Moment = pointAt(0)

  const valueAt = (fact: string): FactValue | undefined => (fact === asOfFact ? now : facts[fact]?.value)

  /** The number of the node for a condition; the same one for every condition that says the same. */
  function add(condition: Condition): number {
    if (condition.kind === 'named') return add(condition.of)
    if (condition.kind === 'leaf') {
      const key = JSON.stringify([condition.fact, condition.operator, condition.value])
      return intern(key, () => ({ decide: leafDecider(condition), parts: [], leaf: condition }))
    }
    const of = condition.kind === 'not' ? [condition.of] : condition.of
    const numbers = [...new Set(of.map(add))].sort((a, b) => a - b)
    const parts = numbers.map((number) => all[number] as Node)
    return intern(`${condition.kind} ${numbers.join(' ')}`, () => ({ decide: combine(condition.kind, parts), parts }))
  }

  function intern(key: string, make: () => Node): number {
    const known = nodes.get(key)
    if (known !== undefined) return known
    const number = all.length
    const { decide, ...rest } = make()
    all.push({
      ...rest,
      decide: () => {
        const before = decided[number] as number
        if (before !== UNDECIDED) return before
        const result = decide()
        decided[number] = result
        return result
      },
    })
    decided.push(UNDECIDED)
    nodes.set(key, number)
    return number
  }

  function leafDecider({ fact, operator, value }: Leaf): () => number {
    const test = compare[operator]
    if (value.kind === 'literal') {
      const right = readLiteral(operator, value.value)
      return () => {
        const left = valueAt(fact)
        return left === undefined ? UNKNOWN : ternary(test(left, right, asOf))
      }
    }
    const other = value.kind === 'fact' ? value.fact : asOfFact
    return () => {
      const left = valueAt(fact)
      const right = valueAt(other)
      return left === undefined || right === undefined ? UNKNOWN : ternary(test(left, right, asOf))
    }
  }

  /** A condition that stands in several places is looked at once. */
  function missing(node: Node, names: Set<string>, seen: Set<Node>): void {
    if (node.decide() !== UNKNOWN || seen.has(node)) return
    seen.add(node)
    if (node.leaf !== undefined) for (const name of lacking(node.leaf, valueAt)) names.add(name)
    for (const part of node.parts) missing(part, names, seen)
  }

  return {
    rules,
    add: (rule) => {
      const when = rule.when === undefined ? undefined : all[add(rule.when)]
      rules.set(rule, { rule, when, require: all[add(rule.require)] as Node })
    },
    turnTo: (subject, instant) => {
      if (instant !== asOf) now = pointAt(instant)
      facts = subject.facts
      asOf = instant
      decided.fill(UNDECIDED)
    },
    outcome: ({ when, require }) => {
      const applies = when === undefined ? TRUE : when.decide()
      if (applies === FALSE) return notApplicable
      const required = require.decide()
      if (required === TRUE) return passed
      if (applies === TRUE && required === FALSE) return violated
      const [names, seen] = [new Set<string>(), new Set<Node>()]
      if (when !== undefined) missing(when, names, seen)
      missing(require, names, seen)
      return { kind: 'unknown', missing: [...names].sort() }
    },
  }
}

function combine(kind: 'all' | 'any' | 'not', parts: readonly Node[]): () => number {
  const [only] = parts
  if (kind === 'not') return () => TRUE - (only as Node).decide()
  // What the first part to say it decides for all of them.
  const decisive = kind === 'all' ? FALSE : TRUE
  return () => {
    let result = TRUE - decisive
    for (let i = 0; i < parts.length; i++) {
      const part = (parts[i] as Node).decide()
      if (part === decisive) return decisive
      if (part === UNKNOWN) result = UNKNOWN
    }
    return result
  }
}

const ternary = (truth: boolean | undefined): number => (truth === undefined ? UNKNOWN : truth ? TRUE : FALSE)
