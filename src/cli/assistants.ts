import { pathToFileURL } from 'node:url'
import { startThread } from '../io/threads.ts'
import type { Looking, Stretches } from './looking.ts'

/** Threads that help with many files; who does without them gets the same. */
export type Assistants = {
  /** Take a part of the files that are to be looked at. */
  readonly lookers: readonly ((looking: Looking) => Promise<Stretches>)[]
  readonly end: () => void
}

/** Fewer files for a thread than this are read before it has started: see docs/decisions/0033. */
const worthAThread = 1000

/** `threads`: how many there may be, the main one included. */
export function assistantsFor(files: number, threads: number): Assistants {
  const size = Math.max(0, Math.min(threads, Math.floor(files / worthAThread)) - 1)
  const all = Array.from({ length: size }, () => startThread<Looking, Stretches>(ownModule('assistant'), [], undefined))
  const end = (): void => {
    for (const { end } of all) void end()
  }
  return {
    lookers: all.map(
      ({ ask }) =>
        (looking: Looking) =>
          ask(looking).catch((): Stretches => new Map()),
    ),
    end,
  }
}

/** A module that starts in a process or a thread of its own: in development a source, otherwise one of the scripts. */
export function ownModule(name: 'main' | 'assistant'): URL {
  const bundled = name === 'main' ? './cli.cjs' : `./${name}.cjs`
  return new URL(import.meta.filename.endsWith('.ts') ? `./${name}.ts` : bundled, pathToFileURL(import.meta.filename))
}
