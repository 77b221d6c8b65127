import { parseDuration } from '../model/duration.ts'
import type { Fact, FactDefinition, FactType, FactValue } from '../model/fact.ts'
import type { Moment, Span } from '../model/instant.ts'

/**
 * A fact as a message says it, whether it has a value or not. What somebody could still state is 'not stated'. Where
 * everything that would give it a value has been read, there is none: 'none' where the descriptor says so itself, as
 * with `on: none`; 'none known' where that rests on the registry, as for the days of a decision that was never adopted.
 */
export function factInWords(fact: Fact | undefined, definition: FactDefinition | undefined): string {
  if (fact?.value !== undefined) return inWords(fact.value, definition)
  const from = fact?.from ?? []
  if (from.length === 0 || from.some(({ kind }) => kind === 'missing')) return 'not stated'
  if (definition === undefined || !mayBeNone.has(definition.type)) return 'not known'
  return from.some(({ kind }) => kind === 'registry') ? 'none known' : 'none'
}

/** Things of which there can be none. */
const mayBeNone: ReadonlySet<FactType> = new Set(['set', 'moment', 'span', 'texts'])

/** A text whose last word brought its own full stop: `Example Inc..` ends with one. */
export function asSentence(text: string): string {
  return text.includes('..') ? text.replace(/(?<!\.)\.\.(?=\s|$)/g, '.') : text
}

/** The value of a fact as people say it. Lists keep their order: what derives them sorts them, or means the order. */
export function inWords(value: FactValue, definition?: FactDefinition): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return nameOf(value, definition)
  return 'length' in value ? listInWords(value.map((one) => nameOf(one, definition))) : stretchInWords(value)
}

/** What the catalogue calls a value, where it has a word that fits wherever the value stands. */
function nameOf(value: string, definition: FactDefinition | undefined): string {
  const words = definition?.words?.[value]
  return typeof words === 'string' ? words : value
}

/** `a`, `a and b`, `a, b and c`; `none` for a list that is empty. */
export function listInWords(items: readonly string[]): string {
  if (items.length === 0) return 'none'
  if (items.length === 1) return items[0] ?? ''
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

/** The label of a fact as the object of 'it is not stated': `whether the firm operates the component`. */
export function asQuestion(definition: FactDefinition | undefined, name: string): string {
  if (definition === undefined) return name
  return definition.type === 'boolean' ? `whether ${definition.label}` : definition.label
}

function stretchInWords({ text }: Moment | Span): string {
  return durationInWords(text)
}

/** A duration as people say it, `1 year and 12 hours`; what is none as it is. */
export function durationInWords(text: string): string {
  const duration = parseDuration(text)
  if (duration === undefined) return text
  const seconds = duration.milliseconds / 1000
  const parts: readonly (readonly [number, string])[] = [
    [Math.floor(duration.months / 12), 'year'],
    [duration.months % 12, 'month'],
    [duration.days, 'day'],
    [Math.floor(seconds / 3600), 'hour'],
    [Math.floor(seconds / 60) % 60, 'minute'],
    [seconds % 60, 'second'],
  ]
  const said = parts.filter(([count]) => count > 0).map(([count, unit]) => counted(count, unit))
  return said.length === 0 ? 'no time' : listInWords(said)
}

/** `1 rule`, `2 rules`. */
export function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
