import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Position } from '../../text/positions.ts'
import type { ForeignFile } from '../importer.ts'
import { problemAt } from '../place.ts'
import { type Cell, CsvReader, type Row } from './reader.ts'

/** One row, by the names of its columns. */
export type Entry = {
  readonly line: number
  /** Nothing where the file has no such column. */
  readonly cell: (column: string) => Cell | undefined
}

export type TableReader = {
  /** What is wrong with the columns; rows are then not read. */
  readonly columns: (names: readonly Cell[]) => readonly Diagnostic[]
  readonly row: (entry: Entry) => readonly Diagnostic[]
  /** Whether the last line has to end with a line break: the format always has one, so that its absence shows a cut. */
  readonly endsWithBreak: boolean
}

const mostBytes = 64 * 1024 * 1024
const mostProblems = 100

/**
 * Reads a table with a header. Gives every problem, up to a hundred; there is no row for a line that has one.
 *
 * Errors: IMPORT_SYNTAX, IMPORT_TRUNCATED, IMPORT_MALFORMED, IMPORT_EMPTY, IMPORT_ENCODING, FILE_TOO_LARGE.
 */
export async function readTable(
  { path, chunks }: Pick<ForeignFile, 'path' | 'chunks'>,
  reader: TableReader,
): Promise<readonly Diagnostic[]> {
  const table = new Table(path, reader)
  const csv = new CsvReader((row) => table.take(row))
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let bytes = 0
  try {
    for await (const chunk of chunks()) {
      bytes += chunk.length
      if (bytes > mostBytes) return [tooLarge(path)]
      csv.push(decoder.decode(chunk, { stream: true }))
    }
    csv.push(decoder.decode())
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return [notUtf8(path, csv.line)]
  }
  const ended = csv.end()
  if (csv.fault !== undefined) table.stop(csv.fault, csv.fault.message, csv.fault.truncated)
  return table.end(ended)
}

class Table {
  lastLine = 1
  readonly #path: string
  readonly #reader: TableReader
  readonly #problems: Diagnostic[] = []
  #places: ReadonlyMap<string, number> | undefined
  #width = 0
  #readable = false
  /** A row with too few cells: whether it is cut off is known once the file ends. */
  #short: Row | undefined

  constructor(path: string, reader: TableReader) {
    this.#path = path
    this.#reader = reader
  }

  take(row: Row): void {
    if (this.#short !== undefined) this.#uneven(this.#short)
    this.#short = undefined
    this.lastLine = row.line
    if (this.#places === undefined) {
      this.#header(row.cells)
      return
    }
    if (!this.#readable || this.#problems.length >= mostProblems) return
    if (row.cells.length < this.#width) this.#short = row
    else if (row.cells.length > this.#width) this.#uneven(row)
    else this.#read(row, this.#places)
  }

  #read(row: Row, places: ReadonlyMap<string, number>): void {
    this.#problems.push(...this.#reader.row({ line: row.line, cell: (name) => row.cells[places.get(name) ?? -1] }))
  }

  stop(at: Position, message: string, truncated = false): void {
    this.#add(at, truncated ? 'IMPORT_TRUNCATED' : 'IMPORT_SYNTAX', message, 'Export it again, as CSV with commas.')
  }

  end(ended: boolean): readonly Diagnostic[] {
    const stopped = this.#problems.some(({ code }) => code === 'IMPORT_SYNTAX' || code === 'IMPORT_TRUNCATED')
    if (!stopped && this.#places === undefined)
      this.#add({ line: 1, column: 1 }, 'IMPORT_EMPTY', 'The file has no header', 'Export it again.')
    if (this.#short !== undefined) {
      if (ended) this.#uneven(this.#short)
      else this.#truncated('The file ends in the middle of a row')
    } else if (!stopped && !ended && this.#reader.endsWithBreak && this.#readable)
      this.#truncated('The last line does not end with a line break: the file may be cut off')
    return this.#problems.slice(0, mostProblems)
  }

  #header(cells: readonly Cell[]): void {
    this.#places = new Map(cells.map(({ text }, place) => [text.trim(), place]))
    this.#width = cells.length
    const problems = this.#reader.columns(cells)
    for (const [place, cell] of cells.entries())
      if (this.#places.get(cell.text.trim()) !== place)
        this.#add(cell, 'IMPORT_MALFORMED', 'Two columns have the same name', 'Keep one of them.')
    this.#problems.push(...problems)
    this.#readable = this.#problems.length === 0
  }

  #uneven({ line, cells }: Row): void {
    const message = `The row has ${cells.length} cells and the header ${this.#width}`
    const hint = 'Put a cell that contains a comma or a quote in double quotes.'
    this.#add({ line, column: 1 }, 'IMPORT_MALFORMED', message, hint)
  }

  #truncated(message: string): void {
    this.#add({ line: this.lastLine, column: 1 }, 'IMPORT_TRUNCATED', message, 'Export it again, or end its last line.')
  }

  #add(at: Position, code: Diagnostic['code'], message: string, hint: string): void {
    this.#problems.push(problemAt(this.#path, at, code, message, hint))
  }
}

const notUtf8 = (path: string, line: number): Diagnostic =>
  problemAt(path, { line, column: 1 }, 'IMPORT_ENCODING', 'The file is not in UTF-8 from here on', 'Write it in UTF-8.')

function tooLarge(path: string): Diagnostic {
  const message = `The file is larger than ${mostBytes / 1024 / 1024} MB`
  const hint = 'Split it into several files, each with its own `--evidence`.'
  return problemAt(path, { line: 1, column: 1 }, 'FILE_TOO_LARGE', message, hint)
}
