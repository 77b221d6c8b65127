import type { Location } from '../model/location.ts'
import { once } from '../model/once.ts'
import { harmless } from './harmless.ts'
import { type Lines, linesOf, lineText } from './positions.ts'

export type FrameOptions = {
  /** Lines shown before and after. */
  readonly context?: number
  /** Cells that the text of a line may take; longer lines show a window around the place. */
  readonly width?: number
}

/**
 * An excerpt of a text with line numbers, the place underlined:
 *
 * ```
 *   11 |   - id: crm
 * > 12 |     regoin: eu-central-1
 *      |     ^^^^^^
 *   13 |     provider: aws
 * ```
 *
 * Harmless on any terminal: tabs become spaces, and what could act or hide is written as an escape. A place of several
 * lines is underlined on its first. Without a last line break; empty where the line does not exist.
 */
export function codeFrame(text: string | Lines, at: Location, options: FrameOptions = {}): string {
  const { context = 1, width = 100 } = options
  const lines = typeof text === 'string' ? linesOf(text) : text
  const end = lines.first + lines.starts.length - 1
  if (at.line < lines.first || at.line > end) return ''
  const first = Math.max(lines.first, at.line - context)
  const last = Math.min(end, at.line + context)
  const digits = String(last).length
  const rows: string[] = []
  for (let line = first; line <= last; line += 1) {
    if (line > at.line && line === end && lineText(lines, line) === '') continue
    const number = String(line).padStart(digits)
    const shown = window(lineText(lines, line), at, width)
    rows.push(`${line === at.line ? '>' : ' '} ${number} | ${shown.text}`.trimEnd())
    if (line === at.line) rows.push(`  ${' '.repeat(digits)} | ${' '.repeat(shown.indent)}${'^'.repeat(shown.carets)}`)
  }
  return rows.join('\n')
}

/** A line as shown, and where under it the carets go; both in terminal cells. */
function window(line: string, at: Location, width: number): { text: string; indent: number; carets: number } {
  const start = Math.min(at.column - 1, line.length)
  const end = at.endLine > at.line ? line.length : Math.max(start, Math.min(at.endColumn - 1, line.length))
  // Enough is kept before the place to recognise it; the slices also bound the work on a line of megabytes.
  const from = start > width * 0.75 ? wholeCharacter(line, start - Math.floor(width / 3)) : 0
  const to = wholeCharacter(line, from + width)
  const before = `${from > 0 ? '…' : ''}${printed(line.slice(from, start))}`
  const marked = printed(line.slice(start, Math.min(end, to)))
  const after = `${printed(line.slice(Math.min(end, to), to))}${to < line.length ? '…' : ''}`
  return { text: `${before}${marked}${after}`, indent: cells(before), carets: Math.max(1, cells(marked)) }
}

/** The offset, moved back where it would cut a surrogate pair in half. */
function wholeCharacter(line: string, offset: number): number {
  const inside = Math.min(line.length, offset)
  return inside > 0 && /^[\ud800-\udbff][\udc00-\udfff]$/.test(line.slice(inside - 1, inside + 1)) ? inside - 1 : inside
}

function printed(text: string): string {
  return harmless(text.replaceAll('\t', '  '))
}

const wide = once(
  () =>
    /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\p{Emoji_Presentation}\u{20000}-\u{3fffd}]$/u,
)

/** Terminal cells that a text takes: none for combining marks, two for East Asian wide characters and emoji. */
function cells(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length
  let count = 0
  // The first mark is U+0300; what is cut off is most often all that is no ASCII.
  for (const character of text) {
    if (character < '\u0300' || character === '…') {
      count += 1
      continue
    }
    if (/^\p{M}$/u.test(character)) continue
    count += wide().test(character) ? 2 : 1
  }
  return count
}
