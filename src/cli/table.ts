import { harmless } from '../text/harmless.ts'

export type Row = Readonly<Record<string, string>>

/** Rows under the names of their columns, aligned; the last column is as long as it is. */
export function table(rows: readonly Row[]): string {
  const [first] = rows
  if (first === undefined) return ''
  const columns = Object.keys(first)
  const lines = [columns, ...rows.map((row) => columns.map((column) => harmless(row[column] ?? '')))]
  const widths = columns.map((_, place) => Math.max(...lines.map((cells) => cells[place]?.length ?? 0)))
  return lines
    .map((cells) =>
      cells
        .map((cell, place) => cell.padEnd(widths[place] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('')
}
