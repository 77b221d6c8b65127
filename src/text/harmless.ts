import { once } from '../model/once.ts'

/**
 * What a terminal obeys or a reader cannot see: control characters (C0 and C1), format characters (bidirectional
 * overrides, zero-width characters, tags), line and paragraph separators, and halves of surrogate pairs.
 */
const unsafe = once(() => /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu) // V8 looks up what it means when it is made: 1 ms

/** Most texts are; to find that out takes a fraction of looking for the rest. */
const plain = /^[ -~]*$/

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** Makes any text safe to print on one line: what could act, or could hide, is written as an escape. */
export function harmless(text: string): string {
  if (plain.test(text)) return text
  return text.replace(unsafe(), (character) => short[character] ?? escapeOf(character))
}

function escapeOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16)
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`
}

/** The start of a harmless text, with an ellipsis where something was left out. `max` counts characters. */
export function shortened(text: string, max = 60): string {
  // The slice bounds the work on texts of many megabytes; a pair that it cuts in half is dropped.
  const start = [...text.slice(0, max * 2 + 2)]
  if (start.length <= max && text.length <= max * 2 + 2) return harmless(text)
  return `${harmless(start.slice(0, max - 1).join(''))}…`
}

/**
 * A value as a message shows it: `"Frankfurt"`, `42`, `true`, `nothing`, `a list of 3`, `a mapping of 2 keys`.
 *
 * Always harmless, on one line, and short.
 */
export function seen(value: unknown): string {
  if (value === undefined || value === null) return 'nothing'
  if (typeof value === 'string') return value === '' ? 'an empty text' : `"${shortened(value)}"`
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`
  if (typeof value !== 'object') return shortened(String(value))
  const count = Object.keys(value).length
  if (count === 0) return 'an empty mapping'
  return `a mapping of ${count} ${count === 1 ? 'key' : 'keys'}`
}
