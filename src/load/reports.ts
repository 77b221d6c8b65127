import type { Diagnostic } from '../model/diagnostic.ts'
import type { Report } from '../model/generated/report.ts'
import type { Document, SourceFile } from '../model/location.ts'
import { failed, ok, type Result } from '../model/result.ts'
import { loadDocuments, type Role } from './documents.ts'
import { reportLimits } from './limits.ts'
import { danglingIn } from './report-places.ts'

const role: Role = {
  kinds: ['Report'],
  hint: () => 'Name a file that `douane check --output.json` has written.',
}

/**
 * The Reports of a file: one, or one a line as JSON Lines has them.
 *
 * Errors, all at once: those of parsing and of the schema of Reports; KIND_UNEXPECTED; REFERENCE_UNKNOWN.
 */
export async function loadReports(file: SourceFile): Promise<Result<readonly Report[], Diagnostic>> {
  // Whatever the file is called, a Report is JSON.
  const path = file.path.toLowerCase().endsWith('.json') ? file.path : `${file.path}.json`
  const reports: Report[] = []
  const problems: Diagnostic[] = []
  for (const { bytes, line } of partsOf(file.bytes)) {
    const loaded = await loadDocuments([{ path, bytes }], role, reportLimits)
    const documents = loaded.documents.map(({ document }) => document as Document<Report>)
    reports.push(...documents.map(({ value }) => value))
    const found = [...loaded.problems, ...documents.flatMap(referenceProblems)]
    problems.push(...found.map((problem) => placed(problem, file.path, line)))
  }
  return problems.length > 0 ? failed(problems) : ok(reports)
}

function referenceProblems({ value, at }: Document<Report>): readonly Diagnostic[] {
  return danglingIn(value).map(({ pointer, list, named, length }) => ({
    code: 'REFERENCE_UNKNOWN',
    message: `${pointer.join('.')}: there is no place ${named} in \`${list}\` of the Report, which has ${length}`,
    hint: 'Write the Report again with `douane check --output.json`.',
    at: at(pointer),
  }))
}

const newline = 10
const brace = { open: 123, close: 125 }

type Part = { readonly bytes: Uint8Array /** From 0. */; readonly line: number }

/** The lines of JSON Lines; all of it, where it is one document on several lines. */
function partsOf(bytes: Uint8Array): readonly Part[] {
  const parts: Part[] = []
  for (let start = 0, line = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(newline, start)
    const part = bytes.subarray(start, end < 0 ? bytes.length : end)
    start += part.length + 1
    if (part.length === 0) continue
    if (part[0] !== brace.open || part.at(-1) !== brace.close) return [{ bytes, line: 0 }]
    parts.push({ bytes: part, line })
  }
  return parts.length === 0 ? [{ bytes, line: 0 }] : parts
}

function placed(problem: Diagnostic, file: string, line: number): Diagnostic {
  if (problem.at === undefined) return problem
  const { at } = problem
  return { ...problem, at: { ...at, file, line: at.line + line, endLine: at.endLine + line } }
}
