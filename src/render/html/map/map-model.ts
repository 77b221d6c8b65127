import type { Report } from '../../../model/generated/report.ts'
import { accessEdges } from './access.ts'
import { flowEdges } from './flows.ts'
import type { MapModel } from './model.ts'
import { nodesOf } from './nodes.ts'
import { outcomesOf } from './outcomes.ts'
import { placesOf } from './places.ts'

/** What there is to draw, in the order in which the descriptor lists it. Pure. */
export function modelOf(report: Report): MapModel {
  const outcomes = outcomesOf(report)
  const places = placesOf(report)
  const titles = new Map(report.architecture.data.map(({ id, title }) => [id, title]))
  const access = accessEdges(report, outcomes, places, titles)
  const edges = [...flowEdges(report, outcomes, titles), ...access.edges]
  return { nodes: nodesOf(report, edges, access.ends, outcomes, places), edges }
}
