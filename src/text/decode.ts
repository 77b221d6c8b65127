import type { Diagnostic } from '../model/diagnostic.ts'
import type { SourceFile } from '../model/location.ts'
import { failed, ok, type Result } from '../model/result.ts'
import { linesOf, locationOf } from './positions.ts'

const hint = 'Save the file as UTF-8.'

/** Byte order marks of what people save by accident. UTF-32 first: the little-endian one begins like UTF-16's. */
const foreignMarks: readonly (readonly [string, readonly number[]])[] = [
  ['UTF-32 (little-endian)', [0xff, 0xfe, 0, 0]],
  ['UTF-32 (big-endian)', [0, 0, 0xfe, 0xff]],
  ['UTF-16 (little-endian)', [0xff, 0xfe]],
  ['UTF-16 (big-endian)', [0xfe, 0xff]],
]

/**
 * The text of a file. A UTF-8 byte order mark is accepted and is not part of the text: columns count without it.
 *
 * Errors: ENCODING_INVALID, at the first byte that is not UTF-8.
 */
export function decode(file: SourceFile): Result<string, Diagnostic> {
  const foreign = foreignMarks.find(([, mark]) => mark.every((byte, place) => file.bytes[place] === byte))
  if (foreign) return invalid(file, '', `The file is ${foreign[0]}, by its byte order mark`)
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(file.bytes))
  } catch {
    const offset = firstInvalidByte(file.bytes)
    const byte = (file.bytes[offset] ?? 0).toString(16).padStart(2, '0')
    const before = new TextDecoder('utf-8').decode(file.bytes.subarray(0, offset))
    return invalid(file, before, `Byte ${offset} of the file (0x${byte}) is not valid UTF-8`)
  }
}

function invalid(file: SourceFile, before: string, message: string): Result<string, Diagnostic> {
  const at = locationOf(file.path, linesOf(before, file.line), before.length, before.length)
  return failed([{ code: 'ENCODING_INVALID', message, hint, at }])
}

/** The length of the longest prefix that is UTF-8. */
function firstInvalidByte(bytes: Uint8Array): number {
  let place = 0
  while (place < bytes.length) {
    const length = sequenceLength(bytes, place)
    if (length === 0) return place
    place += length
  }
  return place
}

/** How many bytes the character at `place` takes, by the table of well-formed sequences of Unicode; 0 if it is none. */
function sequenceLength(bytes: Uint8Array, place: number): number {
  const lead = bytes[place] ?? 0
  if (lead < 0x80) return 1
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
  for (let next = 1; next < length; next += 1) {
    const byte = bytes[place + next] ?? 0
    if (byte < (next === 1 ? lowest : 0x80) || byte > (next === 1 ? highest : 0xbf)) return 0
  }
  return length
}
