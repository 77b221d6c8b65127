import type { Fact, Validity } from './fact.ts'
import type { Placed } from './location.ts'

export const subjectKinds = [
  'engagement',
  'party',
  'data-asset',
  'component',
  'ai-use',
  'tag',
  'audit',
  'shared-policy',
  'flow',
  'disclosure',
  'provider-use',
  'objection',
  'certification',
  'processing-relationship',
  'commitment',
  'own-use',
  'account',
  'person',
  'record',
  'resource',
] as const

export type SubjectKind = (typeof subjectKinds)[number]

/** One thing that rules are evaluated on. A fact of the catalogue that is not in `facts` is absent. */
export type Subject = {
  readonly kind: SubjectKind
  /** Stable and unique among the subjects of its kind: made of declared ids only. */
  readonly id: string
  /** For people: 'client-crm from client to OpenAI Ireland'. */
  readonly label: string
  /** Where a finding on it points when no fact points anywhere better. */
  readonly place: Placed
  readonly facts: Readonly<Record<string, Fact>>
  /** The facts that do not always count; left out where there is none, as on nearly every subject. */
  readonly validities?: Readonly<Record<string, Validity>>
}
