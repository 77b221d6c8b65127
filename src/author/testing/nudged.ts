import { addDuration, parseDuration } from '../../model/duration.ts'
import type { Instant, Moment } from '../../model/instant.ts'
import { pointAt } from '../../model/moment.ts'

const day = { months: 0, days: 1, milliseconds: 0 }
const dayLength = 86_400_000

/** A day or an instant, one day earlier and one later, as it is written. */
export function nudgedMoments(moment: Moment): readonly string[] {
  return [moment.from - dayLength, addDuration(moment.from, day)].map((at) => momentText(at, moment.dateOnly))
}

/** A day, or an instant without needless precision. */
export function momentText(at: Instant, dateOnly: boolean): string {
  const { text } = pointAt(at)
  return dateOnly ? text.slice(0, 10) : text.replace('.000Z', 'Z')
}

/**
 * A duration a little shorter and a little longer: by its smallest unit, at most a day. Months have no fixed length, so
 * one of months becomes shorter by one to four days: of P1Y, P11M27D and P1Y1D.
 */
export function nudgedDurations(text: string): readonly string[] {
  const duration = parseDuration(text)
  if (duration === undefined) return []
  const { months, days, milliseconds } = duration
  const unit = milliseconds === 0 ? dayLength : text.endsWith('S') ? 1000 : text.endsWith('M') ? 60_000 : 3_600_000
  const exact = days * dayLength + milliseconds
  const longer = written(months, exact + unit)
  if (exact >= unit) return [written(months, exact - unit), longer]
  return months === 0 ? [longer] : [written(months - 1, 27 * dayLength + exact), longer]
}

function written(months: number, exact: number): string {
  const [days, rest] = [Math.floor(exact / dayLength), exact % dayLength]
  const [hours, minutes, seconds] = [
    Math.floor(rest / 3_600_000),
    Math.floor((rest % 3_600_000) / 60_000),
    (rest % 60_000) / 1000,
  ]
  const date = amount(Math.floor(months / 12), 'Y') + amount(months % 12, 'M') + amount(days, 'D')
  const time = amount(hours, 'H') + amount(minutes, 'M') + amount(seconds, 'S')
  if (date === '' && time === '') return 'P0D'
  return `P${date}${time === '' ? '' : `T${time}`}`
}

const amount = (count: number, unit: string): string => (count === 0 ? '' : `${count}${unit}`)
