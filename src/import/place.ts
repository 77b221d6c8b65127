import type { Diagnostic } from '../model/diagnostic.ts'
import type { Position } from '../text/positions.ts'

/** A problem at a place of a foreign file. No value of the file is in it unless its key holds no secret. */
export const problemAt = (
  file: string,
  { line, column }: Position,
  code: Diagnostic['code'],
  message: string,
  hint: string,
): Diagnostic => ({ code, message, hint, at: { file, line, column, endLine: line, endColumn: column } })
