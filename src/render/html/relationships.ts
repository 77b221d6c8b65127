import type { Report } from '../../model/generated/report.ts'
import type { Chapter } from './chapter.ts'
import { findingsOn } from './disclosures.ts'
import { html, type Markup } from './markup.ts'
import { list, place, stated } from './words.ts'

type Relationship = Report['architecture']['relationships'][number]

/** The table of processors and sub-processors: who processes what for whom, and how far down the chain. */
export function subProcessorTable(chapter: Chapter): Markup {
  const { relationships } = chapter.report.architecture
  const sorted = [...relationships].sort((one, other) => one.depth - other.depth)
  return html`<section aria-labelledby="${chapter.id('sub-processors')}">
<h2 id="${chapter.id('sub-processors')}">Processors and sub-processors <span class="count">${relationships.length}</span></h2>
${sorted.length === 0 ? html`<p class="empty">Nobody processes data for another.</p>` : table(sorted, chapter)}
</section>`
}

function table(relationships: readonly Relationship[], chapter: Chapter): Markup {
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Processors and sub-processors"><table class="records">
<thead><tr><th scope="col">Processor</th><th scope="col">For</th><th scope="col">Data</th><th scope="col">Depth</th><th scope="col">Places</th><th scope="col">Findings</th></tr></thead>
<tbody>${relationships.map((one) => row(one, chapter))}</tbody></table></div>`
}

function row(one: Relationship, chapter: Chapter): Markup {
  const { processor, service, controller, contractedBy, data, depth, country, places, at, id } = one
  return html`<tr><th scope="row">${processor}<br><span class="dim">${service} ${country}</span></th><td>${controller}<br><span class="dim">contract held by ${stated(contractedBy)}</span></td><td>${list(data)}</td><td>${depth}</td><td>${list(places)}<br>${place(at)}</td><td>${findingsOn('processing-relationship', id, chapter)}</td></tr>
`
}
