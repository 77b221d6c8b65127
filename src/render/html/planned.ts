import { matchesInWords, planInWords, unmatchedTable } from '../infrastructure.ts'
import type { Chapter } from './chapter.ts'
import { html, type Markup, when } from './markup.ts'
import { table } from './record.ts'

/** What infrastructure code is about to deploy, and what of it no component answers for; nothing where no plan was given. */
export function plannedSection({ report: { infrastructure }, id }: Chapter): Markup {
  if (infrastructure === undefined) return html``
  const { head, rows } = unmatchedTable(infrastructure)
  const body = rows.map(
    ([first, ...rest]) =>
      html`<tbody><tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr></tbody>`,
  )
  return html`<section aria-labelledby="${id('planned')}">
<h2 id="${id('planned')}">What is planned</h2>
<ul>${infrastructure.plans.map((plan) => html`<li>${planInWords(plan)}</li>`)}</ul>
<p>${matchesInWords(infrastructure)}.</p>
${when(rows.length > 0, () => table('Planned resources that no component answers for', head, body))}
</section>`
}
