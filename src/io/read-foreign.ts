import { type FileHandle, open } from 'node:fs/promises'
import type { Diagnostic } from '../model/diagnostic.ts'
import { failed, type Result } from '../model/result.ts'
import { fileProblem, systemReason } from './file-problems.ts'

/** A file of another tool while it is read: its beginning, and all of it in parts, once. */
type OpenFile = {
  readonly path: string
  readonly head: Uint8Array
  readonly chunks: () => AsyncIterable<Uint8Array>
}

const headLength = 65_536
const chunkLength = 1 << 20

/**
 * Has a file or a pipe of any size read, and closes it, however far that came. `shown` is its path in reports.
 *
 * Errors: FILE_NOT_FOUND, FILE_UNREADABLE, and those of `read`. One that occurs after the beginning is thrown by `chunks`.
 */
export async function readForeign<T>(
  path: string,
  shown: string,
  read: (file: OpenFile) => Promise<Result<T, Diagnostic>>,
): Promise<Result<T, Diagnostic>> {
  const opened = await open(path, 'r').catch((error) => unreadable(error, shown))
  if ('problems' in opened) return opened
  try {
    const head = await headOf(opened).catch((error) => unreadable(error, shown))
    if ('problems' in head) return head
    return await read({ path: shown, head, chunks: () => partsOf(head, opened) })
  } finally {
    await opened.close()
  }
}

async function headOf(file: FileHandle): Promise<Uint8Array> {
  const head = Buffer.allocUnsafe(headLength)
  let length = 0
  for (;;) {
    const { bytesRead } = await file.read(head, length, headLength - length, null)
    length += bytesRead
    if (bytesRead === 0 || length === headLength) return head.subarray(0, length)
  }
}

async function* partsOf(head: Uint8Array, file: FileHandle): AsyncIterable<Uint8Array> {
  yield head
  for (;;) {
    const chunk = Buffer.allocUnsafe(chunkLength)
    const { bytesRead } = await file.read(chunk, 0, chunkLength, null)
    if (bytesRead === 0) return
    yield chunk.subarray(0, bytesRead)
  }
}

function unreadable(error: unknown, shown: string) {
  const missing = (error as { readonly code?: string }).code === 'ENOENT'
  const message = missing ? 'There is no such file' : `The file cannot be read: ${systemReason(error)}`
  const hint = 'Check the path and its permissions.'
  return failed([fileProblem(missing ? 'FILE_NOT_FOUND' : 'FILE_UNREADABLE', shown, message, hint)])
}
