import { compile } from '../../evaluate/plan.ts'
import type { RuleCase, RuleTests } from '../../load/rules/index.ts'
import type { Instant } from '../../model/instant.ts'
import type { Outcome } from '../../model/outcome.ts'
import type { Rule } from '../../model/rule.ts'
import type { Subject } from '../../model/subject.ts'

/** One case, and what the rule says of it. */
export type CaseResult = { readonly one: RuleCase; readonly outcome: Outcome; readonly passed: boolean }

export type RuleResult = RuleTests & { readonly results: readonly CaseResult[] }

/** Runs the tests of one rule. */
export function runTests(tests: RuleTests): RuleResult {
  const decide = decider(tests.rule)
  const results = tests.cases.map((one) => {
    const outcome = decide(subjectOf(tests.rule, one), one.asOf)
    return { one, outcome, passed: isExpected(outcome, one) }
  })
  return { ...tests, results }
}

/** Whether an outcome is what a case expects; facts that are missing count where the case names them. */
export function isExpected(outcome: Outcome, { expect, missing }: RuleCase): boolean {
  if (outcome.kind !== expect) return false
  if (missing === undefined || outcome.kind !== 'unknown') return missing === undefined
  return outcome.missing.join(' ') === missing.join(' ')
}

/** What a rule says of subjects of its kind, as the product would. */
export function decider(rule: Rule): (subject: Subject, asOf: Instant) => Outcome {
  const plan = compile([rule])
  return (subject, asOf) => plan.outcome(rule, subject, asOf)
}

/** The subject that a case describes. */
export function subjectOf(rule: Rule, { name, facts, at }: RuleCase): Subject {
  return { kind: rule.subject, id: 'case', label: name, place: { at }, facts }
}
