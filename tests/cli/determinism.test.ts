import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const folders = ['one', 'two'].map((name) => mkdtempSync(join(tmpdir(), `douane-${name}-`)))
for (const folder of folders) {
  for (const name of ['pass.yaml', 'fail.yaml']) cpSync(join(import.meta.dirname, 'fixtures', name), join(folder, name))
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

/** The command as it is run, in a process of its own. */
function douane(cwd: string, env: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs')
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsx, join(root, 'src/cli/main.ts'), ...args], {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return { status, stdout, stderr }
}

describe('the same input and as-of', () => {
  const args = ['check', 'pass.yaml', 'fail.yaml', '--as-of', '2026-11-22', '-f', 'json']
  const [one = '', two = ''] = folders

  it('give the same bytes in two runs, two folders, two time zones and two languages', () => {
    const first = douane(one, { TZ: 'Pacific/Kiritimati', LANG: 'C' }, ...args)
    const second = douane(two, { TZ: 'America/Los_Angeles', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }, ...args)
    expect(first.stderr).toBe('')
    expect(first.status).toBe(1)
    expect(second).toEqual(first)
    expect(first.stdout).not.toContain(one)
    expect(first.stdout).not.toContain(root)
  })
})

it('ends quietly when nobody reads the rest of its output', () => {
  const command = `"${process.execPath}" "${join(root, 'node_modules/tsx/dist/cli.mjs')}" "${join(root, 'src/cli/main.ts')}" check fail.yaml -f json | head -c 10`
  const { stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: folders[0], encoding: 'utf8' })
  expect(stdout).toHaveLength(10)
  expect(stderr).toBe('')
})
