import { readFiles } from '../io/read-files.ts'
import { loadReports } from '../load/reports.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Report } from '../model/generated/report.ts'
import type { SourceFile } from '../model/location.ts'
import type { Terminal } from './terminal.ts'

/** Reports that were written before, or why they could not be read. */
export type ReadReports = {
  readonly reports: readonly Report[]
  readonly files: readonly SourceFile[]
  readonly problems: readonly Diagnostic[]
}

/** A run of many engagements is a large file. */
const largestReports = 256 * 1024 * 1024

/** The Reports in files, in the order of the files: each holds one, or one a line. */
export async function readReports(
  patterns: readonly string[],
  { cwd, stdin }: Pick<Terminal, 'cwd' | 'stdin'>,
): Promise<ReadReports> {
  const files = await readFiles(patterns, { cwd, stdin, limit: largestReports })
  if (!files.ok) return { reports: [], files: [], problems: files.problems }
  const loaded = await Promise.all(files.value.map(loadReports))
  return {
    reports: loaded.flatMap((one) => (one.ok ? one.value : [])),
    files: files.value,
    problems: loaded.flatMap((one) => (one.ok ? [] : one.problems)),
  }
}
