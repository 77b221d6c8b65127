import { keyOf } from '../batch/key.ts'
import type { Listed } from '../io/list-files.ts'
import { readerOver } from '../io/read-bytes.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { SourceFile } from '../model/location.ts'

/** The same as the parser's limit, for a file and for a line. */
export const sizeLimit = 8 * 1024 * 1024

/** What a look at a file tells: the key of an engagement, what serves all of them, or why it cannot be read. */
export type Looked =
  | { readonly key: string | undefined }
  | { readonly shared: SourceFile }
  | { readonly problems: readonly Diagnostic[] }

/** Files to be looked at by several threads, each of which takes the next stretch of them until there is none. */
export type Looking = {
  readonly files: readonly Listed[]
  /** Whether engagements are to have keys. */
  readonly keyed: boolean
  /** The number of the next stretch, in memory that all threads share. */
  readonly next: Int32Array
}

export type Stretches = ReadonlyMap<number, readonly Looked[]>

/** Files that one thread takes at a time. */
const stretch = 128

/** Looks at every file once; `helpers`: other threads that take a part of them. */
export async function lookAtAll(
  files: readonly Listed[],
  keyed: boolean,
  helpers: readonly ((looking: Looking) => Promise<Stretches>)[],
): Promise<readonly Looked[]> {
  const looking = { files, keyed, next: new Int32Array(new SharedArrayBuffer(4)) }
  const others = helpers.map((help) => help(looking))
  const own = look(looking)
  const all = [own, ...(await Promise.all(others))]
  const found: Looked[] = []
  for (let number = 0; number * stretch < files.length; number += 1) {
    const part = all.map((stretches) => stretches.get(number)).find((one) => one !== undefined)
    // A thread that ended took what it had found with it.
    found.push(...(part ?? lookAt(stretchOf(files, number), keyed)))
  }
  return found
}

/** Takes one stretch after the other. */
export function look({ files, keyed, next }: Looking): Stretches {
  const found = new Map<number, readonly Looked[]>()
  for (;;) {
    const number = Atomics.add(next, 0, 1)
    const part = stretchOf(files, number)
    if (part.length === 0) return found
    found.set(number, lookAt(part, keyed))
  }
}

function stretchOf(files: readonly Listed[], number: number): readonly Listed[] {
  return files.slice(number * stretch, (number + 1) * stretch)
}

const read = readerOver(sizeLimit)

function lookAt(files: readonly Listed[], keyed: boolean): readonly Looked[] {
  return files.map(({ shown, path }): Looked => {
    const result = read(path, shown)
    if (!result.ok) return { problems: result.problems }
    const file = { path: shown, bytes: result.value }
    if (!holdsEngagement(file)) return { shared: { ...file, bytes: Uint8Array.from(file.bytes) } }
    return { key: keyed ? keyOf(file) : undefined }
  })
}

const kind = /(^|[{,\s"'])kind["']?\s*:\s*["']?Engagement\b/

/**
 * Whether a file says that it holds an engagement; most say it in their first lines. One that says so in a comment or a
 * text alone is reported when it is checked, and so is one that says it in a way of its own, as what serves all.
 */
export function holdsEngagement({ bytes }: SourceFile): boolean {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  // Of the first mention, what stands before it is enough, as a rule.
  const first = all.indexOf('Engagement')
  if (first < 0) return false
  const start = Math.max(0, first - 32)
  const mention = all.toString('latin1', start, first + 11)
  return kind.test(start === 0 ? mention : `x${mention}`) || kind.test(all.toString('latin1'))
}
