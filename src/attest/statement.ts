import { parseFile } from '../load/parse.ts'
import type { Sources } from '../load/workspace.ts'
import type { Report } from '../model/generated/report.ts'
import type { Instant } from '../model/instant.ts'
import { parseMoment } from '../model/moment.ts'
import { failed, ok, type Result } from '../model/result.ts'
import type { Level } from '../model/rule.ts'
import { predicateType, type Statement, statementOf, statementType } from '../render/intoto.ts'
import { asJson } from '../render/json.ts'
import { addedFiles, type BoundFile, boundFile, inputNames, parsedShipped, shippedDigest } from './inputs.ts'
import type { Refusal } from './refusal.ts'

/** What a signed statement says, as far as it is needed to decide again. */
export type Signed = {
  readonly statement: Statement
  readonly descriptor: { readonly path: string; readonly sha256: string }
  readonly version: string
  readonly asOf: Instant
  readonly failLevel: Level
  readonly secondOpinion: Report['verdict']['secondOpinion']
  /** Of the canonical JSON of the Report. */
  readonly report: string
  /** Of what the rules, the registry and so on say, by their names in the statement. */
  readonly digests: ReadonlyMap<string, string>
  /** Absent where a Report was signed, which knows its files by these digests alone. */
  readonly files?: { readonly shipped: string; readonly added: readonly BoundFile[] }
}

/** The statement of a Report, which also binds every file that it was made from, byte by byte. */
export function boundStatement(report: Report, sources: Sources): Statement {
  const added = addedFiles(sources).map(boundFile)
  return bind(statementOf(report), shippedDigest(parsedShipped(sources.shipped)), added)
}

function bind(statement: Statement, shipped: string, added: readonly BoundFile[]): Statement {
  const { configuration, ...predicate } = statement.predicate
  const files = [
    { name: 'shipped', digest: { sha256: shipped } },
    ...added.map(({ input, path, sha256 }) => ({ name: path, digest: { sha256 }, annotations: { input } })),
  ]
  return { ...statement, predicate: { ...predicate, configuration: [...configuration, ...files] } }
}

/** The statement that a Report would give, if it was made from the same files. */
export function statementAgain(report: Report, { files }: Pick<Signed, 'files'>): Statement {
  const statement = statementOf(report)
  return files === undefined ? statement : bind(statement, files.shipped, files.added)
}

/** As it is signed. */
export function bytesOf(statement: Statement): Uint8Array {
  return Buffer.from(asJson(statement, 0).trimEnd())
}

type Mapping = Readonly<Record<string, unknown>>

/** Errors: STATEMENT_MALFORMED, for whatever is no statement that `douane sign` makes. */
export function readStatement(bytes: Uint8Array): Result<Signed, Refusal> {
  const parsed = parseFile({ path: 'statement.json', bytes })
  if (!parsed.ok) return malformed(parsed.problems[0]?.message ?? 'it is not JSON')
  const value = parsed.value[0]?.value
  if (!isMapping(value) || value._type !== statementType || value.predicateType !== predicateType) {
    return malformed('it is no in-toto test result')
  }
  const entries = isMapping(value.predicate) ? listOf(value.predicate.configuration) : []
  const tool = entries.find(({ name }) => name === 'douane')
  const about = isMapping(tool?.annotations) ? tool.annotations : {}
  const version = /^pkg:npm\/douane@(.+)$/.exec(String(tool?.uri))?.[1]
  const asOf = parseMoment(String(about.asOf))
  const failLevel = levels.find((level) => level === about.failLevel)
  const secondOpinion = secondOpinions.find((one) => one === about.secondOpinion)
  const [subject, ...others] = listOf(value.subject)
  const [path, sha256] = [subject?.name, sha256Of(subject)]
  const report = sha256Of(entries.find(({ name, annotations }) => name === 'report' && annotations === undefined))
  if (others.length > 0 || typeof path !== 'string' || sha256 === undefined) return malformed('it has no one subject')
  if (version === undefined || asOf === undefined || failLevel === undefined || secondOpinion === undefined) {
    return malformed('it does not say how it was decided')
  }
  if (report === undefined) return malformed('it does not say which Report it is about')
  const digests = new Map<string, string>()
  const added: BoundFile[] = []
  for (const entry of entries) {
    const digest = sha256Of(entry)
    if (typeof entry.name !== 'string' || (digest === undefined && entry !== tool))
      return malformed('a digest is missing')
    if (digest === undefined) continue
    const given = isMapping(entry.annotations) ? entry.annotations.input : undefined
    const input = inputNames.find((name) => name === given)
    if (given !== undefined && input === undefined) return malformed('it names an input that is not known')
    if (input === undefined) digests.set(entry.name, digest)
    else added.push({ input, path: entry.name, sha256: digest })
  }
  const shipped = digests.get('shipped')
  return ok({
    statement: value as unknown as Statement,
    descriptor: { path, sha256 },
    version,
    asOf: asOf.from,
    failLevel,
    secondOpinion,
    report,
    digests,
    ...(shipped === undefined ? {} : { files: { shipped, added } }),
  })
}

const levels = ['error', 'warning', 'note'] as const
const secondOpinions = ['agreed', 'not-asked'] as const

function malformed(why: string): Result<never, Refusal> {
  const message = `What was signed is not a statement of douane: ${why}`
  return failed([{ code: 'STATEMENT_MALFORMED', message, hint: 'Name a file that `douane sign` has written.' }])
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function listOf(value: unknown): readonly Mapping[] {
  return Array.isArray(value) ? value.filter(isMapping) : []
}

function sha256Of(entry: Mapping | undefined): string | undefined {
  const sha256 = isMapping(entry?.digest) ? entry.digest.sha256 : undefined
  return typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256) ? sha256 : undefined
}
