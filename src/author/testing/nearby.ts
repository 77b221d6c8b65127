import type { RuleCase } from '../../load/rules/index.ts'
import type { Leaf } from '../../model/condition.ts'
import { addDuration, type Duration, parseDuration, parseSpan } from '../../model/duration.ts'
import type { FactDefinition, FactValue } from '../../model/fact.ts'
import type { Instant, Moment } from '../../model/instant.ts'
import { parseMoment, pointAt } from '../../model/moment.ts'
import { asOfFact } from '../../model/operators.ts'
import { valueText } from './condition-text.ts'
import { momentText, nudgedDurations } from './nudged.ts'

type Facts = Readonly<Record<string, FactDefinition>>

/** Another value of one fact, of as-of, or none at all. */
type Step = { readonly fact: string; readonly value: FactValue | undefined }

const dayLength = 86_400_000

/**
 * Cases that differ from given ones in one fact of the leaves, or in two: first all that state one fact less, then all
 * that differ in one. The values are those that could matter: the others of an enumeration, both sides of each limit,
 * and absence.
 */
export function* casesNear(
  cases: readonly RuleCase[],
  leaves: readonly Leaf[],
  definitions: Facts,
): Generator<RuleCase> {
  const known = cases.map((one) => ({ one, steps: stepsFrom(one, leaves, definitions) }))
  for (const absent of [true, false]) {
    for (const { one, steps } of known) {
      for (const step of steps) if ((step.value === undefined) === absent) yield after(one, [step])
    }
  }
  for (const { one, steps } of known) {
    for (const [position, first] of steps.entries()) {
      for (const second of steps.slice(position + 1)) {
        if (first.fact !== second.fact) yield after(one, [first, second])
      }
    }
  }
}

function after(one: RuleCase, steps: readonly Step[]): RuleCase {
  const facts = { ...one.facts }
  let { asOf } = one
  for (const { fact, value } of steps) {
    if (fact === asOfFact) asOf = (value as Moment).from
    else if (value === undefined) delete facts[fact]
    else facts[fact] = { value, from: [] }
  }
  const changes = steps.map(({ fact, value }) => `${fact} ${value === undefined ? 'not stated' : valueText(value)}`)
  return { ...one, name: `${one.name}; ${changes.join(', ')}`, facts, asOf }
}

function stepsFrom(one: RuleCase, leaves: readonly Leaf[], definitions: Facts): readonly Step[] {
  const steps = new Map<string, Step>()
  const add = (fact: string, value: FactValue | undefined): void => {
    const before = one.facts[fact]?.value
    if (fact !== asOfFact && textOf(before) === textOf(value)) return
    steps.set(`${fact} ${textOf(value)}`, { fact, value })
  }
  for (const leaf of leaves) {
    const others = leaf.value.kind === 'fact' ? [leaf.value.fact] : []
    for (const fact of [leaf.fact, ...others]) {
      if (fact === asOfFact) continue
      const definition = definitions[fact]
      for (const value of definition === undefined ? [] : valuesFor(fact, definition, leaf, one)) add(fact, value)
      add(fact, undefined)
    }
    for (const instant of instantsFor(leaf)) add(asOfFact, pointAt(instant))
  }
  return [...steps.values()]
}

const textOf = (value: FactValue | undefined): string =>
  JSON.stringify(typeof value === 'object' && 'text' in value ? value.text : (value ?? null))

/** Instants around the one with which a leaf compares as-of. */
function instantsFor({ fact, value }: Leaf): readonly Instant[] {
  if (fact !== asOfFact || value.kind !== 'literal') return []
  const moment = parseMoment(String(value.value))
  return moment === undefined ? [] : [moment.from - 1, moment.from, moment.from + 1, moment.to + 1]
}

function valuesFor(fact: string, definition: FactDefinition, leaf: Leaf, one: RuleCase): readonly FactValue[] {
  const present = one.facts[fact]?.value
  switch (definition.type) {
    case 'boolean':
      return [true, false]
    case 'enum':
      return definition.values ?? []
    case 'set': {
      const members = (present ?? []) as readonly string[]
      const toggled = (definition.values ?? []).map((value) =>
        members.includes(value) ? members.filter((member) => member !== value) : [...members, value],
      )
      return [[], ...toggled]
    }
    case 'number':
      return otherSide(fact, leaf, one).flatMap((limit) => [limit - 1, limit, limit + 1])
    case 'moment':
      return momentsAround(fact, leaf, one)
    case 'span':
      return spansAround(leaf)
    default:
      return []
  }
}

/** The number with which a leaf compares a fact. */
function otherSide(fact: string, leaf: Leaf, one: RuleCase): readonly number[] {
  if (leaf.value.kind === 'literal') return typeof leaf.value.value === 'number' ? [leaf.value.value] : []
  const other = leaf.value.kind === 'fact' && leaf.value.fact !== fact ? leaf.value.fact : leaf.fact
  const value = one.facts[other]?.value
  return typeof value === 'number' ? [value] : []
}

/** Days before, on and after the limit with which a leaf compares a moment, and the limit itself. */
function momentsAround(fact: string, leaf: Leaf, one: RuleCase): readonly Moment[] {
  const limit = limitFor(fact, leaf, one)
  if (limit === undefined) return []
  const days = [-1, 0, 1].map((count) => momentText(limit + count * dayLength, true))
  const points = [-1, 0, 1].map((count) => momentText(limit + count, false))
  return [...days, ...points].flatMap((text) => parseMoment(text) ?? [])
}

function limitFor(fact: string, { fact: left, value }: Leaf, one: RuleCase): Instant | undefined {
  if (value.kind === 'as-of') return one.asOf
  if (value.kind === 'literal') {
    const text = String(value.value)
    const period = parseDuration(text)
    return period === undefined ? parseMoment(text)?.from : startOf(period, one.asOf)
  }
  const other = value.fact === fact ? left : value.fact
  if (other === asOfFact) return one.asOf
  return (one.facts[other]?.value as Moment | undefined)?.from
}

/** When a period began that ends on the day of an instant. */
function startOf({ months, days, milliseconds }: Duration, end: Instant): Instant {
  return addDuration(end - days * dayLength - milliseconds, { months: -months, days: 0, milliseconds: 0 })
}

function spansAround({ value }: Leaf): readonly FactValue[] {
  if (value.kind !== 'literal') return []
  const text = String(value.value)
  return [...nudgedDurations(text), text].flatMap((one) => parseSpan(one) ?? [])
}
