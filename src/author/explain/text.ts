import { labelled, wrapped } from '../../render/text/wrap.ts'
import { harmless } from '../../text/harmless.ts'
import type { Block, Item, Style } from './blocks.ts'

/** Plain text; a term is a letter in brackets. `terms`: their ids, in the order of their definitions. */
export function textStyle(terms: readonly string[]): Style {
  const letter = (id: string): string => `[${letterOf(terms.indexOf(id)).toUpperCase()}]`
  return {
    plain: harmless,
    strong: (text) => text,
    code: (text) => text,
    link: (text, address) => (address?.includes('://') ? `${text} <${harmless(address)}>` : text),
    term: (text, id) => `${text} ${letter(id)}`,
    defined: (text, id) => ({ mark: letter(id), text: `"${text}"` }),
  }
}

/** `a` to `z`, `aa`, `ab` and so on. */
export function letterOf(place: number): string {
  const letter = String.fromCharCode(97 + (place % 26))
  return place < 26 ? letter : letterOf(Math.floor(place / 26) - 1) + letter
}

/** A page on lines of at most `width` columns, except where a word is longer. */
export function asText(blocks: readonly Block[], width: number): string {
  return `${linesOf(blocks, width, 0).join('\n').trim()}\n`
}

function linesOf(blocks: readonly Block[], width: number, indent: number): readonly string[] {
  return blocks.flatMap((block, place) => blockLines(block, blocks[place - 1], width, indent))
}

function blockLines(block: Block, before: Block | undefined, width: number, indent: number): readonly string[] {
  switch (block.kind) {
    case 'heading': {
      const under = block.level === 1 ? ['='.repeat(Math.min(block.text.length, width))] : []
      return [...(block.level === 2 ? ['', ''] : ['']), ...wrapped(block.text, width, indent), ...under]
    }
    case 'paragraph':
      return [...gapAfter(before), ...wrapped(block.text, width, indent)]
    case 'list':
      return block.items.flatMap((item) => itemLines(item, width, indent + 2))
    case 'table':
      return ['', ...tableLines(block.columns, block.rows, width, indent + 2)]
    case 'folded':
      return linesOf(block.of, width, indent + 2)
  }
}

/** A paragraph stands right under its heading, and apart from what comes before it otherwise. */
function gapAfter(before: Block | undefined): readonly string[] {
  return before === undefined || before.kind === 'heading' ? [] : ['']
}

function itemLines({ mark = '-', text, items = [] }: Item, width: number, indent: number): readonly string[] {
  const margin = Math.max(mark.length + 1, 3)
  return [
    ...labelled(mark, text, width, indent, margin),
    ...items.flatMap((item) => itemLines(item, width, indent + margin)),
  ]
}

/** Columns side by side, the widest of them wrapped; or, where that would be hard to read, one row below the other. */
function tableLines(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
  indent: number,
): readonly string[] {
  const cells = [columns, ...rows]
  const widths = columns.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)))
  const room = width - indent - 2 * (columns.length - 1)
  if (sum(widths) > 2 * room) return rows.flatMap((row) => recordLines(columns, row, width, indent))
  while (sum(widths) > room && Math.max(...widths) > 12) {
    const widest = widths.indexOf(Math.max(...widths))
    widths[widest] = (widths[widest] ?? 0) - 1
  }
  return cells.flatMap((row) => {
    const wrappedCells = row.map((cell, column) => wrapped(cell, widths[column] ?? 0, 0))
    const height = Math.max(...wrappedCells.map((lines) => lines.length))
    return Array.from({ length: height }, (_, line) => {
      const parts = wrappedCells.map((lines, column) => (lines[line] ?? '').padEnd(widths[column] ?? 0))
      return `${' '.repeat(indent)}${parts.join('  ')}`.trimEnd()
    })
  })
}

/** A row by itself: what is in the first column, and below it the others that hold something, under their names. */
function recordLines(
  columns: readonly string[],
  [first = '', ...cells]: readonly string[],
  width: number,
  indent: number,
): readonly string[] {
  const names = columns.slice(1)
  const margin = Math.max(...names.map((name) => name.length)) + 2
  return [
    ...labelled('-', first, width, indent, 2),
    ...cells.flatMap((cell, place) =>
      cell === '' ? [] : labelled(names[place] ?? '', cell, width, indent + 2, margin),
    ),
  ]
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
