import { createHash } from 'node:crypto'
import { readShipped, readShippedTests } from '../src/io/shipped.ts'
import { isOfRules, type RuleHead, type ShippedIndex } from '../src/io/shipped-pieces.ts'
import { parseFile } from '../src/load/parse.ts'
import { compact } from '../src/load/rules/index.ts'
import { loadLibrary, loadTested } from '../src/load/workspace.ts'
import type { CompiledRule, DocumentHead, ParsedFile, Shipped } from '../src/model/shipped.ts'

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

/**
 * What every check reads, a JSON text in each line, and apart from it, by path, the documents of rules: a check knows the
 * rules without them. `inPieces` of src/io reads it.
 */
export function apart({ files, packs }: Shipped): {
  readonly lines: readonly unknown[]
  readonly rules: Readonly<Record<string, readonly unknown[]>>
} {
  if (packs === undefined) throw new Error('the rules are not compiled')
  const parsed = files.filter((file): file is ParsedFile => !('bytes' in file))
  const ofRules = parsed.filter(({ path }) => isOfRules(path))
  const all = packs.packs.flatMap(({ rules }) => rules)
  const index: ShippedIndex = {
    files: parsed.map(({ path, documents }) => [path, (documents as readonly DocumentHead[]).map(kindAndId)]),
    packs: packs.packs.map(({ id, title, basis, rules }) => ({ id, title, basis, rules: rules.map(headOf) })),
  }
  const lines = [
    index,
    parsed.map(({ sha256 }) => sha256),
    packs.conditions,
    all.map(({ source }) => source),
    ...packs.packs.map(({ description, controls, terms }) => ({ description, controls, terms })),
    ...all.map(({ title, message, remedy }) => ({ title, message, remedy })),
    ...parsed.filter((file) => !ofRules.includes(file)).map(({ documents }) => documents),
  ]
  return { lines, rules: Object.fromEntries(ofRules.map(({ path, documents }) => [path, documents])) }
}

const kindAndId = ({ kind, id }: DocumentHead): readonly [string, string] => [kind, id]

function headOf({ id, pack, subject, controls, level, basis, waivable, when, require }: CompiledRule): RuleHead {
  return { id, pack, subject, controls, level, basis, waivable, when, require }
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
