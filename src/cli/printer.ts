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
  const flush = (): Promise<void> | undefined => {
    const text = held.join('')
    const bytes = page.subarray(0, filled)
    held = []
    size = 0
    filled = 0
    last = performance.now()
    // Never both: what is of the other sort is flushed first.
    return text === '' && bytes.length === 0 ? undefined : print(text === '' ? bytes : text, terminal)
  }
  const add = (part: Part): Promise<void> | undefined => {
    const isText = typeof part === 'string'
    const fits = isText ? filled === 0 : size === 0 && part.length <= page.length - filled
    if (filled + size > 0 && !fits) {
      const flushing = flush()
      return flushing === undefined ? add(part) : flushing.then(() => add(part))
    }
    if (!isText && part.length > page.length / 2) return print(part, terminal)
    if (isText) {
      held.push(part)
      size += part.length
    } else filled += part.copy(page, filled)
    return size > 65_536 || performance.now() - last > 50 ? flush() : undefined
  }
  return { add, flush: async () => flush() }
}

/** Waits where the reader is slow. One that reads no more gets no more, and everything is still checked. */
function print(part: Part, { stdout, printBytes }: Terminal): Promise<void> | undefined {
  if (stdout.writable === false) return undefined
  const write = typeof part === 'string' || printBytes === undefined ? stdout.write(part.toString()) : printBytes(part)
  if (write !== false || stdout.once === undefined) return undefined
  return new Promise<void>((resolve) => {
    const done = (): void => {
      for (const event of ['drain', 'close', 'error'] as const) stdout.off?.(event, done)
      resolve()
    }
    for (const event of ['drain', 'close', 'error'] as const) stdout.once?.(event, done)
  })
}
