import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Protection } from '../../src/derive/assets.ts'
import { encryptedFor } from '../../src/derive/assets.ts'
import {
  type Graph,
  type GraphAsset,
  type GraphEdge,
  type GraphNode,
  type Holding,
  lineage,
  type Seed,
  type Transform,
} from '../../src/derive/lineage.ts'
import { type Arrivals, carries, meeting, type Naive, naiveLineage, placeOf, stepped } from './naive-lineage.ts'
import { runs } from './pipeline.ts'

const at = { file: 'sample', line: 1, column: 1, endLine: 1, endColumn: 1 }
const nodeIds = ['n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7']
const assetIds = ['a', 'b', 'c']
const keepers = ['k1', 'k2']

const someKeepers = fc.subarray(keepers)

const aTransform: fc.Arbitrary<Transform> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Transform>({ kind: 'none' }) },
  { weight: 1, arbitrary: fc.constant<Transform>({ kind: 'unstated' }) },
  { weight: 2, arbitrary: fc.constant<Transform>({ kind: 'pseudonymise' }) },
  { weight: 1, arbitrary: fc.boolean().map((assessed): Transform => ({ kind: 'anonymise', assessed })) },
  {
    weight: 2,
    arbitrary: fc
      .option(someKeepers, { nil: undefined, freq: 4 })
      .map((keyHolders): Transform => ({ kind: 'encrypt', keyHolders })),
  },
)

const aForm: fc.Arbitrary<Protection> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<Protection>('clear', 'pseudonymised') },
  { weight: 1, arbitrary: fc.constantFrom<Protection>('anonymised', 'unassessed', 'unstated', 'encrypted:?') },
  { weight: 1, arbitrary: someKeepers.map(encryptedFor) },
)

const aSeed: fc.Arbitrary<Seed> = fc.record({
  asset: fc.constantFrom(...assetIds),
  protection: aForm,
  certain: fc.boolean(),
})

const aNode = (id: string): fc.Arbitrary<GraphNode> =>
  fc.record({
    id: fc.constant(id),
    place: fc.constant({ at }),
    holds: fc.oneof(
      { weight: 2, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(aSeed, { maxLength: 2 }) },
    ),
    keyUsers: fc.subarray([...keepers, 'other', undefined], { maxLength: 2 }),
    inference: fc.integer({ min: 0, max: 7 }).map((one) => one === 7),
  })

const anEdge = (id: string, nodes: readonly string[]): fc.Arbitrary<GraphEdge> =>
  fc.record({
    id: fc.constant(id),
    from: fc.constantFrom(...nodes),
    to: fc.constantFrom(...nodes),
    place: fc.constant({ at }),
    data: fc.oneof(
      fc.constant('everything' as const),
      fc.constant(undefined),
      fc.subarray(assetIds, { minLength: 1, maxLength: 2 }),
    ),
    transform: aTransform,
  })

/** An asset derives from those before it: loading refuses circles. */
const anAsset = (id: string): fc.Arbitrary<GraphAsset> =>
  fc.record({
    id: fc.constant(id),
    derivedFrom: fc.option(fc.subarray(assetIds.slice(0, assetIds.indexOf(id))), { nil: undefined, freq: 4 }),
    additionalInformationFor: fc.subarray(assetIds.filter((one) => one !== id)),
  })

/** Edges are named out of their order, so that ties do not go to the first by chance. */
const edgeIds = ['e4', 'e1', 'e7', 'e3', 'e9', 'e2', 'e8', 'e6', 'e5']

const aGraph: fc.Arbitrary<Graph> = fc
  .integer({ min: 1, max: 7 })
  .map((count) => nodeIds.slice(0, count))
  .chain((ids) =>
    fc.record({
      nodes: fc.tuple(...ids.map(aNode)),
      edges: fc
        .subarray(edgeIds, { maxLength: ids.length + 2 })
        .chain((names) => fc.tuple(...names.map((name) => anEdge(name, ids)))),
      assets: fc.tuple(...assetIds.map(anAsset)),
    }),
  )

const keyOf = (one: Holding): string => placeOf(one.node, one.asset, one.protection)

/** The first time at which a walk along these very flows ends in this form, from any seed of its first node. */
function arrivalAlong(graph: Graph, holding: Holding, naive: Naive): number | undefined {
  const { asset, steps } = holding.path
  const certainly = holding.certain
  const arrivals: Arrivals = certainly ? naive.certain : naive.possible
  const [first, ...rest] = steps
  const nodeOf = (id: string | undefined): GraphNode | undefined => graph.nodes.find((one) => one.id === id)
  let node = nodeOf(first?.node)
  if (node === undefined || first?.flow !== undefined) return undefined
  let forms = new Map<string, number>()
  const add = (form: string, time: number): void => {
    forms.set(form, Math.min(time, forms.get(form) ?? time))
  }
  const meet = (here: GraphNode): void => {
    for (const [form, time] of [...forms]) {
      const met = meeting(graph, here, asset, form, certainly, arrivals)
      if (met !== undefined) add('clear', Math.max(time, met))
    }
  }
  for (const seed of node.holds) {
    // A seed is what a walk of no steps gives.
    if (seed.asset === asset && (seed.certain || !certainly))
      add(stepped(seed.protection, { transform: { kind: 'none' } } as GraphEdge, node), 0)
  }
  meet(node)
  for (const step of rest) {
    const edge = graph.edges.find((one) => one.id === step.flow)
    const target = nodeOf(step.node)
    if (edge === undefined || target === undefined || edge.from !== node.id || edge.to !== target.id) return undefined
    if (!carries(graph, edge, asset, certainly)) return undefined
    const next = [...forms].map(([form, time]) => [stepped(form, edge, target), time + 1] as const)
    forms = new Map()
    for (const [form, time] of next) add(form, time)
    node = target
    meet(target)
  }
  return node.id === holding.node ? forms.get(holding.protection) : undefined
}

describe('lineage of random graphs', () => {
  it('is what a naive enumeration of walks finds, each by a way that is real and none shorter', () => {
    const seen = { certain: 0, possible: 0, met: 0, encrypted: 0, cycles: 0 }
    fc.assert(
      fc.property(aGraph, (graph) => {
        const holdings = lineage(graph)
        const naive = naiveLineage(graph)
        const expected = [...naive.possible.keys()].map((place) => `${place} ${naive.certain.has(place)}`).sort()
        expect(holdings.map((one) => `${keyOf(one)} ${one.certain}`).sort()).toEqual(expected)
        for (const one of holdings) {
          const best = (one.certain ? naive.certain : naive.possible).get(keyOf(one))
          expect([keyOf(one), arrivalAlong(graph, one, naive)]).toEqual([keyOf(one), best])
          expect(one.path.steps.length - 1).toBeLessThanOrEqual(best ?? 0)
          seen[one.certain ? 'certain' : 'possible']++
          if (one.path.steps.length - 1 < (best ?? 0)) seen.met++
          if (one.protection.startsWith('encrypted:')) seen.encrypted++
        }
        if (graph.edges.some((one) => graph.edges.some((other) => one.from === other.to && one.to === other.from)))
          seen.cycles++
      }),
      runs(10_000),
    )
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20)
  })

  it('is the same in whatever order nodes, flows and assets are listed', () => {
    const shuffled = aGraph.chain((graph) =>
      fc.record({
        graph: fc.constant(graph),
        nodes: fc.shuffledSubarray([...graph.nodes], { minLength: graph.nodes.length }),
        edges: fc.shuffledSubarray([...graph.edges], { minLength: graph.edges.length }),
        assets: fc.shuffledSubarray([...graph.assets], { minLength: graph.assets.length }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ graph, ...other }) => {
        expect(lineage(other)).toEqual(lineage(graph))
      }),
      runs(10_000),
    )
  })
})
