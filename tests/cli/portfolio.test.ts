import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, it, vi } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { formatNames } from '../../src/render/index.ts'
import { engagements } from '../properties/engagements.ts'
import { fileAt, pipelineWith } from '../properties/pipeline.ts'

const root = join(import.meta.dirname, '../..')
const registry = 'tests/properties/fixtures/fictional.yaml'
const pipeline = await pipelineWith([fileAt(registry)])
const folder = mkdtempSync(join(tmpdir(), 'douane-portfolio-'))
afterAll(() => rmSync(folder, { recursive: true }))

// Each run reads the rules anew, and each thread the modules.
vi.setConfig({ testTimeout: 180_000 })

/** Of random engagements some are wrong in a way that only checking shows. */
const random = fc.sample(engagements(pipeline.library), { numRuns: 5, seed: 7 })
writeFileSync(join(folder, 'all.ndjson'), random.map((one) => `${JSON.stringify(one)}\n`).join(''))
for (const [at, one] of random.entries()) {
  writeFileSync(join(folder, `e${String(at).padStart(2, '0')}.json`), JSON.stringify(one, null, 2))
}

async function douane(...args: readonly string[]) {
  const [stdout, stderr]: [string[], string[]] = [[], []]
  const exit = await run([...args, '--registry', join(root, registry)], {
    cwd: folder,
    env: {},
    stdin: emptyStream(),
    stdout: { write: (text) => stdout.push(text) },
    stderr: { write: (text) => stderr.push(text) },
    now: () => Date.UTC(2026, 10, 22, 12),
  })
  return { exit, stdout: stdout.join(''), stderr: stderr.join('') }
}

async function* emptyStream(): AsyncGenerator<string> {}

it('says the same with threads and without', async () => {
  const args = ['check', 'all.ndjson', '-q']
  const alone = await douane(...args, '--workers', '0')
  expect(alone.stdout.split('  as of ').length).toBeGreaterThan(2)
  expect(await douane(...args, '--workers', '2')).toEqual(alone)
})

it('says of many files what it says of them when they are checked at once, in every format', async () => {
  const all = async (name: string, ...args: readonly string[]) => {
    mkdirSync(join(folder, name))
    const outputs = formatNames.map((format) => `--output.${format}=${name}/${format}`)
    const { exit } = await douane('check', 'e00.json', 'e01.json', 'e02.json', ...outputs, ...args)
    return { exit, files: formatNames.map((format) => readFileSync(join(folder, name, format), 'utf8')) }
  }
  const atOnce = await all('at-once')
  expect(atOnce.files.every((text) => text.length > 100)).toBe(true)
  expect(await all('one-by-one', '--workers', '0')).toEqual(atOnce)
})

it('says from the cache what it said without, and checks anew what was changed', async () => {
  const args = ['check', 'e00.json', 'e01.json', '-q']
  const fresh = await douane(...args)
  const first = await douane(...args, '--cache', 'kept')
  const [name = ''] = readdirSync(join(folder, 'kept'))
  const kept = readFileSync(join(folder, 'kept', name))
  const second = await douane(...args, '--cache', 'kept')
  expect([first, second]).toEqual([fresh, fresh])
  expect(readFileSync(join(folder, 'kept', name))).toEqual(kept)
  writeFileSync(join(folder, 'e01.json'), JSON.stringify({ ...random[1], title: 'Another' }))
  expect((await douane(...args, '--cache', 'kept')).stdout).toContain('Another')
})

it('ends quietly where nobody reads on, and still says no', () => {
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs')
  const command = `"${process.execPath}" "${tsx}" "${join(root, 'src/cli/main.ts')}" check all.ndjson -f json --workers 0 --registry '${join(root, registry)}'; echo "exit $?" >&2`
  const { stdout, stderr } = spawnSync('bash', ['-c', `{ ${command}; } | head -c 10`], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect(stdout).toHaveLength(10)
  expect(stderr).toMatch(/exit [12]\n$/)
  expect(stderr).not.toMatch(/EPIPE|INTERNAL/)
})
