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

/** A way in which all leaves of a group can come out together, with values that make them come out like that. */
export type Cell = {
  /** In the order of the group's leaves. */
  readonly truths: readonly Truth[]
  /** No fact of the group is absent. */
  readonly stated: boolean
  readonly facts: Readonly<Record<string, FactValue>>
  /** What else tells it apart. */
  readonly mark: string
}

/** Values to try for one fact, beside its absence. */
export type Candidates = ReadonlyMap<string, readonly FactValue[]>

/** Combinations of values that are tried at most. */
const limit = 250_000

/**
 * Every way in which the leaves of a group come out together, over all combinations of the candidates and of absence.
 * Exact where the candidates hold a representative of everything that the leaves can tell apart.
 *
 * @param markOf what else is to be told apart in the value of a fact
 *
 * Errors: throws TooLarge where there are too many combinations.
 */
export function cellsOf(
  { facts, leaves }: Group,
  candidates: Candidates,
  asOf: Instant,
  markOf: (fact: string, value: FactValue | undefined) => string = () => '',
): readonly Cell[] {
  const own = leaves.map((leaf) => (isBetweenFacts(leaf) ? undefined : testOf(leaf, asOf)))
  const between = leaves.flatMap((leaf) => (isBetweenFacts(leaf) ? [positionsOf(leaf, facts)] : []))
  const rows = facts.map((fact) => {
    const values = [...(candidates.get(fact) ?? []), undefined]
    return rowsOf(values, (value) => ({
      truths: leaves.map((leaf, index) => (isOnly(leaf, fact) ? own[index]?.(value) : undefined)),
      mark: markOf(fact, value),
    }))
  })
  // What no leaf compares with another fact needs to be tried once for each way in which its own leaves come out.
  const tried = between.length === 0 ? rows.map((ofFact) => distinct(ofFact, ({ kind }) => kind)) : rows
  const count = tried.reduce((product, { length }) => product * length, 1)
  if (count > limit) throw new TooLarge(`${count} combinations of ${facts.join(', ')}`)
  const found = new Map<number, Cell>()
  const chosen: Row[] = []
  const visit = (position: number, key: number): void => {
    const ofFact = tried[position]
    if (ofFact !== undefined) {
      for (const row of ofFact) {
        chosen[position] = row
        visit(position + 1, key * ofFact.length + row.kind)
      }
      return
    }
    const truths = between.map(({ test, left, right }): Truth => {
      const [one, other] = [chosen[left]?.value, chosen[right]?.value]
      return one === undefined || other === undefined ? undefined : test(one, other, asOf)
    })
    const whole = truths.reduce<number>((sofar, truth) => sofar * 3 + truthDigit(truth), key)
    if (whole > Number.MAX_SAFE_INTEGER) throw new TooLarge(`too many leaves over ${facts.join(', ')}`)
    if (!found.has(whole)) found.set(whole, cellOf(facts, leaves, chosen, truths))
  }
  visit(0, 0)
  return [...found.values()]
}

type Row = {
  readonly value: FactValue | undefined
  readonly truths: readonly Truth[]
  readonly mark: string
  /** The same where absence, own leaves and mark are. */
  readonly kind: number
}

function rowsOf(
  values: readonly (FactValue | undefined)[],
  look: (value: FactValue | undefined) => Pick<Row, 'truths' | 'mark'>,
): readonly Row[] {
  const kinds = new Map<string, number>()
  return values.map((value) => {
    const { truths, mark } = look(value)
    const key = `${signature(value !== undefined, truths)} ${mark}`
    const kind = kinds.get(key) ?? kinds.size
    kinds.set(key, kind)
    return { value, truths, mark, kind }
  })
}

/** What is chosen for each fact, put together. */
function cellOf(
  facts: readonly string[],
  leaves: readonly Leaf[],
  chosen: readonly Row[],
  between: readonly Truth[],
): Cell {
  const ofPairs = between.values()
  const truths = leaves.map((leaf, index): Truth => {
    if (isBetweenFacts(leaf)) return ofPairs.next().value
    return chosen[facts.findIndex((fact) => isOnly(leaf, fact))]?.truths[index]
  })
  const values = facts.map((fact, position) => [fact, chosen[position]?.value] as const)
  return {
    truths,
    stated: values.every(([, value]) => value !== undefined),
    facts: Object.fromEntries(values.filter((entry): entry is [string, FactValue] => entry[1] !== undefined)),
    mark: chosen.map(({ mark }) => mark).join('|'),
  }
}

const isBetweenFacts = ({ fact, value }: Leaf): boolean => value.kind === 'fact' && fact !== asOfFact

/** Whether a leaf is about one fact alone, with a literal or as-of. */
const isOnly = ({ fact, value }: Leaf, name: string): boolean =>
  fact === name || (fact === asOfFact && value.kind === 'fact' && value.fact === name)

function positionsOf({ fact, operator, value }: Leaf, facts: readonly string[]) {
  const other = value.kind === 'fact' ? value.fact : ''
  return { test: compare[operator], left: facts.indexOf(fact), right: facts.indexOf(other) }
}

const truthDigit = (truth: Truth): number => (truth === undefined ? 2 : truth ? 1 : 0)

/** What tells cells apart. */
export const signature = (stated: boolean, truths: readonly Truth[]): string => `${stated} ${truths.join()}`

/** A leaf about one fact, as the evaluator decides it. */
function testOf({ fact, operator, value }: Leaf, asOf: Instant): (value: FactValue | undefined) => Truth {
  const test = compare[operator]
  const now = pointAt(asOf)
  if (fact === asOfFact && value.kind === 'fact') return (one) => (one === undefined ? undefined : test(now, one, asOf))
  const right: Right = value.kind === 'literal' ? readLiteral(operator, value.value) : now
  return (one) => (one === undefined ? undefined : test(one, right, asOf))
}

/** How a leaf over as-of alone comes out. */
export const truthAt = (leaf: Leaf, asOf: Instant): Truth => testOf(leaf, asOf)(pointAt(asOf))

/** What a leaf says, in one spelling. */
export const keyOf = ({ fact, operator, value }: Leaf): string => JSON.stringify([fact, operator, value])

/** Unique, in order of their first appearance. */
export function distinct<T>(items: readonly T[], key: (item: T) => unknown): readonly T[] {
  const found = new Map<unknown, T>()
  for (const item of items) if (!found.has(key(item))) found.set(key(item), item)
  return [...found.values()]
}
