import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { parse } from 'yaml'
import { run } from '../../src/cli/run.ts'

/** One use of the command line, and everything that is to come of it. */
export type Scenario = {
  readonly name: string
  readonly args: readonly string[]
  /** Where it is used, below the folder that holds everything else. */
  readonly cwd?: string
  /** Names in fixtures/, which are there when the command runs. */
  readonly fixtures?: readonly string[]
  /** Further files with their text. */
  readonly files?: Readonly<Record<string, string>>
  readonly stdin?: string
  readonly env?: Readonly<Record<string, string>>
  /** Standard input, output and error are terminals. */
  readonly terminal?: boolean
  readonly exit: number
  /** The whole of it, or parts that are in it, in this order. Left out: empty. */
  readonly stdout?: string | readonly string[]
  readonly stderr?: string | readonly string[]
  /** Parts of the files that are there afterwards. */
  readonly written?: Readonly<Record<string, readonly string[]>>
  readonly absent?: readonly string[]
}

export type Outcome = {
  readonly exit: number
  readonly stdout: string
  readonly stderr: string
  readonly written: Readonly<Record<string, string>>
}

const here = import.meta.dirname

export function scenarios(): readonly (Scenario & { readonly file: string })[] {
  return readdirSync(join(here, 'scenarios'))
    .sort()
    .flatMap((file) => {
      const listed = parse(readFileSync(join(here, 'scenarios', file), 'utf8')) as readonly Scenario[]
      return listed.map((scenario) => ({ ...scenario, file }))
    })
}

/** Runs a scenario in a folder of its own, with a clock that stands still. */
export async function play(scenario: Scenario): Promise<Outcome> {
  const cwd = mkdtempSync(join(tmpdir(), 'douane-'))
  try {
    for (const name of scenario.fixtures ?? []) cpSync(join(here, 'fixtures', name), join(cwd, name))
    for (const [name, text] of Object.entries(scenario.files ?? {})) {
      mkdirSync(dirname(join(cwd, name)), { recursive: true })
      writeFileSync(join(cwd, name), text)
    }
    const [stdout, stderr] = [output(scenario), output(scenario)]
    const exit = await run(scenario.args, {
      cwd: join(cwd, scenario.cwd ?? ''),
      env: scenario.env ?? {},
      stdin: Object.assign(stream(scenario.stdin ?? ''), { isTTY: scenario.terminal ?? false }),
      stdout,
      stderr,
      now: () => Date.UTC(2026, 10, 22, 12),
      onInterrupt: (listener) => listener(),
    })
    const names = readdirSync(cwd, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(cwd, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .filter((name) => !scenario.fixtures?.includes(name) && scenario.files?.[name] === undefined)
    const written = Object.fromEntries(names.map((name) => [name, readFileSync(join(cwd, name), 'utf8')]))
    return { exit, stdout: stdout.text(), stderr: stderr.text(), written }
  } finally {
    rmSync(cwd, { recursive: true })
  }
}

function output({ terminal = false }: Scenario) {
  const parts: string[] = []
  return { isTTY: terminal, columns: 90, write: (text: string) => parts.push(text), text: () => parts.join('') }
}

async function* stream(text: string): AsyncIterable<string> {
  yield text
}
