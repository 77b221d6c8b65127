import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ordered } from '../../src/batch/ordered.ts'

/** Counts from 0, and remembers how far it was asked. */
function counting(end: number) {
  const seen = { taken: 0, stopped: false }
  async function* source(): AsyncGenerator<number> {
    try {
      for (let next = 0; next < end; next += 1) {
        seen.taken += 1
        yield next
      }
    } finally {
      seen.stopped = true
    }
  }
  return { seen, source: source() }
}

async function all<In, Out>(
  items: Iterable<In> | AsyncIterable<In>,
  run: (item: In) => Promise<Out> | Out,
  most: number,
  keep?: (result: Out) => Out,
): Promise<readonly Out[]> {
  const list: Out[] = []
  const take = (one: Out): undefined => void list.push(one)
  await ordered(items, { run, take, most, ...(keep && { keep }) })
  return list
}

it('gives the results in the order of the items, whichever is done first', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(3), { maxLength: 20 }), fc.integer({ min: 1, max: 6 }), async (turns, most) => {
      const run = async (turn: number): Promise<number> => {
        for (let wait = 0; wait < turn * 3; wait += 1) await Promise.resolve()
        return turn
      }
      expect(await all(turns, run, most)).toEqual(turns)
    }),
    { numRuns: 50 },
  )
})

it('takes no more than it may while nobody reads, however much there is', async () => {
  const { seen, source } = counting(1_000_000)
  let read = 0
  const take = async (): Promise<void> => {
    read += 1
    // Time for anything that would run ahead.
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve()
    expect(seen.taken).toBeLessThanOrEqual(read + 5)
    if (read === 20) throw new Error('nobody reads on')
  }
  await expect(ordered(source, { run: async (one) => one, take, most: 5 })).rejects.toThrow('nobody reads on')
  expect([read, seen.stopped]).toEqual([20, true])
})

it('does as many at a time as it may', async () => {
  let now = 0
  let highest = 0
  const run = async (): Promise<void> => {
    now += 1
    highest = Math.max(highest, now)
    await new Promise((resolve) => setImmediate(resolve))
    now -= 1
  }
  await all(counting(20).source, run, 4)
  expect(highest).toBe(4)
})

it('throws what went wrong in its turn, after what came before it', async () => {
  const run = async (one: number): Promise<number> => {
    if (one === 2) throw new Error('two')
    return one
  }
  const before: number[] = []
  const take = (one: number): undefined => void before.push(one)
  await expect(ordered([0, 1, 2, 3], { run, take, most: 4 })).rejects.toThrow('two')
  expect(before).toEqual([0, 1])
})

it('what comes at once is given before more is taken, or kept where others come before it', async () => {
  const memory = [0]
  const reused = (item: number) => {
    memory[0] = item
    return memory
  }
  const slow = async (item: number) => {
    await new Promise((resolve) => setImmediate(resolve))
    return [-item]
  }
  const run = (item: number) => (item % 4 === 0 ? slow(item) : reused(item))
  const found: number[] = []
  const take = ([value = 0]: readonly number[]): undefined => void found.push(value)
  await ordered([1, 2, 3, 4, 5, 6, 7, 8, 9], { run, take, most: 3, keep: (one) => [...one] })
  expect(found).toEqual([1, 2, 3, -4, 5, 6, 7, -8, 9])
})
