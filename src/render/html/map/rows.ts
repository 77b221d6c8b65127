import type { ElkNode } from 'elkjs/lib/elk-api.js'

const gap = 36
const padding = { top: 66, side: 16, below: 28 }
const wide = 1400

/** In place of ELK: jurisdictions one below the other, and their boxes in rows. Arrows are left to be straight. */
export async function inRows(graph: ElkNode): Promise<ElkNode> {
  let top = 12
  const children = (graph.children ?? []).map((region) => {
    const placed = rowsOf(region.children ?? [], top)
    const height = placed.bottom - top + padding.below
    const box = { ...region, children: placed.boxes, edges: [], x: 12, y: top, width: placed.width, height }
    top += height + 2 * gap
    return box
  })
  const width = Math.max(0, ...children.map((region) => region.width)) + 24
  return { ...graph, children, edges: [], width, height: top - 2 * gap + 12 }
}

function rowsOf(boxes: readonly ElkNode[], top: number) {
  const left = 12 + padding.side
  let [x, y, row, right] = [left, top + padding.top, 0, left]
  const placed = boxes.map((box) => {
    const { width = 0, height = 0 } = box
    if (x > left && x + width > wide) [x, y, row] = [left, y + row + gap, 0]
    const at = { ...box, x, y }
    right = Math.max(right, x + width)
    row = Math.max(row, height)
    x += width + gap
    return at
  })
  return { boxes: placed, bottom: y + row, width: right - 12 + padding.side }
}
