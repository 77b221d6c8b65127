import type { Disclosure, Path, Report } from '../../model/generated/report.ts'
import type { Chapter } from './chapter.ts'
import { html, joined, type Markup, type Part, when } from './markup.ts'
import { counted, list, place, spaced, stated, truth } from './words.ts'

/** The transfer table: who makes which data available to whom, whether that is a transfer, and on what ground. */
export function transferTable(chapter: Chapter): Markup {
  const { disclosures } = chapter.report.architecture
  const transfers = disclosures.filter(({ isTransfer }) => isTransfer !== 'false')
  const others = disclosures.filter(({ isTransfer }) => isTransfer === 'false')
  const certain = transfers.filter(({ isTransfer }) => isTransfer === 'true').length
  return html`<section aria-labelledby="${chapter.id('transfers')}">
<h2 id="${chapter.id('transfers')}">Transfers <span class="count">${transfers.length}</span></h2>
<p class="dim">${counted(certain, 'transfer')} to third countries, and ${transfers.length - certain} that may be one. A transfer meets all three criteria of the EDPB's Guidelines 05/2021.</p>
${transfers.length === 0 ? html`<p class="empty">No data is transferred to a third country.</p>` : table(transfers, 'Transfers', chapter)}
${when(others.length > 0, () => html`<details><summary><h3>Disclosures that are no transfer <span class="count">${others.length}</span></h3></summary>${table(others, 'Disclosures that are no transfer', chapter)}</details>`)}
</section>`
}

function table(disclosures: readonly Disclosure[], title: string, chapter: Chapter): Markup {
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${title}"><table class="records">
<thead><tr><th scope="col">Data</th><th scope="col">Exporter</th><th scope="col">Importer</th><th scope="col">Transfer</th><th scope="col">Ground</th><th scope="col">Findings</th></tr></thead>
${disclosures.map((one) => row(one, chapter))}</table></div>`
}

function row(one: Disclosure, chapter: Chapter): Markup {
  const { asset, protection, exporter, importer, isTransfer, reliesOn, expires } = one
  return html`<tbody><tr><th scope="row">${asset}<br><span class="dim">${spaced(protection)}</span></th>
<td>${exporter}<br><span class="dim">${joined(known([one.exporterRole, one.exporterCountry]), ', ')}</span></td>
<td>${importer}<br><span class="dim">${joined(known([one.importerRole, one.importerCountry, parent(one)]), ', ')}</span></td>
<td>${truth(isTransfer)}${when(one.onward === 'true', () => html`<br><span class="dim">onward</span>`)}</td>
<td>${isTransfer === 'false' ? html`<span class="dim">none needed</span>` : stated(reliesOn)}${when(expires, () => html`<br><span class="dim">expires ${expires}</span>`)}</td>
<td>${findingsOn('disclosure', one.id, chapter)}</td></tr>
<tr class="detail"><td colspan="6"><details><summary>Path, criteria, places and ground<span class="sr"> of ${asset} to ${importer}</span></summary>${detail(one)}</details></td></tr></tbody>
`
}

const known = (texts: readonly (string | undefined)[]): readonly string[] => texts.filter((text) => text !== undefined)
const parent = ({ importerParentCountry: country }: Disclosure): string | undefined =>
  country === undefined || country === 'none' ? undefined : `parent in ${country}`

function detail(one: Disclosure): Markup {
  return groups([
    [
      'Path',
      [
        ['Way of the data', way(one.path)],
        ['Stated at', place(one.at)],
        ['Purpose', stated(one.purpose && spaced(one.purpose))],
        ['By', list(one.channels.map(spaced))],
      ],
    ],
    [
      'Criteria',
      [
        ['Exporter under the GDPR', truth(one.criterion1)],
        ['Made available to another', truth(one.criterion2)],
        ['Importer in a third country', truth(one.criterion3)],
        ['Onward', truth(one.onward)],
        ['Personal data', truth(one.personal)],
      ],
    ],
    [
      'Places',
      [
        ['Destination', stated(one.destination)],
        ['Places', list(one.places)],
        ['Activities', list(one.activities)],
      ],
    ],
    [
      'Ground',
      [
        ['Relies on', stated(one.reliesOn)],
        ['Safeguard', stated(one.safeguard)],
        ['Expires', stated(one.expires)],
        ['Fallbacks', list(one.fallbacks)],
      ],
    ],
  ])
}

export type Group = readonly [title: string, lines: readonly (readonly [name: string, value: Part])[]]

/** Named groups of names and values, side by side where there is room. */
export function groups(all: readonly Group[]): Markup {
  const parts = all.map(([title, lines]) => {
    const rows = lines.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)
    return html`<div class="group"><h4>${title}</h4><dl class="facts">${rows}</dl></div>`
  })
  return html`<div class="groups">${parts}</div>`
}

/** The way that data took, step by step. */
export function way({ steps }: Path): Markup {
  const parts = steps.map(({ node, flow, how }) => {
    const by = flow ?? how
    return html`<li>${when(by, () => html`<span class="by">${by}</span> `)}<b>${node}</b></li>`
  })
  return html`<ol class="way">${parts}</ol>`
}

type Decided = { readonly [outcome in Report['findings'][number]['outcome']]: number }

/** How many findings there are on one subject, with a way to them. */
export function findingsOn(kind: string, id: string, { report, filtered }: Chapter): readonly Part[] {
  const counts: { -readonly [outcome in keyof Decided]: number } = { fail: 0, unknown: 0, pass: 0 }
  for (const { subject, outcome } of report.findings) {
    if (subject.kind === kind && subject.id === id) counts[outcome] += 1
  }
  const some = (['fail', 'unknown', 'pass'] as const).filter((outcome) => counts[outcome] > 0)
  return some.map((outcome) => {
    const address = filtered({ subject: `${kind} ${id}`, outcome })
    return html`<a class="number" href="${address}"><span class="mark ${outcome}">${counts[outcome]} <span class="word">${words[outcome]}</span></span></a> `
  })
}

const words = { fail: 'failed', unknown: 'unknown', pass: 'passed' } as const
