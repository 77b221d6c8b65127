import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The command as it is installed: what is shipped is in other forms there, and threads start from other scripts. */
function checked(args: readonly string[], workers: string) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['dist/cli.cjs', 'check', ...args, '--workers', workers, '--no-config', '--as-of', '2026-11-22'],
    { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 },
  )
  return { stdout, stderr, status }
}

const registry = ['--registry', 'examples/registry']

it.each([
  ['reports', ['examples/portal-*.yaml', ...registry, '-f', 'json'], 1, '"portal-scc"'],
  [
    'a file that is wrong',
    ['examples/portal-scc.yaml', 'package.json', ...registry, '-q'],
    2,
    'examples/portal-scc.yaml:',
  ],
])('gives the same on two threads as on one: %s', (_, args, exit, shown) => {
  const alone = checked(args, '0')
  expect(alone.status).toBe(exit)
  expect(alone.stdout).toContain(shown)
  expect(checked(args, '2')).toEqual(alone)
})
