import type { Diagnostic } from '../model/diagnostic.ts'
import type { Report } from '../model/generated/report.ts'
import type { OpenFinding } from '../model/report.ts'
import { harmless } from '../text/harmless.ts'
import {
  baselinedFindings,
  baselineInWords,
  faultsIn,
  ruleOfFault,
  waivedFindings,
  waiverInWords,
} from './exceptions.ts'
import type { Render } from './format.ts'
import { openFindings, reductionOf, statementOf } from './open.ts'

const commands = { error: 'error', warning: 'warning', note: 'notice' } as const

/**
 * GitHub's workflow commands: an annotation at the line of each open finding that is not in the baseline, and the
 * verdicts as notices. Only the first ten of a kind are shown for a step, so the job summary should hold the rest: `--output.markdown "$GITHUB_STEP_SUMMARY"`.
 */
export const github: Render = (reports) =>
  reports
    .flatMap((report) => [
      ...openFindings(report)
        .filter(({ baselined }) => !baselined)
        .map((finding) =>
          command(
            commands[finding.level],
            placed(finding, `${finding.outcome}: ${finding.title}`),
            `${statementOf(finding, report)}\n${finding.remedy}\n[${finding.rule}]`,
          ),
        ),
      ...faultsIn(report).map((fault) =>
        command(
          commands[fault.level],
          placed(fault, fault.title),
          [fault.message, fault.remedy ?? '', `[${ruleOfFault(fault)}]`].join('\n'),
        ),
      ),
      ...exceptionNotices(report),
      command(
        'notice',
        { title: report.engagement.title },
        [report.verdict.headline, reductionOf(report) ?? []].flat().join('\n'),
      ),
    ])
    .map((line) => `${line}\n`)
    .join('')

/** One notice for all that is waived, and one for the baseline: a step shows ten at most. */
function exceptionNotices(report: Report): readonly string[] {
  const waived = waivedFindings(report).map(
    (one) => `${one.outcome}: ${one.title}: waived ${waiverInWords(one.waiver)}`,
  )
  const held = baselinedFindings(report).map((one) => `${one.outcome}: ${one.title}: ${statementOf(one, report)}`)
  const said = baselineInWords(report)
  const { title } = report.engagement
  return [
    ...(waived.length === 0 ? [] : [command('notice', { title: `${title}: waived` }, waived.join('\n'))]),
    ...(said === undefined ? [] : [command('notice', { title: `${title}: baseline` }, [said, ...held].join('\n'))]),
  ]
}

function placed({ at }: Pick<OpenFinding, 'at'>, title: string): Readonly<Record<string, string | number>> {
  const { file, line, column, endLine, endColumn } = at
  // A stretch of columns is taken on one line only.
  return { file, line, endLine, ...(line === endLine ? { col: column, endColumn } : {}), title }
}

/** The same for why nothing could be concluded: an annotation where each problem is. */
export function problemsAsCommands(problems: readonly Diagnostic[]): string {
  return problems
    .map(({ code, message, hint, at }) => {
      const place = at === undefined ? {} : { file: at.file, line: at.line, col: at.column }
      return `${command('error', { ...place, title: code }, `${message}\n${hint}`)}\n`
    })
    .join('')
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const written = Object.entries(properties).map(([key, value]) => `${key}=${propertyValue(String(value))}`)
  return `::${name} ${written.join(',')}::${data(message)}`
}

/** Lines stay lines; whatever else could act is shown as an escape. */
const data = (text: string): string =>
  text
    .split('\n')
    .map((line) => harmless(line).replaceAll('%', '%25'))
    .join('%0A')
const propertyValue = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
