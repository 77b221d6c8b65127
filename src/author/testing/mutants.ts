import type { Condition, Leaf, Operand, OperatorName } from '../../model/condition.ts'
import type { FactDefinition } from '../../model/fact.ts'
import type { Location } from '../../model/location.ts'
import { parseMoment } from '../../model/moment.ts'
import { changedRule, type Rule } from '../../model/rule.ts'
import { conditionText } from './condition-text.ts'
import { nudgedDurations, nudgedMoments } from './nudged.ts'
import { isLeafPart, type Part, type PlacedRule } from './placed.ts'

/** A rule in which one thing is another, of types that fit as well. */
export type Mutant = {
  readonly rule: Rule
  readonly change: 'operator' | 'value' | 'boundary' | 'dropped' | 'swapped' | 'negation'
  readonly at: Location
  readonly within: readonly string[]
  /** As the rule has it. */
  readonly before: string
  /** As the mutant has it; empty where something is dropped. */
  readonly after: string
}

type Change = Pick<Mutant, 'change' | 'before' | 'after'> & { readonly to: Condition }

/**
 * Every mutant of a rule, in the order in which the rule is read.
 *
 * - operator: by its contrary, and by the one that differs at the limit only. For booleans the contrary of the operator
 *   says the same as the contrary of the value, so that there is one of the two.
 * - value: a boolean by the other; an enumerated value by the next of its enumeration; each value of a list is removed.
 *   To replace one in a list is not another mutant: whatever case tells that one from the rule, tells this one.
 * - boundary: a number one less and one more; a day or an instant a day earlier and later; a duration a unit shorter and
 *   longer, of at most a day.
 * - dropped: a part of `all` or `any`, and `when`. Swapped: `all` and `any`. Negation: a `not` removed.
 */
export function mutantsOf(
  { rule, when, require }: PlacedRule,
  facts: Readonly<Record<string, FactDefinition>>,
): readonly Mutant[] {
  const mutants: Mutant[] = []
  const visit = (part: Part, rebuilt: (to: Condition) => Rule): void => {
    for (const { to, ...change } of changesOf(part, facts)) {
      mutants.push({ ...change, rule: rebuilt(to), at: part.at, within: part.within })
    }
    for (const [position, one] of part.parts.entries()) {
      visit(one, (to) => rebuilt(withPart(part.condition, position, to)))
      if (part.parts.length === 1) continue
      const { condition } = part
      const to = rebuilt(withoutPart(condition, position))
      const before = conditionText(one.condition)
      mutants.push({ rule: to, change: 'dropped', before, after: '', at: one.at, within: one.within })
    }
  }
  if (when !== undefined) {
    const always = changedRule(rule, { when: undefined })
    const before = `when: ${conditionText(when.condition)}`
    mutants.push({ rule: always, change: 'dropped', before, after: '', at: when.at, within: [] })
    visit(when, (to) => changedRule(rule, { when: to }))
  }
  visit(require, (to) => changedRule(rule, { require: to }))
  return mutants
}

function withPart(condition: Condition, position: number, to: Condition): Condition {
  if (condition.kind === 'leaf') return condition
  if (condition.kind === 'not' || condition.kind === 'named') return { ...condition, of: to }
  return { ...condition, of: condition.of.map((part, place) => (place === position ? to : part)) }
}

function withoutPart(condition: Condition, position: number): Condition {
  if (condition.kind !== 'all' && condition.kind !== 'any') return condition
  return { ...condition, of: condition.of.filter((_, place) => place !== position) }
}

/** What can be changed of a part, its own parts left as they are. */
function changesOf(part: Part, facts: Readonly<Record<string, FactDefinition>>): readonly Change[] {
  const { condition } = part
  if (isLeafPart(part)) {
    const leaf = part.condition
    return [...operatorChanges(leaf, facts), ...valueChanges(leaf, facts)].map(({ change, to }) => ({
      change,
      to,
      before: conditionText(leaf),
      after: conditionText(to),
    }))
  }
  if (condition.kind === 'not') {
    const before = conditionText(condition)
    return [{ change: 'negation', to: condition.of, before, after: conditionText(condition.of) }]
  }
  if ((condition.kind !== 'all' && condition.kind !== 'any') || condition.of.length < 2) return []
  const to: Condition = { kind: condition.kind === 'all' ? 'any' : 'all', of: condition.of }
  return [{ change: 'swapped', to, before: conditionText(condition), after: conditionText(to) }]
}

type LeafChange = { readonly change: Change['change']; readonly to: Leaf }

const others: Readonly<Record<OperatorName, readonly OperatorName[]>> = {
  equal: ['notEqual'],
  notEqual: ['equal'],
  in: ['notIn'],
  notIn: ['in'],
  contains: ['doesNotContain'],
  doesNotContain: ['contains'],
  lessThan: ['lessThanInclusive', 'greaterThanInclusive'],
  lessThanInclusive: ['lessThan', 'greaterThan'],
  greaterThan: ['greaterThanInclusive', 'lessThanInclusive'],
  greaterThanInclusive: ['greaterThan', 'lessThan'],
  before: ['after'],
  after: ['before'],
  withinLast: ['longerAgoThan'],
  longerAgoThan: ['withinLast'],
  atMost: ['moreThan'],
  moreThan: ['atMost'],
}

function operatorChanges(leaf: Leaf, facts: Readonly<Record<string, FactDefinition>>): readonly LeafChange[] {
  if (facts[leaf.fact]?.type === 'boolean' && leaf.value.kind === 'literal') return []
  return others[leaf.operator].map((operator) => ({ change: 'operator', to: { ...leaf, operator } }))
}

function valueChanges(leaf: Leaf, facts: Readonly<Record<string, FactDefinition>>): readonly LeafChange[] {
  const { value: operand } = leaf
  if (operand.kind !== 'literal') return []
  const { value } = operand
  const definition = facts[leaf.fact]
  const becoming = (change: Change['change'], to: Operand): LeafChange => ({ change, to: { ...leaf, value: to } })
  const literal = (to: string | number | boolean | readonly string[]): Operand => ({ kind: 'literal', value: to })
  if (typeof value === 'boolean') return [becoming('value', literal(!value))]
  if (typeof value === 'number') return [value - 1, value + 1].map((to) => becoming('boundary', literal(to)))
  if (Array.isArray(value)) {
    const listed = value as readonly string[]
    const lists = listed.length > 1 ? listed.map((one) => listed.filter((other) => other !== one)) : []
    const instead = listed.length > 1 ? undefined : nextValue(definition, listed)
    return [...lists, ...(instead === undefined ? [] : [[instead]])].map((to) => becoming('value', literal(to)))
  }
  if (definition?.values !== undefined) {
    const instead = nextValue(definition, [value as string])
    return instead === undefined ? [] : [becoming('value', literal(instead))]
  }
  const text = String(value)
  const moment = parseMoment(text)
  const nudged = moment === undefined ? nudgedDurations(text) : nudgedMoments(moment)
  return nudged.map((to) => becoming('boundary', literal(to)))
}

/** The value of an enumeration that follows the last of some, and is none of them. */
function nextValue(definition: FactDefinition | undefined, taken: readonly string[]): string | undefined {
  const values = definition?.values ?? []
  const after = values.indexOf(taken.at(-1) ?? '') + 1
  return [...values.slice(after), ...values.slice(0, after)].find((value) => !taken.includes(value))
}
