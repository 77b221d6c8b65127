import { resolve } from 'node:path'
import { bundleOf } from '../attest/bundle.ts'
import { seal } from '../attest/dsse.ts'
import { type Key, readPrivateKey } from '../attest/keys.ts'
import { type Signable, signableOf, signableReport } from '../attest/sign.ts'
import { bytesOf } from '../attest/statement.ts'
import { displayPath } from '../io/display-path.ts'
import { readBytes } from '../io/read-bytes.ts'
import { readFiles } from '../io/read-files.ts'
import { writeFile } from '../io/write-file.ts'
import { loadReports } from '../load/reports.ts'
import type { Sources } from '../load/workspace.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Report } from '../model/generated/report.ts'
import type { Instant } from '../model/instant.ts'
import type { SourceFile } from '../model/location.ts'
import { failed, type Result } from '../model/result.ts'
import type { Level } from '../model/rule.ts'
import { asJson } from '../render/json.ts'
import { harmless } from '../text/harmless.ts'
import { type LibraryFlags, readInputs } from './inputs.ts'
import { kindIn } from './kind-in.ts'
import { tell } from './problems.ts'
import { type Exit, exit, type Terminal } from './terminal.ts'

export type SignFlags = LibraryFlags & {
  readonly key: string
  readonly output?: string
  readonly bundle?: boolean
  readonly asOf?: Instant
  readonly failLevel: Level
  readonly color: boolean
}

/** `douane sign`: 0 a pass was signed, 1 a fail was signed, 2 nothing was signed. */
export async function sign(path: string, flags: SignFlags, terminal: Terminal): Promise<Exit> {
  const { cwd, env } = terminal
  const key = readKey(flags.key, cwd, (file) => readPrivateKey(file, env.DOUANE_KEY_PASSPHRASE))
  const given = await readGiven(path, flags, terminal)
  const problems = [
    ...outputProblems(flags, [path, flags.key], cwd),
    ...(key.ok ? [] : key.problems),
    ...given.problems,
  ]
  const unable = (why: readonly Diagnostic[]): Exit => {
    tell(why, given.files, { json: false, color: flags.color }, terminal)
    return exit.unable
  }
  if (problems.length > 0 || !key.ok) return unable(problems)
  const options = { asOf: flags.asOf ?? terminal.now(), failLevel: flags.failLevel }
  const signable = given.sources ? await signableOf(given.sources, options) : signableReport(given.reports)
  if (!signable.ok) return unable(signable.problems)
  const { report, statement } = signable.value
  const envelope = seal(bytesOf(statement), key.value)
  const text = flags.bundle && given.sources ? asJson(bundleOf(envelope, report, given.sources), 0) : asJson(envelope)
  if (flags.output === undefined) terminal.stdout.write(text)
  else {
    const written = writeFile(flags.output, text, cwd)
    if (!written.ok) return unable(written.problems)
    terminal.stdout.write(summaryOf(flags.output, signable.value, key.value, text))
  }
  return report.verdict.result === 'pass' ? exit.pass : exit.fail
}

/** Reads a key; nothing of it is ever shown. */
export function readKey(path: string, cwd: string, read: (file: SourceFile) => Result<Key, Diagnostic>) {
  const shown = displayPath(cwd, resolve(cwd, path))
  const bytes = readBytes(resolve(cwd, path), shown, 65_536)
  return bytes.ok ? read({ path: shown, bytes: bytes.value }) : bytes
}

type Given = {
  /** Left out where Reports were given. */
  readonly sources?: Sources
  readonly reports: readonly Report[]
  readonly files: readonly SourceFile[]
  readonly problems: readonly Diagnostic[]
}

/** A Report is signed as it is, a descriptor is checked first. */
async function readGiven(path: string, flags: SignFlags, terminal: Terminal): Promise<Given> {
  const reports = await reportsIn(path, terminal)
  if (reports !== undefined) {
    const problems = [...(flags.bundle ? [noBundle] : []), ...(reports.ok ? [] : reports.problems)]
    return { reports: reports.ok ? reports.value : [], files: [], problems }
  }
  const { sources, files, problems } = await readInputs([path], flags, terminal)
  const several = sources.files.length > 1 ? [notOneFile(sources.files.length)] : []
  return { sources, reports: [], files, problems: [...problems, ...several] }
}

/** `undefined`, if there is no Report in the file. */
async function reportsIn(path: string, { cwd }: Terminal): Promise<ReturnType<typeof loadReports> | undefined> {
  const files = path === '-' ? failed([]) : await readFiles([path], { cwd, limit: 256 * 1024 * 1024 })
  const [file] = files.ok ? files.value : []
  if (file === undefined || !files.ok || files.value.length > 1) return undefined
  const text = Buffer.from(file.bytes).toString('utf8')
  return kindIn(text) === 'Report' || kindIn(text.split('\n', 1).join('')) === 'Report' ? loadReports(file) : undefined
}

function outputProblems({ output }: SignFlags, read: readonly string[], cwd: string): readonly Diagnostic[] {
  if (output === undefined || !read.some((path) => resolve(cwd, path) === resolve(cwd, output))) return []
  const message = `--output: "${harmless(output)}" is one of the files that are read`
  return [{ code: 'FLAG_INVALID', message, hint: 'Name another file.' }]
}

const noBundle: Diagnostic = {
  code: 'FLAG_INVALID',
  message: '--bundle: a Report does not hold what it was made of',
  hint: 'Name the descriptor instead.',
}

function notOneFile(count: number): Diagnostic {
  const message = `There are ${count} files; a signature is for one engagement`
  return { code: 'NOT_SIGNABLE', message, hint: 'Name the file of one descriptor.' }
}

function summaryOf(path: string, { report }: Signable, key: Key, text: string): string {
  const { engagement, verdict, asOf } = report
  return [
    `SIGNED  ${harmless(verdict.headline)}  ${harmless(engagement.title)}  as of ${asOf}`,
    `  Written to  ${harmless(path)}, ${Buffer.byteLength(text)} bytes`,
    `  Key         ${key.algorithm} ${key.id}`,
    '',
  ].join('\n')
}
