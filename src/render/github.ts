import type { Format } from './format.ts'
import { openFindings, reductionOf, statementOf } from './open.ts'

const commands = { error: 'error', warning: 'warning', note: 'notice' } as const

/**
 * GitHub's workflow commands: an annotation at the line of each open finding, and the verdicts as notices. Only the first ten
 * of a kind are shown for a step, so the job summary should hold the rest: `--output.markdown "$GITHUB_STEP_SUMMARY"`.
 */
export const github: Format = {
  title: 'GitHub workflow commands: an annotation for each open finding',
  mediaType: 'text/plain',
  render: (reports) =>
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
        command(
          'notice',
          { title: report.engagement.title },
          [report.verdict.headline, reductionOf(report) ?? []].flat().join('\n'),
        ),
      ])
      .map((line) => `${line}\n`)
      .join(''),
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const written = Object.entries(properties).map(([key, value]) => `${key}=${propertyValue(String(value))}`)
  return `::${name} ${written.join(',')}::${data(message)}`
}

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const propertyValue = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
