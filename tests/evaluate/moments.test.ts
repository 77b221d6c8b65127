import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDuration, atMost, moreThan, parseDuration, parseSpan } from '../../src/model/duration.ts'
import {
  endOfDay,
  endOfPeriod,
  first,
  after as isAfter,
  before as isBefore,
  last,
  longerAgoThan,
  parseMoment,
  startOfDay,
  withinLast,
} from '../../src/model/moment.ts'
import { instant, moment, span } from './samples.ts'

const period = (text: string) => parseDuration(text) ?? { months: Number.NaN, days: 0, milliseconds: 0 }
const iso = (at: number) => new Date(at).toISOString()

describe('reading a moment', () => {
  it.each([
    ['2026-03-01T18:00:00+01:00', '2026-03-01T17:00:00.000Z'],
    ['2026-03-01T00:30:00+01:00', '2026-02-28T23:30:00.000Z'],
    ['2025-12-31T22:00:00-05:30', '2026-01-01T03:30:00.000Z'],
    ['2026-03-01T18:00Z', '2026-03-01T18:00:00.000Z'],
    ['2026-03-01T18:00:00.5Z', '2026-03-01T18:00:00.500Z'],
    ['2026-03-01T18:00:00.025Z', '2026-03-01T18:00:00.025Z'],
  ])('%s is the point %s', (text, expected) => {
    const { from, to, dateOnly } = moment(text)
    expect([iso(from), iso(to), dateOnly]).toEqual([expected, expected, false])
  })

  it.each([
    ['2024-02-29', '2024-02-29T00:00:00.000Z', '2024-03-01T00:00:00.000Z'],
    ['2025-12-31', '2025-12-31T00:00:00.000Z', '2026-01-01T00:00:00.000Z'],
  ])('%s is the day from %s until %s', (text, from, to) => {
    expect(moment(text)).toEqual({ from: instant(from), to: instant(to), dateOnly: true, text })
  })

  it.each([
    '2025-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-3-1',
    '0099-01-01',
    '2026-03-01T18:00:00',
    '2026-03-01T24:00:00Z',
    '2026-03-01T23:59:60Z',
    '2026-03-01T18:00:00+24:00',
    '2026-03-01 18:00:00Z',
    ' 2026-03-01',
    'tomorrow',
    '',
  ])('%j is none', (text) => {
    expect(parseMoment(text)).toBeUndefined()
  })

  it('gives the first and the last instant of a day, and of nothing else', () => {
    expect(startOfDay('2031-12-27')).toEqual({ ...moment('2031-12-27T00:00:00Z'), text: '2031-12-27' })
    expect(endOfDay('2031-12-27')).toEqual({ ...moment('2031-12-27T23:59:59.999Z'), text: '2031-12-27' })
    expect([startOfDay('2031-12-27T10:00:00Z'), endOfDay('2031-12-27T10:00:00Z'), endOfDay('x')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('adding a duration', () => {
  it.each([
    ['2025-01-31T10:00:00.000Z', 'P1M', '2025-02-28T10:00:00.000Z'],
    ['2024-01-31T10:00:00.000Z', 'P1M', '2024-02-29T10:00:00.000Z'],
    ['2024-02-29T00:00:00.000Z', 'P1Y', '2025-02-28T00:00:00.000Z'],
    ['2024-02-29T00:00:00.000Z', 'P4Y', '2028-02-29T00:00:00.000Z'],
    ['2025-12-31T23:59:59.999Z', 'P2M', '2026-02-28T23:59:59.999Z'],
    ['2025-10-31T00:00:00.000Z', 'P1M1D', '2025-12-01T00:00:00.000Z'],
    ['2025-01-15T00:00:00.000Z', 'P13M', '2026-02-15T00:00:00.000Z'],
    ['2025-02-28T12:00:00.000Z', 'P1W', '2025-03-07T12:00:00.000Z'],
    ['2026-03-28T12:00:00.000Z', 'P1DT24H', '2026-03-30T12:00:00.000Z'],
    ['2026-03-28T12:00:00.000Z', 'PT90M', '2026-03-28T13:30:00.000Z'],
    ['2026-03-28T12:00:00.000Z', 'PT1S', '2026-03-28T12:00:01.000Z'],
    ['1969-12-31T23:00:00.000Z', 'P1M', '1970-01-31T23:00:00.000Z'],
  ])('%s and %s is %s', (from, text, expected) => {
    expect(iso(addDuration(instant(from), period(text)))).toBe(expected)
  })

  it.each(['P', 'PT', 'P1', '1D', 'P1.5D', 'P-1D', '-P1D', 'P1H', 'PT1D', 'P1D1M', 'p1d', 'P1DT', 'P99999Y', ''])(
    '%j is no duration',
    (text) => {
      expect(parseDuration(text)).toBeUndefined()
      expect(parseSpan(text)).toBeUndefined()
    },
  )
})

describe('before and after', () => {
  const noon = '2026-03-31T12:00:00Z'
  it.each([
    // one, other, before, after
    ['2026-03-30', noon, true, false],
    ['2026-03-31', noon, undefined, undefined],
    ['2026-04-01', noon, false, true],
    ['2026-03-30', '2026-03-31T00:00:00Z', true, false],
    ['2026-03-31', '2026-03-31T00:00:00Z', false, undefined],
    ['2026-03-31', '2026-03-31T23:59:59.999Z', undefined, false],
    ['2026-03-31', '2026-04-01T00:00:00Z', true, false],
    ['2026-03-31T11:59:59.999Z', noon, true, false],
    [noon, noon, false, false],
    ['2026-03-31T14:00:00+02:00', noon, false, false],
    ['2026-03-31T12:00:00.001Z', noon, false, true],
    ['2026-03-31', '2026-03-31', undefined, undefined],
    ['2026-03-30', '2026-03-31', true, false],
    ['2026-03-31', '2026-03-30', false, true],
  ])('%s and %s: %s, %s', (one, other, earlier, later) => {
    expect([isBefore(moment(one), moment(other)), isAfter(moment(one), moment(other))]).toEqual([earlier, later])
    expect([isAfter(moment(other), moment(one)), isBefore(moment(other), moment(one))]).toEqual([earlier, later])
  })

  it('keeps the last day of a validity inclusive', () => {
    const last = endOfDay('2031-12-27') ?? moment('1970-01-01')
    expect(isBefore(last, moment('2031-12-27T23:59:59.999Z'))).toBe(false)
    expect(isBefore(last, moment('2031-12-28T00:00:00Z'))).toBe(true)
  })
})

describe('withinLast and longerAgoThan', () => {
  it.each([
    // moment, period, as-of, withinLast, longerAgoThan
    // an instant: to the millisecond
    ['2026-03-30T12:00:00Z', 'PT24H', '2026-03-31T11:59:59.999Z', true, false],
    ['2026-03-30T12:00:00Z', 'PT24H', '2026-03-31T12:00:00.000Z', true, false],
    ['2026-03-30T12:00:00Z', 'PT24H', '2026-03-31T12:00:00.001Z', false, true],
    ['2026-03-30T12:00:00+02:00', 'PT24H', '2026-03-31T10:00:00.000Z', true, false],
    ['2026-03-30T12:00:00+02:00', 'PT24H', '2026-03-31T10:00:00.001Z', false, true],
    ['2025-03-31T12:00:00Z', 'P1Y', '2026-03-31T12:00:00.000Z', true, false],
    ['2025-03-31T12:00:00Z', 'P1Y', '2026-03-31T12:00:00.001Z', false, true],
    // an instant in the future is neither
    ['2026-03-31T12:00:00.001Z', 'PT24H', '2026-03-31T12:00:00.000Z', false, false],
    ['2026-03-31T12:00:00.000Z', 'PT24H', '2026-03-31T12:00:00.000Z', true, false],
    // a bare date and days, months, years: until the end of the last day
    ['2025-03-10', 'P1Y', '2026-03-10T00:00:00Z', true, false],
    ['2025-03-10', 'P1Y', '2026-03-10T23:59:59.999Z', true, false],
    ['2025-03-10', 'P1Y', '2026-03-11T00:00:00.000Z', false, true],
    ['2024-02-29', 'P1Y', '2025-02-28T23:59:59.999Z', true, false],
    ['2024-02-29', 'P1Y', '2025-03-01T00:00:00.000Z', false, true],
    ['2025-01-31', 'P1M', '2025-02-28T23:59:59.999Z', true, false],
    ['2025-01-31', 'P1M', '2025-03-01T00:00:00.000Z', false, true],
    ['2026-03-01', 'P30D', '2026-03-31T23:59:59.999Z', true, false],
    ['2026-03-01', 'P30D', '2026-04-01T00:00:00.000Z', false, true],
    // a bare date on its own day has perhaps not happened yet
    ['2026-03-31', 'P1Y', '2026-03-30T23:59:59.999Z', false, false],
    ['2026-03-31', 'P1Y', '2026-03-31T00:00:00.000Z', undefined, false],
    ['2026-03-31', 'P1Y', '2026-03-31T23:59:59.998Z', undefined, false],
    ['2026-03-31', 'P1Y', '2026-03-31T23:59:59.999Z', true, false],
    ['2026-03-31', 'P1Y', '2026-04-01T00:00:00.000Z', true, false],
    // a bare date and hours: somewhere in the day
    ['2026-03-30', 'PT24H', '2026-03-30T23:59:59.998Z', undefined, false],
    ['2026-03-30', 'PT24H', '2026-03-31T00:00:00.000Z', true, false],
    ['2026-03-30', 'PT24H', '2026-03-31T00:00:00.001Z', undefined, undefined],
    ['2026-03-30', 'PT24H', '2026-03-31T23:59:59.999Z', undefined, undefined],
    ['2026-03-30', 'PT24H', '2026-04-01T00:00:00.000Z', false, true],
    ['2026-03-30', 'P1DT1H', '2026-03-31T01:00:00.001Z', undefined, undefined],
    ['2026-03-31', 'P0D', '2026-03-31T23:59:59.999Z', true, false],
    ['2026-03-31', 'P0D', '2026-04-01T00:00:00.000Z', false, true],
  ])('%s, %s as of %s: %s, %s', (text, duration, asOf, within, longer) => {
    const given = [moment(text), period(duration), instant(asOf)] as const
    expect([withinLast(...given), longerAgoThan(...given)]).toEqual([within, longer])
  })

  it('say what the end of the period says, which is mostly not worked out', () => {
    const start = instant('1999-12-15T00:00:00Z')
    const aDay = 86_400_000
    const moments = fc.record({
      from: fc.integer({ min: 0, max: 1200 }),
      time: fc.constantFrom(0, 1, 3_600_000, aDay - 1),
      dateOnly: fc.boolean(),
      months: fc.integer({ min: 0, max: 26 }),
      days: fc.integer({ min: 0, max: 40 }),
      milliseconds: fc.constantFrom(0, 3_600_000),
      offset: fc.integer({ min: -4, max: 4 }),
      beside: fc.constantFrom(-1, 0, 1, aDay),
    })
    fc.assert(
      fc.property(moments, ({ from, time, dateOnly, months, days, milliseconds, offset, beside }) => {
        const at = start + from * aDay
        const one = dateOnly
          ? { from: at, to: at + aDay, dateOnly, text: '' }
          : { from: at + time, to: at + time, dateOnly, text: '' }
        const length = { months, days, milliseconds }
        const [earliest, latest] = endOfPeriod(one, length)
        // Close to the end, since everything else is easy.
        const asOf = earliest + offset * aDay + beside
        const over = latest < asOf ? true : earliest >= asOf ? false : undefined
        const within =
          first(one) > asOf || asOf > latest ? false : last(one) <= asOf && asOf <= earliest ? true : undefined
        expect(longerAgoThan(one, length, asOf)).toBe(over)
        expect(withinLast(one, length, asOf)).toBe(within)
      }),
      { numRuns: 5000 },
    )
  })

  it('considers every instant of a longer stretch, also where two days end on one', () => {
    const stretch = {
      from: instant('2025-01-30T23:00:00Z'),
      to: instant('2025-01-31T12:00:00.001Z'),
      dateOnly: false,
      text: '',
    }
    expect(withinLast(stretch, period('P1M'), instant('2025-02-28T00:00:00Z'))).toBe(true)
    expect(withinLast(stretch, period('P1M'), instant('2025-02-28T00:00:00.001Z'))).toBeUndefined()
    expect(longerAgoThan(stretch, period('P1M'), instant('2025-02-28T23:59:59.999Z'))).toBeUndefined()
    expect(longerAgoThan(stretch, period('P1M'), instant('2025-03-01T00:00:00Z'))).toBe(true)
  })
})

describe('lengths of time', () => {
  it.each([
    ['P30D', 30, 30],
    ['PT24H', 1, 1],
    ['P1M', 28, 31],
    ['P2M', 59, 62],
    ['P1Y', 365, 366],
    ['P13M', 393, 397],
    ['P4Y', 1460, 1461],
    ['P1Y1D', 366, 367],
  ])('%s is %i to %i days', (text, from, to) => {
    expect(span(text)).toEqual({ from: from * 86_400_000, to: to * 86_400_000, text })
  })

  it.each([
    ['P30D', 'P30D', true],
    ['P31D', 'P30D', false],
    ['PT720H', 'P30D', true],
    ['PT24H', 'P1D', true],
    ['P1M', 'P30D', undefined],
    ['P1M', 'P31D', true],
    ['P1M', 'P27D', false],
    ['P30D', 'P1M', undefined],
    ['P28D', 'P1M', true],
    ['P32D', 'P1M', false],
    ['P13M', 'P13M', true],
    ['P1Y1M', 'P13M', true],
    ['P12M', 'P1Y', true],
    ['P14M', 'P13M', false],
    ['P365D', 'P1Y', true],
    ['P366D', 'P1Y', undefined],
  ])('%s is at most %s: %s', (one, limit, expected) => {
    expect(atMost(span(one), span(limit))).toBe(expected)
    expect(moreThan(span(one), span(limit))).toBe(expected === undefined ? undefined : !expected)
  })

  it('does not take two lengths for the same that are merely as vague', () => {
    const vague = { ...span('P13M'), text: '393 to 397 days' }
    expect(atMost(vague, span('P13M'))).toBeUndefined()
  })
})
