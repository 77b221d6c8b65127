import { describe, expect, it } from 'vitest'
import { evaluate, explain } from '../../src/evaluate/index.ts'
import { decide } from '../../src/evaluate/reference.ts'
import type { Condition } from '../../src/model/condition.ts'
import { instant, isTrue, leaf, literal, moment, ruleOf, span, subjectWith } from './samples.ts'

const asOf = instant('2026-03-31T12:00:00Z')
const [y, n, u] = [true, false, undefined]
const rule = ruleOf(isTrue('no'), isTrue('yes'))

describe('the verdict of when and require', () => {
  it.each([
    { when: y, require: y, expected: { kind: 'pass' } },
    { when: y, require: n, expected: { kind: 'fail' } },
    { when: y, require: u, expected: { kind: 'unknown', missing: ['no'] } },
    { when: n, require: y, expected: { kind: 'not-applicable' } },
    { when: n, require: n, expected: { kind: 'not-applicable' } },
    { when: n, require: u, expected: { kind: 'not-applicable' } },
    { when: u, require: y, expected: { kind: 'pass' } },
    { when: u, require: n, expected: { kind: 'unknown', missing: ['yes'] } },
    { when: u, require: u, expected: { kind: 'unknown', missing: ['no', 'yes'] } },
  ])('$when and $require: $expected.kind', ({ when, require, expected }) => {
    const subject = subjectWith({ yes: when, no: require })
    expect(evaluate([rule], [subject], asOf)).toEqual([{ rule, subject, outcome: expected }])
    expect(decide(rule, subject, asOf)).toEqual(expected)
  })

  it('is that of require where there is no when', () => {
    const always = ruleOf(isTrue('no'))
    const kinds = [y, n, u].map((no) => decide(always, subjectWith({ no }), asOf).kind)
    expect(kinds).toEqual(['pass', 'fail', 'unknown'])
  })
})

const all = (...of: Condition[]): Condition => ({ kind: 'all', of })
const any = (...of: Condition[]): Condition => ({ kind: 'any', of })
const not = (of: Condition): Condition => ({ kind: 'not', of })

describe('what is missing', () => {
  const size = leaf('size', 'lessThan', literal(3))
  const begun = leaf('begun', 'before', { kind: 'as-of' })
  it.each([
    {
      name: 'each name once, sorted',
      condition: all(size, isTrue('yes'), isTrue('no'), isTrue('yes')),
      facts: {},
      missing: ['no', 'size', 'yes'],
    },
    {
      name: 'not below a part that is decided',
      condition: all(any(isTrue('yes'), size), isTrue('no')),
      facts: { size: 1 },
      missing: ['no'],
    },
    { name: 'below a negation', condition: not(isTrue('yes')), facts: {}, missing: ['yes'] },
    {
      name: 'below a name',
      condition: { kind: 'named', name: 'n', of: isTrue('yes') } as const,
      facts: {},
      missing: ['yes'],
    },
    {
      name: 'the other fact',
      condition: leaf('size', 'equal', { kind: 'fact', fact: 'limit' }),
      facts: { size: 1 },
      missing: ['limit'],
    },
    {
      name: 'both facts',
      condition: leaf('size', 'equal', { kind: 'fact', fact: 'limit' }),
      facts: {},
      missing: ['limit', 'size'],
    },
    {
      name: 'a date that may lie on either side',
      condition: begun,
      facts: { begun: moment('2026-03-31') },
      missing: ['begun'],
    },
    {
      name: 'only the vague one of two',
      condition: leaf('begun', 'before', { kind: 'fact', fact: 'ended' }),
      facts: { begun: moment('2026-03-31T10:00:00Z'), ended: moment('2026-03-31') },
      missing: ['ended'],
    },
    {
      name: 'the fact, where the literal is vague',
      condition: leaf('asOf', 'before', literal('2026-03-31')),
      facts: {},
      missing: ['asOf'],
    },
    {
      name: 'a length that depends on the month',
      condition: leaf('kept', 'atMost', literal('P30D')),
      facts: { kept: span('P1M') },
      missing: ['kept'],
    },
  ])('$name', ({ condition, facts, missing }) => {
    const subject = subjectWith(facts)
    const [evaluated] = evaluate([ruleOf(condition)], [subject], asOf)
    expect(evaluated?.outcome).toEqual({ kind: 'unknown', missing })
    expect(decide(ruleOf(condition), subject, asOf)).toEqual({ kind: 'unknown', missing })
  })
})

describe('evaluate', () => {
  it('orders by rule, then by subject, whatever the order of its inputs', () => {
    const rules = ['samples/b', 'samples/a'].map((id) => ruleOf(isTrue('yes'), undefined, id))
    const subjects = ['2', '10', '1'].map((id) => subjectWith({}, id))
    const found = evaluate(rules, subjects, asOf).map(({ rule, subject }) => `${rule.id} ${subject.id}`)
    expect(found).toEqual(['samples/a 1', 'samples/a 10', 'samples/a 2', 'samples/b 1', 'samples/b 10', 'samples/b 2'])
  })

  it('asks a rule about subjects of its own kind only', () => {
    expect(evaluate([rule], [{ ...subjectWith({}), kind: 'party' }], asOf)).toEqual([])
  })

  it('changes nothing that it is given', () => {
    const rules = Object.freeze([ruleOf(isTrue('yes'), undefined, 'samples/b'), ruleOf(isTrue('yes'))])
    expect(evaluate(rules, Object.freeze([subjectWith({}, 'b'), subjectWith({}, 'a')]), asOf)).toHaveLength(4)
  })
})

describe('explain', () => {
  it('gives every part with its truth, down to fact, operator and value', () => {
    const other = leaf('size', 'lessThan', { kind: 'fact', fact: 'limit' })
    const begun = leaf('begun', 'before', { kind: 'as-of' })
    const condition = all({ kind: 'named', name: 'small', of: other }, not(begun))
    const subject = subjectWith({ size: 1, limit: 2, begun: moment('2026-03-31') })
    expect(explain(ruleOf(condition), subject, asOf)).toEqual({
      require: {
        kind: 'all',
        truth: undefined,
        of: [
          {
            kind: 'named',
            name: 'small',
            truth: true,
            of: [{ kind: 'leaf', truth: true, fact: 'size', operator: 'lessThan', value: 'limit' }],
          },
          {
            kind: 'not',
            truth: undefined,
            of: [{ kind: 'leaf', truth: undefined, fact: 'begun', operator: 'before', value: 'as-of' }],
          },
        ],
      },
    })
  })
})
