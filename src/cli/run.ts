import { Command, CommanderError } from 'commander'
import { renderProblems } from '../render/problems.ts'
import { version } from '../settle/version.ts'
import { diffCommand, lintCommand, newCommand, testCommand } from './commands/authoring.ts'
import { checkCommand, renderCommand, waiveCommand, watchCommand } from './commands/checking.ts'
import { explainCommand, listCommand, showCommand } from './commands/looking-up.ts'
import { inherit } from './commands/options.ts'
import { signCommand, verifyCommand } from './commands/signing.ts'
import { examples } from './examples.ts'
import { flagProblem } from './flags.ts'
import { type Exit, exit, type Terminal } from './terminal.ts'

/** Runs one command line. Never throws: whatever goes wrong is said on standard error, and is exit code 2. */
export async function run(args: readonly string[], terminal: Terminal): Promise<Exit> {
  let code: Exit = exit.pass
  const program = programFor(terminal, (result) => {
    code = result
  })
  try {
    await program.parseAsync([...args], { from: 'user' })
    return code
  } catch (error) {
    // Help and version end in an error of exit code 0; all that is wrong with flags was said already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.pass : exit.unable
    const message = error instanceof Error ? error.message : String(error)
    const hint = 'This is a mistake in douane itself. Please report it, with the command and its input.'
    const detail = terminal.env.DOUANE_DEBUG === undefined || !(error instanceof Error) ? '' : `${error.stack}\n`
    terminal.stderr.write(renderProblems([{ code: 'INTERNAL', message, hint }], []) + detail)
    return exit.unable
  }
}

function programFor(terminal: Terminal, finish: (code: Exit) => void): Command {
  const program = new Command('douane')
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
  program.addCommand(inherit(checkCommand(terminal, finish), program))
  program.addCommand(inherit(watchCommand(terminal, finish), program))
  program.addCommand(inherit(waiveCommand(terminal, finish), program))
  program.addCommand(inherit(renderCommand(terminal, finish), program))
  program.addCommand(inherit(testCommand(terminal, finish), program))
  program.addCommand(inherit(diffCommand(terminal, finish), program))
  program.addCommand(inherit(lintCommand(terminal, finish), program))
  program.addCommand(inherit(listCommand(terminal, finish), program))
  program.addCommand(inherit(showCommand(terminal, finish), program))
  program.addCommand(inherit(explainCommand(terminal, finish), program))
  program.addCommand(inherit(newCommand(terminal, finish, program), program))
  program.addCommand(inherit(signCommand(terminal, finish), program))
  program.addCommand(inherit(verifyCommand(terminal, finish), program))
  return program
}
