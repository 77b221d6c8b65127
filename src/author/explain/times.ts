import { parseDuration } from '../../model/duration.ts'
import { parseMoment } from '../../model/moment.ts'
import { durationInWords } from '../../settle/words.ts'

const months = 'January February March April May June July August September October November December'.split(' ')

/** A date or an instant of a rule: `2 August 2026`, `the beginning of 2 August 2026 (UTC)`, `2 August 2026, 18:30 UTC`. */
export function momentInWords(text: string): string {
  const moment = parseMoment(text)
  if (moment === undefined) return text
  const date = new Date(moment.from)
  const day = `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`
  if (moment.dateOnly) return day
  const time = date.toISOString().slice(11)
  if (time === '00:00:00.000Z') return `the beginning of ${day} (UTC)`
  return `${day}, ${time.replace(/(:00)?\.000Z$|Z$/, '')} UTC`
}

/** The time that leads up to the check: `the year before the check`, `the 24 hours before the check`. */
export function timeBeforeTheCheck(duration: string): string {
  const words = durationInWords(duration)
  return `the ${isOneUnit(duration) ? words.replace(/^1 /, '') : words} before the check`
}

/** A length of time: `1 year`, `24 hours`. */
export function lengthInWords(duration: string): string {
  return isOneUnit(duration) ? durationInWords(duration).replace(/^1 /, 'one ') : durationInWords(duration)
}

function isOneUnit(duration: string): boolean {
  return parseDuration(duration) !== undefined && /^1 [a-z]+$/.test(durationInWords(duration))
}
