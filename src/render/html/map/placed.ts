import type { TextBlock } from './boxes.ts'
import type { Jurisdiction, MapEdge, MapNode } from './model.ts'

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
  /** What is at the arrows is written there; where there are too many of them, it is in their titles and the table only. */
  readonly labelled: boolean
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
