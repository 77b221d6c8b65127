import type { Instant } from '../model/instant.ts'
import type { Excused } from '../settle/excused.ts'
import type { KeptText } from './dated-text.ts'

/** What is noted of an entry of the cache, of which the bytes are its texts. */
export type Noted = {
  readonly from: Instant
  readonly until?: Instant
  readonly written: readonly {
    readonly passed: boolean
    readonly excused?: Excused
    readonly parts: readonly KeptText[]
  }[]
}

/** The same in one flat list: a run parses those of all entries, and objects take five times as long. */
export type Note = readonly (number | string | null)[]

export function noteOf({ from, until, written }: Noted): Note {
  const parts = written.flatMap(({ passed, excused, parts }) => {
    const why = excused === undefined ? null : JSON.stringify(excused)
    return [Number(passed), why, parts.length, ...parts.flatMap(partNote)]
  })
  return [from, until ?? null, ...parts]
}

function partNote(part: KeptText): Note {
  if ('asOf' in part) return [part.bytes, part.asOf]
  return [part.bytes, part.length, part.places.length, ...part.places]
}

/** What `noteOf` was made of. */
export function notedIn([from, until, ...rest]: Note): Noted {
  const written: Noted['written'][number][] = []
  let at = 0
  const next = (): number => rest[at++] as number
  while (at < rest.length) {
    const passed = next() === 1
    const why = rest[at++]
    const parts = Array.from({ length: next() }, (): KeptText => {
      const bytes = next()
      const length: unknown = next()
      if (typeof length === 'string') return { bytes, asOf: length }
      const places = next()
      at += places
      return { bytes, length: length as number, places: rest.slice(at - places, at) as number[] }
    })
    written.push({ passed, ...(typeof why === 'string' ? { excused: JSON.parse(why) as Excused } : {}), parts })
  }
  return { from: from as Instant, ...(until === null ? {} : { until: until as Instant }), written }
}
