import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkCommand } from '../../src/cli/commands/checking.ts'
import { plainCheck } from '../../src/cli/plain-check.ts'
import type { Terminal } from '../../src/cli/terminal.ts'

const words = [
  ...['check', 'a.yaml', 'b/c.json', '', '-', '--', 'help', '-f', '--format', 'text', 'json', 'yaml', '-q', '--quiet'],
  ...['--as-of', '2026-06-01', '2026-02-30', '2026-06-01T12:00:00+02:00', '--rules', '--registry', 'folder', '-x'],
  ...['--no-config', '--no-color', '--config', '--fail-level', 'note', '-qf', '--as-of=2026-06-01', '--workers', '0'],
]

test.each([
  { args: ['a.yaml'] },
  { args: ['a.yaml', 'b.json', '--as-of', '2026-06-01', '-f', 'sarif', '--format', 'json'] },
  { args: ['--registry', 'one', '--rules', 'two', 'a.yaml', '--registry', 'three', '--no-config', '--no-color', '-q'] },
])('is what the reader of command lines gives: $args', ({ args }) => {
  expect(plainCheck(['check', ...args])).toEqual(readByCommander(args))
})

test('where a command line is taken as plain, the reader of command lines gives the same', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 7 }), (args) => {
      const plain = plainCheck(['check', ...args])
      if (plain !== undefined) expect(plain).toEqual(readByCommander(args))
    }),
    { numRuns: 2000 },
  )
})

test.each([
  { args: ['checks', 'a.yaml'] },
  { args: [] },
  { args: ['check', 'a.yaml', '--help'] },
  { args: ['check', 'a.yaml', '--as-of', 'tomorrow'] },
  { args: ['check', 'a.yaml', '--as-of'] },
  { args: ['check', 'a.yaml', '-f', 'constructor'] },
  { args: ['check', 'a.yaml', '--cache'] },
  { args: ['check', '-'] },
])('is left to the reader of command lines: $args', ({ args }) => {
  expect(plainCheck(args)).toBeUndefined()
})

function readByCommander(args: readonly string[]): unknown {
  let read: unknown
  const command = checkCommand({} as Terminal, () => undefined).action((files: unknown, flags: unknown) => {
    read = { files, flags }
  })
  const silent = { writeOut: () => undefined, writeErr: () => undefined }
  command.configureOutput(silent).exitOverride()
  command.parse([...args], { from: 'user' })
  return read
}
