import { describe, expect, it } from 'vitest'
import { lineage } from '../../src/derive/lineage.ts'
import { Way } from '../../src/derive/way.ts'

const at = { file: 'portal.yaml', line: 1, column: 1, endLine: 1, endColumn: 2 }
const place = { at }
const step = (node: string, flow?: string) => (flow === undefined ? { node, place } : { node, flow, place })

describe('a way of data', () => {
  const start = new Way('orders', step('shop'))
  const there = start.with(step('queue', 'push'))

  it('lists its steps from where it began', () => {
    expect(there.with(step('worker', 'pull')).steps).toEqual([
      { node: 'shop', at },
      { node: 'queue', flow: 'push', at },
      { node: 'worker', flow: 'pull', at },
    ])
    expect([start.steps, there.length, there.last]).toEqual([
      [{ node: 'shop', at }],
      2,
      { node: 'queue', flow: 'push', at },
    ])
  })

  it('is the same by the same flows, whoever listed it', () => {
    const again = new Way('orders', step('shop')).with(step('queue', 'push'))
    expect(there.isSame(again)).toBe(true)
    expect(there.with(step('a', 'x')).isSame(again.with(step('b', 'x')))).toBe(true)
    for (const other of [
      start,
      new Way('clients', step('shop')).with(step('queue', 'push')),
      start.with(step('queue', 'other')),
      new Way('orders', step('till')).with(step('queue', 'push')),
    ])
      expect(there.isSame(other)).toBe(false)
  })

  it('tells what its steps come to, and asks each of them once for all ways that begin alike', () => {
    const asked: string[] = []
    const known = new Map<Way, string>()
    const flows = (way: Way) =>
      way.gathered(known, 'none', (before, { flow }) => {
        asked.push(flow ?? '')
        return flow === undefined ? before : `${before} ${flow}`
      })
    const further = there.with(step('worker', 'pull'))
    expect([flows(there), flows(further), flows(there.with(step('log', 'note'))), flows(start)]).toEqual([
      'none push',
      'none push pull',
      'none push note',
      'none',
    ])
    expect(asked).toEqual(['', 'push', 'pull', 'note'])
    expect([start.start, further.start]).toEqual(['shop', 'shop'])
  })

  it('shares what it has in common with others: one of 20,000 flows and all that lead to it fit', () => {
    const size = 20_000
    const nodes = Array.from({ length: size }, (_, nth) => ({
      id: `n${nth}`,
      place,
      holds: nth === 0 ? [{ asset: 'orders', protection: 'clear' as const, certain: true }] : [],
      keyUsers: [],
      inference: false,
    }))
    const edges = nodes.map(({ id }, nth) => ({
      id: `f${nth}`,
      from: id,
      to: `n${(nth + 1) % size}`,
      place,
      data: 'everything' as const,
      transform: { kind: 'none' as const },
    }))
    const assets = [{ id: 'orders', derivedFrom: [], additionalInformationFor: [] }]
    const held = lineage({ nodes, edges, assets })
    expect(held).toHaveLength(size)
    expect(Math.max(...held.map(({ path }) => path.length))).toBe(size)
  })
})
