import { readdirSync, readFileSync } from 'node:fs'
import { loadValidators } from '../../src/load/kinds.ts'
import { parseFile } from '../../src/load/parse.ts'
import { loadRulePacks, loadRuleTests, type RuleTests } from '../../src/load/rules/index.ts'
import { validate } from '../../src/load/validate.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import { factCatalogue } from '../../src/model/facts/index.ts'
import type { Sources } from '../../src/model/generated/sources.ts'
import type { Document } from '../../src/model/location.ts'
import { ok, type Result } from '../../src/model/result.ts'
import type { RulePack } from '../../src/model/rule.ts'

export type Shipped = { readonly packs: readonly RulePack[]; readonly suites: readonly RuleTests[] }

const root = new URL('../../', import.meta.url)

/** The files of rules/, by path. */
export const ruleFiles = readdirSync(new URL('rules/', root), { recursive: true, encoding: 'utf8' })
  .map((path) => `rules/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.yaml'))
  .sort()

const kindOfFile = (path: string): 'RulePack' | 'RuleTests' | 'Rule' =>
  path.endsWith('/pack.yaml') ? 'RulePack' : path.endsWith('.test.yaml') ? 'RuleTests' : 'Rule'

/** Every rule and every test of rules/, or everything that is wrong with them. */
export async function shippedRules(): Promise<Result<Shipped, Diagnostic>> {
  const validators = await loadValidators(['RulePack', 'Rule', 'RuleTests'])
  const documents: Document[] = []
  const problems: Diagnostic[] = []
  for (const path of ruleFiles) {
    const parsed = read(path)
    if (!parsed.ok) problems.push(...parsed.problems)
    for (const document of parsed.ok ? parsed.value : []) {
      const valid = validate(document, kindOfFile(path), validators)
      if (valid.ok) documents.push(valid.value)
      else problems.push(...valid.problems)
    }
  }
  if (problems.length > 0) return { ok: false, problems }
  const packs = loadRulePacks(documents, factCatalogue, sourceIds())
  if (!packs.ok) return packs
  const suites = loadRuleTests(documents, packs.value, factCatalogue)
  return suites.ok ? ok({ packs: packs.value, suites: suites.value }) : suites
}

function sourceIds(): ReadonlySet<string> {
  const parsed = read('registry/sources.yaml')
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return new Set(parsed.value.flatMap(({ value }) => (value as Sources).sources.map(({ id }) => id)))
}

const read = (path: string): Result<readonly Document[], Diagnostic> =>
  parseFile({ path, bytes: readFileSync(new URL(path, root)) })
