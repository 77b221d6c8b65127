import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Operation, TooLarge } from '../../src/author/reason/diagram.ts'
import { truthNode } from '../../src/author/reason/kleene.ts'
import { type Scope, scopeOf } from '../../src/author/reason/scope.ts'
import { compareOutcomes, leavesOfRule, sameOutcome } from '../../src/author/reason.ts'
import { decide, truth } from '../../src/evaluate/reference.ts'
import type { Condition, Leaf } from '../../src/model/condition.ts'
import { changedRule, type Rule } from '../../src/model/rule.ts'
import { anAsOf, someFacts, someRules } from '../evaluate/arbitrary.ts'
import { catalogue, facts as definitions, isTrue, leaf, literal, ruleOf, subjectWith } from '../evaluate/samples.ts'

const situation = anAsOf.chain((asOf) =>
  fc.record({
    asOf: fc.constant(asOf),
    rules: someRules(asOf, 1),
    others: someRules(asOf, 1),
    facts: fc.array(someFacts(asOf), { minLength: 1, maxLength: 8 }),
    pick: fc.nat(),
  }),
)

const runs = { numRuns: 200 }

const equals =
  (wanted: number): Operation =>
  (sofar, value) =>
    sofar === 1 && value === wanted ? 1 : 0
const wantedTruth = [equals(0), equals(1), equals(2)]

describe('exact reasoning over random rules', () => {
  it('finds every way in which leaves come out together, and none that does not exist', () => {
    let decided = 0
    fc.assert(
      fc.property(situation, ({ asOf, rules: [rule], facts }) => {
        if (rule === undefined) return
        const leaves = leavesOfRule(rule)
        const scope = scopeFor(leaves)
        if (scope === undefined) return
        for (const values of facts) {
          const subject = subjectWith(values)
          const truths = leaves.map((leaf) => truth(leaf, subject, asOf))
          const node = leaves.reduce((sofar, leaf, index) => {
            const wanted = wantedTruth[truthNode(truths[index])] as Operation
            return scope.diagrams.combine(wanted, sofar, scope.truth(leaf))
          }, 1)
          const found = scope.diagrams.find(node, (value) => value === 1)
          if (scope.isComplete(...leaves.map((leaf) => scope.truth(leaf)))) {
            decided += 1
            expect(found).toBeDefined()
          }
          if (found === undefined) continue
          const example = scope.exampleOf(found)
          const subjectFound = subjectWith(example.facts)
          expect(leaves.map((leaf) => truth(leaf, subjectFound, example.asOf))).toEqual(truths)
        }
      }),
      runs,
    )
    expect(decided).toBeGreaterThan(runs.numRuns * 2)
  })

  it('tells rules apart by facts that do so, and says that rules are the same only if they are', () => {
    const said: Record<string, number> = {}
    fc.assert(
      fc.property(situation, ({ asOf, rules: [rule], others: [other], facts, pick }) => {
        if (rule === undefined || other === undefined) return
        for (const variant of [other, ...variantsOf(rule, pick)]) {
          const result = compareOutcomes(rule, variant, catalogue)
          said[result.kind] = (said[result.kind] ?? 0) + 1
          if (result.kind === 'differs' && result.example !== undefined) {
            const { example } = result
            const subject = subjectWith(example.facts)
            expect(decide(rule, subject, example.asOf).kind).not.toBe(decide(variant, subject, example.asOf).kind)
          }
          for (const values of result.kind === 'same' ? facts : []) {
            const subject = subjectWith(values)
            expect(decide(rule, subject, asOf).kind).toBe(decide(variant, subject, asOf).kind)
          }
        }
      }),
      runs,
    )
    expect(said.same).toBeGreaterThan(runs.numRuns)
    expect(said.differs).toBeGreaterThan(runs.numRuns)
    expect(said['too-large'] ?? 0).toBeLessThan(runs.numRuns / 2)
  })
})

/** Ways of writing a rule that change nothing, and ways that may. */
function variantsOf(rule: Rule, pick: number): readonly Rule[] {
  const { require } = rule
  const negated: Condition = { kind: 'not', of: { kind: 'not', of: require } }
  const repeated: Condition = { kind: 'all', of: [require, { kind: 'any', of: [require] }] }
  const leaves = leavesOfRule(rule)
  const leaf = leaves[pick % leaves.length] as Leaf
  const absorbed: Condition = { kind: 'any', of: [require, { kind: 'all', of: [require, leaf] }] }
  const narrowed: Condition = { kind: 'all', of: [require, leaf] }
  return [negated, repeated, absorbed, narrowed].map((condition) => changedRule(rule, { require: condition }))
}

function scopeFor(leaves: readonly Leaf[]): Scope | undefined {
  try {
    const scope = scopeOf(leaves, definitions)
    for (const leaf of leaves) scope.truth(leaf)
    return scope
  } catch (error) {
    if (error instanceof TooLarge) return undefined
    throw error
  }
}

describe('whether two rules are the same', () => {
  const asOf = { kind: 'as-of' } as const
  const not = (of: Condition): Condition => ({ kind: 'not', of })
  const all = (...of: Condition[]): Condition => ({ kind: 'all', of })
  const any = (...of: Condition[]): Condition => ({ kind: 'any', of })
  const size = (operator: 'lessThan' | 'lessThanInclusive' | 'greaterThan' | 'greaterThanInclusive', limit: number) =>
    leaf('size', operator, literal(limit))
  const begun = (operator: 'withinLast' | 'longerAgoThan', period: string) => leaf('begun', operator, literal(period))
  const isRed = leaf('colour', 'equal', literal('red'))

  it.each<[name: string, one: Condition, other: Condition, expected: string]>([
    [
      'a list and its rest',
      leaf('colour', 'in', literal(['red', 'blue'])),
      leaf('colour', 'notEqual', literal('green')),
      'same',
    ],
    ['a shorter list', leaf('colour', 'in', literal(['red', 'blue'])), isRed, 'differs'],
    ['De Morgan', not(all(isTrue('yes'), isRed)), any(not(isTrue('yes')), not(isRed)), 'same'],
    ['all for any', all(isTrue('yes'), isRed), any(isTrue('yes'), isRed), 'differs'],
    [
      'a member that is there or not',
      any(leaf('palette', 'contains', literal('red')), leaf('palette', 'doesNotContain', literal('red'))),
      isTrue('yes'),
      'differs',
    ],
    [
      'another bound of a number that need not be whole',
      size('greaterThan', 1),
      size('greaterThanInclusive', 2),
      'differs',
    ],
    ['a bound and its contrary', size('greaterThan', 1), not(size('lessThanInclusive', 1)), 'same'],
    ['a contradiction of absence', all(isRed, not(isRed)), all(isTrue('yes'), not(isTrue('yes'))), 'differs'],
    ['a year and twelve months', begun('withinLast', 'P1Y'), begun('withinLast', 'P12M'), 'same'],
    ['a year and its days', begun('withinLast', 'P1Y'), begun('withinLast', 'P365D'), 'differs'],
    ['a year and the days of a leap year', begun('longerAgoThan', 'P1Y'), begun('longerAgoThan', 'P366D'), 'differs'],
    ['a day and its hours', begun('withinLast', 'P1D'), begun('withinLast', 'PT24H'), 'differs'],
    ['after and not before', leaf('begun', 'after', asOf), not(leaf('begun', 'before', asOf)), 'differs'],
    [
      'after, from either side',
      leaf('begun', 'after', { kind: 'fact', fact: 'ended' }),
      leaf('ended', 'before', { kind: 'fact', fact: 'begun' }),
      'same',
    ],
    [
      'one day between two',
      all(leaf('begun', 'after', literal('2026-03-01')), leaf('begun', 'before', literal('2026-03-02'))),
      all(leaf('begun', 'after', literal('2026-03-05')), leaf('begun', 'before', literal('2026-03-06'))),
      'differs',
    ],
    ['lengths', leaf('kept', 'atMost', literal('P1Y')), not(leaf('kept', 'moreThan', literal('P12M'))), 'same'],
    ['other lengths', leaf('kept', 'atMost', literal('P13M')), leaf('kept', 'atMost', literal('P12M')), 'differs'],
    [
      'what takes the calendar to tell',
      all(
        leaf('begun', 'before', literal('2026-01-01')),
        begun('withinLast', 'P1Y'),
        leaf('asOf', 'after', literal('2027-06-01')),
        isRed,
      ),
      all(
        leaf('begun', 'before', literal('2026-01-01')),
        begun('withinLast', 'P1Y'),
        leaf('asOf', 'after', literal('2027-06-01')),
        isRed,
        isRed,
        any(isRed, begun('withinLast', 'P1Y')),
      ),
      'too-large',
    ],
  ])('%s', (_, one, other, expected) => {
    expect(sameOutcome(ruleOf(one), ruleOf(other), catalogue)).toBe(expected)
  })

  it('of a count, more than one is at least two', () => {
    const account = (require: Condition): Rule => changedRule(ruleOf(require), { subject: 'account' })
    const [more, least] = [
      leaf('holderCount', 'greaterThan', literal(1)),
      leaf('holderCount', 'greaterThanInclusive', literal(2)),
    ]
    expect(sameOutcome(account(more), account(least))).toBe('same')
  })

  it('of different kinds of subjects they never are', () => {
    const rule = ruleOf(isTrue('yes'))
    expect(sameOutcome(rule, changedRule(rule, { subject: 'account' }), catalogue)).toBe('differs')
  })

  it('a requirement that `when` makes sure of is not the same as none: silence makes a difference', () => {
    expect(sameOutcome(ruleOf(isRed, isTrue('yes')), ruleOf(all(isRed, isTrue('yes')), isTrue('yes')), catalogue)).toBe(
      'differs',
    )
  })
})
