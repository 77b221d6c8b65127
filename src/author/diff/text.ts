import { type Paint, painter } from '../../render/text/colour.ts'
import { labelled, wrapped } from '../../render/text/wrap.ts'
import { harmless } from '../../text/harmless.ts'
import type { FindingChange, ReportDiff, RuleChange, RunDiff } from './types.ts'
import {
  aloneInWords,
  causeInWords,
  grouped,
  inputsInWords,
  messageOf,
  stepInWords,
  subjectsInWords,
  tallyInWords,
} from './words.ts'

type Page = { readonly paint: Paint; readonly width: number }
const colours = { worse: 'red', better: 'green', other: 'yellow' } as const

/** For people: which findings differ, and why. */
export function diffAsText(
  diff: RunDiff,
  { color = false, width = 96 }: { color?: boolean; width?: number } = {},
): string {
  const page = { paint: painter(color), width }
  const blocks = diff.engagements.map((one) => linesOfReport(one, page).join('\n'))
  return `${[...blocks, ...aloneInWords(diff)].join('\n\n')}\n`
}

function linesOfReport(diff: ReportDiff, page: Page): readonly string[] {
  const { paint } = page
  const title = paint(harmless(diff.engagement.title), 'bold')
  const verdict = diff.same ? paint('SAME', 'bold', 'green') : paint('DIFFERENT', 'bold', 'yellow')
  return [
    `${verdict}  ${title}${diff.same ? '' : `  ${tallyInWords(diff)}`}`,
    `  Before  ${harmless(diff.old.headline)}  as of ${harmless(diff.old.asOf)}`,
    `  Now     ${harmless(diff.new.headline)}  as of ${harmless(diff.new.asOf)}`,
    ...labelled('Inputs', `${inputsInWords(diff.inputs)}`, page.width, 2),
    ...grouped(diff).flatMap((group) => ['', ...linesOfGroup(group, diff, page)]),
    ...(diff.rules.length === 0
      ? []
      : ['', paint('Rules', 'bold'), ...diff.rules.flatMap((rule) => linesOfRule(rule, page))]),
  ]
}

/** What the first of a group says stands for all of them. */
function linesOfGroup(
  group: readonly [FindingChange, ...FindingChange[]],
  { inputs }: ReportDiff,
  { paint, width }: Page,
): readonly string[] {
  const [change] = group
  const message = messageOf(change)
  const word = change.direction === 'other' ? 'OTHERWISE' : change.direction.toUpperCase()
  const heading = `${stepInWords(change)}: ${harmless(change.title)} [${harmless(change.rule)}]`
  const [first = '', ...rest] = labelled(word, heading, width, 0, word.length + 2)
  return [
    first.replace(word, paint(word, 'bold', colours[change.direction])),
    ...rest,
    ...(message === undefined ? [] : [paint(`  ${message.place}`, 'cyan'), ...wrapped(message.text, width, 2)]),
    ...labelled('On', subjectsInWords(group), width, 2),
    ...change.because.flatMap((cause) => labelled('Because', causeInWords(cause, inputs), width, 2)),
  ]
}

function linesOfRule({ rule, change, lines }: RuleChange, { paint }: Page): readonly string[] {
  const shown = lines.map(({ sign, text }) => {
    const line = `    ${sign} ${harmless(text)}`
    return sign === '-' ? paint(line, 'red') : sign === '+' ? paint(line, 'green') : paint(line, 'dim')
  })
  return [`  ${harmless(rule)} was ${change}`, ...shown]
}
