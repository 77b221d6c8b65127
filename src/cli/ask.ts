import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import type { Terminal } from './terminal.ts'

/** Asks one question after the other on a terminal. `undefined`: there is nobody to answer any more. */
export type Ask = (question: string) => Promise<string | undefined>

/** Questions go to standard error, so that standard output stays what the command gives. Call `close` in the end. */
export function askOn({ stdin, stderr }: Terminal): { readonly ask: Ask; readonly close: () => void } {
  const input = stdin instanceof Readable ? stdin : Readable.from(stdin)
  const reader = createInterface({ input, terminal: false })
  const lines = reader[Symbol.asyncIterator]()
  return {
    ask: async (question) => {
      stderr.write(`${question} `)
      const { done, value } = await lines.next()
      return done ? undefined : value.trim()
    },
    close: () => reader.close(),
  }
}
