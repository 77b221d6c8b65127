import type { Report } from '../src/model/generated/report.ts'

type Finding = Report['findings'][number]

/** A report with as many findings as wanted: those of a real one over and over, each time on subjects of its own. */
export function largeReport(report: Report, count: number): Report {
  const findings = Array.from({ length: count }, (_, at) => {
    const finding = report.findings[at % report.findings.length] as Finding
    const round = Math.floor(at / report.findings.length)
    return round === 0 ? finding : again(finding, round)
  })
  const order = ['fail', 'unknown', 'pass']
  const sorted = [...findings].sort((one, other) => order.indexOf(one.outcome) - order.indexOf(other.outcome))
  const tally = (outcome: Finding['outcome']): number => findings.filter((one) => one.outcome === outcome).length
  const outcomes = { ...report.counts.outcomes, pass: tally('pass'), fail: tally('fail'), unknown: tally('unknown') }
  return { ...report, findings: sorted, counts: { ...report.counts, outcomes } }
}

/** The same finding on another subject, a little further down: another text, place and fact in each. */
function again(finding: Finding, round: number): Finding {
  const { subject, at } = finding
  return {
    ...finding,
    id: `${finding.id}${round}`,
    subject: { ...subject, id: `${subject.id} ${round}`, label: `${subject.label}, number-${round}` },
    message: `${finding.message}, in number-${round}`,
    at: { ...at, line: at.line + 1000 * round },
    facts: finding.facts.map((fact, index) => (index === 0 ? { ...fact, value: `${fact.value} ${round}` } : fact)),
  }
}
