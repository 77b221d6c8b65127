import type { ForeignFile } from '../import/importer.ts'
import { importInfrastructure } from '../import/index.ts'
import { loadDocuments } from '../load/documents.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Infrastructure } from '../model/generated/infrastructure.ts'
import type { Document } from '../model/location.ts'
import { failed, ok, type Result } from '../model/result.ts'

/** What is about to be deployed: from a file of another tool, or as somebody wrote it down in a document of our own. */
export async function readInfrastructure(file: ForeignFile): Promise<Result<Document<Infrastructure>, Diagnostic>> {
  if (!isOurs(file)) return importInfrastructure(file)
  const chunks: Uint8Array[] = []
  for await (const chunk of file.chunks()) chunks.push(chunk)
  const role = { kinds: ['Infrastructure' as const], hint: () => 'Give each kind of document where it belongs.' }
  const { documents, problems } = await loadDocuments([{ path: file.path, bytes: Buffer.concat(chunks) }], role)
  const [first, second] = documents
  if (second !== undefined) return failed([...problems, severalIn(second.document)])
  if (problems.length > 0 || first === undefined) return failed(problems)
  return ok(first.document as Document<Infrastructure>)
}

/** A document of this product, by its first key that says so; other tools have no such version. */
function isOurs({ head }: ForeignFile): boolean {
  return /^\s*["']?apiVersion["']?\s*:\s*["']?douane\//m.test(Buffer.from(head).toString('latin1'))
}

function severalIn(document: Document): Diagnostic {
  const message = 'The file has more than one document'
  return { code: 'KIND_UNEXPECTED', message, hint: 'Give each in a file of its own.', at: document.at([]) }
}
