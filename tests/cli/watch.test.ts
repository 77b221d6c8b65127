import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterEach, expect, it } from 'vitest'
import type { Exit } from '../../src/cli/terminal.ts'
import { type WatchFlags, watch } from '../../src/cli/watch.ts'

const root = join(import.meta.dirname, '../..')
const day = 24 * 3600 * 1000
const brochure = readFileSync(join(root, 'examples/brochure-site.yaml'), 'utf8')
const unstated = brochure.replace('tags: []\n', '')

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'douane-watching-'))
  folders.push(folder)
  cpSync(join(root, 'examples/registry'), join(folder, 'registry'), { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

type Session = {
  readonly write: (name: string, text: string) => void
  /** What an editor does between two steps of a save: while the second look is waited for. */
  meanwhile: () => void
  /** The time, when no as-of is stated. */
  now: number
  /** An event of the file system; gives what was said of it. */
  event: () => Promise<string>
  readonly waits: number[]
  /** How often there was nothing to do. */
  rests: number
}

/** Watches with events and a clock that the test makes. */
async function watching(
  cwd: string,
  patterns: readonly string[],
  flags: Partial<WatchFlags>,
  session: (session: Session) => Promise<void>,
): Promise<{ readonly exit: Exit; readonly first: string; readonly places: readonly string[] }> {
  const said: string[] = []
  const told = (): string => said.splice(0).join('')
  let interrupt = (): void => undefined
  let places: readonly string[] = []
  let first = ''
  let failure: unknown
  const waits: number[] = []
  const one: Session = {
    write: (name, text) => writeFileSync(join(cwd, name), text),
    meanwhile: () => undefined,
    now: Date.UTC(2026, 10, 22),
    event: async () => '',
    waits,
    rests: 0,
  }
  const output = { write: (text: string) => said.push(text) }
  const exit = await watch(
    patterns,
    { rules: [], registry: ['registry'], config: false, failLevel: 'error', color: false, ...flags },
    {
      cwd,
      env: {},
      stdin: (async function* () {})(),
      stdout: output,
      stderr: output,
      now: () => one.now,
      onInterrupt: (listener) => {
        interrupt = listener
      },
    },
    {
      elapsed: () => 0,
      rest: async () => {
        one.rests += 1
        await setImmediate()
      },
      wait: async (milliseconds) => {
        waits.push(milliseconds)
        one.meanwhile()
        one.meanwhile = () => undefined
      },
      watchFiles: (_, watched, onSave) => {
        places = watched
        first = told()
        one.event = async () => {
          await onSave()
          return told()
        }
        session(one)
          .catch((error) => {
            failure = error
          })
          .finally(() => interrupt())
        return { stop: () => undefined }
      },
    },
  )
  if (failure !== undefined) throw failure
  return { exit, first, places }
}

it('says what came and what went with each save, and nothing of a save that changed nothing', async () => {
  const cwd = folderWith({ 'a.yaml': brochure, 'b.yaml': brochure.replace('id: brochure-site', 'id: other') })
  const { exit, first } = await watching(cwd, ['a.yaml', 'b.yaml'], {}, async ({ write, event }) => {
    write('a.yaml', unstated)
    const came = await event()
    expect(came).toMatch(/1 checked in 0 ms\nFAIL .*\n {2}\+ a\.yaml:\d+:\d+: unknown error .*tag/)
    expect(came).not.toContain('b.yaml')
    expect(await event()).toBe('')
    write('a.yaml', brochure)
    expect(await event()).toMatch(/PASS .*\n {2}- a\.yaml:\d+:\d+: unknown error .*tag/)
  })
  expect(first).toMatch(/2 checked.*\nPASS[\s\S]*PASS[\s\S]*Waiting for changes/)
  expect(exit).toBe(0)
})

it('rehearses until the first save, and says nothing of it', async () => {
  const cwd = folderWith({ 'a.yaml': brochure })
  await watching(cwd, ['a.yaml'], {}, async (session) => {
    while (session.rests < 3) await setImmediate()
    expect(await session.event()).toBe('')
    const rests = session.rests
    session.write('a.yaml', unstated)
    expect(await session.event()).toMatch(/1 checked.*\nFAIL/)
    for (let turn = 0; turn < 10; turn += 1) await setImmediate()
    expect(session.rests).toBe(rests)
  })
  await watching(cwd, ['nothing-*.yaml'], {}, async (session) => {
    for (let turn = 0; turn < 10; turn += 1) await setImmediate()
    expect(session.rests).toBeLessThanOrEqual(1)
  })
})

it('looks again before it calls a file gone, or half a file wrong', async () => {
  const cwd = folderWith({ 'a.yaml': brochure })
  const { exit } = await watching(cwd, ['*.yaml'], {}, async (session) => {
    rmSync(join(cwd, 'a.yaml'))
    session.meanwhile = () => session.write('a.yaml', unstated)
    expect(await session.event()).toMatch(/^\S+ {2}1 checked in 0 ms\nFAIL .*\n {2}\+ .*\n.* 2 findings stay open\n$/)
    session.write('a.yaml', 'kind: Engagement\nid: "')
    session.meanwhile = () => session.write('a.yaml', brochure)
    const whole = await session.event()
    expect([whole.includes('SYNTAX'), /PASS .*\n {2}- /.test(whole)]).toEqual([false, true])
    expect(session.waits).toEqual([60, 60])
  })
  expect(exit).toBe(0)
})

it('compares a file that came back, or can be read again, with how it was', async () => {
  const cwd = folderWith({ 'a.yaml': unstated, 'b.yaml': brochure.replace('id: brochure-site', 'id: other') })
  const { exit } = await watching(cwd, ['*.yaml'], {}, async ({ write, event }) => {
    rmSync(join(cwd, 'a.yaml'))
    expect(await event()).toContain('  - a.yaml is no longer there\n')
    write('a.yaml', brochure)
    expect(await event()).toMatch(/1 checked.*\nPASS .*\n {2}- a\.yaml/)
    write('a.yaml', 'id: "')
    expect(await event()).toMatch(/error SYNTAX: [\s\S]*a\.yaml:1/)
    write('a.yaml', unstated)
    expect(await event()).toMatch(/FAIL .*\n {2}\+ a\.yaml/)
    write('a.yaml', 'id: "')
    await event()
  })
  // What could not be read when it ended is no pass, and no fail.
  expect(exit).toBe(2)
})

it('checks everything again where what all share was saved, and says what is wrong with it', async () => {
  const cwd = folderWith({ 'a.yaml': brochure, 'douane.config.yaml': 'apiVersion: douane/v1\nkind: Config\n' })
  const { exit, places } = await watching(
    cwd,
    ['a.yaml'],
    { config: 'douane.config.yaml' },
    async ({ write, event }) => {
      write('douane.config.yaml', 'apiVersion: douane/v1\nkind: Config\npacks: { nonsense: {} }\n')
      expect(await event()).toMatch(/0 checked[\s\S]*douane\.config\.yaml/)
      write('douane.config.yaml', 'apiVersion: douane/v1\nkind: Config\n# same\n')
      expect(await event()).toMatch(/1 checked.*\nPASS/)
    },
  )
  expect(places).toContain('douane.config.yaml')
  expect(exit).toBe(0)
})

it('honours waivers through their last day, and an audience', async () => {
  const ended = readFileSync(join(root, 'examples/ended-engagement.yaml'), 'utf8').replace(
    'revokedOn: none',
    'revokedOn: 2026-10-31T09:15:00+01:00',
  )
  const waivers = readFileSync(join(root, 'examples/waivers/ended-engagement.yaml'), 'utf8')
  const cwd = folderWith({ 'e.yaml': ended, 'w.yaml': waivers })
  const { exit, first } = await watching(
    cwd,
    ['*.yaml'],
    { waivers: ['w.yaml'], audience: 'client' },
    async (session) => {
      session.now = Date.UTC(2027, 0, 31, 23)
      expect(await session.event()).toBe('')
      session.now += day
      expect(await session.event()).toMatch(
        /1 checked.*\nFAIL \(1 failed\).*\n {2}\+ not shown:.*fail error internal\/rule-.*\n.*waivers\/expired/,
      )
      session.write('w.yaml', waivers.replace('2027-01-31', '2027-03-31'))
      expect(await session.event()).toMatch(/1 checked.*\nPASS .*waived until 2027-03-31.*\n {2}- not shown:/)
    },
  )
  expect(first).toMatch(/PASS \(.*1 waived until 2027-01-31/)
  expect(exit).toBe(0)
})

it('as a process: answers a save by renaming, and ends with the last result', async () => {
  const cwd = folderWith({ 'a.yaml': brochure })
  // Not by tsx's own command, which would stand between us and the signal.
  const loader = pathToFileURL(join(root, 'node_modules/tsx/dist/loader.mjs')).href
  const args = ['--import', loader, join(root, 'src/cli/main.ts')]
  const process_ = spawn(process.execPath, [...args, 'watch', 'a.yaml', '--registry', 'registry', '--no-config'], {
    cwd,
  })
  let said = ''
  for (const stream of [process_.stdout, process_.stderr]) {
    stream.on('data', (chunk: Buffer | string) => {
      said += String(chunk)
      process_.emit('said')
    })
  }
  const until = (pattern: RegExp) =>
    new Promise<void>((resolve, reject) => {
      process_.on('said', () => pattern.test(said) && resolve())
      process_.once('exit', (code) => reject(new Error(`ended with ${code}: ${said}`)))
    })
  await until(/PASS[\s\S]*Waiting for changes/)
  const failed = until(/1 checked in \d+ ms\nFAIL .*\n {2}\+ a\.yaml/)
  writeFileSync(join(cwd, '.a.yaml.new'), unstated)
  renameSync(join(cwd, '.a.yaml.new'), join(cwd, 'a.yaml'))
  await failed
  const ended = new Promise((resolve) => process_.once('exit', resolve))
  process_.kill('SIGINT')
  expect(await ended).toBe(1)
}, 120_000)
