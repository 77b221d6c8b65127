import type { RuleTests } from '../../load/rules/index.ts'
import { factCatalogue } from '../../model/facts/index.ts'
import type { Rule } from '../../model/rule.ts'
import { sameOutcome } from '../reason.ts'
import { type WrittenCase, writtenCase } from './case-text.ts'
import { coverageOf, type LeafCoverage, shownBy } from './coverage.ts'
import { type Mutant, mutantsOf } from './mutants.ts'
import type { PlacedRule } from './placed.ts'
import { propose } from './propose.ts'
import { decider, isExpected, subjectOf } from './run.ts'

/** How far the tests of a rule show what each leaf decides. */
export type RuleCoverage = {
  readonly rule: Rule
  readonly leaves: number
  /** Leaves that are not shown in every way. */
  readonly uncovered: readonly LeafCoverage[]
  /** Cases to add. */
  readonly proposals: readonly WrittenCase[]
}

/** How many changes to a rule its tests notice. */
export type RuleMutation = {
  readonly rule: Rule
  readonly mutants: number
  readonly killed: number
  /** Proven to have the same outcome as the rule, whatever the facts. */
  readonly equivalent: number
  /** Neither killed nor proven equivalent. */
  readonly survivors: readonly Mutant[]
  readonly proposals: readonly WrittenCase[]
}

type Cases = Pick<RuleTests, 'cases' | 'asOf'>

/** Measures the coverage of one rule by its cases, all of which have to pass. */
export function measureCoverage(placed: PlacedRule, { cases, asOf }: Cases): RuleCoverage {
  const { rule } = placed
  const situation = (one: RuleTests['cases'][number]) => ({ subject: subjectOf(rule, one), asOf: one.asOf })
  const leaves = coverageOf(placed, cases.map(situation))
  const uncovered = leaves.filter(({ lacks }) => lacks.length > 0)
  const wanted = uncovered.flatMap(({ part, lacks }) => lacks.map((need) => ({ part, need })))
  const { proposals } = propose(placed, cases, wanted, (one, open) => {
    const shown = shownBy(placed, situation(one))
    return open.filter(({ part, need }) => shown.get(part) === need)
  })
  return { rule, leaves: leaves.length, uncovered, proposals: proposals.map((one) => writtenCase(one, asOf)) }
}

/** Runs the cases of one rule, all of which have to pass, on each of its mutants. */
export function measureMutation(placed: PlacedRule, { cases, asOf }: Cases): RuleMutation {
  const { rule } = placed
  const mutants = mutantsOf(placed, factCatalogue[rule.subject])
  const subjects = cases.map((one) => ({ one, subject: subjectOf(rule, one) }))
  const unnoticed = mutants.filter((mutant) => {
    const decide = decider(mutant.rule)
    return subjects.every(({ one, subject }) => isExpected(decide(subject, one.asOf), one))
  })
  const survivors = unnoticed.filter((mutant) => sameOutcome(rule, mutant.rule) !== 'same')
  const decide = decider(rule)
  const deciders = new Map(survivors.map((mutant) => [mutant, decider(mutant.rule)]))
  const telling =
    (decided: boolean) =>
    (one: Cases['cases'][number], open: readonly Mutant[]): readonly Mutant[] => {
      const subject = subjectOf(rule, one)
      const { kind } = decide(subject, one.asOf)
      if (decided && kind === 'unknown') return []
      return open.filter((mutant) => deciders.get(mutant)?.(subject, one.asOf).kind !== kind)
    }
  // A case with a decided outcome says more than one that leaves things open.
  const decided = propose(placed, cases, survivors, telling(true))
  const rest = propose(placed, cases, decided.open, telling(false))
  const proposals = [...decided.proposals, ...rest.proposals]
  return {
    rule,
    mutants: mutants.length,
    killed: mutants.length - unnoticed.length,
    equivalent: unnoticed.length - survivors.length,
    survivors,
    proposals: proposals.map((one) => writtenCase(one, asOf)),
  }
}
