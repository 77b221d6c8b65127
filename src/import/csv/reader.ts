/** One cell, and where it begins. */
export type Cell = { readonly text: string; readonly line: number; readonly column: number }

/** One record. `line` is where it begins: a quoted cell may go on over several. */
export type Row = { readonly line: number; readonly cells: readonly Cell[] }

export type Fault = {
  readonly truncated?: true
  readonly line: number
  readonly column: number
  readonly message: string
}

/** Longer cells hold no name or date; a quote that is never closed ends here. */
const longestCell = 65_536

type State = 'start' | 'plain' | 'quoted' | 'quote' | 'return'

/**
 * Reads comma-separated values (RFC 4180) in pieces of any size. Lines end with LF or CRLF; empty lines are skipped.
 * Columns count UTF-16 code units, from 1.
 */
export class CsvReader {
  /** What ended the reading. */
  fault: Fault | undefined
  readonly #take: (row: Row) => void
  #state: State = 'start'
  #line = 1
  #column = 1
  #cells: Cell[] = []
  #cell = { line: 1, column: 1 }
  #parts: string[] = []
  #length = 0
  #wasQuoted = false

  constructor(take: (row: Row) => void) {
    this.#take = take
  }

  /** The line that it has come to. */
  get line(): number {
    return this.#line
  }

  push(piece: string): void {
    let from = 0
    for (let at = 0; at < piece.length && this.fault === undefined; at += 1) {
      const code = piece.charCodeAt(at)
      if (this.#isText(code)) {
        if (this.#state === 'start') this.#state = 'plain'
      } else {
        this.#add(piece.slice(from, at))
        from = at + 1
        this.#sign(piece[at] ?? '')
      }
      if (code === 0x0a) {
        this.#line += 1
        this.#column = 1
      } else this.#column += 1
      if (code === 0x0a && this.#state === 'start') this.#begin()
    }
    this.#add(piece.slice(from))
  }

  /** Whether the last line was ended; the reading is over. */
  end(): boolean {
    if (this.fault !== undefined) return true
    if (this.#state === 'quoted') {
      this.#stop('A quoted cell is not closed before the file ends', this.#cell, true)
      return true
    }
    const ended = this.#state === 'start' && this.#cells.length === 0
    if (!ended) this.#endRow()
    return ended
  }

  /** Whether a character is part of the cell, whatever it is. */
  #isText(code: number): boolean {
    if (this.#state === 'quoted') return code !== 0x22 && code !== 0
    if (this.#state === 'quote' || this.#state === 'return') return false
    return code !== 0x22 && code !== 0x2c && code !== 0x0a && code !== 0x0d && code !== 0
  }

  #sign(sign: string): void {
    if (sign === '\0') this.#stop('There is a NUL character: this is no text')
    else if (this.#state === 'return') {
      if (sign === '\n') this.#endRow()
      else this.#stop('A line ends with CR alone')
    } else if (this.#state === 'quoted') this.#state = 'quote'
    else if (sign === ',') this.#endCell()
    else if (sign === '\n') this.#endRow()
    else if (sign === '\r') this.#state = 'return'
    else this.#quote(sign)
  }

  /** A quote outside of quotes, or what follows one inside. */
  #quote(sign: string): void {
    if (this.#state === 'plain') this.#stop('There is a quote inside a cell that does not begin with one')
    else if (this.#state === 'start') {
      this.#state = 'quoted'
      this.#wasQuoted = true
    } else if (sign === '"') {
      this.#parts.push('"')
      this.#state = 'quoted'
    } else this.#stop('There is text after the closing quote of a cell')
  }

  #add(text: string): void {
    if (text === '' || this.fault !== undefined) return
    this.#parts.push(text)
    this.#length += text.length
    if (this.#length > longestCell) this.#stop(`A cell is longer than ${longestCell} characters`, this.#cell)
  }

  #endCell(): void {
    this.#cells.push({ text: this.#parts.join(''), ...this.#cell })
    this.#begin(1)
  }

  #endRow(): void {
    const empty = this.#cells.length === 0 && this.#parts.length === 0 && !this.#wasQuoted
    if (!empty) {
      this.#endCell()
      const [first] = this.#cells
      if (first !== undefined) this.#take({ line: first.line, cells: this.#cells })
    }
    this.#cells = []
    this.#begin()
  }

  #begin(after = 0): void {
    this.#parts = []
    this.#length = 0
    this.#wasQuoted = false
    this.#state = 'start'
    this.#cell = { line: this.#line, column: this.#column + after }
  }

  #stop(message: string, at: { readonly line: number; readonly column: number } = this.#here(), truncated = false) {
    this.fault = { ...at, message, ...(truncated && { truncated: true as const }) }
  }

  #here() {
    return { line: this.#line, column: this.#column }
  }
}
