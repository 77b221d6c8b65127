import type { Sources } from '../load/workspace.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Report } from '../model/generated/report.ts'
import type { Instant } from '../model/instant.ts'
import type { SourceFile } from '../model/location.ts'
import { type CheckOptions, type OpenCheck, openCheck } from '../pipeline.ts'
import type { Audience } from '../reduce/audiences.ts'
import { reduce } from '../reduce/index.ts'
import { goesAhead } from '../settle/baseline.ts'
import { changesBetween, changesText } from './changes.ts'

/** What is there after a save. */
type Inputs = {
  /** `files`: what serves all engagements. */
  readonly sources: Sources
  readonly engagements: readonly SourceFile[]
}

/** One file that was checked again. */
type Again = {
  readonly file: SourceFile
  readonly reports: readonly Report[]
  readonly problems: readonly Diagnostic[]
  /** Whether all of them go ahead. */
  readonly passed: boolean
  /** From then on it may come out otherwise. */
  readonly until: Instant | undefined
  /** The verdicts, and what changed since the last time. */
  readonly text: string
}

export type Watched = {
  readonly again: readonly Again[]
  /** Files that are no longer there. */
  readonly gone: readonly string[]
  /** What is wrong with what all share, where that was read again. */
  readonly problems: readonly Diagnostic[]
  /** Whether nothing is, be it read again or not. */
  readonly sound: boolean
}

/** What a check depends on, and for whom it is. */
type WatchOptions = CheckOptions & { readonly audience?: Audience }

export type Watching = {
  /**
   * Checks what was saved, and everything again where what all share was: rules, registry, configuration, waivers,
   * baseline. It is kept meanwhile. What time alone may have changed is checked again as well.
   */
  readonly check: (inputs: Inputs, options: WatchOptions) => Promise<Watched>
  /** Checks one engagement as if it had been saved, and forgets what came of it; false, where there is none. */
  readonly rehearse: (options: WatchOptions) => Promise<boolean>
}

export function watching(): Watching {
  let library: OpenCheck | undefined
  let shared: readonly SourceFile[] = []
  let known = new Map<string, Again>()
  // A file that comes back is compared with how it was.
  const left = new Map<string, Again>()
  const check: Watching['check'] = async ({ sources, engagements }, options) => {
    const files = sharedIn(sources)
    const same =
      library !== undefined && files.length === shared.length && files.every((one, at) => isSame(one, shared[at]))
    if (!same || library === undefined) {
      library = await openCheck(sources)
      shared = files
    }
    const next = new Map<string, Again>()
    const again: Again[] = []
    for (const file of library.closed ? [] : engagements) {
      const before = known.get(file.path)
      const now =
        same && before !== undefined && isSame(file, before.file) && isSteady(before, options)
          ? before
          : await checked(file, before ?? left.get(file.path), library, options)
      next.set(file.path, now)
      if (now !== before) again.push(now)
    }
    const gone = library.closed ? [] : [...known.keys()].filter((path) => !next.has(path))
    // What was known is compared with again when the rules can be read.
    if (!library.closed) {
      for (const [path, one] of known) if (!next.has(path)) left.set(path, one)
      known = next
    }
    return { again, gone, problems: same ? [] : library.problems, sound: library.problems.length === 0 }
  }
  const rehearse: Watching['rehearse'] = async (options) => {
    const [one] = known.values()
    if (one === undefined || library === undefined || library.closed) return false
    await checked(one.file, one, library, options)
    return true
  }
  return { check, rehearse }
}

/** Whether a file may have been read while it was being written. */
export function mayBeHalfWritten({ again, problems }: Watched): boolean {
  const half: readonly string[] = ['SYNTAX', 'EMPTY_DOCUMENT', 'KEY_MISSING']
  return [...problems, ...again.flatMap((one) => one.problems)].some(({ code }) => half.includes(code))
}

/** What to say after a second look: what changed since the first one takes its place. */
export function later(first: Watched, second: Watched): Watched {
  const seen = new Set(second.again.map(({ file }) => file.path))
  const same = first.again.filter(({ file }) => !seen.has(file.path) && !second.gone.includes(file.path))
  const problems = second.problems.length > 0 || second.again.length > 0 ? second.problems : first.problems
  return {
    again: [...same, ...second.again],
    gone: [...new Set([...first.gone, ...second.gone])],
    problems,
    sound: second.sound,
  }
}

async function checked(
  file: SourceFile,
  before: Again | undefined,
  library: OpenCheck,
  options: WatchOptions,
): Promise<Again> {
  const { dated, problems: found } = await library.check(file, options)
  const reports = dated.map(({ report }) =>
    options.audience === undefined ? report : reduce(report, options.audience),
  )
  const text = reports.map((report) => {
    const last = before?.reports.find(({ engagement }) => engagement.id === report.engagement.id)
    return changesText(report, changesBetween(last, report))
  })
  // A file that cannot be read for a while is compared with how it was when it could.
  const kept = reports.length === 0 && found.length > 0 ? (before?.reports ?? []) : reports
  const passed = found.length === 0 && dated.every(({ report }) => goesAhead(report))
  const untils = dated.map(({ steadyUntil }) => steadyUntil()).filter((until) => until !== undefined)
  const until = untils.length === 0 ? undefined : Math.min(...untils)
  return { file, reports: kept, problems: found, passed, until, text: text.join('') }
}

function isSteady({ until, problems }: Again, { asOf }: CheckOptions): boolean {
  return problems.length > 0 || until === undefined || asOf < until
}

function sharedIn({ files, rules, registry, config, waivers, baseline }: Sources): readonly SourceFile[] {
  return [files, rules, registry, config ?? [], waivers ?? [], baseline ?? []].flat()
}

function isSame(one: SourceFile, other: SourceFile | undefined): boolean {
  return other !== undefined && one.path === other.path && Buffer.from(one.bytes).equals(other.bytes)
}
