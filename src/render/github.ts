import type { Diagnostic } from '../model/diagnostic.ts'
import { harmless } from '../text/harmless.ts'
import type { Render } from './format.ts'
import { openFindings, statementOf } from './open.ts'

const commands = { error: 'error', warning: 'warning', note: 'notice' } as const

/**
 * GitHub's workflow commands: an annotation at the line of each open finding, and the verdicts as notices. Only the first ten
 * of a kind are shown for a step, so the job summary should hold the rest: `--output.markdown "$GITHUB_STEP_SUMMARY"`.
 */
export const github: Render = (reports) =>
  reports
    .flatMap((report) => [
      ...openFindings(report).map((finding) => {
        const { file, line, column, endLine, endColumn } = finding.at
        // A stretch of columns is taken on one line only.
        const columns = line === endLine ? { col: column, endColumn } : {}
        const properties = { file, line, endLine, ...columns, title: `${finding.outcome}: ${finding.title}` }
        return command(
          commands[finding.level],
          properties,
          `${statementOf(finding)}\n${finding.remedy}\n[${finding.rule}]`,
        )
      }),
      command('notice', { title: report.engagement.title }, report.verdict.headline),
    ])
    .map((line) => `${line}\n`)
    .join('')

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
