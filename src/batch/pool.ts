import type { Answerer } from './answer.ts'
import { lost } from './lost.ts'

/** Something that answers for one file at a time, elsewhere. */
export type Worker = {
  /** Fails where the worker ended before it answered. */
  readonly answer: Answerer
  readonly end: () => Promise<void>
}

export type Pool = { readonly answer: Answerer; readonly end: () => Promise<void> }

/**
 * Answers by several workers, each started when there is work for it. A worker that ends takes one file with it: that is
 * told as a problem of the file, and another worker takes its place for the next one.
 */
export function poolOf(start: () => Worker, size: number): Pool {
  const all = new Set<Worker>()
  const idle: Worker[] = []
  const waiting: ((worker: Worker) => void)[] = []
  const begin = (): Worker => {
    const worker = start()
    all.add(worker)
    return worker
  }
  const taken = async (): Promise<Worker> => {
    const free = idle.pop()
    if (free !== undefined) return free
    if (all.size < size) return begin()
    return new Promise((resolve) => waiting.push(resolve))
  }
  const giveBack = (worker: Worker): void => {
    const next = waiting.shift()
    if (next === undefined) idle.push(worker)
    else next(worker)
  }
  return {
    answer: async (file) => {
      const worker = await taken()
      try {
        const answer = await worker.answer(file)
        giveBack(worker)
        return answer
      } catch (error) {
        all.delete(worker)
        await worker.end()
        const next = waiting.shift()
        if (next !== undefined) next(begin())
        return lost(file, error)
      }
    },
    end: async () => {
      await Promise.all([...all].map((worker) => worker.end()))
    },
  }
}
