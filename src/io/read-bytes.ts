import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { Diagnostic } from '../model/diagnostic.ts'
import { failed, ok, type Result } from '../model/result.ts'
import { fileProblem, systemReason } from './file-problems.ts'

/**
 * The bytes of one file, pipe or device; never more than `limit`, however large it says it is or grows to be.
 *
 * `shown` is its path in problems. Errors: FILE_TOO_LARGE, FILE_UNREADABLE.
 */
export function readBytes(path: string, shown: string, limit: number): Result<Uint8Array, Diagnostic> {
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    const stat = fstatSync(file)
    if (stat.size > limit) return failed([tooLarge(shown, limit)])
    const bytes = readUpTo(file, limit, stat.isFile() ? stat.size : 0)
    return bytes.length > limit ? failed([tooLarge(shown, limit)]) : ok(bytes)
  } catch (error) {
    return failed([unreadable(shown, error)])
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

/**
 * Reads one file after the other as `readBytes` does, into the same memory: what one call gives is gone with the next.
 * For who only looks at many files.
 */
export function readerOver(limit: number): (path: string, shown: string) => Result<Buffer, Diagnostic> {
  let memory = Buffer.allocUnsafeSlow(Math.min(limit + 1, 2 ** 18))
  return (path, shown) => {
    let file: number | undefined
    try {
      file = openSync(path, 'r')
      let length = 0
      for (;;) {
        const read = readSync(file, memory, length, memory.length - length, null)
        length += read
        if (length > limit) return failed([tooLarge(shown, limit)])
        if (read === 0) return ok(memory.subarray(0, length))
        if (length < memory.length) continue
        const larger = Buffer.allocUnsafeSlow(Math.min(limit + 1, memory.length * 2))
        memory.copy(larger)
        memory = larger
      }
    } catch (error) {
      return failed([unreadable(shown, error)])
    } finally {
      if (file !== undefined) closeSync(file)
    }
  }
}

/**
 * The bytes of a stream, such as standard input; it is not read beyond the limit.
 *
 * Errors: FILE_TOO_LARGE, FILE_UNREADABLE.
 */
export async function readStream(
  stream: AsyncIterable<Uint8Array | string>,
  shown: string,
  limit: number,
): Promise<Result<Uint8Array, Diagnostic>> {
  const parts: Uint8Array[] = []
  let length = 0
  try {
    for await (const part of stream) {
      const bytes = typeof part === 'string' ? Buffer.from(part) : part
      length += bytes.length
      if (length > limit) return failed([tooLarge(shown, limit)])
      parts.push(bytes)
    }
  } catch (error) {
    const message = `Standard input cannot be read: ${systemReason(error)}`
    return failed([fileProblem('FILE_UNREADABLE', shown, message, 'Pipe a file into it.')])
  }
  return ok(Buffer.concat(parts))
}

/** As much as is expected, where that is known. One byte more than the limit shows that there is more; a device may never end. */
function readUpTo(file: number, limit: number, expected: number): Uint8Array {
  let bytes = Buffer.allocUnsafe(Math.min(limit, expected === 0 ? 65_535 : expected) + 1)
  let length = 0
  for (;;) {
    const read = readSync(file, bytes, length, bytes.length - length, null)
    length += read
    if (read === 0 || length > limit || length === expected) return bytes.subarray(0, length)
    if (length < bytes.length) continue
    const larger = Buffer.allocUnsafe(Math.min(limit + 1, bytes.length * 2))
    bytes.copy(larger)
    bytes = larger
  }
}

function unreadable(shown: string, error: unknown): Diagnostic {
  const message = `The file cannot be read: ${systemReason(error)}`
  return fileProblem('FILE_UNREADABLE', shown, message, 'Check the path and its permissions.')
}

function tooLarge(shown: string, limit: number): Diagnostic {
  const message = `The file is larger than ${limit} bytes`
  return fileProblem('FILE_TOO_LARGE', shown, message, 'Split it into several files.')
}
