import { Cut } from './cut.ts'
import { expected, isDigit, isHex, mark, sequenceOf, special, state, words } from './json-grammar.ts'
import { type At, Unreadable } from './unreadable.ts'

/** What is wanted of a value: nothing, all of it as soon as it is there, or some of its members. */
export type Want =
  | 'nothing'
  | { readonly whole: (value: unknown, at: At) => void }
  | { readonly members: (key: string) => Want }
  | { readonly items: Want }

/** The deepest that lists and objects may be nested. */
const depthLimit = 200
/** The most bytes of one value that is wanted whole. */
const wholeLimit = 64 << 20

/**
 * Reads JSON (RFC 8259) of any size from chunks of bytes, and hands over what is wanted of it; all of it is checked.
 * What nobody wants is never decoded.
 *
 * Throws `Unreadable`: IMPORT_SYNTAX, IMPORT_ENCODING, IMPORT_TRUNCATED, IMPORT_TOO_DEEP, IMPORT_MALFORMED.
 */
export class JsonStream {
  #state: number = state.value
  #depth = 0
  /** Of each open container: 1 for an object. */
  readonly #isObject = new Uint8Array(depthLimit + 1)
  /** What is wanted of the members of open containers; there is one for each container whose members are wanted. */
  readonly #watched: Want[] = []
  readonly #keys: Set<string>[] = []
  #want: Want
  #textIsKey = false
  #hexLeft = 0
  #continuations = 0
  #lowest = 0x80
  #highest = 0xbf
  #word: Uint8Array = new Uint8Array(0)
  #wordAt = 0
  /** Bytes of the chunks before this one; line and where it starts; by how much bytes exceed code units in it. */
  #before = 0
  #line = 1
  #lineStart = 0
  #excess = 0
  #returned = false
  /** How many bytes of a byte order mark there were. */
  #mark = 0
  readonly #cut = new Cut()
  /** How deep the value lies that is cut out (-1: none is), and where it begins. */
  #cutDepth = -1
  #cutAt: At = { line: 1, column: 1 }
  #chunk: Buffer = Buffer.alloc(0)

  constructor(want: Want) {
    this.#want = want
  }

  /** Reads on. The chunk is not needed afterwards. */
  push(bytes: Uint8Array): void {
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#chunk = chunk
    let i = this.#before < 3 ? this.#skipMark(chunk) : 0
    const length = chunk.length
    let now = this.#state
    while (i < length) {
      const byte = chunk[i] as number
      switch (now) {
        case state.text:
          if (special[byte] === 0) {
            do i += 1
            while (i < length && special[chunk[i] as number] === 0)
            continue
          }
          if (byte === 0x22) now = this.#textEnds(i)
          else if (byte === 0x5c) now = state.escape
          else if (byte < 0x20)
            this.#stop('IMPORT_SYNTAX', 'There is a line ending or another control character in a text', i)
          else now = this.#character(byte, i)
          break
        case state.continuation:
          if (byte < this.#lowest || byte > this.#highest) this.#stopEncoding(i)
          this.#lowest = 0x80
          this.#highest = 0xbf
          this.#continuations -= 1
          if (this.#continuations === 0) now = state.text
          break
        case state.escape:
          if (byte === 0x75) {
            this.#hexLeft = 4
            now = state.hex
          } else if ('"\\/bfnrt'.includes(String.fromCharCode(byte))) now = state.text
          else this.#stopAt(now, i)
          break
        case state.hex:
          if (!isHex(byte)) this.#stopAt(now, i)
          this.#hexLeft -= 1
          if (this.#hexLeft === 0) now = state.text
          break
        case state.word:
          if (byte !== this.#word[this.#wordAt]) this.#stopAt(now, i)
          this.#wordAt += 1
          if (this.#wordAt === this.#word.length) now = this.#valueEnds(i + 1)
          break
        case state.minus:
          if (byte === 0x30) now = state.zero
          else if (isDigit(byte)) now = state.integer
          else this.#stopAt(now, i)
          break
        case state.zero:
        case state.integer:
          if (isDigit(byte)) {
            if (now === state.zero) this.#stopAt(now, i)
            break
          }
          if (byte === 0x2e) now = state.point
          else if (byte === 0x65 || byte === 0x45) now = state.exponent
          else {
            now = this.#valueEnds(i)
            continue
          }
          break
        case state.point:
          if (!isDigit(byte)) this.#stopAt(now, i)
          now = state.fraction
          break
        case state.fraction:
          if (isDigit(byte)) break
          if (byte === 0x65 || byte === 0x45) {
            now = state.exponent
            break
          }
          now = this.#valueEnds(i)
          continue
        case state.exponent:
          if (byte === 0x2b || byte === 0x2d) now = state.exponentSign
          else if (isDigit(byte)) now = state.exponentDigits
          else this.#stopAt(now, i)
          break
        case state.exponentSign:
          if (!isDigit(byte)) this.#stopAt(now, i)
          now = state.exponentDigits
          break
        case state.exponentDigits:
          if (isDigit(byte)) break
          now = this.#valueEnds(i)
          continue
        default:
          if (byte === 0x20 || byte === 0x09) {
            this.#returned = false
            break
          }
          if (byte === 0x0a || byte === 0x0d) {
            this.#newLine(byte, i)
            break
          }
          this.#returned = false
          now = this.#structure(now, byte, i)
      }
      i += 1
    }
    this.#state = now
    if (this.#cut.leave(chunk) > wholeLimit)
      this.#stop('IMPORT_MALFORMED', 'One value is larger than 64 MB', length, 'Give the file as the tool wrote it.')
    this.#before += length
    this.#chunk = Buffer.alloc(0)
  }

  /** To be called after the last chunk. */
  end(): void {
    if (this.#state === state.done) return
    const hint = 'Write the file again; it may have been cut off while it was written or copied.'
    throw new Unreadable('IMPORT_TRUNCATED', 'The file ends in the middle', hint, this.#place(0))
  }

  /** A byte that is not inside a text, a number or a word. */
  #structure(now: number, byte: number, i: number): number {
    switch (now) {
      case state.value:
        return this.#valueBegins(now, byte, i)
      case state.firstItem:
        return byte === 0x5d ? this.#close(i) : this.#valueBegins(now, byte, i)
      case state.firstKey:
        if (byte === 0x7d) return this.#close(i)
        return this.#keyBegins(now, byte, i)
      case state.key:
        return this.#keyBegins(now, byte, i)
      case state.colon:
        if (byte !== 0x3a) this.#stopAt(now, i)
        return state.value
      case state.after: {
        const inObject = this.#isObject[this.#depth] === 1
        if (byte === 0x2c) return inObject ? state.key : state.value
        if (byte === (inObject ? 0x7d : 0x5d)) return this.#close(i)
        return this.#stop('IMPORT_SYNTAX', `A comma or \`${inObject ? '}' : ']'}\` is expected here`, i)
      }
      default:
        return this.#stopAt(now, i)
    }
  }

  #keyBegins(now: number, byte: number, i: number): number {
    if (byte !== 0x22) this.#stopAt(now, i)
    this.#textIsKey = true
    if (this.#depth === this.#watched.length) this.#cut.begin(i)
    return state.text
  }

  #valueBegins(now: number, byte: number, i: number): number {
    const want = this.#depth === this.#watched.length ? this.#want : 'nothing'
    if (want !== 'nothing' && 'whole' in want) {
      this.#cut.begin(i)
      this.#cutDepth = this.#depth
      this.#cutAt = this.#place(i)
    }
    if (byte === 0x22) {
      this.#textIsKey = false
      this.#fits(want, byte, i)
      return state.text
    }
    if (byte === 0x7b || byte === 0x5b) return this.#open(want, byte, i)
    const word = words.find(([first]) => first === byte)
    if (word !== undefined) {
      if (byte !== 0x6e) this.#fits(want, byte, i)
      this.#word = word
      this.#wordAt = 1
      return state.word
    }
    this.#fits(want, byte, i)
    if (byte === 0x2d) return state.minus
    if (byte === 0x30) return state.zero
    return isDigit(byte) ? state.integer : this.#stopAt(now, i)
  }

  #open(want: Want, byte: number, i: number): number {
    if (this.#depth === depthLimit)
      this.#stop(
        'IMPORT_TOO_DEEP',
        `Values are nested deeper than ${depthLimit} levels`,
        i,
        'Give what the tool itself writes.',
      )
    this.#fits(want, byte, i)
    this.#depth += 1
    const isObject = byte === 0x7b
    this.#isObject[this.#depth] = isObject ? 1 : 0
    if (want !== 'nothing' && !('whole' in want)) {
      this.#watched.push(want)
      this.#keys.push(new Set())
      this.#want = 'items' in want ? want.items : 'nothing'
    }
    return isObject ? state.firstKey : state.firstItem
  }

  /** Members are wanted of objects and items of lists; null stands for none. */
  #fits(want: Want, byte: number, i: number): void {
    if (want === 'nothing' || 'whole' in want) return
    const isObject = 'members' in want
    if (byte === (isObject ? 0x7b : 0x5b)) return
    const message = `${isObject ? 'An object' : 'A list'} is expected here`
    this.#stop('IMPORT_MALFORMED', message, i, 'Give the file as the tool wrote it.')
  }

  #close(i: number): number {
    if (this.#depth === this.#watched.length) {
      this.#watched.pop()
      this.#keys.pop()
    }
    this.#depth -= 1
    return this.#valueEnds(i + 1)
  }

  #textEnds(i: number): number {
    if (!this.#textIsKey) return this.#valueEnds(i + 1)
    if (this.#depth !== this.#watched.length) return state.colon
    const key = JSON.parse(this.#cut.end(this.#chunk, i + 1)) as string
    const keys = this.#keys.at(-1)
    if (keys?.has(key)) {
      const hint = 'Give the file as the tool wrote it.'
      this.#stop('IMPORT_MALFORMED', 'A key stands twice in an object', i, hint)
    }
    keys?.add(key)
    const watched = this.#watched.at(-1)
    this.#want = typeof watched === 'object' && 'members' in watched ? watched.members(key) : 'nothing'
    return state.colon
  }

  /** `end` is the place after the value. */
  #valueEnds(end: number): number {
    if (this.#cutDepth === this.#depth) {
      this.#cutDepth = -1
      const want = this.#want
      const value: unknown = JSON.parse(this.#cut.end(this.#chunk, end))
      if (typeof want === 'object' && 'whole' in want) want.whole(value, this.#cutAt)
    }
    if (this.#depth === 0) return state.done
    if (this.#depth === this.#watched.length) {
      const watched = this.#watched.at(-1)
      this.#want = typeof watched === 'object' && 'items' in watched ? watched.items : 'nothing'
    }
    return state.after
  }

  /** The first byte of a character that is not ASCII. */
  #character(lead: number, i: number): number {
    const { length, lowest, highest } = sequenceOf(lead)
    if (length === 0) this.#stopEncoding(i)
    this.#lowest = lowest
    this.#highest = highest
    this.#continuations = length - 1
    this.#excess += length === 4 ? 2 : length - 1
    return state.continuation
  }

  /** A UTF-8 byte order mark is accepted, and columns count without it. */
  #skipMark(chunk: Uint8Array): number {
    let i = 0
    while (i < chunk.length && this.#mark === this.#before + i && chunk[i] === mark[this.#mark]) {
      this.#mark += 1
      i += 1
    }
    if (i < chunk.length && this.#mark > 0 && this.#mark < mark.length) this.#stopEncoding(i)
    if (i > 0) this.#lineStart = this.#mark
    return i
  }

  #newLine(byte: number, i: number): void {
    if (byte === 0x0a && this.#returned) this.#line -= 1
    this.#returned = byte === 0x0d
    this.#line += 1
    this.#lineStart = this.#before + i + 1
    this.#excess = 0
  }

  #place(i: number): At {
    return { line: this.#line, column: this.#before + i - this.#lineStart - this.#excess + 1 }
  }

  #stopAt(now: number, i: number): never {
    return this.#stop('IMPORT_SYNTAX', `This is not JSON: ${expected[now]} is expected here`, i)
  }

  #stopEncoding(i: number): never {
    return this.#stop('IMPORT_ENCODING', 'The file is not in UTF-8 from here on', i, 'Write it in UTF-8.')
  }

  #stop(
    code: 'IMPORT_SYNTAX' | 'IMPORT_ENCODING' | 'IMPORT_MALFORMED' | 'IMPORT_TOO_DEEP',
    message: string,
    i: number,
    hint = 'Write the file again; it is as a tool writes it, with nothing before, between or after.',
  ): never {
    throw new Unreadable(code, message, hint, this.#place(i))
  }
}
