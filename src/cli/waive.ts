import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Decision, waiverOf, writeWaiver } from '../author/waive.ts'
import { readFiles } from '../io/read-files.ts'
import { writeFile } from '../io/write-file.ts'
import { loadWaivers } from '../load/waivers.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Report } from '../model/generated/report.ts'
import type { Instant } from '../model/instant.ts'
import type { SourceFile } from '../model/location.ts'
import { parseMoment } from '../model/moment.ts'
import { failed, ok, type Result } from '../model/result.ts'
import { check } from '../pipeline.ts'
import { decode } from '../text/decode.ts'
import { harmless, seen } from '../text/harmless.ts'
import { suggest } from '../text/nearest.ts'
import { askOn } from './ask.ts'
import { type LibraryFlags, readInputs } from './inputs.ts'
import { tell } from './problems.ts'
import { type Exit, exit, type Terminal } from './terminal.ts'

export type WaiveFlags = LibraryFlags & { readonly [key in keyof Decision]?: string } & {
  readonly rule?: string
  readonly subject?: string
  readonly output: string
  readonly asOf?: Instant
}

type Finding = Report['findings'][number]
/** An open finding that can be waived, and its engagement. */
type Found = { readonly finding: Finding; readonly engagement: string }

/** `douane waive`: writes an exception from one open finding, ready for review. */
export async function waive(descriptor: string, flags: WaiveFlags, terminal: Terminal): Promise<Exit> {
  const asOf = flags.asOf ?? terminal.now()
  const inputs = await readInputs([descriptor], flags, terminal)
  const refuse = (problems: readonly Diagnostic[], files: readonly SourceFile[] = inputs.files): Exit => {
    tell(problems, files, { json: false, color: true }, terminal)
    return exit.unable
  }
  if (inputs.problems.length > 0) return refuse(inputs.problems)
  const { reports, problems } = await check(inputs.sources, { asOf })
  if (problems.length > 0) return refuse(problems)
  const found = findingFor(reports, flags)
  if (!found.ok) {
    if (flags.rule === undefined) terminal.stdout.write(listOf(reports, flags.subject))
    return refuse([...found.problems, ...decisionProblems(flags, asOf, terminal)])
  }
  const wrong = decisionProblems(flags, asOf, terminal)
  if (wrong.length > 0) return refuse(wrong)
  const decision = await decisionFrom(flags, found.value, asOf, terminal)
  if (decision === undefined)
    return refuse([flagProblem('The questions were not answered, so nothing was written', 'Use flags.')])
  return write(found.value, decision, { output: flags.output, next: nextCommand(descriptor, flags) }, terminal, refuse)
}

/** What a person decides, with the question for it. */
const questions: readonly { readonly key: keyof Decision; readonly ask: string }[] = [
  { key: 'reason', ask: 'Why is it right to go ahead all the same?' },
  { key: 'owner', ask: 'Who answers for it, and ends it?' },
  { key: 'approver', ask: 'Who approved it?' },
  { key: 'expires', ask: 'Which is its last day (YYYY-MM-DD)?' },
  { key: 'ticket', ask: 'Where is it followed (a ticket)?' },
]

function findingFor(reports: readonly Report[], { rule, subject }: WaiveFlags): Result<Found, Diagnostic> {
  const wrong = (message: string, hint: string, code: Diagnostic['code'] = 'FLAG_INVALID') =>
    failed([{ code, message, hint }])
  if (rule === undefined) return wrong('--rule is missing', 'Name the rule of one of the findings above.')
  const known = reports.flatMap((report) => report.rules).find(({ id }) => id === rule)
  if (known === undefined) {
    const ids = new Set(reports.flatMap((report) => report.rules.map(({ id }) => id)))
    return wrong(`--rule: there is no rule ${seen(rule)}`, suggest(rule, ids))
  }
  if (!known.waivable) {
    const why =
      known.basis === 'law' ? 'a rule of law, from which nobody can grant an exception' : 'a rule without exceptions'
    const hint = `What it asks for: douane explain ${rule}`
    return wrong(`${rule} is ${why}`, hint, 'NOT_WAIVABLE')
  }
  const open = waivable(reports).filter(({ finding }) => finding.rule === rule)
  if (open.length === 0) return wrong(`${rule} has no open finding here`, 'There is nothing to waive.')
  const named = subject === undefined ? open : open.filter(({ finding }) => finding.subject.id === subject)
  const [first, second] = named
  if (first !== undefined && second === undefined) return ok(first)
  const ids = open.map(({ finding }) => finding.subject.id)
  if (first !== undefined && subject !== undefined) {
    return wrong(`${rule} is open on ${seen(subject)} in two engagements`, 'Name a file with one of them.')
  }
  if (subject === undefined) {
    return wrong('--subject is missing', `${rule} is open on ${ids.map((id) => `"${harmless(id)}"`).join(', ')}.`)
  }
  return wrong(`--subject: ${rule} has no open finding on ${seen(subject)}`, suggest(subject, ids))
}

function waivable(reports: readonly Report[]): readonly Found[] {
  return reports.flatMap(({ engagement, findings }) =>
    findings
      .filter(({ factsDigest }) => factsDigest !== undefined)
      .map((finding) => ({ finding, engagement: engagement.id })),
  )
}

/** What can be waived, as flags; what cannot is counted. */
function listOf(reports: readonly Report[], subject: string | undefined): string {
  const all = waivable(reports)
  const shown = all.filter(({ finding }) => subject === undefined || finding.subject.id === subject)
  const listed = shown.length === 0 ? all : shown
  const open = reports.flatMap(({ findings }) => findings.filter(({ outcome }) => outcome !== 'pass')).length
  const lines = listed.map(({ finding: { rule, subject: on, outcome, level, message, waiver } }) => {
    const state = `${outcome}${level === 'error' ? '' : ` (${level})`}${waiver === undefined ? '' : `, waived until ${waiver.expires}`}`
    return `--rule ${rule} --subject '${on.id.replaceAll("'", "'\\''")}'\n    ${state}: ${message}`
  })
  const rest = open - all.length
  return [
    all.length === 0 ? 'No open finding can be waived.' : 'Open findings that can be waived:',
    ...lines.map((line) => line.split('\n').map(harmless).join('\n')),
    ...(rest > 0 ? [`${rest} more cannot: they are of rules of law, or of rules without exceptions.`] : []),
    '',
  ].join('\n')
}

/** What is wrong with the decision's flags; what is missing, where nobody can be asked. */
function decisionProblems(flags: WaiveFlags, asOf: Instant, terminal: Terminal): readonly Diagnostic[] {
  const asks = terminal.stdin.isTTY === true
  const missing = asks ? [] : questions.filter(({ key }) => flags[key] === undefined).map(({ key }) => `--${key}`)
  const wrong = questions.flatMap(({ key }) => {
    const value = flags[key]
    const found = value === undefined ? undefined : wrongAnswer(key, value, asOf)
    return found === undefined ? [] : [flagProblem(`--${key}: ${found.message}`, found.hint)]
  })
  if (missing.length === 0) return wrong
  const are = missing.length === 1 ? 'is' : 'are'
  return [
    flagProblem(`${missing.join(', ')} ${are} missing`, 'A waiver has all of them: who reviews it decides on them.'),
    ...wrong,
  ]
}

function wrongAnswer(
  key: keyof Decision,
  value: string,
  asOf: Instant,
): Pick<Diagnostic, 'message' | 'hint'> | undefined {
  if (value.trim() === '') return { message: 'it is empty', hint: 'It has to be said.' }
  if (key !== 'expires') return undefined
  const day = parseMoment(value)
  if (day === undefined || !day.dateOnly) return { message: `${seen(value)} is no day`, hint: 'Write YYYY-MM-DD.' }
  return day.to <= asOf ? { message: `${value} is over`, hint: 'Name the last day on which it counts.' } : undefined
}

/** Asks for what no flag says; `undefined` if the answers end too early. */
async function decisionFrom(
  flags: WaiveFlags,
  { finding }: Found,
  asOf: Instant,
  terminal: Terminal,
): Promise<Decision | undefined> {
  const answers = new Map<string, string>()
  const open = questions.filter(({ key }) => flags[key] === undefined)
  if (open.length > 0) {
    terminal.stderr.write(`${finding.outcome}: ${harmless(finding.message)}\n`)
    const { ask, close } = askOn(terminal)
    try {
      for (const question of open) {
        for (;;) {
          const answer = await ask(question.ask)
          if (answer === undefined) return undefined
          const wrong = wrongAnswer(question.key, answer, asOf)
          if (wrong === undefined) {
            answers.set(question.key, answer)
            break
          }
          terminal.stderr.write(`  ${wrong.message}. ${wrong.hint}\n`)
        }
      }
    } finally {
      close()
    }
  }
  const said = (key: keyof Decision): string => (flags[key] ?? answers.get(key) ?? '').trim()
  return {
    reason: said('reason'),
    owner: said('owner'),
    approver: said('approver'),
    expires: said('expires'),
    ticket: said('ticket'),
  }
}

function nextCommand(descriptor: string, { rules, registry, config, output, ...given }: WaiveFlags): string {
  const lists = [
    ...rules.map((one) => `--rules ${one}`),
    ...registry.map((one) => `--registry ${one}`),
    ...(given.plan ?? []).map((one) => `--plan ${one}`),
    ...(given.evidence ?? []).map((one) => `--evidence ${one}`),
  ]
  const settings = config === false ? ['--no-config'] : config === undefined ? [] : [`--config ${config}`]
  return ['douane check', descriptor, ...lists, ...settings, `--waivers ${output}`].join(' ')
}

type Names = { readonly output: string; readonly next: string }

async function write(
  { finding, engagement }: Found,
  decision: Decision,
  { output, next }: Names,
  terminal: Terminal,
  refuse: (problems: readonly Diagnostic[], files?: readonly SourceFile[]) => Exit,
): Promise<Exit> {
  const { cwd, stdout } = terminal
  const entry = waiverOf(finding, engagement, decision)
  if (entry === undefined) throw new Error(`${finding.rule} cannot be waived`)
  const before = await waiversIn(output, cwd)
  if (!before.ok) return refuse(before.problems, [])
  const { text, replaced } = writeWaiver(before.value, entry, finding)
  const written = writeFile(output, text, cwd)
  if (!written.ok) return refuse(written.problems)
  const what = `${finding.rule} on ${harmless(finding.subject.label)} until ${entry.expires}`
  stdout.write(`wrote ${output}: ${replaced ? 'renewed, ' : ''}${what}\n`)
  stdout.write(`next: ${next}\n`)
  return exit.pass
}

/** The text of the waivers that are there; nothing where there are none. */
async function waiversIn(output: string, cwd: string): Promise<Result<string | undefined, Diagnostic>> {
  if (output.toLowerCase().endsWith('.json')) {
    return failed([
      flagProblem('--output: a waiver is written as YAML, with comments for its review', 'Name a .yaml file.'),
    ])
  }
  if (!existsSync(resolve(cwd, output))) return ok(undefined)
  const files = await readFiles([resolve(cwd, output)], { cwd })
  if (!files.ok) return files
  const [file] = files.value
  if (file === undefined) return failed([flagProblem(`--output: ${seen(output)} is a folder`, 'Name a file.')])
  const loaded = await loadWaivers([file])
  if (loaded.problems.length > 0) return failed(loaded.problems)
  if (loaded.digests.length > 1) {
    return failed([
      flagProblem(
        `--output: there are ${loaded.digests.length} documents in ${seen(output)}`,
        'Put them into one, or name another file.',
      ),
    ])
  }
  return decode(file)
}

function flagProblem(message: string, hint: string): Diagnostic {
  return { code: 'FLAG_INVALID', message, hint }
}
