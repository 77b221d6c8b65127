import { writeFile } from '../io/write-file.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Report } from '../model/generated/report.ts'
import type { Instant } from '../model/instant.ts'
import type { Level } from '../model/rule.ts'
import { type Checked, check as checkEngagements } from '../pipeline.ts'
import { type FormatName, render } from '../render/index.ts'
import { type LibraryFlags, readInputs } from './inputs.ts'
import { type OutputFlags, outputProblems, outputsIn } from './outputs.ts'
import { tell } from './problems.ts'
import { progressOn } from './progress.ts'
import { type Exit, exit, type Terminal, wantsColor } from './terminal.ts'

export type CheckFlags = LibraryFlags & {
  readonly format?: readonly FormatName[]
  readonly failLevel: Level
  readonly createBaseline?: string
  readonly asOf?: Instant
  readonly secondOpinion?: boolean
  readonly explain?: 'all'
  readonly quiet?: boolean
  readonly color: boolean
  readonly stdinFilename: string
} & OutputFlags

/** `douane check`: the reports go to standard output and files, problems to standard error. */
export async function check(patterns: readonly string[], flags: CheckFlags, terminal: Terminal): Promise<Exit> {
  const inputs = await readInputs(patterns, flags, terminal, flags.stdinFilename)
  const wrong = [...outputProblems(flags, inputs.sources, terminal.cwd), ...inputs.problems]
  // What could not be read may be what decides: nothing is concluded from the rest.
  const found: Checked =
    wrong.length > 0
      ? { reports: [], problems: wrong }
      : await checkEngagements(inputs.sources, {
          asOf: flags.asOf ?? terminal.now(),
          failLevel: flags.failLevel,
          explainAll: flags.explain === 'all',
          secondOpinion: flags.secondOpinion ?? false,
          onProgress: progressOn(terminal),
        })
  const checked = await withNewBaseline(found, flags, terminal)
  const problems = [...checked.problems, ...(await publish(checked, flags, terminal))]
  const formats = flags.format ?? ['text']
  tell(problems, inputs.files, { json: formats.every((format) => format === 'json'), color: flags.color }, terminal)
  if (problems.length > 0) return exit.unable
  return checked.reports.every(passes) ? exit.pass : exit.fail
}

/** What is in the baseline fails the verdict, and not the exit code. */
function passes({ verdict, baseline }: Report): boolean {
  return verdict.result === 'pass' || baseline?.excuses === true
}

/** A baseline is written only where everything could be checked. */
async function withNewBaseline(checked: Checked, { createBaseline: path }: CheckFlags, terminal: Terminal) {
  if (path === undefined || checked.problems.length > 0) return checked
  const { createBaseline } = await import('./baseline.ts')
  const created = await createBaseline(path, checked.reports, terminal)
  return created.ok ? { reports: created.value, problems: [] } : { reports: [], problems: created.problems }
}

/**
 * Writes the reports where they were asked for, once all of them are there: nothing is written in part. A format with a
 * file of its own is not printed as well.
 */
async function publish({ reports }: Checked, flags: CheckFlags, terminal: Terminal): Promise<readonly Diagnostic[]> {
  if (reports.length === 0) return []
  const problems: Diagnostic[] = []
  const printed: string[] = []
  for (const format of new Set(flags.format ?? ['text' as const])) {
    if (flags[`output.${format}`] !== undefined) continue
    const color = wantsColor(terminal, terminal.stdout, flags.color)
    const width = Math.min(100, Math.max(60, terminal.stdout.columns ?? 96))
    printed.push(await render(reports, format, { color, quiet: flags.quiet ?? false, width }))
  }
  terminal.stdout.write(printed.join(''))
  for (const [format, path] of outputsIn(flags)) {
    const written = writeFile(path, await render(reports, format, { quiet: flags.quiet ?? false }), terminal.cwd)
    if (!written.ok) problems.push(...written.problems)
  }
  return problems
}
