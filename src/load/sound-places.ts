import type { Pointer } from '../model/location.ts'
import type { Span } from './syntax.ts'

/**
 * Where pointers stand in a JSON text with which nothing is wrong: the same places as `Places` finds in its tree. Of
 * what nobody asks for, nothing is made.
 */
export class SoundPlaces {
  private readonly root: Part

  constructor(text: string) {
    this.root = new Part(text, pastSpace(text, 0), undefined, depthAtOnce)
  }

  at(pointer: Pointer, part: 'key' | 'value'): Span {
    let { root: found } = this
    for (const step of pointer) {
      const inner = found.find(String(step))
      if (inner === undefined) return found.keySpan ?? found.beginning()
      found = inner
    }
    return (part === 'key' ? found.keySpan : undefined) ?? found.span()
  }
}

/** The root, its lists and what these list: finding where one ends takes reading all that is in it. */
const depthAtOnce = 2

/** A value, and what was found so far of what is in it. */
class Part {
  /** Of a value in an object. */
  readonly keySpan: Span | undefined
  private readonly text: string
  private readonly start: number
  private readonly end: number
  /** By key, or by place in the list. */
  private inside: Map<string, Part> | undefined
  /** Behind what was found last. */
  private next: number

  constructor(text: string, start: number, keySpan: Span | undefined, depth: number) {
    this.keySpan = keySpan
    this.text = text
    this.start = start
    this.inside = undefined
    this.next = start + 1
    this.end = depth > 0 && hasParts(text, start) ? this.findAll(depth - 1) : endOfValue(text, start)
  }

  span(): Span {
    return { start: this.start, end: this.end }
  }

  /** What shows that it stands here, without underlining all of it: its bracket, where there is something in it. */
  beginning(): Span {
    const { text, start } = this
    const isEmpty = !hasParts(text, start) || isClosing(text.charCodeAt(pastSpace(text, start + 1)))
    return isEmpty ? this.span() : { start, end: start + 1 }
  }

  find(step: string): Part | undefined {
    if (!hasParts(this.text, this.start)) return undefined
    const known = this.inside?.get(step)
    if (known !== undefined) return known
    for (let next = this.findNext(0); next !== undefined; next = this.findNext(0))
      if (next.key === step) return next.part
    return undefined
  }

  /** Says where this ends. */
  private findAll(depth: number): number {
    while (this.findNext(depth) !== undefined);
    return pastSpace(this.text, this.next) + 1
  }

  private findNext(depth: number): { readonly key: string; readonly part: Part } | undefined {
    const { text } = this
    let start = pastSpace(text, this.next)
    if (text.charCodeAt(start) === comma) start = pastSpace(text, start + 1)
    if (isClosing(text.charCodeAt(start))) return undefined
    this.inside ??= new Map()
    let key = String(this.inside.size)
    let keySpan: Span | undefined
    if (text.charCodeAt(this.start) === brace.open) {
      keySpan = { start, end: endOfString(text, start) }
      key = stringIn(text, keySpan)
      start = pastSpace(text, pastSpace(text, keySpan.end) + 1)
    }
    const part = new Part(text, start, keySpan, depth)
    this.inside.set(key, part)
    this.next = part.end
    return { key, part }
  }
}

const brace = { open: 0x7b, close: 0x7d }
const bracket = { open: 0x5b, close: 0x5d }
const comma = 0x2c
const quote = 0x22
const backslash = 0x5c

const isOpening = (code: number): boolean => code === brace.open || code === bracket.open
const isClosing = (code: number): boolean => code === brace.close || code === bracket.close
const hasParts = (text: string, start: number): boolean => isOpening(text.charCodeAt(start))

function stringIn(text: string, { start, end }: Span): string {
  const inside = text.slice(start + 1, end - 1)
  return inside.includes('\\') ? (JSON.parse(`"${inside}"`) as string) : inside
}

function endOfValue(text: string, start: number): number {
  const first = text.charCodeAt(start)
  if (first === quote) return endOfString(text, start)
  return isOpening(first) ? endOfParts(text, start) : endOfWord(text, start)
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1)
  return end + 1
}

/** After an odd number of backslashes. */
function isEscaped(text: string, place: number): boolean {
  let before = place
  while (text.charCodeAt(before - 1) === backslash) before -= 1
  return (place - before) % 2 === 1
}

function endOfParts(text: string, start: number): number {
  let at = start
  let depth = 0
  do {
    const code = text.charCodeAt(at)
    if (isOpening(code)) depth += 1
    else if (isClosing(code)) depth -= 1
    at = code === quote ? endOfString(text, at) : at + 1
  } while (depth > 0)
  return at
}

/** Behind a number or a word stands a comma, a bracket, white space, or nothing. */
function endOfWord(text: string, start: number): number {
  let at = start
  while (/[^,\]}\s]/.test(text.charAt(at))) at += 1
  return at
}

function pastSpace(text: string, start: number): number {
  let at = start
  while (text.charCodeAt(at) <= 0x20) at += 1
  return at
}
