import type { Output, Part } from '../batch/answer.ts'
import { inTurn } from '../batch/in-turn.ts'
import { type Joined, joined } from '../batch/joined.ts'
import { type OpenOutput, openOutput } from '../io/open-output.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { failed, ok, type Result } from '../model/result.ts'
import { problemsAsCommands } from '../render/github.ts'
import type { CheckFlags } from './check-flags.ts'
import { outputsIn } from './outputs.ts'
import { type Terminal, wantsColor } from './terminal.ts'

/** Where the reports of a portfolio go, part by part. */
export type Outputs = {
  readonly outputs: readonly Output[]
  /** Adds what one engagement adds to each. */
  readonly add: (parts: readonly Part[]) => Promise<void> | undefined
  /** Prints what is held back, so that what others say comes after it. */
  readonly flush: () => Promise<void>
  /** Says what is wrong with one, where annotations are printed. */
  readonly annotate: (problems: readonly Diagnostic[]) => Promise<void>
  /** Files are there after this, if there was any report. */
  readonly end: () => Promise<readonly Diagnostic[]>
  /** Leaves files as they were. */
  readonly abandon: () => void
}

/** Opens what is asked for: a format with a file of its own is not printed as well. Errors: FILE_UNWRITABLE. */
export async function openOutputs(flags: CheckFlags, terminal: Terminal): Promise<Result<Outputs, Diagnostic>> {
  const color = wantsColor(terminal, terminal.stdout, flags.color)
  const width = Math.min(100, Math.max(60, terminal.stdout.columns ?? 96))
  const quiet = flags.quiet ?? false
  const printed = [...new Set(flags.format ?? ['text' as const])]
    .filter((format) => flags[`output.${format}`] === undefined)
    .map((format): Output => ({ format, options: { color, quiet, width } }))
  const files: OpenOutput[] = []
  const written: Output[] = []
  const problems: Diagnostic[] = []
  for (const [format, path] of outputsIn(flags)) {
    const file = openOutput(path, terminal.cwd)
    if (file.ok) files.push(file.value)
    else problems.push(...file.problems)
    written.push({ format, options: { quiet } })
  }
  const abandon = (): void => {
    for (const file of files) file.abandon()
  }
  if (problems.length > 0) {
    abandon()
    return failed(problems)
  }
  // Of several that are printed, the first comes as it is made, and the others after it.
  const later: string[] = []
  const printer = printerOn(terminal)
  const sinks = [
    ...printed.map(
      (_, place) => async (text: Part) => (place === 0 ? printer.add(text) : void later.push(text.toString())),
    ),
    ...files.map((file) => async (text: Part) => file.write(text)),
  ]
  const outputs = [...printed, ...written]
  const each: readonly Joined[] = await Promise.all(
    outputs.map((output, place) => joined(output, sinks[place] ?? (async () => undefined))),
  )
  let any = false
  return ok({
    outputs,
    abandon,
    flush: printer.flush,
    add: (parts) => {
      any = true
      return inTurn(each, (one, place) => one.add(parts[place] ?? ''))
    },
    annotate: async (problems) => {
      const place = printed.findIndex(({ format }) => format === 'github')
      if (problems.length > 0) await sinks[place]?.(problemsAsCommands(problems))
    },
    end: async () => {
      for (const one of each) await one.end()
      await printer.flush()
      for (const text of later) await print(text, terminal)
      if (!any) abandon()
      const finished = any ? files.map((file) => file.finish()) : []
      return finished.flatMap((result) => (result.ok ? [] : result.problems))
    },
  })
}

/** To write costs more than to find in the cache what is written: so not more often than every 50 ms, or every 64 kB. */
function printerOn(terminal: Terminal) {
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
