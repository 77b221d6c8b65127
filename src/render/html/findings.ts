import type { Location, Report } from '../../model/generated/report.ts'
import { listedAt } from '../../model/listed.ts'
import { type Finding, sourceText } from '../open.ts'
import type { Chapter } from './chapter.ts'
import { html, Markup, when } from './markup.ts'
import { packed, scriptJson } from './packed.ts'
import { counted, mark, place } from './words.ts'

/** Every finding, readable without a script: what it says, where, and what to do. The script adds how it was decided. */
export function findingsSection(chapter: Chapter): Markup {
  const { findings } = chapter.report
  return html`<section class="findings" aria-labelledby="${chapter.id('findings')}">
<h2 id="${chapter.id('findings')}" tabindex="-1">Findings <span class="count">${findings.length}</span></h2>
<div class="filters" hidden></div>
<div class="list" role="list">
${groupsOf(findings).map((group) => html`<div class="rows">${group.map((finding) => row(finding, chapter))}</div>`)}</div>
<div class="empty no-match" hidden><p>No finding matches this filter.</p><p><button type="button" class="clear">Clear the filter</button></p></div>
<noscript><p class="notice">Filters, and how each finding was decided, need JavaScript. What was found, where, and what to do is all here without it.</p></noscript>
</section>`
}

function row(finding: Finding, chapter: Chapter): Markup {
  const { id, outcome, level, basis, title, subject, controls, at } = finding
  return html`<div class="row" role="listitem" id="${chapter.id(`finding-${id}`)}"><details class="finding ${outcome}"><summary>${mark(outcome)}<span class="what">${title}</span><span class="on">${subject.label}</span><span class="tags">${exceptions(finding)}${level === 'error' ? '' : html`<b>${level}</b> `}${basis} ${controlsIn(controls)}</span><span class="at">${at.line}</span></summary>${body(finding, chapter)}</details></div>
`
}

/** Rows that a browser lays out or leaves alone together: one by one, thousands take it too long to filter. */
const rowsTogether = 50

function groupsOf(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const count = Math.ceil(findings.length / rowsTogether)
  return Array.from({ length: count }, (_, at) => findings.slice(at * rowsTogether, (at + 1) * rowsTogether))
}

const shown = 3

function controlsIn(controls: readonly string[]): string {
  const more = controls.length > shown ? ` +${controls.length - shown}` : ''
  return `${controls.slice(0, shown).join(' ')}${more}`
}

function exceptions({ waiver, baselined }: Finding): Markup {
  return html`${when(waiver, () => html`<b class="excepted">waived until ${waiver?.expires}</b> `)}${when(baselined, () => html`<b class="excepted">in the baseline</b> `)}`
}

function body(finding: Finding, { report }: Chapter): Markup {
  const { id, outcome, message, remedy, at, codeFrame, rule } = finding
  const open = outcome !== 'pass'
  return html`<div class="body">${when(open, () => html`<p class="message">${message}</p>`)}${waived(finding)}${asks(finding, report)}<p class="where">${place(at)}${(finding.alsoAt ?? []).map((also) => html` ${place(also.at)} <span class="dim">${also.text}</span>`)}</p>${frame(codeFrame)}<dl class="facts">${when(open, () => html`<div><dt>Remedy</dt><dd>${remedy}</dd></div>`)}<div><dt>Source</dt><dd>${sourceText(finding, report)}</dd></div><div><dt>Rule</dt><dd><code>${rule}</code> <span class="dim">finding ${id}</span></dd></div></dl></div>`
}

/** An exception does not change what is the case; it says who answers for it. */
function waived({ waiver }: Finding): Markup {
  return when(waiver, () => {
    if (waiver === undefined) return html``
    const { reason, owner, approver, expires, ticket, at } = waiver
    return html`<p class="notice"><strong>Waived until ${expires}:</strong> ${reason}. Owner ${owner}, approved by ${approver}, ticket ${ticket} (${place(at)})</p>`
  })
}

/** What to state, of an unknown: each place once, the first ones. */
function asks({ missing }: Finding, report: Report): Markup {
  const named = missing.flatMap((one) => listedAt(report.asks, one.asks))
  const all = [...new Map(named.map((ask) => [ask.ask, ask])).values()]
  const items = all.slice(0, shown).map(({ ask, at }) => html`<li>${ask} ${place(at)}</li>`)
  const more = all.length > shown ? html`<li class="dim">and ${counted(all.length - shown, 'more')}</li>` : undefined
  return when(items.length > 0, () => html`<ul class="asks">${items}${more}</ul>`)
}

/** The lines of the descriptor, with the one that is meant. */
function frame(codeFrame: string | undefined): Markup {
  return when(codeFrame, () => {
    const lines = codeFrame
      ?.split('\n')
      .map((line) => (line.startsWith('>') ? html`<mark>${line}</mark>\n` : html`${line}\n`))
    return html`<pre class="frame" tabindex="0" aria-label="Lines of the descriptor">${lines}</pre>`
  })
}

/** What the script reads: by what findings are filtered, and how each was decided, in the order of the list. */
export function findingsData({ report }: Chapter): Markup {
  const packOf = new Map(report.rules.map(({ id, pack }) => [id, pack]))
  const toDoOf = new Map(report.toDo.flatMap(({ findings }, at) => findings.map((id) => [id, at + 1] as const)))
  const origins = report.origins.map(withPlace)
  const statements = report.asks.map(withPlace)
  const findings = report.findings.map((finding) => {
    const { id, rule, outcome, level, controls, source, subject, explanation } = finding
    return {
      rule,
      pack: packOf.get(rule),
      outcome,
      level,
      controls,
      documents: [...new Set(source.map(({ document }) => document))],
      subject,
      toDo: toDoOf.get(id),
      exception: finding.waiver !== undefined ? 'waived' : finding.baselined ? 'baselined' : undefined,
      facts: finding.facts.map((fact) => ({ ...fact, origins: fact.origins.map((place) => origins[place]) })),
      missing: finding.missing.map((one) => ({ ...one, asks: one.asks.map((place) => statements[place]) })),
      path: finding.path && { ...finding.path, steps: finding.path.steps.map(withPlace) },
      explanation: explanation === undefined ? undefined : report.explanations[explanation],
    }
  })
  const found = new Set(report.findings.map(({ rule }) => rule))
  const data = {
    findings: packed(findings),
    names: packed([
      report.rules.filter(({ id }) => found.has(id)).map(({ id, title }) => [id, title]),
      report.controls.map(({ id, title }) => [id, title]),
      report.sources.map(({ id, title }) => [id, title]),
    ]),
  }
  return html`<script type="application/json" class="data">${new Markup(scriptJson(data))}</script>`
}

/** A place as the page shows it: by its line. */
function withPlace<T extends { readonly at: Location }>(value: T): Omit<T, 'at'> & { readonly at: object } {
  const { file, line } = value.at
  return { ...value, at: { file, line } }
}
