import { describe, expect, it } from 'vitest'
import { nextChange } from '../../src/evaluate/index.ts'
import { nextChangeOf } from '../../src/evaluate/next-change.ts'
import { compile } from '../../src/evaluate/plan.ts'
import { endOfDay } from '../../src/model/moment.ts'
import { instant, isTrue, leaf, literal, moment, ruleOf, subjectWith } from './samples.ts'

const asOf = instant('2026-03-31T12:00:00Z')
const now = { kind: 'as-of' } as const

describe('the next change', () => {
  it.each([
    {
      name: 'is when a period ends',
      condition: leaf('begun', 'withinLast', literal('P1Y')),
      begun: moment('2026-01-15'),
      next: '2027-01-16T00:00:00Z',
    },
    {
      name: 'is one millisecond after an hour is over',
      condition: leaf('begun', 'withinLast', literal('PT24H')),
      begun: moment('2026-03-31T11:00:00Z'),
      next: '2026-04-01T11:00:00.001Z',
    },
    {
      name: 'is when a day begins, for what is still to come',
      condition: leaf('begun', 'withinLast', literal('P1Y')),
      begun: moment('2026-05-01'),
      next: '2026-05-01T00:00:00Z',
    },
    {
      name: 'is after the last day of a validity',
      condition: { kind: 'not', of: leaf('begun', 'before', now) } as const,
      begun: endOfDay('2031-12-27'),
      next: '2031-12-28T00:00:00Z',
    },
    {
      name: 'is when a literal date begins',
      condition: leaf('asOf', 'before', literal('2026-08-02')),
      begun: undefined,
      next: '2026-08-02T00:00:00Z',
    },
    {
      name: 'is when a day ends that may still bring it',
      condition: leaf('begun', 'before', now),
      begun: moment('2026-03-31'),
      next: '2026-04-01T00:00:00Z',
    },
    {
      name: 'passes over a limit that decides nothing',
      condition: { kind: 'any', of: [isTrue('yes'), leaf('begun', 'after', now)] } as const,
      begun: moment('2026-05-01'),
      next: undefined,
    },
    {
      name: 'never comes for what is past',
      condition: leaf('begun', 'before', now),
      begun: moment('2026-03-01'),
      next: undefined,
    },
    {
      name: 'never comes for two dates',
      condition: leaf('begun', 'before', literal('2027-01-01')),
      begun: moment('2026-05-01'),
      next: undefined,
    },
    {
      name: 'never comes for an absent date',
      condition: leaf('begun', 'withinLast', literal('P1Y')),
      begun: undefined,
      next: undefined,
    },
  ])('$name', ({ condition, begun, next }) => {
    const found = nextChange([ruleOf(condition)], [subjectWith({ yes: true, begun })], asOf)
    expect(found).toBe(next === undefined ? undefined : instant(next))
  })

  it.each(['closures', 'generated'] as const)('is when a rule begins to apply, decided by %s', (form) => {
    const gate = { kind: 'not', of: leaf('begun', 'after', now) } as const
    const rules = [ruleOf(isTrue('yes'), gate), ruleOf(isTrue('yes'), gate, 'samples/another')]
    const subjects = [subjectWith({ yes: true, begun: moment('2026-05-01') })]
    expect(nextChangeOf(compile(rules, form), subjects, asOf)).toBe(instant('2026-05-01T00:00:00Z'))
  })

  it('is the earliest over all rules and subjects', () => {
    const rules = ['P1Y', 'P6M'].map((period) =>
      ruleOf(leaf('begun', 'withinLast', literal(period)), undefined, `samples/${period}`),
    )
    const subjects = ['2026-01-10', '2026-01-05'].map((date) => subjectWith({ begun: moment(date) }, date))
    expect(nextChange(rules, subjects, asOf)).toBe(instant('2026-07-06T00:00:00Z'))
    expect(nextChange([...rules].reverse(), [...subjects].reverse(), asOf)).toBe(instant('2026-07-06T00:00:00Z'))
  })
})
