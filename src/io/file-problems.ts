import type { Diagnostic, DiagnosticCode } from '../model/diagnostic.ts'
import { shortened } from '../text/harmless.ts'

/** A problem with a whole file. The place is its first character, since none is worse than another. */
export function fileProblem(code: DiagnosticCode, path: string, message: string, hint: string): Diagnostic {
  return { code, message, hint, at: { file: path, line: 1, column: 1, endLine: 1, endColumn: 1 } }
}

/** What the system said when a file could not be read or written, in words. */
export function systemReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return reasons[code] ?? (code || shortened(String(error), 80))
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EISDIR: 'it is a folder',
  ENOTDIR: 'part of its path is not a folder',
  ENOENT: 'it does not exist',
  ELOOP: 'too many symbolic links',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  ENOSPC: 'no space is left',
  EROFS: 'the file system is read-only',
  EIO: 'the device failed',
}
