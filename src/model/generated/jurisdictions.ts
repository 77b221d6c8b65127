// Generated from schemas/jurisdictions.schema.json by `npm run generate`. Change the schema, not this file.

import type { Country, Date, DateOrNone, Slug, StatedTerms } from './common.ts'

/**
 * Countries and territories, what they belong to, and the decisions that concern them.
 */
export interface Jurisdictions {
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
  readonly kind: 'Jurisdictions'
  /**
   * Stable id of this table.
   */
  readonly id: Slug
  /**
   * Countries, territories and organisations.
   *
   * Items: One of them.
   */
  readonly jurisdictions?: readonly {
    /**
     * Their codes: entries that share everything else may share a row.
     *
     * @minItems 1
     */
    readonly codes: readonly Country[]
    /**
     * Whether the GDPR treats it as inside the European Economic Area.
     */
    readonly eea: 'member' | 'part-of-member' | 'outside' | 'unknown'
    /**
     * Whether it belongs to a member state of the Union, rather than an EFTA state.
     */
    readonly eu?: boolean
    /**
     * What it is.
     */
    readonly kind: 'country' | 'territory' | 'organisation'
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
   * English short names by code.
   */
  readonly names?: {
    readonly [k: string]: string
  }
  /**
   * Codes that people write for another: EL for GR, UK for GB.
   */
  readonly aliases?: {
    readonly [k: string]: string
  }
  /**
   * Adequacy decisions.
   *
   * Items: A decision.
   */
  readonly adequacy?: readonly {
    /**
     * Stable id.
     */
    readonly id: Slug
    /**
     * The country, territory or organisation.
     */
    readonly code: Country
    /**
     * Whose decision it is.
     */
    readonly regime: 'eu-gdpr' | 'uk-gdpr'
    /**
     * Its number.
     */
    readonly instrument: string
    /**
     * Day of adoption; left out if not certain.
     */
    readonly adoptedOn?: Date
    /**
     * First day.
     */
    readonly from: Date
    /**
     * Last day, included; `none` where it has no end.
     */
    readonly until: DateOrNone
    /**
     * Which recipients or transfers it covers.
     */
    readonly scope:
      | 'all'
      | 'listed-participants'
      | 'pipeda-commercial-organisation'
      | 'appi-business-operator'
      | 'pipa-controller'
      | 'lgpd-controller'
      | 'faroese-act-controller'
      | 'european-patent-organisation'
      | 'automated-transfer'
    /**
     * The limit in words.
     */
    readonly scopeText?: string
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
   * Transfer instruments and whether they still count.
   *
   * Items: An instrument.
   */
  readonly instruments?: readonly {
    /**
     * Stable id, as `reliesOn` of a safeguard names it; for standard contractual clauses `scc-` and the set that `scc.set` names.
     */
    readonly id: Slug
    /**
     * Its name.
     */
    readonly name: string
    /**
     * First day.
     */
    readonly from?: Date
    /**
     * The first day on which it no longer counts; `none` where it counts.
     */
    readonly invalidSince: DateOrNone
    /**
     * What ended it.
     */
    readonly by?: string
    /**
     * Whether it is a tool for transfers at all; false for clauses that only govern processing.
     */
    readonly transferTool?: boolean
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
   * Standard clauses for processing contracts, and the terms that they contain.
   *
   * Items: One set.
   */
  readonly processorClauses?: readonly {
    /**
     * Stable id, as `basedOn` of processing terms names it.
     */
    readonly id: Slug
    /**
     * Its name.
     */
    readonly name: string
    /**
     * The terms that an agreement made of these clauses states.
     */
    readonly states: StatedTerms
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
}
