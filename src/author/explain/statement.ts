import type { Leaf, Literal, OperatorName } from '../../model/condition.ts'
import type { FactDefinition } from '../../model/fact.ts'
import { commonWords } from '../../model/facts/words.ts'
import { asOfFact } from '../../model/operators.ts'
import { isPlural, negated } from './negate.ts'
import { lengthInWords, momentInWords, timeBeforeTheCheck } from './times.ts'

/** The facts that the conditions of a rule may read. */
export type Facts = Readonly<Record<string, FactDefinition>>

/** The instant of the check as a fact like others. */
const asOf: FactDefinition = { type: 'moment', label: 'when the check is made', origin: 'declared' }

/** What a fact is; the catalogue has every fact that a checked rule reads. */
export function definitionOf(name: string, facts: Facts): FactDefinition {
  const definition = name === asOfFact ? asOf : facts[name]
  if (definition === undefined) throw new Error(`there is no fact ${name}`)
  return definition
}

/** A leaf as a statement in English: that it holds, or that it does not. Starts in lower case and has no full stop. */
export function statementOf({ fact, operator, value }: Leaf, facts: Facts, holds: boolean): string {
  const definition = definitionOf(fact, facts)
  const other = otherOf(value, facts)
  const literal = value.kind === 'literal' ? value.value : undefined
  switch (definition.type) {
    case 'boolean':
      return yesOrNo(definition, (operator === 'equal') === holds, other ?? literal)
    case 'enum':
    case 'set':
      return choiceIn(definition, !/^(not|doesNot)/.test(operator) === holds, other ?? termsOf(literal))
    case 'number':
      return comparedNumber(definition, holds ? operator : contraryOf(operator), other ?? Number(literal))
    case 'moment':
      return placedInTime(definition, operator, holds, other ?? String(literal))
    case 'span':
      return spanIn(definition, (operator === 'atMost') === holds, other ?? String(literal))
    default:
      throw new Error(`no condition reads ${fact}`)
  }
}

/** A yes-or-no fact as a statement: its label, or the contrary of it. */
export function flagIn(definition: FactDefinition, holds: boolean): string {
  return holds ? definition.label : (definition.negative ?? negated(definition.label))
}

/** That a choice is, or includes, one of some values; or that it is, or includes, none of them. */
export function valuesIn(definition: FactDefinition, holds: boolean, values: readonly string[]): string {
  const words = values.map((value) => wordsFor(definition, value))
  const plain = words.filter((word) => typeof word === 'string')
  const whole = words.flatMap((word) => (typeof word === 'string' ? [] : [holds ? word.is : word.not]))
  const template = templateOf(definition, holds)
  const parts = plain.length === 0 ? whole : [template.replace('{value}', listed(plain, 'or')), ...whole]
  return parts.join(holds ? ', or ' : ', and ')
}

/** What a value is called by itself, as in a table. */
export function valueInWords({ words }: FactDefinition, value: string): string {
  const called = words?.[value] ?? commonWords[value]
  return typeof called === 'string' ? called : spaced(value)
}

/** `a`, `a or b`, `a, b or c`. */
function listed(items: readonly string[], conjunction: 'and' | 'or'): string {
  if (items.length <= 1) return items[0] ?? ''
  return `${items.slice(0, -1).join(', ')} ${conjunction} ${items.at(-1)}`
}

function yesOrNo(definition: FactDefinition, same: boolean, value: Literal | FactDefinition | undefined): string {
  if (!isDefinition(value)) return flagIn(definition, (value === true) === same)
  const [one, other] = [definition.label, value.label]
  return same ? `it is the same whether ${one} and whether ${other}` : `either ${one}, or ${other}, and not both`
}

function choiceIn(definition: FactDefinition, holds: boolean, value: readonly string[] | FactDefinition): string {
  if (!isDefinition(value)) return valuesIn(definition, holds, value)
  const { label, type } = definition
  if (type === 'enum') return `${label} ${beOf(label)} ${holds ? 'the same as' : 'another than'} ${value.label}`
  return setIn(label, holds, value.label)
}

function wordsFor({ words }: FactDefinition, value: string) {
  return words?.[value] ?? commonWords[value] ?? spaced(value)
}

function templateOf({ label, type, says }: FactDefinition, holds: boolean): string {
  if (says !== undefined) return holds ? says : negated(says)
  const not = holds ? '' : ' not'
  if (/^(how|what|which|who|whether|where)\b/.test(label)) return `the answer to "${label}" is${not} {value}`
  return type === 'set' ? setIn(label, holds, '{value}') : `${label} ${beOf(label)}${not} {value}`
}

function setIn(label: string, holds: boolean, value: string): string {
  if (holds) return `${label} ${isPluralLabel(label) ? 'include' : 'includes'} ${value}`
  return `${label} ${isPluralLabel(label) ? 'do' : 'does'} not include ${value}`
}

const contraries: Readonly<Partial<Record<OperatorName, OperatorName>>> = {
  equal: 'notEqual',
  notEqual: 'equal',
  lessThan: 'greaterThanInclusive',
  greaterThanInclusive: 'lessThan',
  greaterThan: 'lessThanInclusive',
  lessThanInclusive: 'greaterThan',
}

function contraryOf(operator: OperatorName): OperatorName {
  const contrary = contraries[operator]
  if (contrary === undefined) throw new Error(`${operator} compares no numbers`)
  return contrary
}

const comparisons: Readonly<Partial<Record<OperatorName, string>>> = {
  equal: 'is',
  notEqual: 'is not',
  lessThan: 'is less than',
  lessThanInclusive: 'is at most',
  greaterThan: 'is more than',
  greaterThanInclusive: 'is at least',
}

const counting = 'the number of '

/** A count of none, or of some, says so: 'there are no places outside the EEA where the service works'. */
function comparedNumber(
  { label, unit }: FactDefinition,
  operator: OperatorName,
  value: number | FactDefinition,
): string {
  if (isDefinition(value)) return `${label} ${comparisons[operator]} ${value.label}`
  const lasting = /^how long (.*)$/.exec(label)?.[1]
  const isCount = label.startsWith(counting)
  const things = label.slice(counting.length)
  if (isCount && isNone(operator, value)) return `there are no ${things}`
  if (isCount && isSome(operator, value)) return `there are ${things}`
  const exactly = operator === 'equal' && isCount ? 'exactly ' : ''
  const measured =
    isCount || unit === undefined ? String(value) : `${value} ${value === 1 ? unit.replace(/s$/, '') : unit}`
  // `how long the notice may take` makes a statement of its own.
  if (lasting !== undefined) return `${lasting} ${comparisons[operator]?.replace(/^is ?/, '') || 'exactly'} ${measured}`
  return `${label} ${comparisons[operator]} ${exactly}${measured}`
}

function isNone(operator: OperatorName, value: number): boolean {
  return (
    (value === 0 && (operator === 'equal' || operator === 'lessThanInclusive')) ||
    (value === 1 && operator === 'lessThan')
  )
}

function isSome(operator: OperatorName, value: number): boolean {
  return (
    (value === 0 && (operator === 'notEqual' || operator === 'greaterThan')) ||
    (value === 1 && operator === 'greaterThanInclusive')
  )
}

/** `when access was revoked` makes a statement of its own; `the first day of the decision` takes an 'is'. */
function placedInTime(
  { label }: FactDefinition,
  operator: OperatorName,
  holds: boolean,
  value: string | FactDefinition,
): string {
  const happening = /^when (.*)$/.exec(label)?.[1]
  const statement = happening ?? `${timed(label)} ${beOf(label)}`
  if (operator === 'withinLast' || operator === 'longerAgoThan') {
    const time =
      operator === 'withinLast'
        ? `within ${timeBeforeTheCheck(String(value))}`
        : `more than ${lengthInWords(String(value))} before the check`
    return `${holds ? statement : negated(statement)} ${time}`
  }
  if (operator !== 'before' && operator !== 'after') throw new Error(`${operator} compares no moments`)
  const other = isDefinition(value) ? timeOf(value, holds) : momentInWords(value)
  if (holds) return `${statement} ${operator} ${other}`
  return `${statement} no ${operator === 'before' ? 'earlier' : 'later'} than ${other}`
}

/** `since when the tag runs` as what something can be said of. */
function timed(label: string): string {
  return /^(since|from|until) when\b/.test(label) ? `the time ${label}` : label
}

/** A moment as what another is compared with. */
function timeOf(definition: FactDefinition, holds: boolean): string {
  if (definition === asOf) return holds ? 'the check' : 'the time of the check'
  return holds ? timed(definition.label).replace(/^when /, '') : timed(definition.label)
}

function spanIn({ label }: FactDefinition, atMost: boolean, value: string | FactDefinition): string {
  const limit = isDefinition(value) ? value.label : lengthInWords(value)
  return `${label} ${beOf(label)} ${atMost ? 'at most' : 'more than'} ${limit}`
}

function otherOf(value: Leaf['value'], facts: Facts): FactDefinition | undefined {
  if (value.kind === 'as-of') return asOf
  return value.kind === 'fact' ? definitionOf(value.fact, facts) : undefined
}

function isDefinition(value: unknown): value is FactDefinition {
  return typeof value === 'object' && value !== null && 'label' in value
}

function termsOf(literal: Literal | undefined): readonly string[] {
  return Array.isArray(literal) ? literal.map(String) : [String(literal)]
}

function beOf(label: string): 'is' | 'are' {
  return isPluralLabel(label) ? 'are' : 'is'
}

/** By the last word of what is named before anything is said of it: `the modules that were signed`. */
function isPluralLabel(label: string): boolean {
  const [head = ''] = label.split(
    /,? (?:of|that|which|who|for|under|kept|in|at|on|beyond|from|to|by|where|when|within)\b/,
  )
  return isPlural(head.split(' ').at(-1) ?? '')
}

function spaced(value: string): string {
  return value.replace(/(?<=[a-z])-|-(?=[a-z])/g, ' ')
}
