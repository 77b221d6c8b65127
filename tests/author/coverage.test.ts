/** Masking MC/DC on textbook expressions, whose answers are known, and its third truth. */
import { describe, expect, it } from 'vitest'
import { coverageOf, type Need, shownBy } from '../../src/author/testing/coverage.ts'
import { leafPartsOf, placeRule } from '../../src/author/testing/placed.ts'
import type { Condition } from '../../src/model/condition.ts'
import type { FactValue } from '../../src/model/fact.ts'
import { instant, isTrue, leaf, literal, moment, ruleOf, subjectWith } from '../evaluate/samples.ts'

const all = (...of: Condition[]): Condition => ({ kind: 'all', of })
const any = (...of: Condition[]): Condition => ({ kind: 'any', of })
const not = (of: Condition): Condition => ({ kind: 'not', of })
const named = (name: string, of: Condition): Condition => ({ kind: 'named', name, of })

type Values = Readonly<Record<string, FactValue | undefined>>

const asOf = instant('2026-03-01T12:00:00Z')
const situation = (values: Values) => ({ subject: subjectWith(values), asOf })

/** `a=true` for each leaf that a case shows; a leaf that stands twice is told by its position. */
function shown(require: Condition, values: Values, when?: Condition): readonly string[] {
  const placed = placeRule(ruleOf(require, when), () => undefined)
  const map = shownBy(placed, situation(values))
  const parts = [placed.when, placed.require].flatMap((part) => (part === undefined ? [] : leafPartsOf(part)))
  return parts.flatMap((part) => (map.has(part) ? [`${part.condition.fact}=${map.get(part)}`] : []))
}

/** What no case shows: `b false`. */
function lacking(require: Condition, cases: readonly Values[], when?: Condition): readonly string[] {
  const leaves = coverageOf(
    placeRule(ruleOf(require, when), () => undefined),
    cases.map(situation),
  )
  return leaves.flatMap(({ part, lacks }) => lacks.map((need: Need) => `${part.condition.fact} ${need}`))
}

const [a, b, c] = [isTrue('a'), isTrue('b'), isTrue('c')]

describe('a and (b or c)', () => {
  const expression = all(a, any(b, c))

  it.each([
    { values: { a: true, b: true, c: true }, decides: ['a=true'] },
    { values: { a: true, b: true, c: false }, decides: ['a=true', 'b=true'] },
    { values: { a: true, b: false, c: true }, decides: ['a=true', 'c=true'] },
    { values: { a: true, b: false, c: false }, decides: ['b=false', 'c=false'] },
    { values: { a: false, b: true, c: true }, decides: ['a=false'] },
    { values: { a: false, b: true, c: false }, decides: ['a=false'] },
    { values: { a: false, b: false, c: true }, decides: ['a=false'] },
    { values: { a: false, b: false, c: false }, decides: [] },
  ])('$values shows $decides', ({ values, decides }) => {
    expect(shown(expression, values)).toEqual(decides)
  })

  it('is covered by n + 1 cases, and one for each unknown', () => {
    const four = [
      { a: true, b: true, c: false },
      { a: true, b: false, c: true },
      { a: true, b: false, c: false },
      { a: false, b: true, c: false },
    ]
    expect(lacking(expression, four)).toEqual(['a unknown', 'b unknown', 'c unknown'])
    const unknown = [
      { b: true, c: false },
      { a: true, c: false },
      { a: true, b: false },
    ]
    expect(lacking(expression, [...four, ...unknown])).toEqual([])
    for (const position of four.keys()) {
      expect(lacking(expression, [...four.filter((_, place) => place !== position), ...unknown])).not.toEqual([])
    }
  })
})

it('masks what stands beside a decided part, however deep', () => {
  const expression = any(all(a, not(b)), named('inner', all(c, isTrue('d'))))
  expect(shown(expression, { a: true, b: false, c: true, d: true })).toEqual([])
  expect(shown(expression, { a: true, b: false, c: true, d: false })).toEqual(['a=true', 'b=false'])
  expect(shown(expression, { a: true, b: true, c: true, d: true })).toEqual(['c=true', 'd=true'])
  expect(shown(expression, { a: true, b: true, c: true, d: false })).toEqual(['b=true', 'd=false'])
})

it('lets leaves of one fact change together, as the value does', () => {
  const red = leaf('colour', 'equal', literal('red'))
  const blue = leaf('colour', 'equal', literal('blue'))
  const expression = any(all(red, a), all(blue, b))
  expect(shown(expression, { colour: 'red', a: true, b: true })).toEqual(['colour=true', 'a=true'])
  expect(shown(expression, { colour: 'red', a: false, b: true })).toEqual(['a=false', 'colour=false'])
  // Without the colour, either of the two leaves would have a say once it is stated.
  expect(shown(expression, { a: true, b: true })).toEqual(['colour=unknown', 'colour=unknown'])
  expect(shown(expression, { a: true, b: false })).toEqual(['colour=unknown'])
  expect(shown(expression, { a: true })).toEqual(['colour=unknown'])
})

it('does not count as unknown what would stay open anyway', () => {
  expect(shown(all(a, b), {})).toEqual([])
  expect(shown(all(a, b), { a: true })).toEqual(['b=unknown'])
  expect(shown(all(a, b), { a: false })).toEqual([])
  expect(shown(any(all(a, b), c), { b: true })).toEqual([])
})

it('counts a date that is too vague as unknown', () => {
  const begun = leaf('begun', 'before', { kind: 'as-of' })
  expect(shown(all(begun), { begun: moment('2026-03-01') })).toEqual(['begun=unknown'])
  expect(shown(all(begun), { begun: moment('2026-02-28') })).toEqual(['begun=true'])
})

describe('when', () => {
  it('decides whether the rule applies, whatever is required', () => {
    expect(shown(all(b), { a: true, b: true }, all(a))).toEqual(['a=true', 'b=true'])
    expect(shown(all(b), { a: false, b: true }, all(a))).toEqual(['a=false'])
    expect(shown(all(b), { a: false }, all(a))).toEqual(['a=false'])
  })

  it('is shown unknown where the outcome is', () => {
    expect(shown(all(b), { b: false }, all(a))).toEqual(['a=unknown'])
    expect(shown(all(b), { b: true }, all(a))).toEqual([])
  })

  it('has to be true for what is required to decide', () => {
    expect(shown(all(b), { b: true }, all(a))).toEqual([])
    expect(shown(all(a, b), { b: true }, all(a))).toEqual(['a=unknown', 'a=unknown'])
  })
})

it('asks for a leaf once for each place in which it stands', () => {
  const shared = named('shared', all(a))
  const placed = placeRule(ruleOf(any(all(shared, b), all(shared, c))), () => undefined)
  const leaves = coverageOf(placed, [situation({ a: true, b: true, c: false })])
  expect(leaves.map(({ part, lacks }) => [part.condition.fact, part.within, lacks])).toEqual([
    ['a', ['shared'], ['false', 'unknown']],
    ['b', [], ['false', 'unknown']],
    ['a', ['shared'], ['true', 'false', 'unknown']],
    ['c', [], ['true', 'false', 'unknown']],
  ])
})

it('never asks for an unknown as-of against an instant', () => {
  const from = leaf('asOf', 'before', literal('2026-03-01T00:00:00Z'))
  const day = leaf('asOf', 'before', literal('2026-03-01'))
  expect(lacking(all(from), [])).toEqual(['asOf true', 'asOf false'])
  expect(lacking(all(day), [])).toEqual(['asOf true', 'asOf false', 'asOf unknown'])
})
