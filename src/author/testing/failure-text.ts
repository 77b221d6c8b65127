import { explainer } from '../../evaluate/explain.ts'
import { partsOf, valueAt } from '../../evaluate/reference.ts'
import type { Condition, Leaf } from '../../model/condition.ts'
import { asOfFact } from '../../model/operators.ts'
import type { Explanation, Outcome, Truth } from '../../model/outcome.ts'
import type { Subject } from '../../model/subject.ts'
import type { Paint } from '../../render/text/colour.ts'
import { labelled } from '../../render/text/wrap.ts'
import { valueText } from './condition-text.ts'
import { type CaseResult, type RuleResult, subjectOf } from './run.ts'

const words = (truth: Truth): string => (truth === undefined ? 'unknown' : String(truth))

/** What was expected of a case, what came, and the truth of every part of the rule. */
export function failureLines(
  { rule }: RuleResult,
  { one, outcome }: CaseResult,
  { paint, width }: { readonly paint: Paint; readonly width: number },
): readonly string[] {
  const subject = subjectOf(rule, one)
  const { when, require } = explainer(subject, one.asOf)(rule)
  const tree = (condition: Condition, explanation: Explanation, depth: number): readonly string[] => {
    const truth = words(explanation.truth).padEnd(9 + depth * 2)
    const text = `    ${truth}${headOf(condition, explanation)}`
    const own =
      condition.kind === 'leaf' ? `${text}${paint(`  (${valuesOf(condition, subject, one.asOf)})`, 'dim')}` : text
    return [
      own,
      ...partsOf(condition).flatMap((part, place) => tree(part, explanation.of?.[place] as Explanation, depth + 1)),
    ]
  }
  return [
    ...labelled('Expected', outcomeText(one.expect, one.missing), width, 2, 10),
    ...labelled('Got', outcomeText(outcome.kind, missingIn(outcome)), width, 2, 10),
    ...(rule.when === undefined || when === undefined ? [] : ['  when', ...tree(rule.when, when, 0)]),
    '  require',
    ...tree(rule.require, require, 0),
  ]
}

function missingIn(outcome: Outcome): readonly string[] | undefined {
  return outcome.kind === 'unknown' ? outcome.missing : undefined
}

function outcomeText(kind: string, missing: readonly string[] | undefined): string {
  return missing === undefined ? kind : `${kind}, missing ${missing.length === 0 ? 'nothing' : missing.join(', ')}`
}

function headOf(condition: Condition, { operator, value }: Explanation): string {
  if (condition.kind === 'named') return `condition: ${condition.name}`
  if (condition.kind !== 'leaf') return condition.kind
  const right = condition.value.kind === 'literal' ? valueText(condition.value.value) : String(value)
  return `${condition.fact} ${operator} ${right}`
}

/** The values that a leaf sees: `begun: 2026-01-01, ended: not stated`. */
function valuesOf({ fact, value }: Leaf, subject: Subject, asOf: number): string {
  const other = value.kind === 'fact' ? [value.fact] : value.kind === 'as-of' ? [asOfFact] : []
  return [fact, ...other]
    .map((name) => {
      const seen = valueAt(name, subject, asOf)
      return `${name}: ${seen === undefined ? 'not stated' : valueText(seen)}`
    })
    .join(', ')
}
