import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { parse } from 'yaml'
import { run } from '../../src/cli/run.ts'
import { formatNames } from '../../src/render/index.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'douane-portfolio-'))
afterAll(() => rmSync(folder, { recursive: true }))

// Threads read the modules anew, which takes long on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

cpSync(join(root, 'examples/registry'), join(folder, 'registry'), { recursive: true })
cpSync(join(root, 'examples/waivers/ended-engagement.yaml'), join(folder, 'waivers.yaml'))
const [site, ended] = ['brochure-site', 'ended-engagement'].map((name) => {
  const text = readFileSync(join(root, `examples/${name}.yaml`), 'utf8')
  return JSON.stringify(parse(text))
})
const named = (id: string, text = site ?? ''): string => text.replace('"id":"brochure-site"', `"id":"${id}"`)
const wrong = '{"apiVersion":"douane/v1","kind":"Engagement","id":"wrong"}'
writeFileSync(join(folder, 'all.ndjson'), [named('a'), wrong, ended, named('b'), 'no JSON', named('c')].join('\n'))
for (const [name, text] of Object.entries({ a: named('a'), b: named('b'), e: ended })) {
  writeFileSync(join(folder, `${name}.json`), text ?? '')
}

async function douane(args: readonly string[], more: { stdin?: string; terminal?: boolean; bytes?: true } = {}) {
  const [stdout, stderr]: [string[], string[]] = [[], []]
  const said = (parts: string[]) => ({
    write: (text: string) => parts.push(text),
    ...(more.terminal === undefined ? {} : { isTTY: more.terminal }),
  })
  const exit = await run([...args, '--registry', 'registry', '--no-config'], {
    cwd: folder,
    env: { NO_COLOR: '1' },
    stdin: (async function* () {
      // Cut in the middle of a line, as a pipe may.
      const text = more.stdin ?? ''
      for (let at = 0; at < text.length; at += 1000) yield Buffer.from(text.slice(at, at + 1000))
    })(),
    stdout: said(stdout),
    stderr: said(stderr),
    ...(more.bytes && { printBytes: (bytes: Buffer) => stdout.push(bytes.toString()) }),
    now: () => Date.UTC(2026, 10, 22, 12),
  })
  return { exit, stdout: stdout.join(''), stderr: stderr.join('') }
}

it('says the same with threads, without, and of standard input, in the order of the lines', async () => {
  const args = ['check', 'all.ndjson', '-q']
  const alone = await douane([...args, '--workers', '0'])
  const places = [...alone.stdout.matchAll(/^(PASS|FAIL).*\n(?:all\.ndjson:(\d+):)?/gm)].map(([, verdict, line]) => [
    verdict,
    line,
  ])
  expect(places).toEqual([
    ['PASS', '1'],
    ['FAIL', '3'],
    ['PASS', '4'],
    ['PASS', '6'],
  ])
  expect(alone.stderr).toMatch(/all\.ndjson:2:[\s\S]*error SYNTAX[\s\S]*all\.ndjson:5:/)
  expect(alone.exit).toBe(2)
  expect(await douane([...args, '--workers', '2'])).toEqual(alone)
  const stdin = readFileSync(join(folder, 'all.ndjson'), 'utf8')
  const piped = await douane(['check', '-', '--stdin-filename', 'all.ndjson', '-q', '--workers', '0'], { stdin })
  expect(piped).toEqual(alone)
})

it('says of many files what it says of them when they are checked at once, in every format', async () => {
  await douane(['check', 'e.json', '--create-baseline', 'baseline.json', '-q'])
  const all = async (name: string, ...args: readonly string[]) => {
    mkdirSync(join(folder, name))
    const outputs = formatNames.map((format) => `--output.${format}=${name}/${format}`)
    const exceptions = ['--waivers', 'waivers.yaml', '--baseline', 'baseline.json', '--audience', 'engineer']
    const { exit } = await douane(['check', 'a.json', 'b.json', 'e.json', ...outputs, ...exceptions, ...args])
    return { exit, files: formatNames.map((format) => readFileSync(join(folder, name, format), 'utf8')) }
  }
  const atOnce = await all('at-once')
  // All that is open of it is in the baseline.
  expect(atOnce.exit).toBe(0)
  expect(atOnce.files[0]).toMatch(/1 waived until 2027-01-31/)
  expect(atOnce.files[0]).toMatch(/Reduced for the engineer/)
  expect(atOnce.files[0]).toMatch(/in the baseline baseline\.json/)
  expect(await all('one-by-one', '--workers', '0')).toEqual(atOnce)
})

it('prints several formats one after the other, each whole', async () => {
  const args = ['check', 'a.json', 'b.json', 'e.json', '-f', 'text', '-f', 'csv', '-f', 'gitlab', '-f', 'markdown']
  const { exit, stdout, stderr } = await douane(args)
  expect([exit, stderr, stdout.split('engagement,as of,').length]).toEqual([1, '', 2])
  expect(await douane([...args, '--workers', '0'])).toEqual({ exit, stdout, stderr })
})

it('lets the baseline decide the exit code, and writes none of JSON Lines', async () => {
  writeFileSync(join(folder, 'ended.ndjson'), ended ?? '')
  const args = ['check', 'ended.ndjson', '-q', '--workers', '0']
  const refused = await douane([...args, '--create-baseline', 'new.json', '--plan', 'plan.json'])
  expect(refused).toMatchObject({ exit: 2, stdout: '' })
  expect(refused.stderr).toMatch(/--create-baseline does not go with JSON Lines[\s\S]*--plan does not/)
  await douane(['check', 'e.json', '-q', '--create-baseline', 'baseline.json'])
  const { exit: without } = await douane(args)
  const { exit, stdout } = await douane([...args, '--baseline', 'baseline.json'])
  expect([without, exit, stdout.includes('in the baseline')]).toEqual([1, 0, true])
})

it('says from the cache what it said without, and checks anew what was changed', async () => {
  const args = ['check', 'a.json', 'e.json', '-q', '--waivers', 'waivers.yaml']
  const fresh = await douane(args)
  const first = await douane([...args, '--cache', 'kept'])
  const [name = ''] = readdirSync(join(folder, 'kept'))
  const kept = readFileSync(join(folder, 'kept', name))
  const second = await douane([...args, '--cache', 'kept'])
  expect([first, second]).toEqual([fresh, fresh])
  expect(await douane([...args, '--cache', 'kept'], { bytes: true })).toEqual(fresh)
  expect(readFileSync(join(folder, 'kept', name))).toEqual(kept)
  writeFileSync(join(folder, 'a.json'), named('a').replace('Brochure site', 'Another'))
  expect((await douane([...args, '--cache', 'kept'])).stdout).toContain('Another')
  writeFileSync(join(folder, 'kept', name), kept.subarray(0, kept.length >> 1))
  const damaged = await douane([...args, '--cache', 'kept'])
  expect([damaged.stderr, damaged.stdout.includes('Another')]).toEqual(['', true])
  chmodSync(join(folder, 'kept'), 0o500)
  const changed = await douane([...args, '--cache', 'kept', '--fail-level', 'note'])
  chmodSync(join(folder, 'kept'), 0o700)
  expect([changed.exit, changed.stdout.includes('Another')]).toEqual([1, true])
})

it('shows on a terminal how far it is, and leaves nothing of that behind', async () => {
  const { stderr } = await douane(['check', 'all.ndjson', '-q', '--workers', '0'], { terminal: true })
  expect(stderr).not.toContain('engagements checked')
  for (let at = 0; at < 12; at += 1) writeFileSync(join(folder, `many-${at}.json`), named(`many-${at}`))
  const told = await douane(['check', 'many-*.json', '-q', '--workers', '0'], { terminal: true })
  expect(told.stderr).toContain('\r5 of 12 engagements checked\r\u001b[K')
  expect(told.stderr.endsWith('\u001b[K')).toBe(true)
})

it('annotates what is wrong with one, where annotations are printed', async () => {
  const { stdout } = await douane(['check', 'all.ndjson', '-f', 'github', '--workers', '0'])
  expect(stdout).toMatch(/::error file=all\.ndjson,line=5,.*title=SYNTAX::/)
})

it('ends quietly where nobody reads on, and still says no', () => {
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs')
  const command = `"${process.execPath}" "${tsx}" "${join(root, 'src/cli/main.ts')}" check all.ndjson -f json --workers 0 --registry registry --no-config; echo "exit $?" >&2`
  const { stdout, stderr } = spawnSync('bash', ['-c', `{ ${command}; } | head -c 10`], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect(stdout).toHaveLength(10)
  expect(stderr).toMatch(/exit 2\n$/)
  expect(stderr).not.toMatch(/EPIPE|INTERNAL/)
})

it('tells of waivers that count in two descriptors, also where both come from the cache', async () => {
  writeFileSync(join(folder, 'twice.ndjson'), [ended, named('a'), ended].join('\n'))
  const args = ['check', 'twice.ndjson', '-q', '--cache', 'twice-cache']
  const waived = [...args, '--waivers', 'waivers.yaml']
  const first = await douane([...waived, '--workers', '0'])
  expect(first.exit).toBe(2)
  expect(first.stderr).toMatch(/error ID_DUPLICATE: .* here and at twice\.ndjson:1:/)
  expect(first.stderr.match(/ID_DUPLICATE/g)).toHaveLength(1)
  const again = await douane([...waived, '--workers', '1'])
  expect([again.exit, again.stdout]).toEqual([2, first.stdout])
  expect(again.stderr).toMatch(/error ID_DUPLICATE: .* here and at twice\.ndjson:1:/)
  expect(await douane(args)).toMatchObject({ exit: 1, stderr: '' })
})
