import type { RuleCase } from '../../load/rules/index.ts'
import { factCatalogue } from '../../model/facts/index.ts'
import type { Outcome } from '../../model/outcome.ts'
import { casesNear } from './nearby.ts'
import { leafPartsOf, type PlacedRule } from './placed.ts'
import { decider, subjectOf } from './run.ts'

/** A case to add, with what the rule says of it as it is. */
export type Proposal = { readonly one: RuleCase; readonly outcome: Outcome }

/** Tries for one rule: some seconds at most, and enough to change one fact of every case of the largest. */
const mostTries = 50_000

/**
 * The fewest cases, close to those that there are, that do what is wanted. What none of them does is left open.
 *
 * @param hits of what is still wanted, what a case does
 */
export function propose<T>(
  { rule, when, require }: PlacedRule,
  cases: readonly RuleCase[],
  wanted: readonly T[],
  hits: (one: RuleCase, wanted: readonly T[]) => readonly T[],
): { readonly proposals: readonly Proposal[]; readonly open: readonly T[] } {
  const leaves = [when, require].flatMap((part) => (part === undefined ? [] : leafPartsOf(part)))
  const decide = decider(rule)
  const proposals: Proposal[] = []
  let open = wanted
  let tries = 0
  const near = casesNear(
    cases,
    leaves.map(({ condition }) => condition),
    factCatalogue[rule.subject],
  )
  for (const one of near) {
    if (open.length === 0 || tries >= mostTries) break
    tries += 1
    const hit = hits(one, open)
    if (hit.length === 0) continue
    open = open.filter((target) => !hit.includes(target))
    proposals.push({ one, outcome: decide(subjectOf(rule, one), one.asOf) })
  }
  return { proposals, open }
}
