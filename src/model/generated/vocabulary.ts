// Generated from schemas/vocabulary.schema.json by `npm run generate`. Change the schema, not this file.

import type { Date, Slug } from './common.ts'

/**
 * The words that descriptors use for data, people and purposes.
 */
export interface Vocabulary {
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
  readonly kind: 'Vocabulary'
  /**
   * Stable id.
   */
  readonly id: Slug
  /**
   * Categories of data.
   *
   * Items: A category.
   */
  readonly categories: readonly {
    /**
     * Stable id.
     */
    readonly id: Slug
    /**
     * For people.
     */
    readonly title: string
    /**
     * The term of the W3C Data Privacy Vocabulary.
     */
    readonly iri?: string
    /**
     * What to mind.
     */
    readonly note?: string
    /**
     * Whether it is personal data.
     */
    readonly personal?: boolean
    /**
     * Whether Art. 9(1) GDPR lists it.
     */
    readonly special?: boolean
    /**
     * Whether Art. 10 GDPR covers it.
     */
    readonly criminal?: boolean
    /**
     * Whether it is employment data by nature.
     */
    readonly employment?: boolean
    /**
     * Whether it is sensitive or highly personal in the sense of WP248.
     */
    readonly sensitive?: boolean
  }[]
  /**
   * Categories of data subjects.
   *
   * Items: A category of people.
   */
  readonly subjects: readonly {
    /**
     * Stable id.
     */
    readonly id: Slug
    /**
     * For people.
     */
    readonly title: string
    /**
     * The term of the W3C Data Privacy Vocabulary.
     */
    readonly iri?: string
    /**
     * What to mind.
     */
    readonly note?: string
    /**
     * Whether WP248 counts them as vulnerable.
     */
    readonly vulnerable?: boolean
    /**
     * Whether they are people in employment.
     */
    readonly employees?: boolean
  }[]
  /**
   * Purposes.
   *
   * Items: A purpose.
   */
  readonly purposes: readonly {
    /**
     * Stable id.
     */
    readonly id: Slug
    /**
     * For people.
     */
    readonly title: string
    /**
     * The term of the W3C Data Privacy Vocabulary.
     */
    readonly iri?: string
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
