import { Command, CommanderError, Option } from 'commander'
import { formats } from '../render/index.ts'
import { renderProblems } from '../render/problems.ts'
import { version } from '../settle/version.ts'
import type { CheckFlags } from './check.ts'
import { examples } from './examples.ts'
import { collect, flagProblem, instantOption, oneOfOption } from './flags.ts'
import type { LintFlags } from './lint.ts'
import { listable } from './listable.ts'
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
  program.addCommand(inherit(lintCommand(terminal, finish), program))
  program.addCommand(inherit(listCommand(terminal, finish), program))
  program.addCommand(inherit(showCommand(terminal, finish), program))
  return program
}

function inherit(command: Command, program: Command): Command {
  return command.copyInheritedSettings(program).helpOption('-h, --help', 'print help')
}

function checkCommand(terminal: Terminal, finish: (code: Exit) => void): Command {
  const command = new Command('check')
    .description('Check engagement descriptors against the rules.')
    .argument('[files...]', 'files, folders or patterns; "-" for standard input')
    .addOption(oneOfOption('-f, --format <format>', 'format of the report; repeatable', Object.keys(formats), true))
    .addOption(
      oneOfOption('--fail-level <level>', 'lowest level that fails', ['error', 'warning', 'note']).default('error'),
    )
    .option('--rules <dir>', 'rules besides the shipped ones; repeatable', collect, [])
    .option('--registry <dir>', 'registry documents besides the shipped ones; repeatable', collect, [])
    .addOption(
      instantOption('--as-of <instant>', 'judge dates as of this day, from 00:00 UTC, or instant (default: now)'),
    )
    .option('--second-opinion', 'have json-rules-engine decide everything again')
    .addOption(oneOfOption('--explain <what>', '"all": explain what passes as well', ['all']))
    .option('-q, --quiet', 'the verdict, and one line for each open finding')
    .option('--no-color', 'no colours; NO_COLOR does the same')
    .option('--stdin-filename <name>', 'what standard input is called; .json makes it JSON', 'stdin')
  for (const [name, { title }] of Object.entries(formats)) {
    command.addOption(new Option(`--output.${name} <file>`, `write ${name} to a file: ${title}`))
  }
  return command.addHelpText('after', examples.check).action(async (files: readonly string[], flags: CheckFlags) => {
    const { check } = await import('./check.ts')
    finish(await check(files, flags, terminal))
  })
}

function libraryOptions(command: Command): Command {
  return command
    .option('--rules <dir>', 'rules besides the shipped ones; repeatable', collect, [])
    .option('--registry <dir>', 'registry documents besides the shipped ones; repeatable', collect, [])
    .addOption(oneOfOption('-f, --format <format>', 'text or json', ['text', 'json']).default('text'))
}

function lintCommand(terminal: Terminal, finish: (code: Exit) => void): Command {
  return libraryOptions(new Command('lint').description('Find faults in rules, by exact reasoning.'))
    .argument('[folders...]', 'folders, files or patterns with rules (default: the shipped rules and those of --rules)')
    .option('--no-color', 'no colours; NO_COLOR does the same')
    .addHelpText('after', examples.lint)
    .action(async (folders: readonly string[], flags: LintFlags) => {
      const { lint } = await import('./lint.ts')
      finish(await lint(folders, flags, terminal))
    })
}

function listCommand(terminal: Terminal, finish: (code: Exit) => void): Command {
  return libraryOptions(new Command('list').description('List what is known.'))
    .addArgument(new Command().createArgument('<what>', listable.join(', ')))
    .option('--due', 'of the registry: only what must be looked at again')
    .addOption(instantOption('--as-of <instant>', 'with --due: by this day (default: now)'))
    .addHelpText('after', examples.list)
    .action(async (what: string, flags) => {
      const { list } = await import('./list.ts')
      finish(await list(what, flags, terminal))
    })
}

function showCommand(terminal: Terminal, finish: (code: Exit) => void): Command {
  return libraryOptions(
    new Command('show').description('Show a rule, control, fact, provider, region table or source.'),
  )
    .argument('<id>', 'its id, or a problem code')
    .addHelpText('after', examples.show)
    .action(async (id: string, flags) => {
      const { show } = await import('./show.ts')
      finish(await show(id, flags, terminal))
    })
}
