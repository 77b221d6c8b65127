import type { Diagnostic } from '../model/diagnostic.ts'
import { type BaselineEntry, type GivenBaseline, keyOfNamed } from '../model/exceptions.ts'
import type { Baseline } from '../model/generated/baseline.ts'
import type { Document, SourceFile } from '../model/location.ts'
import { failed, ok, type Result } from '../model/result.ts'
import { findingId } from '../text/digest.ts'
import { loadDocuments, type Role } from './documents.ts'

const role: Role = {
  kinds: ['Baseline'],
  hint: () => 'Name a file that `douane check --create-baseline` has written.',
}

/**
 * A baseline, of which each entry is what it says it is.
 *
 * Errors, all at once: those of parsing and of the schema; KIND_UNEXPECTED, also for a second document; ID_DUPLICATE
 * (two entries for one finding); CONTRADICTION (an id that is not that of the rule and subject beside it).
 */
export async function loadBaseline(file: SourceFile): Promise<Result<GivenBaseline, Diagnostic>> {
  // Whatever the file is called, a baseline is JSON.
  const path = file.path.toLowerCase().endsWith('.json') ? file.path : `${file.path}.json`
  const { documents, problems } = await loadDocuments([{ ...file, path }], role)
  const placed = problems.map((problem) => ({
    ...problem,
    ...(problem.at && { at: { ...problem.at, file: file.path } }),
  }))
  const [document] = documents.map((loaded) => loaded.document as Document<Baseline>)
  if (document === undefined || placed.length > 0) return failed(placed)
  const entries = document.value.findings.map((entry, index): BaselineEntry => {
    const at = document.at(['findings', index, 'rule'])
    return { ...entry, at: { ...at, file: file.path } }
  })
  const wrong = problemsOf(entries)
  return wrong.length > 0 ? failed(wrong) : ok({ file: file.path, entries })
}

function problemsOf(entries: readonly BaselineEntry[]): readonly Diagnostic[] {
  const seen = new Set<string>()
  return entries.flatMap((entry): readonly Diagnostic[] => {
    const { engagement, rule, subject, id, at } = entry
    const key = `${engagement}\n${keyOfNamed(entry)}`
    const again = seen.has(key)
    seen.add(key)
    const hint = 'Remove the entry, or write the file again with `douane check --create-baseline`.'
    return [
      ...(again
        ? [{ code: 'ID_DUPLICATE' as const, message: 'There are two entries for this finding', hint, at }]
        : []),
      ...(id === findingId(rule, subject)
        ? []
        : [
            { code: 'CONTRADICTION' as const, message: `"${id}" is not the id of this rule on this subject`, hint, at },
          ]),
    ]
  })
}
