import type { Diagnostic } from '../../model/diagnostic.ts'
import { failed, ok, type Result } from '../../model/result.ts'
import { type Lines, linesOf, type Position, positionAt } from '../../text/positions.ts'
import { problemAt } from '../place.ts'

export type Json = string | number | boolean | null | JsonList | JsonObject
export type JsonList = readonly Json[]
/** Keys come from outside: a map has no prototype that they could reach. */
export type JsonObject = ReadonlyMap<string, Json>

/** JSON of another tool. Several values that follow each other, as pages do, are several roots. */
export type JsonText = {
  readonly roots: JsonList
  /** Where a list or an object of it begins. */
  readonly placeOf: (part: JsonList | JsonObject) => Position
}

/** Deeper than any export; the reader recurs. */
const mostLevels = 200

/**
 * Reads JSON (RFC 8259). The first error ends it, and says nothing of the values around it.
 *
 * Errors: IMPORT_TRUNCATED, IMPORT_SYNTAX, IMPORT_TOO_DEEP, IMPORT_EMPTY.
 */
export function readJson(file: string, text: string): Result<JsonText, Diagnostic> {
  const reader = new Reader(text)
  try {
    const roots = reader.roots()
    const lines = linesOf(text)
    return ok({ roots, placeOf: (part) => positionAt(lines, reader.starts.get(part) ?? 0) })
  } catch (stopped) {
    if (!(stopped instanceof Stopped)) throw stopped
    return failed([stopped.at(file, linesOf(text))])
  }
}

class Stopped extends Error {
  readonly #code: Diagnostic['code']
  readonly #hint: string
  readonly #offset: number

  constructor(code: Diagnostic['code'], message: string, hint: string, offset: number) {
    super(message)
    this.#code = code
    this.#hint = hint
    this.#offset = offset
  }

  at(file: string, lines: Lines): Diagnostic {
    return problemAt(file, positionAt(lines, this.#offset), this.#code, this.message, this.#hint)
  }
}

const again = 'Export it again.'

class Reader {
  readonly starts = new Map<object, number>()
  readonly #text: string
  #offset = 0

  constructor(text: string) {
    this.#text = text
  }

  roots(): JsonList {
    const roots: Json[] = []
    for (this.#skip(); this.#offset < this.#text.length; this.#skip()) roots.push(this.#value(1))
    if (roots.length === 0) throw new Stopped('IMPORT_EMPTY', 'The file is empty', again, 0)
    return roots
  }

  #value(level: number): Json {
    const start = this.#offset
    const first = this.#text[start]
    if (first === '"') return this.#string()
    if (first === '{' || first === '[') {
      if (level > mostLevels) this.#stop('IMPORT_TOO_DEEP', `Nested deeper than ${mostLevels} levels`)
      const part = first === '{' ? this.#object(level) : this.#list(level)
      this.starts.set(part, start)
      return part
    }
    const word = this.#word()
    if (word === 'true') return true
    if (word === 'false') return false
    if (word === 'null') return null
    if (/^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(word)) return Number(word)
    if (this.#offset === this.#text.length) this.#cut()
    this.#offset = start
    return this.#stop('IMPORT_SYNTAX', 'This is no value of JSON')
  }

  #list(level: number): JsonList {
    const items: Json[] = []
    this.#members(']', () => items.push(this.#value(level + 1)))
    return items
  }

  #object(level: number): JsonObject {
    const entries = new Map<string, Json>()
    this.#members('}', () => {
      const start = this.#offset
      if (this.#text[start] !== '"') this.#stop('IMPORT_SYNTAX', 'A key does not begin with a double quote')
      const key = this.#string()
      if (entries.has(key)) {
        this.#offset = start
        this.#stop('IMPORT_SYNTAX', 'An object has the same key twice')
      }
      this.#skip()
      this.#expect(':')
      this.#skip()
      entries.set(key, this.#value(level + 1))
    })
    return entries
  }

  #members(closing: string, member: () => void): void {
    this.#offset += 1
    this.#skip()
    if (this.#text[this.#offset] === closing) {
      this.#offset += 1
      return
    }
    for (;;) {
      if (this.#offset === this.#text.length) this.#cut()
      member()
      this.#skip()
      if (this.#text[this.#offset] === closing) {
        this.#offset += 1
        return
      }
      this.#expect(',')
      this.#skip()
    }
  }

  #string(): string {
    const start = this.#offset
    let end = start + 1
    let escaped = false
    for (; ; end += 1) {
      const code = this.#text.charCodeAt(end)
      if (code === 0x22) break
      if (code === 0x5c) {
        escaped = true
        end += 1
      } else if (!(code >= 0x20)) {
        if (end >= this.#text.length) this.#cut()
        this.#stop('IMPORT_SYNTAX', 'A text has no closing double quote on its line')
      }
    }
    this.#offset = end + 1
    if (!escaped) return this.#text.slice(start + 1, end)
    try {
      return JSON.parse(this.#text.slice(start, end + 1)) as string
    } catch {
      this.#offset = start
      return this.#stop('IMPORT_SYNTAX', 'A text has an escape that JSON does not have')
    }
  }

  #word(): string {
    const start = this.#offset
    while (/[\w.+-]/.test(this.#text[this.#offset] ?? '')) this.#offset += 1
    return this.#text.slice(start, this.#offset)
  }

  #skip(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#offset)
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return
      this.#offset += 1
    }
  }

  #expect(character: string): void {
    if (this.#offset >= this.#text.length) this.#cut()
    if (this.#text[this.#offset] !== character) this.#stop('IMPORT_SYNTAX', `There is no "${character}" here`)
    this.#offset += 1
  }

  #cut(): never {
    throw new Stopped('IMPORT_TRUNCATED', 'The file ends in the middle of a value', again, this.#text.length)
  }

  #stop(code: Diagnostic['code'], message: string): never {
    throw new Stopped(code, message, again, this.#offset)
  }
}
