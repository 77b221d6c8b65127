import type { Diagnostic } from '../model/diagnostic.ts'
import type { Config } from '../model/generated/config.ts'
import type { Document, SourceFile } from '../model/location.ts'
import { failed, ok, type Result } from '../model/result.ts'
import { loadDocuments, type Role } from './documents.ts'

const role: Role = { kinds: ['Config'], hint: () => 'Name a file with "kind: Config".' }

/**
 * The configuration that a file holds. What it names is looked up later, by who knows what there is.
 *
 * Errors, all at once: those of parsing and of the schema; KIND_UNEXPECTED, also for a second document.
 */
export async function loadConfig(file: SourceFile): Promise<Result<Document<Config>, Diagnostic>> {
  const { documents, problems } = await loadDocuments([file], role)
  const [config, second] = documents.map(({ document }) => document as Document<Config>)
  const twice: readonly Diagnostic[] =
    second === undefined
      ? []
      : [
          {
            code: 'KIND_UNEXPECTED',
            message: 'There is a second configuration in this file',
            hint: 'Put both into one.',
            at: second.at(['kind']),
          },
        ]
  const found = [...problems, ...twice]
  return config === undefined || found.length > 0 ? failed(found) : ok(config)
}
