import { addDuration, type Duration } from './duration.ts'
import type { Instant, Moment } from './instant.ts'

const day = 86_400_000
const pattern =
  /^([1-9]\d{3})-(\d\d)-(\d\d)(?:T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3}))?)?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d)))?$/

/**
 * Reads a date or an instant.
 *
 * `2026-03-01` is the whole day in UTC: from 00:00:00.000 until the next day's 00:00:00.000, which is outside.
 * `2026-03-01T18:00:00+01:00` is a point; seconds and up to three decimals may be left out, the offset may not.
 * `undefined` for anything else, such as 2025-02-29, a time without offset, 24:00 or a leap second.
 */
export function parseMoment(text: string): Moment | undefined {
  const match = pattern.exec(text)
  if (match === null) return undefined
  const part = (group: number): number => Number(match[group] ?? 0)
  const midnight = Date.UTC(part(1), part(2) - 1, part(3))
  // 30 February would be a day of March.
  const date = new Date(midnight)
  if (date.getUTCDate() !== part(3) || date.getUTCMonth() !== part(2) - 1) return undefined
  if (match[4] === undefined) return { from: midnight, to: midnight + day, dateOnly: true, text }
  const time = part(4) * 3_600_000 + part(5) * 60_000 + part(6) * 1000 + Number((match[7] ?? '').padEnd(3, '0'))
  const offset = (part(9) * 3_600_000 + part(10) * 60_000) * (match[8] === '-' ? -1 : 1)
  return pointAt(midnight + time - offset, text)
}

/** An exact instant as a moment. */
export function pointAt(instant: Instant, text = new Date(instant).toISOString()): Moment {
  return { from: instant, to: instant, dateOnly: false, text }
}

/** The first instant of a day, 00:00:00.000 UTC, as a point: for what starts with a day. */
export function startOfDay(text: string): Moment | undefined {
  const moment = parseMoment(text)
  return moment?.dateOnly ? pointAt(moment.from, text) : undefined
}

/**
 * The last instant of a day, 23:59:59.999 UTC, as a point: for what ends with a day, such as the validity of an adequacy
 * decision. It is `before` as-of from the next day's 00:00:00.000 on, so `not before` keeps the last day inclusive.
 */
export function endOfDay(text: string): Moment | undefined {
  const moment = parseMoment(text)
  return moment?.dateOnly ? pointAt(moment.to - 1, text) : undefined
}

/** The first instant that a moment may be. */
export const first = (moment: Moment): Instant => moment.from

/** The last instant that a moment may be; time is counted in whole milliseconds. */
export const last = (moment: Moment): Instant => (moment.from === moment.to ? moment.from : moment.to - 1)

/**
 * Whether one moment is earlier than another. True if its last instant is before the other's first; false if its first
 * is not before the other's last; otherwise unknown, as for a bare date against an instant of that day.
 */
export function before(one: Moment, other: Moment): boolean | undefined {
  if (last(one) < first(other)) return true
  if (first(one) >= last(other)) return false
  return undefined
}

/** Whether one moment is later than another: `before` with the two exchanged. */
export const after = (one: Moment, other: Moment): boolean | undefined => before(other, one)

/**
 * The last instant of a period that starts at a moment: the earliest and the latest that it may be, both inclusive.
 *
 * A bare date and a duration without hours, minutes or seconds: the end of the day that the calendar gives, so
 * 2025-03-10 and P1Y give 2026-03-10T23:59:59.999Z for both. Otherwise the sum to the millisecond, over each instant
 * that the moment may be: a bare date and PT24H give 24 hours after its first instant and after its last.
 */
export function endOfPeriod(moment: Moment, period: Duration): readonly [Instant, Instant] {
  if (moment.dateOnly && period.milliseconds === 0) {
    const end = addDuration(moment.from, period) + day - 1
    return [end, end]
  }
  const [from, to] = [first(moment), last(moment)]
  const ends = [addDuration(from, period), addDuration(to, period)]
  // Two days can end on the same last day of a shorter month: there the time of day decides, not the order of the days.
  const nextDay = from - (((from % day) + day) % day) + day
  const dayBefore = to - (((to % day) + day) % day) - 1
  if (nextDay <= to) ends.push(addDuration(nextDay, period), addDuration(dayBefore, period))
  return [Math.min(...ends), Math.max(...ends)]
}

/** An instant that no end of the period is before: mostly it tells, and the calendar need not be asked. */
const noEarlierThan = (moment: Moment, { months, days, milliseconds }: Duration): Instant =>
  moment.from + (months * 28 + days) * day + milliseconds

/** An instant that no end of the period is after. */
const noLaterThan = (moment: Moment, { months, days, milliseconds }: Duration): Instant =>
  moment.to + (months * 31 + days + 1) * day + milliseconds

/**
 * Whether a moment lies in the period that ends at as-of: `moment <= asOf <= endOfPeriod`, both inclusive.
 * True or false if so for each instant that the moment may be; otherwise unknown, as for a bare date on its own day,
 * until 23:59:59.999.
 */
export function withinLast(moment: Moment, period: Duration, asOf: Instant): boolean | undefined {
  if (first(moment) > asOf || asOf > noLaterThan(moment, period)) return false
  if (last(moment) <= asOf && asOf <= noEarlierThan(moment, period)) return true
  const [earliestEnd, latestEnd] = endOfPeriod(moment, period)
  if (first(moment) > asOf || asOf > latestEnd) return false
  if (last(moment) <= asOf && asOf <= earliestEnd) return true
  return undefined
}

/**
 * Whether the period that starts at a moment is over: `endOfPeriod < asOf`. True or false if so for each instant that
 * the moment may be; otherwise unknown. A moment in the future is false.
 */
export function longerAgoThan(moment: Moment, period: Duration, asOf: Instant): boolean | undefined {
  if (noLaterThan(moment, period) < asOf) return true
  if (noEarlierThan(moment, period) >= asOf) return false
  const [earliestEnd, latestEnd] = endOfPeriod(moment, period)
  if (latestEnd < asOf) return true
  if (earliestEnd >= asOf) return false
  return undefined
}
