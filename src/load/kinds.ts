import type { ErrorObject } from 'ajv'
import { plainSchemas } from '../../build/plain-schemas.mjs'
import type { AccessEvidence } from '../model/generated/access-evidence.ts'
import type { Baseline } from '../model/generated/baseline.ts'
import type { Bundle } from '../model/generated/bundle.ts'
import type { Config } from '../model/generated/config.ts'
import type { Engagement } from '../model/generated/engagement.ts'
import type { Firm } from '../model/generated/firm.ts'
import type { Infrastructure } from '../model/generated/infrastructure.ts'
import type { Jurisdictions } from '../model/generated/jurisdictions.ts'
import type { Provider } from '../model/generated/provider.ts'
import type { Regions } from '../model/generated/regions.ts'
import type { Report } from '../model/generated/report.ts'
import type { Rule } from '../model/generated/rule.ts'
import type { RulePack } from '../model/generated/rule-pack.ts'
import type { RuleTests } from '../model/generated/rule-tests.ts'
import type { Sources } from '../model/generated/sources.ts'
import type { Vocabulary } from '../model/generated/vocabulary.ts'
import type { Waivers } from '../model/generated/waivers.ts'
import { type PlainSchemaFile, satisfying } from './satisfies.ts'

export const apiVersion = 'douane/v1'

/** What a document of each kind holds, once it is valid. */
export type DocumentKinds = {
  readonly Engagement: Engagement
  readonly Provider: Provider
  readonly Firm: Firm
  readonly Jurisdictions: Jurisdictions
  readonly Regions: Regions
  readonly Vocabulary: Vocabulary
  readonly Sources: Sources
  readonly Rule: Rule
  readonly RulePack: RulePack
  readonly RuleTests: RuleTests
  readonly Report: Report
  readonly Config: Config
  readonly Bundle: Bundle
  readonly Waivers: Waivers
  readonly Baseline: Baseline
  readonly Infrastructure: Infrastructure
  readonly AccessEvidence: AccessEvidence
}

export type Kind = keyof DocumentKinds

/** A schema compiled ahead of time: `errors` holds all that was wrong in the last call, with data and schema. */
export type Validator = {
  (data: unknown): boolean
  errors?: ErrorObject[] | null
}

/** The validators that were loaded. */
export type Validators = { readonly [K in Kind]?: Validator }

/** Each is code of up to 300 kB, so that only those are read that a run needs. */
const modules: { readonly [K in Kind]: () => Promise<Validator> } = {
  Engagement: async () => (await import('../../build/validators/engagement.mjs')).engagement,
  Provider: async () => (await import('../../build/validators/provider.mjs')).provider,
  Firm: async () => (await import('../../build/validators/firm.mjs')).firm,
  Jurisdictions: async () => (await import('../../build/validators/jurisdictions.mjs')).jurisdictions,
  Regions: async () => (await import('../../build/validators/regions.mjs')).regions,
  Vocabulary: async () => (await import('../../build/validators/vocabulary.mjs')).vocabulary,
  Sources: async () => (await import('../../build/validators/sources.mjs')).sources,
  Rule: async () => (await import('../../build/validators/rule.mjs')).rule,
  RulePack: async () => (await import('../../build/validators/rule-pack.mjs')).rulePack,
  RuleTests: async () => (await import('../../build/validators/rule-tests.mjs')).ruleTests,
  Report: async () => (await import('../../build/validators/report.mjs')).report,
  Config: async () => (await import('../../build/validators/config.mjs')).config,
  Bundle: async () => (await import('../../build/validators/bundle.mjs')).bundle,
  Waivers: async () => (await import('../../build/validators/waivers.mjs')).waivers,
  Baseline: async () => (await import('../../build/validators/baseline.mjs')).baseline,
  Infrastructure: async () => (await import('../../build/validators/infrastructure.mjs')).infrastructure,
  AccessEvidence: async () => (await import('../../build/validators/access-evidence.mjs')).accessEvidence,
}

export const kinds = Object.keys(modules) as readonly Kind[]

/** Loads the validators of some kinds, or of all. */
export async function loadValidators(wanted: Iterable<Kind> = kinds): Promise<Validators> {
  const loading = [...new Set(wanted)].map(async (kind) => [kind, await modules[kind]()] as const)
  return Object.fromEntries(await Promise.all(loading))
}

const known = new Map<Kind, (value: unknown) => boolean>()

/**
 * Whether a value is valid, of kinds that people write. False for the others as well: their validator has to be asked, as
 * it has to where something is wrong.
 */
export function isPlainlyValid(kind: Kind, value: unknown): boolean {
  const text = plainSchemas[kind]
  if (text === undefined) return false
  const isValid = known.get(kind) ?? satisfying(JSON.parse(text) as PlainSchemaFile)
  known.set(kind, isValid)
  return isValid(value)
}
