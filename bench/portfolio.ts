import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { descriptorYaml } from './descriptor.ts'

const cli = new URL('../dist/cli.cjs', import.meta.url).pathname
const rounds = Number(process.env.BENCH_ROUNDS ?? 5)
/** Descriptors of 34 KB to check, small ones to find in the cache, and small ones by which memory may grow. */
const [checked = 60, cached = 400, ...growing] = (process.env.BENCH_PORTFOLIO ?? '60,400,100,1000')
  .split(',')
  .map(Number)

type Run = { readonly seconds: number; readonly processor: number; readonly megabytes: number }
type Command = { readonly name: string; readonly run: () => Run }

/** Portfolios of descriptors that differ in what they are called, as Markdown. */
export function benchPortfolio(): string {
  const folder = mkdtempSync(join(tmpdir(), 'douane-portfolio-'))
  try {
    return ['# Portfolios', '', ...throughput(folder), ...fromCache(folder), ...memory(folder)].join('\n')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function throughput(folder: string): readonly string[] {
  const { file, bytes } = portfolio(folder, checked, 48)
  const one = portfolio(folder, 1, 48).file
  const check = (path: string, threads: string) => () => command(['check', path, '-q', '--workers', threads])
  const medians = interleaved([
    { name: '`JSON.parse` alone', run: () => bare('for (const line of lines) JSON.parse(line)', file) },
    { name: 'one descriptor', run: check(one, '0') },
    { name: 'one thread', run: check(file, '0') },
    { name: 'two threads', run: check(file, '2') },
  ])
  return [
    `\`douane check -q\` of ${checked} descriptors of ${Math.round(bytes / checked / 1000)} KB in JSON Lines: whole processes, medians of ${rounds} rounds, each command once in every round.`,
    '',
    '| | seconds | processor, seconds | MB/s | peak memory, MB |',
    '|---|---|---|---|---|',
    ...[...medians].map(([name, { seconds, processor, megabytes }]) => {
      const speed = name === 'one descriptor' ? '' : (bytes / seconds / 1e6).toFixed(2)
      return `| ${name} | ${seconds.toFixed(3)} | ${processor.toFixed(3)} | ${speed} | ${megabytes.toFixed(0)} |`
    }),
    '',
  ]
}

/** Each file is read and hashed in both cases; what it costs to start is told apart. */
function fromCache(folder: string): readonly string[] {
  const cache = join(folder, 'cache')
  const [many, few] = [files(folder, cached), files(folder, 10)]
  const check = (path: string) => command(['check', path, '-q', '--workers', '0', '--cache', cache])
  for (const path of [many, few]) check(path)
  const hashing = `for (const name of readdirSync(path)) createHash('sha256').update(readFileSync(path + '/' + name)).digest('hex')`
  const medians = interleaved([
    { name: 'reading and hashing', run: () => bare(hashing, many) },
    { name: 'all from the cache', run: () => check(many) },
    { name: 'ten from the cache', run: () => check(few) },
  ])
  return [
    `${cached} files that did not change, with \`--cache\`:`,
    '',
    '| | seconds | processor, seconds |',
    '|---|---|---|',
    ...[...medians].map(([name, one]) => `| ${name} | ${one.seconds.toFixed(3)} | ${one.processor.toFixed(3)} |`),
    '',
  ]
}

function memory(folder: string): readonly string[] {
  const rows = growing.map((size) => {
    const { file, bytes } = portfolio(folder, size, 0)
    const { megabytes, processor } = command(['check', file, '-q', '--workers', '0'])
    return `| ${size} | ${(bytes / 1e6).toFixed(1)} | ${processor.toFixed(1)} | ${megabytes.toFixed(0)} |`
  })
  return [
    'Small descriptors, one thread, one run each:',
    '',
    '| descriptors | MB | processor, seconds | peak memory, MB |',
    '|---|---|---|---|',
    ...rows,
    '',
  ]
}

/** `workers`: how many components besides the database. */
function texts(size: number, workers: number): readonly string[] {
  const one = parse(descriptorYaml(workers)) as Record<string, unknown>
  const text = (at: number) => JSON.stringify({ ...one, id: `bench-${at}`, title: `Portal ${at} (fictional)` })
  return Array.from({ length: size }, (_, at) => text(at))
}

function portfolio(folder: string, size: number, workers: number): { readonly file: string; readonly bytes: number } {
  const file = join(folder, `${size}-${workers}.ndjson`)
  const text = texts(size, workers).join('\n')
  writeFileSync(file, text)
  return { file, bytes: Buffer.byteLength(text) }
}

function files(folder: string, size: number): string {
  const path = join(folder, `files-${size}`)
  mkdirSync(path)
  for (const [at, text] of texts(size, 0).entries()) writeFileSync(join(path, `${at}.json`), text)
  return path
}

/** The firm's parent is not published, so no check can pass; what it costs is the same. */
function command(args: readonly string[]): Run {
  return measured(`process.argv.splice(1, 0, ${JSON.stringify(cli)}); require(${JSON.stringify(cli)})`, 1, [
    ...args,
    '--no-config',
    '--as-of',
    '2026-06-01',
  ])
}

/** What no check can do without, in a process of its own as well. */
function bare(body: string, path: string): Run {
  const script = `const { createHash } = require('node:crypto')
    const { readdirSync, readFileSync, statSync } = require('node:fs')
    const path = process.argv[1]
    const lines = statSync(path).isFile() ? readFileSync(path, 'utf8').split('\\n') : []
    ${body}`
  return measured(script, 0, [path])
}

function measured(script: string, exit: number, args: readonly string[]): Run {
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env
  const peak = `process.on('exit', () => { const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
    require('node:fs').writeSync(2, ['peak', maxRSS, userCPUTime + systemCPUTime].join(' ')) })`
  const from = process.hrtime.bigint()
  const { status, stderr } = spawnSync(process.execPath, ['-e', `${peak}; ${script}`, '--', ...args], {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 1 << 28,
  })
  const seconds = Number(process.hrtime.bigint() - from) / 1e9
  const [, kilobytes, microseconds] = /peak (\d+) (\d+)$/.exec(stderr) ?? []
  if (status !== exit || kilobytes === undefined) throw new Error(`ended with ${status}: ${stderr.slice(0, 500)}`)
  return { seconds, processor: Number(microseconds) / 1e6, megabytes: Number(kilobytes) / 1024 }
}

/** Each command once in every round, so that a noisy machine is as noisy for all of them. */
function interleaved(commands: readonly Command[]): ReadonlyMap<string, Run> {
  const runs = new Map<string, Run[]>(commands.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, run } of commands) runs.get(name)?.push(run())
  }
  const median = (list: readonly Run[], of: (run: Run) => number): number =>
    [...list].sort((one, other) => of(one) - of(other)).map(of)[list.length >> 1] ?? Number.NaN
  return new Map(
    [...runs].map(([name, list]) => [
      name,
      {
        seconds: median(list, ({ seconds }) => seconds),
        processor: median(list, ({ processor }) => processor),
        megabytes: median(list, ({ megabytes }) => megabytes),
      },
    ]),
  )
}
