import type { Report } from '../model/generated/report.ts'
import { csv } from './csv.ts'
import type { Format, RenderOptions } from './format.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { intoto } from './intoto.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import { markdown } from './markdown.ts'
import { oscal } from './oscal.ts'
import { sarif } from './sarif.ts'
import { text } from './text/index.ts'

export type { Format, RenderOptions } from './format.ts'

/** Every format there is, by the name that `--format` takes. A new one is a file and a line here. */
export const formats = {
  text,
  json,
  sarif,
  junit,
  github,
  gitlab,
  markdown,
  csv,
  oscal,
  intoto,
} as const satisfies Record<string, Format>

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
