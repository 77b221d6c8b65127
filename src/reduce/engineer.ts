import type { Evidence, Report } from '../model/generated/report.ts'
import { evidenceIn, withoutEvidence, withoutSources } from './evidence.ts'
import type { LeftOut } from './left-out.ts'

/** Everything but the evidence that is for auditors alone. */
export function forEngineers(report: Report, left: LeftOut): Report {
  const hidden = evidenceIn(report).filter(({ shownTo }) => shownTo === 'auditor')
  if (hidden.length === 0) return report
  const shows = frameShows(hidden)
  const findings = report.findings.map(({ codeFrame, ...finding }) => {
    if (codeFrame === undefined) return finding
    if (!shows(finding.at.file, codeFrame)) return { ...finding, codeFrame }
    left.note('code frames that show restricted evidence')
    return finding
  })
  const architecture = withoutEvidence(report.architecture, ({ shownTo }) => shownTo !== 'auditor', left)
  return withoutSources({ ...report, findings, architecture }, hidden)
}

/** Whether a frame has one of the lines on which evidence stands. */
function frameShows(hidden: readonly Evidence[]): (file: string, frame: string) => boolean {
  return (file, frame) => {
    const lines = [...frame.matchAll(/^[> ] +(\d+) \|/gm)].map(([, line]) => Number(line))
    return hidden.some(({ at }) => at.file === file && lines.some((line) => line >= at.line && line <= at.endLine))
  }
}
