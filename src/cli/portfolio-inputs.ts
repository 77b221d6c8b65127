import { createReadStream } from 'node:fs'
import { keyOf } from '../batch/key.ts'
import { linesOfStream } from '../batch/lines.ts'
import type { Item } from '../batch/portfolio.ts'
import { fileProblem, systemReason } from '../io/file-problems.ts'
import { type Listed, readListed } from '../io/list-files.ts'
import { readerOver, readStream } from '../io/read-bytes.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { SourceFile } from '../model/location.ts'
import { failed, ok, type Result } from '../model/result.ts'
import type { Terminal } from './terminal.ts'

/** The same as the parser's limit, for a file and for a line. */
export const sizeLimit = 8 * 1024 * 1024

/** What a portfolio is made of. */
export type Portfolio = {
  /** Files without an engagement: they serve all of them. */
  readonly shared: readonly SourceFile[]
  readonly items: () => AsyncIterable<Item> | Iterable<Item>
  /** How many items there are, where that is known before all of them were read. */
  readonly count: number | undefined
}

type Named = Listed & { readonly stdin?: true }

export function isLines(name: string): boolean {
  return /\.(ndjson|jsonl)$/i.test(name)
}

/**
 * Looks at every file once, to tell engagements from what serves them all, and keeps only the latter; JSON Lines are read
 * when they are asked for.
 *
 * `keyed`: whether the items are to have keys. Errors, of all files: FILE_UNREADABLE, FILE_TOO_LARGE.
 */
export async function portfolioOf(
  listed: readonly Listed[],
  stdinFilename: string | undefined,
  { stdin }: Pick<Terminal, 'stdin'>,
  keyed: boolean,
): Promise<Result<Portfolio, Diagnostic>> {
  const named: Named[] = [...listed]
  if (stdinFilename !== undefined) named.push({ shown: stdinFilename, path: '-', stdin: true })
  named.sort((one, other) => (one.shown < other.shown ? -1 : 1))
  const shared: SourceFile[] = []
  const sources: (Item | (() => AsyncGenerator<Item>))[] = []
  const problems: Diagnostic[] = []
  let lines = false
  const look = readerOver(sizeLimit)
  for (const one of named) {
    if (isLines(one.shown)) {
      lines = true
      sources.push(() => linesIn(one.stdin ? stdin : createReadStream(one.path, { highWaterMark: 2 ** 18 }), one.shown))
      continue
    }
    const read = one.stdin ? await fromStdin(one.shown, stdin) : lookedAt(one, look)
    if (!read.ok) problems.push(...read.problems)
    else if (!holdsEngagement(read.value)) shared.push({ ...read.value, bytes: Buffer.from(read.value.bytes) })
    else sources.push(one.stdin ? { file: read.value } : again(one, keyed ? keyOf(read.value) : undefined))
  }
  if (problems.length > 0) return failed(problems)
  return ok({
    shared,
    count: lines ? undefined : sources.length,
    items: () => (lines ? inTurn(sources) : (sources as readonly Item[])),
  })
}

async function* inTurn(sources: readonly (Item | (() => AsyncGenerator<Item>))[]): AsyncGenerator<Item> {
  for (const source of sources) {
    if (typeof source === 'function') yield* source()
    else yield source
  }
}

function lookedAt({ shown, path }: Listed, look: ReturnType<typeof readerOver>): Result<SourceFile, Diagnostic> {
  const bytes = look(path, shown)
  return bytes.ok ? ok({ path: shown, bytes: bytes.value }) : bytes
}

function again(listed: Listed, key: string | undefined): Item {
  return { ...(key === undefined ? {} : { key }), read: () => readListed(listed, sizeLimit) }
}

async function fromStdin(shown: string, stdin: Terminal['stdin']): Promise<Result<SourceFile, Diagnostic>> {
  const bytes = await readStream(stdin, shown, sizeLimit)
  return bytes.ok ? ok({ path: shown, bytes: bytes.value }) : bytes
}

async function* linesIn(stream: AsyncIterable<Uint8Array | string>, path: string): AsyncGenerator<Item> {
  try {
    yield* linesOfStream(stream, path, sizeLimit)
  } catch (error) {
    const message = `It cannot be read to its end: ${systemReason(error)}`
    yield { problem: fileProblem('FILE_UNREADABLE', path, message, 'Check the path and its permissions.') }
  }
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
