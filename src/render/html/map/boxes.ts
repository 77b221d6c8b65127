import type { MapEdge, MapNode } from './model.ts'
import { fitted, type Style, widthOf, wrapped } from './text-width.ts'

export type Line = { readonly text: string; readonly style: Style; readonly width: number }
/** Lines of text, one below the other, and the room that they take. */
export type TextBlock = { readonly lines: readonly Line[]; readonly width: number; readonly height: number }

export const styles = {
  title: { size: 13, bold: true },
  detail: { size: 11 },
  label: { size: 11 },
  'transfer-words': { size: 11, bold: true },
  region: { size: 14, bold: true },
} as const satisfies Record<string, Style>

export const lineHeight = ({ size }: Style): number => Math.round(size * 1.35)

/** Room at the sides of a box, and for the mark in its corner. */
export const boxPadding = { x: 12, y: 9, mark: 20 }
/** At least so wide that the title of a region fits above one. */
const box = { least: 180, most: 240 }
const labelRoom = 170

const line = (text: string, style: Style): Line => ({ text, style, width: widthOf(text, style) })

export function blockOf(lines: readonly Line[]): TextBlock {
  return {
    lines,
    width: Math.max(0, ...lines.map(({ width }) => width)),
    height: lines.reduce((sum, { style }) => sum + lineHeight(style), 0),
  }
}

/** What is written in a box. */
export function boxText(node: MapNode): TextBlock {
  const room = box.most - 2 * boxPadding.x
  return blockOf([
    ...wrapped(node.title, room - boxPadding.mark, styles.title, node.kind === 'party' ? 3 : 2).map((text) =>
      line(text, styles.title),
    ),
    ...node.lines.map(({ text, end = '' }) =>
      line(fitted(text, room - widthOf(end, styles.detail), styles.detail) + end, styles.detail),
    ),
  ])
}

export function boxSize(text: TextBlock): { readonly width: number; readonly height: number } {
  const titles = text.lines.filter(({ style }) => style === styles.title)
  const width = Math.max(
    box.least,
    text.width + 2 * boxPadding.x,
    blockOf(titles).width + 2 * boxPadding.x + boxPadding.mark,
  )
  return { width, height: text.height + 2 * boxPadding.y }
}

/** What is written at an arrow: what it carries, how it comes about, and whether it is a transfer. */
export function labelText(edge: MapEdge): TextBlock {
  return blockOf([
    ...listed(edge.data, labelRoom).map((text) => line(text, styles.label)),
    ...(edge.how === undefined ? [] : [line(fitted(edge.how, labelRoom, styles.label), styles.label)]),
    ...(edge.transfer === 'false'
      ? []
      : [line(fitted(transferWords(edge), labelRoom, styles['transfer-words']), styles['transfer-words'])]),
  ])
}

const groundWords: Readonly<Record<string, string>> = {
  none: 'no ground',
  adequacy: 'adequacy',
  other: 'another ground',
}

/** 'transfer: SCC', 'perhaps a transfer: no ground'. */
export function transferWords({ transfer, grounds }: MapEdge): string {
  const words = grounds.map((one) => groundWords[one] ?? (one.length <= 3 ? one.toUpperCase() : one))
  return `${transfer === 'true' ? 'transfer' : 'perhaps a transfer'}: ${words.join(', ')}`
}

/** As many names as there is room for on two lines, and how many more there are. */
function listed(names: readonly string[], room: number): readonly string[] {
  if (names.length === 0) return ['no data stated']
  for (let count = names.length; count > 1; count--) {
    const rest = names.length - count
    const lines = wrapped(names.slice(0, count).join(', ') + (rest > 0 ? ` +${rest}` : ''), room, styles.label, 2)
    if (lines.at(-1)?.endsWith('…') !== true) return lines
  }
  const more = names.length > 1 ? ` +${names.length - 1}` : ''
  return [fitted(names[0] ?? '', room - widthOf(more, styles.label), styles.label) + more]
}
