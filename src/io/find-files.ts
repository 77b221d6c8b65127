import { type Dirent, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve, sep } from 'node:path'
import type { Diagnostic } from '../model/diagnostic.ts'
import { failed, ok, type Result } from '../model/result.ts'
import { harmless } from '../text/harmless.ts'
import { nearest } from '../text/nearest.ts'
import { displayPath } from './display-path.ts'
import { fileProblem, systemReason } from './file-problems.ts'
import { configNames } from './find-config.ts'

/** What is read of a folder; a file that is named may be called anything. */
const readable = /\.(ya?ml|json)$/i

/**
 * The files that a path, folder or glob pattern means, as absolute paths. A folder means all YAML and JSON files in it;
 * hidden ones, node_modules, configurations and what symbolic links to folders lead to are left out, there and for
 * patterns.
 *
 * A name with brackets or asterisks in it that exists is that file.
 *
 * Errors: FILE_NOT_FOUND, with the nearest name there is; FILE_UNREADABLE.
 */
export async function findFiles(cwd: string, pattern: string): Promise<Result<readonly string[], Diagnostic>> {
  // An empty name, as of a variable that is not set, would mean the whole working directory.
  if (pattern.trim() === '') return failed([fileProblem('FILE_NOT_FOUND', '.', 'A file name is empty', 'Name a file.')])
  const path = resolve(cwd, pattern)
  try {
    const stat = statSync(path, { throwIfNoEntry: false })
    if (stat !== undefined) return stat.isDirectory() ? filesIn(cwd, path) : ok([path])
    if (!/[*?[\]{}!()]/.test(pattern)) return failed([notFound(cwd, path)])
    return await filesMatching(cwd, pattern)
  } catch (error) {
    if (isMissing(error)) return failed([notFound(cwd, path)])
    const message = `The files cannot be listed: ${systemReason(error)}`
    return failed([
      fileProblem('FILE_UNREADABLE', displayPath(cwd, path), message, 'Check the path and its permissions.'),
    ])
  }
}

function filesIn(cwd: string, folder: string): Result<readonly string[], Diagnostic> {
  const found: string[] = []
  const folders = [folder]
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    for (const entry of readdirSync(next, { withFileTypes: true })) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules' || configNames.includes(entry.name)) continue
      const path = next.endsWith(sep) ? `${next}${entry.name}` : `${next}${sep}${entry.name}`
      if (entry.isDirectory()) folders.push(path)
      else if (readable.test(entry.name) && isFile(entry, path)) found.push(path)
    }
  }
  if (found.length > 0) return ok(found)
  const message = 'There are no YAML or JSON files in this folder'
  return failed([
    fileProblem('FILE_NOT_FOUND', shownFolder(cwd, folder), message, 'Name another folder, or the files.'),
  ])
}

function isFile(entry: Dirent, path: string): boolean {
  return entry.isFile() || (entry.isSymbolicLink() && statSync(path, { throwIfNoEntry: false })?.isFile() === true)
}

async function filesMatching(cwd: string, pattern: string): Promise<Result<readonly string[], Diagnostic>> {
  // Most runs name their files; the matcher is loaded only for those that do not.
  const { matchFiles } = await import('./match-files.ts')
  const found = await matchFiles(cwd, pattern)
  if (found.length > 0) return ok(found)
  const hint = 'Check the pattern, and put it in quotes so that the shell does not change it.'
  return failed([fileProblem('FILE_NOT_FOUND', pattern, `No file matches "${harmless(pattern)}"`, hint)])
}

function notFound(cwd: string, path: string): Diagnostic {
  const shown = displayPath(cwd, path)
  const meant = nearest(basename(path), namesIn(dirname(path)))
  const hint =
    meant === undefined
      ? 'Check the path.'
      : `Did you mean "${harmless(displayPath(cwd, join(dirname(path), meant)))}"?`
  return fileProblem('FILE_NOT_FOUND', shown, `There is no file "${harmless(shown)}"`, hint)
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}

function shownFolder(cwd: string, folder: string): string {
  return displayPath(cwd, folder) || '.'
}
