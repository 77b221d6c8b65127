import { transferWords } from './boxes.ts'
import { escaped } from './markup.ts'
import type { MapModel } from './model.ts'
import { borderWords, outcomeWords } from './words.ts'

/** The same as the drawing, for who reads it line by line. */
export function tableOf(model: MapModel): string {
  const titles = new Map(model.nodes.map(({ id, title }) => [id, title]))
  const rows = model.edges.map((edge) => {
    const cells = [
      edge.data.join(', ') || 'not stated',
      titles.get(edge.from) ?? edge.from,
      titles.get(edge.to) ?? edge.to,
      edge.kind === 'flow' ? `flow ${edge.id}` : (edge.how ?? ''),
      borderWords(edge, model),
      edge.transfer === 'false' ? 'no transfer' : transferWords(edge),
      [outcomeWords[edge.outcome], ...edge.open].join('. '),
    ]
    return `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`
  })
  const heads = ['Data', 'From', 'To', 'How', 'Border', 'Transfer', 'Outcome']
  return [
    '<details class="data-map-table"><summary>The map as a table</summary><div class="data-map-scroll" role="region" tabindex="0" aria-label="The map as a table"><table>',
    `<thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>`,
    `<tbody>${rows.join('\n')}</tbody></table></div></details>`,
  ].join('')
}
