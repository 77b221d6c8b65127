// Generated from schemas/common.schema.json by `npm run generate`. Change the schema, not this file.

/**
 * A stable id: lower-case letters, digits, dots and hyphens.
 */
export type Slug = string
/**
 * A term of another system, as it is spelt there.
 */
export type Term = string
/**
 * A day: YYYY-MM-DD.
 */
export type Date = string
/**
 * A day (YYYY-MM-DD: the whole day, in UTC) or an instant with its offset (2026-03-01T18:00:00+01:00).
 */
export type Moment = string
/**
 * A day (YYYY-MM-DD), or `none`: it is stated that there is none.
 */
export type DateOrNone = string
/**
 * A day (YYYY-MM-DD), or `first-set`: from the first set of providers on.
 */
export type DateOrFirstSet = string
/**
 * A day or an instant with its offset, or `none`: it is stated that there is none.
 */
export type MomentOrNone = string
/**
 * ISO 3166-1 alpha-2 code, or `EPO` for the European Patent Organisation. GR and GB, not EL and UK.
 */
export type Country = string
/**
 * ISO 3166-1 alpha-2 code, or `none`.
 */
export type CountryOrNone = string
/**
 * A country (ISO 3166-1 alpha-2), a group of countries (`EU`, `EEA`), or `worldwide`.
 */
export type Place = string
/**
 * A party of the descriptor by its id, `firm`, a provider (`aws`: the entity that contracts with the customer), one of its entities (`aws/aws-inc`), or its unnamed entity in a place (`aws@US`, `google@worldwide`).
 */
export type PartyRef = string
/**
 * An entity of a provider: `aws/aws-inc`.
 */
export type EntityRef = string
/**
 * A service of a provider: `aws/ec2`.
 */
export type ServiceRef = string
/**
 * A service of a provider (`aws/ec2`), or `none`: no provider is involved.
 */
export type ServiceOrNone = string
/**
 * A component by its id, or a service of a provider (`aws/ec2`).
 */
export type ComponentOrService = string
/**
 * A provider (`aws`), or one of its services (`aws/bedrock`).
 */
export type ProviderOrService = string
/**
 * How data is encrypted as it lies there: by AES with the length of its key, by something weaker, or not at all.
 */
export type EncryptionAtRest = 'none' | 'weaker' | 'aes-128' | 'aes-192' | 'aes-256'
/**
 * How the data of one customer is kept apart from that of others: by the software (`logical`), by equipment of its own (`physical`), or not at all.
 */
export type Isolation = 'none' | 'logical' | 'physical'
/**
 * What kind of recipient an organisation is, where an adequacy decision covers only some.
 */
export type RecipientKind =
  | 'commercial-organisation'
  | 'pipeda-commercial-organisation'
  | 'appi-business-operator'
  | 'pipa-controller'
  | 'lgpd-controller'
  | 'faroese-act-controller'
  | 'european-patent-organisation'
  | 'public-body'
  | 'excluded-by-decision'
  | 'other'
/**
 * Where the document states it (`clause 5`, `annex 2`), or `not-in-document`.
 */
export type TermPlace = string
/**
 * A number of hours (`PT48H`) or days (`P2D`), or `none`: it is stated that there is no figure.
 */
export type WindowOrNone = string
/**
 * Whom something may be shown to: everybody (`client`), engineers and auditors (`engineer`), or auditors alone (`auditor`).
 */
export type Audience = 'client' | 'engineer' | 'auditor'

/**
 * One credential, and what is known of it.
 */
export interface Account {
  /**
   * Stable id of the account.
   */
  readonly id: Slug
  /**
   * What people call it.
   */
  readonly title?: string
  /**
   * Whether people log in with it, or a machine does.
   */
  readonly kind?: 'interactive' | 'service'
  /**
   * The persons who can use the credential, by their id. A stated list is complete.
   */
  readonly holders?: readonly Slug[]
  /**
   * The person who answers for a service account.
   */
  readonly owner?: Slug
  /**
   * The party whose personnel holds it.
   */
  readonly organisation?: PartyRef
  /**
   * For an account that is not held by the firm's personnel: whether the engagement brings it under the same promise.
   */
  readonly samePromise?: boolean
  /**
   * The components, by id, or the provider services (`aws/ec2`) that this account can administer. `[]` states: none.
   */
  readonly administers?: readonly ComponentOrService[]
  /**
   * Whether it can change settings, users or data of others.
   */
  readonly administrative?: boolean
  /**
   * The permissions it has, in the terms of the system.
   */
  readonly grants?: readonly Term[]
  /**
   * The permissions that the role of its holder needs.
   */
  readonly roleNeeds?: readonly Term[]
  /**
   * The second factor at login; `some`: there is one, and which is not said.
   */
  readonly mfa?: 'none' | 'some' | 'one-time-password' | 'push' | 'hardware-key' | 'passkey' | 'enforced-by-identity-provider'
  /**
   * When somebody last verified that the second factor is on.
   */
  readonly mfaVerifiedOn?: Moment
  /**
   * The engagement that access was granted for; this one if it is the same.
   */
  readonly grantedFor?: Slug
  /**
   * When that engagement ends, if it is another one; `none` if it has no end.
   */
  readonly grantedForEnds?: MomentOrNone
  /**
   * When access was granted.
   */
  readonly grantedOn?: Moment
  /**
   * When access was revoked; `none` states that it was not.
   */
  readonly revokedOn?: MomentOrNone
  /**
   * The logins of evidence that are this account: system and name (`aws/123456789012:alice`).
   *
   * Items: One.
   */
  readonly logins?: readonly string[]
}
/**
 * A natural person, who belongs to a party and works from places.
 */
export interface Person {
  /**
   * Stable id; need not be a name.
   */
  readonly id: Slug
  /**
   * The party that the person belongs to.
   */
  readonly employer?: PartyRef
  /**
   * Whether the person is bound to confidentiality, by contract or by law.
   */
  readonly boundToConfidentiality?: boolean
  /**
   * The countries from which the person works.
   */
  readonly worksFrom?: readonly Place[]
}
/**
 * The least that an agreement asks of the protection of data; `none` states that it asks for nothing.
 */
export interface ProtectionTerms {
  /**
   * Of data in transit: the least version of TLS.
   */
  readonly transit?: 'none' | 'tls-1.2' | 'tls-1.3'
  /**
   * Between customers.
   */
  readonly isolation?: Isolation
}
/**
 * The terms that a processing agreement can have, each with its place in the document. What is left out is unknown.
 */
export interface StatedTerms {
  /**
   * That it is part of the agreement on the service.
   */
  readonly 'part-of-service-agreement'?: TermPlace
  /**
   * What the processing is about.
   */
  readonly 'subject-matter'?: TermPlace
  /**
   * How long the processing lasts.
   */
  readonly duration?: TermPlace
  /**
   * What is done with the data.
   */
  readonly nature?: TermPlace
  /**
   * What for.
   */
  readonly purpose?: TermPlace
  /**
   * The types of personal data; a definition of personal data, or an example in passing, names none.
   */
  readonly 'data-types'?: TermPlace
  /**
   * The categories of people.
   */
  readonly 'data-subjects'?: TermPlace
  /**
   * The obligations and rights of the controller.
   */
  readonly 'controller-duties'?: TermPlace
  /**
   * That the processor acts on documented instructions only.
   */
  readonly 'documented-instructions'?: TermPlace
  /**
   * That this holds for transfers to third countries too.
   */
  readonly 'instructions-on-transfers'?: TermPlace
  /**
   * That the processor tells the controller before it does what Union or Member State law requires beyond the instructions.
   */
  readonly 'notice-of-legal-requirement'?: TermPlace
  /**
   * That everybody authorised to process is bound to confidentiality.
   */
  readonly confidentiality?: TermPlace
  /**
   * That the processor takes the measures of Art. 32.
   */
  readonly security?: TermPlace
  /**
   * That the controller is told of every added or replaced sub-processor beforehand, and can object.
   */
  readonly 'sub-processor-changes'?: TermPlace
  /**
   * That sub-processors are bound to the same obligations.
   */
  readonly 'sub-processor-obligations'?: TermPlace
  /**
   * That a current list of sub-processors can be had.
   */
  readonly 'sub-processor-list'?: TermPlace
  /**
   * That the processor helps the controller to answer requests of data subjects.
   */
  readonly 'assistance-with-rights'?: TermPlace
  /**
   * That it helps the controller with the security of processing (Art. 32).
   */
  readonly 'assistance-with-security'?: TermPlace
  /**
   * That it notifies the controller of a personal data breach (Arts. 33 and 34).
   */
  readonly 'breach-notice'?: TermPlace
  /**
   * That it helps with impact assessments and prior consultation (Arts. 35 and 36).
   */
  readonly 'assistance-with-impact-assessments'?: TermPlace
  /**
   * That data is deleted or returned when the service ends.
   */
  readonly 'deletion-or-return'?: TermPlace
  /**
   * That it makes available what demonstrates compliance.
   */
  readonly 'information-on-compliance'?: TermPlace
  /**
   * That it allows and contributes to audits and inspections.
   */
  readonly audits?: TermPlace
  /**
   * That it says at once if an instruction infringes the law.
   */
  readonly 'warning-of-unlawful-instructions'?: TermPlace
  /**
   * CCPA: personal information is not sold or shared.
   */
  readonly 'ccpa-no-sale'?: TermPlace
  /**
   * CCPA: the specific business purposes are named.
   */
  readonly 'ccpa-specific-purposes'?: TermPlace
  /**
   * CCPA: no retention, use or disclosure for another purpose.
   */
  readonly 'ccpa-no-other-purpose'?: TermPlace
  /**
   * CCPA: nor for a commercial purpose of anybody else.
   */
  readonly 'ccpa-no-other-commercial-purpose'?: TermPlace
  /**
   * CCPA: nor outside the direct relationship, nor combined with what comes from elsewhere.
   */
  readonly 'ccpa-no-use-outside-relationship'?: TermPlace
  /**
   * CCPA: the provider complies with the law and gives the level of protection that it asks for.
   */
  readonly 'ccpa-same-protection'?: TermPlace
  /**
   * CCPA: the business may take reasonable steps to verify the use.
   */
  readonly 'ccpa-verification'?: TermPlace
  /**
   * CCPA: notice within five business days by a provider that can no longer comply.
   */
  readonly 'ccpa-notice-of-inability'?: TermPlace
  /**
   * CCPA: the business may stop and remedy unauthorised use.
   */
  readonly 'ccpa-stop-and-remediate'?: TermPlace
  /**
   * CCPA: the provider enables the business to answer requests of consumers.
   */
  readonly 'ccpa-consumer-requests'?: TermPlace
}
/**
 * What a processing agreement says.
 */
export interface ProcessingTerms {
  /**
   * The standard clauses that it is made of, without change; `none` states that there are none.
   */
  readonly basedOn?: 'scc-2021-914-module-2' | 'scc-2021-914-module-3' | 'scc-2021-915' | 'none'
  /**
   * The regimes that it names.
   *
   * Items: A regime.
   */
  readonly regimes?: readonly ('gdpr' | 'uk-gdpr' | 'ccpa' | 'swiss-fadp')[]
  /**
   * The purposes for which it instructs the processor, of the vocabulary.
   *
   * Items: A purpose of the vocabulary.
   */
  readonly purposes?: readonly Slug[]
  /**
   * The terms that it states, each with its place; or that it does not.
   */
  readonly states?: StatedTerms
  /**
   * What it says of sub-processors.
   */
  readonly subProcessing?: {
    /**
     * Whether it authorises them: in general, by name, or not at all.
     */
    readonly authorisation?: 'general' | 'specific' | 'none'
    /**
     * Those that it authorises by name.
     *
     * Items: A sub-processor.
     */
    readonly named?: readonly PartyRef[]
  }
  /**
   * How far the help with requests of data subjects goes.
   */
  readonly rights?: {
    /**
     * Whether it provides tools for them.
     */
    readonly tools?: boolean
    /**
     * The rights that the help covers.
     *
     * Items: A right of Arts. 15 to 22.
     */
    readonly covers?: readonly (
      'access' | 'correction' | 'deletion' | 'restriction' | 'portability' | 'objection' | 'automated-decisions'
    )[]
  }
  /**
   * How a breach is notified.
   */
  readonly breachNotice?: {
    /**
     * Whether it is notified without undue delay.
     */
    readonly withoutUndueDelay?: boolean
    /**
     * How long it may take at the most; `none` where the document gives no figure.
     */
    readonly within?: WindowOrNone
    /**
     * From when that counts: from when the processor is aware of the breach, or only from when it is confirmed.
     */
    readonly startsAt?: 'awareness' | 'confirmation'
    /**
     * Whether the notice gives what the controller needs for its own (Art. 33(3)), at once or in phases.
     */
    readonly information?: boolean
  }
  /**
   * What happens when the service ends.
   */
  readonly deletion?: {
    /**
     * Who chooses between deletion and return; `open` where the document does not say.
     */
    readonly choice?: 'controller' | 'processor' | 'open'
    /**
     * Whether existing copies are deleted too.
     */
    readonly copies?: boolean
    /**
     * What may keep data longer: nothing, Union or Member State law alone, or more than that.
     */
    readonly retention?: 'none' | 'union-or-member-state-law' | 'wider'
  }
  /**
   * The least that it asks of the protection of data.
   */
  readonly measures?: ProtectionTerms
}
/**
 * Places by activity. A stated list is complete.
 */
export interface Activities {
  /**
   * Where data is stored.
   */
  readonly storage?: readonly Place[]
  /**
   * Where data is processed.
   */
  readonly processing?: readonly Place[]
  /**
   * Where a model works on it.
   */
  readonly inference?: readonly Place[]
  /**
   * From where support can reach it.
   */
  readonly support?: readonly Place[]
  /**
   * Where logs with such data are kept.
   */
  readonly logging?: readonly Place[]
  /**
   * Where copies are kept.
   */
  readonly backup?: readonly Place[]
}
