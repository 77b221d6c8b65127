import { dirname, isAbsolute, resolve } from 'node:path'
import { findConfig } from '../io/find-config.ts'
import { readFiles } from '../io/read-files.ts'
import { type PackageFolder, readPackage } from '../io/read-package.ts'
import { loadConfig } from '../load/config.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Config } from '../model/generated/config.ts'
import type { Document, SourceFile } from '../model/location.ts'
import { failed, ok, type Result } from '../model/result.ts'

/** `--config FILE`, or false for `--no-config`; left out, one is looked for. */
export type ConfigFlag = string | false | undefined

/** The lists of a configuration that name files. */
export type ListName = PackageFolder | 'waivers'

/** A configuration, with everything that it names. */
export type ReadConfig = {
  readonly file?: SourceFile
  readonly rules: readonly SourceFile[]
  readonly registry: readonly SourceFile[]
  readonly waivers: readonly SourceFile[]
  readonly problems: readonly Diagnostic[]
}

const nothing = { rules: [], registry: [], waivers: [], problems: [] }

/**
 * Reads the configuration of a run, and the folders and packages that it names, but for lists that are left out; says all
 * that is wrong with it.
 */
export async function readConfig(
  flag: ConfigFlag,
  cwd: string,
  leaveOut: readonly ListName[] = [],
): Promise<ReadConfig> {
  if (flag === false) return nothing
  const found = flag === undefined ? findConfig(cwd) : ok(resolve(cwd, flag))
  if (!found.ok) return { ...nothing, problems: found.problems }
  if (found.value === undefined) return nothing
  const files = await readFiles([found.value], { cwd })
  const [file, second] = files.ok ? files.value : []
  if (file === undefined || second !== undefined) {
    return { ...nothing, problems: files.ok ? [notOne(flag)] : files.problems }
  }
  const config = await loadConfig(file)
  if (!config.ok) return { ...nothing, file, problems: config.problems }
  const place = { folder: dirname(found.value), cwd }
  const named = async (list: ListName) => (leaveOut.includes(list) ? ok([]) : readNamed(list, config.value, place))
  const [rules, registry] = [await named('rules'), await named('registry')]
  const waivers = await named('waivers')
  return {
    file,
    rules: rules.ok ? rules.value : [],
    registry: registry.ok ? registry.value : [],
    waivers: waivers.ok ? waivers.value : [],
    problems: [rules, registry, waivers].flatMap((read) => (read.ok ? [] : read.problems)),
  }
}

type Place = { readonly folder: string; readonly cwd: string }

/** The files of one of the lists; what cannot be read is told where the list names it. */
async function readNamed(
  list: ListName,
  { value, at }: Document<Config>,
  { folder, cwd }: Place,
): Promise<Result<readonly SourceFile[], Diagnostic>> {
  const files = new Map<string, SourceFile>()
  const problems: Diagnostic[] = []
  for (const [index, name] of (value[list] ?? []).entries()) {
    const read =
      list === 'waivers' || isPath(name)
        ? await readFiles([resolve(folder, name)], { cwd })
        : await readPackage(folder, name, list)
    if (read.ok) for (const file of read.value) files.set(file.path, file)
    else problems.push(...read.problems.map((problem) => placed(problem, at([list, index]))))
  }
  return problems.length > 0 ? failed(problems) : ok([...files.values()])
}

/** A missing folder has no line of its own: the one that names it is to be corrected. */
function placed(problem: Diagnostic, at: Diagnostic['at']): Diagnostic {
  if (at === undefined || (problem.at !== undefined && problem.code !== 'FILE_NOT_FOUND')) return problem
  return { ...problem, at }
}

function isPath(name: string): boolean {
  return /^\.{1,2}([/\\]|$)/.test(name) || isAbsolute(name)
}

function notOne(flag: string | undefined): Diagnostic {
  const message = `--config: "${flag ?? ''}" is not one file`
  return { code: 'FLAG_INVALID', message, hint: 'Name the file of the configuration.' }
}
