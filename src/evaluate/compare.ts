import type { Leaf, Literal, OperatorName } from '../model/condition.ts'
import { atMost, type Duration, moreThan, parseDuration, parseSpan } from '../model/duration.ts'
import type { FactValue } from '../model/fact.ts'
import type { Instant, Moment, Span } from '../model/instant.ts'
import { after, before, longerAgoThan, parseMoment, withinLast } from '../model/moment.ts'
import type { Truth } from '../model/outcome.ts'

/** What stands right of an operator, once it is no longer text. */
export type Right = FactValue | Literal | Duration

type Compare = (left: FactValue, right: Right, asOf: Instant) => Truth

/**
 * What each operator means where both sides are there. `equal` to the numeric ones are those of json-rules-engine; the
 * others are explained in model/moment.ts and model/duration.ts, and are unknown where a date or length is too vague.
 * Types are not looked at again: rules are type-checked when loaded.
 */
export const compare: Readonly<Record<OperatorName, Compare>> = {
  equal: (left, right) => left === right,
  notEqual: (left, right) => left !== right,
  in: (left, right) => (right as readonly unknown[]).includes(left),
  notIn: (left, right) => !(right as readonly unknown[]).includes(left),
  contains: (left, right) => (left as readonly unknown[]).includes(right),
  doesNotContain: (left, right) => !(left as readonly unknown[]).includes(right),
  lessThan: (left, right) => (left as number) < (right as number),
  lessThanInclusive: (left, right) => (left as number) <= (right as number),
  greaterThan: (left, right) => (left as number) > (right as number),
  greaterThanInclusive: (left, right) => (left as number) >= (right as number),
  before: (left, right) => before(left as Moment, right as Moment),
  after: (left, right) => after(left as Moment, right as Moment),
  withinLast: (left, right, asOf) => withinLast(left as Moment, right as Duration, asOf),
  longerAgoThan: (left, right, asOf) => longerAgoThan(left as Moment, right as Duration, asOf),
  atMost: (left, right) => atMost(left as Span, right as Span),
  moreThan: (left, right) => moreThan(left as Span, right as Span),
}

/** A literal as its operator reads it: text becomes a date, a period or a length where the operator compares those. */
export function readLiteral(operator: OperatorName, literal: Literal): Right {
  const right = read(operator, literal)
  if (right === undefined) throw new Error(`a rule that was not type-checked: ${operator} ${JSON.stringify(literal)}`)
  return right
}

function read(operator: OperatorName, literal: Literal): Right | undefined {
  switch (operator) {
    case 'before':
    case 'after':
      return parseMoment(String(literal))
    case 'withinLast':
    case 'longerAgoThan':
      return parseDuration(String(literal))
    case 'atMost':
    case 'moreThan':
      return parseSpan(String(literal))
    default:
      return literal
  }
}

/**
 * The facts that an undecided leaf lacks: those that are absent; where none is, those that are too vague to decide it, as
 * a bare date on its own day; where only its literal or as-of is vague, the fact it is about.
 */
export function lacking(leaf: Leaf, valueAt: (fact: string) => FactValue | undefined): readonly string[] {
  const facts = leaf.value.kind === 'fact' ? [leaf.fact, leaf.value.fact] : [leaf.fact]
  const absent = facts.filter((fact) => valueAt(fact) === undefined)
  if (absent.length > 0) return absent
  const vague = facts.filter((fact) => isVague(valueAt(fact)))
  return vague.length > 0 ? vague : [leaf.fact]
}

const isVague = (value: FactValue | undefined): boolean =>
  typeof value === 'object' && 'from' in value && value.from !== value.to
