import type { Output, Part } from '../batch/answer.ts'
import { inTurn } from '../batch/in-turn.ts'
import { type Joined, joined, type Sink } from '../batch/joined.ts'
import { heldText } from '../io/held-text.ts'
import { type OpenOutput, openOutput } from '../io/open-output.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { failed, ok, type Result } from '../model/result.ts'
import { problemsAsCommands } from '../render/github.ts'
import type { CheckFlags } from './check-flags.ts'
import { outputsIn } from './outputs.ts'
import { printerOn } from './printer.ts'
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
  // Of several that are printed, the first comes as it is made, and the others after it.
  const later = printed.slice(1).map(() => heldText())
  const abandon = (): void => {
    for (const file of files) file.abandon()
    for (const text of later) text.drop()
  }
  if (problems.length > 0) {
    abandon()
    return failed(problems)
  }
  const printer = printerOn(terminal)
  const sinks: readonly Sink[] = [
    ...(printed.length === 0 ? [] : [printer.add]),
    ...later.map((held) => (text: Part) => void held.add(text)),
    ...files.map((file) => (text: Part) => void file.write(text)),
  ]
  const outputs = [...printed, ...written]
  const each: readonly Joined[] = await Promise.all(
    outputs.map((output, place) => joined(output, sinks[place] ?? (() => undefined))),
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
      const texts = later.map((held) => held.read())
      for (const text of texts) for (const part of text.ok ? text.value : []) await printer.add(part)
      await printer.flush()
      const finished = any ? files.map((file) => file.finish()) : []
      if (any) for (const text of later) text.drop()
      else abandon()
      return [...texts, ...finished].flatMap((result) => (result.ok ? [] : result.problems))
    },
  })
}
