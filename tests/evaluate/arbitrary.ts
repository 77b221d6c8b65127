/** Random facts, conditions and rules over the sample catalogue, dense around the limits that matter. */
import fc from 'fast-check'
import type { Condition, Operand, OperatorName } from '../../src/model/condition.ts'
import type { FactType, FactValue } from '../../src/model/fact.ts'
import type { Instant } from '../../src/model/instant.ts'
import { pointAt } from '../../src/model/moment.ts'
import { asOfFact, operatorsOf } from '../../src/model/operators.ts'
import type { Rule } from '../../src/model/rule.ts'
import { colours, facts, instant, leaf, literal, moment, ruleOf, span } from './samples.ts'

const day = 86_400_000

export const anAsOf: fc.Arbitrary<Instant> = fc.constantFrom(
  instant('2026-03-31T12:00:00Z'),
  instant('2024-02-29T00:00:00Z'),
  instant('2025-12-31T23:59:59.999Z'),
)

const periods = ['P0D', 'P1D', 'P30D', 'P1M', 'P13M', 'P1Y', 'P12M', 'PT24H', 'PT36H', 'P1DT12H']

/** How long before as-of: some days, or about one of the periods, to the millisecond. */
const anAge = fc
  .tuple(
    fc.constantFrom(0, 1, 27, 28, 29, 30, 31, 365, 366, 395, 400),
    fc.constantFrom(-1, 0, 1, 12 * 3_600_000),
    fc.boolean(),
  )
  .map(([days, rest, past]) => (past ? 1 : -1) * days * day + rest)

const aValue = (type: FactType, asOf: Instant): fc.Arbitrary<FactValue> => {
  switch (type) {
    case 'boolean':
      return fc.boolean()
    case 'number':
      return fc.integer({ min: -2, max: 3 })
    case 'moment':
      return fc
        .tuple(anAge, fc.boolean())
        .map(([age, exact]) => (exact ? pointAt(asOf - age) : moment(new Date(asOf - age).toISOString().slice(0, 10))))
    case 'span':
      return fc.oneof(
        fc.constantFrom(...periods).map(span),
        fc
          .tuple(fc.nat(400), fc.nat(3))
          .map(([days, more]) => ({ from: days * day, to: (days + more) * day, text: 'between' })),
      )
    default:
      throw new Error(`no sample of ${type} stands alone`)
  }
}

const factValue = (name: string, asOf: Instant): fc.Arbitrary<FactValue> => {
  const { type, values = [] } = facts[name] ?? { type: 'text' }
  if (type === 'enum') return fc.constantFrom(...values)
  if (type === 'set') return fc.subarray([...values])
  return aValue(type, asOf)
}

/** The facts that conditions read. */
const readable = Object.keys(facts).filter((name) => !['name', 'names'].includes(name))

/** Values for some of the facts; the others are absent. */
export const someFacts = (asOf: Instant): fc.Arbitrary<Record<string, FactValue | undefined>> =>
  fc.record(Object.fromEntries(readable.map((name) => [name, factValue(name, asOf)])), { requiredKeys: [] })

export const allFacts = (asOf: Instant): fc.Arbitrary<Record<string, FactValue>> =>
  fc.record(Object.fromEntries(readable.map((name) => [name, factValue(name, asOf)])))

const other = (fact: string): Operand => ({ kind: 'fact', fact })
const nearAsOf = (asOf: Instant): fc.Arbitrary<string> =>
  aValue('moment', asOf).map((value) => (value as { text: string }).text)

const operandFor = (name: string, operator: OperatorName, asOf: Instant): fc.Arbitrary<Operand> => {
  const type = facts[name]?.type ?? 'moment'
  if (operator === 'in' || operator === 'notIn')
    return fc.subarray([...(facts[name]?.values ?? [])], { minLength: 1 }).map(literal)
  if (operator === 'withinLast' || operator === 'longerAgoThan') return fc.constantFrom(...periods).map(literal)
  const sameType = readable.filter((fact) => fact !== name && facts[fact]?.type === type).map(other)
  switch (type) {
    case 'set':
      return fc.oneof(fc.constantFrom(...colours).map(literal), fc.constantFrom(other('colour'), other('shade')))
    case 'span':
      return fc.oneof(fc.constantFrom(...periods).map(literal), fc.constantFrom(...sameType))
    case 'moment':
      return name === asOfFact
        ? nearAsOf(asOf).map(literal)
        : fc.oneof(nearAsOf(asOf).map(literal), fc.constantFrom(...sameType), fc.constant<Operand>({ kind: 'as-of' }))
    default:
      return fc.oneof(
        factValue(name, asOf).map((value) => literal(value as string)),
        fc.constantFrom(...sameType),
      )
  }
}

const aLeaf = (asOf: Instant): fc.Arbitrary<Condition> => {
  const pairs = readable.flatMap((name) =>
    operatorsOf[facts[name]?.type ?? 'text'].map((operator) => ({ name, operator })),
  )
  const ofNow = (['before', 'after'] as const).map((operator) => ({ name: asOfFact, operator }))
  return fc
    .constantFrom(...pairs, ...ofNow)
    .chain(({ name, operator }) => operandFor(name, operator, asOf).map((value) => leaf(name, operator, value)))
}

/** A tree, with references to `named`, of which there may be none. */
const aTree = (asOf: Instant, named: readonly Condition[]): fc.Arbitrary<Condition> =>
  fc.letrec<{ tree: Condition }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 4, arbitrary: aLeaf(asOf) },
      ...(named.length === 0 ? [] : [{ weight: 1, arbitrary: fc.constantFrom(...named) }]),
      {
        weight: 2,
        arbitrary: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((of) => ({ kind: 'all', of }) as const),
      },
      {
        weight: 2,
        arbitrary: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((of) => ({ kind: 'any', of }) as const),
      },
      { weight: 1, arbitrary: tie('tree').map((of) => ({ kind: 'not', of }) as const) },
    ),
  })).tree

const nameIt =
  (name: string) =>
  (of: Condition): Condition => ({ kind: 'named', name, of })

/** Rules with shared named conditions, of which the second may refer to the first. */
export const someRules = (asOf: Instant, max: number): fc.Arbitrary<readonly Rule[]> =>
  aTree(asOf, [])
    .map(nameIt('inner'))
    .chain((inner) => fc.tuple(fc.constant(inner), aTree(asOf, [inner]).map(nameIt('outer'))))
    .chain((named) => {
      const root = aTree(asOf, named)
      return fc.array(fc.tuple(root, fc.option(root, { nil: undefined })), { minLength: 1, maxLength: max })
    })
    .map((roots) => roots.map(([require, when], index) => ruleOf(require, when, `samples/rule-${index}`)))

/** The number of cases of each law, as the project promises them. */
export const cases = { numRuns: 10_000 }
