import { writeFile } from '../io/write-file.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Report } from '../model/generated/report.ts'
import { failed, ok, type Result } from '../model/result.ts'
import type { Audience } from '../reduce/audiences.ts'
import { type FormatName, render } from '../render/index.ts'
import { type OutputFlags, outputsIn } from './outputs.ts'
import { type Terminal, wantsColor } from './terminal.ts'

export type PublishFlags = {
  readonly format?: readonly FormatName[]
  readonly quiet?: boolean
  readonly color: boolean
  readonly audience?: Audience
} & OutputFlags

/**
 * Writes the reports where they were asked for, once all texts are there: nothing is written in part. A format with a
 * file of its own is not printed as well.
 *
 * Errors: FLAG_INVALID, where a report was reduced before and has no longer what its audience would get; those of writing.
 */
export async function publish(
  whole: readonly Report[],
  flags: PublishFlags,
  terminal: Terminal,
): Promise<readonly Diagnostic[]> {
  const { audience, quiet = false } = flags
  if (whole.length === 0) return []
  const reduced = audience === undefined ? ok(whole) : await reducedFor(audience, whole)
  if (!reduced.ok) return reduced.problems
  const reports = reduced.value
  const problems: Diagnostic[] = []
  const printed: string[] = []
  for (const format of new Set(flags.format ?? ['text' as const])) {
    if (flags[`output.${format}`] !== undefined) continue
    const color = wantsColor(terminal, terminal.stdout, flags.color)
    const width = Math.min(100, Math.max(60, terminal.stdout.columns ?? 96))
    printed.push(await render(reports, format, { color, quiet, width }))
  }
  const filed: (readonly [path: string, text: string])[] = []
  for (const [format, path] of outputsIn(flags)) filed.push([path, await render(reports, format, { quiet })])
  for (const text of printed) terminal.stdout.write(text)
  for (const [path, text] of filed) {
    const written = writeFile(path, text, terminal.cwd)
    if (!written.ok) problems.push(...written.problems)
  }
  return problems
}

/** Loaded only where an audience is named. */
async function reducedFor(
  audience: Audience,
  whole: readonly Report[],
): Promise<Result<readonly Report[], Diagnostic>> {
  const { audienceOf, canBeFor, reduce } = await import('../reduce/index.ts')
  const lost = whole.filter((report) => !canBeFor(report, audience))
  if (lost.length === 0) return ok(whole.map((report) => reduce(report, audience)))
  return failed(
    lost.map((report) => ({
      code: 'FLAG_INVALID',
      message: `--audience ${audience}: the Report on ${report.engagement.id} was reduced for the ${audienceOf(report)}, and what was left out is not in it`,
      hint: 'Render the whole Report, which `douane check -f json` writes, or check the engagement again.',
    })),
  )
}
