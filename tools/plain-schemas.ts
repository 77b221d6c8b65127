import type { PlainSchema, PlainSchemaFile } from '../src/load/satisfies.ts'
import type { GeneratedFile, Step } from './generate.ts'
import { describesDocument, type JsonSchema, readSchemas, type SchemaFile, typeNameOf } from './schemas.ts'

/** Reports are long and not asked about in a check; what rules may say is told by their own loader. */
const left: ReadonlySet<string> = new Set([
  'report',
  'rule',
  'rule-pack',
  'rule-tests',
  'bundle',
  'baseline',
  'infrastructure',
  'access-evidence',
])

/** schemas/ -> build/plain-schemas.mjs: what `satisfying` reads, as a text for each kind, parsed where it is needed. */
export const plainSchemas: Step = {
  owns: { committed: false },
  files: async (root) => {
    const schemas = readSchemas(`${root}/schemas`)
    const documents = schemas.filter(describesDocument).filter(({ name }) => !left.has(name))
    const texts = documents.map(
      (document) => `  ${typeNameOf(document.name)}: '${escaped(JSON.stringify(plainFileOf(document, schemas)))}',\n`,
    )
    const header = '// Generated from schemas/ by `npm run generate`.\n'
    const files: readonly GeneratedFile[] = [
      { path: 'build/plain-schemas.mjs', text: `${header}export const plainSchemas = {\n${texts.join('')}}\n` },
      {
        path: 'build/plain-schemas.d.mts',
        text: `${header}export declare const plainSchemas: Readonly<Record<string, string>>\n`,
      },
    ]
    return files
  },
}

const escaped = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")

function plainFileOf({ file, schema }: SchemaFile, schemas: readonly SchemaFile[]): PlainSchemaFile {
  const definitions: Record<string, PlainSchema> = {}
  const places = new Map<string, string>()
  const plain = (part: JsonSchema, from: string): PlainSchema => {
    const kept: Record<string, unknown> = {}
    for (const [keyword, value] of Object.entries(part)) {
      if (said.has(keyword)) continue
      const read = keywords.get(keyword)
      if (read === undefined) throw new Error(`${from}: the keyword "${keyword}" is not known to src/load/satisfies.ts`)
      kept[keyword] = read(
        value,
        (inner) => plain(inner as JsonSchema, from),
        (reference) => named(reference, from),
      )
    }
    if ('$ref' in kept && Object.keys(kept).length > 1)
      throw new Error(`${from}: a reference that does not stand alone`)
    return kept
  }
  const named = (reference: string, from: string): string => {
    const [target = '', pointer = ''] = reference.split('#')
    const within = target === '' ? from : target
    const name = pointer.slice(pointer.lastIndexOf('/') + 1)
    const place = `${within}#${pointer}`
    if (places.get(name) === undefined) {
      places.set(name, place)
      definitions[name] = plain(definitionAt(within, pointer, schemas), within)
    }
    if (places.get(name) !== place) throw new Error(`${places.get(name)} and ${place} have one name`)
    return name
  }
  return { root: plain(schema, file), definitions }
}

function definitionAt(file: string, pointer: string, schemas: readonly SchemaFile[]): JsonSchema {
  const schema = schemas.find((one) => one.file === file)?.schema
  const found = pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((part, step) => (part as JsonSchema | undefined)?.[step], schema)
  if (found === undefined) throw new Error(`there is no ${file}#${pointer}`)
  return found as JsonSchema
}

/** What is said for people, and definitions, which are taken along where something names them. */
const said: ReadonlySet<string> = new Set(['$schema', '$id', '$comment', '$defs', 'title', 'description', 'examples'])

type Read = (value: unknown, plain: (schema: unknown) => PlainSchema, named: (reference: string) => string) => unknown

const asIs: Read = (value) => value
const one: Read = (value, plain) => (typeof value === 'boolean' ? value : plain(value))
const byName: Read = (value, plain) =>
  Object.fromEntries(Object.entries(value as JsonSchema).map(([name, schema]) => [name, plain(schema)]))
/** Compared with ===. */
const simple: Read = (value) => {
  if ([value].flat().some((single) => typeof single === 'object' && single !== null))
    throw new Error('a value that is no scalar')
  return value
}

const keywords: ReadonlyMap<string, Read> = new Map([
  ['$ref', (value, _, named) => named(value as string)],
  ['type', asIs],
  ['const', simple],
  ['enum', simple],
  ['pattern', asIs],
  ['minLength', asIs],
  ['maxLength', asIs],
  ['minimum', asIs],
  ['items', one],
  ['minItems', asIs],
  ['maxItems', asIs],
  ['uniqueItems', asIs],
  ['properties', byName],
  ['propertyNames', one],
  ['additionalProperties', one],
  ['required', asIs],
  ['if', one],
  ['then', one],
  ['else', one],
])
