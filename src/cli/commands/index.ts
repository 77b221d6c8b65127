import type { Command } from 'commander'
import type { Exit, Terminal } from '../terminal.ts'
import { diffCommand, lintCommand, newCommand, testCommand } from './authoring.ts'
import { checkCommand, renderCommand, waiveCommand, watchCommand } from './checking.ts'
import { importCommand } from './importing.ts'
import { explainCommand, listCommand, showCommand } from './looking-up.ts'
import { inherit } from './options.ts'
import { signCommand, verifyCommand } from './signing.ts'

/** Gives a program all its commands, in the order of its help. */
export function addCommands(program: Command, terminal: Terminal, finish: (code: Exit) => void): void {
  const commands = [
    checkCommand,
    watchCommand,
    waiveCommand,
    renderCommand,
    testCommand,
    diffCommand,
    lintCommand,
    listCommand,
    showCommand,
    explainCommand,
    (...given: Parameters<typeof checkCommand>) => newCommand(...given, program),
    importCommand,
    signCommand,
    verifyCommand,
  ]
  for (const command of commands) program.addCommand(inherit(command(terminal, finish), program))
}
