import { resolve } from 'node:path'
import type { ForeignFile } from '../import/importer.ts'
import { importAccessEvidence } from '../import/index.ts'
import { displayPath } from '../io/display-path.ts'
import { readForeign } from '../io/read-foreign.ts'
import type { Sources } from '../load/workspace.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Document } from '../model/location.ts'
import type { Result } from '../model/result.ts'
import { readInfrastructure } from './written.ts'

/** The files that the flags name. */
type Given = { readonly plan?: readonly string[]; readonly evidence?: readonly string[] }

type Imported = Required<Pick<Sources, 'infrastructure' | 'accessEvidence'>>

/** Reads what `--plan` and `--evidence` name; every file that cannot be read is reported. */
export async function readImports({ plan = [], evidence = [] }: Given, cwd: string) {
  const problems: Diagnostic[] = []
  const each = async <T>(
    paths: readonly string[],
    read: (file: ForeignFile) => Promise<Result<Document<T>, Diagnostic>>,
  ): Promise<readonly Document<T>[]> => {
    const documents: Document<T>[] = []
    for (const path of new Set(paths)) {
      const result = await readForeign(resolve(cwd, path), displayPath(cwd, resolve(cwd, path)), read)
      if (result.ok) documents.push(result.value)
      else problems.push(...result.problems)
    }
    return documents
  }
  const found: Imported = {
    infrastructure: await each(plan, readInfrastructure),
    accessEvidence: await each(evidence, importAccessEvidence),
  }
  return { found, problems }
}
