import { createReadStream } from 'node:fs'
import { linesOfStream } from '../batch/lines.ts'
import type { Item } from '../batch/portfolio.ts'
import { fileProblem, systemReason } from '../io/file-problems.ts'
import { type Listed, readListed } from '../io/list-files.ts'
import { readStream } from '../io/read-bytes.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { SourceFile } from '../model/location.ts'
import { failed, ok, type Result } from '../model/result.ts'
import type { Assistants } from './assistants.ts'
import { holdsEngagement, lookAtAll, sizeLimit } from './looking.ts'
import type { Terminal } from './terminal.ts'

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
  terminal: Pick<Terminal, 'stdin'>,
  { keyed, lookers }: { readonly keyed: boolean; readonly lookers: Assistants['lookers'] },
): Promise<Result<Portfolio, Diagnostic>> {
  const named: Named[] = [...listed]
  if (stdinFilename !== undefined) {
    named.push({ shown: stdinFilename, path: '-', stdin: true })
    named.sort((one, other) => (one.shown < other.shown ? -1 : 1))
  }
  const plain = named.filter((one) => one.stdin !== true && !isLines(one.shown))
  const looked = (await lookAtAll(plain, keyed, lookers)).values()
  const shared: SourceFile[] = []
  const sources: (Item | (() => AsyncGenerator<Item>))[] = []
  const problems: Diagnostic[] = []
  let lines = false
  for (const one of named) {
    if (isLines(one.shown)) {
      lines = true
      sources.push(() =>
        linesIn(one.stdin ? terminal.stdin : createReadStream(one.path, { highWaterMark: 2 ** 18 }), one.shown),
      )
    } else if (one.stdin) {
      const read = await fromStdin(one.shown, terminal.stdin)
      if (!read.ok) problems.push(...read.problems)
      else if (holdsEngagement(read.value)) sources.push({ file: read.value })
      else shared.push(read.value)
    } else {
      const found = looked.next().value ?? { key: undefined }
      if ('problems' in found) problems.push(...found.problems)
      else if ('shared' in found) shared.push(found.shared)
      else sources.push({ key: found.key, read: () => readListed(one, sizeLimit) })
    }
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
