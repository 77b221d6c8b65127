import type { Diagnostic } from '../model/diagnostic.ts'
import type { GivenWaiver } from '../model/exceptions.ts'
import type { Waivers } from '../model/generated/waivers.ts'
import type { Document, SourceFile } from '../model/location.ts'
import { parseMoment } from '../model/moment.ts'
import { seen } from '../text/harmless.ts'
import { type Loaded, loadDocuments, type Role } from './documents.ts'

const role: Role = { kinds: ['Waivers'], hint: () => 'Name a file with "kind: Waivers".' }

/** Entries of all files, in the order of files and lines; what each file says, for the digest. */
export type LoadedWaivers = {
  readonly waivers: readonly GivenWaiver[]
  readonly digests: readonly string[]
  readonly problems: readonly Diagnostic[]
}

/**
 * The waivers of some files, every entry whole. Whether one lifts anything is settled with the outcomes.
 *
 * Errors, all at once: those of parsing and of the schema; KIND_UNEXPECTED; FORMAT_INVALID (a day that does not exist).
 */
export async function loadWaivers(files: readonly SourceFile[]): Promise<LoadedWaivers> {
  const { documents, problems } = await loadDocuments(files, role)
  return {
    waivers: documents.flatMap(entriesOf),
    digests: documents.map(({ digest }) => digest),
    problems: [...problems, ...documents.flatMap(wrongDays)],
  }
}

function entriesOf(loaded: Loaded): readonly GivenWaiver[] {
  const { value, at } = documentOf(loaded)
  return value.waivers.map((entry, index): GivenWaiver => {
    const place = (key: string) => at(['waivers', index, key])
    return {
      ...entry,
      at: {
        engagement: place('engagement'),
        rule: place('rule'),
        subject: at(['waivers', index, 'subject', 'id']),
        expires: place('expires'),
        factsDigest: place('factsDigest'),
      },
    }
  })
}

function wrongDays(loaded: Loaded): readonly Diagnostic[] {
  const { value, at } = documentOf(loaded)
  return value.waivers.flatMap(({ expires }, index): readonly Diagnostic[] => {
    if (parseMoment(expires) !== undefined) return []
    const message = `The day ${seen(expires)} does not exist`
    const hint = 'Write the last day on which the waiver counts: YYYY-MM-DD.'
    return [{ code: 'FORMAT_INVALID', message, hint, at: at(['waivers', index, 'expires']) }]
  })
}

function documentOf({ document }: Loaded): Document<Waivers> {
  return document as Document<Waivers>
}
