import type { Diagnostic, DiagnosticCode } from '../model/diagnostic.ts'

/** A place in a file that is read: 1-based; columns count UTF-16 code units. */
export type At = { readonly line: number; readonly column: number }

/** Thrown where a file cannot be read on. Nothing of what the file says is in its words: that may be a secret. */
export class Unreadable extends Error {
  readonly code: DiagnosticCode
  readonly hint: string
  readonly at: At

  constructor(code: DiagnosticCode, message: string, hint: string, at: At = { line: 1, column: 1 }) {
    super(message)
    this.code = code
    this.hint = hint
    this.at = at
  }

  problemIn(file: string): Diagnostic {
    const { line, column } = this.at
    const at = { file, line, column, endLine: line, endColumn: column }
    return { code: this.code, message: this.message, hint: this.hint, at }
  }
}
