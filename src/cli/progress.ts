import type { Progress } from '../pipeline.ts'
import type { Terminal } from './terminal.ts'

/** Fewer are done before anybody has read a line. */
const many = 10

/** Of this many and more, not each is counted. */
const lots = 1000

/** Counts what is done of a portfolio, of which it is not always known how much there is. To be cleared before others write. */
export function countOn(
  { stderr }: Pick<Terminal, 'stderr'>,
  of: number | undefined,
): { readonly step: () => void; readonly clear: () => void } {
  const stride = of !== undefined && of < lots ? 1 : 10
  let done = 0
  let shown = false
  return {
    step: () => {
      done += 1
      if (stderr.isTTY !== true || done % stride !== 0 || done === of) return
      stderr.write(`\r${done}${of === undefined ? '' : ` of ${of}`} engagements checked`)
      shown = true
    },
    clear: () => {
      if (shown) stderr.write('\r\u001b[K')
      shown = false
    },
  }
}

/** Says on a terminal how far a long run is, on one line that is gone in the end. In a pipe it says nothing. */
export function progressOn(
  terminal: Pick<Terminal, 'stderr'>,
  what = 'engagements checked',
): (progress: Progress) => void {
  return ({ done, of }) => {
    if (of < many || terminal.stderr.isTTY !== true) return
    terminal.stderr.write(done < of ? `\r${done} of ${of} ${what}` : '\r\u001b[K')
  }
}
