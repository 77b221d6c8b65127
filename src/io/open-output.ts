import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Diagnostic } from '../model/diagnostic.ts'
import { failed, ok, type Result } from '../model/result.ts'
import { displayPath } from './display-path.ts'
import { fileProblem, systemReason } from './file-problems.ts'

/** A file that is written part by part, and is there when it is whole. */
export type OpenOutput = {
  readonly write: (text: string | Buffer) => void
  /** Puts it where it belongs. Errors: FILE_UNWRITABLE, also for what could not be written before. */
  readonly finish: () => Result<undefined, Diagnostic>
  /** Leaves what was there before as it is. */
  readonly abandon: () => void
}

/** As `writeFile` does it, for what is too long to be held. Errors: FILE_UNWRITABLE. */
export function openOutput(path: string, cwd: string): Result<OpenOutput, Diagnostic> {
  const shown = displayPath(cwd, resolve(cwd, path))
  const wrong = (error: unknown): Result<never, Diagnostic> => {
    const message = `The file cannot be written: ${systemReason(error)}`
    const hint = 'Check that its folder exists and may be written to.'
    return failed([fileProblem('FILE_UNWRITABLE', shown, message, hint)])
  }
  try {
    const target = followed(resolve(cwd, path))
    const before = statSync(target, { throwIfNoEntry: false })
    if (before?.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' })
    // A pipe or a device is written directly.
    const direct = before !== undefined && !before.isFile()
    const name = `.${basename(target).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`
    const written = direct ? target : join(dirname(target), name)
    const file = openSync(written, direct ? 'w' : 'wx')
    let failure: unknown
    const attempt = (what: () => void): void => {
      if (failure !== undefined) return
      try {
        what()
      } catch (error) {
        failure = error
      }
    }
    const abandon = (): void => {
      closeSync(file)
      if (!direct) rmSync(written, { force: true })
    }
    return ok({
      write: (text) => attempt(() => writeWhole(file, typeof text === 'string' ? Buffer.from(text) : text)),
      abandon,
      finish: () => {
        attempt(() => {
          if (direct) return
          fsyncSync(file)
          if (before !== undefined) chmodSync(written, before.mode)
          renameSync(written, target)
        })
        if (failure === undefined) closeSync(file)
        else abandon()
        return failure === undefined ? ok(undefined) : wrong(failure)
      },
    })
  } catch (error) {
    return wrong(error)
  }
}

function writeWhole(file: number, bytes: Uint8Array): void {
  let written = 0
  while (written < bytes.length) written += writeSync(file, bytes, written)
}

function followed(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
