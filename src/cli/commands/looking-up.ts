import { Command } from 'commander'
import { examples } from '../examples.ts'
import { collect, instantOption, oneOfOption } from '../flags.ts'
import { listable } from '../listable.ts'
import type { Exit, Terminal } from '../terminal.ts'
import { libraryOptions } from './options.ts'

export function listCommand(terminal: Terminal, finish: (code: Exit) => void): Command {
  return libraryOptions(new Command('list').description('List what is known.'))
    .addArgument(new Command().createArgument('<what>', listable.join(', ')))
    .option('--due', 'of the registry: only what must be looked at again')
    .addOption(instantOption('--as-of <instant>', 'with --due: by this day (default: now)'))
    .addHelpText('after', examples.list)
    .action(async (what: string, flags) => {
      const { list } = await import('../list.ts')
      finish(await list(what, flags, terminal))
    })
}

export function showCommand(terminal: Terminal, finish: (code: Exit) => void): Command {
  return libraryOptions(
    new Command('show').description('Show a rule, control, fact, provider, region table or source.'),
  )
    .argument('<id>', 'its id, or a problem code')
    .addHelpText('after', examples.show)
    .action(async (id: string, flags) => {
      const { show } = await import('../show.ts')
      finish(await show(id, flags, terminal))
    })
}

export function explainCommand(terminal: Terminal, finish: (code: Exit) => void): Command {
  return new Command('explain')
    .description('Say in plain English what a rule asks for, or the rules of a control or of a pack.')
    .argument('<id>', 'a rule, a control or a pack')
    .option('--rules <dir>', 'rules besides the shipped ones; repeatable', collect, [])
    .option('--registry <dir>', 'registry documents besides the shipped ones; repeatable', collect, [])
    .addOption(oneOfOption('-f, --format <format>', 'format', ['text', 'markdown', 'json']).default('text'))
    .addHelpText('after', examples.explain)
    .action(async (id: string, flags) => {
      const { explain } = await import('../explain.ts')
      finish(await explain(id, flags, terminal))
    })
}
