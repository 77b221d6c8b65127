import type { Instant } from '../model/instant.ts'
import type { Answer, Part, Written } from './answer.ts'
import { dateIn, keptText } from './dated-text.ts'
import { type Note, notedIn, noteOf } from './note.ts'

/** Where answers are kept, by key. Whatever is wrong with what is there counts as not there. */
export type Store = {
  /** The caller may write to the bytes, and has them until it asks again. */
  readonly get: (key: string) => { readonly note: Note; readonly bytes: Buffer } | undefined
  readonly put: (key: string, note: Note, parts: readonly Uint8Array[]) => void
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
      if (entry === undefined) return undefined
      const { from, until, written: noted } = notedIn(entry.note)
      if (asOf < from || (until !== undefined && asOf >= until)) return undefined
      let at = 0
      const written: Written[] = []
      for (const { parts, ...added } of noted) {
        const texts: Part[] = []
        for (const part of parts) {
          const text = entry.bytes.subarray(at, at + part.bytes)
          if (!dateIn(text, part, shown)) return undefined
          texts.push(text)
          at += part.bytes
        }
        written.push({ ...added, parts: texts })
      }
      return { written, problems: [] }
    },
    put: (key, { later, problems }) => {
      if (later === undefined || problems.length > 0) return
      const texts: Buffer[] = []
      const written = later.written.map(({ parts, ...added }) => ({
        ...added,
        parts: parts.map((part) => {
          const { kept, bytes } = keptText(part)
          texts.push(bytes)
          return kept
        }),
      }))
      const until = later.until === undefined ? {} : { until: later.until }
      store.put(key, noteOf({ from: asOf, ...until, written }), texts)
    },
  }
}
