import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { SourceFile } from '../model/location.ts'
import { once } from '../model/once.ts'
import type { Shipped } from '../model/shipped.ts'
import { inPieces } from './shipped-pieces.ts'

/** This file is src/io/shipped.ts in development, and part of dist/check.cjs or of one of dist/chunks/ in the bundle. */
const here = import.meta.dirname
const root = join(here, '..', '..')

/**
 * The rules and the registry that the product ships with: parsed ahead of time beside the bundle, otherwise the files
 * themselves, as who changes one wants to see the change.
 *
 * Shape: in the order of their paths. Errors: throws if neither is there; the installation is broken then.
 */
export function readShipped(): Shipped {
  const built = bundled('shipped.jsonl')
  if (built !== undefined) return readLater(built)
  const paths = ['registry', 'rules'].flatMap((folder) => yamlFilesIn(folder))
  return { files: read(paths.filter((path) => !isTest(path))) }
}

/** The tests of the shipped rules: in a file of their own, because a check has no use for them. */
export function readShippedTests(): Shipped['files'] {
  const built = bundled('shipped-tests.json')
  if (built !== undefined) return parsed(built)
  return read(yamlFilesIn('rules').filter(isTest))
}

/** A run that finds all it needs in the cache has no use for more than the digest. */
function readLater(path: string): Shipped {
  let read: Shipped | undefined
  const all = (): Shipped => {
    read ??= inPieces(readFileSync(path, 'latin1').split('\n'), writtenRules())
    return read
  }
  return {
    // Of what is there, not of what the build wrote: a fact may have been corrected by hand.
    get digest() {
      return digestOf(path, bundled('shipped-rules.json') ?? '')
    },
    get files() {
      return all().files
    },
    get packs() {
      return all().packs
    },
  }
}

/** The documents of rules are in a file of their own: who only decides by them has no use for what they say. */
function writtenRules(): (path: string) => readonly unknown[] {
  const written = once(() => parsed<Readonly<Record<string, readonly unknown[]>>>(bundled('shipped-rules.json') ?? ''))
  return (path) => written()[path] ?? []
}

/** The build writes ASCII, which is the quicker to read. */
function parsed<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'latin1')) as T
}

function digestOf(...paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(readFileSync(path))
  return hash.digest('hex')
}

/** Of the command's scripts, beside them. */
export function builtDigest(): string | undefined {
  const built = bundled('product.json')
  return built === undefined ? undefined : parsed<{ readonly digest: string }>(built).digest
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
