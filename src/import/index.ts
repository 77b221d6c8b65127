import { createHash } from 'node:crypto'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Document, Location } from '../model/location.ts'
import { failed, ok, type Result } from '../model/result.ts'
import { isTemplate } from './cloudformation/accepts.ts'
import { imported } from './imported.ts'
import type { ForeignFile, ImportedKinds, ImporterEntry } from './importer.ts'
import { headOf } from './recognise.ts'
import { isPlan } from './terraform/accepts.ts'

/** The formats that infrastructure is read from. */
export const infrastructureFormats: readonly ImporterEntry<'Infrastructure'>[] = [
  {
    name: 'terraform',
    title: 'a plan of Terraform or OpenTofu, as `terraform show -json PLAN` writes it',
    accepts: isPlan,
    load: () => import('./terraform/index.ts'),
  },
  {
    name: 'cloudformation',
    title: 'a template of CloudFormation, in JSON or YAML',
    accepts: isTemplate,
    load: () => import('./cloudformation/index.ts'),
  },
]

/** The formats that evidence of access is read from. */
export const accessFormats: readonly ImporterEntry<'AccessEvidence'>[] = []

/**
 * What infrastructure code is about to deploy. `only`: the name of the one format that is accepted.
 *
 * Errors, all at once: IMPORT_FORMAT_UNKNOWN, IMPORT_ENCODING, IMPORT_BINARY, and those of the format.
 */
export const importInfrastructure = (
  file: ForeignFile,
  only?: string,
): Promise<Result<Document<ImportedKinds['Infrastructure']>, Diagnostic>> =>
  importAs(
    'Infrastructure',
    infrastructureFormats.filter(({ name }) => only === undefined || name === only),
    file,
  )

/** Who can log in to a system. Errors as for infrastructure. */
export const importAccessEvidence = (
  file: ForeignFile,
): Promise<Result<Document<ImportedKinds['AccessEvidence']>, Diagnostic>> =>
  importAs('AccessEvidence', accessFormats, file)

async function importAs<K extends keyof ImportedKinds>(
  kind: K,
  formats: readonly ImporterEntry<K>[],
  file: ForeignFile,
): Promise<Result<Document<ImportedKinds[K]>, Diagnostic>> {
  const head = headOf(file)
  if (!head.ok) return head
  const format = formats.find(({ accepts }) => accepts(head.value))
  if (format === undefined) return failed([unknownFormat(file.path, formats)])
  const hash = createHash('sha256')
  const hashed: ForeignFile = { ...file, chunks: () => passing(file.chunks(), hash) }
  const { read } = await format.load()
  const result = await read(hashed)
  if (!result.ok) return result
  const value = { apiVersion: 'douane/v1', kind, ...result.value, digest: hash.digest('hex') }
  return ok(imported(file.path, value as unknown as ImportedKinds[K]))
}

/** The digest is of the whole file: importers read to its end. */
async function* passing(
  chunks: AsyncIterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
): AsyncIterable<Uint8Array> {
  for await (const chunk of chunks) {
    hash.update(chunk)
    yield chunk
  }
}

function unknownFormat(file: string, formats: readonly { readonly title: string }[]): Diagnostic {
  const at: Location = { file, line: 1, column: 1, endLine: 1, endColumn: 1 }
  const message = 'The file is of no format that is known here'
  return {
    code: 'IMPORT_FORMAT_UNKNOWN',
    message,
    hint: `Give one of: ${formats.map(({ title }) => title).join('; ')}.`,
    at,
  }
}
