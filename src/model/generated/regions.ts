// Generated from schemas/regions.schema.json by `npm run generate`. Change the schema, not this file.

import type { Date, Place, Slug, Term } from './common.ts'

/**
 * The regions of one provider, mapped to countries. A code that is not here is unknown: nothing is guessed from a prefix.
 */
export interface Regions {
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
  readonly kind: 'Regions'
  /**
   * Stable id of the table.
   */
  readonly id: Slug
  /**
   * The provider.
   */
  readonly provider: Slug
  /**
   * The regions.
   *
   * Items: One region.
   */
  readonly regions: readonly {
    /**
     * As the provider spells it.
     */
    readonly code: Term
    /**
     * The country, group, or `worldwide`.
     */
    readonly place: Place
    /**
     * What people call it.
     */
    readonly name?: string
    /**
     * What to mind.
     */
    readonly note?: string
  }[]
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
}
