import { loadValidators } from '../load/kinds.ts'
import { defaultLimits } from '../load/limits.ts'
import { parseFile } from '../load/parse.ts'
import { validate } from '../load/validate.ts'
import type { Sources } from '../load/workspace.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Bundle } from '../model/generated/bundle.ts'
import type { Report } from '../model/generated/report.ts'
import type { Document, SourceFile } from '../model/location.ts'
import { ok, type Result } from '../model/result.ts'
import type { Shipped } from '../model/shipped.ts'
import type { Envelope } from './dsse.ts'
import { type AddedFile, addedFiles, parsedShipped } from './inputs.ts'

/** A bundle holds what many files hold, each of which was within the usual limits. */
const limits = { ...defaultLimits, bytes: 256 * 1024 * 1024, lines: 20_000_000, tokens: 50_000_000, values: 50_000_000 }

/** One file with a signed result and everything that it was made of. */
export function bundleOf(envelope: Envelope, report: Report, sources: Sources): Bundle {
  const [descriptor] = sources.files
  if (descriptor === undefined) throw new Error('There is no descriptor to bundle')
  return {
    apiVersion: 'douane/v1',
    kind: 'Bundle',
    envelope,
    inputs: {
      descriptor: textFile(descriptor),
      added: addedFiles(sources).map(({ input, file }) => ({ input, ...textFile(file) })),
      shipped: parsedShipped(sources.shipped).map(({ path, sha256, documents }) => ({
        path,
        sha256,
        documents: [...documents],
      })),
    },
    report: { ...report },
  }
}

/** Of files that were read as UTF-8 already, so that the bytes come back as they were; a byte order mark is kept. */
function textFile({ path, bytes }: SourceFile): { readonly path: string; readonly text: string } {
  return { path, text: Buffer.from(bytes).toString('utf8') }
}

/** What stands in a file that is to be verified: a bundle, or anything else that may be an envelope. */
export type Opened =
  | { readonly kind: 'bundle'; readonly envelope: unknown; readonly report: unknown; readonly inputs: BundledInputs }
  | { readonly kind: 'other'; readonly value: unknown }

type BundledInputs = {
  readonly descriptor: SourceFile
  readonly added: readonly AddedFile[]
  readonly shipped: Shipped
}

/** Errors: those of parsing, DUPLICATE_KEY among them; those of the schema of bundles. */
export async function readSigned(file: SourceFile): Promise<Result<Opened, Diagnostic>> {
  // Whatever it is called, it is JSON.
  const parsed = parseFile({ path: `${file.path}.json`, bytes: file.bytes }, limits)
  if (!parsed.ok) return { ok: false, problems: parsed.problems.map((problem) => placed(problem, file.path)) }
  const document = parsed.value[0] as Document
  if ((document.value as Partial<Bundle> | null)?.kind !== 'Bundle') return ok({ kind: 'other', value: document.value })
  const valid = validate({ ...document, file: file.path }, 'Bundle', await loadValidators(['Bundle']))
  if (!valid.ok) return { ok: false, problems: valid.problems.map((problem) => placed(problem, file.path)) }
  // As it was written, with what is null in it: the digests are of that.
  const { envelope, report, inputs } = document.value as Bundle
  const { descriptor, added, shipped } = inputs
  return ok({
    kind: 'bundle',
    envelope,
    report,
    inputs: {
      descriptor: sourceFile(descriptor),
      added: added.map((one) => ({ input: one.input, file: sourceFile(one) })),
      shipped: { files: shipped.map((one) => ({ ...one, recorded: true })) },
    },
  })
}

function sourceFile({ path, text }: { readonly path: string; readonly text: string }): SourceFile {
  return { path, bytes: Buffer.from(text, 'utf8') }
}

function placed(problem: Diagnostic, file: string): Diagnostic {
  return problem.at === undefined ? problem : { ...problem, at: { ...problem.at, file } }
}
