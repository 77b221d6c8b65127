import { expect, it } from 'vitest'
import type { Answer } from '../../src/batch/answer.ts'
import { ordered } from '../../src/batch/ordered.ts'
import { poolOf, type Worker } from '../../src/batch/pool.ts'
import type { SourceFile } from '../../src/model/location.ts'

const file = (line: number): SourceFile => ({ path: 'all.ndjson', line, bytes: new Uint8Array() })

/** Workers of which one ends when it comes to certain lines. As threads do, they take what they are asked in turn. */
function crew(deadly: readonly number[]) {
  const log = { started: 0, ended: 0, busy: 0, highest: 0, ahead: 0 }
  const start = (): Worker => {
    log.started += 1
    let asked = 0
    let before: Promise<unknown> = Promise.resolve()
    const work = async (line: number): Promise<Answer> => {
      log.busy += 1
      log.highest = Math.max(log.highest, log.busy)
      await new Promise((resolve) => setImmediate(resolve))
      log.busy -= 1
      asked -= 1
      if (deadly.includes(line)) throw new Error('its thread ended with 1')
      return { written: [{ passed: true, parts: [`${line}`] }], problems: [] }
    }
    return {
      answer: ({ line = 1 }) => {
        asked += 1
        log.ahead = Math.max(log.ahead, asked)
        // All that is asked of one that ended fails as that did.
        const answer = before.then(() => work(line))
        before = answer
        return answer
      },
      end: async () => {
        log.ended += 1
      },
    }
  }
  return { log, start }
}

async function answers(size: number, count: number, deadly: readonly number[]) {
  const { log, start } = crew(deadly)
  const pool = poolOf(start, size)
  const lines = Array.from({ length: count }, (_, index) => file(index + 1))
  const found: Answer[] = []
  await ordered(lines, { run: pool.answer, take: (answer) => void found.push(answer), most: size * 4 })
  await pool.end()
  return { log, found }
}

it('starts no more workers than it may, and has the next file ready for each', async () => {
  const { log, found } = await answers(3, 40, [])
  expect(found.map(({ written }) => written[0]?.parts[0])).toEqual(Array.from({ length: 40 }, (_, at) => `${at + 1}`))
  expect(log).toMatchObject({ started: 3, highest: 3, ahead: 2, ended: 3 })
})

it('starts none for which there is no work', async () => {
  expect((await answers(3, 0, [])).log.started).toBe(0)
})

it('tells which document a worker took with it, and goes on with the rest', async () => {
  const { log, found } = await answers(2, 30, [4, 5, 6, 20, 30])
  const lost = found.flatMap(({ problems }) => problems)
  expect(lost.map(({ code, at }) => `${code} ${at?.file}:${at?.line}`)).toEqual(
    [4, 5, 6, 20, 30].map((line) => `INTERNAL all.ndjson:${line}`),
  )
  expect(lost[0]?.message).toContain('its thread ended with 1')
  expect(found.flatMap(({ written }) => written)).toHaveLength(25)
  expect(log.highest).toBeLessThanOrEqual(2)
  expect(log.ended).toBe(log.started)
})

it('tells of every document that no worker could be started for', async () => {
  const pool = poolOf(() => {
    throw new Error('no more threads')
  }, 2)
  const found = await Promise.all([pool.answer(file(1)), pool.answer(file(2))])
  expect(found.map(({ problems }) => problems.map(({ at }) => at?.line))).toEqual([[1], [2]])
  expect(found[0]?.problems[0]?.message).toContain('no more threads')
})
