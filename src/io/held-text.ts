import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Diagnostic } from '../model/diagnostic.ts'
import { failed, ok, type Result } from '../model/result.ts'
import { fileProblem, systemReason } from './file-problems.ts'

/** Text that comes now and is wanted in the end, however much it is. */
export type HeldText = {
  readonly add: (text: string | Uint8Array) => void
  /** All of it, in parts that are good until the next one is asked for. Errors: FILE_UNWRITABLE, of what could not be held. */
  readonly read: () => Result<Iterable<Buffer>, Diagnostic>
  /** To be called once, when it is not wanted any more. */
  readonly drop: () => void
}

/** Bytes that are kept in memory; more go to a file. */
const inMemory = 2 ** 20

/** `folder`: where there is room for a file, which nobody else may read and which is gone with the process. */
export function heldText(folder = tmpdir(), most = inMemory): HeldText {
  let held: Uint8Array[] = []
  let size = 0
  let file: number | undefined
  let failure: unknown
  const flush = (): void => {
    file ??= nameless(folder)
    const bytes = Buffer.concat(held)
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
    held = []
    size = 0
  }
  return {
    add: (text) => {
      if (failure !== undefined) return
      const bytes = Buffer.from(text)
      held.push(bytes)
      size += bytes.length
      if (size <= most) return
      try {
        flush()
      } catch (error) {
        failure = error
        held = []
      }
    },
    read: () => {
      if (failure === undefined) return ok(parts(file, held))
      const message = `What is to be printed last cannot be kept in a file until then: ${systemReason(failure)}`
      return failed([
        fileProblem('FILE_UNWRITABLE', folder, message, 'Write it to a file with --output, or make room.'),
      ])
    },
    drop: () => {
      if (file !== undefined) closeSync(file)
    },
  }
}

function* parts(file: number | undefined, held: readonly Uint8Array[]): Generator<Buffer> {
  const page = Buffer.allocUnsafeSlow(65_536)
  let at = 0
  while (file !== undefined) {
    const read = readSync(file, page, 0, page.length, at)
    if (read === 0) break
    at += read
    yield page.subarray(0, read)
  }
  yield Buffer.concat(held)
}

/** A file that is removed as soon as it is open. */
function nameless(folder: string): number {
  const own = mkdtempSync(join(folder, 'douane-'))
  try {
    return openSync(join(own, 'text'), 'wx+', 0o600)
  } finally {
    rmSync(own, { recursive: true, force: true })
  }
}
