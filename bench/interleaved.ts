import { spawnSync } from 'node:child_process'

/** A command to be timed, with the exit code that it has to have. */
export type Timed = { readonly name: string; readonly args: readonly string[]; readonly exit: number }

/**
 * Wall-clock time of whole processes, in milliseconds: each is run once in every round, so that a noisy machine is as
 * noisy for all of them. The median of each is what to compare.
 */
export function interleaved(commands: readonly Timed[], rounds: number): ReadonlyMap<string, number> {
  // Node 20 reads extra certificates at every start where this is set; that is no time of ours.
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env
  const times = new Map<string, number[]>(commands.map(({ name }) => [name, []]))
  for (let round = -2; round < rounds; round++) {
    for (const { name, args, exit } of commands) {
      const start = process.hrtime.bigint()
      const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
      const took = Number(process.hrtime.bigint() - start) / 1e6
      if (status !== exit) throw new Error(`${name} ended with ${status}, not ${exit}: ${stderr}`)
      if (round >= 0) times.get(name)?.push(took)
    }
  }
  return new Map([...times].map(([name, list]) => [name, median(list)]))
}

function median(list: readonly number[]): number {
  const sorted = [...list].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}
