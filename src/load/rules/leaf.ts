import { type Leaf, type Operand, type OperatorName, operatorNames } from '../../model/condition.ts'
import type { FactDefinition } from '../../model/fact.ts'
import { asOfFact, comparable, operatorsOf } from '../../model/operators.ts'
import type { SubjectKind } from '../../model/subject.ts'
import { seen } from '../../text/harmless.ts'
import { oneOf, suggest } from '../../text/nearest.ts'
import { type Read, readFact, readTerm, readTerms, readText } from './literals.ts'
import { inside, isMapping, type Place, type Problems } from './problems.ts'

/** The facts that a condition may read. */
export type Facts = { readonly kind: SubjectKind; readonly all: Readonly<Record<string, FactDefinition>> }

const asOf: FactDefinition = { type: 'moment', label: 'the instant at which the check is made', origin: 'derived' }

/** A leaf whose fact exists, whose operator fits it, and whose value fits both; otherwise every problem is reported. */
export function checkLeaf(
  leaf: Readonly<Record<string, unknown>>,
  place: Place,
  facts: Facts,
  problems: Problems,
): Leaf | undefined {
  const fact = checkFact(leaf.fact, inside(place, 'fact'), facts, problems)
  const operator = checkOperator(leaf.operator, inside(place, 'operator'), problems)
  if (fact === undefined || operator === undefined) return undefined
  const fitting = operatorsOf[fact.definition.type]
  const ofNow = fact.name === asOfFact && (operator === 'withinLast' || operator === 'longerAgoThan')
  if (!fitting.includes(operator) || ofNow) {
    const message = ofNow
      ? `"${operator}" counts back from as-of, which is the same for as-of itself always`
      : `"${operator}" does not fit "${fact.name}", which is of type ${fact.definition.type}`
    const usable = ofNow ? (['before', 'after'] as const) : fitting
    problems.add(inside(place, 'operator'), { code: 'OPERATOR_MISFIT', message, hint: `Use ${oneOf(usable)}.` })
    return undefined
  }
  const value = checkOperand(leaf.value, fact, operator, inside(place, 'value'), facts, problems)
  return value && { kind: 'leaf', fact: fact.name, operator, value }
}

type KnownFact = { readonly name: string; readonly definition: FactDefinition }

function checkFact(name: unknown, place: Place, facts: Facts, problems: Problems): KnownFact | undefined {
  if (name === asOfFact) return { name, definition: asOf }
  const definition = typeof name === 'string' && Object.hasOwn(facts.all, name) ? facts.all[name] : undefined
  if (definition === undefined) {
    const hint = suggest(String(name), [...Object.keys(facts.all), asOfFact])
    problems.add(place, { code: 'FACT_UNKNOWN', message: `${seen(name)} is not a fact of ${facts.kind}`, hint })
    return undefined
  }
  if (operatorsOf[definition.type].length === 0) {
    const message = `"${name}" is text, which is for messages: no condition may read it`
    problems.add(place, { code: 'FACT_TYPE', message, hint: 'Use a fact that is not text.' })
    return undefined
  }
  return { name: name as string, definition }
}

function checkOperator(name: unknown, place: Place, problems: Problems): OperatorName | undefined {
  const operator = operatorNames.find((known) => known === name)
  if (operator === undefined) {
    const hint = suggest(String(name), operatorNames)
    problems.add(place, { code: 'OPERATOR_UNKNOWN', message: `${seen(name)} is not an operator`, hint })
  }
  return operator
}

function checkOperand(
  value: unknown,
  fact: KnownFact,
  operator: OperatorName,
  place: Place,
  facts: Facts,
  problems: Problems,
): Operand | undefined {
  if (isMapping(value)) return checkOtherFact(value, fact, operator, place, facts, problems)
  const literal = readLiteral(fact.definition, operator, value)
  if (literal.ok) return { kind: 'literal', value: literal.value }
  const where = literal.item === undefined ? place : inside(place, literal.item)
  const message = `for "${fact.name}" with "${operator}": ${literal.complaint.message}`
  problems.add(where, { ...literal.complaint, message })
  return undefined
}

function readLiteral(
  definition: FactDefinition,
  operator: OperatorName,
  value: unknown,
): Read<string | number | boolean | readonly string[]> {
  switch (operator) {
    case 'in':
    case 'notIn':
      if (Array.isArray(value) && value.length > 0) return readTerms(definition, value)
      return {
        ok: false,
        complaint: {
          code: 'TYPE_MISMATCH',
          message: `expected a list of at least one value, saw ${seen(value)}`,
          hint: 'Write the values as a list: [first, second].',
        },
      }
    case 'contains':
    case 'doesNotContain':
      return readTerm(definition, value)
    case 'before':
    case 'after':
      return readText('moment', value)
    case 'withinLast':
    case 'longerAgoThan':
    case 'atMost':
    case 'moreThan':
      return readText('span', value)
    default:
      // Equality and order of numbers: the fact and the literal have one type.
      return readFact(definition, value) as Read<string | number | boolean>
  }
}

function checkOtherFact(
  value: Readonly<Record<string, unknown>>,
  fact: KnownFact,
  operator: OperatorName,
  place: Place,
  facts: Facts,
  problems: Problems,
): Operand | undefined {
  if (Object.keys(value).length !== 1 || !Object.hasOwn(value, 'fact')) {
    const message = `the other side is ${seen(value)}, not a literal and not { fact: name }`
    problems.add(place, { code: 'CONDITION_SHAPE', message, hint: 'Write { fact: name } and nothing else.' })
    return undefined
  }
  const type = comparable(fact.definition.type, operator)
  if (type === undefined) {
    const message = `"${operator}" compares with a literal, not with another fact`
    problems.add(place, { code: 'TYPE_MISMATCH', message, hint: 'Write the value itself.' })
    return undefined
  }
  const other = checkFact(value.fact, inside(place, 'fact'), facts, problems)
  if (other === undefined) return undefined
  const complaint = incomparable(fact, other, type)
  if (complaint !== undefined) {
    problems.add(inside(place, 'fact'), { code: 'FACT_TYPE', ...complaint })
    return undefined
  }
  return other.name === asOfFact ? { kind: 'as-of' } : { kind: 'fact', fact: other.name }
}

function incomparable(fact: KnownFact, other: KnownFact, type: string): { message: string; hint: string } | undefined {
  const pair = `"${fact.name}" (${fact.definition.type}) and "${other.name}" (${other.definition.type})`
  if (other.definition.type !== type) {
    return { message: `${pair} cannot be compared`, hint: `Compare with a fact of type ${type}.` }
  }
  if (fact.name === other.name) return { message: `"${fact.name}" is compared with itself`, hint: 'Name another fact.' }
  const [values, others] = [fact.definition.values, other.definition.values]
  if (values === undefined || others === undefined || values.some((value) => others.includes(value))) return undefined
  return { message: `${pair} have no value in common`, hint: 'Compare with a fact that can have the same value.' }
}
