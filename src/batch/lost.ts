import type { Diagnostic } from '../model/diagnostic.ts'
import type { SourceFile } from '../model/location.ts'
import { tooLong } from '../render/too-long.ts'

/** What is told of a file whose check ended in a mistake of ours, in more than a text can hold, or with the thread that made it. */
export function lost(
  { path, line = 1 }: SourceFile,
  error: unknown,
): { readonly written: readonly []; readonly problems: readonly Diagnostic[] } {
  const reason = error instanceof Error ? error.message : String(error)
  const problem: Diagnostic = tooLong(error) ?? {
    code: 'INTERNAL',
    message: `The check of this document ended before its time: ${reason}`,
    hint: 'The others were checked. Check it alone, with --workers 0, to see whether it happens again.',
  }
  return { written: [], problems: [{ ...problem, at: { file: path, line, column: 1, endLine: line, endColumn: 1 } }] }
}
