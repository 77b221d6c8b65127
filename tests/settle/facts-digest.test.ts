import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explain } from '../../src/evaluate/index.ts'
import { decide } from '../../src/evaluate/reference.ts'
import { readShipped } from '../../src/io/shipped.ts'
import { loadLibrary } from '../../src/load/workspace.ts'
import type { FactValue } from '../../src/model/fact.ts'
import { factCatalogue } from '../../src/model/facts/index.ts'
import type { Instant } from '../../src/model/instant.ts'
import { changedRule, type Rule } from '../../src/model/rule.ts'
import type { SubjectKind } from '../../src/model/subject.ts'
import { decidingFacts, factsRead } from '../../src/settle/deciding.ts'
import { factsDigest } from '../../src/settle/facts-digest.ts'
import { allFacts, anAsOf, someFacts, someRules } from '../evaluate/arbitrary.ts'
import { leaf, literal, moment, ruleOf, subjectWith } from '../evaluate/samples.ts'

type Values = Readonly<Record<string, FactValue | undefined>>

const day = 86_400_000
const runs = { numRuns: 4000 }

const digestAt = (rule: Rule, values: Values, asOf: Instant): string => {
  const subject = subjectWith(values)
  return factsDigest(rule, subject, explain(rule, subject, asOf), decide(rule, subject, asOf))
}

const situation = anAsOf.chain((asOf) =>
  fc.record({
    asOf: fc.constant(asOf),
    rules: someRules(asOf, 1),
    facts: someFacts(asOf),
    others: allFacts(asOf),
    later: fc.constantFrom(1, day, 30 * day, 366 * day, 4000 * day),
  }),
)

const isOpen = (kind: string): boolean => kind === 'fail' || kind === 'unknown'

describe('what a waiver was given for, of random rules and facts', () => {
  it('is the same on every day with the same outcome', () => {
    let compared = 0
    fc.assert(
      fc.property(situation, ({ asOf, rules: [rule], facts, later }) => {
        if (rule === undefined) return
        const [now, then] = [asOf, asOf + later].map((at) => decide(rule, subjectWith(facts), at).kind)
        if (now === undefined || !isOpen(now) || now !== then) return
        compared += 1
        expect(digestAt(rule, facts, asOf + later)).toBe(digestAt(rule, facts, asOf))
      }),
      runs,
    )
    expect(compared).toBeGreaterThan(runs.numRuns / 10)
  })

  it('is another when any fact that decided has another value, or none', () => {
    let compared = 0
    fc.assert(
      fc.property(situation, fc.nat(), ({ asOf, rules: [rule], facts, others }, pick) => {
        if (rule === undefined) return
        const subject = subjectWith(facts)
        if (!isOpen(decide(rule, subject, asOf).kind)) return
        const decided = decidingFacts(rule, explain(rule, subject, asOf))
        const names = [...decided.require, ...decided.when]
        const name = names[pick % Math.max(1, names.length)]
        if (name === undefined) return
        const value = facts[name] === undefined ? others[name] : undefined
        compared += 1
        expect(digestAt(rule, { ...facts, [name]: value }, asOf)).not.toBe(digestAt(rule, facts, asOf))
      }),
      runs,
    )
    expect(compared).toBeGreaterThan(runs.numRuns / 10)
  })

  it('is another where less is told, unless what is left out cannot end it', () => {
    let compared = 0
    fc.assert(
      fc.property(situation, fc.nat(), ({ asOf, rules: [rule], facts, others }, pick) => {
        if (rule === undefined) return
        const names = Object.keys(facts).filter((name) => facts[name] !== undefined)
        const name = names[pick % Math.max(1, names.length)]
        if (name === undefined || !isOpen(decide(rule, subjectWith(facts), asOf).kind)) return
        const [whole, less, other] = [facts[name], undefined, others[name]].map((value) => {
          const values = { ...facts, [name]: value }
          const { kind } = decide(rule, subjectWith(values), asOf)
          return isOpen(kind) ? digestAt(rule, values, asOf) : undefined
        })
        if (less === undefined || other === undefined || other === whole) return
        compared += 1
        expect(less).not.toBe(whole)
      }),
      runs,
    )
    expect(compared).toBeGreaterThan(runs.numRuns / 40)
  })

  it('is another when an unknown becomes a fail by time alone: that is worse', () => {
    const rule = ruleOf({ kind: 'not', of: leaf('begun', 'before', { kind: 'as-of' }) })
    const values = { begun: moment('2026-03-31') }
    const [noon, after] = [Date.UTC(2026, 2, 31, 12), Date.UTC(2026, 3, 1)]
    expect([noon, after].map((at) => decide(rule, subjectWith(values), at).kind)).toEqual(['unknown', 'fail'])
    expect(digestAt(rule, values, noon)).not.toBe(digestAt(rule, values, after))
  })

  it('does not depend on the order of a set, and tells an empty one from an absent one', () => {
    const rule = ruleOf(leaf('palette', 'contains', literal('blue')))
    const of = (value: FactValue | undefined): string => digestAt(rule, { palette: value }, 0)
    expect(of(['red', 'green'])).toBe(of(['green', 'red']))
    expect(of([])).not.toBe(of(undefined))
  })
})

describe('what a fact is about', () => {
  it.each<[string, SubjectKind, string, FactValue, string, FactValue, FactValue]>([
    ['which permissions are too many', 'account', 'excessGrantCount', 1, 'excessGrants', ['deploy'], ['delete']],
    ['who shares a login', 'account', 'holderCount', 2, 'holders', ['anna', 'ben'], ['anna', 'carl']],
    ['which region is not declared', 'resource', 'regionDeclared', false, 'region', 'eu-west-2', 'us-east-1'],
    ['which copies are not', 'resource', 'copiesDeclared', false, 'undeclaredCopies', ['eu-west-2'], ['us-east-1']],
    ['which provider was not agreed to', 'ai-use', 'agreedExpressly', false, 'provider', 'openai/api', 'drip/email'],
    ['what fires before consent', 'tag', 'earlyEventCount', 1, 'earlyEvents', ['ping'], ['cookie']],
  ])('is what a waiver was given for: %s', (_, kind, fact, value, names, these, others) => {
    const require = leaf(fact, 'equal', literal(typeof value === 'number' ? 0 : true))
    const rule: Rule = changedRule(ruleOf(require), { subject: kind })
    const of = (named: FactValue) => digestAt(rule, { [fact]: value, [names]: named }, 0)
    expect(of(others)).not.toBe(of(these))
    expect(of(these)).toBe(of(these))
  })

  it('is there, and says who or which', () => {
    for (const facts of Object.values(factCatalogue)) {
      for (const { about = [] } of Object.values(facts)) {
        for (const name of about) expect(facts[name]?.type, name).toMatch(/^texts?$/)
      }
    }
  })

  it('is each list that a message of a rule shows, so that none can grow unnoticed', async () => {
    const library = await loadLibrary({ shipped: readShipped(), rules: [], registry: [] })
    if (!library.ok) throw new Error('the library')
    const shown = library.value.packs
      .flatMap(({ rules }) => rules.filter(({ basis, waivable }) => basis !== 'law' && waivable))
      .flatMap((rule) => {
        const facts = factCatalogue[rule.subject]
        const about = new Set(factsRead(rule).flatMap((name) => facts[name]?.about ?? []))
        const named = [...rule.message.matchAll(/\{\{\s*(\w+)/g)].map(([, name = '']) => name)
        return named
          .filter((name) => facts[name]?.type === 'texts' && !about.has(name))
          .map((name) => `${rule.id} ${name}`)
      })
    const where = shown.filter((one) => !one.endsWith(' components'))
    // Titles, and all places of which those that count are in it.
    expect(where).toEqual([
      'ai-tiers/tier-2-inference-places-covered inferencePlaces',
      'analytics/loaded-tag-documented-apart containers',
    ])
  })
})
