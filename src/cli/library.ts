import { type Library, loadLibrary } from '../load/workspace.ts'
import { type LibraryFlags, readInputs } from './inputs.ts'
import { tell } from './problems.ts'
import type { Terminal } from './terminal.ts'

/** The rules and the registry; or nothing, after every problem with them was said. */
export async function readLibrary(
  flags: LibraryFlags & { readonly format?: string },
  terminal: Terminal,
): Promise<Library | undefined> {
  const inputs = await readInputs(undefined, flags, terminal)
  const library = inputs.problems.length > 0 ? undefined : await loadLibrary(inputs.sources)
  if (library?.ok) return library.value
  const problems = [...inputs.problems, ...(library?.problems ?? [])]
  tell(problems, inputs.files, { json: flags.format === 'json', color: true }, terminal)
  return undefined
}
