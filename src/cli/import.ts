import { basename, resolve } from 'node:path'
import { draftFromPlan } from '../author/new/from-plan.ts'
import { importInfrastructure, infrastructureFormats } from '../import/index.ts'
import { displayPath } from '../io/display-path.ts'
import { writeNewFiles } from '../io/new-files.ts'
import { readForeign } from '../io/read-foreign.ts'
import { namesOf } from '../load/names.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { failed, ok, type Result } from '../model/result.ts'
import { renderProblems } from '../render/problems.ts'
import { seen } from '../text/harmless.ts'
import { suggest } from '../text/nearest.ts'
import { readLibrary } from './library.ts'
import { type Exit, exit, type Terminal } from './terminal.ts'

export type DraftFlags = {
  readonly id?: string
  readonly registry: readonly string[]
  readonly output?: string
  readonly force?: boolean
}

const formats = infrastructureFormats.flatMap(({ name }) => name ?? [])

/** `douane import`: the first version of a descriptor, from what infrastructure code is about to deploy. */
export async function importDraft(format: string, path: string, flags: DraftFlags, terminal: Terminal): Promise<Exit> {
  const id = flags.id ?? slugOf(path)
  const wrong = [...formatProblems(format), ...idProblems(id)]
  const drafted = wrong.length > 0 ? failed(wrong) : await draft(format, path, id, flags, terminal)
  if (drafted === undefined) return exit.unable
  const written = drafted.ok ? write(drafted.value, flags, terminal) : drafted
  if (written.ok) return exit.pass
  terminal.stderr.write(renderProblems(written.problems, []))
  return exit.unable
}

/** The text of the draft; nothing where the registry cannot be read, which was said. */
async function draft(
  format: string,
  path: string,
  id: string,
  { registry }: DraftFlags,
  terminal: Terminal,
): Promise<Result<string, Diagnostic> | undefined> {
  const shown = displayPath(terminal.cwd, resolve(terminal.cwd, path))
  const read = await readForeign(resolve(terminal.cwd, path), shown, (file) => importInfrastructure(file, format))
  if (!read.ok) return read
  const library = await readLibrary({ rules: [], registry }, terminal)
  return library && ok(draftFromPlan(read.value, id, namesOf(library.registry)))
}

function write(text: string, { output, force = false }: DraftFlags, { cwd, stdout }: Terminal) {
  if (output === undefined) {
    stdout.write(text)
    return ok(undefined)
  }
  const written = writeNewFiles([{ path: output, text }], cwd, force)
  if (written.ok) stdout.write(`wrote ${output}\n`)
  return written
}

function formatProblems(format: string): readonly Diagnostic[] {
  if (formats.includes(format)) return []
  return [{ code: 'FLAG_INVALID', message: `${seen(format)} is no format to import`, hint: suggest(format, formats) }]
}

function idProblems(id: string): readonly Diagnostic[] {
  if (/^[a-z0-9][a-z0-9.-]{0,79}$/.test(id)) return []
  const hint = 'Use lower-case letters, digits, dots and hyphens.'
  return [{ code: 'FLAG_INVALID', message: `--id: ${seen(id)} is no id`, hint }]
}

/** The name of a file as an id: `Shop plan.json` is `shop-plan`. */
function slugOf(path: string): string {
  const words = basename(path)
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '')
  return words === '' ? 'engagement' : words
}
