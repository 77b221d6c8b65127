import type { Report } from '../model/generated/report.ts'
import type { OpenFinding } from '../model/report.ts'
import { digestOf } from '../text/digest.ts'
import { harmless } from '../text/harmless.ts'
import { faultFingerprint, faultsIn, ruleOfFault, waivedFindings, waiverInWords } from './exceptions.ts'
import type { Render } from './format.ts'
import { asJson } from './json.ts'
import { fingerprintOf, openFindings, reductionOf, statementOf } from './open.ts'

/** GitLab's Code Quality report: one list over all engagements. A fingerprint that occurs twice would hide the second. */
export const gitlab: Render = (reports) =>
  asJson(
    reports.flatMap((report) => [
      ...reductionIssue(report),
      ...openFindings(report).map((finding) => ({
        description: `${finding.baselined ? 'In the baseline. ' : ''}${finding.title}: ${statementOf(finding, report)}`,
        check_name: finding.rule,
        fingerprint: digestOf([fingerprintOf(finding, report)]),
        severity: severityOf(finding),
        location: placeOf(finding),
      })),
      ...waivedFindings(report).map((finding) => ({
        description: `Waived ${waiverInWords(finding.waiver)}. ${finding.title}: ${statementOf(finding, report)}`,
        check_name: finding.rule,
        fingerprint: digestOf([fingerprintOf(finding, report), 'waived']),
        severity: 'info',
        location: placeOf(finding),
      })),
      ...faultsIn(report).map((fault) => ({
        description: `${fault.title}: ${harmless(`${fault.message} ${fault.remedy ?? ''}`)}`,
        check_name: ruleOfFault(fault),
        fingerprint: digestOf([faultFingerprint(fault, report)]),
        severity: fault.level === 'error' ? 'critical' : 'minor',
        location: placeOf(fault),
      })),
    ]),
  )

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

/** What is in the baseline is there to be told apart from what is new, not to be hidden. */
function severityOf({ level, outcome, basis, baselined }: OpenFinding): string {
  if (baselined) return 'info'
  if (level === 'note') return 'info'
  if (level === 'warning') return 'minor'
  if (outcome === 'unknown') return 'major'
  return basis === 'law' ? 'blocker' : 'critical'
}

function placeOf({ at }: Pick<OpenFinding, 'at'>) {
  return { path: at.file, lines: { begin: at.line, end: at.endLine } }
}
