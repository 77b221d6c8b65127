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

export const encryptionsAtRest = ['none', 'weaker', 'aes-128', 'aes-192', 'aes-256'] as const
export const isolations = ['none', 'logical', 'physical'] as const
export const transits = ['none', 'tls-1.0', 'tls-1.1', 'tls-1.2', 'tls-1.3', 'ipsec', 'in-process', 'loopback'] as const

export const commitmentKinds = [
  'dedicated-infrastructure',
  'enhanced-monitoring',
  'penetration-test',
  'extended-logging',
  'rto-rpo',
  'incident-response',
] as const

/** What the record of a choice of AI tier weighs. */
export const tierFactors = [
  'objectives',
  'data-sensitivity',
  'regulatory-obligations',
  'infrastructure',
  'cost',
  'risk-appetite',
  'governance',
] as const

/** The parts that documentation of a use or a transfer describes. */
export const documentedParts = ['data-flow', 'location', 'transfer-mechanism', 'safeguards'] as const

/** What security measures are defined by. */
export const measureBases = ['services', 'data', 'infrastructure', 'client-regulation'] as const

export const windowStarts = ['awareness', 'confirmation'] as const
export const deletionChoices = ['controller', 'processor', 'open'] as const
/** From what keeps data least to what keeps it most. */
export const retentions = ['none', 'union-or-member-state-law', 'wider'] as const
export const coveredRights = [
  'access',
  'correction',
  'deletion',
  'restriction',
  'portability',
  'objection',
  'automated-decisions',
] as const

/** What is done once, dated, and relied on afterwards. */
export const recordKinds = [
  'agreement',
  'acceptance',
  'equivalence-assessment',
  'anonymisation-assessment',
  'release',
  'tier-choice',
  'impact-assessment',
  'processor-assessment',
  'terms-acceptance',
  'trust-center-acceptance',
  'change-notice',
  'objection-answer',
] as const

export const tagKinds = ['analytics', 'tag-container', 'tracking', 'marketing', 'functional'] as const

export const consentQualities = [
  'affirmative-act',
  'informed',
  'specific',
  'refusable',
  'withdrawable',
  'recorded',
] as const

export const auditKinds = ['formal-review', 'controller-inspection', 'trust-center-acceptance'] as const

export const agreementKinds = [
  'offer',
  'sla',
  'statement-of-work',
  'dpa',
  'dpa-annex',
  'service-agreement',
  'joint-controller-arrangement',
  'controller-terms',
  'other',
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
