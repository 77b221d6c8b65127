import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Infrastructure } from '../../model/generated/infrastructure.ts'
import { failed, ok, type Result } from '../../model/result.ts'
import type { ForeignFile, Read } from '../importer.ts'
import { Unreadable } from '../unreadable.ts'
import { describeAll } from './resources.ts'
import { readTemplate } from './template.ts'

/** CloudFormation takes templates of up to 1 MB. */
const largest = 1_048_576

/**
 * Reads a template of CloudFormation, in JSON or YAML.
 *
 * Errors: IMPORT_SYNTAX, IMPORT_TRUNCATED, IMPORT_ENCODING, IMPORT_TOO_DEEP, IMPORT_VERSION, IMPORT_MALFORMED,
 * IMPORT_NOTHING.
 */
export async function read(file: ForeignFile): Promise<Result<Read<Infrastructure>, Diagnostic>> {
  try {
    const template = readTemplate(await textOf(file))
    return ok({
      format: 'cloudformation-template',
      ...(template.version !== undefined && { formatVersion: template.version }),
      ...(template.partial !== undefined && { partial: template.partial }),
      ...describeAll(template),
    })
  } catch (error) {
    if (error instanceof Unreadable) return failed([error.problemIn(file.path)])
    throw error
  }
}

async function textOf(file: ForeignFile): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of file.chunks()) {
    length += chunk.length
    if (length > largest)
      throw new Unreadable(
        'IMPORT_MALFORMED',
        'The file is larger than 1 MB, which no template is',
        'Is it a template?',
      )
    chunks.push(chunk.slice())
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    throw new Unreadable('IMPORT_ENCODING', 'The file is not in UTF-8', 'Write it in UTF-8.')
  }
}
