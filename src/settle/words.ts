import { parseDuration } from '../model/duration.ts'
import type { FactDefinition, FactValue } from '../model/fact.ts'
import type { Moment, Span } from '../model/instant.ts'

/** What a message says of a fact that nothing states. */
const notStated = 'not stated'

/** The value of a fact as people say it. Lists keep their order: what derives them sorts them, or means the order. */
export function inWords(value: FactValue | undefined): string {
  if (value === undefined) return notStated
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'object') return 'length' in value ? listInWords(value) : stretchInWords(value)
  return String(value)
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
function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
