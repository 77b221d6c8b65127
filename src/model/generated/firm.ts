// Generated from schemas/firm.schema.json by `npm run generate`. Change the schema, not this file.

import type { Account, ComponentOrService, Country, CountryOrNone, Date, DateOrNone, Moment, MomentOrNone, Person, Place, ProcessingTerms, Slug, Term } from './common.ts'

/**
 * The firm that runs engagements: its name, what it has approved, and facts that are the same for every engagement. With `extends`, adds what the extended one does not state.
 */
export interface Firm {
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
  readonly kind: 'Firm'
  /**
   * Stable id of the firm.
   */
  readonly id: Slug
  /**
   * The firm that this document adds evidence to. It may fill what is not stated there, and never change what is.
   */
  readonly extends?: Slug
  /**
   * True for evidence that was invented for an example.
   */
  readonly fictional?: boolean
  /**
   * Its name.
   */
  readonly name?: string
  /**
   * Where it is established.
   */
  readonly country?: Country
  /**
   * Where its ultimate parent is established; `none` where it has no parent.
   */
  readonly parentCountry?: CountryOrNone
  /**
   * Its own websites, by host name.
   */
  readonly websites?: readonly Term[]
  /**
   * The published list of sub-processors: what is approved, and for what.
   *
   * Items: One approved provider.
   */
  readonly approvals?: readonly {
    /**
     * The provider.
     */
    readonly provider: Slug
    /**
     * The services that the row covers; all of the provider, if left out.
     */
    readonly services?: readonly Slug[]
    /**
     * What it is approved for, in short.
     */
    readonly role: string
    /**
     * The contexts that the row gives; none are invented where it gives none.
     *
     * Items: A context.
     */
    readonly contexts?: readonly ('client-system' | 'internal-operations')[]
    /**
     * A published limit, such as smaller engagements.
     */
    readonly limit?: string
    /**
     * The AI tiers that the row registers.
     */
    readonly tiers?: readonly (1 | 2 | 3)[]
    /**
     * Whether it is used only where expressly agreed.
     */
    readonly expressAgreement?: boolean
    /**
     * Where the page says so.
     */
    readonly clause: string
    /**
     * The source documents that say so, by their id in the sources registry.
     *
     * @minItems 1
     */
    readonly source: readonly Slug[]
    /**
     * The day on which a person last compared this with its source.
     */
    readonly checkedOn: Date
    /**
     * The day by which this must be looked at again; past it, the fact is shown as stale.
     */
    readonly reviewBy: Date
    /**
     * What a reader should know about how sure this is.
     */
    readonly note?: string
  }[]
  /**
   * What the firm has assessed and reviewed of the providers that it uses. A stated list is complete: a provider that it leaves out was never assessed.
   *
   * Items: One provider.
   */
  readonly reviews?: readonly {
    /**
     * The provider.
     */
    readonly provider: Slug
    /**
     * The day of the assessment before it was adopted; `none` states that there was none.
     */
    readonly assessedOn?: DateOrNone
    /**
     * What that assessment looked at. A stated list is complete.
     *
     * Items: A criterion.
     */
    readonly criteria?: readonly (
      | 'security-posture'
      | 'certifications'
      | 'data-location'
      | 'contractual-terms'
      | 'transfer-mechanisms'
      | 'reputation'
    )[]
    /**
     * The day on which the firm adopted it.
     */
    readonly adoptedOn?: Date
    /**
     * When it was last reviewed; `none` states that it was not.
     */
    readonly reviewedOn?: MomentOrNone
    /**
     * When its security posture was last verified; `none` states that it was not.
     */
    readonly securityVerifiedOn?: MomentOrNone
    /**
     * The certificates of which the firm holds evidence. A stated list is complete; a claim on a page is no evidence.
     *
     * Items: A certificate.
     */
    readonly certificates?: readonly {
      /**
       * The scheme, as the provider or the engagement spells it.
       */
      readonly name: Term
      /**
       * Its last day; `none` where it states none.
       */
      readonly validUntil?: DateOrNone
      /**
       * When somebody last looked at the evidence.
       */
      readonly checkedOn?: Moment
      /**
       * What shows it.
       */
      readonly evidence: string
      /**
       * Set to `auditor` where auditors alone may see the evidence. Clients never do.
       */
      readonly evidenceShownTo?: 'engineer' | 'auditor'
    }[]
    /**
     * Where the records are kept.
     */
    readonly evidence?: string
    /**
     * Set to `auditor` where auditors alone may see the evidence. Clients never do.
     */
    readonly evidenceShownTo?: 'engineer' | 'auditor'
  }[]
  /**
   * Evidence of where a provider gives support from, the same for every engagement.
   *
   * Items: A fact.
   */
  readonly supportAccess?: readonly {
    /**
     * The provider.
     */
    readonly provider: Slug
    /**
     * From where.
     */
    readonly places: readonly Place[]
    /**
     * What shows it.
     */
    readonly evidence: string
    /**
     * When somebody looked.
     */
    readonly checkedOn: Date
    /**
     * Set to `auditor` where auditors alone may see the evidence. Clients never do.
     */
    readonly evidenceShownTo?: 'engineer' | 'auditor'
  }[]
  /**
   * The firm's information security management system.
   */
  readonly isms?: {
    /**
     * When it was last reviewed; `none` states that it was not.
     */
    readonly reviewedOn?: MomentOrNone
    /**
     * What shows it.
     */
    readonly evidence?: string
  }
  /**
   * How the infrastructure that the firm manages is kept safe.
   */
  readonly maintenance?: {
    /**
     * Watching for known vulnerabilities.
     */
    readonly vulnerabilityMonitoring?: {
      /**
       * The services (`aws/ec2`), and the components by the id that descriptors give them, that it covers; or `all`. A stated list is complete.
       */
      readonly covers?: readonly unknown[] | string
      /**
       * What shows it.
       */
      readonly evidence?: string
    }
    /**
     * Installing the updates that mend them.
     */
    readonly patchManagement?: {
      /**
       * The services (`aws/ec2`), and the components by the id that descriptors give them, that it covers; or `all`. A stated list is complete.
       */
      readonly covers?: readonly unknown[] | string
      /**
       * What shows it.
       */
      readonly evidence?: string
    }
  }
  /**
   * Standard processing terms of the firm, for agreements to name.
   *
   * Items: One document.
   */
  readonly templates?: readonly {
    /**
     * Stable id, as `template` of an agreement names it.
     */
    readonly id: Slug
    /**
     * Its title.
     */
    readonly title?: string
    /**
     * What it says.
     */
    readonly terms: ProcessingTerms
  }[]
  /**
   * How the firm treats evidence of who can log in. Of several documents, the last that states it counts: one that extends the firm may choose for itself.
   */
  readonly accessEvidence?: {
    /**
     * For how long it counts, from when it was collected: an ISO 8601 duration such as `P30D`. After that, nothing is known from it.
     */
    readonly maxAge: string
    /**
     * Whose choice that is, and why.
     */
    readonly note?: string
  }
  /**
   * The firm's personnel. A stated list is complete.
   */
  readonly people?: readonly Person[]
  /**
   * Accounts that the firm's personnel holds; an engagement with `accounts: firm` takes this list.
   */
  readonly accounts?: readonly Account[]
}
