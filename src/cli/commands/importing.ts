import { Command } from 'commander'
import { examples } from '../examples.ts'
import { collect } from '../flags.ts'
import type { DraftFlags } from '../import.ts'
import type { Exit, Terminal } from '../terminal.ts'

export function importCommand(terminal: Terminal, finish: (code: Exit) => void): Command {
  return new Command('import')
    .description('Write the first version of a descriptor from what infrastructure code is about to deploy.')
    .argument('<format>', 'what the file is: terraform or cloudformation')
    .argument('<file>', 'the file')
    .option('--id <id>', 'the id of the engagement (default: from the name of the file)')
    .option('--registry <dir>', 'registry documents besides the shipped ones; repeatable', collect, [])
    .option('--output <file>', 'where to write it (default: standard output)')
    .option('--force', 'replace a file that is there')
    .addHelpText('after', examples.import)
    .action(async (format: string, file: string, flags: DraftFlags) => {
      const { importDraft } = await import('../import.ts')
      finish(await importDraft(format, file, flags, terminal))
    })
}
