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
      readonly key?: string
      readonly read: () => Result<SourceFile, Diagnostic>
    }

export type Answered = {
  /** What was looked at, for code frames; absent where it was not read. */
  readonly file?: SourceFile
  readonly answer: Answer
}

/** Answers for each item, in their order; `most` at a time. */
export function answersOf(
  items: AsyncIterable<Item> | Iterable<Item>,
  { answer, cache, most }: { readonly answer: Answerer; readonly cache?: Cache; readonly most: number },
): AsyncGenerator<Answered> {
  return ordered(items, (item) => answered(item, answer, cache), most)
}

async function answered(item: Item, answer: Answerer, cache: Cache | undefined): Promise<Answered> {
  if ('problem' in item) return { answer: { written: [], problems: [item.problem] } }
  const known = 'key' in item && item.key !== undefined ? cache?.get(item.key) : undefined
  if (known !== undefined) return { answer: known }
  const read = 'file' in item ? { ok: true as const, value: item.file } : item.read()
  if (!read.ok) return { answer: { written: [], problems: read.problems } }
  const file = read.value
  if (cache === undefined) return { file, answer: await answer(file) }
  // It may have been saved since it was looked at.
  const key = keyOf(file)
  const hit = cache.get(key)
  if (hit !== undefined) return { file, answer: hit }
  const found = await answer(file)
  cache.put(key, found)
  return { file, answer: found }
}
