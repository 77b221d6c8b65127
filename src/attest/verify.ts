import { loadValidators } from '../load/kinds.ts'
import { danglingIn } from '../load/report-places.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Report } from '../model/generated/report.ts'
import type { SourceFile } from '../model/location.ts'
import type { Shipped } from '../model/shipped.ts'
import { check } from '../pipeline.ts'
import { withoutBaseline } from '../settle/baseline.ts'
import { version } from '../settle/version.ts'
import { digestOf, digestOfBytes } from '../text/digest.ts'
import { shortened } from '../text/harmless.ts'
import { readSigned } from './bundle.ts'
import { changedDigests, differencesOf } from './differences.ts'
import { opened } from './dsse.ts'
import { type AddedFile, matched, parsedShipped, shippedDigest, sourcesOf } from './inputs.ts'
import type { Key } from './keys.ts'
import type { Refusal } from './refusal.ts'
import { readStatement, type Signed, statementAgain } from './statement.ts'

export type Verifying = {
  /** An envelope or a bundle. */
  readonly file: SourceFile
  /** Public. */
  readonly key: Key
  readonly descriptor?: SourceFile
  /** Besides the descriptor, where it is no bundle. */
  readonly added: readonly AddedFile[]
  /** What this version ships. */
  readonly shipped: Shipped
  /** A Report of which it is to be told whether it is the one that was signed. */
  readonly report?: Report
  /** Whether two Reports say the same of everything, however they are written. */
  readonly sameOutcomes: (old: Report, next: Report) => boolean
}

export type Verification = {
  readonly refusals: readonly Refusal[]
  /** Why it could not be told. */
  readonly problems: readonly Diagnostic[]
  /** Files with the text that problems point into. */
  readonly files: readonly SourceFile[]
  /** What was signed, once the signature was found to be good. */
  readonly signed?: Signed
  /** The Report that was signed, where it is there. */
  readonly report?: Report
  /** What the inputs come to now. */
  readonly again?: Report
  /** What is not the same, in words. */
  readonly differences: readonly string[]
  /** Whether the rules and the registry that were signed as shipped are those of this version. */
  readonly shippedHere?: boolean
}

const nothing = { refusals: [], problems: [], files: [], differences: [] } as const

/**
 * Checks the signature, then every input by its digest, then decides everything again at the recorded as-of, with the
 * second opinion. Each step only builds on what the one before has shown to be authentic.
 */
export async function verify(verifying: Verifying): Promise<Verification> {
  const read = await readSigned(verifying.file)
  if (!read.ok) return { ...nothing, problems: read.problems, files: [verifying.file] }
  const bundle = read.value.kind === 'bundle' ? read.value : undefined
  const body = opened(read.value.kind === 'bundle' ? read.value.envelope : read.value.value, verifying.key)
  if (!body.ok) return { ...nothing, refusals: body.problems }
  const statement = readStatement(body.value)
  if (!statement.ok) return { ...nothing, refusals: statement.problems }
  const signed = statement.value

  const shipped = bundle?.inputs.shipped ?? verifying.shipped
  const ours = shippedDigest(parsedShipped(verifying.shipped))
  const theirs = bundle === undefined ? ours : shippedDigest(parsedShipped(shipped))
  const descriptor = bundle?.inputs.descriptor ?? verifying.descriptor
  const inputs = matched(signed.files?.added ?? [], bundle?.inputs.added ?? verifying.added)
  const refusals = [
    ...(bundle !== undefined && signed.files === undefined ? [unbound] : []),
    ...[descriptor, verifying.descriptor].flatMap((file) => descriptorRefusals(file, signed)),
    ...(signed.files === undefined ? [] : inputs.refusals),
    ...shippedRefusals(theirs, bundle !== undefined, signed),
    ...reportRefusals(verifying.report === undefined ? undefined : withoutBaseline(verifying.report), signed),
    ...reportRefusals(bundle?.report, signed),
  ]
  const known = {
    ...nothing,
    signed,
    ...(signed.files === undefined ? {} : { shippedHere: signed.files.shipped === ours }),
  }
  if (refusals.length > 0) return { ...known, refusals: eachOnce(refusals) }
  if (descriptor === undefined) return { ...known, problems: [noDescriptor(signed)] }

  const added = signed.files === undefined ? verifying.added : inputs.added
  const sources = sourcesOf({ path: signed.descriptor.path, bytes: descriptor.bytes }, added, shipped)
  const files = [...sources.files, ...added.map(({ file }) => file)]
  const decided = await decideAgain(sources, signed)
  const { again } = decided
  if (again === undefined) return { ...known, problems: decided.problems, files }
  const report = verifying.report ?? (await asReport(bundle?.report))
  return { ...known, ...compared(again, report, signed, verifying), ...(report === undefined ? {} : { report }), again }
}

/** Errors: those of a check; a rule that this version does not understand any more is one. */
async function decideAgain(
  sources: Parameters<typeof check>[0],
  { asOf, failLevel, secondOpinion, report, files, ...signed }: Signed,
): Promise<{ readonly again?: Report; readonly problems: readonly Diagnostic[] }> {
  const decide = async (explainAll: boolean) => {
    const { reports, problems } = await check(sources, { asOf, failLevel, secondOpinion: true, explainAll })
    const [found] = reports
    if (problems.length > 0 || found === undefined) return { problems }
    const { tool, verdict } = found
    const again = { ...found, tool: { ...tool, version: signed.version }, verdict: { ...verdict, secondOpinion } }
    return { again, problems }
  }
  const short = await decide(false)
  // A Report that was signed as a file may have been made with `--explain all`.
  if (files !== undefined || short.again === undefined || digestOf(short.again) === report) return short
  const long = await decide(true)
  return long.again !== undefined && digestOf(long.again) === report ? long : short
}

function compared(
  again: Report,
  report: Report | undefined,
  signed: Signed,
  { sameOutcomes }: Verifying,
): Pick<Verification, 'refusals' | 'differences'> {
  const changed = changedDigests(statementAgain(again, signed), signed)
  if (changed.length > 0) return { refusals: changed, differences: [] }
  const differences = differencesOf(signed.statement, statementAgain(again, signed))
  if (differences.length === 0) return { refusals: [], differences: [] }
  // Another version may write the same outcomes into another Report.
  const onlyWritten = differences.every(({ part }) => part === 'report')
  const differs = !onlyWritten || signed.version === version || (report !== undefined && !sameOutcomes(report, again))
  if (!differs) return { refusals: [], differences: [] }
  const message = 'What was signed is not what comes of its inputs'
  const hint = 'Do not rely on it. The differences are below.'
  return {
    refusals: [{ code: 'RESULT_DIFFERS', message, hint }],
    differences: differences.map(({ text }) => text),
  }
}

const unbound: Refusal = {
  code: 'STATEMENT_MALFORMED',
  message: 'The signature is good, but it does not bind the files that the bundle holds',
  hint: 'Have the descriptor signed again, with --bundle.',
}

function descriptorRefusals(file: SourceFile | undefined, { descriptor }: Signed): readonly Refusal[] {
  const sha256 = file === undefined ? descriptor.sha256 : digestOfBytes(file.bytes)
  if (file === undefined || sha256 === descriptor.sha256) return []
  const message = `${shortened(file.path)} is not what was signed: its SHA-256 is ${sha256}, and was ${descriptor.sha256}`
  return [
    { code: 'DESCRIPTOR_CHANGED', message, hint: 'Give the descriptor as it was signed, or have it signed again.' },
  ]
}

function shippedRefusals(shipped: string, isBundled: boolean, signed: Signed): readonly Refusal[] {
  if (signed.files === undefined || shipped === signed.files.shipped) return []
  const message = isBundled
    ? 'The rules and the registry in the bundle are not those that were signed as shipped'
    : `It was signed with the rules and the registry that douane ${signed.version} ships; those of this version (${version}) are others`
  const hint = isBundled
    ? 'Ask for the bundle again from whoever signed it.'
    : `Verify it with douane ${signed.version}, or have it signed with --bundle.`
  return [{ code: 'SHIPPED_CHANGED', message, hint }]
}

function reportRefusals(report: unknown, signed: Signed): readonly Refusal[] {
  const sha256 = report === undefined ? signed.report : digestOf(report)
  if (sha256 === signed.report) return []
  const message = `The Report is not the one that was signed: its SHA-256 is ${sha256}, and was ${signed.report}`
  return [{ code: 'REPORT_CHANGED', message, hint: 'Ask for the Report again from whoever signed it.' }]
}

/** A Report of a bundle, if it is one that this version can read. */
async function asReport(value: unknown): Promise<Report | undefined> {
  const { Report: isReport } = await loadValidators(['Report'])
  return isReport?.(value) && danglingIn(value as Report).length === 0 ? (value as Report) : undefined
}

function eachOnce(refusals: readonly Refusal[]): readonly Refusal[] {
  return [...new Map(refusals.map((refusal) => [JSON.stringify(refusal), refusal])).values()]
}

function noDescriptor({ descriptor }: Signed): Diagnostic {
  const message = `The signature is good, but whether it says what is true of ${shortened(descriptor.path)} is not known`
  return { code: 'NO_INPUT', message, hint: 'Name the descriptor as well, or verify a bundle.' }
}
