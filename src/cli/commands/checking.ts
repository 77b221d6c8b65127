import { Command } from 'commander'
import { formats } from '../../render/index.ts'
import type { CheckFlags } from '../check-flags.ts'
import { examples } from '../examples.ts'
import { collect, countOption, instantOption, oneOfOption } from '../flags.ts'
import type { PublishFlags } from '../publish.ts'
import type { Exit, Terminal } from '../terminal.ts'
import type { WaiveFlags } from '../waive.ts'
import type { WatchFlags } from '../watch.ts'
import { audienceOption, configHelp, outputOptions } from './options.ts'

export function checkCommand(terminal: Terminal, finish: (code: Exit) => void): Command {
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
    .option(
      '--stdin-filename <name>',
      'what standard input is called; .json makes it JSON, .ndjson JSON Lines',
      'stdin',
    )
    .addOption(audienceOption())
    .addOption(countOption('--workers <number>', 'threads for many engagements; 0 for none (default: when it pays)'))
    .option('--cache [dir]', 'keep results, and check again only what may come out otherwise')
  return outputOptions(command)
    .addHelpText('after', examples.check)
    .action(async (files: readonly string[], flags: CheckFlags) => {
      const { check } = await import('../check.ts')
      finish(await check(files, flags, terminal))
    })
}

export function watchCommand(terminal: Terminal, finish: (code: Exit) => void): Command {
  return new Command('watch')
    .description('Check engagement descriptors whenever they are saved, and say what changed.')
    .argument('[files...]', 'files, folders or patterns')
    .addOption(
      oneOfOption('--fail-level <level>', 'lowest level that fails', ['error', 'warning', 'note']).default('error'),
    )
    .option('--rules <dir>', 'rules besides the shipped ones; repeatable', collect, [])
    .option('--registry <dir>', 'registry documents besides the shipped ones; repeatable', collect, [])
    .option('--config <file>', configHelp)
    .option('--no-config', 'no configuration')
    .option('--waivers <file>', 'exceptions that somebody answers for; repeatable', collect, [])
    .option('--baseline <file>', 'what is in it is not shown, and does not fail the exit code')
    .addOption(instantOption('--as-of <instant>', 'judge dates as of this day or instant (default: each time now)'))
    .addOption(audienceOption())
    .option('--no-color', 'no colours; NO_COLOR does the same')
    .addHelpText('after', examples.watch)
    .action(async (files: readonly string[], flags: WatchFlags) => {
      const { watch } = await import('../watch.ts')
      finish(await watch(files, flags, terminal))
    })
}

export function waiveCommand(terminal: Terminal, finish: (code: Exit) => void): Command {
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
    .option('--plan <file>', 'what infrastructure code is about to deploy; repeatable', collect, [])
    .option('--evidence <file>', 'who can log in, as a system exports it; repeatable', collect, [])
    .addOption(instantOption('--as-of <instant>', 'judge dates as of this day, or instant (default: now)'))
    .addHelpText('after', examples.waive)
    .action(async (descriptor: string, flags: WaiveFlags) => {
      const { waive } = await import('../waive.ts')
      finish(await waive(descriptor, flags, terminal))
    })
}

export function renderCommand(terminal: Terminal, finish: (code: Exit) => void): Command {
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
      const { render } = await import('../render.ts')
      finish(await render(files, flags, terminal))
    })
}
