import { compareRuns, diffAsMarkdown, diffAsText, type RunDiff } from '../author/diff/index.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Instant } from '../model/instant.ts'
import { check } from '../pipeline.ts'
import { asJson } from '../render/json.ts'
import { type LibraryFlags, readInputs } from './inputs.ts'
import { tell } from './problems.ts'
import { type ReadReports, readReports } from './reports.ts'
import { type Exit, exit, type Terminal, wantsColor } from './terminal.ts'

export type DiffFlags = {
  readonly rules?: readonly string[]
  readonly registry?: readonly string[]
  readonly asOf?: readonly Instant[]
  /** False for `--no-config`. */
  readonly config?: readonly string[] | false
  readonly format: 'text' | 'json' | 'markdown'
  readonly color: boolean
}

/** One side: its Reports, or why there are none. */
type Run = ReadReports

/** `douane diff`: 0 where all outcomes are the same, 1 where they are not, 2 where that could not be told. */
export async function diff(patterns: readonly string[], flags: DiffFlags, terminal: Terminal): Promise<Exit> {
  const wrong = misuse(patterns, flags)
  const runs = wrong.length > 0 ? [] : await runsOf(patterns, flags, terminal)
  const [old, next] = runs
  const found = [...wrong, ...runs.flatMap(({ problems }) => problems)]
  const result = old === undefined || next === undefined ? undefined : compareRuns(old.reports, next.reports)
  if (found.length === 0 && result?.engagements.length === 0) found.push(nothingShared)
  if (found.length > 0 || result === undefined) {
    const files = runs.flatMap((run) => run.files)
    tell(eachOnce(found), files, { json: flags.format === 'json', color: flags.color }, terminal)
    return exit.unable
  }
  terminal.stdout.write(rendered(result, flags, terminal))
  return result.same ? exit.pass : exit.fail
}

const twice = ['rules', 'registry', 'asOf', 'config'] as const
const flagNames = { rules: '--rules', registry: '--registry', asOf: '--as-of', config: '--config' } as const

function given(flags: DiffFlags, name: (typeof twice)[number]): number {
  const values = flags[name]
  return values === undefined || values === false ? 0 : values.length
}

/** Whether two checks are to be made, and not two Reports to be read. */
function checks(flags: DiffFlags): boolean {
  return twice.some((name) => given(flags, name) === 2)
}

function misuse(patterns: readonly string[], flags: DiffFlags): readonly Diagnostic[] {
  const wrong = (message: string, hint: string): Diagnostic => ({ code: 'FLAG_INVALID', message, hint })
  const tooMany = twice.filter((name) => given(flags, name) > 2)
  if (tooMany.length > 0) {
    return tooMany.map((name) =>
      wrong(`${flagNames[name]} is given more than twice`, 'Give the old one, then the new one.'),
    )
  }
  if (checks(flags)) {
    if (patterns.includes('-')) return [wrong('Standard input cannot be checked twice', 'Name a file.')]
    return patterns.length > 0
      ? []
      : [wrong('No engagements are named', 'Name the descriptors that are to be checked.')]
  }
  const once = twice.filter((name) => given(flags, name) === 1)
  if (once.length > 0) {
    return once.map((name) =>
      wrong(
        `${flagNames[name]} is given once`,
        'Give it twice, the old one, then the new one; Reports need none of it.',
      ),
    )
  }
  if (patterns.length === 2) return []
  const message = `Expected two Reports, found ${patterns.length}`
  return [wrong(message, 'Name the old one, then the new one; or give --rules, --registry, --config or --as-of twice.')]
}

async function runsOf(patterns: readonly string[], flags: DiffFlags, terminal: Terminal): Promise<readonly Run[]> {
  if (!checks(flags)) return Promise.all(patterns.map((pattern) => readReports([pattern], terminal)))
  const now = terminal.now()
  return [await checked(patterns, flags, 0, now, terminal), await checked(patterns, flags, 1, now, terminal)]
}

async function checked(
  patterns: readonly string[],
  flags: DiffFlags,
  side: 0 | 1,
  now: Instant,
  terminal: Terminal,
): Promise<Run> {
  const { sources, files, problems } = await readInputs(patterns, sideOf(flags, side), terminal)
  if (problems.length > 0) return { reports: [], files, problems }
  const replacing = given(flags, 'rules') === 2 || given(flags, 'registry') === 2
  // What passes is explained as well: the facts of a finding then show on both sides.
  const result = await check({ ...sources, replacing }, { asOf: at(flags.asOf ?? [], side) ?? now, explainAll: true })
  return { ...result, files }
}

/** What is given twice differs, what is given once is the same on both sides. */
function sideOf(flags: DiffFlags, side: 0 | 1): LibraryFlags {
  const lists = ['rules', 'registry'] as const
  const of = (name: 'rules' | 'registry'): readonly string[] => {
    const value = at(flags[name] ?? [], side)
    return value === undefined ? [] : [value]
  }
  const config = flags.config === false ? false : at(flags.config ?? [], side)
  return {
    rules: of('rules'),
    registry: of('registry'),
    ...(config === undefined ? {} : { config }),
    instead: lists.filter((name) => given(flags, name) === 2),
  }
}

function at<T>(values: readonly T[], side: 0 | 1): T | undefined {
  return values.length === 2 ? values[side] : values[0]
}

const nothingShared: Diagnostic = {
  code: 'NO_INPUT',
  message: 'No engagement is on both sides, so there is nothing to compare',
  hint: 'Name two Reports on the same engagements.',
}

/** Both sides meet the same problem of what they share. */
function eachOnce(problems: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()]
}

function rendered(result: RunDiff, flags: DiffFlags, terminal: Terminal): string {
  if (flags.format === 'json') return `${asJson(result)}\n`
  if (flags.format === 'markdown') return diffAsMarkdown(result)
  const width = Math.min(100, Math.max(60, terminal.stdout.columns ?? 96))
  return diffAsText(result, { color: wantsColor(terminal, terminal.stdout, flags.color), width })
}
