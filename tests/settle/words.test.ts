import { describe, expect, it } from 'vitest'
import { parseSpan } from '../../src/model/duration.ts'
import type { FactValue } from '../../src/model/fact.ts'
import { factCatalogue } from '../../src/model/facts/index.ts'
import { endOfDay, parseMoment } from '../../src/model/moment.ts'
import { asQuestion, inWords } from '../../src/settle/words.ts'

describe('a value in words', () => {
  it.each<[FactValue | undefined, string]>([
    [undefined, 'not stated'],
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

  it('keeps dates as they were written', () => {
    expect(inWords(parseMoment('2026-03-01'))).toBe('2026-03-01')
    expect(inWords(parseMoment('2026-03-01T18:00:00+01:00'))).toBe('2026-03-01T18:00:00+01:00')
    expect(inWords(endOfDay('2031-12-27'))).toBe('2031-12-27')
  })

  it.each([
    ['PT26H', '26 hours'],
    ['P1Y1M', '1 year and 1 month'],
    ['P2W', '14 days'],
    ['PT1H30M1S', '1 hour, 30 minutes and 1 second'],
    ['PT0S', 'no time'],
  ])('%s is %s', (text, words) => {
    expect(inWords(parseSpan(text))).toBe(words)
  })
})

it('asks for each kind of fact in words that complete "not stated:"', () => {
  expect(asQuestion(factCatalogue.disclosure.isTransfer, 'isTransfer')).toBe(
    'whether the disclosure is a transfer to a third country',
  )
  expect(asQuestion(factCatalogue.disclosure.roles, 'roles')).toBe('the roles of exporter and importer')
})
