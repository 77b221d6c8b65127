import { grouped, type MapEdge, type MapModel } from './model.ts'
import { jurisdictions } from './places.ts'

/**
 * The arrows that are drawn upwards, so that the rest leads down: those from a farther jurisdiction to a nearer one, and
 * those that close a circle within one. What is listed first is above.
 */
export function upwardEdges({ nodes, edges }: MapModel): ReadonlySet<MapEdge> {
  const ranks = new Map(nodes.map(({ id, jurisdiction }) => [id, jurisdictions.indexOf(jurisdiction)]))
  const descent = ({ from, to }: MapEdge): number => (ranks.get(to) ?? 0) - (ranks.get(from) ?? 0)
  const upwards = new Set(edges.filter((edge) => descent(edge) < 0))
  const within = grouped(
    edges.filter((edge) => descent(edge) === 0),
    ({ from }) => from,
  )
  const reached = new Set(edges.filter((edge) => descent(edge) === 0 && edge.from !== edge.to).map(({ to }) => to))
  const left = new Set<string>()
  const [sources, others] = [nodes.filter(({ id }) => !reached.has(id)), nodes.filter(({ id }) => reached.has(id))]
  for (const { id } of [...sources, ...others]) {
    // Depth first, without recursion: a chain may be as long as there are components.
    const way: { readonly id: string; next: number }[] = left.has(id) ? [] : [{ id, next: 0 }]
    const onWay = new Set(way.map((step) => step.id))
    for (let step = way.at(-1); step !== undefined; step = way.at(-1)) {
      const edge = within.get(step.id)?.[step.next++]
      if (edge === undefined) {
        left.add(step.id)
        onWay.delete(step.id)
        way.pop()
      } else if (onWay.has(edge.to)) upwards.add(edge)
      else if (!left.has(edge.to)) {
        way.push({ id: edge.to, next: 0 })
        onWay.add(edge.to)
      }
    }
  }
  return upwards
}
