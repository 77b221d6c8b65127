import { seen, shortened } from '../text/harmless.ts'

/** A JSON Schema, of which each keyword is looked at where it is needed. */
export type Schema = { readonly [keyword: string]: unknown }

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
}

/** `a text or a list`, for JSON Schema's names of types; null, which states nothing, is left out. */
export function namesOfTypes(types: readonly unknown[]): string {
  const names = types.filter((type) => type !== 'null').map((type) => typeNames[String(type)] ?? String(type))
  return [...new Set(names)].join(' or ')
}

/** A value at the beginning of a message. */
export function subject(value: unknown): string {
  const text = seen(value)
  if (typeof value === 'number' || typeof value === 'boolean') return `The value ${text}`
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** What a schema says of its values, in the words for people. */
export function expectation(schema: Schema): string | undefined {
  const words = schema['x-expected'] ?? schema.description
  return typeof words === 'string' ? words : undefined
}

/** The same after a colon: 'A day: YYYY-MM-DD.' begins with a small letter there, 'ISO 3166' does not. */
export function uncapitalised(text: string): string {
  return /^[A-Z]([a-z]| [a-z])/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

/** How a value that was probably meant right has to be written, for one of `types`. */
export function rewritten(types: readonly unknown[], value: unknown): string | undefined {
  if (types.includes('string') && (typeof value === 'number' || typeof value === 'boolean')) return 'Put it in quotes.'
  if (types.includes('boolean') && typeof value === 'string') return 'Write true or false, without quotes.'
  const isNumeral = typeof value === 'string' && /^-?\d{1,15}(\.\d+)?$/.test(value)
  if (isNumeral && types.every((type) => type === 'number' || type === 'integer')) return 'Write it without quotes.'
  if (types.length === 1 && types[0] === 'array' && typeof value !== 'object') {
    return `Write a list: [${shortened(String(value), 30)}].`
  }
  return undefined
}

/** `1 key`, `3 keys`. */
export function counted(count: unknown, unit: string): string {
  return `${Number(count)} ${unit}${Number(count) === 1 ? '' : 's'}`
}
