import { labelled, wrapped } from '../../render/text/wrap.ts'
import { harmless } from '../../text/harmless.ts'
import type { Block, Item, Style } from './blocks.ts'

/** Plain text; a term is a letter in brackets. `terms`: their names, in the order of their definitions. */
export function textStyle(terms: readonly string[]): Style {
  const letter = (name: string): string => letterOf(terms.indexOf(name)).toUpperCase()
  return {
    plain: harmless,
    strong: (text) => text,
    code: (text) => text,
    link: (text, address) => (address === undefined || address.startsWith('#') ? text : `${text} <${address}>`),
    term: (text, name) => `${text} [${letter(name)}]`,
    defined: (text, name) => `[${letter(name)}] ${text}`,
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
  return blocks.flatMap((block, place) => {
    switch (block.kind) {
      case 'heading': {
        const under =
          block.level <= 2 ? [(block.level === 1 ? '=' : '-').repeat(Math.min(block.text.length, width))] : []
        return ['', ...(block.level <= 2 && place > 0 ? [''] : []), ...wrapped(block.text, width, indent), ...under]
      }
      case 'paragraph':
        return [...gapAfter(blocks[place - 1]), ...wrapped(block.text, width, indent)]
      case 'list':
        return block.items.flatMap((item) => itemLines(item, width, indent + 2))
      case 'table':
        return tableLines(block.columns, block.rows, width, indent + 2)
      case 'folded':
        return ['', block.title, ...linesOf(block.of, width, indent)]
    }
  })
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

/** Columns side by side; where they are too wide together, the widest are wrapped. */
function tableLines(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
  indent: number,
): readonly string[] {
  const cells = [columns, ...rows]
  const widths = columns.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)))
  const room = width - indent - 2 * (columns.length - 1)
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

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
