import type { Diagnostic } from '../model/diagnostic.ts'
import type { SourceFile } from '../model/location.ts'
import type { Result } from '../model/result.ts'
import type { Answer, Answerer } from './answer.ts'
import type { Cache } from './cache.ts'
import { keyOf } from './key.ts'
import { ordered } from './ordered.ts'

/** One thing to check: a file that is read in its turn, a part of one that is there, or why there is none. */
export type Item =
  | { readonly file: SourceFile }
  | { readonly problem: Diagnostic }
  | {
      /** Of its bytes, where they were looked at already. */
      readonly key: string | undefined
      readonly read: () => Result<SourceFile, Diagnostic>
    }

export type Answered = {
  /** What was looked at, for code frames; absent where it was not read. */
  readonly file?: SourceFile
  readonly answer: Answer
}

/** Answers for each item, `most` at a time, and hands the answers over in the order of the items. */
export function answerAll(
  items: AsyncIterable<Item> | Iterable<Item>,
  { answer, cache, most }: { readonly answer: Answerer; readonly cache?: Cache; readonly most: number },
  take: (answered: Answered) => Promise<void> | undefined,
): Promise<void> {
  return ordered(items, { run: (item) => answered(item, answer, cache), take, most, keep: kept })
}

/** What the cache has is given at once: to wait for it would cost more than to find it. */
function answered(item: Item, answer: Answerer, cache: Cache | undefined): Promise<Answered> | Answered {
  if ('problem' in item) return { answer: { written: [], problems: [item.problem] } }
  const known = 'key' in item && item.key !== undefined ? cache?.get(item.key) : undefined
  return known !== undefined ? { answer: known } : checked(item, answer, cache)
}

async function checked(
  item: Exclude<Item, { readonly problem: Diagnostic }>,
  answer: Answerer,
  cache: Cache | undefined,
): Promise<Answered> {
  const read = 'file' in item ? { ok: true as const, value: item.file } : item.read()
  if (!read.ok) return { answer: { written: [], problems: read.problems } }
  const file = read.value
  if (cache === undefined) return { file, answer: await answer(file) }
  // It may have been saved since it was looked at.
  const key = keyOf(file)
  const hit = cache.get(key)
  if (hit !== undefined) return kept({ file, answer: hit })
  const found = await answer(file)
  cache.put(key, found)
  return { file, answer: found }
}

/** With bytes of its own. */
function kept({ answer: { written, ...answer }, ...answered }: Answered): Answered {
  const own = written.map((one) => ({
    ...one,
    parts: one.parts.map((part) => (typeof part === 'string' ? part : Buffer.from(part))),
  }))
  return { ...answered, answer: { ...answer, written: own } }
}
