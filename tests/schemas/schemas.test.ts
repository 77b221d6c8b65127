import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { factCatalogue } from '../../src/model/facts/index.ts'
import * as values from '../../src/model/facts/values.ts'

type Schema = { readonly [key: string]: unknown }

const folder = new URL('../../schemas/', import.meta.url)
const schemas = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith('.schema.json'))
    .map((file) => [file, JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Schema]),
)

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a reference stands for, in its own file or another. */
function resolve(reference: string, file: string): Schema {
  const [where = '', path = ''] = reference.split('#')
  const parts = path.split('/').filter((part) => part !== '')
  let found: unknown = schemas.get(where === '' ? file : where)
  for (const part of parts) found = isSchema(found) ? found[part] : undefined
  if (!isSchema(found)) throw new Error(`${reference} in ${file} leads nowhere`)
  return found
}

/** The properties that say nothing on hover. */
function silent(schema: Schema, file: string, path: string): readonly string[] {
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key === 'properties' && isSchema(value)) {
      return Object.entries(value).flatMap(([name, property]) => {
        // What is beside `if` and `then` only narrows what is described elsewhere.
        if (!isSchema(property) || /\/(if|then|else)(\/|$)/.test(path)) return []
        const own = `${path}/${name}`
        const said =
          property.description ??
          (typeof property.$ref === 'string' ? resolve(property.$ref, file).description : undefined)
        return [...(said === undefined ? [own] : []), ...silent(property, file, own)]
      })
    }
    if (Array.isArray(value)) return value.flatMap((one) => (isSchema(one) ? silent(one, file, `${path}/${key}`) : []))
    return isSchema(value) ? silent(value, file, `${path}/${key}`) : []
  })
}

describe.each([...schemas])('%s', (file, schema) => {
  it('explains every key on hover', () => {
    expect(silent(schema, file, '')).toEqual([])
  })
})

describe('the fact catalogue', () => {
  /** The enumeration at a path of a schema, through references and lists. */
  const listed = (file: string, ...path: readonly string[]): readonly unknown[] => {
    let at: Schema = schemas.get(file) ?? {}
    for (const step of path) {
      if (typeof at.$ref === 'string') at = resolve(at.$ref, file)
      const next = (at.properties as Schema | undefined)?.[step] ?? at[step]
      at = isSchema(next) ? next : {}
    }
    if (typeof at.$ref === 'string') at = resolve(at.$ref, file)
    return [...((at.enum ?? []) as readonly unknown[])].sort()
  }
  const engagement = 'engagement.schema.json'
  const terms = (...path: readonly string[]) => listed('common.schema.json', '$defs', 'ProcessingTerms', ...path)
  const item = (list: string, ...path: readonly string[]) => listed(engagement, list, 'items', ...path)

  it.each([
    ['contexts', values.contexts, listed(engagement, 'context')],
    ['reaches', values.reaches, item('parties', 'gdpr')],
    ['states', values.states, item('data', 'state')],
    ['grounds', values.grounds, item('safeguards', 'reliesOn')],
    ['ukGrounds', values.ukGrounds, item('safeguards', 'ukReliesOn')],
    ['recipientKinds', values.recipientKinds, listed('common.schema.json', '$defs', 'RecipientKind')],
    ['adequacyScopes', values.adequacyScopes, listed('jurisdictions.schema.json', 'adequacy', 'items', 'scope')],
    ['claimants', values.claimants, listed('provider.schema.json', 'certifications', 'items', 'claimedBy')],
    [
      'assessmentCriteria',
      values.assessmentCriteria,
      listed('firm.schema.json', 'reviews', 'items', 'criteria', 'items'),
    ],
    ['boundary', factCatalogue['ai-use'].boundary?.values, item('components', 'boundary')],
    ['mfa', factCatalogue.account.mfa?.values, listed('common.schema.json', '$defs', 'Account', 'mfa')],
    ['tagKinds', values.tagKinds, item('tags', 'kind')],
    ['consentQualities', values.consentQualities, item('tags', 'consent', 'qualities', 'items')],
    ['auditKinds', values.auditKinds, listed(engagement, 'assurance', 'audits', 'items', 'kind')],
    [
      'auditRight',
      factCatalogue.audit.auditRight?.values,
      listed(engagement, 'assurance', 'audits', 'items', 'auditRight'),
    ],
    [
      'extent',
      factCatalogue['shared-policy'].extent?.values,
      listed(engagement, 'assurance', 'sharedPolicies', 'items', 'extent'),
    ],
    ['agreementKinds', values.agreementKinds, item('agreements', 'kind')],
    ['training', factCatalogue['ai-use'].training?.values, item('aiUses', 'training')],
    ['derogation', factCatalogue.disclosure.derogation?.values, item('safeguards', 'derogation', 'letter')],
    ['sccSet', factCatalogue.disclosure.sccSet?.values, item('safeguards', 'scc', 'set')],
    ['windowStarts', values.windowStarts, terms('breachNotice', 'startsAt')],
    ['deletionChoices', values.deletionChoices, terms('deletion', 'choice')],
    ['retentions', values.retentions, terms('deletion', 'retention')],
    ['coveredRights', values.coveredRights, terms('rights', 'covers', 'items')],
    ['problematicLaw', factCatalogue.disclosure.problematicLaw?.values, item('safeguards', 'tia', 'problematicLaw')],
    ['tierFactors', values.tierFactors, listed(engagement, 'decisions', 'tierChoice', 'factors', 'items')],
    ['documentedParts in AI uses', values.documentedParts, item('aiUses', 'documented', 'covers', 'items')],
    ['documentedParts in safeguards', values.documentedParts, item('safeguards', 'documented', 'covers', 'items')],
    ['documentedParts in instructions', values.documentedParts, item('safeguards', 'instructions', 'covers', 'items')],
    ['measureBases', values.measureBases, listed(engagement, 'security', 'measures', 'covers', 'items')],
    ['commitmentKinds', values.commitmentKinds, listed(engagement, 'security', 'commitments', 'items', 'kind')],
    ['encryptionsAtRest', values.encryptionsAtRest, listed('common.schema.json', '$defs', 'EncryptionAtRest')],
    ['isolations', values.isolations, listed('common.schema.json', '$defs', 'Isolation')],
    ['transits', values.transits, item('flows', 'transit')],
  ])('knows the same values of %s as the schema', (_, known, allowed) => {
    expect(allowed.length).toBeGreaterThan(1)
    expect([...(known ?? [])].sort()).toEqual(allowed)
  })

  it('labels every fact, and lists the values of those that have them', () => {
    for (const [kind, facts] of Object.entries(factCatalogue)) {
      for (const [name, { type, label, values: list }] of Object.entries(facts)) {
        expect(label, `${kind} ${name}`).toMatch(/^[a-zA-Z'].*[^.]$/)
        if (type === 'enum' || type === 'set') expect(list?.length, `${kind} ${name}`).toBeGreaterThan(1)
      }
    }
  })
})
