import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

export type JsonSchema = { readonly [keyword: string]: unknown }

/** One file of schemas/. Files refer to one another by file name: `common.schema.json#/$defs/Slug`. */
export type SchemaFile = {
  readonly file: string
  /** `rule-tests` for `rule-tests.schema.json`. */
  readonly name: string
  readonly schema: JsonSchema
}

export function readSchemas(folder: string): readonly SchemaFile[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.schema.json'))
    .sort()
    .map((file) => ({
      file,
      name: basename(file, '.schema.json'),
      schema: JSON.parse(readFileSync(join(folder, file), 'utf8')) as JsonSchema,
    }))
}

/** A file of shared definitions only describes no document: it has definitions, and says nothing at its root. */
export function describesDocument({ schema }: SchemaFile): boolean {
  const annotations = ['$schema', '$id', '$comment', 'title', 'description', '$defs']
  return Object.keys(schema).some((keyword) => !annotations.includes(keyword))
}

/** `rule-tests` -> `RuleTests` */
export function typeNameOf(name: string): string {
  return name.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

/** `rule-tests` -> `ruleTests` */
export function valueNameOf(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
