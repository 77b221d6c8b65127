import type { Progress } from '../pipeline.ts'
import type { Terminal } from './terminal.ts'

/** Fewer are done before anybody has read a line. */
const many = 10

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
