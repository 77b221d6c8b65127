import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Diagnostic } from '../model/diagnostic.ts'
import { failed, ok, type Result } from '../model/result.ts'
import { displayPath } from './display-path.ts'
import { fileProblem, systemReason } from './file-problems.ts'
import { writeFile } from './write-file.ts'

type NewFile = { readonly path: string; readonly text: string }

/**
 * Writes files that are not there yet, with their folders. If one is there, none is written, unless `replace`.
 *
 * Errors: FILE_EXISTS for each that is there; FILE_UNWRITABLE.
 */
export function writeNewFiles(files: readonly NewFile[], cwd: string, replace: boolean): Result<undefined, Diagnostic> {
  const there = replace ? [] : files.filter(({ path }) => existsSync(resolve(cwd, path)))
  if (there.length > 0) {
    const hint = 'Choose another name, or replace it with --force.'
    return failed(there.map(({ path }) => problemAt('FILE_EXISTS', path, 'The file is there already', hint, cwd)))
  }
  for (const { path, text } of files) {
    try {
      mkdirSync(dirname(resolve(cwd, path)), { recursive: true })
    } catch (error) {
      const message = `Its folder cannot be made: ${systemReason(error)}`
      return failed([problemAt('FILE_UNWRITABLE', path, message, 'Name another folder.', cwd)])
    }
    const written = writeFile(path, text, cwd)
    if (!written.ok) return written
  }
  return ok(undefined)
}

export function isFile(path: string, cwd: string): boolean {
  return statSync(resolve(cwd, path), { throwIfNoEntry: false })?.isFile() ?? false
}

/** Whether there is a folder with something in it. */
export function folderHasFiles(path: string, cwd: string): boolean {
  const folder = resolve(cwd, path)
  return existsSync(folder) && readdirSync(folder).length > 0
}

function problemAt(
  code: 'FILE_EXISTS' | 'FILE_UNWRITABLE',
  path: string,
  message: string,
  hint: string,
  cwd: string,
): Diagnostic {
  return fileProblem(code, displayPath(cwd, resolve(cwd, path)), message, hint)
}
