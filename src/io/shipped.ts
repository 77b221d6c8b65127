import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Shipped } from '../model/shipped.ts'

/** This file is src/io/shipped.ts in development, and part of dist/douane.cjs or of one of dist/chunks/ in the bundle. */
const here = dirname(fileURLToPath(import.meta.url))
const bundled = [here, dirname(here)].map((folder) => join(folder, 'shipped.json'))
const root = join(here, '..', '..')

/**
 * The rules and the registry that the product ships with: parsed ahead of time beside the bundle, otherwise the files
 * themselves, as who changes one wants to see the change.
 *
 * Shape: in the order of their paths. Errors: throws if neither is there; the installation is broken then.
 */
export function readShipped(): Shipped {
  const built = bundled.find((path) => existsSync(path))
  if (built !== undefined) return JSON.parse(readFileSync(built, 'utf8')) as Shipped
  const paths = ['registry', 'rules'].flatMap((folder) => yamlFilesIn(folder))
  return { files: paths.map((path) => ({ path, bytes: readFileSync(join(root, path)) })) }
}

/** Rule tests are for those who change a rule, with the file before them. */
function yamlFilesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.yaml') && !path.endsWith('.test.yaml'))
    .sort()
}
