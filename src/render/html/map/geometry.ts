import { px } from './markup.ts'
import type { Point, Rectangle } from './placed.ts'

/** Where a line goes over the edge of an area, and whether that edge is a horizontal one. */
export type Crossing = Point & { readonly horizontal: boolean }

/** The places at which a line of straight parts enters or leaves a rectangle, in its order. */
export function crossingsOf(points: readonly Point[], area: Rectangle): readonly Crossing[] {
  return points.slice(1).flatMap((end, at) => {
    const start = points[at] ?? end
    return sidesOf(area)
      .flatMap((side) => meets(start, end, side))
      .sort((a, b) => distance(start, a) - distance(start, b))
  })
}

type Side = { readonly at: number; readonly from: number; readonly to: number; readonly horizontal: boolean }

const sidesOf = ({ x, y, width, height }: Rectangle): readonly Side[] => [
  { at: y, from: x, to: x + width, horizontal: true },
  { at: y + height, from: x, to: x + width, horizontal: true },
  { at: x, from: y, to: y + height, horizontal: false },
  { at: x + width, from: y, to: y + height, horizontal: false },
]

function meets(start: Point, end: Point, { at, from, to, horizontal }: Side): readonly Crossing[] {
  const [across, along] = horizontal ? (['y', 'x'] as const) : (['x', 'y'] as const)
  const [before, after] = [start[across] - at, end[across] - at]
  // A part that ends on the side has not crossed it; the one that goes on from there does.
  if ((before < 0 && after < 0) || (before >= 0 && after >= 0)) return []
  const where = start[along] + ((end[along] - start[along]) * before) / (before - after)
  if (where < from || where > to) return []
  return [horizontal ? { x: where, y: at, horizontal } : { x: at, y: where, horizontal }]
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

/** The same line with its corners rounded, as the `d` of a path; it ends a little before its last point. */
export function roundedPath(points: readonly Point[], radius: number, shortBy: number): string {
  const [first, ...rest] = points
  if (first === undefined) return ''
  const last = rest.at(-1) ?? first
  const end = towards(last, rest.at(-2) ?? first, shortBy)
  const parts = rest.slice(0, -1).map((corner, at) => {
    const before = at === 0 ? first : (rest[at - 1] ?? first)
    const after = at === rest.length - 2 ? end : (rest[at + 1] ?? end)
    const bend = Math.min(radius, distance(before, corner) / 2, distance(corner, after) / 2)
    const [into, out] = [towards(corner, before, bend), towards(corner, after, bend)]
    return `L${pair(into)}Q${pair(corner)} ${pair(out)}`
  })
  return `M${pair(first)}${parts.join('')}L${pair(end)}`
}

/** A head for an arrow that ends at the last point, as the `points` of a polygon. */
export function arrowHead(points: readonly Point[], length: number, width: number): string {
  const tip = points.at(-1)
  const before = points.at(-2)
  if (tip === undefined || before === undefined) return ''
  const base = towards(tip, before, length)
  const [dx, dy] = [((tip.y - base.y) / length) * (width / 2), ((base.x - tip.x) / length) * (width / 2)]
  return [tip, { x: base.x + dx, y: base.y + dy }, { x: base.x - dx, y: base.y - dy }].map(pair).join(' ')
}

/** The point so far from one in the direction of another. */
function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to)
  if (length === 0) return from
  const share = Math.min(1, by / length)
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}

const pair = ({ x, y }: Point): string => `${px(x)},${px(y)}`

/** From the edge of one box to that of another, straight; around the corner, where it is the same box. */
export function straightLine(from: Rectangle | undefined, to: Rectangle | undefined): readonly Point[] {
  if (from === undefined || to === undefined) return []
  const [start, end] = [middleOf(from), middleOf(to)]
  if (distance(start, end) === 0) {
    const [right, bottom] = [from.x + from.width, from.y + from.height]
    return [
      { x: right, y: bottom - 24 },
      { x: right + 12, y: bottom - 24 },
      { x: right + 12, y: bottom + 12 },
      { x: right - 24, y: bottom + 12 },
      { x: right - 24, y: bottom },
    ]
  }
  return [crossingsOf([start, end], from)[0] ?? start, crossingsOf([end, start], to)[0] ?? end].map(({ x, y }) => ({
    x,
    y,
  }))
}

const middleOf = ({ x, y, width, height }: Rectangle): Point => ({ x: x + width / 2, y: y + height / 2 })
