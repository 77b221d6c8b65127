import { Command } from 'commander'
import { examples } from '../examples.ts'
import { collect, instantOption, oneOfOption } from '../flags.ts'
import type { SignFlags } from '../sign.ts'
import type { Exit, Terminal } from '../terminal.ts'
import type { VerifyFlags } from '../verify.ts'
import { configHelp, libraryOptions } from './options.ts'

export function signCommand(terminal: Terminal, finish: (code: Exit) => void): Command {
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
    .option('--plan <file>', 'what infrastructure code is about to deploy; repeatable', collect, [])
    .option('--evidence <file>', 'who can log in, as a system exports it; repeatable', collect, [])
    .option('--no-color', 'no colours; NO_COLOR does the same')
    .addHelpText('after', examples.sign)
    .action(async (file: string, flags: SignFlags) => {
      const { sign } = await import('../sign.ts')
      finish(await sign(file, flags, terminal))
    })
}

export function verifyCommand(terminal: Terminal, finish: (code: Exit) => void): Command {
  return libraryOptions(new Command('verify').description('Check a signature, and decide again what was signed.'))
    .argument('<file>', 'an envelope or a bundle that `douane sign` has written')
    .argument('[descriptor]', 'the descriptor; a bundle holds its own')
    .requiredOption('--key <file>', 'the public key in PEM')
    .option('--waivers <file>', 'exceptions that somebody answers for; repeatable', collect, [])
    .option('--plan <file>', 'what infrastructure code is about to deploy; repeatable', collect, [])
    .option('--evidence <file>', 'who can log in, as a system exports it; repeatable', collect, [])
    .option('--report <file>', 'a Report of which it is to be told whether it is the one that was signed')
    .option('--any-verdict', 'exit code 0 for a verified fail as well')
    .option('--no-color', 'no colours; NO_COLOR does the same')
    .addHelpText('after', examples.verify)
    .action(async (file: string, descriptor: string | undefined, flags: VerifyFlags) => {
      const { verify } = await import('../verify.ts')
      finish(await verify(file, descriptor, flags, terminal))
    })
}
