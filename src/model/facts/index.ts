import type { FactDefinition } from '../fact.ts'
import type { SubjectKind } from '../subject.ts'
import { accountFacts } from './account.ts'
import { aiUseFacts } from './ai-use.ts'
import {
  componentFacts,
  dataAssetFacts,
  engagementFacts,
  flowFacts,
  partyFacts,
  personFacts,
  processingRelationshipFacts,
  providerUseFacts,
  recordFacts,
} from './architecture.ts'
import { auditFacts, sharedPolicyFacts } from './assurance.ts'
import { disclosureFacts } from './disclosure.ts'
import { resourceFacts } from './infrastructure.ts'
import { ownUseFacts } from './processing-terms.ts'
import { commitmentFacts } from './security.ts'
import { certificationFacts, objectionFacts } from './supplier.ts'
import { tagFacts } from './tag.ts'

const catalogue = {
  engagement: engagementFacts,
  party: partyFacts,
  'data-asset': dataAssetFacts,
  component: componentFacts,
  'ai-use': aiUseFacts,
  tag: tagFacts,
  audit: auditFacts,
  'shared-policy': sharedPolicyFacts,
  flow: flowFacts,
  disclosure: disclosureFacts,
  'provider-use': providerUseFacts,
  objection: objectionFacts,
  certification: certificationFacts,
  'processing-relationship': processingRelationshipFacts,
  commitment: commitmentFacts,
  'own-use': ownUseFacts,
  account: accountFacts,
  person: personFacts,
  record: recordFacts,
  resource: resourceFacts,
} as const satisfies Record<SubjectKind, Record<string, FactDefinition>>

export type Catalogue = typeof catalogue

/** Every fact that a rule can name, by the kind of subject that has it. Rules see nothing else. */
export const factCatalogue: Readonly<Record<SubjectKind, Readonly<Record<string, FactDefinition>>>> = catalogue

/** The names of the facts of one kind of subject; what is derived is checked against them. */
export type FactNameOf<K extends SubjectKind> = Extract<keyof Catalogue[K], string>
