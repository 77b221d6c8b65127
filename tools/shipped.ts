import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import glob from 'fast-glob'
import { parseAllDocuments } from 'yaml'

/** What the product ships with, parsed: reading YAML takes longer than a whole check. */
type Shipped = { readonly files: readonly ShippedFile[] }
type ShippedFile = { readonly path: string; readonly sha256: string; readonly documents: readonly unknown[] }

/** The rules and the registry, by project-relative path, in the order of its code units. */
export function shippedFiles(root: string): Shipped {
  // Rule tests are for those who change a rule, with the file before them.
  const paths = glob.sync(['rules/**/*.yaml', 'registry/**/*.yaml'], { cwd: root, ignore: ['**/*.test.yaml'] })
  return {
    files: paths
      .sort((a, b) => (a < b ? -1 : 1))
      .map((path) => {
        const bytes = readFileSync(join(root, path))
        return { path, sha256: createHash('sha256').update(bytes).digest('hex'), documents: documentsOf(path, bytes) }
      }),
  }
}

function documentsOf(path: string, bytes: Buffer): readonly unknown[] {
  // The core schema of YAML 1.2: `no` is a word, and a date stays the text that was written.
  const parsed = parseAllDocuments(bytes.toString('utf8'), {
    version: '1.2',
    schema: 'core',
    uniqueKeys: true,
    prettyErrors: true,
  })
  return Array.from(parsed, (document) => {
    const [problem] = [...document.errors, ...document.warnings]
    if (problem) throw new Error(`${path}: ${problem.message}`)
    return document.toJS({ maxAliasCount: 100 }) as unknown
  })
}
