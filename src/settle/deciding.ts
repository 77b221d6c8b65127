import type { Condition, Leaf } from '../model/condition.ts'
import { type Numbered, rootsOf, storedAt } from '../model/numbered.ts'
import { asOfFact } from '../model/operators.ts'
import type { Explanation, Outcome } from '../model/outcome.ts'
import type { Rule } from '../model/rule.ts'

/** A rule's conditions with the truth that each part had; `when` is absent where the rule always applies. */
export type RuleExplanation = { readonly when?: Explanation; readonly require: Explanation }

/** The facts that an outcome rests on: those that a rule requires, and those that made it apply, or not. */
export type DecidingFacts = { readonly require: readonly string[]; readonly when: readonly string[] }

/**
 * The facts of leaves on the way from the root along parts that have the root's truth, in the order of the rule. A fact
 * that is required is not named again among those that made the rule apply.
 */
export function decidingFacts(rule: Rule, explanation: RuleExplanation): DecidingFacts {
  const require = new Set<string>()
  const when = new Set<string>()
  collect(rule.require, explanation.require, require)
  if (rule.when !== undefined && explanation.when !== undefined) collect(rule.when, explanation.when, when)
  for (const name of [...require, asOfFact]) when.delete(name)
  require.delete(asOfFact)
  return { require: [...require], when: [...when] }
}

/**
 * The missing facts of an unknown in the order in which they are worth stating: first what decides whether the rule
 * applies at all, then what it requires, each as it is written in the rule.
 */
export function missingInOrder(
  rule: Rule,
  explanation: RuleExplanation,
  outcome: Outcome & { readonly kind: 'unknown' },
): readonly string[] {
  const names = new Set<string>()
  if (rule.when !== undefined && explanation.when?.truth === undefined && explanation.when !== undefined) {
    collect(rule.when, explanation.when, names)
  }
  collect(rule.require, explanation.require, names)
  return [...new Set([...names].filter((name) => outcome.missing.includes(name)).concat(outcome.missing))]
}

function collect(condition: Condition, explanation: Explanation, names: Set<string>): void {
  if (condition.kind === 'leaf') {
    names.add(condition.fact)
    if (condition.value.kind === 'fact') names.add(condition.value.fact)
    return
  }
  const negates = condition.kind === 'not'
  const parts = explanation.of ?? []
  for (const [place, explained] of parts.entries()) {
    if (!negates && explained.truth !== explanation.truth) continue
    const part = condition.kind === 'all' || condition.kind === 'any' ? condition.of[place] : condition.of
    if (part !== undefined) collect(part, explained, names)
  }
}

const read = new WeakMap<Rule, readonly string[]>()

/** Every fact that a rule reads, in the order in which it is written; as-of is no fact of the subject. */
export function factsRead(rule: Rule): readonly string[] {
  const before = read.get(rule)
  if (before !== undefined) return before
  const names = new Set<string>()
  addFactsRead(rule, names, new Set())
  names.delete(asOfFact)
  const once = [...names]
  read.set(rule, once)
  return once
}

/**
 * Adds every fact that a rule reads, as-of as well; what was `seen` is not looked through again. Conditions that the
 * build wrote are not opened for it.
 */
export function addFactsRead(rule: Rule, names: Set<string>, seen: Set<object>): void {
  const stored = rootsOf(rule)
  if (stored === undefined) {
    addFacts(rule.require, names, seen)
    if (rule.when !== undefined) addFacts(rule.when, names, seen)
  } else {
    addStoredFacts(stored.require, stored.among, names, seen)
    if (stored.when !== undefined) addStoredFacts(stored.when, stored.among, names, seen)
  }
}

function addFacts(condition: Condition, names: Set<string>, seen: Set<object>): void {
  if (condition.kind === 'leaf') {
    addFactsOfLeaf(condition, names)
    return
  }
  if (seen.has(condition)) return
  seen.add(condition)
  for (const part of partsOf(condition)) addFacts(part, names, seen)
}

function addStoredFacts(number: number, among: Numbered['among'], names: Set<string>, seen: Set<object>): void {
  const stored = storedAt(among, number)
  if (seen.has(stored)) return
  seen.add(stored)
  if (stored.kind === 'leaf') addFactsOfLeaf(stored, names)
  else if (typeof stored.of === 'number') addStoredFacts(stored.of, among, names, seen)
  else for (const part of stored.of) addStoredFacts(part, among, names, seen)
}

function addFactsOfLeaf({ fact, value }: Leaf, names: Set<string>): void {
  names.add(fact)
  if (value.kind === 'fact') names.add(value.fact)
}

/** What a condition is made of. */
export function partsOf(condition: Exclude<Condition, { readonly kind: 'leaf' }>): readonly Condition[] {
  return condition.kind === 'all' || condition.kind === 'any' ? condition.of : [condition.of]
}
