import type { Diagnostic } from '../model/diagnostic.ts'
import type { SourceFile } from '../model/location.ts'
import { problemsAsCommands } from '../render/github.ts'
import { problemsAsJson, renderProblems } from '../render/problems.ts'
import { type Terminal, wantsColor } from './terminal.ts'

type Manner = {
  /** JSON, where nothing else was asked for: who reads one stream as JSON can read the other so, too. */
  readonly json: boolean
  readonly color: boolean
  /** Annotations on standard output as well, where that is what it holds. */
  readonly annotations?: boolean
}

/** Says on standard error what is wrong, so that standard output stays what was asked for. */
export function tell(
  problems: readonly Diagnostic[],
  files: readonly SourceFile[],
  { json, color, annotations = false }: Manner,
  terminal: Terminal,
): void {
  if (problems.length === 0) return
  const text = json
    ? problemsAsJson(problems)
    : renderProblems(problems, files, { color: wantsColor(terminal, terminal.stderr, color) })
  terminal.stderr.write(text)
  if (annotations) terminal.stdout.write(problemsAsCommands(problems))
}
