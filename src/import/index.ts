import { createHash } from 'node:crypto'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Document } from '../model/location.ts'
import { failed, ok, type Result } from '../model/result.ts'
import {
  isAccountsCsv,
  isAuthorizationDetails,
  isCredentialReport,
  isEntraUsers,
  isGitHubMembers,
  isGoogleWorkspaceUsers,
} from './access/accepts.ts'
import { isTemplate } from './cloudformation/accepts.ts'
import { imported } from './imported.ts'
import type { ForeignFile, Head, ImportedKinds, ImporterEntry } from './importer.ts'
import { mistakeOf } from './mistakes.ts'
import { problemAt } from './place.ts'
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
export const accessFormats: readonly ImporterEntry<'AccessEvidence'>[] = [
  {
    title: 'a credential report of AWS IAM (CSV or JSON)',
    accepts: isCredentialReport,
    load: () => import('./access/aws-credential-report.ts'),
  },
  {
    title: 'authorization details of an AWS account (JSON)',
    accepts: isAuthorizationDetails,
    load: () => import('./access/aws-authorization-details.ts'),
  },
  {
    title: 'members of a GitHub organisation (JSON)',
    accepts: isGitHubMembers,
    load: () => import('./access/github-members.ts'),
  },
  {
    title: 'users of Google Workspace (JSON or CSV)',
    accepts: isGoogleWorkspaceUsers,
    load: () => import('./access/google-workspace-users.ts'),
  },
  {
    title: 'users and roles of Microsoft Entra (JSON or CSV)',
    accepts: isEntraUsers,
    load: () => import('./access/entra-users.ts'),
  },
  {
    title: 'a CSV of accounts with the columns of docs/access-evidence.md',
    accepts: isAccountsCsv,
    load: () => import('./access/accounts-csv.ts'),
  },
]

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
  if (format === undefined) return failed([unknownFormat(head.value, formats)])
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

function unknownFormat({ path, text }: Head, formats: readonly { readonly title: string }[]): Diagnostic {
  const start = { line: 1, column: 1 }
  const mistake = mistakeOf(text)
  const message = mistake?.message ?? 'The file is of no format that is known here'
  const hint = mistake?.hint ?? `Give one of: ${formats.map(({ title }) => title).join('; ')}.`
  return problemAt(path, start, 'IMPORT_FORMAT_UNKNOWN', message, hint)
}
