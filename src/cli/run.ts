import { Command, CommanderError, Option } from 'commander'
import { subjectKinds } from '../model/subject.ts'
import { audiences } from '../reduce/audiences.ts'
import { formats } from '../render/index.ts'
import { renderProblems } from '../render/problems.ts'
import { version } from '../settle/version.ts'
import type { CheckFlags } from './check.ts'
import { importCommand } from './commands/importing.ts'
import type { DiffFlags } from './diff.ts'
import { examples } from './examples.ts'
import { collect, flagProblem, instantOption, instantsOption, oneOfOption, percentOption } from './flags.ts'
import type { LintFlags } from './lint.ts'
import { listable } from './listable.ts'
import type { PublishFlags } from './publish.ts'
import type { SignFlags } from './sign.ts'
import { type Exit, exit, type Terminal } from './terminal.ts'
import type { TestFlags } from './test.ts'
import type { VerifyFlags } from './verify.ts'
import type { WaiveFlags } from './waive.ts'

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

const configHelp = 'the configuration (default: the nearest douane.config.yaml upwards)'

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
  program.addCommand(inherit(waiveCommand(terminal, finish), program))
  program.addCommand(inherit(renderCommand(terminal, finish), program))
  program.addCommand(inherit(testCommand(terminal, finish), program))
  program.addCommand(inherit(diffCommand(terminal, finish), program))
  program.addCommand(inherit(lintCommand(terminal, finish), program))
  program.addCommand(inherit(listCommand(terminal, finish), program))
  program.addCommand(inherit(showCommand(terminal, finish), program))
  program.addCommand(inherit(explainCommand(terminal, finish), program))
  program.addCommand(inherit(newCommand(terminal, finish, program), program))
  program.addCommand(inherit(importCommand(terminal, finish), program))
  program.addCommand(inherit(signCommand(terminal, finish), program))
  program.addCommand(inherit(verifyCommand(terminal, finish), program))
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
    .option('--config <file>', configHelp)
    .option('--no-config', 'no configuration')
    .option('--waivers <file>', 'exceptions that somebody answers for; repeatable', collect, [])
    .option('--plan <file>', 'what infrastructure code is about to deploy; repeatable', collect, [])
    .option('--evidence <file>', 'who can log in, as a system exports it; repeatable', collect, [])
    .option('--baseline <file>', 'what is in it does not fail the exit code')
    .option('--create-baseline <file>', 'write what is open now, as a baseline')
    .addOption(
      instantOption('--as-of <instant>', 'judge dates as of this day, from 00:00 UTC, or instant (default: now)'),
    )
    .option('--second-opinion', 'have json-rules-engine decide everything again')
    .addOption(oneOfOption('--explain <what>', '"all": explain what passes as well', ['all']))
    .option('-q, --quiet', 'the verdict, and one line for each open finding')
    .option('--no-color', 'no colours; NO_COLOR does the same')
    .option('--stdin-filename <name>', 'what standard input is called; .json makes it JSON', 'stdin')
    .addOption(audienceOption())
  return outputOptions(command)
    .addHelpText('after', examples.check)
    .action(async (files: readonly string[], flags: CheckFlags) => {
      const { check } = await import('./check.ts')
      finish(await check(files, flags, terminal))
    })
}

const audienceOption = (): Option => oneOfOption('--audience <audience>', 'leave out what is not for them', audiences)

/** Where each format is to be written. */
function outputOptions(command: Command): Command {
  for (const [name, { title }] of Object.entries(formats)) {
    command.addOption(new Option(`--output.${name} <file>`, `write ${name} to a file: ${title}`))
  }
  return command
}

function renderCommand(terminal: Terminal, finish: (code: Exit) => void): Command {
  const command = new Command('render')
    .description('Render Reports that were written before, in any format and for any audience.')
    .argument('<reports...>', 'files with one Report, or one a line; "-" for standard input')
    .addOption(oneOfOption('-f, --format <format>', 'format of the report; repeatable', Object.keys(formats), true))
    .addOption(audienceOption())
    .option('-q, --quiet', 'the verdict, and one line for each open finding')
    .option('--no-color', 'no colours; NO_COLOR does the same')
  return outputOptions(command)
    .addHelpText('after', examples.render)
    .action(async (files: readonly string[], flags: PublishFlags) => {
      const { render } = await import('./render.ts')
      finish(await render(files, flags, terminal))
    })
}

function waiveCommand(terminal: Terminal, finish: (code: Exit) => void): Command {
  return new Command('waive')
    .description(
      'Write an exception from one open finding, ready for review. On a terminal it asks for what no flag says.',
    )
    .argument('<descriptor>', 'the engagement')
    .option('--rule <id>', 'the rule; left out: list what can be waived')
    .option('--subject <id>', 'what the rule looked at; not needed where the rule has one open finding')
    .option('--reason <text>', 'why it is right to go ahead all the same')
    .option('--owner <name>', 'who answers for it, and ends it')
    .option('--approver <name>', 'who approved it')
    .option('--expires <day>', 'its last day, in UTC')
    .option('--ticket <id>', 'where it is followed')
    .option('--output <file>', 'the file of waivers, which is added to if it is there', 'waivers.yaml')
    .option('--rules <dir>', 'rules besides the shipped ones; repeatable', collect, [])
    .option('--registry <dir>', 'registry documents besides the shipped ones; repeatable', collect, [])
    .option('--config <file>', configHelp)
    .option('--no-config', 'no configuration')
    .addOption(instantOption('--as-of <instant>', 'judge dates as of this day, or instant (default: now)'))
    .addHelpText('after', examples.waive)
    .action(async (descriptor: string, flags: WaiveFlags) => {
      const { waive } = await import('./waive.ts')
      finish(await waive(descriptor, flags, terminal))
    })
}

function diffCommand(terminal: Terminal, finish: (code: Exit) => void): Command {
  return new Command('diff')
    .description('Compare two Reports, or two checks of the same engagements, finding by finding.')
    .argument('[files...]', 'the old Report and the new one; or, with a flag given twice, descriptors')
    .option('--rules <dir>', 'twice: the old rules, then the new ones', collect)
    .option('--registry <dir>', 'twice: the old registry documents, then the new ones', collect)
    .option('--config <file>', 'twice: the old configuration, then the new one', collect)
    .option('--no-config', 'no configuration')
    .addOption(instantsOption('--as-of <instant>', 'twice: the old day or instant, then the new one'))
    .addOption(oneOfOption('-f, --format <format>', 'format', ['text', 'json', 'markdown']).default('text'))
    .option('--no-color', 'no colours; NO_COLOR does the same')
    .addHelpText('after', examples.diff)
    .action(async (files: readonly string[], flags: DiffFlags) => {
      const { diff } = await import('./diff.ts')
      finish(await diff(files, flags, terminal))
    })
}

function libraryOptions(command: Command): Command {
  return command
    .option('--rules <dir>', 'rules besides the shipped ones; repeatable', collect, [])
    .option('--registry <dir>', 'registry documents besides the shipped ones; repeatable', collect, [])
    .option('--config <file>', configHelp)
    .option('--no-config', 'no configuration')
    .addOption(oneOfOption('-f, --format <format>', 'text or json', ['text', 'json']).default('text'))
}

function testCommand(terminal: Terminal, finish: (code: Exit) => void): Command {
  return libraryOptions(new Command('test').description('Run the tests of rules, and measure what they show.'))
    .argument('[files...]', 'folders, files or patterns with rules and tests (default: the folder "rules")')
    .option('--run <pattern>', 'only rules and cases with this in their id or name; * and ? stand for others')
    .option('--coverage', 'measure which leaves of the conditions are shown to decide, and to be unknown')
    .option('--mutate', 'change one thing of a rule at a time, and list the changes that no test notices')
    .addOption(percentOption('--min <percent>', 'coverage or mutation score that is enough (default: 100 and 95)'))
    .option('--watch', 'run again whenever a file is saved')
    .option('--no-color', 'no colours; NO_COLOR does the same')
    .addHelpText('after', examples.test)
    .action(async (files: readonly string[], flags: TestFlags) => {
      const { test } = await import('./test.ts')
      finish(await test(files, flags, terminal))
    })
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

function explainCommand(terminal: Terminal, finish: (code: Exit) => void): Command {
  return new Command('explain')
    .description('Say in plain English what a rule asks for, or the rules of a control or of a pack.')
    .argument('<id>', 'a rule, a control or a pack')
    .option('--rules <dir>', 'rules besides the shipped ones; repeatable', collect, [])
    .option('--registry <dir>', 'registry documents besides the shipped ones; repeatable', collect, [])
    .addOption(oneOfOption('-f, --format <format>', 'format', ['text', 'markdown', 'json']).default('text'))
    .addHelpText('after', examples.explain)
    .action(async (id: string, flags) => {
      const { explain } = await import('./explain.ts')
      finish(await explain(id, flags, terminal))
    })
}

function signCommand(terminal: Terminal, finish: (code: Exit) => void): Command {
  return new Command('sign')
    .description('Check an engagement, and sign what came of it.')
    .argument('<file>', 'a descriptor; or a Report, which is signed as it is')
    .requiredOption('--key <file>', 'the private key in PEM: Ed25519, ECDSA P-256 or P-384')
    .option('--output <file>', 'where to write it (default: standard output)')
    .option('--bundle', 'write everything that it was made of as well, to be verified years later')
    .addOption(
      instantOption('--as-of <instant>', 'judge dates as of this day, from 00:00 UTC, or instant (default: now)'),
    )
    .addOption(
      oneOfOption('--fail-level <level>', 'lowest level that fails', ['error', 'warning', 'note']).default('error'),
    )
    .option('--rules <dir>', 'rules besides the shipped ones; repeatable', collect, [])
    .option('--registry <dir>', 'registry documents besides the shipped ones; repeatable', collect, [])
    .option('--config <file>', configHelp)
    .option('--no-config', 'no configuration')
    .option('--waivers <file>', 'exceptions that somebody answers for; repeatable', collect, [])
    .option('--no-color', 'no colours; NO_COLOR does the same')
    .addHelpText('after', examples.sign)
    .action(async (file: string, flags: SignFlags) => {
      const { sign } = await import('./sign.ts')
      finish(await sign(file, flags, terminal))
    })
}

function verifyCommand(terminal: Terminal, finish: (code: Exit) => void): Command {
  return libraryOptions(new Command('verify').description('Check a signature, and decide again what was signed.'))
    .argument('<file>', 'an envelope or a bundle that `douane sign` has written')
    .argument('[descriptor]', 'the descriptor; a bundle holds its own')
    .requiredOption('--key <file>', 'the public key in PEM')
    .option('--waivers <file>', 'exceptions that somebody answers for; repeatable', collect, [])
    .option('--report <file>', 'a Report of which it is to be told whether it is the one that was signed')
    .option('--any-verdict', 'exit code 0 for a verified fail as well')
    .option('--no-color', 'no colours; NO_COLOR does the same')
    .addHelpText('after', examples.verify)
    .action(async (file: string, descriptor: string | undefined, flags: VerifyFlags) => {
      const { verify } = await import('./verify.ts')
      finish(await verify(file, descriptor, flags, terminal))
    })
}

function newCommand(terminal: Terminal, finish: (code: Exit) => void, program: Command): Command {
  const commands = [
    new Command('rule')
      .description('Write a rule with its tests, and its pack if that is new.')
      .argument('<id>', 'pack/name')
      .addOption(oneOfOption('--subject <kind>', 'what the rule looks at', subjectKinds).makeOptionMandatory())
      .option('--rules <dir>', 'the folder of your rules', 'rules')
      .action(async (id: string, flags) => finish(await (await import('./new.ts')).newRule(id, flags, terminal))),
    new Command('provider')
      .description('Write a provider of which nothing is known yet.')
      .argument('<id>', 'its id')
      .option('--registry <dir>', 'the folder of your registry', 'registry')
      .action(async (id: string, flags) => finish(await (await import('./new.ts')).newProvider(id, flags, terminal))),
    new Command('engagement')
      .description('Write the descriptor of an engagement. On a terminal it asks for what no flag says.')
      .argument('<id>', 'its id')
      .option('--title <text>', 'what people call it')
      .option('--context <context>', 'whose processing it is: client-system, internal-operations or vendor-use')
      .option('--client <name>', 'what the client is called')
      .option('--client-country <code>', 'in which country the client is')
      .option('--service <service>', 'a service that it runs on, such as aws/ec2; repeatable', collect)
      .option('--registry <dir>', 'registry documents besides the shipped ones; repeatable', collect, [])
      .option('--output <file>', 'where to write it (default: <id>.yaml)')
      .action(async (id: string, flags) => finish(await (await import('./new.ts')).newEngagement(id, flags, terminal))),
  ]
  const command = inherit(
    new Command('new').description('Write the files of a new rule, provider or engagement.'),
    program,
  )
  for (const one of commands) {
    command.addCommand(
      inherit(one.option('--force', 'replace files that are there').addHelpText('after', examples.new), program),
    )
  }
  return command.addHelpText('after', examples.new)
}
