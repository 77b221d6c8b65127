import type { Condition, Operand } from '../model/condition.ts'
import type { Instant } from '../model/instant.ts'
import type { Explanation, Truth } from '../model/outcome.ts'
import type { Rule } from '../model/rule.ts'
import type { Subject } from '../model/subject.ts'
import { partsOf, truth } from './reference.ts'

/** Why a rule says what it says of a subject. `when` is absent where the rule always applies. */
export type RuleExplanation = { readonly when?: Explanation; readonly require: Explanation }

/** The conditions of a rule with the truth of each part, for a subject of the rule's kind. */
export function explain(rule: Rule, subject: Subject, asOf: Instant): RuleExplanation {
  return explainer(subject, asOf)(rule)
}

/** Explains the rules of one subject. Rules share named conditions, so that each is explained once, and shared as well. */
export function explainer(subject: Subject, asOf: Instant): (rule: Rule) => RuleExplanation {
  const known = new Map<Condition, Explanation>()
  const explained = (condition: Condition): Explanation => {
    const before = known.get(condition)
    if (before !== undefined) return before
    const explanation = explainCondition(condition, truth(condition, subject, asOf), explained)
    known.set(condition, explanation)
    return explanation
  }
  return ({ when, require }) =>
    when === undefined ? { require: explained(require) } : { when: explained(when), require: explained(require) }
}

function explainCondition(
  condition: Condition,
  truth: Truth,
  explained: (part: Condition) => Explanation,
): Explanation {
  const head = { kind: condition.kind, truth }
  if (condition.kind === 'leaf') {
    const { fact, operator, value } = condition
    return { ...head, fact, operator, value: shown(value) }
  }
  const of = partsOf(condition).map(explained)
  return condition.kind === 'named' ? { ...head, name: condition.name, of } : { ...head, of }
}

function shown(operand: Operand): unknown {
  if (operand.kind === 'literal') return operand.value
  return operand.kind === 'fact' ? operand.fact : 'as-of'
}
