import { describe, expect, it } from 'vitest'
import { parseSpan } from '../../src/model/duration.ts'
import type { FactDefinition, FactValue, Origin } from '../../src/model/fact.ts'
import { factCatalogue } from '../../src/model/facts/index.ts'
import { endOfDay, parseMoment } from '../../src/model/moment.ts'
import { asQuestion, asSentence, factInWords, inWords } from '../../src/settle/words.ts'

const at = { file: 'a.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 }

describe('a value in words', () => {
  it.each<[FactValue, string]>([
    [true, 'yes'],
    [false, 'no'],
    [3, '3'],
    ['controller-to-processor', 'controller-to-processor'],
    [[], 'none'],
    [['1'], '1'],
    [['1', '2'], '1 and 2'],
    [['1', '2', '3'], '1, 2 and 3'],
  ])('%j is %s', (value, words) => {
    expect(inWords(value)).toBe(words)
  })

  it.each<[string, FactValue, string]>([
    ['roles', 'controller-to-processor', 'a controller to a processor'],
    ['sccModules', ['1', '2'], 'module 1 and module 2'],
    // A value whose words are a whole statement does not fit where a value stands.
    ['reliedOn', 'none', 'none'],
  ])('says %s as the catalogue does: %j is %s', (fact, value, words) => {
    expect(inWords(value, factCatalogue.disclosure[fact])).toBe(words)
  })

  it('keeps dates as they were written', () => {
    expect(inWords(parseMoment('2026-03-01') ?? '')).toBe('2026-03-01')
    expect(inWords(parseMoment('2026-03-01T18:00:00+01:00') ?? '')).toBe('2026-03-01T18:00:00+01:00')
    expect(inWords(endOfDay('2031-12-27') ?? '')).toBe('2031-12-27')
  })

  it.each([
    ['PT26H', '26 hours'],
    ['P1Y1M', '1 year and 1 month'],
    ['P2W', '14 days'],
    ['PT1H30M1S', '1 hour, 30 minutes and 1 second'],
    ['PT0S', 'no time'],
  ])('%s is %s', (text, words) => {
    expect(inWords(parseSpan(text) ?? '')).toBe(words)
  })
})

it('asks for each kind of fact in words that complete "not stated:"', () => {
  expect(asQuestion(factCatalogue.disclosure.isTransfer, 'isTransfer')).toBe(
    'whether the disclosure is a transfer to a third country',
  )
  expect(asQuestion(factCatalogue.disclosure.roles, 'roles')).toBe('the roles of exporter and importer')
})

describe('a fact without a value', () => {
  const { adequacyUntil, sccModules, tiaOn, isTransfer, dpfStatus } = factCatalogue.disclosure
  const [stated, missing, registry] = [
    { kind: 'stated', at, pointer: '/safeguards/0/tia/on' },
    { kind: 'missing', at, key: 'tia', ask: 'State `tia`.' },
    {
      kind: 'registry',
      entry: 'the list of adequacy decisions',
      at,
      source: 'eu',
      checkedOn: '2026-01-01',
      reviewBy: '2027-01-01',
    },
  ] as const satisfies readonly Origin[]

  it.each<[string, FactDefinition | undefined, readonly Origin[] | undefined, string]>([
    ['nothing is known of it', tiaOn, undefined, 'not stated'],
    ['nothing leads to it', tiaOn, [], 'not stated'],
    ['a key that is missing would state it', tiaOn, [stated, registry, missing], 'not stated'],
    ['the descriptor states that there is none', tiaOn, [stated], 'none'],
    ['the registry has none', adequacyUntil, [stated, registry], 'none known'],
    ['the registry has none of a set', sccModules, [registry], 'none known'],
    ['there can be no such thing as none: a flag', isTransfer, [registry], 'not known'],
    ['there can be no such thing as none: a choice', dpfStatus, [stated, registry], 'not known'],
    ['the catalogue does not have it', undefined, [stated], 'not known'],
  ])('%s', (_, definition, from, words) => {
    expect(factInWords(from && { value: undefined, from }, definition)).toBe(words)
  })

  it('is its value where it has one', () => {
    expect(factInWords({ value: true, from: [missing] }, isTransfer)).toBe('yes')
  })
})

it.each([
  ['State `gdpr` of Example Inc..', 'State `gdpr` of Example Inc.'],
  ['Of Example Inc.. And more', 'Of Example Inc. And more'],
  ['to be continued...', 'to be continued...'],
  ['from ../a to b..c', 'from ../a to b..c'],
])('ends %j with one full stop: %j', (text, sentence) => {
  expect(asSentence(text)).toBe(sentence)
})
