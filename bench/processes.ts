import { spawnSync } from 'node:child_process'

const cli = new URL('../dist/cli.cjs', import.meta.url).pathname
export const rounds = Number(process.env.BENCH_ROUNDS ?? 5)

export type Run = { readonly seconds: number; readonly processor: number; readonly megabytes: number }
type Command = { readonly name: string; readonly run: () => Run }

/** How a process is started, and how it has to end. */
type Manner = { readonly exit?: 0 | 1; readonly stdin?: string; readonly cwd?: string }

/** The built command; `stdin`: a script that writes its input. */
export function command(args: readonly string[], { exit = 1, ...manner }: Manner = {}): Run {
  return measured(
    `process.argv.splice(1, 0, ${JSON.stringify(cli)}); require(${JSON.stringify(cli)})`,
    [...args, '--no-config', ...(args.includes('--as-of') ? [] : ['--as-of', '2026-06-01'])],
    { exit, ...manner },
  )
}

/** What the built command prints. */
export function printed(args: readonly string[], { exit = 1, cwd }: Manner): string {
  const given = [cli, ...args, '--no-config']
  const { status, stdout, stderr } = spawnSync(process.execPath, given, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 })
  if (status !== exit) throw new Error(`ended with ${status}: ${stderr.slice(0, 500)}`)
  return stdout
}

/** What no check can do without, in a process of its own as well. */
export function bare(body: string, path: string, cwd?: string): Run {
  const script = `const { createHash } = require('node:crypto')
    const { readdirSync, readFileSync, statSync } = require('node:fs')
    const path = process.argv[1]
    const lines = statSync(path).isFile() ? readFileSync(path, 'utf8').split('\\n') : []
    ${body}`
  return measured(script, [path], cwd === undefined ? {} : { cwd })
}

/** One process, from its start to its end. */
export function measured(script: string, args: readonly string[], { exit = 0, stdin, cwd }: Manner): Run {
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
    cwd,
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
export function medians(commands: readonly Command[]): ReadonlyMap<string, Run> {
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
