import type { Diagnostic } from '../model/diagnostic.ts'
import { failed, ok, type Result } from '../model/result.ts'
import type { ForeignFile, Head } from './importer.ts'

/**
 * The beginning of a file as text.
 *
 * Errors: IMPORT_ENCODING (UTF-16, UTF-32 or bytes that are no UTF-8), IMPORT_BINARY (an archive, such as a plan that
 * `terraform plan -out` wrote), IMPORT_EMPTY.
 */
export function headOf({ path, head: bytes }: ForeignFile): Result<Head, Diagnostic> {
  const problem = (code: Diagnostic['code'], message: string, hint: string): Result<never, Diagnostic> =>
    failed([{ code, message, hint, at: { file: path, line: 1, column: 1, endLine: 1, endColumn: 1 } }])
  if (bytes.length === 0) return problem('IMPORT_EMPTY', 'The file is empty', 'Export it again.')
  if (startsWith(bytes, 'PK') || startsWith(bytes, '\u001f\u008b'))
    return problem(
      'IMPORT_BINARY',
      'The file is an archive, not text',
      'For a plan of Terraform or OpenTofu, give what `terraform show -json PLAN` writes; unpack anything else.',
    )
  if (startsWith(bytes, '\u00ff\u00fe') || startsWith(bytes, '\u00fe\u00ff') || bytes.subarray(0, 4).includes(0))
    return problem(
      'IMPORT_ENCODING',
      'The file is in UTF-16 or UTF-32',
      'Write it in UTF-8; in Windows PowerShell, redirect with `| Out-File -Encoding utf8 FILE`.',
    )
  try {
    return ok({ path, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true }) })
  } catch {
    return problem('IMPORT_ENCODING', 'The file is not in UTF-8', 'Write it in UTF-8.')
  }
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(text, 'latin1').equals(bytes.subarray(0, text.length))
}
