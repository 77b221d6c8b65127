/** The grammar of json-rules-engine, after type-checking: every fact exists and every operator fits. */
export type Condition =
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  /** A named condition of the pack, already resolved. */
  | { readonly kind: 'named'; readonly name: string; readonly of: Condition }
  | Leaf

export type Leaf = {
  readonly kind: 'leaf'
  readonly fact: string
  readonly operator: OperatorName
  readonly value: Operand
}

export type Operand =
  | { readonly kind: 'literal'; readonly value: Literal }
  | { readonly kind: 'fact'; readonly fact: string }
  /** The instant at which the check is made. */
  | { readonly kind: 'as-of' }

export type Literal = string | number | boolean | readonly string[] | readonly number[]

export const operatorNames = [
  'equal',
  'notEqual',
  'in',
  'notIn',
  'contains',
  'doesNotContain',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
  'before',
  'after',
  'withinLast',
  'longerAgoThan',
  'atMost',
  'moreThan',
] as const

export type OperatorName = (typeof operatorNames)[number]
