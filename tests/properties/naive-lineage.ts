/**
 * Where data gets to, said as plainly as possible: every walk through the graph that comes back to no node with the same
 * form, step by step. Exponential. What a walk gains by a loop, it had before, so that no holding is missed.
 */
import type { Graph, GraphEdge, GraphNode } from '../../src/derive/lineage.ts'

/** The number of steps after which a holding can be there first; for a meeting, when the later of the two has come. */
export type Arrivals = ReadonlyMap<string, number>

export const placeOf = (node: string, asset: string, form: string): string => `${node}: ${asset} ${form}`

export type Naive = { readonly certain: Arrivals; readonly possible: Arrivals }

/** What certainly is somewhere, and what certainly or possibly is. */
export const naiveLineage = (graph: Graph): Naive => ({ certain: reach(graph, true), possible: reach(graph, false) })

/** Until nothing new meets. */
function reach(graph: Graph, certainly: boolean): Arrivals {
  let before: Arrivals = new Map()
  for (;;) {
    const after = walks(graph, certainly, before)
    if (after.size === before.size && [...after].every(([place, steps]) => before.get(place) === steps)) return after
    before = after
  }
}

function walks(graph: Graph, certainly: boolean, before: Arrivals): Arrivals {
  const arrivals = new Map<string, number>()
  const visit = (node: GraphNode, asset: string, form: string, steps: number, trail: readonly string[]): void => {
    const place = placeOf(node.id, asset, form)
    if (trail.includes(place)) return
    arrivals.set(place, Math.min(steps, arrivals.get(place) ?? steps))
    const here = [...trail, place]
    const met = meeting(graph, node, asset, form, certainly, before)
    if (met !== undefined) visit(node, asset, 'clear', Math.max(steps, met), here)
    for (const edge of graph.edges) {
      const target = graph.nodes.find((one) => one.id === edge.to)
      if (edge.from !== node.id || target === undefined || !carries(graph, edge, asset, certainly)) continue
      visit(target, asset, stepped(form, edge, target), steps + 1, here)
    }
  }
  for (const node of graph.nodes) {
    for (const seed of node.holds) {
      if (seed.certain || !certainly) visit(node, seed.asset, opened(seed.protection, node), 0, [])
    }
  }
  return arrivals
}

/** When something that re-identifies pseudonymised data is first there in a form that does, or may. */
export function meeting(
  graph: Graph,
  node: GraphNode,
  asset: string,
  form: string,
  certainly: boolean,
  arrivals: Arrivals,
): number | undefined {
  if (form !== 'pseudonymised') return undefined
  const readable = (of: string): boolean =>
    of === 'clear' || of === 'pseudonymised' || (!certainly && (of === 'encrypted:?' || !of.startsWith('encrypted:')))
  const times = graph.assets
    .filter((one) => one.additionalInformationFor.includes(asset))
    .flatMap((key) => {
      const start = placeOf(node.id, key.id, '')
      return [...arrivals]
        .filter(([place]) => place.startsWith(start) && readable(place.slice(start.length)))
        .map(([, steps]) => steps)
    })
  return times.length === 0 ? undefined : Math.min(...times)
}

export function carries(graph: Graph, edge: GraphEdge, asset: string, certainly: boolean): boolean {
  const { data } = edge
  if (data === 'everything') return true
  if (data === undefined) return !certainly
  const parents = (id: string): readonly string[] | undefined => graph.assets.find((one) => one.id === id)?.derivedFrom
  const line = (id: string): readonly string[] => [id, ...(parents(id) ?? []).flatMap(line)]
  if (line(asset).some((id) => data.includes(id))) return true
  const open = (id: string): boolean => line(id).some((one) => parents(one) === undefined)
  return !certainly && [asset, ...data].some(open)
}

/** The form in which data is there after an edge. */
export const stepped = (form: string, edge: GraphEdge, target: GraphNode): string => opened(changed(form, edge), target)

function changed(form: string, { transform }: GraphEdge): string {
  const hidden = form.startsWith('encrypted:')
  const legible = form === 'clear' || form === 'pseudonymised'
  if (transform.kind === 'none' || form === 'anonymised') return form
  if (transform.kind === 'anonymise') return transform.assessed ? 'anonymised' : 'unassessed'
  if (transform.kind === 'unstated') return form === 'unassessed' ? form : 'unstated'
  if (transform.kind === 'pseudonymise') return form === 'clear' ? 'pseudonymised' : form
  if (!legible && !hidden) return form
  const outer = transform.keyHolders
  if (outer === undefined || form === 'encrypted:?') return 'encrypted:?'
  const inner = hidden ? form.slice('encrypted:'.length).split(',') : outer
  return `encrypted:${[...new Set(outer.filter((one) => inner.includes(one)))].sort().join(',')}`
}

/** Clear to who holds the key, and where a model works. */
function opened(form: string, node: GraphNode): string {
  if (!form.startsWith('encrypted:')) return form
  if (node.inference) return 'clear'
  const names = form.slice('encrypted:'.length)
  if (names === '' || names === '?') return form
  if (names.split(',').some((name) => node.keyUsers.includes(name))) return 'clear'
  return node.keyUsers.includes(undefined) ? 'encrypted:?' : form
}
