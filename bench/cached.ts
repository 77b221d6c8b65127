import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { numberedDescriptor } from './descriptor.ts'
import { bare, command, medians, printed, type Run } from './processes.ts'
import { fill, numbered } from './warm-cache.ts'

type Case = { readonly name: string; readonly args: readonly string[]; readonly exit: 0 | 1 }

/** What the firm of this product has not published keeps every check from passing; the one of the examples has. */
const cases: readonly Case[] = [
  { name: 'None passes, as a firm publishes less than is asked', args: ['--as-of', '2026-06-01'], exit: 1 },
  {
    name: 'All pass',
    args: ['--as-of', '2026-11-22', '--registry', new URL('../examples/registry', import.meta.url).pathname],
    exit: 0,
  },
]

/**
 * Unchanged files with a warm cache, and the same files read and hashed. The cache is that of one check, with its answer
 * for every file; that this is what checks answer is looked at for some, and that nothing is decided in what is measured.
 */
export function fromCache(folder: string, size: number): readonly string[] {
  for (const [name, count] of [
    ['many', size],
    ['few', 10],
  ] as const) {
    mkdirSync(join(folder, name))
    for (let at = 0; at < count; at += 1) {
      writeFileSync(join(folder, name, `${numbered(at)}.json`), numberedDescriptor(numbered(at)))
    }
  }
  return cases.flatMap((one) => measuredCase(folder, size, one))
}

function measuredCase(folder: string, size: number, { name, args, exit }: Case): readonly string[] {
  const cache = join(folder, `cache-${exit}`)
  const manner = { exit, cwd: folder }
  const check = (path: string, ...more: readonly string[]) => command(['check', path, '-q', ...more, ...args], manner)
  const cached = (path: string, ...more: readonly string[]) => check(path, '--cache', cache, ...more)
  const decided = 7
  const shown = (at: number): string => `many/${numbered(at)}.json`
  cached(shown(decided))
  fill(cache, join(folder, 'many'), decided, shown)
  for (const at of [0, size >> 1, size - 1]) {
    const given = ['check', shown(at), '-q', ...args]
    if (printed(given, manner) !== printed([...given, '--cache', cache], manner)) throw new Error('another answer')
  }
  const few = join(folder, `cache-few-${exit}`)
  check('few', '--cache', few)
  const [file = ''] = readdirSync(cache)
  const before = statSync(join(cache, file)).ino
  const hashing = `for (const name of readdirSync(path)) createHash('sha256').update(readFileSync(path + '/' + name)).digest('hex')`
  const runs = medians([
    { name: 'reading and hashing', run: () => bare(hashing, 'many', folder) },
    { name: 'reading and hashing ten', run: () => bare(hashing, 'few', folder) },
    { name: 'all from the cache', run: () => cached('many') },
    { name: 'all from the cache, one thread', run: () => cached('many', '--workers', '0') },
    { name: 'ten from the cache', run: () => check('few', '--cache', few) },
  ])
  if (statSync(join(cache, file)).ino !== before) throw new Error('something was decided, and the cache written anew')
  return [
    `${name}: ${size} files of 34 KB that did not change, with \`--cache\` and \`-q\`. Ratios to reading and hashing: of whole processes, and with the start of each subtracted.`,
    '',
    '| | seconds | ratios | processor, seconds | ratios |',
    '|---|---|---|---|---|',
    ...[...runs].map(([name, one]) => {
      const [wall, processor] = (['seconds', 'processor'] as const).map((what) => ratios(runs, name, what))
      return `| ${name} | ${one.seconds.toFixed(3)} | ${wall} | ${one.processor.toFixed(3)} | ${processor} |`
    }),
    '',
  ]
}

function ratios(runs: ReadonlyMap<string, Run>, name: string, what: 'seconds' | 'processor'): string {
  if (!name.startsWith('all')) return ''
  const of = (one: string): number => runs.get(one)?.[what] ?? Number.NaN
  const whole = of(name) / of('reading and hashing')
  const rest = (of(name) - of('ten from the cache')) / (of('reading and hashing') - of('reading and hashing ten'))
  return `${whole.toFixed(2)}, ${rest.toFixed(2)}`
}
