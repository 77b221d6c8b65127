import type { Report } from '../../model/generated/report.ts'
import { saidOf } from '../../model/report.ts'
import { harmless } from '../../text/harmless.ts'
import { matchesInWords, planInWords, unknownTypes } from '../infrastructure.ts'
import type { Page } from './finding.ts'
import { placeOf } from './groups.ts'
import { bulleted, wrapped } from './wrap.ts'

const most = 20

/** What the verdict takes as true without being able to show it. */
export function reliesOnLines({ report, paint, width }: Page): readonly string[] {
  const { narrowings, claims, statedNone, pastReview, used } = saidOf(report).reliesOn()
  const reviews = pastReview.map(({ entry, reviewBy, file }) => `${entry}: review was due by ${reviewBy} (${file})`)
  const sections = [
    ...configured(report.configuration, width),
    section('Evidence of who can log in', (report.accessEvidence ?? []).map(evidenceIn), width),
    section('Statements that keep data out, taken as true', statementsOf(narrowings), width),
    section('Claims without evidence', statementsOf(claims), width),
    section('None stated', statementsOf(statedNone), width),
    section(`Registry facts past their review (of ${used} used)`, reviews, width),
  ].flat()
  return sections.length === 0 ? [] : [paint('What this verdict relies on', 'bold'), ...sections, '']
}

/** What was left out of the rules, and what was made to weigh otherwise: that is for somebody to agree with. */
function configured({ packs, levels }: Report['configuration'], width: number): readonly (readonly string[])[] {
  const left = packs.map(({ id, counts, rulesLeftOut, at }) => {
    const what = counts === 'nothing' ? `${id}, all ${rulesLeftOut.length}` : `${id}, ${rulesLeftOut.length}`
    return `${what} (${placeOf({ at })})`
  })
  const changed = levels.map(
    ({ rule, from, to, reason, at }) => `${rule}: ${to}, not ${from}: ${reason} (${placeOf({ at })})`,
  )
  return [
    section('Rules that the configuration leaves out, by pack', left, width),
    section('Levels that the configuration changes', changed, width),
  ]
}

function evidenceIn(one: NonNullable<Report['accessEvidence']>[number]): string {
  const { file, system, accounts, collectedOn, countsUntil } = one
  const what = `${file}, ${system === undefined ? 'of which system is not stated' : `of ${system}`}`
  const count = accounts === 1 ? '1 account' : `${accounts} accounts`
  const age =
    collectedOn === undefined
      ? 'collected nobody says when, so that it counts for nothing'
      : `collected on ${collectedOn}, ${countsUntil === undefined ? 'for how long it counts is not stated' : `counts until ${countsUntil}`}`
  return `${what}: ${count}, ${age}`
}

function statementsOf(statements: Report['reliesOn']['claims']): readonly string[] {
  return statements.map((statement) => `${statement.text} (${placeOf(statement)})`)
}

/** A list; of a long one, how many more there are. */
export function someBulleted(texts: readonly string[], width: number, indent: number): readonly string[] {
  const shown = texts.slice(0, most).flatMap((text) => bulleted(harmless(text), width, indent))
  return texts.length > most ? [...shown, `${' '.repeat(indent)}- and ${texts.length - most} more`] : shown
}

function section(title: string, texts: readonly string[], width: number): readonly string[] {
  if (texts.length === 0) return []
  return [`  ${title}`, ...someBulleted(texts, width, 4)]
}

/** What the published texts leave open; the lists themselves are in the Report. */
function publishedTexts({ defects, notEncoded }: Report, width: number): readonly string[] {
  if (defects.length + notEncoded.length === 0) return []
  const known = `${defects.length} known ${defects.length === 1 ? 'defect' : 'defects'} of the published texts`
  const gaps = `${notEncoded.length} ${notEncoded.length === 1 ? 'thing' : 'things'} not encoded`
  return wrapped(`${known}, ${gaps}: see \`douane list defects\` and \`douane list not-encoded\``, width, 2)
}

/** What was planned, and what of it a component answers for. */
export function infrastructureLines({ report, paint, width }: Page): readonly string[] {
  const { infrastructure } = report
  if (infrastructure === undefined) return []
  const types = unknownTypes(infrastructure)
  return [
    paint('Planned', 'bold'),
    ...someBulleted(infrastructure.plans.map(planInWords), width, 2),
    ...wrapped(harmless(matchesInWords(infrastructure)), width, 2),
    ...(types.length === 0 ? [] : ['  Types that are not known', ...someBulleted(types, width, 4)]),
    '',
  ]
}

/** How much was checked. */
export function countsLines({ report, paint, width }: Page): readonly string[] {
  const { rules, outcomes, subjects, waived } = report.counts
  const count = Object.values(subjects).reduce((sum, one) => sum + one, 0)
  const decided = Object.values(outcomes).reduce((sum, one) => sum + one, 0)
  const packs = report.verdict.packs.join(', ')
  const agreed = report.verdict.secondOpinion === 'agreed' ? ['  json-rules-engine agrees with every decision'] : []
  const { file } = report.configuration
  return [
    paint('Checked', 'bold'),
    ...(file === undefined ? [] : [`  as ${harmless(file)} wants it`]),
    `  ${rules.loaded} rules loaded (${harmless(packs)}): ${rules.applied} applied, ${rules.notApplicable} not applicable`,
    `  ${decided} decisions on ${count} ${count === 1 ? 'subject' : 'subjects'}: ${outcomes.pass} passed, ${outcomes.fail} failed, ${outcomes.unknown} unknown, ${outcomes.notApplicable} not applicable${waived === 0 ? '' : `; ${waived} waived`}`,
    `  ${coverageOf(report)}`,
    ...agreed,
    ...publishedTexts(report, width),
  ]
}

/** Promises that no rule checks are named: nothing was said of them. */
function coverageOf(report: Report): string {
  const controls = saidOf(report).controls()
  const unchecked = controls.filter(({ rules }) => rules.length === 0).map(({ id }) => id)
  const count = `${controls.length} ${controls.length === 1 ? 'control' : 'controls'}`
  if (unchecked.length === 0) return `${count}: ${controls.length} checked, 0 without a rule`
  const named = harmless(unchecked.join(', '))
  return `${count}: ${controls.length - unchecked.length} checked, ${unchecked.length} without a rule (${named})`
}
