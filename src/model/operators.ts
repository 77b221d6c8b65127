import type { Leaf, OperatorName } from './condition.ts'
import type { FactDefinition, FactType } from './fact.ts'
import type { SubjectKind } from './subject.ts'

/** The fact that every subject has: the instant at which the check is made. A point; never absent. */
export const asOfFact = 'asOf'

/** Which operators fit a fact of each type. Text is for messages: nothing may read it. */
export const operatorsOf: Readonly<Record<FactType, readonly OperatorName[]>> = {
  boolean: ['equal', 'notEqual'],
  enum: ['equal', 'notEqual', 'in', 'notIn'],
  set: ['contains', 'doesNotContain'],
  number: ['equal', 'notEqual', 'lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'],
  moment: ['before', 'after', 'withinLast', 'longerAgoThan'],
  span: ['atMost', 'moreThan'],
  text: [],
  texts: [],
}

/**
 * The type of the fact that an operator may compare with, given the type on its left; `undefined` where only a literal
 * makes sense: lists, and periods that are counted back from as-of.
 */
export function comparable(type: FactType, operator: OperatorName): FactType | undefined {
  if (operator === 'in' || operator === 'notIn') return undefined
  if (operator === 'withinLast' || operator === 'longerAgoThan') return undefined
  return type === 'set' ? 'enum' : type
}

/** Whether the passing of time alone can change a leaf. */
export function isTimed({ fact, operator, value }: Leaf): boolean {
  if (operator === 'withinLast' || operator === 'longerAgoThan') return true
  return (operator === 'before' || operator === 'after') && (value.kind === 'as-of' || fact === asOfFact)
}

/** Every fact that there is, by the kind of subject that has it. */
export type FactCatalogue = Readonly<Record<SubjectKind, Readonly<Record<string, FactDefinition>>>>
