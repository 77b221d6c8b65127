import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { descriptorYaml } from './descriptor.ts'

const cli = new URL('../dist/cli.cjs', import.meta.url).pathname
/** How many descriptors; the smaller number shows whether memory grows. */
const sizes = (process.env.BENCH_PORTFOLIO ?? '100,1000').split(',').map(Number)

type Run = { readonly seconds: number; readonly megabytes: number }

/** One whole process: its time, and the most memory that it took. */
function run(args: readonly string[]): Run {
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env
  const script = `process.argv.splice(1, 0, ${JSON.stringify(cli)}); require(${JSON.stringify(cli)});
    process.on('exit', () => require('node:fs').writeSync(2, 'peak ' + process.resourceUsage().maxRSS))`
  const from = process.hrtime.bigint()
  const { status, stderr } = spawnSync(process.execPath, ['-e', script, '--', ...args], {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 1 << 28,
  })
  const seconds = Number(process.hrtime.bigint() - from) / 1e9
  const peak = /peak (\d+)$/.exec(stderr)?.[1]
  if (status !== 1 || peak === undefined) throw new Error(`ended with ${status}: ${stderr.slice(0, 500)}`)
  return { seconds, megabytes: Number(peak) / 1024 }
}

/** Portfolios of descriptors of about 34 KB that differ in what they say. */
export function portfolioLines(): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'douane-portfolio-'))
  try {
    const one = parse(descriptorYaml(48)) as Record<string, unknown>
    const text = (at: number): string =>
      JSON.stringify({ ...one, id: `bench-${at}`, title: `Portal ${at} (fictional)` })
    const rows: string[] = []
    const bytes = Buffer.byteLength(text(0))
    for (const size of sizes) {
      const file = join(folder, `${size}.ndjson`)
      writeFileSync(file, Array.from({ length: size }, (_, at) => `${text(at)}\n`).join(''))
      const check = ['check', file, '-q', '--as-of', '2026-06-01']
      const row = (name: string, { seconds, megabytes }: Run): void => {
        const speed = (size * bytes) / seconds / 1e6
        rows.push(
          `| ${size} | ${name} | ${seconds.toFixed(2)} | ${(size / seconds).toFixed(0)} | ${speed.toFixed(2)} | ${megabytes.toFixed(0)} |`,
        )
      }
      row('JSON.parse alone', parsing(file))
      row('one thread', run([...check, '--workers', '0']))
      row('two threads', run([...check, '--workers', '2']))
      const cached = [...check, '--workers', '0', '--cache', join(folder, `cache-${size}`)]
      run(cached)
      row('again, from the cache', run(cached))
      row('reading and hashing alone', hashing(file))
    }
    return [
      '# Portfolios',
      '',
      `\`douane check\` of JSON Lines, descriptors of ${Math.round(bytes / 1024)} KB, \`-q\`: whole processes, one run each.`,
      '',
      '| descriptors | | seconds | a second | MB/s | peak memory, MB |',
      '|---|---|---|---|---|---|',
      ...rows,
      '',
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What no check can do without: in a process of its own, as the checks are. */
function parsing(file: string): Run {
  return bare(`for (const line of lines) JSON.parse(line)`, file)
}

function hashing(file: string): Run {
  return bare(`for (const line of lines) createHash('sha256').update(line).digest('hex')`, file)
}

function bare(body: string, file: string): Run {
  const script = `const { createHash } = require('node:crypto')
    const lines = require('node:fs').readFileSync(process.argv[1], 'utf8').trimEnd().split('\\n')
    const from = process.hrtime.bigint()
    ${body}
    console.log(Number(process.hrtime.bigint() - from) / 1e9, process.resourceUsage().maxRSS / 1024)`
  const { stdout } = spawnSync(process.execPath, ['-e', script, file], { encoding: 'utf8' })
  const [seconds = Number.NaN, megabytes = Number.NaN] = stdout.split(' ').map(Number)
  return { seconds, megabytes }
}
