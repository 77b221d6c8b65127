// Generated from schemas/access-evidence.schema.json by `npm run generate`. Change the schema, not this file.

import type { Moment, MomentOrNone } from './common.ts'

/**
 * Who can log in to one system: what an importer read from its export. What is left out is not known.
 */
export interface AccessEvidence {
  /**
   * Where an editor finds this schema.
   */
  readonly $schema?: string
  /**
   * The version of the document format.
   */
  readonly apiVersion: 'douane/v1'
  /**
   * What this document is.
   */
  readonly kind: 'AccessEvidence'
  /**
   * What it was read from.
   */
  readonly format:
    | 'aws-credential-report'
    | 'aws-authorization-details'
    | 'github-members'
    | 'google-workspace-users'
    | 'entra-users'
    | 'accounts-csv'
  /**
   * The version of that format, where it has one.
   */
  readonly formatVersion?: string
  /**
   * SHA-256 of the file that was read, byte by byte, in hexadecimal.
   */
  readonly digest?: string
  /**
   * The system that people log in to: a provider, and which account, organisation or tenant of it (`aws/123456789012`). Left out: the file does not say.
   */
  readonly system?: string
  /**
   * When the file was made. Left out: the file does not say.
   */
  readonly collectedOn?: Moment
  /**
   * Whether the file lists every account that the system itself keeps, inactive ones perhaps left out. Left out: the file does not say.
   */
  readonly complete?: boolean
  /**
   * The accounts.
   */
  readonly accounts: readonly EvidencedAccount[]
  /**
   * Who can log in as well and is not listed: people whose accounts another system keeps. `[]`: nobody. Left out: the file does not say.
   */
  readonly unlisted?: readonly UnlistedAccess[]
}
/**
 * A place in the file that was read.
 */
export interface At {
  /**
   * Line, from 1.
   */
  readonly line: number
  /**
   * Column, from 1.
   */
  readonly column: number
}
/**
 * A way in for people whose accounts another system keeps.
 */
export interface UnlistedAccess {
  /**
   * Where it stands in the file that it was read from.
   */
  readonly at?: At
  /**
   * What lets them in, as the system names it: a role.
   */
  readonly through: string
  /**
   * Where their accounts are: an identity provider, another account, or `*` for anywhere.
   *
   * Items: One.
   */
  readonly from: readonly string[]
  /**
   * Whether whoever comes in that way can change settings, users or data of others.
   */
  readonly administrative?: boolean
}
/**
 * One account, and what the file says of it. What it does not say is left out.
 */
export interface EvidencedAccount {
  /**
   * Where it stands in the file that it was read from.
   */
  readonly at?: At
  /**
   * The name to log in with, unique in its system.
   */
  readonly login: string
  /**
   * What people call its holder.
   */
  readonly title?: string
  /**
   * Whether people log in with it, or a machine does.
   */
  readonly kind?: 'interactive' | 'service'
  /**
   * Whether it is the one that owns the whole system.
   */
  readonly root?: boolean
  /**
   * Whether one can log in with it.
   */
  readonly active?: boolean
  /**
   * Whether it can change settings, users or data of others.
   */
  readonly administrative?: boolean
  /**
   * What makes it so: policies, groups, roles.
   *
   * Items: One.
   */
  readonly administrativeThrough?: readonly string[]
  /**
   * The second factor at login; `some`: there is one, and which is not said.
   */
  readonly mfa?: 'none' | 'some' | 'one-time-password' | 'push' | 'hardware-key' | 'passkey' | 'enforced-by-identity-provider'
  /**
   * The people who can use the credential, as the file names them. A list is complete.
   *
   * Items: One.
   */
  readonly holders?: readonly string[]
  /**
   * Who answers for it, or `none`.
   */
  readonly owner?: string
  /**
   * The permissions that it has. A list is complete.
   *
   * Items: One.
   */
  readonly grants?: readonly string[]
  /**
   * When it was last used.
   */
  readonly lastUsedOn?: Moment
  /**
   * When the engagement of its holder ended; `none`: it goes on.
   */
  readonly holderLeftOn?: MomentOrNone
  /**
   * When access was taken away; `none`: it was not.
   */
  readonly revokedOn?: MomentOrNone
}
