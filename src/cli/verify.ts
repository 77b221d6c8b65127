import { resolve } from 'node:path'
import { addedFiles } from '../attest/inputs.ts'
import { readPublicKey } from '../attest/keys.ts'
import { type Verification, verify as verifySigned } from '../attest/verify.ts'
import { compareRuns, diffAsText } from '../author/diff/index.ts'
import { displayPath } from '../io/display-path.ts'
import { readBytes } from '../io/read-bytes.ts'
import { readFiles } from '../io/read-files.ts'
import { loadReports } from '../load/reports.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Report } from '../model/generated/report.ts'
import type { SourceFile } from '../model/location.ts'
import { failed, ok, type Result } from '../model/result.ts'
import { asJson } from '../render/json.ts'
import { renderProblems } from '../render/problems.ts'
import { version } from '../settle/version.ts'
import { harmless } from '../text/harmless.ts'
import { type LibraryFlags, readInputs } from './inputs.ts'
import { kindIn } from './kind-in.ts'
import { tell } from './problems.ts'
import { readKey } from './sign.ts'
import { type Exit, exit, type Terminal, wantsColor } from './terminal.ts'

export type VerifyFlags = LibraryFlags & {
  readonly key: string
  readonly report?: string
  readonly anyVerdict?: boolean
  readonly format: 'text' | 'json'
  readonly color: boolean
}

/** A bundle, or a Report with all of its architecture. */
const largest = 256 * 1024 * 1024

/**
 * `douane verify`: 0 it is authentic, deciding again comes to the same, and it is a pass; 1 it is refused, or a fail; 2 it
 * could not be told.
 */
export async function verify(
  path: string,
  descriptor: string | undefined,
  flags: VerifyFlags,
  terminal: Terminal,
): Promise<Exit> {
  const { cwd } = terminal
  const shown = displayPath(cwd, resolve(cwd, path))
  const bytes = readBytes(resolve(cwd, path), shown, largest)
  const key = readKey(flags.key, cwd, readPublicKey)
  const bundled = bytes.ok && kindIn(Buffer.from(bytes.value).toString('utf8')) === 'Bundle'
  // What a bundle was made of is in it: a configuration that happens to lie here has no part in it.
  const libraryFlags = bundled ? { rules: [], registry: [], config: false as const } : flags
  const inputs = await readInputs(descriptor === undefined ? undefined : [descriptor], libraryFlags, terminal)
  const report = await reportIn(flags.report, terminal)
  const [file, second] = inputs.sources.files
  const problems = [
    ...[bytes, key, report].flatMap((read) => (read.ok ? [] : read.problems)),
    ...inputs.problems,
    ...(bundled ? needless(flags) : []),
    ...(second === undefined ? [] : [notOne('descriptor', inputs.sources.files.length)]),
  ]
  if (problems.length > 0 || !bytes.ok || !key.ok || !report.ok) return unable(problems, inputs.files, flags, terminal)
  const found = await verifySigned({
    file: { path: shown, bytes: bytes.value },
    key: key.value,
    ...(file === undefined ? {} : { descriptor: file }),
    added: addedFiles(inputs.sources),
    shipped: inputs.sources.shipped,
    ...(report.value === undefined ? {} : { report: report.value }),
    sameOutcomes: (old, next) => compareRuns([old], [next]).same,
  })
  if (found.problems.length > 0) return unable(found.problems, [...found.files, ...inputs.files], flags, terminal)
  const passes = found.again?.verdict.result === 'pass' || flags.anyVerdict === true
  terminal.stdout.write(
    flags.format === 'json' ? asJson(documentOf(found, key.value.id)) : textOf(found, key.value, flags, terminal),
  )
  return found.refusals.length === 0 && passes ? exit.pass : exit.fail
}

function unable(
  problems: readonly Diagnostic[],
  files: readonly SourceFile[],
  flags: VerifyFlags,
  terminal: Terminal,
): Exit {
  tell(problems, files, { json: flags.format === 'json', color: flags.color }, terminal)
  return exit.unable
}

async function reportIn(path: string | undefined, { cwd }: Terminal): Promise<Result<Report | undefined, Diagnostic>> {
  if (path === undefined) return ok(undefined)
  const files = await readFiles([path], { cwd, limit: largest })
  if (!files.ok) return files
  const loaded = await Promise.all(files.value.map(loadReports))
  const problems = loaded.flatMap((one) => (one.ok ? [] : one.problems))
  const [report, second] = loaded.flatMap((one) => (one.ok ? one.value : []))
  if (problems.length > 0) return failed(problems)
  return second === undefined ? ok(report) : failed([notOne('Report', loaded.length)])
}

function needless(flags: VerifyFlags): readonly Diagnostic[] {
  const { rules, registry, config, waivers = [], plan = [], evidence = [] } = flags
  const given = [
    ...(rules.length > 0 ? ['--rules'] : []),
    ...(registry.length > 0 ? ['--registry'] : []),
    ...(typeof config === 'string' ? ['--config'] : []),
    ...(waivers.length > 0 ? ['--waivers'] : []),
    ...(plan.length > 0 ? ['--plan'] : []),
    ...(evidence.length > 0 ? ['--evidence'] : []),
  ]
  return given.map((flag) => ({
    code: 'FLAG_INVALID',
    message: `${flag}: a bundle is verified with what is in it`,
    hint: `Leave ${flag} out.`,
  }))
}

function notOne(what: string, count: number): Diagnostic {
  const message = `There are ${count} files or more to take a ${what} from; one signature is for one`
  return { code: 'FLAG_INVALID', message, hint: `Name the file of one ${what}.` }
}

/** What is the same for programs. */
function documentOf({ refusals, differences, signed, report, again, shippedHere }: Verification, keyId: string) {
  return {
    verified: refusals.length === 0,
    refusals,
    differences,
    ...(report === undefined || again === undefined || refusals.length === 0
      ? {}
      : { diff: compareRuns([report], [again]) }),
    key: keyId,
    ...(signed === undefined ? {} : { statement: signed.statement, signedWith: signed.version, verifiedWith: version }),
    ...(shippedHere === undefined ? {} : { shippedRulesOfThisVersion: shippedHere }),
  }
}

function textOf(
  found: Verification,
  key: { readonly algorithm: string; readonly id: string },
  flags: VerifyFlags,
  terminal: Terminal,
): string {
  const { refusals, differences, signed, report, again } = found
  const color = wantsColor(terminal, terminal.stdout, flags.color)
  if (refusals.length > 0) {
    const width = Math.min(100, Math.max(60, terminal.stdout.columns ?? 96))
    return [
      'REFUSED\n\n',
      renderProblems(refusals, [], { word: 'refused', color }),
      ...differences.map((text, index) => `${index === 0 ? '\n' : ''}  ${text}\n`),
      ...(report === undefined || again === undefined || differences.length === 0
        ? []
        : ['\n', diffAsText(compareRuns([report], [again]), { color, width })]),
    ].join('')
  }
  if (signed === undefined || again === undefined) return ''
  const { engagement, verdict, asOf, validUntil } = again
  return [
    `VERIFIED  ${harmless(verdict.headline)}  ${harmless(engagement.title)}`,
    `  As of       ${asOf}, valid until ${validUntil}`,
    `  Signed by   ${key.algorithm} ${key.id}`,
    `  Signed with douane ${harmless(signed.version)}${signed.version === version ? '' : `, decided again with ${version}`}`,
    `  Descriptor  ${harmless(signed.descriptor.path)}, SHA-256 ${signed.descriptor.sha256}`,
    `  Rules       ${rulesInWords(found)}`,
    `  Decided again, by json-rules-engine as well: ${again.counts.outcomes.pass} passed, ${again.counts.outcomes.fail} failed, ${again.counts.outcomes.unknown} unknown`,
    ...(verdict.result === 'pass' || flags.anyVerdict
      ? []
      : ['  The signed verdict is a fail, hence exit code 1; --any-verdict makes it 0']),
    '',
  ].join('\n')
}

/** Who signs may sign any rules: whether they are the ones that are known here is for the reader to know. */
function rulesInWords({ signed, shippedHere }: Verification): string {
  const added = (signed?.files?.added ?? []).map(({ path }) => harmless(path))
  const besides =
    added.length === 0 ? '' : `, and ${added.slice(0, 5).join(', ')}${added.length > 5 ? ' and more' : ''}`
  if (shippedHere === undefined) return 'as this version has them, with what was given'
  return shippedHere
    ? `those that this version ships${besides}`
    : `as they were recorded, which are not those that this version ships${besides}`
}
