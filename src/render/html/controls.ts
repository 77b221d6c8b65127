import type { Report } from '../../model/generated/report.ts'
import { sourceText } from '../open.ts'
import type { Chapter } from './chapter.ts'
import { html, type Markup, type Part } from './markup.ts'
import { counted, type Outcome } from './words.ts'

type Control = Report['controls'][number]
type Counts = Readonly<Record<Outcome, number>>
type Rules = ReadonlyMap<string, { readonly title: string; readonly counts: Counts }>

/** Each requirement with its source, the rules that check it, and how they came out: requirement, rule, finding. */
export function controlMatrix(chapter: Chapter): Markup {
  const { controls } = chapter.report
  const rules = rulesIn(chapter.report)
  const packs = [...new Set(controls.map(({ pack }) => pack))]
  const unchecked = controls.filter((control) => control.rules.length === 0).length
  const groups = packs.map((pack) => {
    const rows = controls.filter((control) => control.pack === pack).map((control) => row(control, rules, chapter))
    return html`<tbody><tr class="group"><th colspan="4" scope="rowgroup">${pack}</th></tr>${rows}</tbody>`
  })
  return html`<section aria-labelledby="${chapter.id('controls')}">
<h2 id="${chapter.id('controls')}">Controls <span class="count">${controls.length}</span></h2>
<p class="dim">${counted(controls.length - unchecked, 'control')} checked by a rule, ${unchecked} without one. A control leads to its rules, and each number to its findings.</p>
<div class="scroll" tabindex="0" role="group" aria-label="Controls with their rules and outcomes"><table class="matrix">
<thead><tr><th scope="col">Control</th><th scope="col">Source</th><th scope="col">Rules</th><th scope="col">Outcome</th></tr></thead>
${groups}</table></div>
</section>`
}

function row(control: Control, rules: Rules, chapter: Chapter): Markup {
  const { id, title, outcomes } = control
  return html`<tr id="${chapter.id(`control-${id}`)}"><th scope="row"><span class="id">${id}</span> ${title}</th><td class="dim">${sourceText(control, chapter.report)}</td><td>${rulesOf(control, rules, chapter)}</td><td class="counts">${numbers(outcomes, { control: id }, chapter)}</td></tr>
`
}

const few = 1

function rulesOf({ rules: ids }: Control, rules: Rules, chapter: Chapter): Markup {
  if (ids.length === 0) return html`<strong class="warn">no rule</strong>`
  const items = ids.map((id) => {
    const { title = id, counts = none } = rules.get(id) ?? {}
    return html`<li><a href="#${chapter.id(`rule-${id}`)}">${title}</a> <span class="counts">${numbers(counts, { rule: id }, chapter)}</span></li>`
  })
  const listed = html`<ul class="plain">${items}</ul>`
  return ids.length <= few ? listed : html`<details><summary>${ids.length} rules</summary>${listed}</details>`
}

/** `2 failed`, `31 passed`: each number leads to its findings. */
function numbers(counts: Counts, filter: Readonly<Record<string, string>>, { filtered }: Chapter): readonly Part[] {
  const decided = (['fail', 'unknown', 'pass'] as const).filter((outcome) => counts[outcome] > 0)
  if (decided.length === 0)
    return [html`<span class="dim">${counts.notApplicable > 0 ? 'not applicable' : 'nothing to check'}</span>`]
  return decided.map(
    (outcome) =>
      html`<a class="number" href="${filtered({ ...filter, outcome })}">${small(outcome, counts[outcome])}</a> `,
  )
}

const words = { fail: 'failed', unknown: 'unknown', pass: 'passed' } as const

function small(outcome: keyof typeof words, count: number): Markup {
  return html`<span class="mark ${outcome}">${count} <span class="word">${words[outcome]}</span></span>`
}

const none: Counts = { fail: 0, unknown: 0, pass: 0, notApplicable: 0 }

function rulesIn(report: Report): Rules {
  const counts = new Map<string, Record<Outcome, number>>(report.rules.map(({ id }) => [id, { ...none }]))
  for (const { rule, outcome } of report.findings) {
    const of = counts.get(rule)
    if (of !== undefined) of[outcome] += 1
  }
  for (const { rule, subjects } of report.notApplicable) {
    const of = counts.get(rule)
    if (of !== undefined) of.notApplicable += subjects.length
  }
  return new Map(report.rules.map(({ id, title }) => [id, { title, counts: counts.get(id) ?? none }]))
}
