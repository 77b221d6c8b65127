import type { Location, Report } from '../../model/generated/report.ts'
import { html, type Markup } from './markup.ts'

export type Outcome = Report['findings'][number]['outcome'] | 'notApplicable'
export type Truth = 'true' | 'false' | 'unknown'

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  fail: 'Failed',
  unknown: 'Unknown',
  pass: 'Passed',
  notApplicable: 'Not applicable',
}

/** An outcome as a word with a sign and a colour, none of which is needed to tell it from another. */
export function mark(outcome: Outcome): Markup {
  return html`<span class="mark ${outcome}">${outcomeWords[outcome]}</span>`
}

const truthWords: Readonly<Record<Truth, string>> = { true: 'yes', false: 'no', unknown: 'unknown' }

/** Left out where the Report was reduced. */
export function truth(value: Truth | undefined): Markup {
  if (value === undefined) return html`<span class="absent">not shown</span>`
  return html`<span class="truth is-${value}">${truthWords[value]}</span>`
}

/** A text, or that nothing states it. */
export function stated(value: string | undefined, absent = 'not stated'): Markup {
  return value === undefined || value === '' ? html`<span class="absent">${absent}</span>` : html`${value}`
}

export function list(values: readonly string[], absent = 'none stated'): Markup {
  return stated(values.join(', '), absent)
}

/** `controller-to-processor` as words. */
export const spaced = (name: string): string => name.replaceAll(/(?<!\bsub)-/g, ' ')

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

export function place({ file, line }: Pick<Location, 'file' | 'line'>): Markup {
  return html`<code class="place">${file}:${line}</code>`
}

/** A link to a page of the web; an address of any other kind is only shown. */
export function external(address: string | undefined, text: string): Markup {
  if (address === undefined || !/^https?:\/\//i.test(address)) return html`${text}`
  return html`<a href="${address}" rel="noopener noreferrer">${text}</a>`
}

/** `2026-11-22T00:00:00Z` as it is read: day and time, in UTC. */
export function instant(text: string): Markup {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::00(?:\.0+)?)?Z$/.exec(text) ?? []
  if (day === undefined) return html`${text}`
  return html`<time datetime="${text}">${day}${time === '00:00' ? '' : ` ${time}`}</time> <span class="dim">UTC</span>`
}
