import type { Report } from '../model/generated/report.ts'
import type { Format } from './format.ts'
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
  { name: 'reduced', of: (_, report) => reductionOf(report) ?? '' },
]

/** Comma-separated values (RFC 4180): a row for each rule on each subject that it applies to, of all engagements. */
export const csv: Format = {
  title: 'CSV: a row for each rule on each subject that it applies to',
  mediaType: 'text/csv',
  render: (reports) => {
    const rows = reports.flatMap((report) =>
      report.findings.map((finding) => columns.map(({ of }) => cell(of(finding, report)))),
    )
    return [columns.map(({ name }) => name), ...rows].map((row) => `${row.join(',')}\r\n`).join('')
  },
}

/** A text that a spreadsheet would take for a formula is made a text by an apostrophe. */
function cell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
