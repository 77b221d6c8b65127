import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type Outcome, play } from './scenario.ts'

const descriptor = readFileSync(join(import.meta.dirname, 'fixtures/fail.yaml'), 'utf8')
const files = { 'fail.yaml': descriptor }
const run = (args: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<Outcome> =>
  play({ name: args.join(' '), args, files: { ...files, ...more }, exit: 0, absent: [] })

const asOf = ['--as-of', '2026-11-22']
const { stdout: whole } = await run(['check', 'fail.yaml', ...asOf, '-f', 'json'])

it.each(['text', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown', 'csv'])(
  'a Report is rendered as the check renders it: %s',
  async (format) => {
    const checked = await run(['check', 'fail.yaml', ...asOf, '-f', format])
    const rendered = await run(['render', 'report.json', '-f', format], { 'report.json': whole })
    expect(checked.exit).toBe(1)
    expect(rendered.exit).toBe(0)
    expect(rendered.stdout).toBe(checked.stdout)
  },
)

it('a check reduces as rendering does, and keeps its exit code', async () => {
  const checked = await run(['check', 'fail.yaml', ...asOf, '-f', 'json', '--audience', 'client'])
  const rendered = await run(['render', 'report.json', '-f', 'json', '--audience', 'client'], { 'report.json': whole })
  expect(checked.exit).toBe(1)
  expect(checked.stdout).toBe(rendered.stdout)
  expect(JSON.parse(checked.stdout).reduced.audience).toBe('client')
})

it.each(['auditor', 'engineer'])(
  'what was reduced for a client is refused for an %s, and nothing is written',
  async (audience) => {
    const { stdout: reduced } = await run(['check', 'fail.yaml', ...asOf, '-f', 'json', '--audience', 'client'])
    const refused = await run(['render', 'report.json', '--audience', audience], { 'report.json': reduced })
    expect(refused).toMatchObject({ exit: 2, stdout: '' })
    expect(refused.stderr).toContain('was reduced for the client')
    const again = await run(['render', 'report.json', '-f', 'json'], { 'report.json': reduced })
    expect(again).toMatchObject({ exit: 0, stdout: reduced })
  },
)
