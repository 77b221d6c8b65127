import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate, explain, nextChange } from '../../src/evaluate/index.ts'
import { decide } from '../../src/evaluate/reference.ts'
import { secondOpinion } from '../../src/evaluate/second-opinion.ts'
import type { Explanation, Outcome, Truth } from '../../src/model/outcome.ts'
import { allFacts, anAsOf, cases, someFacts, someRules } from './arbitrary.ts'
import { catalogue, subjectWith } from './samples.ts'

const situation = (rules: number) =>
  anAsOf.chain((asOf) => fc.record({ asOf: fc.constant(asOf), rules: someRules(asOf, rules), facts: someFacts(asOf) }))

/** What an outcome may become when more is stated. */
const mayBecome: Readonly<Record<Outcome['kind'], readonly Outcome['kind'][]>> = {
  pass: ['pass', 'not-applicable'],
  fail: ['fail'],
  'not-applicable': ['not-applicable'],
  unknown: ['pass', 'fail', 'unknown', 'not-applicable'],
}

describe('evaluating random rules over random facts', () => {
  it('is what the reference says', () => {
    fc.assert(
      fc.property(situation(3), ({ asOf, rules, facts }) => {
        const subject = subjectWith(facts)
        const expected = rules.map((rule) => ({ rule, subject, outcome: decide(rule, subject, asOf) }))
        expect(evaluate(rules, [subject], asOf)).toEqual(expected)
      }),
      cases,
    )
  })

  it('is what json-rules-engine says, wherever it is decided', async () => {
    await fc.assert(
      fc.asyncProperty(situation(1), async ({ asOf, rules, facts }) => {
        const evaluated = evaluate(rules, [subjectWith(facts)], asOf)
        expect(await secondOpinion(evaluated, asOf, catalogue)).toEqual([])
      }),
      cases,
    )
  })

  it('never turns a pass into a fail, a fail into a pass or a not-applicable into a fail when more is stated', () => {
    const filled = situation(1).chain((one) => allFacts(one.asOf).map((more) => ({ ...one, more })))
    fc.assert(
      fc.property(filled, fc.nat(), ({ asOf, rules, facts, more }, pick) => {
        const [rule] = rules
        if (rule === undefined) return
        const absent = Object.keys(more).filter((name) => !(name in facts))
        const one = absent[pick % Math.max(1, absent.length)]
        const before = decide(rule, subjectWith(facts), asOf).kind
        const withOne = one === undefined ? facts : { ...facts, [one]: more[one] }
        expect(mayBecome[before]).toContain(decide(rule, subjectWith(withOne), asOf).kind)
        expect(mayBecome[before]).toContain(decide(rule, subjectWith({ ...more, ...facts }), asOf).kind)
      }),
      cases,
    )
  })

  it('names as missing only what is absent or vague, and something whenever it is unknown', () => {
    fc.assert(
      fc.property(situation(1), ({ asOf, rules, facts }) => {
        for (const { outcome } of evaluate(rules, [subjectWith(facts)], asOf)) {
          if (outcome.kind !== 'unknown') continue
          expect(outcome.missing.length).toBeGreaterThan(0)
          for (const name of outcome.missing) {
            const value = facts[name]
            const dateOrLength = name === 'asOf' || typeof value === 'object'
            expect(value === undefined || dateOrLength).toBe(true)
          }
        }
      }),
      cases,
    )
  })

  it('is explained by its parts', () => {
    fc.assert(
      fc.property(situation(1), ({ asOf, rules, facts }) => {
        const subject = subjectWith(facts)
        for (const rule of rules) {
          const { when, require } = explain(rule, subject, asOf)
          for (const root of [when, require]) if (root !== undefined) expectExplained(root)
          expect(verdict(when === undefined ? true : when.truth, require.truth)).toBe(decide(rule, subject, asOf).kind)
        }
      }),
      cases,
    )
  })

  it('holds until the next change, and not after it', () => {
    fc.assert(
      fc.property(
        situation(2),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 }),
        (one, portions) => {
          const { asOf, rules, facts } = one
          const subject = subjectWith(facts)
          const kindsAt = (instant: number) => rules.map((rule) => decide(rule, subject, instant).kind)
          const next = nextChange(rules, [subject], asOf)
          const horizon = (next ?? asOf + 3 * 366 * 86_400_000) - 1
          for (const portion of [...portions, 1]) {
            expect(kindsAt(Math.floor(asOf + (horizon - asOf) * portion))).toEqual(kindsAt(asOf))
          }
          if (next !== undefined) expect(kindsAt(next)).not.toEqual(kindsAt(asOf))
        },
      ),
      cases,
    )
  })
})

function expectExplained({ kind, truth, of = [] }: Explanation): void {
  for (const part of of) expectExplained(part)
  const parts = of.map((part) => part.truth)
  if (kind === 'all') expect(truth).toBe(parts.includes(false) ? false : parts.every((part) => part) ? true : undefined)
  if (kind === 'any')
    expect(truth).toBe(parts.includes(true) ? true : parts.every((part) => part === false) ? false : undefined)
  if (kind === 'not') expect(truth).toBe(parts[0] === undefined ? undefined : !parts[0])
  if (kind === 'named') expect(truth).toBe(parts[0])
}

function verdict(when: Truth, required: Truth): Outcome['kind'] {
  if (when === false) return 'not-applicable'
  if (required === true) return 'pass'
  return when === true && required === false ? 'fail' : 'unknown'
}
