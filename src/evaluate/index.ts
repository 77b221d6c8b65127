import type { Instant } from '../model/instant.ts'
import type { Evaluated } from '../model/outcome.ts'
import type { Rule } from '../model/rule.ts'
import type { Subject } from '../model/subject.ts'
import { compile } from './plan.ts'

export { explain, explainer } from './explain.ts'
export { nextChange, nextTurn } from './next-change.ts'

/** What every rule says of every subject of its kind, ordered by the rule's id, then by the subject's. */
export function evaluate(rules: readonly Rule[], subjects: readonly Subject[], asOf: Instant): readonly Evaluated[] {
  const plan = compile(rules)
  const byRule = new Map<Rule, Evaluated[]>(plan.rules.map((rule) => [rule, []]))
  for (const subject of [...subjects].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))) {
    plan.visit(subject, asOf, (rule, outcome) => byRule.get(rule)?.push({ rule, subject, outcome }))
  }
  return [...byRule.values()].flat()
}
