import type { Report } from '../model/generated/report.ts'
import { csv } from './csv.ts'
import type { Format, RenderOptions } from './format.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import { markdown } from './markdown.ts'
import { sarif } from './sarif.ts'
import { text } from './text/index.ts'

export type { Format, RenderOptions } from './format.ts'

/** The page is large, and asked for by few: it is loaded when it is. */
const html: Format = {
  title: 'one page for an auditor: self-contained, to be filtered and searched, and printed',
  mediaType: 'text/html',
  render: async (reports) => (await import('./html/index.ts')).htmlPage(reports),
}

/** Every format there is, by the name that `--format` takes. A new one is a file and a line here. */
export const formats = { text, json, sarif, junit, github, gitlab, markdown, html, csv } as const satisfies Record<
  string,
  Format
>

export type FormatName = keyof typeof formats

export const formatNames = Object.keys(formats) as readonly FormatName[]

/** The reports of one run in one format. */
export async function render(
  reports: readonly Report[],
  format: FormatName,
  options: RenderOptions = {},
): Promise<string> {
  return formats[format].render(reports, options)
}
