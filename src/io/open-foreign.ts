import { open } from 'node:fs/promises'
import type { Diagnostic } from '../model/diagnostic.ts'
import { failed, ok, type Result } from '../model/result.ts'
import { fileProblem, systemReason } from './file-problems.ts'

/** A file of another tool, open: its beginning, and all of it in parts. Once read to the end, or given up, it is closed. */
type OpenFile = {
  readonly path: string
  readonly head: Uint8Array
  readonly chunks: () => AsyncIterable<Uint8Array>
}

const headLength = 65_536
const chunkLength = 1 << 20

/**
 * Opens a file or a pipe of any size. `shown` is its path in reports.
 *
 * Errors: FILE_NOT_FOUND, FILE_UNREADABLE. One that occurs while it is read is thrown by `chunks`.
 */
export async function openForeign(path: string, shown: string): Promise<Result<OpenFile, Diagnostic>> {
  try {
    const file = await open(path, 'r')
    const head = Buffer.allocUnsafe(headLength)
    let length = 0
    for (;;) {
      const { bytesRead } = await file.read(head, length, headLength - length, null)
      length += bytesRead
      if (bytesRead === 0 || length === headLength) break
    }
    const start = head.subarray(0, length)
    async function* chunks(): AsyncIterable<Uint8Array> {
      try {
        yield start
        for (;;) {
          const chunk = Buffer.allocUnsafe(chunkLength)
          const { bytesRead } = await file.read(chunk, 0, chunkLength, null)
          if (bytesRead === 0) return
          yield chunk.subarray(0, bytesRead)
        }
      } finally {
        await file.close()
      }
    }
    return ok({ path: shown, head: start, chunks })
  } catch (error) {
    const missing = (error as { readonly code?: string }).code === 'ENOENT'
    const message = missing ? 'There is no such file' : `The file cannot be read: ${systemReason(error)}`
    const hint = 'Check the path and its permissions.'
    return failed([fileProblem(missing ? 'FILE_NOT_FOUND' : 'FILE_UNREADABLE', shown, message, hint)])
  }
}
