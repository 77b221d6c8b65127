import type { Report } from '../../model/generated/report.ts'
import { type OpenFinding, saidOf } from '../../model/report.ts'
import { harmless } from '../../text/harmless.ts'
import type { Paint } from './colour.ts'
import { asksOf, type Group, placeOf, unique } from './groups.ts'
import { bulleted, labelled, wrapped } from './wrap.ts'

export type Page = {
  readonly paint: Paint
  readonly width: number
  readonly report: Report
}

/** What a block shows of a long list; the Report has all of it. */
const most = 4
const indent = 2

/** One group of open findings: what, where, why, and what to do. */
export function groupLines(group: Group, page: Page): readonly string[] {
  const { first } = group
  return [
    ...headingOf(group, page),
    page.paint(`  ${placeOf(first)}`, 'cyan'),
    ...importedPlacesOf(group).map((place) => page.paint(`  ${place}`, 'cyan')),
    ...frameOf(first, page),
    '',
    ...(first.outcome === 'fail' ? reasonsOf(group, page) : unknownsOf(group, page)),
  ]
}

/** `FAIL  Every transfer has a ground [transfers/ground, TR-01]`; the level is said where it is not an error. */
function headingOf({ first, rules }: Group, { paint, width }: Page): readonly string[] {
  const word = `${first.outcome.toUpperCase()}${first.level === 'error' ? '' : ` (${first.level})`}`
  const what =
    rules.length === 1
      ? `${first.title} [${first.rule}, ${first.controls.join(', ')}]`
      : `${rules.length} requirements wait for one statement`
  const [line = '', ...rest] = labelled(word, harmless(what), width, 0, word.length + 2)
  const colour = first.outcome === 'fail' && first.level === 'error' ? 'red' : 'yellow'
  return [line.replace(word, paint(word, 'bold', colour)), ...rest]
}

/** Where imported files say what the findings rest on. */
function importedPlacesOf({ findings }: Group): readonly string[] {
  const all = unique(
    findings.flatMap(({ alsoAt = [] }) => alsoAt.map(({ at, text }) => `${placeOf({ at })}  ${harmless(text)}`)),
  )
  return all.length > most ? [...all.slice(0, most), `and ${all.length - most} more places`] : all
}

function frameOf({ codeFrame, at, outcome }: OpenFinding, { paint }: Page): readonly string[] {
  // The first line of a descriptor stands for all of it: what should be there is said below.
  if (codeFrame === undefined || (at.line === 1 && outcome === 'unknown')) return []
  const lines = codeFrame.split('\n').map(harmless)
  return ['', ...lines.map((line) => `  ${line.startsWith('>') ? line : paint(line, 'dim')}`)]
}

/** Why a rule fails, with the values of each subject, and what would make it right. */
function reasonsOf({ first, findings }: Group, page: Page): readonly string[] {
  const messages = unique(findings.map(({ message }) => message))
  return [
    ...listed(messages, page),
    // A message that tells the way itself need not be told it again.
    ...pathsOf(findings, page, messages),
    ...(messages.length < findings.length ? line('On', subjectsOf(findings), page) : []),
    ...line('Source', sourceOf(first, page), page),
    ...line('Remedy', first.remedy, page),
  ]
}

/** What should be stated, which requirements wait for it, and what else they will ask. */
function unknownsOf({ first, findings, ask, rules }: Group, page: Page): readonly string[] {
  const labels = () => unique(findings.flatMap(({ missing }) => missing.map(({ label }) => label)))
  const others = asksOf(findings, page.report).filter((one) => one.ask !== ask)
  const keys = unique(others.map(({ key, at }) => `${key} (line ${at.line})`))
  return [
    ...(ask === undefined ? line('Unknown', some(labels(), '; '), page) : wrapped(harmless(ask), page.width, indent)),
    ...pathsOf(findings, page),
    ...line('On', subjectsOf(findings), page),
    ...(rules.length > 1 ? line('Decides', some(rules, ', '), page) : []),
    ...(keys.length > 0 ? line('Then', some(keys, ', ', 8), page) : []),
    ...(rules.length === 1 ? line('Source', sourceOf(first, page), page) : []),
    ...(rules.length === 1 ? line('Remedy', first.remedy, page) : []),
  ]
}

function pathsOf(findings: readonly OpenFinding[], page: Page, told: readonly string[] = []): readonly string[] {
  const paths = findings.flatMap(({ path }) => (path === undefined ? [] : [path.steps.map(({ node }) => node)]))
  // A path of one step says no more than the place does.
  const all = unique(paths.filter((nodes) => nodes.length > 1).map((nodes) => nodes.join(' -> ')))
  const shown = all.filter((path) => !told.some((message) => message.includes(path)))
  const more = shown.length > most ? line('', `and ${shown.length - most} more`, page) : []
  return [...shown.slice(0, most).flatMap((path) => line('Path', path, page)), ...more]
}

function listed(texts: readonly string[], { width }: Page): readonly string[] {
  const one = (text: string) =>
    texts.length > 1 ? bulleted(harmless(text), width, indent) : wrapped(harmless(text), width, indent)
  const lines = texts.slice(0, most).flatMap(one)
  return texts.length > most ? [...lines, `  - and ${texts.length - most} more`] : lines
}

function subjectsOf(findings: readonly OpenFinding[]): string {
  return some(unique(findings.map(({ subject }) => subject.label)), '; ')
}

function some(texts: readonly string[], separator: string, limit = most): string {
  const rest = texts.length > limit ? `${separator}and ${texts.length - limit} more` : ''
  return texts.slice(0, limit).join(separator) + rest
}

function sourceOf({ source }: OpenFinding, { report }: Page): string {
  const { titleOf } = saidOf(report)
  return source.map(({ document, clause }) => `${titleOf(document) ?? document}, ${clause}`).join('; ')
}

function line(name: string, text: string, { paint, width }: Page): readonly string[] {
  const [first = '', ...rest] = labelled(name, harmless(text), width, indent)
  return [first.replace(name, paint(name, 'dim')), ...rest]
}
