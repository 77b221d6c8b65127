import { blockOf, boxPadding, type Line, lineHeight, styles, type TextBlock, transferWords } from './boxes.ts'
import { arrowHead, type Crossing, crossingsOf, roundedPath } from './geometry.ts'
import { mark } from './marks.ts'
import { escaped, px, titled } from './markup.ts'
import type { Outcome } from './model.ts'
import { type MapLayout, type PlacedEdge, type PlacedNode, type Region, regionRoom, regionTitles } from './placed.ts'
import { widthOf } from './text-width.ts'

/** Draws what has been placed. `label` says what the drawing shows, to who cannot see it. */
export function svgOf(layout: MapLayout, label: string): string {
  const { width, height, regions, nodes, edges } = layout
  const size = `width="${px(width)}" height="${px(height)}" viewBox="0 0 ${px(width)} ${px(height)}"`
  return [
    `<svg class="data-map-svg${width > 1600 ? ' map-large' : ''}" xmlns="http://www.w3.org/2000/svg" ${size} role="img" aria-label="${escaped(label)}">`,
    ...regions.map(areaOf),
    ...nodes.map(nodeOf),
    ...edges.map((edge) => edgeOf(edge, regions)),
    // Above the arrows that lead through them.
    ...regions.map(titleOf),
    '</svg>',
  ].join('\n')
}

const areaOf = ({ x, y, width, height, jurisdiction }: Region): string =>
  `<g class="map-land map-in-${jurisdiction}" data-jurisdiction="${jurisdiction}"><rect class="map-area" x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" rx="10"/></g>`

const titleOf = ({ x, y, jurisdiction, places }: Region): string => {
  const title = { text: regionTitles[jurisdiction], style: styles.region }
  const lines = [title, ...(places === '' ? [] : [{ text: places, style: styles.detail }])]
  const block = blockOf(lines.map((line) => ({ ...line, width: widthOf(line.text, line.style) })))
  return `<g class="map-region-title map-in-${jurisdiction}">${textOf(block, x + regionRoom.side, y + 10)}</g>`
}

const nodeOf = ({ x, y, width, height, node, text }: PlacedNode): string =>
  [
    `<g class="map-node map-${node.kind}" data-node="${escaped(node.id)}"`,
    node.name === undefined ? '' : ` data-name="${escaped(node.name)}"`,
    `>${titled([node.title, ...node.lines.map(({ text, end = '' }) => text + end), ...node.open])}`,
    `<rect class="map-box" x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" rx="${node.kind === 'party' ? 16 : 5}"/>`,
    textOf(text, x + boxPadding.x, y + boxPadding.y),
    node.outcome === 'none' ? '' : mark(node.outcome, x + width - 14, y + 15, 0.8),
    '</g>',
  ].join('')

/** Lines of text from a corner down. Each is as wide as it was reckoned, whatever the font. */
const textOf = ({ lines }: TextBlock, x: number, y: number): string => {
  let base = y
  return lines
    .map((line) => {
      const height = lineHeight(line.style)
      base += height
      return `<text class="map-${nameOf(line)}" x="${px(x)}" y="${px(base - height * 0.27)}" textLength="${line.width}" lengthAdjust="spacingAndGlyphs">${escaped(line.text)}</text>`
    })
    .join('')
}

const nameOf = ({ style }: Line): string => Object.entries(styles).find(([, one]) => one === style)?.[0] ?? 'detail'

const headLength: Readonly<Record<Outcome, number>> = { fail: 12, unknown: 11, pass: 10, none: 9 }

function edgeOf({ edge, points, label }: PlacedEdge, regions: readonly Region[]): string {
  const crossings = regions.flatMap((region) => crossingsOf(points, region))
  const over = crossings.length > 0
  const classes = [
    'map-edge',
    `map-${edge.kind}`,
    `map-${edge.outcome}`,
    ...(over ? ['map-over'] : []),
    ...(edge.transfer === 'false' ? [] : ['map-transfer']),
  ]
  const which = edge.kind === 'flow' ? `data-flow="${escaped(edge.id)}"` : `data-access="${escaped(edge.id)}"`
  const head = headLength[edge.outcome]
  const line = roundedPath(points, 8, head - 2)
  const start = points[0]
  return [
    `<g class="${classes.join(' ')}" ${which} data-from="${escaped(edge.from)}" data-to="${escaped(edge.to)}">`,
    titled([
      `${edge.kind === 'flow' ? `${edge.id}: ` : ''}${edge.from} → ${edge.to}`,
      `carries ${edge.data.join(', ') || 'what is not stated'}`,
      ...(edge.how === undefined ? [] : [edge.how]),
      ...(edge.transfer === 'false' ? [] : [transferWords(edge)]),
      ...edge.open,
    ]),
    `<path class="map-halo" d="${line}"/><path class="map-line" d="${line}"/>`,
    `<polygon class="map-head" points="${arrowHead(points, head, head)}"/>`,
    edge.kind === 'access' && start !== undefined
      ? `<circle class="map-socket" cx="${px(start.x)}" cy="${px(start.y)}" r="4"/>`
      : '',
    ...crossings.map((crossing, at) => gateOf(crossing, edge.outcome, at === 0)),
    label === undefined ? '' : labelOf(label),
    '</g>',
  ].join('')
}

/** A bar along the border where it is crossed, and the outcome on it. */
function gateOf({ x, y, horizontal }: Crossing, outcome: Outcome, marked: boolean): string {
  const bar = horizontal ? `M${px(x - 15)},${px(y)}h30` : `M${px(x)},${px(y - 15)}v30`
  return `<g class="map-crossing"><path class="map-gate" d="${bar}"/>${marked ? mark(outcome, x, y) : ''}</g>`
}

const labelOf = ({ x, y, width, height, text }: NonNullable<PlacedEdge['label']>): string =>
  [
    `<g class="map-label"><rect class="map-label-box" x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" rx="3"/>`,
    textOf(text, x + 4, y + 2),
    '</g>',
  ].join('')
