import type { Instant } from '../model/instant.ts'
import type { Answer, Part, Written } from './answer.ts'
import { dateIn, type KeptText, keptText } from './dated-text.ts'

/** Where answers are kept, by key. Whatever is wrong with what is there counts as not there. */
export type Store = {
  /** The caller may write to it. */
  readonly get: (key: string) => Buffer | undefined
  readonly put: (key: string, parts: readonly Uint8Array[]) => void
}

/** What stands before the texts of an entry. They are long, and read most often. */
type Head = {
  readonly from: Instant
  readonly until?: Instant
  readonly written: readonly { readonly passed: boolean; readonly parts: readonly KeptText[] }[]
}

/** Answers of earlier runs that a check would give again, byte for byte. */
export type Cache = {
  readonly get: (key: string) => Answer | undefined
  readonly put: (key: string, answer: Answer) => void
}

const lineFeed = 0x0a

/**
 * Gives an answer from its as-of on, and before the instant from which anything in it may change. An answer with a problem
 * is never kept.
 */
export function cacheOf(store: Store, asOf: Instant): Cache {
  const shown = new Date(asOf).toISOString().replace('.000Z', 'Z')
  return {
    get: (key) => {
      const entry = store.get(key)
      const end = entry?.indexOf(lineFeed) ?? -1
      const head = entry === undefined ? undefined : parsed(entry.toString('latin1', 0, end))
      if (entry === undefined || head === undefined || asOf < head.from) return undefined
      if (head.until !== undefined && asOf >= head.until) return undefined
      let at = end + 1
      const written: Written[] = []
      for (const { passed, parts } of head.written) {
        const texts: Part[] = []
        for (const part of parts) {
          const text = entry.subarray(at, at + part.bytes)
          if (!dateIn(text, part, shown)) return undefined
          texts.push(text)
          at += part.bytes
        }
        written.push({ passed, parts: texts })
      }
      return { written, problems: [] }
    },
    put: (key, { later, problems }) => {
      if (later === undefined || problems.length > 0) return
      const texts: Buffer[] = []
      const written = later.written.map(({ passed, parts }) => ({
        passed,
        parts: parts.map((part) => {
          const { kept, bytes } = keptText(part)
          texts.push(bytes)
          return kept
        }),
      }))
      const head: Head = { from: asOf, ...(later.until === undefined ? {} : { until: later.until }), written }
      store.put(key, [Buffer.from(`${JSON.stringify(head)}\n`), ...texts])
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
