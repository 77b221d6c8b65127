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

/** For the comment on a change: a table of what differs, and the rules' lines. */
export function diffAsMarkdown(diff: RunDiff): string {
  const blocks = [
    ...diff.engagements.map(blockOf),
    aloneInWords(diff)
      .map((line) => `* ${escaped(line)}\n`)
      .join(''),
  ]
  return blocks.filter((block) => block !== '').join('\n')
}

function blockOf(diff: ReportDiff): string {
  const { engagement, old, new: next, rules } = diff
  const rows = grouped(diff).map((group) => rowOf(group, diff))
  return [
    `## ${escaped(engagement.title)}: ${diff.same ? 'the same' : tallyInWords(diff)}\n`,
    `* Before: ${escaped(old.headline)}, as of ${escaped(old.asOf)}`,
    `* Now: ${escaped(next.headline)}, as of ${escaped(next.asOf)}`,
    `* Inputs that differ: ${escaped(inputsInWords(diff.inputs))}`,
    ...(rows.length === 0 ? [] : ['\n| | outcome | rule | on | because |', '|---|---|---|---|---|', ...rows]),
    ...rules.map(ruleOf),
    '',
  ].join('\n')
}

function rowOf(group: readonly [FindingChange, ...FindingChange[]], { inputs }: ReportDiff): string {
  const [change] = group
  const because = change.because.map((cause) => escaped(causeInWords(cause, inputs)))
  const message = messageOf(change)
  const said = message === undefined ? [] : [`${escaped(message.text)} (${escaped(message.place)})`]
  const direction = change.direction === 'other' ? 'otherwise' : change.direction
  const cells = [direction, escaped(stepInWords(change)), escaped(change.rule), escaped(subjectsInWords(group))]
  return `| ${[...cells, [...said, ...because].join('<br>')].join(' | ')} |`
}

function ruleOf({ rule, change, lines }: RuleChange): string {
  const shown = lines.map(({ sign, text }) => `${sign} ${harmless(text)}`)
  // A fence has to be longer than any in what it holds.
  const longest = Math.max(2, ...shown.flatMap((line) => [...line.matchAll(/`+/g)].map(([ticks]) => ticks.length)))
  const fence = '`'.repeat(longest + 1)
  return `\n${escaped(rule)} was ${change}:\n\n${fence}diff\n${shown.join('\n')}\n${fence}`
}

/** Names come from descriptors: none of them is markup. */
function escaped(text: string): string {
  return harmless(text).replace(/[&<>\\`*_[\]|#~!]/g, (character) => `&#${character.charCodeAt(0)};`)
}
