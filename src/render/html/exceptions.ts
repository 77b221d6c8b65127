import type { Report } from '../../model/generated/report.ts'
import {
  baselineInWords,
  becameInWords,
  type Fault,
  faultsIn,
  ruleOfFault,
  waivedFindings,
  whyIgnoredInWords,
} from '../exceptions.ts'
import type { Chapter } from './chapter.ts'
import { html, type Markup, when } from './markup.ts'
import { place } from './words.ts'

/** Whether anything was excepted, or should have been. */
export const hasExceptions = ({ exceptions, baseline }: Report): boolean =>
  exceptions.length > 0 || baseline !== undefined

/** What the baseline does to the exit code, below the verdict. */
export function baselineNotice({ report }: Chapter): Markup {
  const said = baselineInWords(report)
  return when(said, () => html`<p class="notice">${said}</p>`)
}

/** Exceptions overlay an outcome: who reads the verdict sees what it does not count, and who answers for that. */
export function exceptionsSection(chapter: Chapter): Markup {
  const { report, id } = chapter
  const { fixed = [], ignored = [] } = report.baseline ?? {}
  const held = report.findings.filter(({ baselined }) => baselined)
  const gone = fixed.map(
    ({ rule, subject, now, at }) => html`<li>${rule} on ${subject.id}: ${becameInWords[now]} ${place(at)}</li>`,
  )
  const ineffective = ignored.map(
    ({ rule, subject, why, at }) => html`<li>${rule} on ${subject.id}: ${whyIgnoredInWords[why]} ${place(at)}</li>`,
  )
  const waived = waivedFindings(report).map((finding) => {
    const { waiver } = finding
    const { reason, owner, approver, expires, ticket } = waiver
    return html`<li>${linkTo(finding, chapter)}: waived until ${expires}: ${reason} (owner ${owner}, approved by ${approver}, ${ticket}) ${place(waiver.at)}</li>`
  })
  const faults = faultsIn(report)
  const faulty = faults.map(faultItem)
  return when(
    hasExceptions(report),
    () => html`<section aria-labelledby="${id('exceptions')}">
<h2 id="${id('exceptions')}">Exceptions</h2>
${when(faults.length > 0, () => html`<h3>Waivers that lift nothing <span class="count">${faults.length}</span></h3><ul class="to-do">${faulty}</ul>`)}
${statements('Waived: not met or not known, and not counted', waived)}
${statements(
  'In the baseline: counted, but not in the exit code',
  held.map((finding) => html`<li>${linkTo(finding, chapter)}</li>`),
)}
${statements('Entries of the baseline that hold nothing any more', gone)}
${statements('Entries of the baseline that do not count', ineffective)}
</section>`,
  )
}

type Named = Pick<Report['findings'][number], 'id' | 'title' | 'subject'>

const linkTo = (finding: Named, { id }: Chapter): Markup =>
  html`<a href="#${id(`finding-${finding.id}`)}">${finding.title}</a> (${finding.subject.label})`

function faultItem(fault: Fault): Markup {
  const { level, title, message, remedy, at, waiver } = fault
  const { reason, owner, approver, ticket } = waiver
  return html`<li><span class="mark ${level === 'error' ? 'fail' : 'unknown'}">${level === 'error' ? 'Error' : 'Warning'}</span><div><p class="what">${title}: ${message}</p>${when(remedy, () => html`<p>${remedy}</p>`)}
<p class="dim">${place(at)} · ${ruleOfFault(fault)} · ${reason} (owner ${owner}, approved by ${approver}, ${ticket})</p></div></li>`
}

function statements(title: string, items: readonly Markup[]): Markup {
  return when(
    items.length > 0,
    () => html`<h3>${title} <span class="count">${items.length}</span></h3><ul class="statements">${items}</ul>`,
  )
}
