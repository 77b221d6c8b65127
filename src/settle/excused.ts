import type { Diagnostic } from '../model/diagnostic.ts'
import type { Report } from '../model/generated/report.ts'
import type { Location } from '../model/location.ts'
import { openIn } from '../model/report.ts'

/** An engagement of which a waiver or a baseline keeps something from counting, and the first place of that. */
export type Excused = { readonly engagement: string; readonly at: Location }

/** What a Report says of that; nothing where all that is open counts. */
export function excusedIn(report: Report): Excused | undefined {
  if (report.exceptions.length === 0 && report.baseline === undefined) return undefined
  const first = openIn(report).find(({ waiver, baselined }) => waiver !== undefined || baselined === true)
  return first === undefined ? undefined : { engagement: report.engagement.id, at: first.at }
}

/**
 * Told of one descriptor after the other, says of each but the first in which exceptions of one engagement count that they
 * do: they were given for one, and what is left of a copy is easily its id. What it remembers is no longer than the
 * exceptions are.
 *
 * Error: ID_DUPLICATE.
 */
export function excusedTwice(): (excused: Excused | undefined) => readonly Diagnostic[] {
  const seen = new Map<string, Location>()
  return (excused) => {
    if (excused === undefined) return []
    const { engagement, at } = excused
    const before = seen.get(engagement)
    if (before === undefined) {
      seen.set(engagement, at)
      return []
    }
    return [
      {
        code: 'ID_DUPLICATE',
        message: `Waivers or the baseline of the engagement "${engagement}" count in two descriptors, here and at ${before.file}:${before.line}:${before.column}`,
        hint: 'Give each engagement an id of its own. Versions of one engagement are checked one by one.',
        at,
      },
    ]
  }
}
