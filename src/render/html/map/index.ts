import type { Report } from '../../../model/generated/report.ts'
import { layoutOf } from './layout.ts'
import { legend } from './legend.ts'
import { modelOf } from './map-model.ts'
import { escaped } from './markup.ts'
import { svgOf } from './svg.ts'
import { tableOf } from './table.ts'
import { summaryOf } from './words.ts'

export { mapCss } from './css.ts'

/** The map of an engagement's data, as HTML: a sentence, a drawing, what its signs mean, and the same as a table. */
export async function mapOf(report: Report): Promise<string> {
  const model = modelOf(report)
  if (model.nodes.length === 0) return nothing
  const { elkLayout } = await import('./elk.ts')
  const layout = await layoutOf(model, elkLayout)
  const summary = summaryOf(model)
  return [
    `<figure class="data-map"><figcaption>${escaped(summary)}${model.edges.length === 0 ? ` ${noFlows}` : layout.labelled ? '' : ` ${noLabels}`}</figcaption>`,
    `<div class="data-map-view" role="region" tabindex="0" aria-label="Map of the data">${svgOf(layout, `Map of the data. ${summary}`)}</div>`,
    legend(),
    model.edges.length === 0 ? '' : tableOf(model),
    '</figure>',
  ].join('\n')
}

const noFlows = 'No flow is stated, so none is drawn: state <code>flows</code> in the descriptor, or <code>[]</code>.'

const noLabels = 'The map is large: what each arrow carries is in its tooltip and in the table below it.'

const nothing =
  '<figure class="data-map data-map-empty"><p>There is nothing to draw: the descriptor states no components. State <code>components</code> and <code>flows</code>, and the map shows which data crosses which border.</p></figure>'
