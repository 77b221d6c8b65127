import type { Diagnostic } from '../model/diagnostic.ts'
import type { SourceFile } from '../model/location.ts'
import { failed, ok, type Result } from '../model/result.ts'
import { displayPath } from './display-path.ts'
import { findFiles } from './find-files.ts'
import { readBytes } from './read-bytes.ts'

/** A file that patterns mean: as reports show it, and where it is. */
export type Listed = { readonly shown: string; readonly path: string }

/**
 * The files that patterns mean, without reading any; `-` is passed over. Sorted by shown path, each once.
 *
 * Errors, of all patterns: FILE_NOT_FOUND, FILE_UNREADABLE.
 */
export async function listFiles(
  patterns: readonly string[],
  cwd: string,
): Promise<Result<readonly Listed[], Diagnostic>> {
  const problems: Diagnostic[] = []
  const paths = new Map<string, string>()
  for (const pattern of new Set(patterns)) {
    if (pattern === '-') continue
    const found = await findFiles(cwd, pattern)
    if (!found.ok) problems.push(...found.problems)
    else for (const path of found.value) paths.set(displayPath(cwd, path), path)
  }
  if (problems.length > 0) return failed(problems)
  return ok([...paths.keys()].sort().map((shown) => ({ shown, path: paths.get(shown) ?? shown })))
}

/** Errors: FILE_UNREADABLE, FILE_TOO_LARGE. */
export function readListed({ shown, path }: Listed, limit: number): Result<SourceFile, Diagnostic> {
  const bytes = readBytes(path, shown, limit)
  return bytes.ok ? ok({ path: shown, bytes: bytes.value }) : bytes
}
