import { createHash } from 'node:crypto'
import { readShipped } from '../src/io/shipped.ts'
import { parseFile } from '../src/load/parse.ts'
import { compact } from '../src/load/rules/index.ts'
import { loadLibrary } from '../src/load/workspace.ts'
import type { Shipped } from '../src/model/shipped.ts'

/**
 * What the product ships with, parsed and checked as the product itself does it: reading YAML takes longer than a whole
 * check. Throws with the first problem, so that nothing wrong is ever shipped.
 */
export async function compiledShipped(): Promise<Shipped> {
  const written = readShipped()
  const library = await loadLibrary({ shipped: written, rules: [], registry: [] })
  if (!library.ok) throw new Error(`what is shipped is wrong: ${JSON.stringify(library.problems[0])}`)
  return {
    files: written.files.flatMap((file) => {
      if (!('bytes' in file)) return []
      const parsed = parseFile(file)
      if (!parsed.ok) throw new Error(`${file.path} cannot be read`)
      const sha256 = createHash('sha256').update(file.bytes).digest('hex')
      return [{ path: file.path, sha256, documents: parsed.value.map(({ value }) => value) }]
    }),
    packs: compact(library.value.packs),
  }
}
