import { pathToFileURL } from 'node:url'
import type { Verifying } from '../io/cache-blocks.ts'
import { startThread } from '../io/threads.ts'
import type { Looking, Stretches } from './looking.ts'

/** What an assistant may be asked to do. */
export type Task = { readonly looking: Looking } | { readonly verifying: Verifying }

/** Threads that do what many files and a large cache ask for; who does without them gets the same. */
export type Assistants = {
  /** Take a part of the files that are to be looked at. */
  readonly lookers: readonly ((looking: Looking) => Promise<Stretches>)[]
  /** One verifies what the cache has, where it has anything. */
  readonly verify: (verifying: (() => Verifying | undefined) | undefined) => void
  readonly end: () => void
}

/** Fewer files for a thread than this are read before it has started: see docs/decisions/0033. */
const worthAThread = 1000

/** `threads`: how many there may be, the main one included. */
export function assistantsFor(files: number, threads: number): Assistants {
  const size = Math.max(0, Math.min(threads, Math.floor(files / worthAThread)) - 1)
  const all = Array.from({ length: size }, () => startThread<Task, Stretches>(ownModule('assistant'), [], undefined))
  const end = (): void => {
    for (const { end } of all) void end()
  }
  return {
    lookers: all.map(
      ({ ask }) =>
        (looking: Looking) =>
          ask({ looking }).catch((): Stretches => new Map()),
    ),
    verify: (given) => {
      const [first, ...others] = all
      for (const { end } of others) void end()
      const verifying = first && given?.()
      if (verifying === undefined) void first?.end()
      else first?.ask({ verifying }).then(end, end)
    },
    end,
  }
}

/** A module that starts in a process or a thread of its own: in development a source, otherwise one of the scripts. */
export function ownModule(name: 'main' | 'assistant'): URL {
  const bundled = name === 'main' ? './cli.cjs' : `./${name}.cjs`
  return new URL(import.meta.filename.endsWith('.ts') ? `./${name}.ts` : bundled, pathToFileURL(import.meta.filename))
}
