import { randomBytes } from 'node:crypto'
import { chmodSync, realpathSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Diagnostic } from '../model/diagnostic.ts'
import { failed, ok, type Result } from '../model/result.ts'
import { displayPath } from './display-path.ts'
import { fileProblem, systemReason } from './file-problems.ts'

/**
 * Writes a file whole or not at all: under a temporary name beside it, which is then renamed. Who reads meanwhile sees
 * the old file or the new one. A link stays a link, and a file keeps its mode; a pipe or device is written directly.
 *
 * Errors: FILE_UNWRITABLE, with what the system said.
 */
export function writeFile(path: string, data: string | Uint8Array, cwd = process.cwd()): Result<undefined, Diagnostic> {
  let temporary: string | undefined
  try {
    const target = followed(resolve(cwd, path))
    const before = statSync(target, { throwIfNoEntry: false })
    if (before?.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' })
    if (before && !before.isFile()) {
      writeFileSync(target, data)
      return ok(undefined)
    }
    temporary = join(dirname(target), `.${basename(target).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`)
    // `wx`: a file or link that somebody put there under this name is never written through.
    writeFileSync(temporary, data, { flag: 'wx', flush: true })
    if (before) chmodSync(temporary, before.mode)
    renameSync(temporary, target)
    return ok(undefined)
  } catch (error) {
    if (temporary !== undefined) removeIfThere(temporary)
    const message = `The file cannot be written: ${systemReason(error)}`
    const hint = 'Check that its folder exists and may be written to.'
    return failed([fileProblem('FILE_UNWRITABLE', displayPath(cwd, resolve(cwd, path)), message, hint)])
  }
}

function followed(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

function removeIfThere(path: string): void {
  try {
    unlinkSync(path)
  } catch {
    // It was never made, or was renamed already: there is nothing left to remove.
  }
}
