import type { Json } from '../terraform/mapping.ts'

/** A text or a list of texts. A value that is no text, such as one known only after apply, makes the whole not understood. */
export function textsOf(value: Json | undefined): readonly string[] | undefined {
  const all = Array.isArray(value) ? (value as readonly Json[]) : value === undefined ? [] : [value]
  return all.every((one) => typeof one === 'string') ? (all as readonly string[]) : undefined
}

export function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
