import type { Instant } from '../model/instant.ts'

/** Everything of the machine that a command may touch. */
export type Terminal = {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: AsyncIterable<Uint8Array | string> & { readonly isTTY?: boolean }
  readonly stdout: Output
  readonly stderr: Output
  /** Writes text that is there as bytes to standard output, as its `write` does; they are not needed any more after it. */
  readonly printBytes?: (bytes: Buffer) => unknown
  /** The present, where no as-of is stated. */
  readonly now: () => Instant
  /** Is called when the person at the terminal asks to end: for a command that would go on for ever. */
  readonly onInterrupt?: (listener: () => void) => void
}

type Output = {
  /** False, where the reader is slow: `drain` says when there is room again. */
  readonly write: (text: string) => unknown
  readonly isTTY?: boolean
  readonly columns?: number | undefined
  /** False, where nobody reads any more. */
  readonly writable?: boolean
  readonly once?: (event: 'drain' | 'close' | 'error', listener: () => void) => unknown
  readonly off?: (event: 'drain' | 'close' | 'error', listener: () => void) => unknown
}

/** Exit codes: never merged, never a count. */
export const exit = { pass: 0, fail: 1, unable: 2 } as const

export type Exit = (typeof exit)[keyof typeof exit]

/** Colours are for a person who did not decline them: see https://no-color.org. */
export function wantsColor({ env }: Terminal, output: Output, flag: boolean): boolean {
  return flag && output.isTTY === true && (env.NO_COLOR === undefined || env.NO_COLOR === '') && env.TERM !== 'dumb'
}
