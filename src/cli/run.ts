import { renderProblems } from '../render/problems.ts'
import { plainCheck } from './plain-check.ts'
import { type Exit, exit, type Terminal } from './terminal.ts'

/** Runs one command line. Never throws: whatever goes wrong is said on standard error, and is exit code 2. */
export async function run(args: readonly string[], terminal: Terminal): Promise<Exit> {
  try {
    const plain = plainCheck(args)
    if (plain === undefined) return await (await import('./program.ts')).runProgram(args, terminal)
    return await (await import('./check.ts')).check(plain.files, plain.flags, terminal)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const hint = 'This is a mistake in douane itself. Please report it, with the command and its input.'
    const detail = terminal.env.DOUANE_DEBUG === undefined || !(error instanceof Error) ? '' : `${error.stack}\n`
    terminal.stderr.write(renderProblems([{ code: 'INTERNAL', message, hint }], []) + detail)
    return exit.unable
  }
}
