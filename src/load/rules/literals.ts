import { parseDuration, parseSpan } from '../../model/duration.ts'
import type { FactDefinition, FactType, FactValue } from '../../model/fact.ts'
import { parseMoment } from '../../model/moment.ts'
import { seen } from '../../text/harmless.ts'
import { oneOf, suggest } from '../../text/nearest.ts'
import type { Complaint } from './problems.ts'

/** A value that was read, or what is wrong with it. `item` is the position in a list. */
export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly complaint: Complaint; readonly item?: number }

const refuse = (complaint: Complaint, item?: number): Read<never> =>
  item === undefined ? { ok: false, complaint } : { ok: false, complaint, item }

const accept = <T>(value: T): Read<T> => ({ ok: true, value })

const wanted: Readonly<Record<FactType, string>> = {
  boolean: 'true or false',
  enum: 'one of its values',
  set: 'a list of its values',
  number: 'a number',
  moment: 'a date (2026-03-01) or an instant with offset (2026-03-01T18:00:00+01:00)',
  span: 'a duration in ISO 8601 (P30D, P13M, PT24H)',
  text: 'a text',
  texts: 'a list of texts',
}

/** A value that a document states for a fact, as the type of the fact asks. Errors: TYPE_MISMATCH, VALUE_NOT_ALLOWED, FORMAT_INVALID. */
export function readFact(definition: FactDefinition, value: unknown): Read<FactValue> {
  switch (definition.type) {
    case 'boolean':
      return typeof value === 'boolean' ? accept(value) : mismatch('boolean', value)
    case 'number':
      return readNumber(definition, value)
    case 'text':
      return typeof value === 'string' ? accept(value) : mismatch('text', value)
    case 'moment':
      return formatted('moment', value, parseMoment)
    case 'span':
      return formatted('span', value, parseSpan)
    case 'enum':
      return readTerm(definition, value)
    case 'set':
      return Array.isArray(value) ? readTerms(definition, value) : mismatch('set', value)
    case 'texts':
      return Array.isArray(value) && value.every((item) => typeof item === 'string')
        ? accept(value)
        : mismatch('texts', value)
  }
}

function readNumber({ whole }: FactDefinition, value: unknown): Read<number> {
  if (typeof value !== 'number' || !Number.isFinite(value)) return mismatch('number', value)
  if (whole === undefined || Number.isInteger(value)) return accept(value)
  const message = `${seen(value)} is not a whole number, and this fact is a count`
  return refuse({ code: 'VALUE_NOT_ALLOWED', message, hint: 'Use a whole number.' })
}

/** One of the values of a fact. A number stands for the value that is written alike: YAML reads `2` as one. */
export function readTerm(definition: FactDefinition, value: unknown): Read<string> {
  const values = definition.values ?? []
  if (typeof value !== 'string' && typeof value !== 'number') {
    return refuse({ code: 'TYPE_MISMATCH', message: `${seen(value)} is not one value`, hint: `Use ${oneOf(values)}.` })
  }
  const term = String(value)
  if (values.includes(term)) return accept(term)
  return refuse({
    code: 'VALUE_NOT_ALLOWED',
    message: `${seen(value)} is not a value of this fact`,
    hint: suggest(term, values),
  })
}

/** A list of values of a fact, without repetitions. */
export function readTerms(definition: FactDefinition, list: readonly unknown[]): Read<readonly string[]> {
  const terms: string[] = []
  for (const [item, value] of list.entries()) {
    const term = readTerm(definition, value)
    if (!term.ok) return refuse(term.complaint, item)
    if (terms.includes(term.value)) {
      const message = `${seen(value)} stands twice in the list`
      return refuse({ code: 'VALUE_NOT_ALLOWED', message, hint: 'Remove one of the two.' }, item)
    }
    terms.push(term.value)
  }
  return accept(terms)
}

/** A duration as `withinLast` and `longerAgoThan` read it; a date as `before` and `after` do. Kept as text. */
export function readText(kind: 'moment' | 'span', value: unknown): Read<string> {
  const read = formatted<unknown>(kind, value, kind === 'moment' ? parseMoment : parseDuration)
  return read.ok ? accept(value as string) : read
}

function formatted<T>(type: 'moment' | 'span', value: unknown, parse: (text: string) => T | undefined): Read<T> {
  if (typeof value !== 'string') return mismatch(type, value)
  const parsed = parse(value)
  if (parsed !== undefined) return accept(parsed)
  return refuse({ code: 'FORMAT_INVALID', message: `${seen(value)} cannot be read`, hint: `Use ${wanted[type]}.` })
}

function mismatch(type: FactType, value: unknown): Read<never> {
  return refuse({
    code: 'TYPE_MISMATCH',
    message: `expected ${wanted[type]}, saw ${seen(value)}`,
    hint: `Use ${wanted[type]}.`,
  })
}
