import type { Diagnostic } from '../model/diagnostic.ts'
import { type Document, idIn, type Location, type SourceFile } from '../model/location.ts'
import { once } from '../model/once.ts'
import { ok, type Result } from '../model/result.ts'
import type { DocumentHead, ParsedFile, ShippedFile } from '../model/shipped.ts'
import { digestOf, digestOfBytes } from '../text/digest.ts'
import { kindOf } from './envelope.ts'
import { isPlainlyValid, type Kind, loadValidators } from './kinds.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { parseFile } from './parse.ts'
import { validate } from './validate.ts'
import { withoutNulls } from './without-nulls.ts'

/** A document that satisfies the schema of its kind. */
export type Loaded = {
  readonly document: Document
  readonly kind: Kind
  /** Of what the document says; for a shipped file, of its bytes. */
  readonly digest: string
  /** Checked when the product was built, so that it need not be checked again. */
  readonly trusted: boolean
}

export type LoadedFiles = { readonly documents: readonly Loaded[]; readonly problems: readonly Diagnostic[] }

/** Where a set of files is given, and what may therefore stand in it. */
export type Role = { readonly kinds: readonly Kind[]; readonly hint: (found: Kind) => string }

/** Parses files and checks each document against its schema; what is wrong with one hides nothing of the others. */
export async function loadDocuments(
  files: readonly SourceFile[],
  role: Role,
  limits: Limits = defaultLimits,
): Promise<LoadedFiles> {
  const problems: Diagnostic[] = []
  const found: { readonly document: Document; readonly kind: Kind }[] = []
  for (const file of files) {
    const parsed = parseFile(file, limits)
    if (!parsed.ok) problems.push(...parsed.problems)
    for (const document of parsed.ok ? parsed.value : []) {
      const kind = kindOf(document)
      if (!kind.ok) problems.push(...kind.problems)
      else if (role.kinds.includes(kind.value)) found.push({ document, kind: kind.value })
      else problems.push(misplaced(document, kind.value, role))
    }
  }
  const documents: Loaded[] = []
  for (const { document, kind } of found) {
    const valid = await validated(document, kind)
    if (!valid.ok) problems.push(...valid.problems)
    else documents.push(new CheckedDocument(valid.value, kind, () => digestOf(valid.value.value)))
  }
  return { documents, problems }
}

/** A text that shows no digest has no use for one, and the module that makes them takes long to load. */
class CheckedDocument implements Loaded {
  readonly document: Document
  readonly kind: Kind
  readonly trusted = false
  private readonly digested: () => string

  constructor(document: Document, kind: Kind, digest: () => string) {
    this.document = document
    this.kind = kind
    this.digested = once(digest)
  }

  get digest(): string {
    return this.digested()
  }
}

/** A validator is loaded where it has something to say. */
async function validated(document: Document, kind: Kind): Promise<Result<Document, Diagnostic>> {
  const value = withoutNulls(document.value)
  if (isPlainlyValid(kind, value)) return ok({ ...document, value })
  return validate(document, kind, await loadValidators([kind]))
}

function misplaced(document: Document, found: Kind, { kinds, hint }: Role): Diagnostic {
  const message = `A document of kind "${found}" is not expected here, but ${kinds.join(', ')}`
  return { code: 'KIND_UNEXPECTED', message, hint: hint(found), at: document.at(['kind']) }
}

/** The shipped files: read as they were written, or taken as they were parsed and checked when the product was built. */
export async function loadShipped(files: readonly ShippedFile[], role: Role): Promise<LoadedFiles> {
  const written = files.filter((file): file is SourceFile => 'bytes' in file)
  const digests = new Map(written.map(({ path, bytes }) => [path, once(() => digestOfBytes(bytes))]))
  const read = await loadDocuments(written, role)
  const parsed = files.filter((file): file is ParsedFile => !('bytes' in file))
  const taken = parsed.filter(({ recorded }) => !recorded).flatMap(trusted)
  const recorded = await loadRecorded(
    parsed.filter((file) => file.recorded),
    role,
  )
  const documents = read.documents.map(
    (one) => new CheckedDocument(one.document, one.kind, digests.get(one.document.file) ?? (() => one.digest)),
  )
  return {
    documents: [...documents, ...taken, ...recorded.documents],
    problems: [...read.problems, ...recorded.problems],
  }
}

function trusted(file: ParsedFile): readonly Loaded[] {
  const heads = file.heads ?? (file.documents as readonly DocumentHead[])
  return heads.map((head, index) => new TrustedDocument(file, head, index))
}

/** One of hundreds, of which a check reads a few. */
class TrustedDocument implements Loaded {
  readonly document: Document
  readonly kind: Kind
  readonly trusted = true
  private readonly from: ParsedFile

  constructor(from: ParsedFile, { kind, id }: DocumentHead, index: number) {
    this.document = new ShippedDocument(from, id, index)
    this.kind = kind as Kind
    this.from = from
  }

  get digest(): string {
    return this.from.sha256
  }
}

class ShippedDocument implements Document {
  readonly file: string
  readonly index: number
  readonly id: string
  readonly at: Document['at']
  private readonly from: ParsedFile

  constructor(from: ParsedFile, id: string, index: number) {
    this.file = from.path
    this.index = index
    this.id = id
    this.at = () => topOf(from.path)
    this.from = from
  }

  get reviewedUntil(): string | undefined {
    return this.from.reviewedUntil
  }

  get value(): unknown {
    return this.from.documents[this.index]
  }
}

export function idOf({ document }: Loaded): string {
  return idIn(document as Document<{ readonly id: string }>)
}

/** Files that another version may have shipped: this one may want something else of them, and says so. */
async function loadRecorded(files: readonly ParsedFile[], role: Role): Promise<LoadedFiles> {
  const problems: Diagnostic[] = []
  const documents: Loaded[] = []
  for (const { path, sha256, documents: values } of files) {
    for (const [index, value] of values.entries()) {
      const document = atTop({ file: path, index, value, at: () => topOf(path) })
      const kind = kindOf(document)
      if (!kind.ok) problems.push(...kind.problems)
      else if (!role.kinds.includes(kind.value)) problems.push(misplaced(document, kind.value, role))
      else {
        const valid = await validated(document, kind.value)
        if (!valid.ok) problems.push(...valid.problems)
        else documents.push({ document: valid.value, kind: kind.value, digest: sha256, trusted: false })
      }
    }
  }
  return { documents, problems }
}

/**
 * A document of which every part is placed at the top of its file. Reports place shipped facts like that, so that they
 * are the same from the source and from the bundle, which does not carry the places.
 */
export function atTop<T>(document: Document<T>): Document<T> {
  return { ...document, at: () => topOf(document.file) }
}

function topOf(file: string): Location {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1 }
}
