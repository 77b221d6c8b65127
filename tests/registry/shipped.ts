import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parseDocument } from 'yaml'
import type { Firm } from '../../src/model/generated/firm.ts'
import type { Jurisdictions } from '../../src/model/generated/jurisdictions.ts'
import type { Provider } from '../../src/model/generated/provider.ts'
import type { Regions } from '../../src/model/generated/regions.ts'
import type { Sources } from '../../src/model/generated/sources.ts'
import type { Vocabulary } from '../../src/model/generated/vocabulary.ts'

const root = new URL('../../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')

export const paths: readonly string[] = readdirSync(fileURLToPath(new URL('registry/', root)), { recursive: true })
  .map((path) => `registry/${String(path).replaceAll('\\', '/')}`)
  .filter((path) => /[.]ya?ml$/.test(path))
  .sort()

/** What the parser complains of: empty for a good file. */
export function complaintsOf(path: string): readonly string[] {
  const document = parseDocument(read(path))
  return [...document.errors, ...document.warnings].map((problem) => problem.message)
}

export const parsed = (path: string): unknown => parseDocument(read(path)).toJS()

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false })
const kinds = ['provider', 'firm', 'jurisdictions', 'regions', 'vocabulary', 'sources'] as const
for (const name of ['common', ...kinds]) ajv.addSchema(JSON.parse(read(`schemas/${name}.schema.json`)))

/** Where a document breaks the schema of its kind. */
export function violationsOf(document: unknown): readonly string[] {
  const kind = String((document as { kind?: unknown }).kind).toLowerCase()
  if (!kinds.some((known) => known === kind)) return [`kind ${kind} has no place in the registry`]
  ajv.validate(`${kind}.schema.json`, document)
  return (ajv.errors ?? []).map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`)
}

const under = (folder: string): readonly string[] => paths.filter((path) => path.startsWith(`registry/${folder}/`))

export const providers = under('providers').map((path) => parsed(path) as Provider)
export const regions = under('regions').map((path) => parsed(path) as Regions)
export const firm = parsed('registry/firm/imageplus.yaml') as Firm
export const jurisdictions = parsed('registry/jurisdictions.yaml') as Jurisdictions
export const vocabulary = parsed('registry/vocabulary.yaml') as Vocabulary
export const sources = parsed('registry/sources.yaml') as Sources

/** Every object in the registry that claims a source or a date, with the file and the path that it stands at. */
export function facts(): readonly { readonly at: string; readonly fact: Record<string, unknown> }[] {
  const walk = (at: string, value: unknown): { at: string; fact: Record<string, unknown> }[] => {
    if (Array.isArray(value)) return value.flatMap((item, index) => walk(`${at}/${index}`, item))
    if (typeof value !== 'object' || value === null) return []
    const fact = value as Record<string, unknown>
    const inside = Object.entries(fact).flatMap(([key, item]) => walk(`${at}/${key}`, item))
    return 'source' in fact || 'checkedOn' in fact ? [{ at, fact }, ...inside] : inside
  }
  return paths.flatMap((path) => walk(path, parsed(path)))
}
