import type { Chapter } from './chapter.ts'
import { html, type Markup, type Part, when } from './markup.ts'
import { list, place, spaced, stated, truth } from './words.ts'

/** What the engagement is made of, as it was derived: in words what the map shows. */
export function architectureSection(chapter: Chapter): Markup {
  const { parties, data, components, flows, holdings, aiUses } = chapter.report.architecture
  return html`<section aria-labelledby="${chapter.id('architecture')}">
<h2 id="${chapter.id('architecture')}">What was described</h2>
${table(
  'Parties',
  ['Party', 'Kind', 'Country', 'Parent in', 'In the EEA', 'GDPR reaches it'],
  parties.map((one) => [
    html`${one.name}${when(one.client, () => html` <span class="dim">client</span>`)}`,
    one.kind,
    stated(one.country),
    stated(one.parentCountry),
    truth(one.eea),
    stated(one.gdprReach && spaced(one.gdprReach)),
  ]),
)}
${table(
  'Data',
  ['Data', 'Categories', 'Of whom', 'Personal', 'Special', 'Confidential', "Client's"],
  data.map((one) => [
    html`${one.title}${when(one.implied, () => html` <span class="dim">implied</span>`)}`,
    list(one.categories),
    one.subjects === undefined ? stated(undefined) : list(one.subjects, 'none'),
    truth(one.personal),
    truth(one.special),
    truth(one.confidential),
    truth(one.client),
  ]),
)}
${table(
  'Components',
  ['Component', 'Service', 'Held by', 'Jurisdiction', 'Places', 'Stated at'],
  components.map((one) => [
    one.title,
    stated(one.service),
    stated(one.custodian ?? one.entity),
    spaced(one.jurisdiction),
    placesOf(one.places),
    place(one.at),
  ]),
)}
${table(
  'Flows',
  ['Flow', 'From', 'To', 'Data', 'Purpose', 'Stated at'],
  flows.map((one) => [
    one.id,
    one.from,
    one.to,
    list(one.data, 'none'),
    stated(one.purpose && spaced(one.purpose)),
    place(one.at),
  ]),
)}
${table(
  'Where data is',
  ['Data', 'At', 'Form', 'Certain', 'By'],
  holdings.map((one) => [
    one.asset,
    one.node,
    spaced(one.protection),
    one.certain ? 'yes' : 'possibly',
    one.path.steps.map(({ node }) => node).join(' → '),
  ]),
)}
${table(
  'AI uses',
  ['Use', 'Component', 'Service', 'Tier', 'Data', 'Stated at'],
  aiUses.map((one) => [
    html`${one.id}${when(!one.declared, () => html` <span class="dim">not declared</span>`)}`,
    one.component,
    stated(one.provider),
    stated(one.tier),
    list(one.data, 'none'),
    place(one.at),
  ]),
)}
</section>`
}

function placesOf(places: Readonly<Record<string, readonly string[]>>): Markup {
  const byPlace = new Map<string, string[]>()
  for (const [activity, where] of Object.entries(places)) {
    const key = where.join(', ')
    byPlace.set(key, [...(byPlace.get(key) ?? []), activity])
  }
  const texts = [...byPlace].map(
    ([where, activities]) => `${where === '' ? 'nowhere' : where}: ${activities.join(', ')}`,
  )
  return stated(texts.join('; '))
}

function table(title: string, columns: readonly string[], rows: readonly (readonly Part[])[]): Markup {
  if (rows.length === 0) return html``
  const head = columns.map((name) => html`<th scope="col">${name}</th>`)
  const body = rows.map(
    ([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>
`,
  )
  return html`<details><summary><h3>${title} <span class="count">${rows.length}</span></h3></summary><div class="scroll" tabindex="0" role="group" aria-label="${title}"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div></details>`
}
