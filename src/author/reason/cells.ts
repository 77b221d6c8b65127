import { compare, type Right, readLiteral } from '../../evaluate/compare.ts'
import type { Leaf } from '../../model/condition.ts'
import type { FactValue } from '../../model/fact.ts'
import type { Instant } from '../../model/instant.ts'
import { pointAt } from '../../model/moment.ts'
import { asOfFact } from '../../model/operators.ts'
import type { Truth } from '../../model/outcome.ts'
import { TooLarge } from './diagram.ts'

/** Facts that are compared with one another, and every leaf that reads one of them. */
export type Group = { readonly facts: readonly string[]; readonly leaves: readonly Leaf[] }

export type FactValues = Readonly<Record<string, FactValue>>

/** A way in which all leaves of a group can come out together, with values that make them come out like that. */
export type Cell = {
  /** In the order of the group's leaves. */
  readonly truths: readonly Truth[]
  /** No fact of the group is absent. */
  readonly stated: boolean
  readonly facts: FactValues
  /** What else tells it apart. */
  readonly mark: string
}

type Values = ReadonlyMap<string, FactValue | undefined>

/** Values to try for one fact, beside its absence. */
export type Candidates = ReadonlyMap<string, readonly FactValue[]>

/** Combinations of values that are tried at most. */
const limit = 250_000

/**
 * Every way in which the leaves of a group come out together, over all combinations of the candidates and of absence.
 * Exact where the candidates hold a representative of everything that the leaves can tell apart.
 *
 * Errors: throws TooLarge where there are too many combinations.
 */
export function cellsOf(
  { facts, leaves }: Group,
  candidates: Candidates,
  asOf: Instant,
  markOf: (values: Values) => string = () => '',
): readonly Cell[] {
  const choices = facts.map((fact) => [...(candidates.get(fact) ?? []), undefined])
  const count = choices.reduce((product, { length }) => product * length, 1)
  if (count > limit) throw new TooLarge(`${count} combinations of ${facts.join(', ')}`)
  const tests = leaves.map(testOf)
  const found = new Map<string, Cell>()
  const values = new Map<string, FactValue | undefined>([[asOfFact, pointAt(asOf)]])
  const visit = (position: number): void => {
    const fact = facts[position]
    if (fact !== undefined) {
      for (const value of choices[position] ?? []) {
        values.set(fact, value)
        visit(position + 1)
      }
      return
    }
    const truths = tests.map((test) => test(values, asOf))
    const stated = facts.every((name) => values.get(name) !== undefined)
    const mark = markOf(values)
    const key = `${signature(stated, truths)} ${mark}`
    if (!found.has(key)) found.set(key, { truths, stated, facts: statedOnly(facts, values), mark })
  }
  visit(0)
  return [...found.values()]
}

/** What tells cells apart. */
export const signature = (stated: boolean, truths: readonly Truth[]): string => `${stated} ${truths.join()}`

function statedOnly(facts: readonly string[], values: Values): FactValues {
  const entries = facts.map((fact) => [fact, values.get(fact)] as const)
  return Object.fromEntries(entries.filter((entry): entry is [string, FactValue] => entry[1] !== undefined))
}

type Test = (values: Values, asOf: Instant) => Truth

/** A leaf as the evaluator decides it. */
function testOf({ fact, operator, value }: Leaf): Test {
  const test = compare[operator]
  const literal = value.kind === 'literal' ? readLiteral(operator, value.value) : undefined
  const other = value.kind === 'fact' ? value.fact : asOfFact
  return (values, asOf) => {
    const left = values.get(fact)
    const right: Right | undefined = literal ?? values.get(other)
    return left === undefined || right === undefined ? undefined : test(left, right, asOf)
  }
}

/** How a leaf over as-of alone comes out. */
export const truthAt = (leaf: Leaf, asOf: Instant): Truth => testOf(leaf)(new Map([[asOfFact, pointAt(asOf)]]), asOf)

/** What a leaf says, in one spelling. */
export const keyOf = ({ fact, operator, value }: Leaf): string => JSON.stringify([fact, operator, value])

/** Unique, in order of their first appearance. */
export function distinct<T>(items: readonly T[], key: (item: T) => unknown): readonly T[] {
  const found = new Map<unknown, T>()
  for (const item of items) if (!found.has(key(item))) found.set(key(item), item)
  return [...found.values()]
}
