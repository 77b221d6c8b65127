import { type Library, loadLibrary } from '../load/workspace.ts'
import { renderProblems } from '../render/problems.ts'
import { type LibraryFlags, readInputs } from './inputs.ts'
import { type Terminal, wantsColor } from './terminal.ts'

/** The rules and the registry; or nothing, after every problem with them was said. */
export async function readLibrary(flags: LibraryFlags, terminal: Terminal): Promise<Library | undefined> {
  const inputs = await readInputs(undefined, flags, terminal)
  const library = inputs.problems.length > 0 ? undefined : await loadLibrary(inputs.sources)
  if (library?.ok) return library.value
  const problems = [...inputs.problems, ...(library?.problems ?? [])]
  terminal.stderr.write(renderProblems(problems, inputs.files, { color: wantsColor(terminal, terminal.stderr, true) }))
  return undefined
}
