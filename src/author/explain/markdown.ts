import { harmless } from '../../text/harmless.ts'
import type { Block, Item, Style } from './blocks.ts'

/** Markdown; a term is a link to its definition. */
export const markdownStyle: Style = {
  plain: escaped,
  strong: (text) => `**${text}**`,
  code: (text) => `\`${text.replaceAll('`', "'")}\``,
  link: (text, address) =>
    address === undefined ? text : `[${text}](${address.replace(/[\s()<>]/g, encodeURIComponent)})`,
  term: (text, id) => `[${text}](#${termAnchor(id)})`,
  defined: (text, id) => ({ mark: '-', text: `<a id="${termAnchor(id)}"></a>**${text}**` }),
}

/** Where a term is defined on a page. */
function termAnchor(id: string): string {
  return `term-${id.replace('/', '-')}`
}

/** Marks that Markdown would read are escaped; code between backticks is left as it is. */
function escaped(text: string): string {
  return harmless(text)
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') && part.length > 1 ? part : part.replace(/[\\*_[\]<>|#`]/g, escapedMark)))
    .join('')
}

function escapedMark(mark: string): string {
  if (mark === '<') return '&lt;'
  return mark === '>' ? '&gt;' : `\\${mark}`
}

/** A page of Markdown. */
export function asMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(blockOf).join('\n\n')}\n`
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'heading': {
      const anchor = block.anchor === undefined ? '' : `<a id="${block.anchor}"></a>\n\n`
      return `${anchor}${'#'.repeat(block.level)} ${block.text}`
    }
    case 'paragraph':
      return block.text
    case 'list':
      return block.items.flatMap((item) => itemLines(item, '')).join('\n')
    case 'table':
      return [block.columns, block.columns.map(() => '---'), ...block.rows]
        .map((cells) => `| ${cells.join(' | ')} |`)
        .join('\n')
    case 'folded':
      return `<details>\n<summary>${block.title}</summary>\n\n${block.of.map(blockOf).join('\n\n')}\n\n</details>`
  }
}

function itemLines({ mark = '-', text, items = [] }: Item, indent: string): readonly string[] {
  // Markdown has no letters for its lists: they stand in the text.
  const isNumber = /^\d+\.$/.test(mark)
  const bullet = isNumber ? mark : '-'
  const words = isNumber || mark === '-' ? text : `${mark} ${text}`
  return [
    `${indent}${bullet} ${words}`,
    ...items.flatMap((item) => itemLines(item, `${indent}${' '.repeat(bullet.length + 1)}`)),
  ]
}
