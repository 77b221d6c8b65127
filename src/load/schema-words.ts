import type { ErrorObject } from 'ajv'
import type { DiagnosticCode } from '../model/diagnostic.ts'
import type { Pointer } from '../model/location.ts'
import { seen, shortened } from '../text/harmless.ts'
import { oneOf, suggest } from '../text/nearest.ts'
import { parsePointer, readablePointer } from '../text/pointer.ts'
import { counted, expectation, namesOfTypes, rewritten, type Schema, subject, uncapitalised } from './value-words.ts'

/** What a validator's error means, and where it belongs. */
export type SchemaProblem = {
  readonly code: DiagnosticCode
  readonly message: string
  readonly hint: string
  readonly pointer: Pointer
  readonly part: 'key' | 'value'
  /** The key that is missing or not known. */
  readonly key?: string
}

type Words = Pick<SchemaProblem, 'code' | 'message' | 'hint'> & Partial<SchemaProblem>
type Explain = (error: Seen) => Words

/** An error with what Ajv types loosely, since every keyword has other parameters. */
type Seen = {
  readonly pointer: Pointer
  readonly data: unknown
  readonly params: Readonly<Record<string, unknown>>
  /** The value of the keyword. */
  readonly wanted: unknown
  /** The schema that the keyword stands in. */
  readonly schema: Schema
}

/** Says in words what a validator found. Every message shows what was seen, every hint what is expected. */
export function schemaProblem(error: ErrorObject): SchemaProblem {
  const pointer = parsePointer(error.instancePath)
  const { data, params, schema: wanted } = error
  const schema = (error.parentSchema ?? {}) as Schema
  const words = explainers[error.keyword]?.({ pointer, data, params, wanted, schema }) ?? {
    code: 'SCHEMA_MISMATCH' as const,
    message: `${subject(data)} does not fit: ${shortened(error.message ?? error.keyword, 120)}`,
    hint: expectation(schema) ?? fallback,
  }
  return { pointer, part: 'value', ...words }
}

const unknownKey =
  (parameter: string): Explain =>
  ({ pointer, params, schema }) => {
    const key = String(params[parameter])
    const known = Object.keys((schema.properties ?? {}) as Schema).filter((name) => !name.startsWith('$'))
    const message = `The key "${shortened(key)}" is not known here`
    return { code: 'KEY_UNKNOWN', message, hint: suggest(key, known), pointer: [...pointer, key], part: 'key', key }
  }

const missingKey: Explain = ({ pointer, params, schema }) => {
  const key = String(params.missingProperty)
  const beside = typeof params.property === 'string' ? `, which "${params.property}" needs` : ''
  const what = expectation(((schema.properties ?? {}) as Record<string, Schema>)[key] ?? {})
  const hint = what === undefined ? `Add "${key}".` : `Add "${key}": ${uncapitalised(what)}`
  return {
    code: 'KEY_MISSING',
    message: `The key "${key}" is missing${beside}`,
    hint,
    pointer: [...pointer, key],
    part: 'key',
    key,
  }
}

const otherType: Explain = ({ data, wanted, schema }) => {
  const types: readonly unknown[] = Array.isArray(wanted) ? wanted : [wanted]
  const hints = [rewritten(types, data), expectation(schema)].filter((hint) => hint !== undefined)
  const message = `Expected ${namesOfTypes(types)}, found ${seen(data)}`
  return { code: 'TYPE_MISMATCH', message, hint: hints.join(' ') || `Write ${namesOfTypes(types)}.` }
}

const notListed: Explain = ({ data, wanted, schema }) => {
  const allowed: readonly unknown[] = Array.isArray(wanted) ? wanted : [wanted]
  const names = allowed.filter((value) => typeof value === 'string')
  const code = 'VALUE_NOT_ALLOWED'
  const message = `${subject(data)} is not allowed here`
  if (typeof data !== 'string' || names.length === 0)
    return { code, message, hint: `Use ${oneOf(allowed.map(String))}.` }
  const hint = suggest(data, names)
  const meaning = expectation(schema)
  return { code, message, hint: hint.startsWith('Did you mean') || !meaning ? hint : `${hint} ${meaning}` }
}

const misformed: Explain = ({ data, wanted, schema }) => ({
  code: 'FORMAT_INVALID',
  message: `${subject(data)} does not have the expected form`,
  hint: `Expected: ${uncapitalised(expectation(schema) ?? `text that matches ${shortened(String(wanted))}`)}`,
})

const outOfBounds =
  (bound: string): Explain =>
  ({ data, wanted, schema }) => ({
    code: 'VALUE_NOT_ALLOWED',
    message: `Expected ${bound} ${String(wanted)}, found ${seen(data)}`,
    hint: expectation(schema) ?? 'Change the value.',
  })

const wrongCount =
  (bound: string, unit: string, count: (data: unknown) => number): Explain =>
  ({ data, wanted, schema }) => ({
    code: 'VALUE_NOT_ALLOWED',
    message: `Expected ${bound} ${counted(wanted, unit)}, found ${count(data) === 0 ? seen(data) : count(data)}`,
    hint: expectation(schema) ?? (unit === 'key' ? `Keep one of ${oneOf(keysOf(data))}.` : 'Change the value.'),
  })

const repeated: Explain = ({ pointer, data, params }) => {
  const [first = 0, later = 0] = [Number(params.i), Number(params.j)].sort((one, other) => one - other)
  const message = `${subject(Array.isArray(data) ? data[later] : data)} is in this list twice`
  const hint = `Remove it here, or at ${readablePointer([...pointer, first])}.`
  return { code: 'VALUE_NOT_ALLOWED', message, hint, pointer: [...pointer, later] }
}

const misnamed: Explain = ({ pointer, params, wanted }) => {
  const key = String(params.propertyName)
  const names = (wanted ?? {}) as Schema
  const listed = Array.isArray(names.enum) ? suggest(key, names.enum.map(String)) : undefined
  const form =
    expectation(names) ?? (typeof names.pattern === 'string' ? `a name that matches ${names.pattern}` : undefined)
  const hint = listed ?? (form ? `Expected: ${uncapitalised(form)}` : 'Rename it.')
  const message = `The key "${shortened(key)}" is not allowed as a name here`
  return { code: 'FORMAT_INVALID', message, hint, pointer: [...pointer, key], part: 'key' }
}

const noAlternative: Explain = ({ data, wanted, schema }) => {
  const types = Array.isArray(wanted) ? (wanted as readonly Schema[]).flatMap(({ type }) => type ?? []) : []
  const hint = expectation(schema) ?? (types.length > 0 ? `Write ${namesOfTypes(types)}.` : fallback)
  return { code: 'VALUE_NOT_ALLOWED', message: `${subject(data)} is not allowed here`, hint }
}

const fallback = 'See the schema of this kind of document.'

const keysOf = (data: unknown): string[] => Object.keys((data ?? {}) as object)
const lengthOf = (data: unknown): number => [...String(data)].length
const itemsOf = (data: unknown): number => (Array.isArray(data) ? data.length : 0)

const explainers: Readonly<Record<string, Explain>> = {
  additionalProperties: unknownKey('additionalProperty'),
  unevaluatedProperties: unknownKey('unevaluatedProperty'),
  required: missingKey,
  dependentRequired: missingKey,
  type: otherType,
  enum: notListed,
  const: notListed,
  pattern: misformed,
  format: misformed,
  minimum: outOfBounds('at least'),
  maximum: outOfBounds('at most'),
  exclusiveMinimum: outOfBounds('more than'),
  exclusiveMaximum: outOfBounds('less than'),
  multipleOf: outOfBounds('a multiple of'),
  minLength: wrongCount('at least', 'character', lengthOf),
  maxLength: wrongCount('at most', 'character', lengthOf),
  minItems: wrongCount('at least', 'value', itemsOf),
  maxItems: wrongCount('at most', 'value', itemsOf),
  minProperties: wrongCount('at least', 'key', (data) => keysOf(data).length),
  maxProperties: wrongCount('at most', 'key', (data) => keysOf(data).length),
  uniqueItems: repeated,
  propertyNames: misnamed,
  anyOf: noAlternative,
  oneOf: noAlternative,
}
