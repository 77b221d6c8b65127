import type { Diagnostic } from '../model/diagnostic.ts'
import { outputProblems } from './outputs.ts'
import { tell } from './problems.ts'
import { type PublishFlags, publish } from './publish.ts'
import { readReports } from './reports.ts'
import { type Exit, exit, type Terminal } from './terminal.ts'

/** `douane render`: 0 where the Reports were rendered, whatever their verdict, and 2 where they could not be. */
export async function render(patterns: readonly string[], flags: PublishFlags, terminal: Terminal): Promise<Exit> {
  const { reports, files, problems: unread } = await readReports(patterns, terminal)
  const wrong = [...outputProblems(flags, files, terminal.cwd), ...unread]
  if (wrong.length === 0 && reports.length === 0) wrong.push(nothingToRender)
  // What could not be read may be what matters: nothing is rendered from the rest.
  const problems = wrong.length > 0 ? wrong : await publish(reports, flags, terminal)
  const json = (flags.format ?? ['text']).every((format) => format === 'json')
  tell(problems, files, { json, color: flags.color }, terminal)
  return problems.length > 0 ? exit.unable : exit.pass
}

const nothingToRender: Diagnostic = {
  code: 'NO_INPUT',
  message: 'There is no Report to render',
  hint: 'Name a file that `douane check -f json` has written.',
}
