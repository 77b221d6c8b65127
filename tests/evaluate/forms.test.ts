import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explainer } from '../../src/evaluate/explain.ts'
import { evaluateWith } from '../../src/evaluate/index.ts'
import { NOT_APPLICABLE, outcomeKinds } from '../../src/evaluate/kleene.ts'
import { compile } from '../../src/evaluate/plan.ts'
import type { Form } from '../../src/evaluate/plan-kind.ts'
import { decide } from '../../src/evaluate/reference.ts'
import type { Moment } from '../../src/model/instant.ts'
import { parseMoment, pointAt } from '../../src/model/moment.ts'
import { anAsOf, cases, someFacts, someRules } from './arbitrary.ts'
import { instant, isTrue, leaf, ruleOf, subjectWith } from './samples.ts'

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
      { ...cases, numRuns: 1500 },
    )
  }, 300_000)

  it('explain every rule as the reference does, and what it lacks, however many subjects were explained before', () => {
    const several = anAsOf.chain((asOf) =>
      fc.record({
        asOf: fc.constant(asOf),
        rules: someRules(asOf, 3),
        subjects: fc.array(someFacts(asOf), { minLength: 1, maxLength: 6 }),
      }),
    )
    fc.assert(
      fc.property(several, ({ asOf, rules, subjects }) => {
        for (const form of forms) {
          const plan = compile(rules, form)
          for (const facts of [...subjects, ...subjects]) {
            const subject = subjectWith(facts)
            const explain = explainer(subject, asOf)
            const { evaluated, explainer: planned } = evaluateWith(plan, [subject], asOf)
            for (const { rule, outcome } of evaluated) expect(outcome).toEqual(decide(rule, subject, asOf))
            for (const rule of rules) expect(planned(subject)(rule)).toEqual(explain(rule))
          }
        }
      }),
      { ...cases, numRuns: 600 },
    )
  }, 300_000)

  it('give the codes alone as they give them with what was decided', () => {
    fc.assert(
      fc.property(situation, ({ asOf, rules, facts }) => {
        const subject = subjectWith(facts)
        for (const form of forms) {
          const plan = compile(rules, form)
          const kind = plan.ofKind(subject.kind)
          if (kind === undefined) throw new Error('no rules for the subject')
          const codes = new Uint8Array(kind.rules.length).fill(NOT_APPLICABLE)
          const { read, decideCodes } = kind.running()
          decideCodes(read(subject.facts, pointAt(asOf)), codes, 0)
          const found = new Map(kind.rules.map((rule, place) => [rule, outcomeKinds[codes[place] as number]]))
          plan.visit(subject, asOf, (rule, outcome) => expect(found.get(rule)).toBe(outcome.kind))
        }
      }),
      { ...cases, numRuns: 600 },
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
    expect(kind?.program.facts).toEqual(['asOf', 'no', 'yes'])
    expect(orders.map((facts) => kind?.running().read(subjectWith(facts).facts, now))).toEqual([
      [now, false, true],
      [now, false, true],
    ])
  })

  it('shares nothing between subjects that differ in what was not decided, or in what is vague', () => {
    const gated = ruleOf(isTrue('yes'), isTrue('no'), 'samples/gated')
    const dated = ruleOf(leaf('on', 'before', { kind: 'fact', fact: 'end' }), undefined, 'samples/dated')
    const day = parseMoment('2026-03-01') as Moment
    const noon = parseMoment('2026-03-01T12:00:00Z') as Moment
    const subjects = [
      { no: false, yes: true },
      { no: false, yes: false },
      { no: false },
      { on: day, end: noon },
      { on: noon, end: day },
      { on: day },
      { end: day },
    ].map((facts) => subjectWith(facts))
    for (const form of forms) {
      const plan = compile([gated, dated], form)
      for (const subject of [...subjects, ...subjects]) {
        const { evaluated, explainer: planned } = evaluateWith(plan, [subject], asOf)
        for (const { rule, outcome } of evaluated) expect(outcome).toEqual(decide(rule, subject, asOf))
        for (const rule of [gated, dated]) expect(planned(subject)(rule)).toEqual(explainer(subject, asOf)(rule))
      }
    }
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
