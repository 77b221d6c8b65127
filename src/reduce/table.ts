import { factCatalogue } from '../model/facts/index.ts'
import type { SubjectKind } from '../model/subject.ts'

/** Subjects that are the firm's own affair, whatever rule is about them: clients get numbers for names. */
export const internalKinds: ReadonlySet<string> = new Set<SubjectKind>([
  'account',
  'person',
  'certification',
  'commitment',
  'shared-policy',
  'audit',
  'resource',
])

/**
 * Facts in free words that clients may read, by kind of subject: names that the engagement's own parties know. Facts of
 * every other type are one of a few values, and say nothing that is not in the rule.
 */
const openWords: Readonly<Partial<Record<SubjectKind, readonly string[]>>> = {
  party: ['name', 'country'],
  'data-asset': ['asset'],
  component: ['component'],
  'ai-use': ['use', 'component', 'provider', 'path', 'undocumentedParts', 'inferencePlaces', 'uncoveredPlaces'],
  tag: ['tag', 'site', 'provider', 'containers', 'earlyEvents', 'transfersWithoutGround', 'contractingEntity'],
  flow: ['flow', 'unheldAssets', 'purpose', 'uninstructed'],
  disclosure: ['exporter', 'importer', 'asset', 'destination', 'purpose', 'path', 'undocumentedParts'],
  'provider-use': ['component', 'provider', 'entity', 'places', 'placesOutsideEea', 'unbindingSettings'],
  objection: ['objection', 'component', 'provider'],
  'processing-relationship': [
    'controller',
    'processor',
    'dataWithoutBasis',
    'unnamedRegimes',
    'missingCcpaTerms',
    'weakerTerms',
  ],
  'own-use': ['provider', 'component', 'purpose', 'discloser'],
  record: ['record'],
}

/** Whether clients may read a fact, where its origins allow it. A fact that is not in the catalogue is restricted. */
export function isOpenToClients(kind: string, fact: string): boolean {
  if (internalKinds.has(kind)) return false
  const definition = (factCatalogue as Readonly<Record<string, Readonly<Record<string, { readonly type: string }>>>>)[
    kind
  ]?.[fact]
  if (definition === undefined) return false
  if (definition.type !== 'text' && definition.type !== 'texts') return true
  return openWords[kind as SubjectKind]?.includes(fact) === true
}

/** Lists whose being empty is the firm's own affair. */
export const internalLists: readonly string[] = [
  'people',
  'accounts',
  'security.commitments',
  'audits',
  'sharedPolicies',
  'providers',
]
