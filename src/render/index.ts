import type { Report } from '../model/generated/report.ts'
import type { Format, Render, RenderOptions } from './format.ts'

export type { Format, RenderOptions } from './format.ts'

/** Every format there is, by the name that `--format` takes. A new one is a file and an entry here. */
export const formats = {
  text: {
    title: 'for people: the verdict, what to do about it, and what it relies on',
    mediaType: 'text/plain',
    load: async () => (await import('./text/index.ts')).text,
  },
  json: {
    title: 'the Report, complete, as its schema says; of several engagements, one Report a line',
    mediaType: 'application/json',
    load: async () => (await import('./json.ts')).json,
  },
  sarif: {
    title: 'SARIF 2.1.0 for code scanning: what is open',
    mediaType: 'application/sarif+json',
    load: async () => (await import('./sarif.ts')).sarif,
  },
  junit: {
    title: 'JUnit XML for test reports: every rule on every subject',
    mediaType: 'application/xml',
    load: async () => (await import('./junit.ts')).junit,
  },
  github: {
    title: 'GitHub workflow commands: an annotation for each open finding',
    mediaType: 'text/plain',
    load: async () => (await import('./github.ts')).github,
  },
  gitlab: {
    title: 'GitLab Code Quality: what is open',
    mediaType: 'application/json',
    load: async () => (await import('./gitlab.ts')).gitlab,
  },
  markdown: {
    title: 'Markdown for job summaries and comments',
    mediaType: 'text/markdown',
    load: async () => (await import('./markdown.ts')).markdown,
  },
  html: {
    title: 'one page for an auditor: self-contained, to be filtered and searched, and printed',
    mediaType: 'text/html',
    load: async () => (await import('./html/index.ts')).htmlPage,
  },
  csv: {
    title: 'CSV: a row for each rule on each subject that it applies to',
    mediaType: 'text/csv',
    load: async () => (await import('./csv.ts')).csv,
  },
  oscal: {
    title: 'OSCAL assessment results for auditors: every control, and what was observed of it',
    mediaType: 'application/oscal+json',
    load: async () => (await import('./oscal.ts')).oscal,
  },
  intoto: {
    title: 'in-toto test result: what `douane sign` signs; of several engagements, one statement a line',
    mediaType: 'application/vnd.in-toto+json',
    load: async () => (await import('./intoto.ts')).intoto,
  },
} as const satisfies Record<string, Format>

export type FormatName = keyof typeof formats

export const formatNames = Object.keys(formats) as readonly FormatName[]

/** The reports of one run in one format. */
export async function render(
  reports: readonly Report[],
  format: FormatName,
  options: RenderOptions = {},
): Promise<string> {
  const write: Render = await formats[format].load()
  return write(reports, options)
}
