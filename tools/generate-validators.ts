import { Ajv2020 } from 'ajv/dist/2020.js'
import standalone from 'ajv/dist/standalone/index.js'
import { build } from 'esbuild'
import type { GeneratedFile, Step } from './generate.ts'
import { describesDocument, readSchemas, type SchemaFile, typeNameOf, valueNameOf } from './schemas.ts'

/**
 * schemas/ -> build/validators/<name>.mjs, compiled ahead of time: compiling them takes longer than a whole check.
 * build/validators.mjs exports them all. Each stands alone, so that a command loads only what it validates.
 */
export const validators: Step = {
  owns: { committed: false },
  async files(root) {
    const schemas = readSchemas(`${root}/schemas`)
    const documents = schemas.filter(describesDocument)
    const each = await Promise.all(documents.map((document) => filesOf(document, schemas)))
    const list = documents
      .map(({ name }) => `export { ${valueNameOf(name)} } from './validators/${name}.mjs'\n`)
      .join('')
    return [
      ...each.flat(),
      { path: 'build/validators.mjs', text: header + list },
      { path: 'build/validators.d.mts', text: header + list },
    ]
  },
}

const header = '// Generated from schemas/ by `npm run generate`.\n'

async function filesOf(document: SchemaFile, schemas: readonly SchemaFile[]): Promise<readonly GeneratedFile[]> {
  const type = typeNameOf(document.name)
  const declaration = [
    header,
    "import type { ValidateFunction } from 'ajv/dist/2020.js'\n",
    `import type { ${type} } from '../../src/model/generated/${document.name}.ts'\n\n`,
    `export declare const ${valueNameOf(document.name)}: ValidateFunction<${type}>\n`,
  ]
  return [
    { path: `build/validators/${document.name}.mjs`, text: await selfContained(sourceOf(document, schemas)) },
    { path: `build/validators/${document.name}.d.mts`, text: declaration.join('') },
  ]
}

function sourceOf(document: SchemaFile, schemas: readonly SchemaFile[]): string {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true, // errors carry the value seen and the schema that was broken
    strict: true,
    strictRequired: false, // `required` beside `if` names properties that are declared one level up
    allowUnionTypes: true, // `type: [string, 'null']`: null states nothing, and may be written anywhere
    inlineRefs: false, // a shared definition is one function, not a copy at each place that uses it
    code: { source: true, esm: true },
  })
  for (const schema of schemas) ajv.addSchema(withoutConditions(schema), idOf(schema))
  return standalone.default(ajv, { [valueNameOf(document.name)]: idOf(document) })
}

/**
 * What the grammar of conditions says is for editors. Here the loader of rules checks them, and names the fact that was
 * misspelt where the validator could only say that a value is not allowed.
 */
function withoutConditions({ name, schema }: SchemaFile): SchemaFile['schema'] {
  if (name === 'rule') {
    const { allOf: _, ...rest } = schema as Record<string, unknown>
    return rest as SchemaFile['schema']
  }
  if (name !== 'rule-pack') return schema
  const copy = structuredClone(schema) as { properties: { conditions: Record<string, unknown> } }
  copy.properties.conditions.additionalProperties = { type: 'object' }
  return copy as unknown as SchemaFile['schema']
}

function idOf({ file, schema }: SchemaFile): string {
  return typeof schema.$id === 'string' ? schema.$id : file
}

/** Ajv's ESM output still calls `require` for the functions it shares (ucs2length, equal): they are bundled in. */
async function selfContained(source: string): Promise<string> {
  const { metafile, outputFiles } = await build({
    stdin: { contents: source, resolveDir: import.meta.dirname, sourcefile: 'validator.mjs' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'neutral',
    target: 'node20',
    write: false,
    metafile: true,
    legalComments: 'none',
    banner: { js: header.trim() },
  })
  const external = Object.values(metafile.outputs).flatMap((output) => output.imports.map(({ path }) => path))
  if (external.length > 0) throw new Error(`the validators import ${external.join(', ')}`)
  return outputFiles[0]?.text ?? ''
}
