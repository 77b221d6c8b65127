/**
 * `npm run generate`: writes every file that is made from another.
 *
 *   --check        writes nothing; fails and lists the committed files that differ from what would be written
 *   --uncommitted  writes only what is not committed, which an install needs
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { factCatalogue } from '../src/model/facts/index.ts'
import { types } from './generate-types.ts'
import { validators } from './generate-validators.ts'
import { page } from './page.ts'
import { plainSchemas } from './plain-schemas.ts'
import { publishedTexts } from './published-texts.ts'
import { reference } from './reference.ts'
import { ruleSchema } from './rule-schema.ts'

export type GeneratedFile = { readonly path: string; readonly text: string }

export type Step = {
  /** Whether what it writes is committed, and the folder, if any, that holds its committed files and nothing else. */
  readonly owns: { readonly folder?: string; readonly committed: boolean }
  readonly files: (root: string) => Promise<readonly GeneratedFile[]>
}

/** The rule schema lists the facts of each kind of subject, so that an editor completes them. */
const ruleSchemaStep: Step = {
  owns: { committed: true },
  files: async () => [{ path: 'schemas/rule.schema.json', text: ruleSchema(factCatalogue) }],
}

/** In order: a later step may read what an earlier one wrote. */
const allSteps: readonly Step[] = [ruleSchemaStep, types, publishedTexts, validators, plainSchemas, page, reference]

/** The committed files that are not what their sources give: changed, missing, or left over. */
export async function stale(root: string, steps = allSteps): Promise<readonly string[]> {
  const found: string[] = []
  for (const step of steps.filter(({ owns }) => owns.committed)) {
    const files = await step.files(root)
    found.push(...files.filter((file) => textAt(root, file.path) !== file.text).map((file) => file.path))
    found.push(...leftOver(root, step, files))
  }
  return found
}

/** Writes what differs, and says which files. */
export async function generate(root: string, steps = allSteps): Promise<readonly string[]> {
  const changed: string[] = []
  for (const step of steps) {
    const files = await step.files(root)
    for (const { path, text } of files.filter((file) => textAt(root, file.path) !== file.text)) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
      changed.push(path)
    }
    for (const path of leftOver(root, step, files)) {
      rmSync(join(root, path))
      changed.push(path)
    }
  }
  return changed
}

function textAt(root: string, path: string): string | undefined {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined
}

function leftOver(root: string, { owns }: Step, files: readonly GeneratedFile[]): readonly string[] {
  const folder = owns.committed ? owns.folder : undefined
  if (folder === undefined || !existsSync(join(root, folder))) return []
  const made = new Set(files.map((file) => file.path))
  return readdirSync(join(root, folder))
    .map((name) => `${folder}/${name}`)
    .filter((path) => !made.has(path))
}

async function main(options: readonly string[]): Promise<number> {
  const root = dirname(import.meta.dirname)
  if (options.includes('--check')) {
    const files = await stale(root)
    for (const file of files) console.error(`differs from its source: ${file}`)
    console.log(files.length === 0 ? 'generated files are up to date' : 'run `npm run generate` and commit the result')
    return files.length === 0 ? 0 : 1
  }
  const steps = options.includes('--uncommitted') ? allSteps.filter(({ owns }) => !owns.committed) : allSteps
  const changed = await generate(root, steps)
  console.log(changed.length === 0 ? 'generated files are up to date' : `generated ${changed.join(', ')}`)
  return 0
}

if (import.meta.url === pathToFileURL(resolve(process.argv[1] ?? '')).href) {
  process.exitCode = await main(process.argv.slice(2))
}
