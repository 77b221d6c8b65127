import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { SourceFile } from '../model/location.ts'
import type { Shipped } from '../model/shipped.ts'

/** This file is src/io/shipped.ts in development, and part of dist/douane.cjs or of one of dist/chunks/ in the bundle. */
const here = import.meta.dirname
const root = join(here, '..', '..')

/**
 * The rules and the registry that the product ships with: parsed ahead of time beside the bundle, otherwise the files
 * themselves, as who changes one wants to see the change.
 *
 * Shape: in the order of their paths. Errors: throws if neither is there; the installation is broken then.
 */
export function readShipped(): Shipped {
  const built = bundled('shipped.json')
  if (built !== undefined) return readLater(built)
  const paths = ['registry', 'rules'].flatMap((folder) => yamlFilesIn(folder))
  return { files: read(paths.filter((path) => !isTest(path))) }
}

/** The tests of the shipped rules: in a file of their own, because a check has no use for them. */
export function readShippedTests(): Shipped['files'] {
  const built = bundled('shipped-tests.json')
  if (built !== undefined) return JSON.parse(readFileSync(built, 'utf8')) as Shipped['files']
  return read(yamlFilesIn('rules').filter(isTest))
}

/** A run that finds all it needs in the cache has no use for more than the digest. */
function readLater(path: string): Shipped {
  let read: Shipped | undefined
  const all = (): Shipped => {
    read ??= JSON.parse(readFileSync(path, 'utf8')) as Shipped
    return read
  }
  const digest = builtDigests()?.shipped
  return {
    ...(digest === undefined ? {} : { digest }),
    get files() {
      return all().files
    },
    get packs() {
      return all().packs
    },
  }
}

/** Of the command's bundle and of what is shipped, beside the bundle. */
export function builtDigests(): { readonly product: string; readonly shipped: string } | undefined {
  const built = bundled('digests.json')
  return built === undefined ? undefined : JSON.parse(readFileSync(built, 'utf8'))
}

function bundled(name: string): string | undefined {
  return [here, dirname(here)].map((folder) => join(folder, name)).find((path) => existsSync(path))
}

function read(paths: readonly string[]): readonly SourceFile[] {
  return paths.map((path) => ({ path, bytes: readFileSync(join(root, path)) }))
}

function isTest(path: string): boolean {
  return path.endsWith('.test.yaml')
}

function yamlFilesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.yaml'))
    .sort()
}
