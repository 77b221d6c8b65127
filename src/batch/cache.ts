import type { Instant } from '../model/instant.ts'
import type { Answer, Later, Written } from './answer.ts'
import { textFor } from './dated-text.ts'

/** Where answers are kept, by key. Whatever is wrong with what is there counts as not there. */
export type Store = {
  readonly get: (key: string) => string | undefined
  readonly put: (key: string, text: string) => void
}

type Entry = Later & { readonly from: Instant }

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
      const entry = parsed(store.get(key))
      if (entry === undefined || asOf < entry.from || (entry.until !== undefined && asOf >= entry.until))
        return undefined
      const written: Written[] = []
      for (const { passed, parts } of entry.written) {
        const texts = parts.map((part) => textFor(part, shown))
        if (!texts.every((text) => text !== undefined)) return undefined
        written.push({ passed, parts: texts })
      }
      return { written, problems: [] }
    },
    put: (key, { later, problems }) => {
      if (later === undefined || problems.length > 0) return
      const entry: Entry = { from: asOf, ...later }
      store.put(key, JSON.stringify(entry))
    },
  }
}

/** The store answers for the bytes; that they are JSON was so when they were written. */
function parsed(text: string | undefined): Entry | undefined {
  if (text === undefined) return undefined
  try {
    return JSON.parse(text) as Entry
  } catch {
    return undefined
  }
}
