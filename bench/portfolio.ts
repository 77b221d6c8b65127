import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fromCache } from './cached.ts'
import { descriptor, descriptorYaml, numberedDescriptor } from './descriptor.ts'
import { bare, command, measured, medians, type Run, rounds } from './processes.ts'
import { saveToAnswer } from './watch.ts'

const cli = new URL('../dist/cli.cjs', import.meta.url).pathname
/**
 * Descriptors of 34 KB to check, as many to find in the cache, and small ones by which memory may grow. As of issue 5:
 * BENCH_PORTFOLIO=10000,10000,1000,100000 BENCH_ROUNDS=1, which takes an hour and a half.
 */
const [checked = 40, cached = 10_000, ...growing] = (process.env.BENCH_PORTFOLIO ?? '40,10000,250,1000')
  .split(',')
  .map(Number)

/** Workers besides the database, of the smallest descriptor. */
const small = 0

/** Portfolios of descriptors that differ in what they are called, as Markdown. */
export async function benchPortfolio(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'douane-portfolio-'))
  try {
    const parts = [...throughput(folder), ...fromCache(folder, cached), ...memory(), ...(await saves(folder))]
    return ['# Portfolios', '', ...parts].join('\n')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function throughput(folder: string): readonly string[] {
  const { file, bytes } = portfolio(folder, checked)
  const one = portfolio(folder, 1).file
  const check = (path: string, threads: string) => () => command(['check', path, '-q', '--workers', threads])
  const runs = medians([
    { name: '`JSON.parse` alone', run: () => bare('for (const line of lines) JSON.parse(line)', file) },
    { name: 'one descriptor', run: check(one, '0') },
    { name: 'the main thread', run: check(file, '0') },
    { name: 'one thread beside it', run: check(file, '1') },
    { name: 'two threads beside it', run: check(file, '2') },
    { name: 'arithmetic alone, one thread', run: () => arithmetic(1) },
    { name: 'arithmetic alone, half of it on each of two threads', run: () => arithmetic(2) },
  ])
  return [
    `\`douane check -q\` of ${checked} descriptors of ${Math.round(bytes / checked / 1000)} KB in JSON Lines: whole processes, medians of ${rounds} rounds, each command once in every round.`,
    '',
    '| | seconds | processor, seconds | MB/s | peak memory, MB |',
    '|---|---|---|---|---|',
    ...[...runs].map(([name, { seconds, processor, megabytes }]) => {
      const speed = /one descriptor|arithmetic/.test(name) ? '' : (bytes / seconds / 1e6).toFixed(2)
      return `| ${name} | ${seconds.toFixed(3)} | ${processor.toFixed(3)} | ${speed} | ${megabytes.toFixed(0)} |`
    }),
    '',
  ]
}

/** Lines are written while they are checked, so that nothing but the check can grow. */
function memory(): readonly string[] {
  const rows = growing.flatMap((size) =>
    ['0', '1', '2'].map((threads) => {
      const lines = `const one = ${JSON.stringify(descriptor(small))}; let at = 0
        const more = () => { while (at < ${size}) if (!process.stdout.write(JSON.stringify({ ...one, id: 'bench-' + at, title: 'Portal ' + at++ }) + '\\n')) return process.stdout.once('drain', more) }
        more()`
      const given = ['check', '-', '--stdin-filename', 'all.ndjson', '-q', '--workers', threads]
      const { megabytes, processor } = command(given, { stdin: lines })
      return `| ${size} | ${threads} | ${processor.toFixed(1)} | ${megabytes.toFixed(0)} |`
    }),
  )
  return [
    'Small descriptors from a pipe, one run each:',
    '',
    '| descriptors | threads besides the main one | processor, seconds | peak memory, MB |',
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

function texts(size: number): readonly string[] {
  return Array.from({ length: size }, (_, at) => numberedDescriptor(`${at}`))
}

function portfolio(folder: string, size: number): { readonly file: string; readonly bytes: number } {
  const file = join(folder, `${size}.ndjson`)
  const text = texts(size).join('\n')
  writeFileSync(file, text)
  return { file, bytes: Buffer.byteLength(text) }
}

/** How much faster two threads are on this machine at best: what they share is told by nothing else. */
function arithmetic(threads: number): Run {
  const burn = `let x = 1; for (let i = 0; i < ${3e8 / threads}; i++) x = (Math.imul(x, 1103515245) + 12345) | 0`
  const script =
    threads === 1
      ? burn
      : `const { Worker } = require('node:worker_threads')
        for (let at = 0; at < ${threads}; at++) new Worker(${JSON.stringify(burn)}, { eval: true })`
  return measured(script, [], {})
}
