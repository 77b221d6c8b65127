import { readShippedTests } from '../io/shipped.ts'
import { type Library, loadLibrary, loadTested, type Sources, type TestedLibrary } from '../load/workspace.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Result } from '../model/result.ts'
import { type LibraryFlags, readInputs } from './inputs.ts'
import { tell } from './problems.ts'
import type { Terminal } from './terminal.ts'

type Flags = LibraryFlags & { readonly format?: string }

/** The rules and the registry; or nothing, after every problem with them was said. */
export async function readLibrary(flags: Flags, terminal: Terminal): Promise<Library | undefined> {
  return readWith(loadLibrary, flags, terminal)
}

/** The same with the tests of the rules. */
export async function readTested(flags: Flags, terminal: Terminal): Promise<TestedLibrary | undefined> {
  return readWith((sources) => loadTested({ ...sources, shippedTests: readShippedTests() }), flags, terminal)
}

async function readWith<T>(
  load: (sources: Sources) => Promise<Result<T, Diagnostic>>,
  flags: Flags,
  terminal: Terminal,
): Promise<T | undefined> {
  const inputs = await readInputs(undefined, flags, terminal)
  const library = inputs.problems.length > 0 ? undefined : await load(inputs.sources)
  if (library?.ok) return library.value
  const problems = [...inputs.problems, ...(library?.problems ?? [])]
  tell(problems, inputs.files, { json: flags.format === 'json', color: true }, terminal)
  return undefined
}
