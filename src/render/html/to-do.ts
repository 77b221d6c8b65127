import type { Report } from '../../model/generated/report.ts'
import type { Chapter } from './chapter.ts'
import { html, type Markup, when } from './markup.ts'
import { counted, mark, place } from './words.ts'

type ToDo = Report['toDo'][number]

/** How many things to do are shown before the rest is folded away. */
const most = 12

/** What a person has to do, the weightiest first; each leads to the findings that wait for it. */
export function toDoList(chapter: Chapter): Markup {
  const { toDo, findings } = chapter.report
  const known = new Map(findings.map((finding) => [finding.id, finding]))
  const items = toDo.map((one, at) => itemOf(one, at, known, chapter))
  const rest = items.slice(most)
  return html`<section aria-labelledby="${chapter.id('to-do')}">
<h2 id="${chapter.id('to-do')}">To do <span class="count">${toDo.length}</span></h2>
${items.length === 0 ? html`<p class="empty">Nothing is open.</p>` : html`<ol class="to-do">${items.slice(0, most)}</ol>`}
${when(rest.length > 0, () => html`<details class="rest"><summary>${rest.length} more</summary><ol class="to-do" start="${most + 1}">${rest}</ol></details>`)}
</section>`
}

type Known = ReadonlyMap<string, Report['findings'][number]>

function itemOf({ outcome, at, ask, rules, findings }: ToDo, index: number, known: Known, chapter: Chapter): Markup {
  const first = known.get(findings[0] ?? '')
  const what =
    outcome === 'fail'
      ? first?.message
      : (ask ?? `${first?.message ?? ''}; no statement in the descriptor would decide this`)
  const count =
    outcome === 'fail' ? counted(findings.length, 'finding') : `decides ${counted(findings.length, 'finding')}`
  const remedy = outcome === 'fail' ? first?.remedy : undefined
  const wait = rules.length > 1 ? ` of ${rules.length} rules` : ''
  return html`<li>${mark(outcome)}<div><p class="what">${what}</p>${when(remedy, () => html`<p>${remedy}</p>`)}
<p class="dim">${place(at)} · <a href="${chapter.filtered({ todo: String(index + 1) })}">${count}${wait}</a></p></div></li>`
}
