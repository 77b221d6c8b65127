import type { Chapter } from './chapter.ts'
import { html, type Markup, when } from './markup.ts'
import { external } from './words.ts'

/** What was not checked: gaps of the rules, faults of the texts, and rules that had nothing to apply to. */
export function limitsSection(chapter: Chapter): Markup {
  const { notEncoded, defects } = chapter.report
  const gaps = notEncoded.map(({ title, why }) => html`<div><dt>${title}</dt><dd>${why}</dd></div>`)
  const faults = defects.map(({ text, reading, documents }) => {
    const where = documents.map(({ document, clause }) => `${titleOf(document, chapter)}, ${clause}`).join('; ')
    return html`<li><p>${text}</p><p><strong>Read as:</strong> ${reading}</p><p class="dim">${where}</p></li>`
  })
  return html`<section aria-labelledby="${chapter.id('limits')}">
<h2 id="${chapter.id('limits')}">What is not checked</h2>
<h3>Not encoded <span class="count">${gaps.length}</span></h3>
${gaps.length === 0 ? html`<p class="dim">Nothing is known to be missing.</p>` : html`<dl class="gaps">${gaps}</dl>`}
${when(faults.length > 0, () => html`<h3>Defects of the published texts <span class="count">${faults.length}</span></h3><ul class="defects">${faults}</ul>`)}
${notApplicable(chapter)}
</section>`
}

function titleOf(document: string, { report }: Chapter): string {
  return report.sources.find(({ id }) => id === document)?.title ?? document
}

function notApplicable({ report, id }: Chapter): Markup {
  const titles = new Map(report.rules.map((rule) => [rule.id, rule.title]))
  const items = report.notApplicable.map(({ rule, subjects }) => {
    const on = subjects.length === 0 ? 'there is no such subject' : subjects.join(', ')
    return html`<li><a href="#${id(`rule-${rule}`)}">${titles.get(rule) ?? rule}</a> <span class="dim">${on}</span></li>
`
  })
  return when(
    items.length > 0,
    () =>
      html`<details><summary><h3>Rules that did not apply <span class="count">${items.length}</span></h3></summary><ul class="plain">${items}</ul></details>`,
  )
}

/** The documents that are cited, and how sure their content is here. */
export function sourcesSection({ report, id, filtered }: Chapter): Markup {
  const cited = new Set(report.findings.flatMap(({ source }) => source.map(({ document }) => document)))
  const rows = report.sources.map(({ id: source, title, kind, address, date, sureness, note }) => {
    const findings = cited.has(source) ? html`<a href="${filtered({ source })}">findings</a>` : undefined
    return html`<tr><th scope="row">${external(address, title)}</th><td>${kind}</td><td class="day">${date}</td><td>${sureness.replaceAll('-', ' ')}${when(note, () => html`<br><span class="dim">${note}</span>`)}</td><td>${findings}</td></tr>
`
  })
  return html`<section aria-labelledby="${id('sources')}">
<h2 id="${id('sources')}">Sources <span class="count">${report.sources.length}</span></h2>
<div class="scroll" tabindex="0" role="group" aria-label="Sources"><table>
<thead><tr><th scope="col">Document</th><th scope="col">Kind</th><th scope="col">Date</th><th scope="col">How sure</th><th scope="col">Findings</th></tr></thead>
<tbody>${rows}</tbody></table></div>
</section>`
}
