import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'douane-patched-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('does not answer from the cache what was decided before a fact of the installed product was corrected', () => {
  cpSync(join(root, 'dist'), join(folder, 'dist'), {
    recursive: true,
    filter: (path) => !/[\\/](types|chunks)$/.test(path),
  })
  const command = join(folder, 'dist', 'cli.cjs')
  const check = (): string => {
    const args = ['check', 'examples/portal-eea.yaml', '--registry', 'examples/registry', '--as-of', '2026-11-22']
    const { stdout, status } = spawnSync(
      process.execPath,
      [command, ...args, '-f', 'json', '--cache', join(folder, 'cache')],
      {
        cwd: root,
        encoding: 'utf8',
        maxBuffer: 2 ** 26,
      },
    )
    expect([0, 1]).toContain(status)
    return stdout
  }
  const before = check()
  expect(check()).toBe(before)
  const shipped = join(folder, 'dist', 'shipped.jsonl')
  const text = readFileSync(shipped, 'utf8')
  const corrected = text.replaceAll('Amazon Web Services', 'Corrected Web Services')
  expect(corrected).not.toBe(text)
  writeFileSync(shipped, corrected)
  expect(check()).toContain('Corrected Web Services')
})
