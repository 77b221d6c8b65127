import { fstatSync, statSync, writeSync } from 'node:fs'

/** What is used of a stream of Node. */
type Stream = {
  readonly write: (text: string | Uint8Array, done?: () => void) => boolean
  readonly isTTY?: boolean
  readonly columns?: number
  readonly writable: boolean
  readonly once: (event: string, listener: () => void) => unknown
  readonly off: (event: string, listener: () => void) => unknown
}

/**
 * Standard output. A file, a pipe or the null device, which scripts name that ask for the exit code alone, is written
 * without a stream, which takes longer to load than a descriptor to read. A terminal gets the stream of Node, and so does
 * what remains where a reader is too slow to be given a text at once.
 *
 * Errors: `onFailure` hears of them.
 */
export class StandardOutput {
  private readonly file: number
  private readonly open: () => Stream
  private readonly onFailure: (error: NodeJS.ErrnoException) => void
  private opened: Stream | undefined
  private failed = false

  constructor(file: number, open: () => Stream, onFailure: (error: NodeJS.ErrnoException) => void) {
    this.file = file
    this.open = open
    this.onFailure = onFailure
    if (!isPlain(file)) this.opened = open()
  }

  get isTTY(): boolean {
    return this.opened?.isTTY === true
  }

  get columns(): number | undefined {
    return this.opened?.columns
  }

  get writable(): boolean {
    return this.opened?.writable ?? !this.failed
  }

  /** False, where the reader is slow: `drain` says when there is room again. Bytes are not needed any more after this. */
  write(text: string | Buffer): boolean {
    if (this.opened !== undefined) return this.opened.write(Buffer.from(text))
    const bytes = typeof text === 'string' ? Buffer.from(text) : text
    let done = 0
    try {
      while (done < bytes.length && !this.failed) done += writeSync(this.file, bytes, done)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EAGAIN')
        return this.stream().write(Buffer.from(bytes.subarray(done)))
      this.failed = true
      this.onFailure(error as NodeJS.ErrnoException)
    }
    return true
  }

  once(event: string, listener: () => void): void {
    this.stream().once(event, listener)
  }

  off(event: string, listener: () => void): void {
    this.stream().off(event, listener)
  }

  /** All that is written from now on goes by it, so that it stays in order. */
  stream(): Stream {
    this.opened ??= this.open()
    return this.opened
  }
}

/** Windows writes pipes in ways of its own. */
function isPlain(file: number): boolean {
  if (process.platform === 'win32') return false
  try {
    const stats = fstatSync(file)
    if (stats.isFile() || stats.isFIFO() || stats.isSocket()) return true
    return stats.isCharacterDevice() && stats.rdev === statSync('/dev/null').rdev
  } catch {
    return false
  }
}
