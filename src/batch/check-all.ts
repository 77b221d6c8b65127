import type { Sources } from '../load/workspace.ts'
import type { SourceFile } from '../model/location.ts'
import { type Checked, type CheckOptions, openCheck } from '../pipeline.ts'
import { excusedIn, excusedTwice } from '../settle/excused.ts'

/** What came of one of many files. */
export type CheckedFile = Checked & { readonly file: SourceFile }

/**
 * Checks the engagements of many files, one after the other, with rules and a registry that are read once. What is wrong
 * with one file does not keep the others from being checked.
 *
 * `sources.files`: registry documents that serve every engagement. A part of a larger file states its `line`.
 *
 * Errors: throws with the first problem where the rules or the registry cannot be read: nothing can be concluded then.
 */
export async function* checkAll(
  files: AsyncIterable<SourceFile> | Iterable<SourceFile>,
  sources: Sources,
  options: CheckOptions,
): AsyncGenerator<CheckedFile> {
  const { check, problems: shared } = await openCheck(sources)
  const [problem] = shared
  if (problem !== undefined) throw new Error(`${problem.code}: ${problem.message} (${problem.at?.file ?? ''})`)
  const twice = excusedTwice()
  for await (const file of files) {
    const { dated, problems } = await check(file, options)
    const reports = dated.map(({ report }) => report)
    yield { file, reports, problems: [...problems, ...reports.flatMap((report) => twice(excusedIn(report)))] }
  }
}
