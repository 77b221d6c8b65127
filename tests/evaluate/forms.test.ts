import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explainer } from '../../src/evaluate/explain.ts'
import { evaluateWith } from '../../src/evaluate/index.ts'
import { compile } from '../../src/evaluate/plan.ts'
import type { Form } from '../../src/evaluate/plan-kind.ts'
import { decide } from '../../src/evaluate/reference.ts'
import { pointAt } from '../../src/model/moment.ts'
import { anAsOf, cases, someFacts, someRules } from './arbitrary.ts'
import { instant, isTrue, ruleOf, subjectWith } from './samples.ts'

const forms: readonly Form[] = ['closures', 'generated']
const situation = anAsOf.chain((asOf) =>
  fc.record({ asOf: fc.constant(asOf), rules: someRules(asOf, 3), facts: someFacts(asOf) }),
)

describe('both forms of a plan', () => {
  it('say what the reference says, of all rules at once and of each', () => {
    fc.assert(
      fc.property(situation, ({ asOf, rules, facts }) => {
        const subject = subjectWith(facts)
        const expected = rules.map((rule) => decide(rule, subject, asOf))
        for (const form of forms) {
          const plan = compile(rules, form)
          const found: unknown[] = []
          plan.visit(subject, asOf, (_, outcome) => found.push(outcome))
          expect(found).toEqual(expected)
          expect(rules.map((rule) => plan.outcome(rule, subject, asOf))).toEqual(expected)
        }
      }),
      cases,
    )
  }, 300_000)

  it('explain every rule as the reference does', () => {
    fc.assert(
      fc.property(situation, ({ asOf, rules, facts }) => {
        const subject = subjectWith(facts)
        const explain = explainer(subject, asOf)
        for (const form of forms) {
          const evaluation = evaluateWith(compile(rules, form), [subject], asOf)
          for (const rule of rules) expect(evaluation.explainer(subject)(rule)).toEqual(explain(rule))
        }
      }),
      cases,
    )
  }, 300_000)
})

describe('a plan', () => {
  const asOf = instant('2026-03-31T12:00:00Z')
  const rules = ['b', 'a'].map((name) => ruleOf(isTrue('yes'), isTrue('no'), `samples/${name}`))

  it('decides the same before and after it turned into code', () => {
    const plan = compile(rules)
    const subjects = [{ yes: true, no: true }, { yes: false, no: true }, { no: true }, { no: false }, {}].map((facts) =>
      subjectWith(facts),
    )
    for (let times = 0; times < 500; times++) {
      for (const subject of subjects) {
        plan.visit(subject, asOf, (rule, outcome) => {
          if (JSON.stringify(outcome) !== JSON.stringify(decide(rule, subject, asOf))) expect(outcome).toBe(times)
        })
      }
    }
  })

  it('reads facts in the order of its rows, whatever the order in which they are stated', () => {
    const kind = compile(rules).ofKind('disclosure')
    const now = pointAt(asOf)
    const orders = [
      { yes: true, no: false },
      { no: false, name: 'x', yes: true },
    ]
    expect(kind?.facts).toEqual(['asOf', 'no', 'yes'])
    expect(orders.map((facts) => kind?.read(subjectWith(facts).facts, now))).toEqual([
      [now, false, true],
      [now, false, true],
    ])
  })

  it('refuses what it does not know', () => {
    const plan = compile(rules)
    const stranger = ruleOf(isTrue('yes'))
    expect(() => plan.outcome(stranger, subjectWith({}), asOf)).toThrow('not part of this plan')
    const subject = subjectWith({})
    expect(() => evaluateWith(plan, [], asOf).explainer(subject)).toThrow('no rule was asked')
    expect(() => evaluateWith(plan, [subject], asOf).explainer(subject)(stranger)).toThrow('not part of this plan')
  })
})
