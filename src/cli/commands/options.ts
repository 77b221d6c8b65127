import { type Command, Option } from 'commander'
import { audiences } from '../../reduce/audiences.ts'
import { formats } from '../../render/index.ts'
import { collect, oneOfOption } from '../flags.ts'

export const configHelp = 'the configuration (default: the nearest douane.config.yaml upwards)'

export const audienceOption = (): Option =>
  oneOfOption('--audience <audience>', 'leave out what is not for them', audiences)

/** Where each format is to be written. */
export function outputOptions(command: Command): Command {
  for (const [name, { title }] of Object.entries(formats)) {
    command.addOption(new Option(`--output.${name} <file>`, `write ${name} to a file: ${title}`))
  }
  return command
}

export function libraryOptions(command: Command): Command {
  return command
    .option('--rules <dir>', 'rules besides the shipped ones; repeatable', collect, [])
    .option('--registry <dir>', 'registry documents besides the shipped ones; repeatable', collect, [])
    .option('--config <file>', configHelp)
    .option('--no-config', 'no configuration')
    .addOption(oneOfOption('-f, --format <format>', 'text or json', ['text', 'json']).default('text'))
}

/** Settings of the program, for a command of it. */
export function inherit(command: Command, program: Command): Command {
  return command.copyInheritedSettings(program).helpOption('-h, --help', 'print help')
}
