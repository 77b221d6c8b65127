import { canonicalJson } from '../model/canonical.ts'

/**
 * A schema in the keywords that ours use, without what it says for people. References name a definition of the same
 * file.
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
 * Whether a value satisfies a schema. Says no more than that, and is a page of code for all schemas: the validators, which
 * say what is wrong, are hundreds of kilobytes and are loaded where something is.
 */
export function satisfies(value: unknown, { root, definitions }: PlainSchemaFile): boolean {
  return meets(value, root, definitions)
}

type Definitions = PlainSchemaFile['definitions']

function meets(value: unknown, schema: PlainSchema, definitions: Definitions): boolean {
  for (const keyword in schema) if (!holds(keyword as keyof PlainSchema, schema, value, definitions)) return false
  return true
}

function holds(keyword: keyof PlainSchema, schema: PlainSchema, value: unknown, definitions: Definitions): boolean {
  // What schemas say most comes first.
  switch (keyword) {
    case '$ref':
      return meets(value, definitions[schema.$ref as string] as PlainSchema, definitions)
    case 'type':
      return typeof schema.type === 'string'
        ? isOf(schema.type, value)
        : (schema.type ?? []).some((type) => isOf(type, value))
    case 'enum':
      return schema.enum?.includes(value) === true
    case 'pattern':
      return typeof value !== 'string' || expressionOf(schema.pattern ?? '').test(value)
    case 'minLength':
      return typeof value !== 'string' || isAtLeast(value, schema.minLength ?? 0)
    case 'maxLength':
      return typeof value !== 'string' || !isAtLeast(value, (schema.maxLength ?? 0) + 1)
    case 'properties':
      return !isObject(value) || propertiesHold(schema, value, definitions)
    case 'additionalProperties':
      // With the properties, where there are any.
      return schema.properties !== undefined || !isObject(value) || propertiesHold(schema, value, definitions)
    case 'required':
      return !isObject(value) || hasAll(value, schema.required ?? [])
    case 'items':
      return !Array.isArray(value) || allMeet(value, schema.items as PlainSchema, definitions)
    case 'uniqueItems':
      return !Array.isArray(value) || value.length < 2 || new Set(value.map(asOne)).size === value.length
    case 'const':
      return value === schema.const
    case 'minItems':
      return !Array.isArray(value) || value.length >= (schema.minItems ?? 0)
    case 'maxItems':
      return !Array.isArray(value) || value.length <= (schema.maxItems ?? 0)
    case 'minimum':
      return typeof value !== 'number' || value >= (schema.minimum ?? 0)
    case 'propertyNames':
      return !isObject(value) || allMeet(Object.keys(value), schema.propertyNames as PlainSchema, definitions)
    case 'if': {
      const next = meets(value, schema.if as PlainSchema, definitions) ? schema.then : schema.else
      return next === undefined || meets(value, next, definitions)
    }
    case 'then':
    case 'else':
      return true
  }
}

function propertiesHold(schema: PlainSchema, value: Readonly<Record<string, unknown>>, definitions: Definitions) {
  const { properties = {}, additionalProperties = true } = schema
  for (const key in value) {
    const known = Object.hasOwn(properties, key) ? properties[key] : additionalProperties
    if (known === false || (typeof known === 'object' && !meets(value[key], known, definitions))) return false
  }
  return true
}

function allMeet(values: readonly unknown[], schema: PlainSchema, definitions: Definitions): boolean {
  for (const one of values) if (!meets(one, schema, definitions)) return false
  return true
}

function hasAll(value: Readonly<Record<string, unknown>>, keys: readonly string[]): boolean {
  for (const key of keys) if (value[key] === undefined) return false
  return true
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isOf(type: string, value: unknown): boolean {
  switch (type) {
    case 'object':
      return isObject(value)
    case 'array':
      return Array.isArray(value)
    case 'null':
      return value === null
    case 'integer':
      return Number.isInteger(value)
    case 'number':
      return Number.isFinite(value)
    case 'string':
      return typeof value === 'string'
    case 'boolean':
      return typeof value === 'boolean'
    default:
      return false
  }
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

const expressions = new Map<string, RegExp>()

function expressionOf(pattern: string): RegExp {
  const known = expressions.get(pattern) ?? new RegExp(pattern, 'u')
  expressions.set(pattern, known)
  return known
}
