import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { displayPath } from '../io/display-path.ts'
import { readFiles } from '../io/read-files.ts'
import { writeFile } from '../io/write-file.ts'
import { loadBaseline } from '../load/baseline.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { BaselineEntry } from '../model/exceptions.ts'
import type { Report } from '../model/generated/report.ts'
import { failed, ok, type Result } from '../model/result.ts'
import { asJson } from '../render/json.ts'
import { baselineOf, withBaseline } from '../settle/baseline.ts'
import { counted } from '../settle/words.ts'
import type { Terminal } from './terminal.ts'

/**
 * `--create-baseline`: writes what is open now, and gives the Reports with it. A baseline that is there keeps its entries
 * of engagements that were not checked; one that cannot be read is not replaced.
 *
 * Errors: ID_DUPLICATE (an entry would hold for two engagements); those of reading and of the baseline; FILE_UNWRITABLE.
 */
export async function createBaseline(
  path: string,
  reports: readonly Report[],
  { cwd, stderr }: Pick<Terminal, 'cwd' | 'stderr'>,
): Promise<Result<readonly Report[], Diagnostic>> {
  const twice = reports.flatMap(twiceIn)
  if (twice.length > 0) return failed(twice)
  const kept = existsSync(resolve(cwd, path)) ? await entriesIn(path, cwd) : ok([])
  if (!kept.ok) return kept
  const { baseline, ofLaw } = baselineOf(reports, kept.value)
  const text = asJson(baseline)
  const given = await loadBaseline({
    path: displayPath(cwd, resolve(cwd, path)),
    bytes: new TextEncoder().encode(text),
  })
  if (!given.ok) return given
  const written = writeFile(path, text, cwd)
  if (!written.ok) return written
  const left =
    ofLaw === 0
      ? ''
      : `; ${counted(ofLaw, 'decision')} of rules of law ${ofLaw === 1 ? 'is' : 'are'} not in it, and still counted`
  stderr.write(`wrote ${path}: ${counted(baseline.findings.length, 'decision')}${left}\n`)
  return ok(reports.map((report) => withBaseline(report, given.value)))
}

function twiceIn({ engagement }: Report, index: number, reports: readonly Report[]): readonly Diagnostic[] {
  const { id, file } = engagement
  const before = reports.slice(0, index).find((other) => other.engagement.id === id)
  if (before === undefined) return []
  const message = `The engagement "${id}" is here and in ${before.engagement.file}, and a baseline would hold both`
  const hint = 'Give each engagement an id of its own, or name one of the files.'
  return [{ code: 'ID_DUPLICATE', message, hint, at: { file, line: 1, column: 1, endLine: 1, endColumn: 1 } }]
}

async function entriesIn(path: string, cwd: string): Promise<Result<readonly BaselineEntry[], Diagnostic>> {
  const files = await readFiles([resolve(cwd, path)], { cwd })
  if (!files.ok) return files
  const [file] = files.value
  if (file === undefined)
    return failed([{ code: 'NO_INPUT', message: 'The baseline is a folder', hint: 'Name a file.' }])
  const loaded = await loadBaseline(file)
  return loaded.ok ? ok(loaded.value.entries) : loaded
}
