import { shortened } from '../text/harmless.ts'
import type { Limits } from './limits.ts'
import type { Entry, Problem, Reading, Span, SyntaxNode } from './syntax.ts'

/**
 * Reads JSON (RFC 8259), keeping the place of every key and value.
 *
 * Reads on after a trailing comma, a missing comma and a comment, so that these are reported together; anything else
 * that is wrong ends the reading.
 *
 * Errors: SYNTAX, DEPTH_LIMIT, SIZE_LIMIT.
 */
export function readJson(text: string, limits: Limits): Reading {
  const reader = new JsonReader(text, limits)
  const root = reader.read()
  return {
    documents: [{ root, sound: root !== undefined || reader.problems.length === 0, start: 0 }],
    problems: reader.problems,
  }
}

class JsonReader {
  readonly problems: Problem[] = []
  readonly #text: string
  readonly #limits: Limits
  #offset = 0
  #values = 0

  constructor(text: string, limits: Limits) {
    this.#text = text
    this.#limits = limits
  }

  read(): SyntaxNode | undefined {
    this.#skip()
    if (this.#offset >= this.#text.length) return undefined
    try {
      const root = this.#value(1)
      this.#skip()
      if (this.#offset < this.#text.length)
        this.#stop('There is text after the end of the value', 'Remove it, or put both values in one list.')
      return root
    } catch (stopped) {
      if (stopped instanceof Stopped) return undefined
      throw stopped
    }
  }

  #value(depth: number): SyntaxNode {
    if (++this.#values > this.#limits.values) {
      this.#stop(`The file has more than ${this.#limits.values} values`, 'Split it into several files.', 'SIZE_LIMIT')
    }
    const first = this.#text[this.#offset]
    if (first === '{' || first === '[') {
      if (depth > this.#limits.depth) {
        this.#stop(`Nested deeper than ${this.#limits.depth} levels`, 'Use fewer levels.', 'DEPTH_LIMIT')
      }
      return first === '{' ? this.#map(depth) : this.#list(depth)
    }
    const start = this.#offset
    if (first === '"') return { kind: 'scalar', value: this.#string(), start, end: this.#offset }
    const word = this.#match(/[\w.+-]+/y)
    const value = literalOf(word)
    if (value === undefined) {
      this.#offset = start
      this.#stop(...unreadable(word, first), 'SYNTAX', word.length)
    }
    return { kind: 'scalar', value, start, end: this.#offset }
  }

  #list(depth: number): SyntaxNode {
    const start = this.#offset++
    const items: SyntaxNode[] = []
    this.#members(']', () => items.push(this.#value(depth + 1)))
    return { kind: 'list', items, start, end: this.#offset }
  }

  #map(depth: number): SyntaxNode {
    const start = this.#offset++
    const entries: Entry[] = []
    this.#members('}', () => entries.push(this.#entry(depth)))
    return { kind: 'map', entries, start, end: this.#offset }
  }

  #entry(depth: number): Entry {
    const start = this.#offset
    if (this.#text[start] !== '"') this.#stop('A key does not begin with a double quote', 'Write keys as "key".')
    const key = this.#string()
    const keySpan: Span = { start, end: this.#offset }
    this.#skip()
    if (this.#text[this.#offset] !== ':')
      this.#stop(`There is no ":" after the key "${shortened(key)}"`, 'Write "key": value.')
    this.#offset += 1
    this.#skip()
    return { key, keySpan, value: this.#value(depth + 1) }
  }

  /** Reads members up to the closing bracket; the offset stands just after the opening one. */
  #members(closing: string, member: () => void): void {
    for (let first = true, comma = -1; ; first = false) {
      this.#skip()
      if (this.#text[this.#offset] === closing) {
        if (comma >= 0) this.#note(comma, 1, 'There is a comma after the last value', 'Remove the comma.')
        this.#offset += 1
        return
      }
      if (this.#offset >= this.#text.length)
        this.#stop(`The file ends before a "${closing}"`, `Add the missing "${closing}".`)
      const between = this.#offset
      if (!first && comma < 0)
        this.#note(between, 1, 'There is no comma before this value', 'Add a comma after the value before it.')
      member()
      this.#skip()
      comma = this.#text[this.#offset] === ',' ? this.#offset++ : -1
    }
  }

  /** Reads a string; the offset stands on its opening quote. */
  #string(): string {
    const start = this.#offset
    let end = start + 1
    for (; ; end += 1) {
      const code = this.#text.charCodeAt(end)
      if (code === 0x22) break
      if (code === 0x5c) end += 1
      else if (!(code >= 0x20))
        this.#stop('A text has no closing double quote on its line', 'Close it; write a line break inside it as \\n.')
    }
    this.#offset = end + 1
    const written = this.#text.slice(start, end + 1)
    if (!written.includes('\\')) return written.slice(1, -1)
    const wrong = /\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})./su.exec(written.replaceAll('\\\\', '\\/'))
    if (wrong !== null) {
      this.#note(
        start + wrong.index,
        2,
        `"${shortened(wrong[0])}" is no escape`,
        'Write \\\\ for a backslash, \\u00e9 for a character by its code.',
      )
      return written.slice(1, -1)
    }
    return JSON.parse(written) as string
  }

  /** Skips white space, and comments, which are reported. */
  #skip(): void {
    for (;;) {
      this.#match(/[ \t\r\n]+/y)
      const start = this.#offset
      if (this.#match(/\/\/[^\r\n]*|\/\*[\s\S]*?\*\//y) === '') return
      this.#note(start, this.#offset - start, 'JSON has no comments', 'Remove it, or write the file as YAML.')
    }
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#offset
    const found = pattern.exec(this.#text)?.[0] ?? ''
    this.#offset += found.length
    return found
  }

  #note(start: number, length: number, message: string, hint: string): void {
    this.problems.push({ code: 'SYNTAX', message, hint, start, end: start + length })
  }

  #stop(message: string, hint: string, code: Problem['code'] = 'SYNTAX', length = 1): never {
    const end = Math.min(this.#offset + Math.max(1, length), this.#text.length)
    this.problems.push({ code, message, hint, start: this.#offset, end })
    throw new Stopped()
  }
}

/** Ends a reading from any depth; what was wrong is among the problems. */
class Stopped extends Error {}

/** What a word says that is no text; nothing, where it is not JSON. */
function literalOf(word: string): number | boolean | null | undefined {
  if (word === 'true') return true
  if (word === 'false') return false
  if (word === 'null') return null
  return /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(word) ? Number(word) : undefined
}

function unreadable(word: string, first: string | undefined): [string, string] {
  if (first === undefined) return ['The file ends where a value should be', 'Add the value.']
  if (first === "'") return ['A text begins with a single quote', 'Use double quotes.']
  if (word === '')
    return [
      `"${shortened(first)}" cannot begin a value`,
      'Write a text in double quotes, a number, true, false, null, a list or an object.',
    ]
  if (/^[-+.]?\d/.test(word))
    return [
      `"${shortened(word)}" is not a number of JSON`,
      'Write it as 0.5 or 12, or in double quotes if it is a text.',
    ]
  return [`"${shortened(word)}" is not a value of JSON`, `Write it in double quotes: "${shortened(word)}".`]
}
