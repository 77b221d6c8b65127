import { describe, expect, it } from 'vitest'
import { evaluate } from '../../src/evaluate/index.ts'
import { secondOpinion } from '../../src/evaluate/second-opinion.ts'
import type { FactValue } from '../../src/model/fact.ts'
import type { Outcome } from '../../src/model/outcome.ts'
import { catalogue, instant, isTrue, leaf, literal, moment, ruleOf, subjectWith } from './samples.ts'

const asOf = instant('2026-03-31T12:00:00Z')
const claim = (rule: ReturnType<typeof ruleOf>, facts: Record<string, FactValue>, outcome: Outcome) =>
  secondOpinion([{ rule, subject: subjectWith(facts), outcome }], asOf, catalogue)

const simple = ruleOf(isTrue('no'), isTrue('yes'))
const pass: Outcome = { kind: 'pass' }
const fail: Outcome = { kind: 'fail' }
const none: Outcome = { kind: 'not-applicable' }

describe('a wrong outcome', () => {
  it.each([
    { name: 'pass for fail', rule: simple, facts: { yes: true, no: false }, ours: pass, theirs: 'fail' },
    { name: 'fail for pass', rule: simple, facts: { yes: true, no: true }, ours: fail, theirs: 'pass' },
    {
      name: 'pass for not-applicable',
      rule: simple,
      facts: { yes: false, no: true },
      ours: pass,
      theirs: 'not-applicable',
    },
    { name: 'not-applicable for pass', rule: simple, facts: { yes: true, no: true }, ours: none, theirs: 'pass' },
    {
      name: 'a decision that an absent fact could undo',
      rule: simple,
      facts: { yes: true },
      ours: pass,
      theirs: 'fail',
    },
    {
      name: 'a decision that hangs on an absent member',
      rule: ruleOf(leaf('palette', 'contains', literal('red'))),
      facts: {},
      ours: pass,
      theirs: 'fail',
    },
    {
      name: 'a decision that hangs on an absent value',
      rule: ruleOf(leaf('colour', 'notEqual', literal('red'))),
      facts: {},
      ours: pass,
      theirs: 'fail',
    },
    {
      name: 'a decision that hangs on an absent date',
      rule: ruleOf(leaf('begun', 'longerAgoThan', literal('P1D'))),
      facts: {},
      ours: fail,
      theirs: 'pass',
    },
    {
      name: 'a decision that hangs on an absent length',
      rule: ruleOf(leaf('kept', 'atMost', literal('P1D'))),
      facts: {},
      ours: pass,
      theirs: 'fail',
    },
    {
      name: 'a date that only began by now',
      rule: ruleOf(leaf('begun', 'before', { kind: 'as-of' })),
      facts: { begun: moment('2026-03-31') },
      ours: pass,
      theirs: 'fail',
    },
    {
      name: 'a literal date that only began by now',
      rule: ruleOf(leaf('asOf', 'after', literal('2026-03-31'))),
      facts: {},
      ours: pass,
      theirs: 'fail',
    },
  ])('$name is noticed', async ({ rule, facts, ours, theirs }) => {
    const [found, ...more] = await claim(rule, facts, ours)
    expect(found).toMatchObject({ rule: rule.id, subject: 'sample', ours: ours.kind, theirs })
    expect(more).toEqual([])
  })
})

describe('many outcomes', () => {
  it('are each compared with the answer for their own subject and rule', async () => {
    const rules = [0, 1, 2].map((limit) =>
      ruleOf(leaf('size', 'lessThan', literal(limit)), undefined, `samples/r${limit}`),
    )
    const subjects = Array.from({ length: 50 }, (_, size) => subjectWith({ size: size % 3 }, `s${size}`))
    const evaluated = evaluate(rules, subjects, asOf)
    expect(await secondOpinion(evaluated, asOf, catalogue)).toEqual([])
    const turned = evaluated.map((one, index) =>
      index === 77 ? { ...one, outcome: one.outcome.kind === 'pass' ? fail : pass } : one,
    )
    const found = await secondOpinion(turned, asOf, catalogue)
    expect(found.map(({ rule, subject }) => [rule, subject])).toEqual([[turned[77]?.rule.id, turned[77]?.subject.id]])
  })

  it('may be told at the same time', async () => {
    const evaluated = evaluate([simple], [subjectWith({ yes: true, no: true })], asOf)
    expect(await Promise.all([1, 2, 3].map(() => secondOpinion(evaluated, asOf, catalogue)))).toEqual([[], [], []])
  })
})

it('unknown is no decision, so there is nothing to compare', async () => {
  expect(await claim(simple, { yes: true }, { kind: 'unknown', missing: ['no'] })).toEqual([])
})
