import { Command } from 'commander'
import { subjectKinds } from '../../model/subject.ts'
import type { DiffFlags } from '../diff.ts'
import { examples } from '../examples.ts'
import { collect, instantsOption, oneOfOption, percentOption } from '../flags.ts'
import type { LintFlags } from '../lint.ts'
import type { Exit, Terminal } from '../terminal.ts'
import type { TestFlags } from '../test.ts'
import { inherit, libraryOptions } from './options.ts'

export function testCommand(terminal: Terminal, finish: (code: Exit) => void): Command {
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
      const { test } = await import('../test.ts')
      finish(await test(files, flags, terminal))
    })
}

export function diffCommand(terminal: Terminal, finish: (code: Exit) => void): Command {
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
      const { diff } = await import('../diff.ts')
      finish(await diff(files, flags, terminal))
    })
}

export function lintCommand(terminal: Terminal, finish: (code: Exit) => void): Command {
  return libraryOptions(new Command('lint').description('Find faults in rules, by exact reasoning.'))
    .argument('[folders...]', 'folders, files or patterns with rules (default: the shipped rules and those of --rules)')
    .option('--no-color', 'no colours; NO_COLOR does the same')
    .addHelpText('after', examples.lint)
    .action(async (folders: readonly string[], flags: LintFlags) => {
      const { lint } = await import('../lint.ts')
      finish(await lint(folders, flags, terminal))
    })
}

export function newCommand(terminal: Terminal, finish: (code: Exit) => void, program: Command): Command {
  const commands = [
    new Command('rule')
      .description('Write a rule with its tests, and its pack if that is new.')
      .argument('<id>', 'pack/name')
      .addOption(oneOfOption('--subject <kind>', 'what the rule looks at', subjectKinds).makeOptionMandatory())
      .option('--rules <dir>', 'the folder of your rules', 'rules')
      .action(async (id: string, flags) => finish(await (await import('../new.ts')).newRule(id, flags, terminal))),
    new Command('provider')
      .description('Write a provider of which nothing is known yet.')
      .argument('<id>', 'its id')
      .option('--registry <dir>', 'the folder of your registry', 'registry')
      .action(async (id: string, flags) => finish(await (await import('../new.ts')).newProvider(id, flags, terminal))),
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
      .action(async (id: string, flags) =>
        finish(await (await import('../new.ts')).newEngagement(id, flags, terminal)),
      ),
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
