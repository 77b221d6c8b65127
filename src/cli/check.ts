import type { Instant } from '../model/instant.ts'
import type { Level } from '../model/rule.ts'
import { type Checked, check as checkEngagements } from '../pipeline.ts'
import { type LibraryFlags, readInputs } from './inputs.ts'
import { filesIn, outputProblems } from './outputs.ts'
import { tell } from './problems.ts'
import { progressOn } from './progress.ts'
import { type PublishFlags, publish } from './publish.ts'
import { type Exit, exit, type Terminal } from './terminal.ts'

export type CheckFlags = LibraryFlags & {
  readonly failLevel: Level
  readonly asOf?: Instant
  readonly secondOpinion?: boolean
  readonly explain?: 'all'
  readonly stdinFilename: string
} & PublishFlags

/** `douane check`: the reports go to standard output and files, problems to standard error. */
export async function check(patterns: readonly string[], flags: CheckFlags, terminal: Terminal): Promise<Exit> {
  const inputs = await readInputs(patterns, flags, terminal, flags.stdinFilename)
  const wrong = [...outputProblems(flags, filesIn(inputs.sources), terminal.cwd), ...inputs.problems]
  // What could not be read may be what decides: nothing is concluded from the rest.
  const checked: Checked =
    wrong.length > 0
      ? { reports: [], problems: wrong }
      : await checkEngagements(inputs.sources, {
          asOf: flags.asOf ?? terminal.now(),
          failLevel: flags.failLevel,
          explainAll: flags.explain === 'all',
          secondOpinion: flags.secondOpinion ?? false,
          onProgress: progressOn(terminal),
        })
  const problems = [...checked.problems, ...(await publish(checked.reports, flags, terminal))]
  const formats = flags.format ?? ['text']
  tell(problems, inputs.files, { json: formats.every((format) => format === 'json'), color: flags.color }, terminal)
  if (problems.length > 0) return exit.unable
  return checked.reports.every(({ verdict }) => verdict.result === 'pass') ? exit.pass : exit.fail
}
