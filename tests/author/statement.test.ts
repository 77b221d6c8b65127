import { describe, expect, it } from 'vitest'
import { clauseOf } from '../../src/author/explain/clause.ts'
import { statementOf } from '../../src/author/explain/statement.ts'
import { lengthInWords, momentInWords, timeBeforeTheCheck } from '../../src/author/explain/times.ts'
import type { Condition, Leaf, Literal, OperatorName } from '../../src/model/condition.ts'
import { choice, choices, count, flag, moment, span } from '../../src/model/facts/define.ts'

const facts = {
  listed: flag('the party is listed', 'declared'),
  known: flag('the place is known', 'declared'),
  told: flag('people were told, or knew', 'declared', 'people neither were told nor knew'),
  role: choice('the role of the exporter', ['controller', 'sub-processor'], 'declared'),
  otherRole: choice('the role of the importer', ['controller', 'sub-processor'], 'declared'),
  means: choice('how the data travels', ['on-paper', 'by-wire'], 'declared'),
  weights: choice('whether the weights are open', ['open', 'closed', 'none'], 'declared', {
    says: 'the weights are {value}',
    words: { closed: 'secret', none: { is: 'there are no weights', not: 'there are weights' } },
  }),
  modules: choices('the modules that were signed', ['1', '2'], 'declared'),
  tier: choice('the declared tier', ['1', '2'], 'declared'),
  status: choices('the status of the firm', ['new', 'old'], 'declared'),
  gaps: count('the number of parts that are left out', 'parts'),
  limit: count('the number of parts that may be left out', 'parts'),
  days: count('the retention of prompts', 'days'),
  notice: count('how long the notice may take', 'hours'),
  runsFrom: moment('since when the tag runs', 'declared'),
  verifiedOn: moment('when the factor was last verified', 'declared'),
  startedOn: moment('when work starts', 'declared'),
  lastDay: moment('the last day of the decision', 'declared'),
  delay: span('the time to the revocation'),
  window: span('the time that is allowed'),
}

const leaf = (fact: string, operator: OperatorName, value: Literal | Leaf['value']): Leaf => ({
  kind: 'leaf',
  fact,
  operator,
  value: typeof value === 'object' && 'kind' in value ? value : { kind: 'literal', value: value as Literal },
})
const other = (fact: string): Leaf['value'] => ({ kind: 'fact', fact })
const now: Leaf['value'] = { kind: 'as-of' }

describe('a leaf and its contrary', () => {
  it.each<[Leaf, string, string]>([
    [leaf('listed', 'equal', true), 'the party is listed', 'the party is not listed'],
    [leaf('listed', 'equal', false), 'the party is not listed', 'the party is listed'],
    [leaf('listed', 'notEqual', true), 'the party is not listed', 'the party is listed'],
    [leaf('listed', 'notEqual', false), 'the party is listed', 'the party is not listed'],
    [leaf('told', 'equal', false), 'people neither were told nor knew', 'people were told, or knew'],
    [
      leaf('listed', 'equal', other('known')),
      'it is the same whether the party is listed and whether the place is known',
      'either the party is listed, or the place is known, and not both',
    ],
    [
      leaf('role', 'equal', 'sub-processor'),
      'the role of the exporter is sub processor',
      'the role of the exporter is not sub processor',
    ],
    [
      leaf('role', 'notEqual', 'controller'),
      'the role of the exporter is not controller',
      'the role of the exporter is controller',
    ],
    [
      leaf('role', 'in', ['controller', 'sub-processor']),
      'the role of the exporter is controller or sub processor',
      'the role of the exporter is not controller or sub processor',
    ],
    [
      leaf('role', 'equal', other('otherRole')),
      'the role of the exporter is the same as the role of the importer',
      'the role of the exporter is another than the role of the importer',
    ],
    [
      leaf('means', 'equal', 'on-paper'),
      'the answer to "how the data travels" is on paper',
      'the answer to "how the data travels" is not on paper',
    ],
    [leaf('weights', 'equal', 'closed'), 'the weights are secret', 'the weights are not secret'],
    [leaf('weights', 'equal', 'none'), 'there are no weights', 'there are weights'],
    [
      leaf('weights', 'in', ['open', 'closed', 'none']),
      'the weights are open or secret, or there are no weights',
      'the weights are not open or secret, and there are weights',
    ],
    [
      leaf('weights', 'notIn', ['open', 'none']),
      'the weights are not open, and there are weights',
      'the weights are open, or there are no weights',
    ],
    [
      leaf('modules', 'contains', '2'),
      'the modules that were signed include 2',
      'the modules that were signed do not include 2',
    ],
    [
      leaf('modules', 'doesNotContain', '2'),
      'the modules that were signed do not include 2',
      'the modules that were signed include 2',
    ],
    [
      leaf('status', 'contains', 'new'),
      'the status of the firm includes new',
      'the status of the firm does not include new',
    ],
    [
      leaf('modules', 'contains', other('tier')),
      'the modules that were signed include the declared tier',
      'the modules that were signed do not include the declared tier',
    ],
    [leaf('gaps', 'equal', 0), 'there are no parts that are left out', 'there are parts that are left out'],
    [leaf('gaps', 'greaterThan', 0), 'there are parts that are left out', 'there are no parts that are left out'],
    [leaf('gaps', 'lessThan', 1), 'there are no parts that are left out', 'there are parts that are left out'],
    [
      leaf('gaps', 'equal', 1),
      'the number of parts that are left out is exactly 1',
      'the number of parts that are left out is not 1',
    ],
    [
      leaf('gaps', 'greaterThanInclusive', 2),
      'the number of parts that are left out is at least 2',
      'the number of parts that are left out is less than 2',
    ],
    [
      leaf('gaps', 'lessThanInclusive', 2),
      'the number of parts that are left out is at most 2',
      'the number of parts that are left out is more than 2',
    ],
    [
      leaf('gaps', 'lessThanInclusive', other('limit')),
      'the number of parts that are left out is at most the number of parts that may be left out',
      'the number of parts that are left out is more than the number of parts that may be left out',
    ],
    [
      leaf('days', 'lessThanInclusive', 30),
      'the retention of prompts is at most 30 days',
      'the retention of prompts is more than 30 days',
    ],
    [
      leaf('notice', 'lessThanInclusive', 72),
      'the notice may take at most 72 hours',
      'the notice may take more than 72 hours',
    ],
    [leaf('notice', 'equal', 1), 'the notice may take exactly 1 hour', 'the notice may take not 1 hour'],
    [
      leaf('runsFrom', 'after', other('startedOn')),
      'the time since when the tag runs is after work starts',
      'the time since when the tag runs is no later than when work starts',
    ],
    [
      leaf('verifiedOn', 'withinLast', 'P1Y'),
      'the factor was last verified within the year before the check',
      'the factor was not last verified within the year before the check',
    ],
    [
      leaf('verifiedOn', 'longerAgoThan', 'PT24H'),
      'the factor was last verified more than 24 hours before the check',
      'the factor was not last verified more than 24 hours before the check',
    ],
    [
      leaf('verifiedOn', 'before', other('startedOn')),
      'the factor was last verified before work starts',
      'the factor was last verified no earlier than when work starts',
    ],
    [
      leaf('verifiedOn', 'after', other('lastDay')),
      'the factor was last verified after the last day of the decision',
      'the factor was last verified no later than the last day of the decision',
    ],
    [
      leaf('verifiedOn', 'after', now),
      'the factor was last verified after the check',
      'the factor was last verified no later than the time of the check',
    ],
    [
      leaf('lastDay', 'before', now),
      'the last day of the decision is before the check',
      'the last day of the decision is no earlier than the time of the check',
    ],
    [
      leaf('lastDay', 'longerAgoThan', 'P30D'),
      'the last day of the decision is more than 30 days before the check',
      'the last day of the decision is not more than 30 days before the check',
    ],
    [
      leaf('asOf', 'before', '2026-08-02T00:00:00Z'),
      'the check is made before the beginning of 2 August 2026 (UTC)',
      'the check is made no earlier than the beginning of 2 August 2026 (UTC)',
    ],
    [
      leaf('delay', 'atMost', 'PT24H'),
      'the time to the revocation is at most 24 hours',
      'the time to the revocation is more than 24 hours',
    ],
    [
      leaf('delay', 'moreThan', other('window')),
      'the time to the revocation is more than the time that is allowed',
      'the time to the revocation is at most the time that is allowed',
    ],
  ])('%j', (condition, holds, fails) => {
    expect(statementOf(condition, facts, true)).toBe(holds)
    expect(statementOf(condition, facts, false)).toBe(fails)
  })
})

describe('times', () => {
  it.each([
    ['2026-08-02', '2 August 2026'],
    ['2026-08-02T00:00:00Z', 'the beginning of 2 August 2026 (UTC)'],
    ['2026-08-02T18:30:00+02:00', '2 August 2026, 16:30 UTC'],
    ['2026-08-02T18:30:15Z', '2 August 2026, 18:30:15 UTC'],
  ])('%s', (text, words) => {
    expect(momentInWords(text)).toBe(words)
  })

  it.each([
    ['P1Y', 'the year before the check', 'one year'],
    ['P13M', 'the 1 year and 1 month before the check', '1 year and 1 month'],
    ['P30D', 'the 30 days before the check', '30 days'],
    ['PT24H', 'the 24 hours before the check', '24 hours'],
  ])('%s', (duration, before, length) => {
    expect(timeBeforeTheCheck(duration)).toBe(before)
    expect(lengthInWords(duration)).toBe(length)
  })
})

describe('a condition as a clause', () => {
  const terms = {
    onList: { title: 'the firm is on the list' },
    ready: { title: 'all is ready', negative: 'work remains' },
  }
  const language = { facts, pack: 'samples', terms }
  const is = (fact: string): Condition => leaf(fact, 'equal', true)
  const says = (text: string, term?: string) => ({ kind: 'statement', text, ...(term === undefined ? {} : { term }) })

  it('moves a negation into the statements', () => {
    const condition: Condition = {
      kind: 'not',
      of: { kind: 'all', of: [is('listed'), { kind: 'not', of: is('known') }] },
    }
    expect(clauseOf(condition, language)).toEqual({
      kind: 'any',
      of: [says('the party is not listed'), says('the place is known')],
    })
  })

  it('drops nesting that adds nothing', () => {
    const condition: Condition = {
      kind: 'all',
      of: [is('listed'), { kind: 'all', of: [is('known')] }, { kind: 'not', of: { kind: 'any', of: [is('told')] } }],
    }
    expect(clauseOf(condition, language)).toEqual({
      kind: 'all',
      of: [says('the party is listed'), says('the place is known'), says('people neither were told nor knew')],
    })
    expect(clauseOf({ kind: 'any', of: [is('listed')] }, language)).toEqual(says('the party is listed'))
  })

  it('uses a term for a named condition, and writes out one that has none', () => {
    const named = (name: string): Condition => ({
      kind: 'named',
      name,
      of: { kind: 'all', of: [is('listed'), is('known')] },
    })
    expect(clauseOf(named('onList'), language)).toEqual(says('the firm is on the list', 'samples/onList'))
    expect(clauseOf({ kind: 'not', of: named('onList') }, language).kind).toBe('statement')
    expect(clauseOf({ kind: 'not', of: named('onList') }, language)).toEqual(
      says('the firm is not on the list', 'samples/onList'),
    )
    expect(clauseOf({ kind: 'not', of: named('ready') }, language)).toEqual(says('work remains', 'samples/ready'))
    expect(clauseOf(named('toString'), language)).toEqual({
      kind: 'all',
      of: [says('the party is listed'), says('the place is known')],
    })
  })
})
