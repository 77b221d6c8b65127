import { type Checked, check as checkEngagements } from '../pipeline.ts'
import { goesAhead } from '../settle/baseline.ts'
import type { CheckFlags } from './check-flags.ts'
import { readInputs } from './inputs.ts'
import { filesIn, outputProblems } from './outputs.ts'
import { tell } from './problems.ts'
import { progressOn } from './progress.ts'
import { publish } from './publish.ts'
import { type Exit, exit, type Terminal } from './terminal.ts'

/** `douane check`: the reports go to standard output and files, problems to standard error. */
export async function check(patterns: readonly string[], flags: CheckFlags, terminal: Terminal): Promise<Exit> {
  if (mayBePortfolio(patterns, flags)) {
    const { checkPortfolio } = await import('./portfolio.ts')
    const code = await checkPortfolio(patterns, flags, terminal)
    if (code !== undefined) return code
  }
  const inputs = await readInputs(patterns, flags, terminal, flags.stdinFilename)
  const wrong = [...outputProblems(flags, filesIn(inputs.sources), terminal.cwd), ...inputs.problems]
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
  const problems = [...checked.problems, ...(await publish(checked.reports, flags, terminal))]
  const formats = flags.format ?? ['text']
  const manner = {
    json: formats.every((format) => format === 'json'),
    color: flags.color,
    annotations: formats.includes('github') && flags['output.github'] === undefined,
  }
  tell(problems, inputs.files, manner, terminal)
  if (problems.length > 0) return exit.unable
  return checked.reports.every(goesAhead) ? exit.pass : exit.fail
}

/** Whether there may be many engagements; a few files that are named are checked without asking. */
function mayBePortfolio(patterns: readonly string[], { workers, cache, stdinFilename }: CheckFlags): boolean {
  if (workers !== undefined || cache !== undefined || patterns.length > 5) return true
  return patterns.some((pattern) =>
    pattern === '-' ? /\.(ndjson|jsonl)$/i.test(stdinFilename) : !/^[^*?[\]{}!()]+\.(ya?ml|json)$/i.test(pattern),
  )
}

/** A baseline is written only where everything could be checked. */
async function withNewBaseline(checked: Checked, { createBaseline: path }: CheckFlags, terminal: Terminal) {
  if (path === undefined || checked.problems.length > 0) return checked
  const { createBaseline } = await import('./baseline.ts')
  const created = await createBaseline(path, checked.reports, terminal)
  return created.ok ? { reports: created.value, problems: [] } : { reports: [], problems: created.problems }
}
