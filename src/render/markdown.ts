import type { Report } from '../model/generated/report.ts'
import { harmless } from '../text/harmless.ts'
import { baselineInWords, faultsIn, waivedFindings, waiverInWords } from './exceptions.ts'
import type { Render } from './format.ts'
import { matchesInWords, planInWords, unmatchedTable } from './infrastructure.ts'
import { type Finding, openInFull, reductionOf, sourceText, statementOf } from './open.ts'
import { processorTable, type Table, transferTable } from './tables.ts'

/** GitHub-flavoured Markdown for job summaries and comments: the verdicts first, then what is open in each engagement. */
export const markdown: Render = (reports) => {
  const table = [
    '| engagement | verdict | failed | unknown | waived | valid until |',
    '|---|---|---|---|---|---|',
    ...reports.map(({ engagement, verdict, counts, validUntil }) => {
      const { fail, unknown } = counts.outcomes
      return row([plain(engagement.title), plain(verdict.headline), fail, unknown, counts.waived, validUntil])
    }),
  ]
  const sections = reports.flatMap((report) => ['', ...sectionOf(report)])
  return `${[...table, ...sections].join('\n')}\n`
}

function sectionOf(report: Report): readonly string[] {
  const { engagement, asOf, verdict, counts, digests, tool } = report
  const open = openInFull(report)
  const said = baselineInWords(report)
  const reduction = reductionOf(report)
  return [
    `## ${verdict.result === 'pass' ? 'PASS' : 'FAIL'}: ${plain(engagement.title)}`,
    '',
    ...(reduction === undefined ? [] : [plain(reduction), '']),
    ...(said === undefined ? [] : [`**${plain(said)}**`, '']),
    ...(open.length === 0 ? ['Nothing is open.'] : tableOf(open)),
    '',
    ...exceptionsOf(report),
    ...open.flatMap((finding) => detailsOf(finding, report)),
    ...folded('Transfers', transferTable(report)),
    ...folded('Processors and sub-processors', processorTable(report)),
    ...plannedLines(report),
    ...regimeLines(report),
    `Checked as of ${asOf}: ${counts.rules.loaded} rules (${plain(verdict.packs.join(', '))}), ${counts.outcomes.pass} passed, ${counts.outcomes.fail} failed, ${counts.outcomes.unknown} unknown. Descriptor \`${digests.descriptor.slice(0, 12)}\`, rules \`${digests.rules.slice(0, 12)}\`, registry \`${digests.registry.slice(0, 12)}\`, Douane ${tool.version}.`,
  ]
}

/** A table that opens where somebody asks for it; nothing, where it has no rows. */
function folded(title: string, { head, rows }: Table): readonly string[] {
  if (rows.length === 0) return []
  return [
    `<details><summary>${title} (${rows.length})</summary>`,
    '',
    row(head),
    row(head.map(() => '---')),
    ...rows.map((cells) => row(cells.map(plain))),
    '',
    '</details>',
    '',
  ]
}

function plannedLines({ infrastructure }: Report): readonly string[] {
  if (infrastructure === undefined) return []
  const plans = infrastructure.plans.map(planInWords).join('; ')
  return [
    plain(`Planned: ${plans}. ${matchesInWords(infrastructure)}.`),
    '',
    ...folded('Planned resources that no component answers for', unmatchedTable(infrastructure)),
  ]
}

function regimeLines({ regimes, notEncoded }: Report): readonly string[] {
  if (regimes.length === 0) return []
  const said = regimes.map(({ id, applies, rules }) => {
    const applied = { true: 'applies', false: 'does not apply', unknown: 'may apply' }[applies]
    return `${id} ${applied}${rules === 0 ? ', not assessed' : ''}`
  })
  const gaps = notEncoded.length === 0 ? '' : ` Not encoded: ${notEncoded.map(({ title }) => title).join('; ')}.`
  return [plain(`Regimes: ${said.join('; ')}.${gaps}`), '']
}

function tableOf(open: readonly Finding[]): readonly string[] {
  return [
    '| outcome | rule | on | where |',
    '|---|---|---|---|',
    ...open.map(({ outcome, level, title, subject, at, baselined }) =>
      row([
        `${outcome}${level === 'error' ? '' : ` (${level})`}${baselined ? ', in the baseline' : ''}`,
        plain(title),
        plain(subject.label),
        `\`${code(`${at.file}:${at.line}`)}\``,
      ]),
    ),
  ]
}

/** Waivers that lift nothing, what those in force lift, and entries of the baseline that can go. */
function exceptionsOf(report: Report): readonly string[] {
  const faults = faultsIn(report).map(({ level, title, message, remedy = '', at, status }) =>
    row([level, `${plain(title)} (${status})`, plain(`${message} ${remedy}`), `\`${code(`${at.file}:${at.line}`)}\``]),
  )
  const waived = waivedFindings(report).map(({ outcome, title, subject, waiver }) =>
    row([outcome, plain(title), plain(subject.label), waiver.expires, plain(waiverInWords(waiver))]),
  )
  const fixed = report.baseline?.fixed.map(
    ({ rule, subject, now }) => `\`${code(rule)}\` on ${plain(subject.id)} (${now})`,
  )
  const ignored = report.baseline?.ignored.map(
    ({ rule, subject, why }) => `\`${code(rule)}\` on ${plain(subject.id)} (${why})`,
  )
  return [
    ...(faults.length === 0 ? [] : ['| waiver | what is wrong | | where |', '|---|---|---|---|', ...faults, '']),
    ...(waived.length === 0 ? [] : ['| waived | rule | on | until | why |', '|---|---|---|---|---|', ...waived, '']),
    ...(fixed === undefined || fixed.length === 0
      ? []
      : [`Entries of the baseline that hold nothing any more: ${fixed.join('; ')}.`, '']),
    ...(ignored === undefined || ignored.length === 0
      ? []
      : [`Entries of the baseline that do not count: ${ignored.join('; ')}.`, '']),
  ]
}

function detailsOf(finding: Finding, report: Report): readonly string[] {
  const facts = finding.facts.map(({ label, value }) => `* ${plain(label)}: ${plain(value ?? 'not stated')}`)
  return [
    `<details><summary>${plain(finding.outcome)}: ${plain(finding.title)} (${plain(finding.subject.label)})</summary>`,
    '',
    plain(statementOf(finding, report)),
    '',
    ...(finding.codeFrame === undefined ? [] : fenced(finding.codeFrame)),
    ...facts,
    `* Remedy: ${plain(finding.remedy)}`,
    `* Source: ${plain(sourceText(finding, report))}`,
    `* Rule: \`${code(finding.rule)}\`, ${plain(finding.controls.join(', '))}`,
    '',
    '</details>',
    '',
  ]
}

function fenced(frame: string): readonly string[] {
  const longest = Math.max(2, ...[...frame.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return [`${fence}text`, ...frame.split('\n').map(harmless), fence, '']
}

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`

/** Text that neither Markdown nor HTML makes anything of, nor a mention or a link. */
function plain(text: string): string {
  const inert = harmless(text).replace(/[\\`*_{}[\]()#+!|~<>&@]/g, (character) => `&#${character.charCodeAt(0)};`)
  return inert.replaceAll('://', '&#58;//').replace(/\bwww\./g, 'www&#46;')
}

/** Inside a code span. */
const code = (text: string): string => harmless(text).replaceAll('`', "'").replaceAll('|', '\\|')
