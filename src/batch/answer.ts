import type { Sources } from '../load/workspace.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Report } from '../model/generated/report.ts'
import type { Instant } from '../model/instant.ts'
import type { SourceFile } from '../model/location.ts'
import { withParts } from '../model/report.ts'
import { type CheckOptions, type Dated, openCheck } from '../pipeline.ts'
import type { Audience } from '../reduce/audiences.ts'
import type { RenderOptions } from '../render/format.ts'
import type { FormatName } from '../render/index.ts'
import { keptOf, streamOf } from '../render/stream.ts'
import { goesAhead } from '../settle/baseline.ts'
import { type Excused, excusedIn } from '../settle/excused.ts'
import { type DatedText, datedText } from './dated-text.ts'
import { lost } from './lost.ts'

/** A format that is asked for, and how it is to be written. */
export type Output = { readonly format: FormatName; readonly options: RenderOptions }

/** Everything that decides what comes of a file, but for the file. But for what is shipped, it can be sent to a thread. */
export type Settings = {
  /** Without what is to be checked: `files` are registry documents that serve every engagement. */
  readonly sources: Sources
  readonly options: Omit<CheckOptions, 'onProgress'>
  readonly outputs: readonly Output[]
  /** What others may not see is left out of every output. */
  readonly audience?: Audience
  /** Whether the texts are to be kept for another as-of. */
  readonly dated: boolean
}

/** Text; or its bytes, where it was kept as such: those are only good until the next answer is asked for. */
export type Part = string | Buffer

/** What one engagement adds to a run. */
type Added<Piece> = {
  readonly passed: boolean
  /** Absent where all that is open counts. */
  readonly excused?: Excused
  /** For each output, text; or for a format that needs all reports, what it needs, as JSON. */
  readonly parts: readonly Piece[]
}

export type Written = Added<Part>

/** What came of one file, or of one line of a file. */
export type Answer = {
  readonly written: readonly Written[]
  readonly problems: readonly Diagnostic[]
  /** The same for a later as-of. */
  readonly later?: Later
}

/** Parts in which the as-of can be another, and the instant before which they hold; `undefined` for ever. */
type Later = {
  readonly written: readonly Added<DatedText>[]
  readonly until: Instant | undefined
}

export type Answerer = (file: SourceFile) => Promise<Answer>

/** Reads the rules and the registry once, and then answers for one file after the other. Pure. */
export async function answererFor(settings: Settings): Promise<{
  /** What is wrong with what the files share. */
  readonly problems: readonly Diagnostic[]
  /** Left out where, because of that, nothing can be said of any. */
  readonly answer?: Answerer
}> {
  const { sources, options, outputs, audience, dated } = settings
  const open = await openCheck(sources)
  if (open.closed) return { problems: open.problems }
  const writers = await Promise.all(outputs.map((output) => writerOf(output, audience)))
  const answer = async (file: SourceFile): Promise<Answer> => {
    const checked = await open.check(file, options)
    const { problems } = checked
    const written: Added<string>[] = []
    for (const { report } of checked.dated) {
      const parts = await Promise.all(writers.map((write) => write(report)))
      const excused = excusedIn(report)
      written.push({ passed: goesAhead(report), ...(excused === undefined ? {} : { excused }), parts })
    }
    if (!dated || problems.length > 0) return { written, problems }
    return { written, problems, later: await laterOf(checked.dated, written, writers) }
  }
  return { problems: open.problems, answer: (file) => answer(file).catch((error) => lost(file, error)) }
}

type Writer = (report: Report) => Promise<string>

async function writerOf({ format, options }: Output, audience: Audience | undefined): Promise<Writer> {
  const stream = await streamOf(format, options)
  const write: Writer = stream?.each ?? (async (report) => JSON.stringify(keptOf(report, format)))
  if (audience === undefined) return write
  const { reduce } = await import('../reduce/index.ts')
  return (report) => write(reduce(report, audience))
}

async function laterOf(
  checked: readonly Dated[],
  written: readonly Added<string>[],
  writers: readonly Writer[],
): Promise<Later> {
  const untils: Instant[] = []
  const later = []
  for (const [index, { report, steadyUntil }] of checked.entries()) {
    const until = steadyUntil()
    if (until !== undefined) untils.push(until)
    const { parts = [], ...added } = written[index] ?? { passed: false }
    const texts = await Promise.all(
      writers.map((write, at) =>
        datedText(parts[at] ?? '', report.asOf, async (asOf) => write(withParts(report, { asOf: () => asOf }))),
      ),
    )
    later.push({ ...added, parts: texts })
  }
  return { written: later, until: untils.length === 0 ? undefined : Math.min(...untils) }
}
