import type { Diagnostic } from '../model/diagnostic.ts'
import type { SourceFile } from '../model/location.ts'
import { failed, ok, type Result } from '../model/result.ts'
import { displayPath } from './display-path.ts'
import { findFiles } from './find-files.ts'
import { readBytes, readStream } from './read-bytes.ts'

export type ReadOptions = {
  /** What relative paths and patterns start from, and what shown paths are relative to. */
  readonly cwd?: string
  /** Bytes that one file may have. */
  readonly limit?: number
  readonly stdin?: AsyncIterable<Uint8Array | string>
  /** What standard input is called in reports; its ending decides between YAML and JSON. */
  readonly stdinFilename?: string
}

/** The same as the parser's limit, so that what is refused there is not read here. */
const defaultLimit = 8 * 1024 * 1024

/**
 * Reads files by paths, folders and glob patterns; `-` is standard input.
 *
 * Sorted by shown path, each file once, whatever the order and overlap of the patterns.
 *
 * Errors, of all patterns and files: NO_INPUT, FILE_NOT_FOUND, FILE_UNREADABLE, FILE_TOO_LARGE.
 */
export async function readFiles(
  patterns: readonly string[],
  options: ReadOptions = {},
): Promise<Result<readonly SourceFile[], Diagnostic>> {
  const { cwd = process.cwd(), limit = defaultLimit, stdinFilename = 'stdin' } = options
  if (patterns.length === 0) return failed([noInput])
  const problems: Diagnostic[] = []
  const paths = new Map<string, string>()
  for (const pattern of new Set(patterns)) {
    if (pattern === '-') continue
    const found = await findFiles(cwd, pattern)
    if (!found.ok) problems.push(...found.problems)
    else for (const path of found.value) paths.set(displayPath(cwd, path), path)
  }
  const files: SourceFile[] = []
  const take = (path: string, bytes: Result<Uint8Array, Diagnostic>): void => {
    if (bytes.ok) files.push({ path, bytes: bytes.value })
    else problems.push(...bytes.problems)
  }
  // Standard input is made when it is first asked for.
  if (patterns.includes('-')) {
    take(stdinFilename, await readStream(options.stdin ?? process.stdin, stdinFilename, limit))
  }
  for (const [shown, path] of paths) take(shown, readBytes(path, shown, limit))
  if (problems.length > 0) return failed(problems.sort((one, other) => order(one.at?.file ?? '', other.at?.file ?? '')))
  return ok(files.sort((one, other) => order(one.path, other.path)))
}

const noInput: Diagnostic = {
  code: 'NO_INPUT',
  message: 'No files were named',
  hint: 'Name files, folders or patterns, or "-" for standard input.',
}

/** By code unit: the same on every machine. */
function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
