import type { Instant } from '../model/instant.ts'
import type { Answer, Written } from './answer.ts'
import { textFor } from './dated-text.ts'

/** Where answers are kept, by key. Whatever is wrong with what is there counts as not there. */
export type Store = {
  readonly get: (key: string) => string | undefined
  readonly put: (key: string, text: string) => void
}

/** What stands before the texts of an entry: how long each of their pieces is. They are long, and read most often. */
type Head = {
  readonly from: Instant
  readonly until?: Instant
  readonly written: readonly {
    readonly passed: boolean
    readonly parts: readonly { readonly pieces: readonly number[]; readonly length?: number; readonly asOf?: string }[]
  }[]
}

/** Answers of earlier runs that a check would give again, byte for byte. */
export type Cache = {
  readonly get: (key: string) => Answer | undefined
  readonly put: (key: string, answer: Answer) => void
}

/**
 * Gives an answer from its as-of on, and before the instant from which anything in it may change. An answer with a problem
 * is never kept.
 */
export function cacheOf(store: Store, asOf: Instant): Cache {
  const shown = new Date(asOf).toISOString().replace('.000Z', 'Z')
  return {
    get: (key) => {
      const entry = store.get(key)
      const end = entry?.indexOf('\n') ?? -1
      const head = entry === undefined ? undefined : parsed(entry.slice(0, end))
      if (entry === undefined || head === undefined || asOf < head.from) return undefined
      if (head.until !== undefined && asOf >= head.until) return undefined
      let at = end + 1
      const take = (length: number): string => {
        at += length
        return entry.slice(at - length, at)
      }
      const written: Written[] = []
      for (const { passed, parts } of head.written) {
        const texts = parts.map(({ pieces, length = 0, asOf: same }) => {
          const around = pieces.map(take)
          return textFor(same === undefined ? { around, length } : { text: around.join(''), asOf: same }, shown)
        })
        if (!texts.every((text) => text !== undefined)) return undefined
        written.push({ passed, parts: texts })
      }
      return { written, problems: [] }
    },
    put: (key, { later, problems }) => {
      if (later === undefined || problems.length > 0) return
      const texts: string[] = []
      const written = later.written.map(({ passed, parts }) => ({
        passed,
        parts: parts.map((part) => {
          const pieces = 'around' in part ? part.around : [part.text]
          texts.push(...pieces)
          const lengths = pieces.map(({ length }) => length)
          return 'around' in part ? { pieces: lengths, length: part.length } : { pieces: lengths, asOf: part.asOf }
        }),
      }))
      const head: Head = { from: asOf, ...(later.until === undefined ? {} : { until: later.until }), written }
      store.put(key, `${JSON.stringify(head)}\n${texts.join('')}`)
    },
  }
}

/** The store answers for the bytes; that they are JSON was so when they were written. */
function parsed(text: string): Head | undefined {
  try {
    return JSON.parse(text) as Head
  } catch {
    return undefined
  }
}
