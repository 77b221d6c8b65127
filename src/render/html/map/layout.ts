import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js'
import { blockOf, boxSize, boxText, labelText, styles, type TextBlock } from './boxes.ts'
import { straightLine } from './geometry.ts'
import type { Jurisdiction, MapEdge, MapModel } from './model.ts'
import { type MapLayout, type PlacedEdge, type Point, type Rectangle, regionRoom } from './placed.ts'
import { jurisdictions } from './places.ts'
import { inRows } from './rows.ts'
import { fitted } from './text-width.ts'
import { upwardEdges } from './upwards.ts'

/** The same model gives the same places on any machine: the seed is fixed, and no font is measured. */
const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.randomSeed': '1',
  'elk.spacing.nodeNode': '36',
  'elk.spacing.edgeNode': '18',
  // Side by side over a border, their marks do not touch.
  'elk.spacing.edgeEdge': '26',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
  'elk.spacing.edgeLabel': '4',
  'elk.layered.spacing.nodeNodeBetweenLayers': '26',
  'elk.layered.spacing.edgeNodeBetweenLayers': '14',
}

/** What ELK does with a graph. */
export type Elk = (graph: ElkNode) => Promise<ElkNode>

/** More boxes and arrows than this are laid out apart: together they would take many seconds, and metres of paper. */
const mostTogether = 100
const mostLabels = 200

/**
 * Places the boxes, arrows and labels.
 *
 * A map of usual size is laid out as one, with every arrow led around the boxes. In a large one each jurisdiction is laid
 * out for itself, and arrows between them are straight. Should ELK not manage a graph, its boxes stand in rows.
 */
export async function layoutOf(model: MapModel, elk: Elk): Promise<MapLayout> {
  const size = model.nodes.length + model.edges.length
  for (const together of size > mostTogether ? [false] : [true, false]) {
    try {
      return await laidOut(model, elk, together)
    } catch {
      // ELK throws on some graphs that it should manage. Whatever a descriptor says, there is a map.
    }
  }
  return laidOut(model, inRows, false)
}

async function laidOut(model: MapModel, elk: Elk, together: boolean): Promise<MapLayout> {
  const boxes = new Map(model.nodes.map((node, at) => [`n${at}`, { node, text: boxText(node) }]))
  const homes = new Map(model.nodes.map(({ id, jurisdiction }) => [id, jurisdiction]))
  const labels = model.edges.map(labelText)
  const heads = headsOf(model)
  const upwards = upwardEdges(model)
  const labelled = model.edges.length <= mostLabels
  const edges = edgesOf(model, upwards, labelled ? labels : [])
  const isWithin = (edge: MapEdge, one: Jurisdiction): boolean =>
    homes.get(edge.from) === one && homes.get(edge.to) === one
  const handling = { 'elk.hierarchyHandling': together ? 'INCLUDE_CHILDREN' : 'SEPARATE_CHILDREN' }
  const done = await elk({
    id: 'map',
    layoutOptions: { ...options, ...handling, ...ofWhole },
    children: [...heads].map(([jurisdiction, places]) => ({
      id: jurisdiction,
      layoutOptions: { ...options, ...handling, 'elk.padding': paddingOf(places) },
      children: [...boxes]
        .filter(([, { node }]) => node.jurisdiction === jurisdiction)
        .map(([id, { text }]) => ({ id, ...boxSize(text) })),
      edges: together ? [] : edges.filter((_, at) => isWithin(model.edges[at] as MapEdge, jurisdiction)),
    })),
    edges: together ? edges : [],
  })
  const regions = (done.children ?? []).map((region) => ({
    ...rectangle(region),
    jurisdiction: region.id as Jurisdiction,
    places: fitted(
      heads.get(region.id as Jurisdiction) ?? '',
      (region.width ?? 0) - 2 * regionRoom.side,
      styles.detail,
    ),
  }))
  const nodes = (done.children ?? []).flatMap(({ children = [] }) =>
    children.flatMap((child) => {
      const placed = boxes.get(child.id)
      return placed === undefined ? [] : [{ ...rectangle(child), ...placed }]
    }),
  )
  const led = new Map([done, ...(done.children ?? [])].flatMap(({ edges = [] }) => edges.map((one) => [one.id, one])))
  const placed = new Map(nodes.map((one) => [one.node.id, one]))
  return {
    width: done.width ?? 0,
    height: done.height ?? 0,
    regions,
    nodes,
    edges: model.edges.map((edge, at) => {
      const way = led.get(`e${at}`)
      const points = way === undefined ? [] : pointsOf(way, upwards.has(edge))
      return points.length > 1
        ? { edge, points, ...labelOf(way, labels[at]) }
        : { edge, points: straightLine(placed.get(edge.from), placed.get(edge.to)) }
    }),
    labelled: labelled && together,
  }
}

const ofWhole = {
  'elk.json.shapeCoords': 'ROOT',
  'elk.json.edgeCoords': 'ROOT',
  'elk.padding': '[top=12,left=12,bottom=12,right=12]',
  'elk.spacing.componentComponent': '70',
}

/** The jurisdictions that are used, with the places that are named there. */
const headsOf = (model: MapModel): ReadonlyMap<Jurisdiction, string> =>
  new Map(
    jurisdictions
      .filter((one) => model.nodes.some(({ jurisdiction }) => jurisdiction === one))
      .map((one) => [one, placesIn(model, one)]),
  )

function edgesOf(model: MapModel, upwards: ReadonlySet<MapEdge>, labels: readonly TextBlock[]): ElkExtendedEdge[] {
  const ids = new Map(model.nodes.map(({ id }, at) => [id, `n${at}`]))
  return model.edges.map((edge, at) => {
    const ends = [edge.from, edge.to].map((id) => ids.get(id) ?? '')
    const [source = '', target = ''] = upwards.has(edge) ? ends.reverse() : ends
    const label = labels[at]
    return {
      id: `e${at}`,
      sources: [source],
      targets: [target],
      // ELK leaves out labels without a text.
      labels:
        label === undefined ? [] : [{ id: `l${at}`, text: ' ', width: label.width + 8, height: label.height + 4 }],
    }
  })
}

const paddingOf = (places: string): string => {
  const { title, side, below } = regionRoom
  return `[top=${title + (places === '' ? 8 : regionRoom.places + 8)},left=${side},bottom=${below},right=${side}]`
}

const placesIn = (model: MapModel, jurisdiction: Jurisdiction): string =>
  [...new Set(model.nodes.filter((one) => one.jurisdiction === jurisdiction).flatMap(({ places }) => places))]
    .sort()
    .join(', ')

const rectangle = ({ x = 0, y = 0, width = 0, height = 0 }: Partial<Rectangle>): Rectangle => ({ x, y, width, height })

function pointsOf({ sections = [] }: ElkExtendedEdge, backwards: boolean): readonly Point[] {
  const points = sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [startPoint, ...bendPoints, endPoint])
  return backwards ? points.reverse() : points
}

function labelOf(way: ElkExtendedEdge | undefined, text: TextBlock | undefined): Pick<PlacedEdge, 'label'> {
  const label = way?.labels?.[0]
  return label === undefined ? {} : { label: { ...rectangle(label), text: text ?? blockOf([]) } }
}
