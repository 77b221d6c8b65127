import type { DocumentReference, Evidence, Path, Report, Standing } from '../../model/generated/report.ts'
import type { Chapter } from './chapter.ts'
import { html, type Markup, type Part, when } from './markup.ts'
import { counted, list, mark, place, stated, type Truth, truth } from './words.ts'

/** A name with its value; `undefined` where there is nothing to tell. */
export type Line = readonly [name: string, value: Part] | undefined
export type Group = readonly [title: string, lines: readonly Line[]]

/** A line that is there only where its value is. */
export function ifStated(name: string, value: string | number | undefined): Line {
  return value === undefined ? undefined : [name, value]
}

/** The same of a truth that the descriptor need not state. */
export function flag(name: string, value: boolean | Truth | undefined): Line {
  return value === undefined ? undefined : [name, truth(typeof value === 'boolean' ? (`${value}` as Truth) : value)]
}

export function listed(name: string, values: readonly string[] | undefined): Line {
  return [name, values === undefined ? stated(undefined) : list(values, 'none')]
}

/** Named groups of names and values, side by side where there is room; a group without lines is left out. */
export function groups(all: readonly Group[]): Markup {
  const parts = all.map(([title, lines]) => {
    const rows = lines.flatMap((line) =>
      line === undefined ? [] : [html`<div><dt>${line[0]}</dt><dd>${line[1]}</dd></div>`],
    )
    return when(
      rows.length > 0,
      () => html`<div class="group"><p class="title">${title}</p><dl class="facts">${rows}</dl></div>`,
    )
  })
  return html`<div class="groups">${parts}</div>`
}

/** One thing of a table with columns, and a second row that opens to all that is known of it. */
export function record(cells: readonly Part[], about: string, detail: Markup): Markup {
  const [first, ...rest] = cells
  const columns = rest.map((cell) => html`<td>${cell}</td>`)
  return html`<tbody><tr><th scope="row">${first}</th>${columns}</tr>
<tr class="detail"><td colspan="${cells.length}"><details><summary>All that is known<span class="sr"> of ${about}</span></summary>${detail}</details></td></tr></tbody>
`
}

export function table(title: string, columns: readonly string[], body: readonly Markup[], kind = ''): Markup {
  const head = columns.map((name) => html`<th scope="col">${name}</th>`)
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${title}"><table class="${kind}"><thead><tr>${head}</tr></thead>
${body}</table></div>`
}

/** The way that data took, step by step. */
export function way({ steps }: Path): Markup {
  const parts = steps.map(({ node, flow, how }) => {
    const by = flow ?? how
    return html`<li>${when(by, () => html`<span class="by">${by}</span> `)}<b>${node}</b></li>`
  })
  return html`<ol class="way">${parts}</ol>`
}

/** How the rules came out on one subject, with a way to their findings. */
export function standing(verdict: Standing | undefined, subject: string, { filtered }: Chapter): Markup {
  if (verdict === undefined || verdict.outcome === 'none') return html`<span class="dim">not judged</span>`
  const open = verdict.findings.length
  const link = html`<a href="${filtered({ subject })}">${open === 0 ? 'findings' : `${open} open`}</a>`
  return html`${mark(verdict.outcome)}<br>${link}`
}

/** What the verdict on one thing waits for. */
export function missing(verdict: Standing | undefined): Group {
  const asks = verdict?.missing ?? []
  const items = asks.map((ask) => html`<li>${ask}</li>`)
  return ['Missing', asks.length === 0 ? [] : [[counted(asks.length, 'statement'), html`<ul>${items}</ul>`]]]
}

/** A document, its clause, and whether it is signed. */
export function document(name: string, reference: DocumentReference | undefined): Line {
  if (reference === undefined) return [name, stated(undefined)]
  const { title, agreement, clause, covers, signed } = reference
  const parts = [title ?? agreement, clause, covers && `covers ${covers.join(', ')}`].filter((one) => one !== undefined)
  return [name, html`${parts.join(', ')} <span class="dim">signed: ${truth(signed)}</span>`]
}

export function evidence(all: readonly Evidence[]): Line {
  if (all.length === 0) return ['Evidence', html`<span class="absent">none named</span>`]
  const items = all.map(({ of, where, checkedOn, checkedBy, at }) => {
    const checked = [checkedOn === undefined ? 'not checked' : `checked ${checkedOn}`, checkedBy && `by ${checkedBy}`]
    const text = [where, checked.filter((one) => one !== undefined).join(' ')].filter((one) => one !== undefined)
    return html`<li>${of}: ${text.join(', ')} ${place(at)}</li>`
  })
  return ['Evidence', html`<ul class="plain">${items}</ul>`]
}

export type Architecture = Report['architecture']
