import type { FactDefinition } from '../fact.ts'

// What the values of enumerations that several subjects share are called in a sentence.

type Words = NonNullable<FactDefinition['words']>

/** What these values are called wherever they stand: what a context is. */
export const commonWords: Words = {
  'client-system': "a client's system",
  'internal-operations': "the firm's internal operations",
  'vendor-use': 'the mere use of a bought service',
}

/** How the GDPR reaches somebody: 'the party'. */
export const reachWording = (whom: string): Pick<FactDefinition, 'says' | 'words'> => ({
  says: `the GDPR reaches ${whom} through {value}`,
  words: {
    established: 'Art. 3(1) (an establishment in the Union)',
    targeting: 'Art. 3(2) (offering goods or services to people in the Union, or monitoring them)',
    outside: { is: `the GDPR does not reach ${whom}`, not: `the GDPR reaches ${whom}` },
  },
})

export const stateWords: Words = {
  clear: 'clear text',
  anonymised: 'anonymised form',
  pseudonymised: 'pseudonymised form',
  encrypted: 'encrypted form',
}

export const roleWords: Words = {
  controller: 'a controller',
  'joint-controller': 'a joint controller',
  processor: 'a processor',
  'sub-processor': 'a sub-processor',
  'data-subject': 'the data subject',
}

/** `{value}` stands behind 'the data goes from'. */
export const rolePairWords: Words = {
  'controller-to-controller': 'a controller to another controller',
  'controller-to-processor': 'a controller to a processor',
  'processor-to-sub-processor': 'a processor to its sub-processor',
  'processor-to-own-controller': 'a processor back to its own controller',
  other: {
    is: 'the clauses have no module for the roles of exporter and importer',
    not: 'the clauses have a module for the roles of exporter and importer',
  },
}

export const groundWords: Words = {
  adequacy: 'an adequacy decision',
  dpf: 'a listing under the Data Privacy Framework',
  scc: 'standard contractual clauses',
  bcr: 'binding corporate rules',
  'code-of-conduct': 'a code of conduct',
  'certification-mechanism': 'a certification mechanism',
  'administrative-arrangement': 'an administrative arrangement between public bodies',
  'public-body-instrument': 'a binding instrument between public bodies',
  derogation: 'a derogation of Art. 49',
  dpa: 'a data processing agreement',
  'article-28-clauses': 'the standard clauses for processor contracts (Art. 28)',
  certificate: 'a certificate',
  'safe-harbour': 'Safe Harbour',
  'privacy-shield': 'the Privacy Shield',
}

export const ukGroundWords: Words = {
  'uk-adequacy': 'UK adequacy regulations',
  'uk-extension': 'the UK Extension to the Data Privacy Framework',
  idta: 'the International Data Transfer Agreement',
  'uk-addendum': 'the UK Addendum to the standard contractual clauses',
  'uk-bcr': 'UK binding corporate rules',
  'uk-derogation': 'a derogation of the UK GDPR',
  none: {
    is: 'the exporter relies under the UK GDPR on no ground',
    not: 'the exporter relies under the UK GDPR on a ground',
  },
}

export const adequacyScopeWords: Words = {
  all: 'every recipient',
  'listed-participants': 'recipients on the Data Privacy Framework list alone',
  'pipeda-commercial-organisation': 'commercial organisations under PIPEDA alone',
  'appi-business-operator': 'business operators under the APPI alone',
  'pipa-controller': 'controllers under the PIPA alone',
  'lgpd-controller': 'controllers under the LGPD alone',
  'faroese-act-controller': 'controllers under the Faroese act alone',
  'european-patent-organisation': 'the European Patent Organisation alone',
  'automated-transfer': 'transfers by automated means alone',
}

export const recipientKindWords: Words = {
  'commercial-organisation': 'a commercial organisation',
  'pipeda-commercial-organisation': 'a commercial organisation under PIPEDA',
  'appi-business-operator': 'a business operator under the APPI',
  'pipa-controller': 'a controller under the PIPA',
  'lgpd-controller': 'a controller under the LGPD',
  'faroese-act-controller': 'a controller under the Faroese act',
  'european-patent-organisation': 'the European Patent Organisation',
  'public-body': 'a public body',
  'excluded-by-decision': 'a recipient that the decision leaves out',
  other: 'a recipient of another kind',
}

export const recordKindWords: Words = {
  agreement: 'an agreement',
  acceptance: 'an acceptance of an agreement',
  'equivalence-assessment': 'an assessment of equivalence',
  'anonymisation-assessment': 'an assessment of anonymisation',
  release: 'a release from confidentiality',
  'tier-choice': 'a choice of tier',
  'impact-assessment': 'an impact assessment',
  'processor-assessment': 'an assessment of a processor',
  'terms-acceptance': "an acceptance of a provider's terms",
  'trust-center-acceptance': 'an acceptance of Trust Center documents',
  'change-notice': 'a notice of a change',
  'objection-answer': 'an answer to an objection',
}
