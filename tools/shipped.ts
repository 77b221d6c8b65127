import { createHash } from 'node:crypto'
import { readShipped, readShippedTests } from '../src/io/shipped.ts'
import { parseFile } from '../src/load/parse.ts'
import { compact } from '../src/load/rules/index.ts'
import { loadLibrary, loadTested } from '../src/load/workspace.ts'
import type { DocumentHead, ParsedFile, Shipped } from '../src/model/shipped.ts'

export { readShipped as writtenShipped } from '../src/io/shipped.ts'

/**
 * What the product ships with, parsed and checked as the product itself does it: reading YAML takes longer than a whole
 * check. Throws with the first problem, so that nothing wrong is ever shipped.
 */
export async function compiledShipped(): Promise<Shipped> {
  const written = readShipped()
  const library = await loadLibrary({ shipped: written, rules: [], registry: [] })
  if (!library.ok) throw new Error(`what is shipped is wrong: ${JSON.stringify(library.problems[0])}`)
  return { files: compiled(written.files), packs: compact(library.value.packs) }
}

/** The tests of the shipped rules, in a file of their own. */
export async function compiledTests(): Promise<Shipped['files']> {
  const tests = readShippedTests()
  const loaded = await loadTested({ shipped: readShipped(), shippedTests: tests, rules: [], registry: [] })
  if (!loaded.ok) throw new Error(`the tests of the shipped rules are wrong: ${JSON.stringify(loaded.problems[0])}`)
  return compiled(tests)
}

/** What every check reads, and apart from it, by path, the documents of rules: a check knows the rules without them. */
export function apart(shipped: Shipped): {
  readonly shipped: Shipped
  readonly rules: Readonly<Record<string, readonly unknown[]>>
} {
  const rules: Record<string, readonly unknown[]> = {}
  const files = shipped.files.map((file) => {
    if ('bytes' in file || !file.path.startsWith('rules/')) return file
    const { documents, ...rest } = file
    rules[file.path] = documents
    const heads = documents.map((document) => {
      const { kind, id } = document as DocumentHead
      return { kind, id }
    })
    return { ...rest, heads } as unknown as ParsedFile
  })
  return { shipped: { ...shipped, files }, rules }
}

function compiled(files: Shipped['files']): Shipped['files'] {
  return files.flatMap((file) => {
    if (!('bytes' in file)) return []
    const parsed = parseFile(file)
    if (!parsed.ok) throw new Error(`${file.path} cannot be read`)
    const sha256 = createHash('sha256').update(file.bytes).digest('hex')
    return [{ path: file.path, sha256, documents: parsed.value.map(({ value }) => value) }]
  })
}
