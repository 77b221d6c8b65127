import type { Progress } from '../pipeline.ts'
import type { Terminal } from './terminal.ts'

/** Fewer are done before anybody has read a line. */
const many = 10

/** How many pass between two times that a count is written. */
const stride = 10

/** Counts what is done of a portfolio, unless the results themselves are seen coming on the same terminal. */
export function countOn(
  { stdout, stderr }: Pick<Terminal, 'stdout' | 'stderr'>,
  of: number | undefined,
): { readonly step: () => void; readonly clear: () => void } {
  const silent = stderr.isTTY !== true || stdout.isTTY === true
  let done = 0
  return {
    step: () => {
      done += 1
      if (silent || done % stride !== 0) return
      stderr.write(`\r${done}${of === undefined ? '' : ` of ${of}`} documents checked`)
    },
    clear: () => {
      if (!silent && done >= stride) stderr.write('\r\u001b[K')
    },
  }
}

/** Says on a terminal how far a long run is, on one line that is gone in the end. In a pipe it says nothing. */
export function progressOn(
  { stderr }: Pick<Terminal, 'stderr'>,
  what = 'engagements checked',
): (progress: Progress) => void {
  return ({ done, of }) => {
    if (of < many || stderr.isTTY !== true) return
    stderr.write(done < of ? `\r${done} of ${of} ${what}` : '\r\u001b[K')
  }
}
