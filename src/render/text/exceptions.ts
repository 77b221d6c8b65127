import type { Report } from '../../model/generated/report.ts'
import { harmless } from '../../text/harmless.ts'
import {
  baselinedFindings,
  baselineInWords,
  becameInWords,
  type Fault,
  faultsIn,
  ruleOfFault,
  waivedFindings,
  waiverInWords,
  whyIgnoredInWords,
} from '../exceptions.ts'
import type { Page } from './finding.ts'
import { someBulleted } from './footer.ts'
import { placeOf } from './groups.ts'
import { labelled, wrapped } from './wrap.ts'

/** What the baseline does to the exit code, right below the verdict. */
export function baselineLines({ report, paint, width }: Pick<Page, 'report' | 'paint' | 'width'>): readonly string[] {
  const said = baselineInWords(report)
  if (said === undefined) return []
  return wrapped(said, width, 0).map((line) => paint(line, 'bold', 'yellow'))
}

/** Waivers that lift nothing, what those in force lift, and what the baseline holds. */
export function exceptionLines(page: Page): readonly string[] {
  const { report, paint } = page
  const { fixed = [], ignored = [] } = report.baseline ?? {}
  const section = (title: string, texts: readonly string[]): readonly string[] =>
    texts.length === 0 ? [] : ['', paint(title, 'bold'), ...someBulleted(texts, page.width, 2)]
  return [
    ...faultsIn(report).flatMap((fault) => ['', ...faultLines(fault, page)]),
    ...section(
      'Waived: not met or not known, and not counted',
      waivedFindings(report).map(
        (one) =>
          `${one.outcome}: ${one.title} [${one.rule}] on ${one.subject.label}, waived ${waiverInWords(one.waiver)} (${placeOf(one.waiver)})`,
      ),
    ),
    ...section(
      'In the baseline: counted, but not in the exit code',
      baselinedFindings(report).map((one) => `${one.outcome}: ${one.message} [${one.rule}] (${placeOf(one)})`),
    ),
    ...section(
      'Entries of the baseline that hold nothing any more: --create-baseline removes them',
      fixed.map(({ rule, subject, now, at }) => `${rule} on ${subject.id}: ${becameInWords[now]} (${placeOf({ at })})`),
    ),
    ...section(
      'Entries of the baseline that do not count',
      ignored.map(
        ({ rule, subject, why, at }) => `${rule} on ${subject.id}: ${whyIgnoredInWords[why]} (${placeOf({ at })})`,
      ),
    ),
  ]
}

function faultLines(fault: Fault, { paint, width }: Page): readonly string[] {
  const word = fault.level.toUpperCase()
  const heading = harmless(`${fault.title} [${ruleOfFault(fault)}]`)
  const [first = '', ...rest] = labelled(word, heading, width, 0, word.length + 2)
  const name = (text: string, what: string): readonly string[] => {
    const [line = '', ...more] = labelled(what, harmless(text), width, 2)
    return [line.replace(what, paint(what, 'dim')), ...more]
  }
  const { reason, owner, approver, ticket } = fault.waiver
  return [
    first.replace(word, paint(word, 'bold', fault.level === 'error' ? 'red' : 'yellow')),
    ...rest,
    paint(`  ${placeOf(fault)}`, 'cyan'),
    '',
    ...wrapped(harmless(fault.message), width, 2),
    ...name(`${reason} (owner ${owner}, approved by ${approver}, ${ticket})`, 'Given'),
    ...(fault.remedy === undefined ? [] : name(fault.remedy, 'Remedy')),
  ]
}

/** One line for each of them, as compilers write theirs. */
export function exceptionOneLiners(report: Report): readonly string[] {
  return [
    ...faultsIn(report).map(
      (fault) => `${placeOf(fault)}: ${fault.status} ${fault.level} ${ruleOfFault(fault)}: ${harmless(fault.message)}`,
    ),
    ...waivedFindings(report).map(
      (one) =>
        `${placeOf(one)}: waived ${one.outcome} ${one.level} ${one.rule}: ${harmless(one.message)}: ${waiverInWords(one.waiver)}`,
    ),
    ...baselinedFindings(report).map(
      (one) => `${placeOf(one)}: baselined ${one.outcome} ${one.level} ${one.rule}: ${harmless(one.message)}`,
    ),
  ]
}
