import type { Diagnostic } from '../../model/diagnostic.ts'
import type { ForeignFile } from '../importer.ts'
import { JsonStream, type Want } from '../json-stream.ts'
import { type At, Unreadable } from '../unreadable.ts'

/** One item of a list that was read, and where it begins. */
export type Item = { readonly value: unknown; readonly at: At }

export type JsonObject = Readonly<Record<string, unknown>>

/**
 * Reads a file that is one page or a list of pages, or of lists of them, as tools collect them.
 *
 * Errors: those of `JsonStream`.
 */
export async function readPages(file: ForeignFile, page: Want): Promise<readonly Diagnostic[]> {
  const opening = /^[\s[]*/.exec(headOf(file))?.[0] ?? ''
  const levels = [...opening].filter((sign) => sign === '[').length
  const stream = new JsonStream(within(page, levels))
  try {
    for await (const chunk of file.chunks()) stream.push(chunk)
    stream.end()
    return []
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return [error.problemIn(file.path)]
  }
}

const within = (page: Want, levels: number): Want => (levels === 0 ? page : { items: within(page, levels - 1) })

export const isObject = (part: unknown): part is JsonObject =>
  typeof part === 'object' && part !== null && !Array.isArray(part)

/** A member of an object; nothing where it is no object, or does not have it. */
export const partOf = (part: unknown, ...keys: readonly string[]): unknown =>
  keys.reduce((at, key) => (isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined), part)

export function textOf(part: unknown, ...keys: readonly string[]): string | undefined {
  const value = partOf(part, ...keys)
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function truthOf(part: unknown, ...keys: readonly string[]): boolean | undefined {
  const value = partOf(part, ...keys)
  return typeof value === 'boolean' ? value : undefined
}

/** The items of a list, or none. */
export function listOf(part: unknown, ...keys: readonly string[]): readonly unknown[] {
  const value = partOf(part, ...keys)
  return Array.isArray(value) ? value : []
}

/** Whether a file is JSON, by how it begins. */
export const isJsonHead = (file: ForeignFile): boolean => /^\s*[{[]/.test(headOf(file))

/** How a file begins, without a byte order mark. */
export const headOf = ({ head }: ForeignFile): string => new TextDecoder().decode(head.subarray(0, 4000))
