/**
 * What rules say, decided exactly: over every value that their facts can have, and absence, by decision diagrams. Facts
 * are taken to be independent of one another, but for those that a leaf compares.
 */
import { leavesOf } from '../evaluate/reference.ts'
import type { Leaf } from '../model/condition.ts'
import type { FactDefinition } from '../model/fact.ts'
import { factCatalogue } from '../model/facts/index.ts'
import { asOfFact, type FactCatalogue } from '../model/operators.ts'
import type { Rule } from '../model/rule.ts'
import { keyOf } from './reason/cells.ts'
import { TooLarge } from './reason/diagram.ts'
import { type Example, type Scope, scopeOf } from './reason/scope.ts'

/** Whether two rules have the same outcome on every subject; where they have not, facts that tell them apart. */
export type Comparison =
  | { readonly kind: 'same' }
  | { readonly kind: 'differs'; readonly example?: Example }
  | { readonly kind: 'too-large' }

/**
 * Whether two rules have the same outcome (pass, fail, unknown or not-applicable) on every subject, whatever is stated
 * and whatever is left out. Which facts an unknown names as missing is not compared.
 */
export function sameOutcome(a: Rule, b: Rule, catalogue: FactCatalogue = factCatalogue): Comparison['kind'] {
  return compareOutcomes(a, b, catalogue).kind
}

/** The same, with an example of the difference. */
export function compareOutcomes(a: Rule, b: Rule, catalogue: FactCatalogue = factCatalogue): Comparison {
  if (a.subject !== b.subject) return { kind: 'differs' }
  try {
    const scope = sharedScope([...leavesOfRule(a), ...leavesOfRule(b)], catalogue[a.subject])
    const [one, other] = [scope.outcome(a), scope.outcome(b)]
    const found = scope.diagrams.difference(one, other)
    if (found !== undefined) return { kind: 'differs', example: scope.exampleOf(found) }
    return { kind: scope.isComplete(one, other) ? 'same' : 'too-large' }
  } catch (error) {
    if (error instanceof TooLarge) return { kind: 'too-large' }
    throw error
  }
}

/** The leaves of `when` and `require`, with those of named conditions. */
export const leavesOfRule = ({ when, require }: Pick<Rule, 'when' | 'require'>): readonly Leaf[] =>
  [when, require].flatMap((root) => (root === undefined ? [] : leavesOf(root)))

/** Diagrams are begun afresh before they fill what memory there is. */
const [fewScopes, manyNodes] = [8, 150_000]

const scopes = new WeakMap<object, Map<string, Scope>>()

/**
 * A scope for some leaves. One scope serves all calls with the same ordered facts and limits, as for the many variants
 * of one rule, so that what they have in common is reasoned about once.
 */
export function sharedScope(leaves: readonly Leaf[], definitions: Readonly<Record<string, FactDefinition>>): Scope {
  const known = scopes.get(definitions) ?? new Map<string, Scope>()
  scopes.set(definitions, known)
  const key = [...new Set(leaves.filter((leaf) => isOrdered(leaf, definitions)).map(keyOf))].sort().join()
  const before = known.get(key)
  known.delete(key)
  const scope = before !== undefined && before.diagrams.size() < manyNodes ? before : scopeOf(leaves, definitions)
  // The one that was used last stands last.
  known.set(key, scope)
  const [oldest] = known.keys()
  if (known.size > fewScopes && oldest !== undefined) known.delete(oldest)
  return scope
}

/** Whether a leaf is about an order of values, of which the limits in the leaves decide what has to be told apart. */
function isOrdered({ fact }: Leaf, definitions: Readonly<Record<string, FactDefinition>>): boolean {
  const type = definitions[fact]?.type
  return fact === asOfFact || type === 'number' || type === 'moment' || type === 'span'
}
