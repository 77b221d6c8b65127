import type { Diagnostic } from '../model/diagnostic.ts'
import { failed, ok, type Result } from '../model/result.ts'
import type { ForeignFile } from './importer.ts'
import { problemAt } from './place.ts'

/** Exports of accounts are read whole: a hundred thousand accounts in JSON take less. */
const mostBytes = 64 * 1024 * 1024

const start = { line: 1, column: 1 }

/**
 * All of a file as text, without its byte order mark.
 *
 * Errors: FILE_TOO_LARGE, IMPORT_ENCODING.
 */
export async function wholeText(file: ForeignFile, most = mostBytes): Promise<Result<string, Diagnostic>> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const parts: string[] = []
  let length = 0
  try {
    for await (const chunk of file.chunks()) {
      length += chunk.length
      if (length > most) return failed([tooLarge(file.path, most)])
      parts.push(decoder.decode(chunk, { stream: true }))
    }
    parts.push(decoder.decode())
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const line = parts.reduce((count, part) => count + part.split('\n').length - 1, 1)
    return failed([notUtf8(file.path, line)])
  }
  return ok(parts.join(''))
}

export const notUtf8 = (file: string, line: number): Diagnostic =>
  problemAt(file, { line, column: 1 }, 'IMPORT_ENCODING', 'The file is not in UTF-8', 'Write it in UTF-8.')

function tooLarge(file: string, most: number): Diagnostic {
  const message = `The file is larger than ${most / 1024 / 1024} MB`
  const hint = 'Export fewer accounts at a time, each with its own `--evidence`.'
  return problemAt(file, start, 'FILE_TOO_LARGE', message, hint)
}
