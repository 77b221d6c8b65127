import { readFiles } from '../io/read-files.ts'
import { readShipped } from '../io/shipped.ts'
import type { Sources } from '../load/workspace.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { SourceFile } from '../model/location.ts'
import type { Terminal } from './terminal.ts'

export type LibraryFlags = { readonly rules: readonly string[]; readonly registry: readonly string[] }

export type Inputs = {
  readonly sources: Sources
  /** Everything that was read, for code frames. */
  readonly files: readonly SourceFile[]
  readonly problems: readonly Diagnostic[]
}

/** Reads all that a command names, and what the product ships with; every file that cannot be read is reported. */
export async function readInputs(
  patterns: readonly string[] | undefined,
  { rules, registry }: LibraryFlags,
  { cwd, stdin }: Pick<Terminal, 'cwd' | 'stdin'>,
  stdinFilename = 'stdin',
): Promise<Inputs> {
  const read = async (names: readonly string[]) => readFiles(names, { cwd, stdin, stdinFilename })
  const nothing = { ok: true, value: [] } as const
  const results = [
    patterns === undefined ? nothing : await read(patterns),
    rules.length === 0 ? nothing : await read(rules),
    registry.length === 0 ? nothing : await read(registry),
  ] as const
  const [checked, ruleFiles, given] = results.map((result) => (result.ok ? result.value : []))
  // A file that is named twice is read once: what is to be checked may bring registry documents as well.
  const named = new Set(checked?.map(({ path }) => path))
  const registryFiles = given?.filter(({ path }) => !named.has(path))
  const shipped = readShipped()
  const written = shipped.files.filter((file): file is SourceFile => 'bytes' in file)
  return {
    sources: { files: checked ?? [], shipped, rules: ruleFiles ?? [], registry: registryFiles ?? [] },
    files: [...(checked ?? []), ...(ruleFiles ?? []), ...(registryFiles ?? []), ...written],
    problems: results.flatMap((result) => (result.ok ? [] : result.problems)),
  }
}
