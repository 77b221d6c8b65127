import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js'
import { blockOf, boxSize, boxText, labelText, styles, type TextBlock } from './boxes.ts'
import type { Jurisdiction, MapEdge, MapModel, MapNode } from './model.ts'
import { jurisdictions } from './places.ts'
import { fitted } from './text-width.ts'
import { upwardEdges } from './upwards.ts'

export type Point = { readonly x: number; readonly y: number }
export type Rectangle = Point & { readonly width: number; readonly height: number }
export type PlacedNode = Rectangle & { readonly node: MapNode; readonly text: TextBlock }
export type PlacedEdge = {
  readonly edge: MapEdge
  readonly points: readonly Point[]
  readonly label?: Rectangle & { readonly text: TextBlock }
}
export type Region = Rectangle & { readonly jurisdiction: Jurisdiction; readonly places: string }

/** Where everything is, in pixels from the top left. */
export type MapLayout = {
  readonly width: number
  readonly height: number
  readonly regions: readonly Region[]
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
}

export const regionTitles: Readonly<Record<Jurisdiction, string>> = {
  eea: 'European Economic Area',
  adequate: 'Adequate countries',
  'third-country': 'Third countries',
  worldwide: 'Anywhere in the world',
  unknown: 'Place not known',
}

/** Room within a region: for its title, for the places below it, at the sides, and for a mark below. */
export const regionRoom = { title: 34, places: 16, side: 16, below: 28 }

/** The same model gives the same places on any machine: the seed is fixed, and no font is measured. */
const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
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

/** Places the boxes, arrows and labels. `layout` is ELK's. */
export async function layoutOf(model: MapModel, layout: (graph: ElkNode) => Promise<ElkNode>): Promise<MapLayout> {
  const boxes = new Map(model.nodes.map((node, at) => [`n${at}`, { node, text: boxText(node) }]))
  const ids = new Map(model.nodes.map(({ id }, at) => [id, `n${at}`]))
  const labels = model.edges.map(labelText)
  const used = jurisdictions.filter((one) => model.nodes.some(({ jurisdiction }) => jurisdiction === one))
  const heads = new Map(used.map((one) => [one, placesIn(model, one)]))
  const upwards = upwardEdges(model)
  const graph: ElkNode = {
    id: 'map',
    layoutOptions: {
      ...options,
      'elk.json.shapeCoords': 'ROOT',
      'elk.json.edgeCoords': 'ROOT',
      'elk.padding': '[top=12,left=12,bottom=12,right=12]',
    },
    children: used.map((jurisdiction) => ({
      id: jurisdiction,
      layoutOptions: {
        ...options,
        'elk.padding': paddingOf(heads.get(jurisdiction) ?? ''),
      },
      children: [...boxes]
        .filter(([, { node }]) => node.jurisdiction === jurisdiction)
        .map(([id, { text }]) => ({ id, ...boxSize(text) })),
    })),
    edges: model.edges.map((edge, at) => ({
      id: `e${at}`,
      sources: [ids.get(upwards.has(edge) ? edge.to : edge.from) ?? ''],
      targets: [ids.get(upwards.has(edge) ? edge.from : edge.to) ?? ''],
      labels: [{ id: `l${at}`, text: ' ', width: (labels[at]?.width ?? 0) + 8, height: (labels[at]?.height ?? 0) + 4 }],
    })),
  }
  const done = await layout(graph)
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
  const edges = (done.edges ?? []).flatMap((placed, at): PlacedEdge[] => {
    const edge = model.edges[at]
    return edge === undefined
      ? []
      : [{ edge, points: pointsOf(placed, upwards.has(edge)), ...labelOf(placed, labels[at]) }]
  })
  return { width: done.width ?? 0, height: done.height ?? 0, regions, nodes, edges }
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

function labelOf({ labels = [] }: ElkExtendedEdge, text: TextBlock | undefined): Pick<PlacedEdge, 'label'> {
  const [label] = labels
  return label === undefined ? {} : { label: { ...rectangle(label), text: text ?? blockOf([]) } }
}
