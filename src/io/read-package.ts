import { realpathSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative, resolve, sep } from 'node:path'
import type { Diagnostic, DiagnosticCode } from '../model/diagnostic.ts'
import type { SourceFile } from '../model/location.ts'
import { failed, ok, type Result } from '../model/result.ts'
import { decode } from '../text/decode.ts'
import { seen, shortened } from '../text/harmless.ts'
import { fileProblem } from './file-problems.ts'
import { findFiles } from './find-files.ts'
import { readBytes } from './read-bytes.ts'

export type PackageFolder = 'rules' | 'registry'

const packageName = /^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/
const manifestLimit = 1024 * 1024
const fileLimit = 8 * 1024 * 1024

/**
 * The YAML and JSON files of a folder of an npm package: the one that `douane.rules` or `douane.registry` in its
 * package.json names, otherwise `rules` or `registry`. The package is looked up as Node would from a folder, and nothing
 * of it is run. What leads out of it, by a path or a link, is not read.
 *
 * Shape: shown as `npm:<name>/...`, the same wherever the package is installed; sorted.
 * Errors: PACKAGE_NOT_FOUND, FORMAT_INVALID, FILE_UNREADABLE, FILE_TOO_LARGE; those of the name have no place.
 */
export async function readPackage(
  from: string,
  name: string,
  folder: PackageFolder,
): Promise<Result<readonly SourceFile[], Diagnostic>> {
  if (!packageName.test(name)) {
    const message = `${seen(name)} is neither a folder nor the name of an npm package`
    return unplaced('FORMAT_INVALID', message, `For a folder, write "./${shortened(name)}".`)
  }
  const root = rootOf(from, name)
  if (root === undefined) {
    const isFolder = statSync(resolve(from, name), { throwIfNoEntry: false })?.isDirectory() === true
    const hint = isFolder ? `For the folder, write "./${name}".` : `Install it: npm install ${name}`
    return unplaced('PACKAGE_NOT_FOUND', `The package "${name}" is not installed`, hint)
  }
  const path = folderOf(root, name, folder)
  return path.ok ? readWithin(root, path.value, name) : path
}

/** Where Node would find the package, whatever the package says that it exports. */
function rootOf(from: string, name: string): string | undefined {
  const folders = createRequire(join(from, 'package.json')).resolve.paths(`${name}/package.json`) ?? []
  const found = folders.map((one) => join(one, name)).find((one) => isFile(join(one, 'package.json')))
  return found === undefined ? undefined : realpathSync(found)
}

function folderOf(root: string, name: string, folder: PackageFolder): Result<string, Diagnostic> {
  const shown = `npm:${name}/package.json`
  const bytes = readBytes(join(root, 'package.json'), shown, manifestLimit)
  if (!bytes.ok) return bytes
  const stated = statedFolder({ path: shown, bytes: bytes.value }, folder)
  if (!stated.ok) return stated
  const path = resolve(root, stated.value ?? folder)
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) {
    const what = stated.value === undefined ? `"${folder}"` : `${seen(stated.value)}, which its package.json names`
    const hint = `It names its folder with { "douane": { "${folder}": "..." } } in package.json.`
    return unplaced('PACKAGE_NOT_FOUND', `The package "${name}" has no folder ${what}`, hint)
  }
  return ok(path)
}

/** What `douane.rules` or `douane.registry` in a package.json says. */
function statedFolder(file: SourceFile, folder: PackageFolder): Result<string | undefined, Diagnostic> {
  const wrong = (message: string, hint: string) => failed([fileProblem('FORMAT_INVALID', file.path, message, hint)])
  const text = decode(file)
  if (!text.ok) return text
  let manifest: unknown
  try {
    manifest = JSON.parse(text.value)
  } catch {
    return wrong('The package.json is not JSON', 'Install the package again, or tell its author.')
  }
  const stated = propertyOf(propertyOf(manifest, 'douane'), folder)
  if (stated === undefined || typeof stated === 'string') return ok(stated)
  return wrong(`"douane.${folder}" is ${seen(stated)}`, 'It has to be a folder of the package: tell its author.')
}

function propertyOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  return (value as Readonly<Record<string, unknown>>)[name]
}

async function readWithin(
  root: string,
  folder: string,
  name: string,
): Promise<Result<readonly SourceFile[], Diagnostic>> {
  const shownAs = (path: string): string => `npm:${[name, ...relative(root, path).split(sep)].join('/')}`
  if (!isWithin(root, folder)) return failed([outside(shownAs(folder), name)])
  const found = await findFiles(root, folder)
  if (!found.ok) return failed(found.problems.map(({ at: _, ...problem }) => problem))
  const problems: Diagnostic[] = []
  const files: SourceFile[] = []
  for (const path of found.value) {
    const shown = shownAs(path)
    const bytes = isWithin(root, path) ? readBytes(path, shown, fileLimit) : failed([outside(shown, name)])
    if (bytes.ok) files.push({ path: shown, bytes: bytes.value })
    else problems.push(...bytes.problems)
  }
  if (problems.length > 0) return failed(problems)
  return ok(files.sort((one, other) => (one.path < other.path ? -1 : 1)))
}

/** By where links lead. The root has none in it. */
function isWithin(root: string, path: string): boolean {
  try {
    return `${realpathSync(path)}${sep}`.startsWith(`${root}${sep}`)
  } catch {
    return false
  }
}

function outside(shown: string, name: string): Diagnostic {
  const message = `This leads out of the package "${name}"`
  return fileProblem(
    'FILE_UNREADABLE',
    shown,
    message,
    'A package has its rules and registry in itself: tell its author.',
  )
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}

function unplaced(code: DiagnosticCode, message: string, hint: string): Result<never, Diagnostic> {
  return failed([{ code, message, hint }])
}
