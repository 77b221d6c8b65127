import { InvalidArgumentError, Option } from 'commander'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Instant } from '../model/instant.ts'
import { parseMoment } from '../model/moment.ts'
import { seen } from '../text/harmless.ts'
import { suggest } from '../text/nearest.ts'

/** For a flag that may be given several times. */
export function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value]
}

/** A flag with one of a few values; a misspelt one gets the nearest right one suggested. */
export function oneOfOption(flags: string, description: string, names: readonly string[], repeatable = false): Option {
  const option = new Option(flags, `${description} (${names.join(', ')})`)
  return option.argParser((value: string, before: unknown): unknown => {
    if (!names.includes(value)) throw new InvalidArgumentError(`${seen(value)} is not known. ${suggest(value, names)}`)
    return repeatable ? collect(value, before as readonly string[] | undefined) : value
  })
}

/** A day means its beginning in UTC, so that what ends on the day before no longer counts. */
export function instantOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((value: string): Instant => {
    const moment = parseMoment(value)
    if (moment !== undefined) return moment.from
    throw new InvalidArgumentError('Write a day, 2026-03-01, or an instant with its offset, 2026-03-01T18:00:00+01:00.')
  })
}

export function percentOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((value: string): number => {
    const percent = /^\d{1,3}(\.\d+)?%?$/.test(value) ? Number.parseFloat(value) : Number.NaN
    if (percent <= 100) return percent
    throw new InvalidArgumentError('Write a number from 0 to 100.')
  })
}

export function countOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((value: string): number => {
    if (/^\d{1,2}$/.test(value)) return Number(value)
    throw new InvalidArgumentError('Write a whole number from 0 to 99.')
  })
}

/** The same for a flag that may be given several times. */
export function instantsOption(flags: string, description: string): Option {
  const { parseArg } = instantOption(flags, description)
  return new Option(flags, description).argParser((value: string, before: unknown): readonly unknown[] => [
    ...((before as readonly unknown[] | undefined) ?? []),
    parseArg?.(value, undefined),
  ])
}

/** What commander says of a mistake on the command line, told as every other problem is. */
export function flagProblem(text: string): Diagnostic {
  const said = text.trim().replace(/^error: /, '')
  const [, message = said, hint = 'Run it with --help to see what it takes.'] =
    /^(.*)\n\((.*)\)$/s.exec(said) ?? /^(.* is invalid)\. (.*)$/s.exec(said) ?? []
  return { code: 'FLAG_INVALID', message: message.charAt(0).toUpperCase() + message.slice(1), hint }
}
