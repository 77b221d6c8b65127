// Enumerations that several subjects share. They repeat what the schemas allow; a test compares the two.

export const contexts = ['client-system', 'internal-operations', 'vendor-use'] as const
export const roles = ['controller', 'joint-controller', 'processor', 'sub-processor', 'data-subject'] as const
export const reaches = ['established', 'targeting', 'outside'] as const
export const states = ['clear', 'pseudonymised', 'encrypted', 'anonymised'] as const
export const activities = ['storage', 'processing', 'inference', 'support', 'logging', 'backup'] as const

export const grounds = [
  'adequacy',
  'dpf',
  'scc',
  'bcr',
  'code-of-conduct',
  'certification-mechanism',
  'ad-hoc-clauses',
  'administrative-arrangement',
  'public-body-instrument',
  'derogation',
  'none',
  'dpa',
  'article-28-clauses',
  'certificate',
  'safe-harbour',
  'privacy-shield',
] as const

export const ukGrounds = [
  'uk-adequacy',
  'uk-extension',
  'idta',
  'uk-addendum',
  'uk-bcr',
  'uk-derogation',
  'none',
] as const

export const adequacyScopes = [
  'all',
  'listed-participants',
  'pipeda-commercial-organisation',
  'appi-business-operator',
  'pipa-controller',
  'lgpd-controller',
  'faroese-act-controller',
  'european-patent-organisation',
  'automated-transfer',
] as const

export const recipientKinds = [
  'commercial-organisation',
  'pipeda-commercial-organisation',
  'appi-business-operator',
  'pipa-controller',
  'lgpd-controller',
  'faroese-act-controller',
  'european-patent-organisation',
  'public-body',
  'excluded-by-decision',
  'other',
] as const

/** Exporter to importer. `other` is any pair for which the clauses have no module. */
export const rolePairs = [
  'controller-to-controller',
  'controller-to-processor',
  'processor-to-sub-processor',
  'processor-to-own-controller',
  'other',
] as const

/** What is done once, dated, and relied on afterwards. */
export const recordKinds = [
  'agreement',
  'anonymisation-assessment',
  'release',
  'tier-choice',
  'impact-assessment',
  'processor-assessment',
  'change-notice',
  'objection-answer',
] as const

/** Who says that a provider holds a certificate. */
export const claimants = ['provider', 'firm', 'secondary'] as const

/** What the firm assesses a provider on before it adopts it. */
export const assessmentCriteria = [
  'security-posture',
  'certifications',
  'data-location',
  'contractual-terms',
  'transfer-mechanisms',
  'reputation',
] as const
