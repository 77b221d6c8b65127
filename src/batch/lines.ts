import type { Diagnostic } from '../model/diagnostic.ts'
import type { SourceFile } from '../model/location.ts'

/** One line of JSON Lines: a document, or why it is none. */
export type Line = { readonly file: SourceFile } | { readonly problem: Diagnostic }

const lineFeed = 0x0a
const blank: ReadonlySet<number> = new Set([0x20, 0x09, 0x0d])

/**
 * The documents of JSON Lines (NDJSON), as their bytes come: one on each line that is not blank, with the number of its
 * line. A byte order mark and CRLF are accepted, and so is a last line without an end. What goes beyond `limit` is passed
 * over without being kept.
 *
 * Errors: FILE_TOO_LARGE for a line, EMPTY_DOCUMENT where there is nothing else than blank lines; what the source throws.
 */
export async function* linesOfStream(
  chunks: AsyncIterable<Uint8Array | string>,
  path: string,
  limit: number,
): AsyncGenerator<Line> {
  let number = 1
  let parts: Uint8Array[] = []
  let length = 0
  let found = false
  const take = (part: Uint8Array): void => {
    length += part.length
    if (length <= limit) parts.push(part)
    else parts = []
  }
  const line = (): Line | undefined => {
    const bytes = parts.length === 1 ? parts[0] : Buffer.concat(parts)
    const tooLong = length > limit
    const one = { number, bytes: bytes ?? new Uint8Array(), tooLong }
    number += 1
    parts = []
    length = 0
    if (tooLong) return { problem: tooLarge(path, one.number, limit) }
    const content = one.number === 1 ? withoutMark(one.bytes) : one.bytes
    return isBlank(content) ? undefined : { file: { path, bytes: content, line: one.number } }
  }
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    let start = 0
    for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, start)) {
      take(bytes.subarray(start, end))
      start = end + 1
      const next = line()
      if (next === undefined) continue
      found = true
      yield next
    }
    if (start < bytes.length) take(bytes.subarray(start))
  }
  const last = length > 0 ? line() : undefined
  if (last !== undefined) yield last
  else if (!found) yield { problem: nothing(path) }
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => blank.has(byte))
}

/** Positions count without it, on the first line as everywhere. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
}

function tooLarge(path: string, line: number, limit: number): Diagnostic {
  return {
    code: 'FILE_TOO_LARGE',
    message: `The line is longer than ${limit} bytes`,
    hint: 'Write one engagement a line, and split this one.',
    at: { file: path, line, column: 1, endLine: line, endColumn: 1 },
  }
}

function nothing(path: string): Diagnostic {
  return {
    code: 'EMPTY_DOCUMENT',
    message: 'There is no document in it',
    hint: 'Write one engagement a line, as JSON.',
    at: { file: path, line: 1, column: 1, endLine: 1, endColumn: 1 },
  }
}
