import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { descriptorYaml } from './descriptor.ts'
import { saveToAnswer } from './watch.ts'

const cli = new URL('../dist/cli.cjs', import.meta.url).pathname
const rounds = Number(process.env.BENCH_ROUNDS ?? 5)
/**
 * Descriptors of 34 KB to check, as many to find in the cache, and small ones by which memory may grow. As of issue 5:
 * BENCH_PORTFOLIO=10000,10000,1000,10000,100000, which takes hours.
 */
const [checked = 40, cached = 500, ...growing] = (process.env.BENCH_PORTFOLIO ?? '40,500,250,1000')
  .split(',')
  .map(Number)

/** Workers besides the database, of a descriptor of 34 KB and of the smallest. */
const [large, small] = [53, 0]

type Run = { readonly seconds: number; readonly processor: number; readonly megabytes: number }
type Command = { readonly name: string; readonly run: () => Run }

/** Portfolios of descriptors that differ in what they are called, as Markdown. */
export async function benchPortfolio(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'douane-portfolio-'))
  try {
    const parts = [
      ...throughput(folder),
      ...fromCache(folder, cases[0]),
      ...fromCache(folder, cases[1]),
      ...memory(),
      ...(await saves(folder)),
    ]
    return ['# Portfolios', '', ...parts].join('\n')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function throughput(folder: string): readonly string[] {
  const { file, bytes } = portfolio(folder, checked)
  const one = portfolio(folder, 1).file
  const check = (path: string, threads: string) => () => command(['check', path, '-q', '--workers', threads])
  const medians = interleaved([
    { name: '`JSON.parse` alone', run: () => bare('for (const line of lines) JSON.parse(line)', file) },
    { name: 'one descriptor', run: check(one, '0') },
    { name: 'one thread', run: check(file, '0') },
    { name: 'two threads', run: check(file, '2') },
    { name: 'arithmetic alone, one thread', run: () => arithmetic(1) },
    { name: 'arithmetic alone, half of it on each of two threads', run: () => arithmetic(2) },
  ])
  return [
    `\`douane check -q\` of ${checked} descriptors of ${Math.round(bytes / checked / 1000)} KB in JSON Lines: whole processes, medians of ${rounds} rounds, each command once in every round.`,
    '',
    '| | seconds | processor, seconds | MB/s | peak memory, MB |',
    '|---|---|---|---|---|',
    ...[...medians].map(([name, { seconds, processor, megabytes }]) => {
      const speed = /one descriptor|arithmetic/.test(name) ? '' : (bytes / seconds / 1e6).toFixed(2)
      return `| ${name} | ${seconds.toFixed(3)} | ${processor.toFixed(3)} | ${speed} | ${megabytes.toFixed(0)} |`
    }),
    '',
  ]
}

type Case = { readonly name: string; readonly args: readonly string[]; readonly exit: 0 | 1 }

/** What the firm of this product has not published keeps every check from passing; the one of the examples has. */
const cases = [
  { name: 'None passes, as a firm publishes less than is asked', args: ['--as-of', '2026-06-01'], exit: 1 },
  {
    name: 'All pass',
    args: ['--as-of', '2026-11-22', '--registry', new URL('../examples/registry', import.meta.url).pathname],
    exit: 0,
  },
] as const satisfies readonly [Case, Case]

/** Each file is read and hashed in both cases; what it costs to start is told apart. */
function fromCache(folder: string, { name, args, exit }: Case): readonly string[] {
  const cache = join(folder, 'cache')
  const [many, few] = [files(folder, cached), files(folder, 10)]
  const check = (path: string, threads: readonly string[] = []) =>
    command(['check', path, '-q', '--cache', cache, ...threads, ...args], { exit })
  for (const path of [many, few]) check(path)
  const hashing = `for (const name of readdirSync(path)) createHash('sha256').update(readFileSync(path + '/' + name)).digest('hex')`
  const medians = interleaved([
    { name: 'reading and hashing', run: () => bare(hashing, many) },
    { name: 'reading and hashing ten', run: () => bare(hashing, few) },
    { name: 'all from the cache', run: () => check(many) },
    { name: 'all from the cache, one thread', run: () => check(many, ['--workers', '0']) },
    { name: 'ten from the cache', run: () => check(few) },
  ])
  const none: Run = { seconds: Number.NaN, processor: Number.NaN, megabytes: Number.NaN }
  const of = (name: string): Run => medians.get(name) ?? none
  const [base, start, ownStart] = [of('reading and hashing'), of('reading and hashing ten'), of('ten from the cache')]
  const ratios = (name: string, what: 'seconds' | 'processor'): string => {
    const whole = of(name)[what] / base[what]
    const rest = (of(name)[what] - ownStart[what]) / (base[what] - start[what])
    return `${whole.toFixed(2)}, ${rest.toFixed(2)}`
  }
  return [
    `${name}: ${cached} files of 34 KB that did not change, with \`--cache\` and \`-q\`. Ratios to reading and hashing: of whole processes, and with the start of each subtracted.`,
    '',
    '| | seconds | ratios | processor, seconds | ratios |',
    '|---|---|---|---|---|',
    ...[...medians].map(([name, one]) => {
      const all = name.startsWith('all')
      const [wall, processor] = all ? [ratios(name, 'seconds'), ratios(name, 'processor')] : ['', '']
      return `| ${name} | ${one.seconds.toFixed(3)} | ${wall} | ${one.processor.toFixed(3)} | ${processor} |`
    }),
    '',
  ]
}

/** Lines are written while they are checked, so that nothing but the check can grow. */
function memory(): readonly string[] {
  const rows = growing.flatMap((size) =>
    ['0', '2'].map((threads) => {
      const lines = `const one = ${JSON.stringify(descriptor(small))}; let at = 0
        const more = () => { while (at < ${size}) if (!process.stdout.write(JSON.stringify({ ...one, id: 'bench-' + at, title: 'Portal ' + at++ }) + '\\n')) return process.stdout.once('drain', more) }
        more()`
      const given = ['check', '-', '--stdin-filename', 'all.ndjson', '-q', '--workers', threads]
      const { megabytes, processor } = command(given, { stdin: lines })
      return `| ${size} | ${Math.max(1, Number(threads))} | ${processor.toFixed(1)} | ${megabytes.toFixed(0)} |`
    }),
  )
  return [
    'Small descriptors from a pipe, one run each:',
    '',
    '| descriptors | threads | processor, seconds | peak memory, MB |',
    '|---|---|---|---|',
    ...rows,
    '',
  ]
}

/** From the save of a file to the answer, as somebody waits for it. */
async function saves(folder: string): Promise<readonly string[]> {
  const lines = descriptorYaml().trimEnd().split('\n').length
  const all = await saveToAnswer(cli, folder, descriptorYaml(), 40)
  const sorted = [...all.slice(10)].sort((one, other) => one - other)
  const median = sorted[sorted.length >> 1] ?? Number.NaN
  return [
    `\`douane watch\`, from the save of a descriptor of ${lines} lines to its answer: the first after ${all[0]?.toFixed(0)} ms; the last 30 of 40 after ${median.toFixed(0)} ms in the median, ${sorted[0]?.toFixed(0)} ms at best.`,
    '',
  ]
}

/** `workers`: how many components besides the database. */
function descriptor(workers: number): Record<string, unknown> {
  return parse(descriptorYaml(workers)) as Record<string, unknown>
}

function texts(size: number): readonly string[] {
  const one = descriptor(large)
  const text = (at: number) =>
    JSON.stringify({ ...one, id: `bench-${at}`, title: `Portal ${at} (fictional)` }).replaceAll(
      '"grantedFor":"bench"',
      `"grantedFor":"bench-${at}"`,
    )
  return Array.from({ length: size }, (_, at) => text(at))
}

function portfolio(folder: string, size: number): { readonly file: string; readonly bytes: number } {
  const file = join(folder, `${size}.ndjson`)
  const text = texts(size).join('\n')
  writeFileSync(file, text)
  return { file, bytes: Buffer.byteLength(text) }
}

function files(folder: string, size: number): string {
  const path = join(folder, `files-${size}`)
  if (existsSync(path)) return path
  mkdirSync(path)
  for (const [at, text] of texts(size).entries()) writeFileSync(join(path, `${at}.json`), text)
  return path
}

function command(args: readonly string[], { exit = 1, stdin }: { exit?: 0 | 1; stdin?: string } = {}): Run {
  return measured(
    `process.argv.splice(1, 0, ${JSON.stringify(cli)}); require(${JSON.stringify(cli)})`,
    exit,
    [...args, '--no-config', ...(args.includes('--as-of') ? [] : cases[0].args)],
    stdin,
  )
}

/** How much faster two threads are on this machine at best: what they share is told by nothing else. */
function arithmetic(threads: number): Run {
  const burn = `let x = 1; for (let i = 0; i < ${3e8 / threads}; i++) x = (Math.imul(x, 1103515245) + 12345) | 0`
  const script =
    threads === 1
      ? burn
      : `const { Worker } = require('node:worker_threads')
        for (let at = 0; at < ${threads}; at++) new Worker(${JSON.stringify(burn)}, { eval: true })`
  return measured(script, 0, [])
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

function measured(script: string, exit: number, args: readonly string[], stdin?: string): Run {
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env
  const peak = `process.on('exit', () => { const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
    require('node:fs').writeSync(2, ['peak', maxRSS, userCPUTime + systemCPUTime].join(' ')) })`
  const from = process.hrtime.bigint()
  const own = [process.execPath, '-e', `${peak}; ${script}`, '--', ...args]
  const [program = '', ...rest] =
    stdin === undefined
      ? own
      : ['sh', '-c', 'lines=$1; shift; "$0" -e "$lines" | "$0" "$@"', process.execPath, stdin, ...own.slice(1)]
  const { status, stderr } = spawnSync(program, rest, {
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
