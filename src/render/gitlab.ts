import { digestOf } from '../text/digest.ts'
import type { Render } from './format.ts'
import { asJson } from './json.ts'
import { type Finding, fingerprintOf, openFindings, statementOf } from './open.ts'

/** GitLab's Code Quality report: one list over all engagements. A fingerprint that occurs twice would hide the second. */
export const gitlab: Render = (reports) =>
  asJson(
    reports.flatMap((report) =>
      openFindings(report).map((finding) => ({
        description: `${finding.title}: ${statementOf(finding)}`,
        check_name: finding.rule,
        fingerprint: digestOf([fingerprintOf(finding, report)]),
        severity: severityOf(finding),
        location: {
          path: finding.at.file,
          lines: { begin: finding.at.line, end: finding.at.endLine },
        },
      })),
    ),
  )

function severityOf({ level, outcome, basis }: Finding): string {
  if (level === 'note') return 'info'
  if (level === 'warning') return 'minor'
  if (outcome === 'unknown') return 'major'
  return basis === 'law' ? 'blocker' : 'critical'
}
