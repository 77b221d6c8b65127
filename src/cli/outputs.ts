import { resolve } from 'node:path'
import type { Sources } from '../load/workspace.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { SourceFile } from '../model/location.ts'
import { type FormatName, formatNames } from '../render/index.ts'
import { seen } from '../text/harmless.ts'

/** The file that each format is to be written to, where one was named. */
export type OutputFlags = { readonly [output in `output.${FormatName}`]?: string } & {
  readonly baseline?: string
  readonly createBaseline?: string
}

/** Formats with the file that each goes to. */
export function outputsIn(flags: OutputFlags): readonly (readonly [format: FormatName, path: string])[] {
  return formatNames.flatMap((format) => {
    const path = flags[`output.${format}`]
    return path === undefined ? [] : [[format, path] as const]
  })
}

/** Every file that a check reads. */
export const filesIn = ({ files, rules, registry, config, waivers, baseline }: Sources): readonly SourceFile[] =>
  [files, rules, registry, config ?? [], waivers ?? [], baseline ?? []].flat()

/**
 * What is wrong with where reports are to go, before anything is written: one would replace another, or what was read.
 *
 * Errors: FLAG_INVALID.
 */
export function outputProblems(flags: OutputFlags, files: readonly SourceFile[], cwd: string): readonly Diagnostic[] {
  const read = new Set(files.map(({ path }) => resolve(cwd, path)))
  const taken = new Set<string>()
  const { createBaseline } = flags
  const baseline: Diagnostic[] = []
  if (createBaseline !== undefined) {
    const wrong = baselineProblem(createBaseline, flags.baseline, read.has(resolve(cwd, createBaseline)))
    if (wrong !== undefined) baseline.push({ code: 'FLAG_INVALID', ...wrong })
    read.add(resolve(cwd, createBaseline))
  }
  const outputs = outputsIn(flags).flatMap(([format, path]): readonly Diagnostic[] => {
    const wrong = (message: string, hint: string): readonly Diagnostic[] => [
      { code: 'FLAG_INVALID', message: `--output.${format}: ${message}`, hint },
    ]
    if (path.trim() === '') return wrong('the name of the file is empty', 'Name a file.')
    if (path === '-') return wrong('"-" is no file', `For standard output, use --format ${format}.`)
    const target = resolve(cwd, path)
    if (read.has(target)) return wrong(`${seen(path)} is one of the files that are read`, 'Name another file.')
    if (taken.has(target)) return wrong(`another format goes to ${seen(path)}`, 'Name another file.')
    taken.add(target)
    return []
  })
  return [...baseline, ...outputs]
}

function baselineProblem(
  path: string,
  given: string | undefined,
  isRead: boolean,
): Pick<Diagnostic, 'message' | 'hint'> | undefined {
  if (given !== undefined) {
    const hint = 'Give --create-baseline alone: it rewrites a baseline that is there.'
    return { message: '--create-baseline and --baseline are given together', hint }
  }
  if (path.trim() === '') return { message: '--create-baseline: the name of the file is empty', hint: 'Name a file.' }
  if (!isRead) return undefined
  return { message: `--create-baseline: ${seen(path)} is one of the files that are read`, hint: 'Name another file.' }
}
