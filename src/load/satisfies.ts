import { canonicalJson } from '../model/canonical.ts'

/**
 * A schema in the keywords that ours use, without what it says for people. A reference names a definition of the same
 * file, and stands alone.
 */
export type PlainSchema = {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly items?: PlainSchema
  readonly minItems?: number
  readonly maxItems?: number
  readonly uniqueItems?: boolean
  readonly properties?: Readonly<Record<string, PlainSchema>>
  readonly propertyNames?: PlainSchema
  readonly additionalProperties?: boolean | PlainSchema
  readonly required?: readonly string[]
  readonly if?: PlainSchema
  readonly then?: PlainSchema
  readonly else?: PlainSchema
}

export type PlainSchemaFile = {
  readonly root: PlainSchema
  readonly definitions: Readonly<Record<string, PlainSchema>>
}

/**
 * What says whether a value satisfies a schema. It says no more than that, and is a page of code for all schemas: the
 * validators, which say what is wrong, are hundreds of kilobytes and are loaded where something is.
 */
export function satisfying({ root, definitions }: PlainSchemaFile): (value: unknown) => boolean {
  const opened = new Map<string, Opened>()
  const open: Open = (schema) => {
    if (schema.$ref === undefined) return new Opened(schema, open)
    const known = opened.get(schema.$ref) ?? new Opened(definitions[schema.$ref] as PlainSchema, open)
    opened.set(schema.$ref, known)
    return known
  }
  const first = open(root)
  return (value) => first.isMetBy(value)
}

type Open = (schema: PlainSchema) => Opened

/** A part of a schema, which is looked through when the first value gets there: most of them no document has. */
class Opened {
  private readonly schema: PlainSchema
  private readonly open: Open
  private asked: Asked | undefined

  constructor(schema: PlainSchema, open: Open) {
    this.schema = schema
    this.open = open
    this.asked = undefined
  }

  isMetBy(value: unknown): boolean {
    this.asked ??= askedBy(this.schema, this.open)
    const { types, values, when, met, unmet } = this.asked
    if ((types & typeOf(value)) === 0) return false
    if (values !== undefined && !values.has(value)) return false
    if (when !== undefined) {
      const next = when.isMetBy(value) ? met : unmet
      if (next !== undefined && !next.isMetBy(value)) return false
    }
    if (typeof value === 'string') return isText(value, this.asked)
    if (typeof value === 'number') return value >= this.asked.minimum
    if (typeof value !== 'object' || value === null) return true
    return Array.isArray(value)
      ? isList(value, this.asked)
      : isMap(value as Readonly<Record<string, unknown>>, this.asked)
  }
}

/** What a schema asks of a value, by the type of value that it concerns; of all of them one shape. */
type Asked = {
  readonly types: number
  readonly values: ReadonlySet<unknown> | undefined
  readonly when: Opened | undefined
  readonly met: Opened | undefined
  readonly unmet: Opened | undefined
  readonly shortest: number
  readonly longest: number
  readonly pattern: RegExp | undefined
  readonly minimum: number
  readonly fewest: number
  readonly most: number
  readonly unique: boolean
  readonly items: Opened | undefined
  readonly properties: ReadonlyMap<string, Property>
  /** Of keys that are not among the properties. */
  readonly others: Opened | boolean
  readonly names: Opened | undefined
  /** How many of the properties are. */
  readonly required: number
}

type Property = { readonly value: Opened | boolean; readonly isRequired: boolean }

function askedBy(schema: PlainSchema, open: Open): Asked {
  const { type, additionalProperties = true, required = [] } = schema
  const part = (inner: PlainSchema | undefined): Opened | undefined => (inner === undefined ? undefined : open(inner))
  const others = typeof additionalProperties === 'boolean' ? additionalProperties : open(additionalProperties)
  const properties = new Map<string, Property>()
  for (const key of required) properties.set(key, { value: others, isRequired: true })
  for (const [key, inner] of Object.entries(schema.properties ?? {}))
    properties.set(key, { value: open(inner), isRequired: properties.has(key) })
  return {
    types: type === undefined ? anyType : [type].flat().reduce((bits, one) => bits | (types[one] ?? 0), 0),
    values: 'const' in schema ? new Set([schema.const]) : schema.enum && new Set(schema.enum),
    when: part(schema.if),
    met: part(schema.then),
    unmet: part(schema.else),
    shortest: schema.minLength ?? 0,
    longest: schema.maxLength ?? Number.POSITIVE_INFINITY,
    pattern: schema.pattern === undefined ? undefined : new RegExp(schema.pattern, 'u'),
    minimum: schema.minimum ?? Number.NEGATIVE_INFINITY,
    fewest: schema.minItems ?? 0,
    most: schema.maxItems ?? Number.POSITIVE_INFINITY,
    unique: schema.uniqueItems === true,
    items: part(schema.items),
    properties,
    others,
    names: part(schema.propertyNames),
    required: new Set(required).size,
  }
}

const anyType = -1

/** The types of values, each a bit; a whole number has that of any number as well. */
const types: Readonly<Record<string, number>> = {
  string: 1,
  boolean: 2,
  number: 4,
  integer: 8,
  null: 16,
  array: 32,
  object: 64,
}
const noType = 128

function typeOf(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return 1
    case 'boolean':
      return 2
    case 'number':
      return Number.isInteger(value) ? 4 | 8 : Number.isFinite(value) ? 4 : noType
    case 'object':
      return value === null ? 16 : Array.isArray(value) ? 32 : 64
    default:
      return noType
  }
}

function isText(value: string, { shortest, longest, pattern }: Asked): boolean {
  return isAtLeast(value, shortest) && !isAtLeast(value, longest + 1) && (pattern === undefined || pattern.test(value))
}

function isList(value: readonly unknown[], { fewest, most, unique, items }: Asked): boolean {
  if (value.length < fewest || value.length > most) return false
  if (items !== undefined) for (const one of value) if (!items.isMetBy(one)) return false
  return !unique || value.length < 2 || new Set(value.map(asOne)).size === value.length
}

function isMap(value: Readonly<Record<string, unknown>>, { properties, others, names, required }: Asked): boolean {
  let missing = required
  for (const key in value) {
    const inner = value[key]
    const property = properties.get(key)
    const wanted = property === undefined ? others : property.value
    if (wanted === false || (wanted !== true && !wanted.isMetBy(inner))) return false
    if (names !== undefined && !names.isMetBy(key)) return false
    if (property?.isRequired && inner !== undefined) missing -= 1
  }
  return missing === 0
}

/** Equal for what is equal, whatever the order of keys. */
function asOne(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? `json ${canonicalJson(value)}` : value
}

/** Whether a text has so many characters, of which some take two code units. */
function isAtLeast(text: string, length: number): boolean {
  if (text.length < length || text.length >= 2 * length) return text.length >= length
  return !/[\ud800-\udfff]/.test(text) || [...text].length >= length
}
