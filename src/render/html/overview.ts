import type { Chapter } from './chapter.ts'
import { html, type Markup } from './markup.ts'
import { instant, mark } from './words.ts'

/** All engagements of a run, with a way to each. */
export function overview(chapters: readonly Chapter[]): Markup {
  const failed = chapters.filter(({ report }) => report.verdict.result === 'fail').length
  const rows = chapters.map(({ report, id }) => {
    const { engagement, verdict, counts, validUntil } = report
    const { fail, unknown, pass } = counts.outcomes
    return html`<tr><td>${mark(verdict.result)}</td><th scope="row"><a class="switch" href="#${id('top')}">${engagement.title}</a><br><code class="place">${engagement.file}</code></th><td>${fail}</td><td>${unknown}</td><td>${pass}</td><td class="day">${validUntil === 'none' ? 'no end' : instant(validUntil)}</td></tr>
`
  })
  return html`<section class="overview" id="overview" aria-labelledby="overview-title">
<h1 id="overview-title">${chapters.length} engagements: ${failed} fail, ${chapters.length - failed} pass</h1>
<div class="scroll" tabindex="0" role="group" aria-label="Engagements"><table>
<thead><tr><th scope="col">Verdict</th><th scope="col">Engagement</th><th scope="col">Failed</th><th scope="col">Unknown</th><th scope="col">Passed</th><th scope="col">Valid until</th></tr></thead>
<tbody>${rows}</tbody></table></div>
</section>`
}
