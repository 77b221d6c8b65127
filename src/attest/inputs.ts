import { Buffer } from 'node:buffer'
import { imported } from '../import/imported.ts'
import { parseFile } from '../load/parse.ts'
import type { Sources } from '../load/workspace.ts'
import { canonicalJson } from '../model/canonical.ts'
import type { AccessEvidence } from '../model/generated/access-evidence.ts'
import type { Infrastructure } from '../model/generated/infrastructure.ts'
import type { Document, SourceFile } from '../model/location.ts'
import type { ParsedFile, Shipped } from '../model/shipped.ts'
import { digestOf, digestOfBytes } from '../text/digest.ts'
import { shortened } from '../text/harmless.ts'
import type { Refusal, RefusalCode } from './refusal.ts'

/** What a file besides the descriptor was given as. A further source of files is a line in `addedFiles` and here. */
export const inputNames = ['rules', 'registry', 'configuration', 'waivers', 'plan', 'evidence'] as const

type InputName = (typeof inputNames)[number]

/** A file that was read besides the descriptor. Of a plan or of evidence: what was imported, without what was left out. */
export type AddedFile = { readonly input: InputName; readonly file: SourceFile }

/** The same, as a signed statement binds it. */
export type BoundFile = { readonly input: InputName; readonly path: string; readonly sha256: string }

/** Everything besides the descriptor and what is shipped, in the order in which it is read. */
export function addedFiles(sources: Sources): readonly AddedFile[] {
  const { rules, registry, config, waivers = [], infrastructure = [], accessEvidence = [] } = sources
  const as = (input: InputName, files: readonly SourceFile[]): readonly AddedFile[] =>
    files.map((file) => ({ input, file }))
  return [
    ...as('rules', rules),
    ...as('registry', registry),
    ...as('configuration', config === undefined ? [] : [config]),
    ...as('waivers', waivers),
    ...as('plan', infrastructure.map(importedFile)),
    ...as('evidence', accessEvidence.map(importedFile)),
  ]
}

/** What was imported says of what: the digest of the file is in it. */
function importedFile({ file, value }: Document): SourceFile {
  return { path: file, bytes: Buffer.from(canonicalJson(value)) }
}

/** The way back. */
export function sourcesOf(descriptor: SourceFile, added: readonly AddedFile[], shipped: Shipped): Sources {
  const given = (wanted: InputName): readonly SourceFile[] =>
    added.flatMap(({ input, file }) => (input === wanted ? [file] : []))
  // What these say is bound by a signature, or was imported just now.
  const read = <T extends object>(wanted: InputName): readonly Document<T>[] =>
    given(wanted).map(({ path, bytes }) => imported(path, JSON.parse(Buffer.from(bytes).toString('utf8')) as T))
  const [config] = given('configuration')
  return {
    files: [descriptor],
    shipped,
    rules: given('rules'),
    registry: given('registry'),
    waivers: given('waivers'),
    infrastructure: read<Infrastructure>('plan'),
    accessEvidence: read<AccessEvidence>('evidence'),
    ...(config === undefined ? {} : { config }),
  }
}

export function boundFile({ input, file }: AddedFile): BoundFile {
  return { input, path: file.path, sha256: digestOfBytes(file.bytes) }
}

/** What is shipped, parsed, whether it runs from its sources or from the bundle, which has no text of it. */
export function parsedShipped({ files }: Shipped): readonly ParsedFile[] {
  return files.map((file) => {
    if (!('bytes' in file)) return { path: file.path, sha256: file.sha256, documents: file.documents }
    const parsed = parseFile(file)
    const documents = parsed.ok ? parsed.value.map(({ value }) => value) : []
    return { path: file.path, sha256: digestOfBytes(file.bytes), documents }
  })
}

export function shippedDigest(files: readonly ParsedFile[]): string {
  return digestOf(files.map(({ path, sha256, documents }) => ({ path, sha256, documents })))
}

const codes: Readonly<Record<InputName, RefusalCode>> = {
  rules: 'RULES_CHANGED',
  registry: 'REGISTRY_CHANGED',
  configuration: 'CONFIGURATION_CHANGED',
  waivers: 'WAIVERS_CHANGED',
  plan: 'PLAN_CHANGED',
  evidence: 'EVIDENCE_CHANGED',
}

/** What is there, with the paths that it was signed with: elsewhere it may be called otherwise. */
export type Matched = { readonly added: readonly AddedFile[]; readonly refusals: readonly Refusal[] }

/** Finds the files that were signed among those that are there, by their bytes. What is more or less is refused. */
export function matched(bound: readonly BoundFile[], there: readonly AddedFile[]): Matched {
  const left = there.map((one) => ({ ...one, sha256: digestOfBytes(one.file.bytes) }))
  const take = (wanted: (one: (typeof left)[number]) => boolean): (typeof left)[number] | undefined => {
    const place = left.findIndex(wanted)
    return place < 0 ? undefined : left.splice(place, 1)[0]
  }
  const found = bound.map((one) => ({
    one,
    is: take(({ input, sha256 }) => input === one.input && sha256 === one.sha256),
  }))
  const refusals = found.flatMap(({ one: { input, path, sha256 }, is }): readonly Refusal[] => {
    if (is !== undefined) return []
    const changed = take((other) => other.input === input && other.file.path === path)
    const message =
      changed === undefined
        ? `${shortened(path)} was signed as ${input}, and is not there`
        : `${shortened(path)} is not what was signed: its SHA-256 is ${changed.sha256}, and was ${sha256}`
    return [{ code: codes[input], message, hint: 'Give the files that were signed, or verify a bundle.' }]
  })
  const more = left.map(({ input, file }): Refusal => {
    const message = `${shortened(file.path)} is given as ${input}, and is none of the files that were signed`
    return { code: codes[input], message, hint: 'Leave it out, or verify a bundle.' }
  })
  const added = found.flatMap(({ one, is }) =>
    is === undefined ? [] : [{ input: one.input, file: { path: one.path, bytes: is.file.bytes } }],
  )
  return { added, refusals: [...refusals, ...more] }
}
