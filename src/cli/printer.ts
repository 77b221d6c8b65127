import type { Part } from '../batch/answer.ts'
import type { Terminal } from './terminal.ts'

/** Standard output, to which much is written in small parts. */
export type Printer = {
  /** Done when there is room for more, at once or later. */
  readonly add: (part: Part) => Promise<void> | undefined
  /** Prints what is held back. */
  readonly flush: () => Promise<void>
}

/** To write costs more than to find in the cache what is written: so not more often than every 50 ms, or every 64 kB. */
export function printerOn(terminal: Terminal): Printer {
  const page = Buffer.allocUnsafeSlow(65_536)
  let filled = 0
  let held: string[] = []
  let size = 0
  let last = Number.NEGATIVE_INFINITY
  const flush = async (): Promise<void> => {
    const text = held.join('')
    const bytes = page.subarray(0, filled)
    held = []
    size = 0
    filled = 0
    last = performance.now()
    // Never both: what is of the other sort is flushed first.
    if (text !== '') await print(text, terminal)
    if (bytes.length > 0) await print(bytes, terminal)
  }
  const add = (part: Part): Promise<void> | undefined => {
    const isText = typeof part === 'string'
    const fits = isText ? filled === 0 : size === 0 && part.length <= page.length - filled
    if (filled + size > 0 && !fits) return flush().then(() => add(part))
    if (!isText && part.length > page.length / 2) return print(part, terminal)
    if (isText) {
      held.push(part)
      size += part.length
    } else filled += part.copy(page, filled)
    return size > 65_536 || performance.now() - last > 50 ? flush() : undefined
  }
  return { add, flush }
}

/** Waits where the reader is slow. One that reads no more gets no more, and everything is still checked. */
async function print(part: Part, { stdout, printBytes }: Terminal): Promise<void> {
  if (typeof part !== 'string' && printBytes !== undefined && stdout.writable !== false) return printBytes(part)
  const text = part.toString()
  if (stdout.writable === false || stdout.write(text) !== false || stdout.once === undefined) return
  await new Promise<void>((resolve) => {
    const done = (): void => {
      for (const event of ['drain', 'close', 'error'] as const) stdout.off?.(event, done)
      resolve()
    }
    for (const event of ['drain', 'close', 'error'] as const) stdout.once?.(event, done)
  })
}
