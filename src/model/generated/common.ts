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
   * The second factor at login.
   */
  readonly mfa?: 'none' | 'one-time-password' | 'push' | 'hardware-key' | 'passkey' | 'enforced-by-identity-provider'
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
   * The countries from which the person works.
   */
  readonly worksFrom?: readonly Place[]
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
