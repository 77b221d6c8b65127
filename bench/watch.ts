import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** Milliseconds from each of some saves of a descriptor until `douane watch` has said what came of it. */
export async function saveToAnswer(cli: string, cwd: string, yaml: string, times: number): Promise<readonly number[]> {
  const path = join(cwd, 'watched.yaml')
  const text = (at: number): string => yaml.replace(/^title: .*$/m, `title: Portal ${at} (fictional)`)
  writeFileSync(path, text(0))
  const watching = spawn(process.execPath, [cli, 'watch', 'watched.yaml', '--no-config', '--as-of', '2026-06-01'], {
    cwd,
  })
  let said = ''
  let heard = (): void => undefined
  for (const stream of [watching.stdout, watching.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => {
      said += part
      heard()
    })
  }
  const until = (what: string): Promise<void> =>
    new Promise((resolve) => {
      heard = () => {
        if (said.includes(what)) resolve()
      }
      heard()
    })
  await until('Waiting for changes')
  const took: number[] = []
  for (let at = 1; at <= times; at += 1) {
    // Time to settle: a save is the only thing that happens. Nobody saves in the second in which it starts.
    await wait(at === 1 ? 2000 : 150)
    said = ''
    const from = performance.now()
    writeFileSync(path, text(at))
    await until(`Portal ${at} `)
    took.push(performance.now() - from)
  }
  watching.kill('SIGINT')
  return took
}
