import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, it } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { watchFiles } from '../../src/io/watch-files.ts'

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'douane-watch-'))
  ends.push(() => rmSync(path, { recursive: true, force: true }))
  return path
}

function watched(
  cwd: string,
  patterns: readonly string[],
): { readonly saves: () => number; readonly stop: () => void } {
  let saves = 0
  const { stop } = watchFiles(cwd, patterns, () => {
    saves += 1
  })
  ends.push(stop)
  return { saves: () => saves, stop }
}

/** Longer than a save is waited for. */
const settled = () => wait(400)

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !condition(); tries += 1) await wait(25)
  expect(condition()).toBe(true)
}

it('tells of a save once, in however many steps it was made', async () => {
  const cwd = folder()
  mkdirSync(join(cwd, 'rules', 'pack'), { recursive: true })
  const { saves } = watched(cwd, ['rules'])
  for (let step = 0; step < 5; step += 1) writeFileSync(join(cwd, 'rules', 'pack', 'a.yaml'), `${step}`)
  await until(() => saves() === 1)
  await settled()
  expect(saves()).toBe(1)
})

it('tells of a file that an editor replaced, where it was named itself', async () => {
  const cwd = folder()
  writeFileSync(join(cwd, 'a.yaml'), '1')
  const { saves } = watched(cwd, ['a.yaml'])
  writeFileSync(join(cwd, 'a.tmp'), '2')
  renameSync(join(cwd, 'a.tmp'), join(cwd, 'a.yaml'))
  await until(() => saves() === 1)
})

it('watches folders that come into being, and forgets those that go', async () => {
  const cwd = folder()
  const { saves } = watched(cwd, ['**/*.test.yaml'])
  mkdirSync(join(cwd, 'new'))
  await until(() => saves() === 1)
  writeFileSync(join(cwd, 'new', 'a.test.yaml'), '1')
  await until(() => saves() >= 2)
  rmSync(join(cwd, 'new'), { recursive: true })
  await until(() => saves() >= 3)
})

it('says nothing after it was stopped', async () => {
  const cwd = folder()
  const { saves, stop } = watched(cwd, ['.'])
  writeFileSync(join(cwd, 'a.yaml'), '1')
  stop()
  writeFileSync(join(cwd, 'b.yaml'), '1')
  await settled()
  expect(saves()).toBe(0)
})

it('runs the tests again after a save, and ends with the last result', async () => {
  const cwd = folder()
  const tests = (expected: string): void =>
    writeFileSync(
      join(cwd, 'a.test.yaml'),
      `apiVersion: douane/v1\nkind: RuleTests\nrule: transfers/asset-is-held\ncases:\n  - { name: held, facts: { held: true }, expect: ${expected} }\n`,
    )
  tests('pass')
  let said = ''
  let interrupt = (): void => {}
  const output = { write: (text: string) => (said += text) }
  const ended = run(['test', '.', '--watch'], {
    cwd,
    env: {},
    stdin: (async function* () {})(),
    stdout: output,
    stderr: output,
    now: () => 0,
    onInterrupt: (listener) => {
      interrupt = listener
    },
  })
  await until(() => said.endsWith('Ctrl+C ends.\n'))
  expect(said).toContain('PASS  1 case passed')
  said = ''
  tests('fail')
  await until(() => said.endsWith('Ctrl+C ends.\n'))
  expect(said).toContain('FAIL  transfers/asset-is-held: held')
  said = ''
  writeFileSync(join(cwd, 'a.test.yaml'), 'kind: [')
  await until(() => said.endsWith('Ctrl+C ends.\n'))
  expect(said).toContain('error SYNTAX')
  interrupt()
  expect(await ended).toBe(2)
})
