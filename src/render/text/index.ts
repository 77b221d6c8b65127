import type { Report } from '../../model/generated/report.ts'
import { harmless } from '../../text/harmless.ts'
import type { Render, RenderOptions } from '../format.ts'
import { openFindings, reductionOf } from '../open.ts'
import { type Paint, painter } from './colour.ts'
import { baselineLines, exceptionLines, exceptionOneLiners } from './exceptions.ts'
import { groupLines, type Page } from './finding.ts'
import { countsLines, infrastructureLines, reliesOnLines } from './footer.ts'
import { groupsOf, placeOf } from './groups.ts'
import { wrapped } from './wrap.ts'

/** For people: the verdict, what to do about it, and what it relies on. Several reports follow one another. */
export const text: Render = (reports, options) => {
  const paint = painter(options.color ?? false)
  const pages = reports.map((report) => pageOf({ report, paint, width: options.width ?? 96 }, options))
  return pages.map((lines) => `${lines.join('\n')}\n`).join(options.quiet ? '' : '\n')
}

function pageOf(page: Page, { quiet }: RenderOptions): readonly string[] {
  const { report, paint } = page
  const width = quiet ? Number.POSITIVE_INFINITY : page.width
  const reduction = reductionOf(report)
  const reduced = reduction === undefined ? [] : quiet ? [reduction] : wrapped(reduction, width, 2)
  const verdict = [verdictLine(report, paint), ...reduced, ...baselineLines({ ...page, width })]
  if (quiet) return [...verdict, ...oneLiners(report), ...exceptionOneLiners(report)]
  const groups = groupsOf(report).flatMap((group) => ['', ...groupLines(group, page)])
  return [
    ...verdict,
    ...groups,
    ...exceptionLines(page),
    '',
    ...reliesOnLines(page),
    ...infrastructureLines(page),
    ...countsLines(page),
  ]
}

/** `FAIL (2 failed)  Client portal  as of 2026-03-01T00:00:00Z, valid until 2031-12-28T00:00:00Z` */
function verdictLine({ verdict, engagement, asOf, validUntil }: Report, paint: Paint): string {
  const colour = verdict.result === 'pass' ? 'green' : 'red'
  const until = validUntil === 'none' ? 'time alone does not change it' : `valid until ${validUntil}`
  const times = `as of ${asOf}, ${until}`
  return `${paint(harmless(verdict.headline), 'bold', colour)}  ${paint(harmless(engagement.title), 'bold')}  ${paint(harmless(times), 'dim')}`
}

/** One line for each open finding that counts in full, as compilers write theirs. */
function oneLiners(report: Report): readonly string[] {
  return openFindings(report)
    .filter(({ baselined }) => !baselined)
    .map(
      (finding) =>
        `${placeOf(finding)}: ${finding.outcome} ${finding.level} ${finding.rule}: ${harmless(finding.message)}`,
    )
}
