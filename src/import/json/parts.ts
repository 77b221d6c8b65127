import type { Json, JsonList, JsonObject } from './read.ts'

export const isObject = (part: Json | undefined): part is JsonObject => part instanceof Map

export const isList = (part: Json | undefined): part is JsonList => Array.isArray(part)

/** A part of an object; nothing where the object is none, or does not have it. */
export const partOf = (part: Json | undefined, ...keys: readonly string[]): Json | undefined =>
  keys.reduce<Json | undefined>((at, key) => (isObject(at) ? at.get(key) : undefined), part)

export function textOf(part: Json | undefined, ...keys: readonly string[]): string | undefined {
  const value = partOf(part, ...keys)
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function truthOf(part: Json | undefined, ...keys: readonly string[]): boolean | undefined {
  const value = partOf(part, ...keys)
  return typeof value === 'boolean' ? value : undefined
}

/** The items of a list, or none. */
export function listOf(part: Json | undefined, ...keys: readonly string[]): JsonList {
  const value = partOf(part, ...keys)
  return isList(value) ? value : []
}
