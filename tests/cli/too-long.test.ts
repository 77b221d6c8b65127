import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { type Outcome, play } from './scenario.ts'

/** V8 refuses such a text with the very error with which it refuses that of a report that is too long. */
vi.mock('../../src/render/text/index.ts', () => ({ text: () => 'x'.repeat(2 ** 30) }))

const descriptor = readFileSync(join(import.meta.dirname, 'fixtures/fail.yaml'), 'utf8')
const run = (args: readonly string[]): Promise<Outcome> =>
  play({
    name: args.join(' '),
    args,
    files: { 'a.yaml': descriptor, 'b.yaml': descriptor },
    exit: 2,
    absent: ['a.txt'],
  })

it.each([
  ['one engagement', ['check', 'a.yaml', '-q'], ''],
  ['some of which one format fits', ['check', 'a.yaml', '-f', 'github', '-f', 'text'], ''],
  ['a file, beside what is printed', ['check', 'a.yaml', '-f', 'github', '--output.text', 'a.txt'], ''],
  ['a portfolio', ['check', '*.yaml', '--workers', '0'], 'a.yaml:1:1'],
])(
  'a report that is longer than a text can be is told as such, and nothing is printed of it: %s',
  async (_, args, at) => {
    const { exit, stdout, stderr } = await run(args)
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' })
    expect(stderr).toMatch(/^error SIZE_LIMIT: What there is to say is longer than a text can be\n/)
    expect(stderr).toContain(at)
    expect(stderr).toContain('Ask for text without --quiet')
  },
)

it('another format is written as ever', async () => {
  const { exit, stdout } = await run(['check', 'a.yaml', '-f', 'github'])
  expect(exit).toBe(1)
  expect(stdout).toContain('::error')
})
