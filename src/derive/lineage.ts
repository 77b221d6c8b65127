import type { Placed } from '../model/location.ts'
import { encryptedFor, isEncrypted, keyHoldersOf, type Protection } from './assets.ts'
import { Way } from './way.ts'

/**
 * Where data gets to, computed to a fixed point.
 *
 * The result is three-valued: a holding is certain, or possible where something that is not stated leaves it open, or
 * not there at all. Everything here is a plain graph, so that it can be compared with a naive enumeration of paths.
 */
export type Graph = {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
  readonly assets: readonly GraphAsset[]
}

export type GraphNode = {
  readonly id: string
  readonly place: Placed
  /** What is there from the start. */
  readonly holds: readonly Seed[]
  /** Who can use a key there: custodian, operator, provider. Undefined members are not known. */
  readonly keyUsers: readonly (string | undefined)[]
  /** A model works here, so whatever is encrypted is read in the clear. */
  readonly inference: boolean
}

export type Seed = { readonly asset: string; readonly protection: Protection; readonly certain: boolean }

export type GraphEdge = {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly place: Placed
  /** Undefined: not stated, so it may carry anything. */
  readonly data: readonly string[] | 'everything' | undefined
  readonly transform: Transform
}

/** A transformation as it counts for the crossing; `unstated` may be any. Aggregation is not anonymisation: `none`. */
export type Transform =
  | { readonly kind: 'none' }
  | { readonly kind: 'unstated' }
  | { readonly kind: 'pseudonymise' }
  | { readonly kind: 'anonymise'; readonly assessed: boolean }
  | { readonly kind: 'encrypt'; readonly keyHolders: readonly string[] | undefined }

export type GraphAsset = {
  readonly id: string
  /** Undefined: it may be made from anything. */
  readonly derivedFrom: readonly string[] | undefined
  readonly additionalInformationFor: readonly string[]
}

export type Holding = {
  readonly node: string
  readonly asset: string
  readonly protection: Protection
  readonly certain: boolean
  /** The shortest way by which it got here; ties go to the flow whose id comes first. */
  readonly path: Way
}

type Cell = Omit<Holding, 'path'> & {
  /** When it is there first, in flows; what two meetings make is there when the later of them is. */
  readonly hops: number
  // Replaced by a way that is as short and comes first, so that the order in which things are listed decides nothing.
  via: GraphEdge | undefined
  previous: Cell | undefined
  /** Once all ways are known. */
  way?: Way
}

/** What a form becomes on an edge. */
export function transformed(protection: Protection, transform: Transform): Protection {
  switch (transform.kind) {
    case 'none':
      return protection
    case 'unstated':
      return protection === 'anonymised' || protection === 'unassessed' ? protection : 'unstated'
    case 'anonymise':
      if (transform.assessed) return 'anonymised'
      return protection === 'anonymised' ? protection : 'unassessed'
    case 'pseudonymise':
      return protection === 'clear' ? 'pseudonymised' : protection
    case 'encrypt': {
      if (protection === 'clear' || protection === 'pseudonymised') return encryptedFor(transform.keyHolders)
      if (!isEncrypted(protection)) return protection
      const [inner, outer] = [keyHoldersOf(protection), transform.keyHolders]
      return inner === undefined || outer === undefined
        ? 'encrypted:?'
        : encryptedFor(inner.filter((one) => outer.includes(one)))
    }
  }
}

/** What a form is at a node: clear to who holds the key, and always clear where a model works on it. */
export function arrived(protection: Protection, node: Pick<GraphNode, 'keyUsers' | 'inference'>): Protection {
  if (!isEncrypted(protection)) return protection
  if (node.inference) return 'clear'
  const holders = keyHoldersOf(protection)
  if (holders === undefined) return protection
  if (node.keyUsers.some((user) => user !== undefined && holders.includes(user))) return 'clear'
  return node.keyUsers.includes(undefined) && holders.length > 0 ? 'encrypted:?' : protection
}

/** What an edge takes of one holding at its source: certainly, possibly, or not at all. */
export function carried(edge: GraphEdge, asset: string, families: Families): 'certain' | 'possible' | 'no' {
  if (edge.data === 'everything') return 'certain'
  if (edge.data === undefined) return 'possible'
  if (families.within(asset, edge.data)) return 'certain'
  return families.mayDerive(asset) || edge.data.some(families.mayDerive) ? 'possible' : 'no'
}

export type Families = {
  /** Whether an asset is one of those, or was made from one of them. */
  readonly within: (asset: string, data: readonly string[]) => boolean
  /** Whether something that is not stated leaves open what it, or what it was made from, derives from. */
  readonly mayDerive: (asset: string) => boolean
}

export function familiesOf(assets: readonly GraphAsset[]): Families {
  const byId = new Map(assets.map((one) => [one.id, one]))
  const lines = new Map<string, ReadonlySet<string>>()
  const open = new Set<string>()
  const line = (id: string): ReadonlySet<string> => {
    const before = lines.get(id)
    if (before !== undefined) return before
    const all = new Set([id])
    lines.set(id, all)
    const parents = byId.get(id)?.derivedFrom
    if (parents === undefined) open.add(id)
    for (const parent of parents ?? []) {
      for (const one of line(parent)) all.add(one)
      if (open.has(parent)) open.add(id)
    }
    return all
  }
  for (const asset of assets) line(asset.id)
  return {
    within: (asset, data) => data.some((one) => line(asset).has(one)),
    mayDerive: (asset) => open.has(asset),
  }
}

/**
 * Every holding that follows. Linear in edges for a given number of assets: each holding of a node is passed on once as
 * certain and once as possible, and each by hops, so that its path is the shortest of its kind.
 */
export function lineage(graph: Graph, families = familiesOf(graph.assets)): readonly Holding[] {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]))
  const certain = spread(graph, nodes, families, true)
  const result: Holding[] = []
  // Where nothing was left open, what is possible is what is certain.
  const possible = certain.isAll ? certain : spread(graph, nodes, families, false)
  for (const [id, cells] of possible.held) {
    const sure = certain.held.get(id)
    for (const [key, one] of cells) {
      const cell = sure?.get(key) ?? one
      const { node, asset, protection } = cell
      result.push({ node, asset, protection, certain: cell.certain, path: wayTo(cell, nodes) })
    }
  }
  return result.sort(byPlace)
}

type Spread = {
  /** Holdings by node, then by asset and form. */
  readonly held: ReadonlyMap<string, Map<string, Cell>>
  /** Whether nothing was left out because it is only possible. */
  readonly isAll: boolean
}

/** What gets where `certainly`; or by what is certain and what is only possible together. */
function spread(graph: Graph, nodes: ReadonlyMap<string, GraphNode>, families: Families, certainly: boolean): Spread {
  const held = new Map(graph.nodes.map((node) => [node.id, new Map<string, Cell>()]))
  let isAll = true
  const revealing = graph.assets.filter((asset) => asset.additionalInformationFor.length > 0)
  const reveals = new Map(revealing.map((asset) => [asset.id, new Set(asset.additionalInformationFor)]))
  const outgoing = new Map<string, GraphEdge[]>()
  for (const edge of graph.edges) {
    const list = outgoing.get(edge.from)
    if (list === undefined) outgoing.set(edge.from, [edge])
    else list.push(edge)
  }
  const waiting: Cell[][] = []
  const put = (cell: Cell): void => {
    const cells = held.get(cell.node)
    const key = `${cell.asset} ${cell.protection}`
    const before = cells?.get(key)
    if (cells === undefined) return
    if (before === undefined) {
      cells.set(key, cell)
      const bucket = waiting[cell.hops]
      if (bucket === undefined) waiting[cell.hops] = [cell]
      else bucket.push(cell)
      if (reveals.size === 0) return
      for (const other of [...cells.values()]) {
        meet(cell, other)
        meet(other, cell)
      }
    } else if (before.hops === cell.hops && comesFirst(cell, before)) {
      before.via = cell.via
      before.previous = cell.previous
    }
  }
  /** Where pseudonymised data and what re-identifies it meet, it is clear. */
  const meet = (hidden: Cell, key: Cell): void => {
    if (hidden.protection !== 'pseudonymised' || reveals.get(key.asset)?.has(hidden.asset) !== true) return
    if (!opens(key.protection, certainly)) {
      isAll = false
      return
    }
    put({ ...hidden, protection: 'clear', hops: Math.max(hidden.hops, key.hops), via: undefined, previous: hidden })
  }

  for (const node of graph.nodes) {
    for (const seed of node.holds) {
      if (certainly && !seed.certain) {
        isAll = false
        continue
      }
      const protection = arrived(seed.protection, node)
      put({
        node: node.id,
        asset: seed.asset,
        protection,
        certain: certainly,
        hops: 0,
        via: undefined,
        previous: undefined,
      })
    }
  }
  for (let hops = 0; hops < waiting.length; hops++) {
    // A bucket may grow while it is read: what meets is as far as the farther of the two.
    for (const cell of waiting[hops] ?? []) {
      for (const edge of outgoing.get(cell.node) ?? []) {
        const target = nodes.get(edge.to)
        const how = carried(edge, cell.asset, families)
        if (target === undefined || how === 'no') continue
        if (certainly && how !== 'certain') {
          isAll = false
          continue
        }
        const protection = arrived(transformed(cell.protection, edge.transform), target)
        put({
          node: target.id,
          asset: cell.asset,
          protection,
          certain: certainly,
          hops: hops + 1,
          via: edge,
          previous: cell,
        })
      }
    }
  }
  return { held, isAll }
}

/** Whether additional information in some form re-identifies; where nobody knows who can read it, it may. */
function opens(protection: Protection, certainly: boolean): boolean {
  if (protection === 'clear' || protection === 'pseudonymised') return true
  return !certainly && (!isEncrypted(protection) || keyHoldersOf(protection) === undefined)
}

/** What is there from the start, then by the id of the last flow, then by the form before it. */
function comesFirst(one: Cell, other: Cell): boolean {
  const rank = ({ via, previous }: Cell): string => `${via?.id ?? ''} ${previous?.protection ?? ''}`
  return rank(one) < rank(other)
}

const byPlace = (a: Holding, b: Holding): number =>
  byText(a.node, b.node) || byText(a.asset, b.asset) || byText(a.protection, b.protection)

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The way to a cell, made once for all ways that go on from there. */
function wayTo(cell: Cell, nodes: ReadonlyMap<string, GraphNode>): Way {
  const without: Cell[] = []
  for (let one: Cell | undefined = cell; one !== undefined && one.way === undefined; one = one.previous)
    without.push(one)
  for (const one of without.reverse()) {
    const before = one.previous?.way
    const { via } = one
    const place = via?.place ?? nodes.get(one.node)?.place
    // What was revealed where it stood has taken no step.
    if (before !== undefined && via === undefined) one.way = before
    else if (place === undefined) throw new Error(`a holding at ${one.node}, which is nowhere`)
    else {
      const step = via === undefined ? { node: one.node, place } : { node: one.node, flow: via.id, place }
      one.way = before === undefined ? new Way(one.asset, step) : before.with(step)
    }
  }
  return cell.way as Way
}
