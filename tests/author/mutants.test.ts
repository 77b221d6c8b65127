import { describe, expect, it } from 'vitest'
import { mutantsOf } from '../../src/author/testing/mutants.ts'
import { nudgedDurations } from '../../src/author/testing/nudged.ts'
import { placeRule } from '../../src/author/testing/placed.ts'
import { compile } from '../../src/evaluate/plan.ts'
import type { Condition } from '../../src/model/condition.ts'
import { addDuration, parseDuration } from '../../src/model/duration.ts'
import { operatorsOf } from '../../src/model/operators.ts'
import { facts, instant, isTrue, leaf, literal, ruleOf } from '../evaluate/samples.ts'

const mutants = (require: Condition, when?: Condition) =>
  mutantsOf(
    placeRule(ruleOf(require, when), () => undefined),
    facts,
  )

/** What a mutant has in the place of a leaf, without the fact. */
const changesOf = (one: Condition): readonly string[] =>
  mutants({ kind: 'all', of: [one] }).map(({ after }) => after.replace(/^\{ fact: \w+, operator: (.*) \}$/, '$1'))

describe('a leaf', () => {
  it.each([
    { of: leaf('yes', 'equal', literal(true)), becomes: ['equal, value: false'] },
    { of: leaf('yes', 'equal', { kind: 'fact', fact: 'no' }), becomes: ['notEqual, value: { fact: no }'] },
    { of: leaf('colour', 'equal', literal('red')), becomes: ['notEqual, value: red', 'equal, value: green'] },
    { of: leaf('colour', 'notEqual', literal('blue')), becomes: ['equal, value: blue', 'notEqual, value: red'] },
    {
      of: leaf('colour', 'in', literal(['red', 'green'])),
      becomes: ['notIn, value: [red, green]', 'in, value: [green]', 'in, value: [red]'],
    },
    { of: leaf('colour', 'notIn', literal(['red'])), becomes: ['in, value: [red]', 'notIn, value: [green]'] },
    {
      of: leaf('palette', 'contains', literal('red')),
      becomes: ['doesNotContain, value: red', 'contains, value: green'],
    },
    {
      of: leaf('size', 'lessThan', literal(3)),
      becomes: [
        'lessThanInclusive, value: 3',
        'greaterThanInclusive, value: 3',
        'lessThan, value: 2',
        'lessThan, value: 4',
      ],
    },
    {
      of: leaf('size', 'greaterThanInclusive', { kind: 'fact', fact: 'limit' }),
      becomes: ['greaterThan, value: { fact: limit }', 'lessThan, value: { fact: limit }'],
    },
    {
      of: leaf('begun', 'before', literal('2026-03-01')),
      becomes: ['after, value: 2026-03-01', 'before, value: 2026-02-28', 'before, value: 2026-03-02'],
    },
    {
      of: leaf('begun', 'after', literal('2026-03-01T12:00:00Z')),
      becomes: [
        'before, value: 2026-03-01T12:00:00Z',
        'after, value: 2026-02-28T12:00:00Z',
        'after, value: 2026-03-02T12:00:00Z',
      ],
    },
    { of: leaf('begun', 'before', { kind: 'as-of' }), becomes: ['after, value: { fact: asOf }'] },
    {
      of: leaf('begun', 'withinLast', literal('P30D')),
      becomes: ['longerAgoThan, value: P30D', 'withinLast, value: P29D', 'withinLast, value: P31D'],
    },
    {
      of: leaf('kept', 'atMost', literal('PT24H')),
      becomes: ['moreThan, value: PT24H', 'atMost, value: PT23H', 'atMost, value: P1DT1H'],
    },
  ])('$of.operator $of.value becomes $becomes', ({ of, becomes }) => {
    expect(changesOf(of)).toEqual(becomes)
  })
})

it('changes the parts of a rule one at a time, in their order, and names the conditions that they stand in', () => {
  const inner: Condition = { kind: 'named', name: 'inner', of: { kind: 'not', of: isTrue('no') } }
  const listed = mutants({ kind: 'any', of: [isTrue('yes'), inner] }, { kind: 'all', of: [isTrue('no')] })
  expect(listed.map(({ change, before, after, within }) => [change, before, after, ...within])).toEqual([
    ['dropped', 'when: all: [{ fact: no, operator: equal, value: true }]', ''],
    ['value', '{ fact: no, operator: equal, value: true }', '{ fact: no, operator: equal, value: false }'],
    [
      'swapped',
      'any: [{ fact: yes, operator: equal, value: true }, { condition: inner }]',
      'all: [{ fact: yes, operator: equal, value: true }, { condition: inner }]',
    ],
    ['value', '{ fact: yes, operator: equal, value: true }', '{ fact: yes, operator: equal, value: false }'],
    ['dropped', '{ fact: yes, operator: equal, value: true }', ''],
    [
      'negation',
      'not: { fact: no, operator: equal, value: true }',
      '{ fact: no, operator: equal, value: true }',
      'inner',
    ],
    ['value', '{ fact: no, operator: equal, value: true }', '{ fact: no, operator: equal, value: false }', 'inner'],
    ['dropped', '{ condition: inner }', ''],
  ])
})

it('makes rules that can be evaluated, with operators that fit', () => {
  const require: Condition = {
    kind: 'all',
    of: [
      leaf('colour', 'in', literal(['red', 'green', 'blue'])),
      leaf('size', 'equal', literal(0)),
      leaf('begun', 'longerAgoThan', literal('P13M')),
      leaf('kept', 'moreThan', literal('P0D')),
    ],
  }
  for (const { rule } of mutants(require)) {
    expect(() => compile([rule])).not.toThrow()
    for (const part of rule.require.kind === 'all' ? rule.require.of : []) {
      if (part.kind !== 'leaf') throw new Error('only leaves were there')
      expect(operatorsOf[facts[part.fact]?.type ?? 'text']).toContain(part.operator)
    }
  }
})

it.each([
  ['P1Y', 'P11M27D', 'P1Y1D'],
  ['P1M', 'P27D', 'P1M1D'],
  ['P13M1D', 'P1Y1M', 'P1Y1M2D'],
  ['P2W', 'P13D', 'P15D'],
  ['PT30M', 'PT29M', 'PT31M'],
  ['PT1H30S', 'PT1H29S', 'PT1H31S'],
])('%s is a little longer than %s, and a little shorter than %s, from every day', (text, shorter, longer) => {
  expect(nudgedDurations(text)).toEqual([shorter, longer])
  const end = (from: number, duration: string): number => addDuration(from, parseDuration(duration) ?? never())
  for (let day = 0; day < 1461; day += 1) {
    const from = instant('2024-01-01') + day * 86_400_000
    expect(end(from, shorter)).toBeLessThan(end(from, text))
    expect(end(from, longer)).toBeGreaterThan(end(from, text))
  }
})

it('has nothing shorter than no time at all', () => {
  expect(nudgedDurations('P0D')).toEqual(['P1D'])
})

function never(): never {
  throw new Error('not a duration')
}
