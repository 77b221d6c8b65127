import type { Report } from '../../model/generated/report.ts'
import type { Chapter } from './chapter.ts'
import { html, type Markup, when } from './markup.ts'
import { counted, place } from './words.ts'

type ReliesOn = Report['reliesOn']

/** What the verdict takes as true: statements that somebody answers for, and facts of the registry with their age. */
export function reliesOnSection(chapter: Chapter): Markup {
  const { narrowings, claims, statedNone, registryFacts } = chapter.report.reliesOn
  return html`<section aria-labelledby="${chapter.id('relies-on')}">
<h2 id="${chapter.id('relies-on')}">What the verdict relies on</h2>
${statements('Statements that keep data out, taken as true', narrowings)}
${statements('Claims without evidence', claims)}
${statements('None stated', statedNone)}
${configured(chapter.report)}
${registry(registryFacts, chapter)}
</section>`
}

function statements(title: string, all: ReliesOn['claims']): Markup {
  if (all.length === 0) return html`<h3>${title}</h3><p class="dim">None.</p>`
  const items = all.map(({ text, at }) => html`<li>${text} ${place(at)}</li>`)
  return html`<h3>${title} <span class="count">${all.length}</span></h3><ul class="statements">${items}</ul>`
}

/** What a configuration left out of the rules, and what it made to weigh otherwise. */
function configured({ configuration: { packs, levels } }: Report): Markup {
  const left = packs.map(({ id, counts, rulesLeftOut, at }) => {
    const what = counts === 'nothing' ? 'all of it' : 'all but its rules of law'
    return html`<li>${id}: ${what}, ${counted(rulesLeftOut.length, 'rule')} ${place(at)}</li>`
  })
  const changed = levels.map(
    ({ rule, from, to, reason, at }) => html`<li>${rule}: ${to}, not ${from}: ${reason} ${place(at)}</li>`,
  )
  return html`${when(left.length > 0, () => html`<h3>Left out by the configuration</h3><ul class="statements">${left}</ul>`)}${when(changed.length > 0, () => html`<h3>Levels that the configuration changes</h3><ul class="statements">${changed}</ul>`)}`
}

function registry(facts: ReliesOn['registryFacts'], chapter: Chapter): Markup {
  if (facts.length === 0) return html``
  const sorted = [...facts.filter(({ stale }) => stale), ...facts.filter(({ stale }) => !stale)]
  const titles = new Map(chapter.report.sources.map(({ id, title }) => [id, title]))
  const rows = sorted.map(({ entry, file, source, checkedOn, reviewBy, stale, note }) => {
    const sources = source.split(', ').map((id) => titles.get(id) ?? id)
    return html`<tr><th scope="row">${entry}<br><code class="place">${file}</code></th><td>${sources.join('; ')}</td><td class="day">${checkedOn}</td><td class="day">${stale ? html`<strong class="warn">${reviewBy}, past</strong>` : reviewBy}</td><td>${note}</td></tr>
`
  })
  return html`<h3>Facts of the registry <span class="count">${facts.length}</span></h3>
<div class="scroll" tabindex="0" role="group" aria-label="Facts of the registry"><table>
<thead><tr><th scope="col">Entry</th><th scope="col">Compared with</th><th scope="col">On</th><th scope="col">Review by</th><th scope="col">To mind</th></tr></thead>
<tbody>${rows}</tbody></table></div>`
}
