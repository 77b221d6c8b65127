import { type OpenLibrary, openLibrary, type Sources } from '../load/workspace.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Report } from '../model/generated/report.ts'
import type { SourceFile } from '../model/location.ts'
import { type CheckOptions, checkWorkspace } from '../pipeline.ts'
import { changesBetween, changesText } from './changes.ts'

/** What is there after a save. */
export type Inputs = {
  /** `files`: what serves all engagements. */
  readonly sources: Sources
  readonly engagements: readonly SourceFile[]
}

/** One file that was checked again. */
export type Again = {
  readonly file: SourceFile
  readonly reports: readonly Report[]
  readonly problems: readonly Diagnostic[]
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

/**
 * Checks what was saved, and everything again where the rules, the registry or the configuration were. The rules and the
 * registry are kept meanwhile.
 */
export function watching(): (inputs: Inputs, options: CheckOptions) => Promise<Watched> {
  let library: OpenLibrary | undefined
  let shared: readonly SourceFile[] = []
  let known = new Map<string, Again>()
  return async ({ sources, engagements }, options) => {
    const files = [...sources.files, ...sources.rules, ...sources.registry, ...(sources.config ? [sources.config] : [])]
    const same =
      library !== undefined && files.length === shared.length && files.every((one, at) => isSame(one, shared[at]))
    if (!same || library === undefined) {
      library = await openLibrary(sources)
      shared = files
    }
    const next = new Map<string, Again>()
    const again: Again[] = []
    for (const file of library.closed ? [] : engagements) {
      const before = known.get(file.path)
      const now =
        same && before !== undefined && isSame(file, before.file)
          ? before
          : await checked(file, before, library, options)
      next.set(file.path, now)
      if (now !== before) again.push(now)
    }
    const gone = library.closed ? [] : [...known.keys()].filter((path) => !next.has(path))
    // What was known is compared with again when the rules can be read.
    if (!library.closed) known = next
    return { again, gone, problems: same ? [] : library.problems, sound: library.problems.length === 0 }
  }
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
  library: OpenLibrary,
  options: CheckOptions,
): Promise<Again> {
  const { workspaces, problems } = await library.open(file)
  const results = []
  for (const workspace of workspaces) results.push(await checkWorkspace(workspace, options))
  const reports = results.flatMap((result) => (result.ok ? [result.value.report] : []))
  const found = [...problems, ...results.flatMap((result) => (result.ok ? [] : result.problems))]
  const text = reports.map((report) => {
    const last = before?.reports.find(({ engagement }) => engagement.id === report.engagement.id)
    return changesText(report, changesBetween(last, report))
  })
  // A file that cannot be read for a while is compared with how it was when it could.
  const kept = reports.length === 0 && found.length > 0 ? (before?.reports ?? []) : reports
  return { file, reports: kept, problems: found, text: text.join('') }
}

function isSame(one: SourceFile, other: SourceFile | undefined): boolean {
  return other !== undefined && one.path === other.path && Buffer.from(one.bytes).equals(other.bytes)
}
