import { forbiddenKeys } from './check-tree.ts'
import type { Limits } from './limits.ts'
import { literalOf } from './read-json.ts'
import type { Entry, SyntaxNode } from './syntax.ts'

/** What an escape can write that has to be looked at: half of a surrogate pair, and a colon, which is counted. */
const telling = /\\u(?:d[89a-f]|003a)/i

/**
 * The value of a JSON text with which nothing is wrong, deeply frozen: `JSON.parse` is many times quicker than a reader
 * that keeps places. Nothing, where there is anything to tell, or any doubt.
 *
 * A key that is there twice leaves one behind, and its colon: there are as many colons in the text as keys in the value
 * and colons in its texts.
 */
export function readSoundJson(text: string, limits: Limits): { readonly value: unknown } | undefined {
  if (text.includes('\\u') && telling.test(text)) return undefined
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  const checking = { limits, values: 0, colons: 0 }
  return isSound(value, 1, checking) && checking.colons === colonsIn(text) ? { value } : undefined
}

type Checking = { readonly limits: Limits; values: number; colons: number }

/** Freezes what it looks at. */
function isSound(value: unknown, depth: number, checking: Checking): boolean {
  checking.values += 1
  if (checking.values > checking.limits.tokens) return false
  if (typeof value === 'string') {
    checking.colons += colonsIn(value)
    return true
  }
  if (typeof value === 'number') return isKept(value)
  if (typeof value !== 'object' || value === null) return true
  if (depth > checking.limits.depth) return false
  if (Array.isArray(value)) {
    for (const item of value) if (!isSound(item, depth + 1, checking)) return false
  } else {
    for (const key in value) {
      if (forbiddenKeys.has(key)) return false
      checking.colons += 1 + colonsIn(key)
      if (!isSound((value as Record<string, unknown>)[key], depth + 1, checking)) return false
    }
  }
  Object.freeze(value)
  return true
}

/** Not beyond what can be kept exactly, and not minus zero. */
function isKept(value: number): boolean {
  return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value)) && !Object.is(value, -0)
}

function colonsIn(text: string): number {
  let count = 0
  for (let place = text.indexOf(':'); place >= 0; place = text.indexOf(':', place + 1)) count += 1
  return count
}

/** The tree of such a text, with its places, as the reader of any JSON gives it. */
export function treeOfSoundJson(text: string): SyntaxNode {
  return new SoundReader(text).value()
}

class SoundReader {
  readonly #text: string
  #offset = 0

  constructor(text: string) {
    this.#text = text
  }

  value(): SyntaxNode {
    const start = this.#skip()
    const first = this.#text.charCodeAt(start)
    if (first === 0x7b) return this.#map(start)
    if (first === 0x5b) return this.#list(start)
    if (first === 0x22) return { kind: 'scalar', value: this.#string(start), start, end: this.#offset }
    let end = start + 1
    while (!isEnd(this.#text.charCodeAt(end))) end += 1
    this.#offset = end
    return { kind: 'scalar', value: literalOf(this.#text.slice(start, end)) ?? null, start, end }
  }

  #list(start: number): SyntaxNode {
    const items: SyntaxNode[] = []
    this.#offset = start + 1
    while (!this.#closes(0x5d)) items.push(this.value())
    return { kind: 'list', items, start, end: this.#offset }
  }

  #map(start: number): SyntaxNode {
    const entries: Entry[] = []
    this.#offset = start + 1
    while (!this.#closes(0x7d)) {
      const from = this.#offset
      const key = this.#string(from)
      const keySpan = { start: from, end: this.#offset }
      this.#skip()
      this.#offset += 1 // the colon
      entries.push({ key, keySpan, value: this.value() })
    }
    return { kind: 'map', entries, start, end: this.#offset }
  }

  /** Goes past a closing bracket; otherwise to the next member. */
  #closes(bracket: number): boolean {
    let code = this.#text.charCodeAt(this.#skip())
    if (code === 0x2c) {
      this.#offset += 1
      code = this.#text.charCodeAt(this.#skip())
    }
    if (code !== bracket) return false
    this.#offset += 1
    return true
  }

  #string(start: number): string {
    const text = this.#text
    let end = text.indexOf('"', start + 1)
    for (; isEscaped(text, end); end = text.indexOf('"', end + 1));
    this.#offset = end + 1
    const inside = text.slice(start + 1, end)
    return inside.includes('\\') ? (JSON.parse(`"${inside}"`) as string) : inside
  }

  /** Goes past white space, and says where that is. */
  #skip(): number {
    while (isSpace(this.#text.charCodeAt(this.#offset))) this.#offset += 1
    return this.#offset
  }
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09
}

/** Of what follows a number or a word: a comma, a bracket, white space, or nothing. */
function isEnd(code: number): boolean {
  return code === 0x2c || code === 0x5d || code === 0x7d || isSpace(code) || Number.isNaN(code)
}

/** After an odd number of backslashes. */
function isEscaped(text: string, place: number): boolean {
  let before = place
  while (text.charCodeAt(before - 1) === 0x5c) before -= 1
  return (place - before) % 2 === 1
}
