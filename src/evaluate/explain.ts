import type { Condition, Operand } from '../model/condition.ts'
import type { Instant } from '../model/instant.ts'
import type { Explanation } from '../model/outcome.ts'
import type { Rule } from '../model/rule.ts'
import type { Subject } from '../model/subject.ts'
import { partsOf, truth } from './reference.ts'

/** Why a rule says what it says of a subject. `when` is absent where the rule always applies. */
export type RuleExplanation = { readonly when?: Explanation; readonly require: Explanation }

/** The conditions of a rule with the truth of each part, for a subject of the rule's kind. */
export function explain(rule: Rule, subject: Subject, asOf: Instant): RuleExplanation {
  const require = explainCondition(rule.require, subject, asOf)
  return rule.when === undefined ? { require } : { when: explainCondition(rule.when, subject, asOf), require }
}

function explainCondition(condition: Condition, subject: Subject, asOf: Instant): Explanation {
  const head = { kind: condition.kind, truth: truth(condition, subject, asOf) }
  if (condition.kind === 'leaf') {
    const { fact, operator, value } = condition
    return { ...head, fact, operator, value: shown(value) }
  }
  const of = partsOf(condition).map((part) => explainCondition(part, subject, asOf))
  return condition.kind === 'named' ? { ...head, name: condition.name, of } : { ...head, of }
}

function shown(operand: Operand): unknown {
  if (operand.kind === 'literal') return operand.value
  return operand.kind === 'fact' ? operand.fact : 'as-of'
}
