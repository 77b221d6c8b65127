import { Command, CommanderError } from 'commander'
import { renderProblems } from '../render/problems.ts'
import { tooLong } from '../render/too-long.ts'
import { version } from '../settle/version.ts'
import { checkCommand } from './commands/checking.ts'
import { inherit } from './commands/options.ts'
import { examples } from './examples.ts'
import { flagProblem } from './flags.ts'
import { type Exit, exit, type Terminal } from './terminal.ts'

/** Runs one command line. Never throws: whatever goes wrong is said on standard error, and is exit code 2. */
export async function run(args: readonly string[], terminal: Terminal): Promise<Exit> {
  let code: Exit = exit.pass
  const finish = (result: Exit): void => {
    code = result
  }
  const program = programFor(terminal)
  try {
    // The flags of the others take longer to set up than a descriptor takes to read.
    if (args[0] === 'check') program.addCommand(inherit(checkCommand(terminal, finish), program))
    else (await import('./commands/index.ts')).addCommands(program, terminal, finish)
    await program.parseAsync([...args], { from: 'user' })
    return code
  } catch (error) {
    // Help and version end in an error of exit code 0; all that is wrong with flags was said already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.pass : exit.unable
    const message = error instanceof Error ? error.message : String(error)
    const hint = 'This is a mistake in douane itself. Please report it, with the command and its input.'
    const detail = terminal.env.DOUANE_DEBUG === undefined || !(error instanceof Error) ? '' : `${error.stack}\n`
    terminal.stderr.write(renderProblems([tooLong(error) ?? { code: 'INTERNAL', message, hint }], []) + detail)
    return exit.unable
  }
}

function programFor(terminal: Terminal): Command {
  return new Command('douane')
    .description('Checks whether a data-processing engagement may go ahead.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
      outputError: (text, write) => write(renderProblems([flagProblem(text)], [])),
    })
    .showSuggestionAfterError()
    .exitOverride()
    .addHelpText('after', examples.program)
}
