import type { Location } from '../model/location.ts'

/** Where every line of a text starts, so that an offset can be turned into a line and a column. */
export type Lines = {
  readonly text: string
  /** Offset of the first character of each line, ascending; the first is 0. */
  readonly starts: readonly number[]
  /** The number of the first of them: a text may be a part of a file. */
  readonly first: number
}

/** 1-based; columns count UTF-16 code units, as editors and the Language Server Protocol do. */
export type Position = { readonly line: number; readonly column: number }

/** Finds the lines of a text. A line ends with LF, CRLF or CR. */
export function linesOf(text: string, first = 1): Lines {
  const starts = [0]
  if (text.includes('\r')) {
    const ending = /\r\n?|\n/g
    while (ending.test(text)) starts.push(ending.lastIndex)
  } else for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1)
  return { text, starts, first }
}

/** The place of an offset; one outside the text counts as the nearest that is inside. */
export function positionAt(lines: Lines, offset: number): Position {
  const inside = Math.min(Math.max(offset, 0), lines.text.length)
  let low = 0
  let high = lines.starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lines.starts[middle] ?? 0) <= inside) low = middle
    else high = middle - 1
  }
  return { line: low + lines.first, column: inside - (lines.starts[low] ?? 0) + 1 }
}

/** The place of the characters from `start` up to, and without, `end`. */
export function locationOf(file: string, lines: Lines, start: number, end: number): Location {
  const from = positionAt(lines, start)
  const to = positionAt(lines, Math.max(start, end))
  return { file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column }
}

/** The text of a line without its ending; empty for a line that does not exist. */
export function lineText(lines: Lines, line: number): string {
  const at = line - lines.first
  const start = lines.starts[at]
  if (start === undefined) return ''
  let end = lines.starts[at + 1] ?? lines.text.length
  // Not by a pattern that looks for line ends all along a line of megabytes.
  while (end > start && (lines.text[end - 1] === '\n' || lines.text[end - 1] === '\r')) end -= 1
  return lines.text.slice(start, end)
}
