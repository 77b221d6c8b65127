import { Command, CommanderError } from 'commander'
import { renderProblems } from '../render/problems.ts'
import { version } from '../settle/version.ts'
import { checkCommand } from './commands/checking.ts'
import { inherit } from './commands/options.ts'
import { examples } from './examples.ts'
import { flagProblem } from './flags.ts'
import { type Exit, exit, type Terminal } from './terminal.ts'

/** Runs any command line. */
export async function runProgram(args: readonly string[], terminal: Terminal): Promise<Exit> {
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
    throw error
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
