import type { Report } from '../model/generated/report.ts'
import { digestOf } from '../text/digest.ts'
import type { Format } from './format.ts'
import { asJson } from './json.ts'
import { type Finding, fingerprintOf, openFindings, reductionOf, statementOf } from './open.ts'

/** GitLab's Code Quality report: one list over all engagements. A fingerprint that occurs twice would hide the second. */
export const gitlab: Format = {
  title: 'GitLab Code Quality: what is open',
  mediaType: 'application/json',
  render: (reports) =>
    asJson(
      reports.flatMap((report) => [
        ...reductionIssue(report),
        ...openFindings(report).map((finding) => ({
          description: `${finding.title}: ${statementOf(finding)}`,
          check_name: finding.rule,
          fingerprint: digestOf([fingerprintOf(finding, report)]),
          severity: severityOf(finding),
          location: {
            path: finding.at.file,
            lines: { begin: finding.at.line, end: finding.at.endLine },
          },
        })),
      ]),
    ),
}

/** A list of issues has no header, so that what it does not hold is told as one of them. */
function reductionIssue(report: Report) {
  const reduction = reductionOf(report)
  if (reduction === undefined) return []
  return [
    {
      description: reduction,
      check_name: 'reduced',
      fingerprint: digestOf([report.engagement.id, 'reduced']),
      severity: 'info',
      location: { path: report.engagement.file, lines: { begin: 1, end: 1 } },
    },
  ]
}

function severityOf({ level, outcome, basis }: Finding): string {
  if (level === 'note') return 'info'
  if (level === 'warning') return 'minor'
  if (outcome === 'unknown') return 'major'
  return basis === 'law' ? 'blocker' : 'critical'
}
