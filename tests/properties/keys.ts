/** The optional keys of a descriptor, by its schema. */
import { readFileSync } from 'node:fs'
import type { Engagement } from '../../src/model/generated/engagement.ts'

export type Path = readonly (string | number)[]

/** As far as the schemas of descriptors go. */
export type Schema = {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean | Schema
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly minItems?: number
  readonly then?: Schema
  readonly else?: Schema
  readonly $defs?: Readonly<Record<string, Schema>>
}

const read = (name: string): Schema =>
  JSON.parse(readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8')) as Schema

const engagementSchema = read('engagement')
const common = read('common')

/** The name of the definition that a schema refers to: `Slug`, `Country`. */
export const definitionOf = (schema: Schema): string | undefined => schema.$ref?.split('/').at(-1)

export function resolved(schema: Schema): Schema {
  const name = definitionOf(schema)
  const found = name === undefined ? schema : common.$defs?.[name]
  if (found === undefined) throw new Error(`There is no definition ${schema.$ref}`)
  return found
}

/** The schema of the members of a list, also of one for which a word may stand. */
export const itemsOf = (schema: Schema): Schema | undefined => resolved(schema).items ?? resolved(schema).else?.items

export type StatedKey = { readonly path: Path; readonly schema: Schema }

/** Keys that say what a document is, and nothing of the engagement. */
const envelope = new Set(['$schema', 'apiVersion', 'kind'])

/** Every key that is stated and need not be. */
export function optionalKeys(value: unknown, schema: Schema = engagementSchema, path: Path = []): readonly StatedKey[] {
  const { else: other, ...whole } = resolved(schema)
  const {
    properties = {},
    required = [],
    additionalProperties,
  } = whole.properties === undefined && other?.$ref !== undefined ? resolved(other) : whole
  if (Array.isArray(value)) {
    const items = itemsOf(schema)
    return items === undefined ? [] : value.flatMap((item, at) => optionalKeys(item, items, [...path, at]))
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const of = properties[key] ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined)
    if (of === undefined || envelope.has(key)) return []
    const here: StatedKey = { path: [...path, key], schema: of }
    return [...(required.includes(key) ? [] : [here]), ...optionalKeys(inner, of, here.path)]
  })
}

/** A copy with another value at a path; without it where `value` is undefined. */
export function replaced(engagement: Engagement, path: Path, value: unknown): Engagement {
  const change = (one: unknown, at: number): unknown => {
    const step = path[at]
    if (step === undefined) return value
    if (Array.isArray(one)) return one.map((item, index) => (index === step ? change(item, at + 1) : item))
    const changed = {
      ...(one as Record<string, unknown>),
      [step]: change((one as Record<string, unknown>)[step], at + 1),
    }
    if (changed[step] === undefined) delete changed[step]
    return changed
  }
  return change(engagement, 0) as Engagement
}

export const without = (engagement: Engagement, path: Path): Engagement => replaced(engagement, path, undefined)
