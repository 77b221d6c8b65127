import type { Report } from '../model/generated/report.ts'
import type { Instant } from '../model/instant.ts'
import type { Level } from '../model/rule.ts'
import { type Checked, check as checkEngagements } from '../pipeline.ts'
import { type ImportFlags, readImports } from './imports.ts'
import { type LibraryFlags, readInputs } from './inputs.ts'
import { filesIn, outputProblems } from './outputs.ts'
import { tell } from './problems.ts'
import { progressOn } from './progress.ts'
import { type PublishFlags, publish } from './publish.ts'
import { type Exit, exit, type Terminal } from './terminal.ts'

export type CheckFlags = LibraryFlags & {
  readonly failLevel: Level
  readonly createBaseline?: string
  readonly asOf?: Instant
  readonly secondOpinion?: boolean
  readonly explain?: 'all'
  readonly stdinFilename: string
} & PublishFlags &
  ImportFlags

/** `douane check`: the reports go to standard output and files, problems to standard error. */
export async function check(patterns: readonly string[], flags: CheckFlags, terminal: Terminal): Promise<Exit> {
  const inputs = await readInputs(patterns, flags, terminal, flags.stdinFilename)
  const imports = await readImports(flags, terminal.cwd)
  const wrong = [
    ...outputProblems(flags, filesIn(inputs.sources), terminal.cwd),
    ...inputs.problems,
    ...imports.problems,
  ]
  // What could not be read may be what decides: nothing is concluded from the rest.
  const found: Checked =
    wrong.length > 0
      ? { reports: [], problems: wrong }
      : await checkEngagements(
          { ...inputs.sources, ...imports.found },
          {
            asOf: flags.asOf ?? terminal.now(),
            failLevel: flags.failLevel,
            explainAll: flags.explain === 'all',
            secondOpinion: flags.secondOpinion ?? false,
            onProgress: progressOn(terminal),
          },
        )
  const checked = await withNewBaseline(found, flags, terminal)
  const problems = [...checked.problems, ...(await publish(checked.reports, flags, terminal))]
  const formats = flags.format ?? ['text']
  const manner = {
    json: formats.every((format) => format === 'json'),
    color: flags.color,
    annotations: formats.includes('github') && flags['output.github'] === undefined,
  }
  tell(problems, inputs.files, manner, terminal)
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
