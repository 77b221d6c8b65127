import type { Report } from '../model/generated/report.ts'
import { saidOf, withParts } from '../model/report.ts'
import type { RenderOptions } from './format.ts'
import { type FormatName, render } from './index.ts'
import { asJson } from './json.ts'

/** How a format is written while reports still come, without any of them being kept. */
export type Stream = {
  readonly head: string
  readonly foot: string
  /** Stands between two parts that are not empty. */
  readonly between: string
  /** What there is to write where all parts are empty. */
  readonly empty: string
  /** What one report adds. */
  readonly each: (report: Report) => Promise<string>
  /** Makes the whole of its part, where a report turns out to be the only one. */
  readonly alone?: (part: string) => string
}

/**
 * How reports are written one after another in a format, so that the whole is what `render` gives of all of them;
 * `undefined` for a format whose beginning depends on all of them: SARIF lists errors first, Markdown and pages begin
 * with an overview, OSCAL is one document of all.
 */
export async function streamOf(format: FormatName, options: RenderOptions): Promise<Stream | undefined> {
  const plain = { head: '', foot: '', between: '', empty: '' }
  const whole = (report: Report): Promise<string> => render([report], format, options)
  switch (format) {
    case 'text':
      return { ...plain, between: options.quiet ? '' : '\n', each: whole }
    case 'github':
      return { ...plain, each: whole }
    case 'json':
      return { ...plain, each: async (report) => asJson(report, 0), alone: (part) => asJson(JSON.parse(part)) }
    case 'intoto': {
      const line = async (report: Report) => asJson(JSON.parse(await whole(report)), 0)
      return { ...plain, each: line, alone: (part) => asJson(JSON.parse(part)) }
    }
    case 'csv': {
      const head = await render([], format, options)
      return { ...plain, head, empty: head, each: async (report) => (await whole(report)).slice(head.length) }
    }
    case 'junit': {
      const empty = await render([], format, options)
      const at = empty.lastIndexOf('</testsuites>')
      return framed({ head: empty.slice(0, at), foot: empty.slice(at), between: '', empty }, whole)
    }
    case 'gitlab': {
      const empty = await render([], format, options)
      return framed({ head: '[\n', foot: '\n]\n', between: ',\n', empty }, whole)
    }
    default:
      return undefined
  }
}

/** Each part is a whole without its frame. */
function framed(frame: Omit<Stream, 'each'>, whole: (report: Report) => Promise<string>): Stream {
  const { head, foot, empty } = frame
  const each = async (report: Report): Promise<string> => {
    const text = await whole(report)
    return text === empty ? '' : text.slice(head.length, text.length - foot.length)
  }
  return { ...frame, each }
}

/**
 * What a format needs of a report, where it can be written only when all are there: of those that show what is open,
 * nothing of what passed. `render` gives the same of both.
 */
export function keptOf(report: Report, format: FormatName): Report {
  if (format !== 'sarif' && format !== 'markdown') return report
  const said = saidOf(report)
  const open = said.inFull().map(({ explanation: _, path: __, ...finding }) => ({
    ...finding,
    facts: finding.facts.map((fact) => ({ ...fact, origins: [] })),
  }))
  const nothing = Object.fromEntries(Object.keys(report.architecture).map((key) => [key, []]))
  return withParts(
    report,
    {
      findings: () => open,
      origins: () => [],
      explanations: () => [],
      toDo: () => [],
      notApplicable: () => [],
      defects: () => [],
      rules: () => report.rules.map((rule) => ({ ...rule, text: {} as typeof rule.text })),
      reliesOn: () => ({ narrowings: [], claims: [], statedNone: [], registryFacts: [] }),
      ...(format === 'markdown'
        ? {}
        : { notEncoded: () => [], architecture: () => nothing as unknown as Report['architecture'] }),
    },
    { ...said, open, toDo: () => [], inFull: () => open, met: () => [] },
  )
}
