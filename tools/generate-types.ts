import { compile } from 'json-schema-to-typescript'
import type { Step } from './generate.ts'
import { readonlyTypes } from './readonly-types.ts'
import { describesDocument, type JsonSchema, readSchemas, type SchemaFile, typeNameOf } from './schemas.ts'

/** schemas/<name>.schema.json -> src/model/generated/<name>.ts, committed, so that the types can be read and reviewed. */
export const types: Step = {
  owns: { folder: 'src/model/generated', committed: true },
  async files(root) {
    const schemas = readSchemas(`${root}/schemas`)
    return Promise.all(
      schemas.map(async (schema) => ({ path: `src/model/generated/${schema.name}.ts`, text: await typesOf(schema) })),
    )
  },
}

async function typesOf(source: SchemaFile): Promise<string> {
  const imports = new Map<string, Set<string>>()
  const schema = withImports(source, imports)
  const name = typeNameOf(source.name)
  const root = describesDocument(source) ? {} : { type: 'object', additionalProperties: false }
  const compiled = await compile({ ...schema, ...root, title: name } as never, name, {
    additionalProperties: false,
    bannerComment: '',
    declareExternallyReferenced: true,
    ignoreMinAndMaxItems: true,
    strictIndexSignatures: false,
    unknownAny: true,
    unreachableDefinitions: true,
    style: { semi: false, singleQuote: true, printWidth: 120 },
  })
  const text = withoutReachability(compiled)
  const body = describesDocument(source) ? text : withoutRoot(text, name)
  const header = `// Generated from schemas/${source.file} by \`npm run generate\`. Change the schema, not this file.\n`
  const importLines = [...imports]
    .sort()
    .map(([from, names]) => `import type { ${[...names].sort().join(', ')} } from './${from}.ts'\n`)
  return `${[header, importLines.join(''), readonlyTypes(body).trim()].filter(Boolean).join('\n')}\n`
}

/** Turns references into names, so that a shared definition is one type and not one for each place that uses it. */
function withImports(source: SchemaFile, imports: Map<string, Set<string>>): JsonSchema {
  const visit = (value: unknown, isDefinition: string | undefined): unknown => {
    if (Array.isArray(value)) return value.map((item) => visit(item, undefined))
    if (typeof value !== 'object' || value === null) return value
    const { $ref, $id, ...rest } = value as JsonSchema
    const visited = Object.fromEntries(
      Object.entries(rest).map(([key, child]) => [key, key === '$defs' ? definitions(child) : visit(child, undefined)]),
    )
    // A definition is called by its key: its title is for readers.
    const named = isDefinition === undefined ? visited : { ...visited, title: isDefinition }
    return typeof $ref === 'string' ? { ...named, ...reference($ref, source, imports) } : named
  }
  const definitions = (value: unknown): unknown =>
    Object.fromEntries(Object.entries(value as JsonSchema).map(([key, child]) => [key, visit(child, key)]))
  return visit(source.schema, undefined) as JsonSchema
}

/** Every definition is emitted once, by its key, so that a reference needs no more than its name. */
function reference($ref: string, source: SchemaFile, imports: Map<string, Set<string>>): JsonSchema {
  const target = /^(?:([a-z0-9-]+)\.schema\.json)?(?:#(?:\/\$defs\/([A-Za-z0-9]+))?)?$/.exec($ref)
  if (!target) throw new Error(`${source.file}: cannot name the type of $ref ${$ref}`)
  const [, file = source.name, definition] = target
  const type = definition ?? typeNameOf(file)
  if (file !== source.name) imports.set(file, (imports.get(file) ?? new Set()).add(type))
  return { tsType: type }
}

/** Comments on where a definition was reached from say nothing to a reader. */
function withoutReachability(text: string): string {
  return text
    .replace(/(?:^ *\*\n)?^ *\* This interface was referenced by [^\n]*\n *\* via the `[^\n]*\n/gm, '')
    .replace(/^ *\/\*\*\n *\*\/\n/gm, '')
}

function withoutRoot(text: string, name: string): string {
  return text.replace(new RegExp(`(?:/\\*\\*\\n(?: \\*[^\\n]*\\n)*? \\*/\\n)?export interface ${name} \\{\\}\\n`), '')
}
