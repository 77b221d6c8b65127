import { availableParallelism } from 'node:os'
import type { Answer, Answerer, answererFor, Settings } from '../batch/answer.ts'
import { poolOf } from '../batch/pool.ts'
import { startThread } from '../io/threads.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { SourceFile } from '../model/location.ts'
import { ownModule } from './assistants.ts'
import { inThread } from './thread-argument.ts'
import type { ThreadSettings } from './worker.ts'

/** As many are checked here before threads are started, as they take that long to start: see bench/results.md. */
const here = 24

/** More threads than this wait for one another. */
const most = 16

/** Something is wrong with the rules or the registry: nothing can be concluded of any file. */
export class Closed extends Error {}

/** Who answers for the files of a portfolio: this thread, or others. */
export type Team = {
  readonly size: number
  /** Errors: throws Closed. */
  readonly answer: Answerer
  /** Reads what all files share, if that was not done, and says what is wrong with it. */
  readonly problems: () => Promise<readonly Diagnostic[]>
  /** Whether what all files share was read. */
  readonly opened: () => boolean
  readonly end: () => Promise<void>
}

/** How many threads there may be. */
export function threadsFor(asked: number | undefined): number {
  return asked ?? Math.min(availableParallelism(), most)
}

/** `threads`: how many, from the first file on; left out, as many as there are processors, once there is enough to do. */
export function teamFor(settings: Settings, threads: number | undefined): Team {
  const size = threadsFor(threads)
  const pool = size < 1 ? undefined : poolOf(() => threadFor(settings), size)
  let opened: ReturnType<typeof answererFor> | undefined
  // What a check needs is loaded where the cache does not have all.
  const open = () => {
    opened ??= import('../batch/answer.ts').then(({ answererFor }) => answererFor(settings))
    return opened
  }
  let asked = 0
  let before: Promise<unknown> = Promise.resolve()
  return {
    size: Math.max(1, size),
    answer: async (file) => {
      const { answer } = await open()
      if (answer === undefined) throw new Closed()
      asked += 1
      if (pool !== undefined && (threads !== undefined || asked > here)) return pool.answer(file)
      // Several at once would be no quicker on one thread, and all that is made for each would be there at once.
      const own = before.then(() => answer(file))
      before = own.catch(() => undefined)
      return own
    },
    problems: async () => (await open()).problems,
    opened: () => opened !== undefined,
    end: async () => pool?.end(),
  }
}

function threadFor({ sources: { shipped: _, ...sources }, ...settings }: Settings) {
  const told: ThreadSettings = { ...settings, sources }
  const { ask, end } = startThread<SourceFile, Answer>(ownModule('main'), [inThread], told)
  // What is sent is copied whole, also the rest of a buffer of which these bytes are a part.
  return { answer: (file: SourceFile) => ask({ ...file, bytes: Uint8Array.from(file.bytes) }), end }
}
