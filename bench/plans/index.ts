import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import { writePlan } from './generate.ts'

const megabytes = [125, 250, 500]
const resourcesPerMegabyte = 400
const rounds = Number(process.env.BENCH_ROUNDS ?? 3)

type Reading = {
  readonly ms: number
  readonly cpu: number
  readonly rss: number
  readonly resources: number
  readonly unmapped: number
}

/** What reading large plans takes, as Markdown. */
export function benchPlans(): string {
  const folder = mkdtempSync(join(tmpdir(), 'douane-bench-'))
  try {
    const file = join(folder, 'plan.json')
    const script = join(folder, 'read.mjs')
    const entry = fileURLToPath(new URL('read.ts', import.meta.url))
    buildSync({ entryPoints: [entry], outfile: script, bundle: true, platform: 'node', format: 'esm' })
    const readings = megabytes.map((size) => {
      writePlan(file, size * resourcesPerMegabyte, size * 1e6)
      const all = Array.from({ length: rounds }, () => read(script, file))
      const cpu = Math.min(...all.map((one) => one.cpu))
      return {
        size,
        cpu,
        ms: Math.min(...all.map(({ ms }) => ms)),
        rss: Math.max(...all.map(({ rss }) => rss)),
        ...counts(all),
      }
    })
    const exponent = slope(readings.map(({ size, cpu }) => [Math.log(size), Math.log(cpu)]))
    return [
      '# Plans',
      '',
      `Plans of Terraform on disk, each read by a process of its own: the quickest of ${rounds} rounds, and the highest peak of resident memory in any.`,
      '',
      '| size, MB | resources | mapped | seconds | of the processor | MB a second of the processor | peak memory, MB |',
      '|---|---|---|---|---|---|---|',
      ...readings.map(
        ({ size, ms, cpu, rss, resources, unmapped }) =>
          `| ${size} | ${resources + unmapped} | ${resources} | ${(ms / 1000).toFixed(1)} | ${(cpu / 1000).toFixed(1)} | ${(size / (cpu / 1000)).toFixed(0)} | ${(rss / 2 ** 20).toFixed(0)} |`,
      ),
      '',
      `Time of the processor grows with size to the power of ${exponent.toFixed(2)}. A megabyte of a file is 1,000,000 bytes, one of memory 1,048,576.`,
      '',
    ].join('\n')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Reads it as it is shipped, bundled: a loader of TypeScript takes memory of its own. */
function read(script: string, file: string): Reading {
  return JSON.parse(execFileSync(process.execPath, [script, file], { encoding: 'utf8' })) as Reading
}

function counts(all: readonly Reading[]): Pick<Reading, 'resources' | 'unmapped'> {
  const [{ resources, unmapped }] = all as [Reading]
  return { resources, unmapped }
}

/** Of the line through the points that fits best. */
function slope(points: readonly (readonly [number, number])[]): number {
  const mean = (of: (point: readonly [number, number]) => number): number =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length
  const [x, y] = [mean(([one]) => one), mean(([, one]) => one)]
  const over = points.reduce((sum, [one, other]) => sum + (one - x) * (other - y), 0)
  return over / points.reduce((sum, [one]) => sum + (one - x) ** 2, 0)
}
