import type { Report } from '../model/generated/report.ts'
import { type Fault, faultsIn, ruleOfFault, waiverInWords } from './exceptions.ts'
import type { Render } from './format.ts'
import { type Finding, reductionOf, sourceText } from './open.ts'

type Column = { readonly name: string; readonly of: (finding: Finding, report: Report) => string | number }

const columns: readonly Column[] = [
  { name: 'engagement', of: (_, { engagement }) => engagement.id },
  { name: 'as of', of: (_, { asOf }) => asOf },
  { name: 'outcome', of: ({ outcome }) => outcome },
  { name: 'level', of: ({ level }) => level },
  { name: 'basis', of: ({ basis }) => basis },
  { name: 'rule', of: ({ rule }) => rule },
  { name: 'title', of: ({ title }) => title },
  { name: 'controls', of: ({ controls }) => controls.join(' ') },
  { name: 'source', of: sourceText },
  { name: 'subject kind', of: ({ subject }) => subject.kind },
  { name: 'subject', of: ({ subject }) => subject.id },
  { name: 'subject in words', of: ({ subject }) => subject.label },
  { name: 'message', of: ({ message }) => message },
  { name: 'missing', of: ({ missing }) => missing.map(({ label }) => label).join('; ') },
  { name: 'remedy', of: ({ remedy, outcome }) => (outcome === 'pass' ? '' : remedy) },
  { name: 'file', of: ({ at }) => at.file },
  { name: 'line', of: ({ at }) => at.line },
  { name: 'column', of: ({ at }) => at.column },
  { name: 'finding', of: ({ id }) => id },
  { name: 'waived until', of: ({ waiver }) => waiver?.expires ?? '' },
  { name: 'waiver', of: ({ waiver }) => (waiver === undefined ? '' : waiverInWords(waiver)) },
  { name: 'in the baseline', of: ({ baselined }) => (baselined ? 'yes' : '') },
  { name: 'reduced', of: (_, report) => reductionOf(report) ?? '' },
]

/** A waiver that lifts nothing, in the same columns. */
function faultRow(fault: Fault, report: Report): readonly (string | number)[] {
  const { engagement, asOf } = report
  const { status, level, title, rule, subject, message, remedy = '', at, id, waiver } = fault
  const said: Readonly<Record<string, string | number>> = {
    engagement: engagement.id,
    'as of': asOf,
    outcome: status,
    level,
    rule: ruleOfFault(fault),
    title,
    'subject kind': 'waiver',
    subject: `${rule} on ${subject.kind} ${subject.id}`,
    message,
    remedy,
    file: at.file,
    line: at.line,
    column: at.column,
    finding: id,
    waiver: waiverInWords(waiver),
    reduced: reductionOf(report) ?? '',
  }
  return columns.map(({ name }) => said[name] ?? '')
}

/**
 * Comma-separated values (RFC 4180): a row for each rule on each subject that it applies to, of all engagements; after
 * them, those of waivers that lift nothing.
 */
export const csv: Render = (reports) => {
  const rows = reports.flatMap((report) => [
    ...report.findings.map((finding) => columns.map(({ of }) => cell(of(finding, report)))),
    ...faultsIn(report).map((fault) => faultRow(fault, report).map(cell)),
  ])
  return [columns.map(({ name }) => name), ...rows].map((row) => `${row.join(',')}\r\n`).join('')
}

/** A text that a spreadsheet would take for a formula is made a text by an apostrophe. */
function cell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
