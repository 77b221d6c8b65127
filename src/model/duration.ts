import type { Instant, Span } from './instant.ts'

/** An ISO 8601 duration, not negative. Years are 12 months and weeks 7 days; months have no fixed length. */
export type Duration = {
  readonly months: number
  readonly days: number
  readonly milliseconds: number
}

const day = 86_400_000
const pattern =
  /^P(?=\d|T\d)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?=\d)(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?$/

/** Reads `P1Y`, `P13M`, `P2W`, `P30D`, `PT24H`, `P1DT12H`. Whole numbers only; `undefined` for anything else. */
export function parseDuration(text: string): Duration | undefined {
  const match = pattern.exec(text)
  if (match === null) return undefined
  const part = (group: number): number => Number(match[group] ?? 0)
  return {
    months: part(1) * 12 + part(2),
    days: part(3) * 7 + part(4),
    milliseconds: part(5) * 3_600_000 + part(6) * 60_000 + part(7) * 1000,
  }
}

/**
 * The instant one duration later, on the calendar of UTC: months first, then days, then time of day. A day that the
 * month does not have becomes its last: 31 January + P1M is 28 February, or 29 in a leap year.
 */
export function addDuration(instant: Instant, { months, days, milliseconds }: Duration): Instant {
  const date = new Date(instant)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months]
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const midnight = Date.UTC(year, month, Math.min(date.getUTCDate(), lastDay))
  return midnight + (((instant % day) + day) % day) + days * day + milliseconds
}

/**
 * A duration as a length of time. One of days and time is exact, a day being 24 hours; one with months lies between
 * the shortest and the longest that the calendar makes it: P1M is 28 to 31 days, P1Y 365 or 366.
 */
export function parseSpan(text: string): Span | undefined {
  const duration = parseDuration(text)
  if (duration === undefined) return undefined
  const exact = duration.days * day + duration.milliseconds
  const [shortest, longest] = lengthOfMonths(duration.months)
  return { from: shortest + exact, to: longest + exact, text }
}

const lengths = new Map<number, readonly [number, number]>()

/** The shortest and longest that a number of months can be, over the 400 years after which the calendar repeats. */
function lengthOfMonths(months: number): readonly [number, number] {
  const known = lengths.get(months)
  if (known !== undefined) return known
  let [shortest, longest] = months === 0 ? [0, 0] : [Number.POSITIVE_INFINITY, 0]
  for (let month = 0; months > 0 && month < 4800; month++) {
    const first = Date.UTC(2000, month, 1)
    const last = Date.UTC(2000, month + 1, 0)
    const duration = { months, days: 0, milliseconds: 0 }
    for (const start of [first, last]) {
      const length = addDuration(start, duration) - start
      shortest = Math.min(shortest, length)
      longest = Math.max(longest, length)
    }
  }
  const result = [shortest, longest] as const
  lengths.set(months, result)
  return result
}

/**
 * Whether a length of time is at most a limit: true if its longest is no longer than the shortest limit, false if its
 * shortest is longer than the longest limit, otherwise unknown. Two durations of the same length on every calendar are
 * at most one another, although months have no fixed length: P13M is at most P13M, P12M at most P1Y.
 */
export function atMost(span: Span, limit: Span): boolean | undefined {
  if (span.to <= limit.from) return true
  if (span.from > limit.to) return false
  return isSameDuration(span, limit) ? true : undefined
}

/** A length that is vague for another reason than the calendar is not even the same as itself. */
function isSameDuration(one: Span, other: Span): boolean {
  const [a, b] = [parseDuration(one.text), parseDuration(other.text)]
  if (a === undefined || b === undefined) return false
  return a.months === b.months && one.from === other.from && one.to === other.to
}

/** The contrary of `atMost`; unknown where that is. */
export function moreThan(span: Span, limit: Span): boolean | undefined {
  const within = atMost(span, limit)
  return within === undefined ? undefined : !within
}
