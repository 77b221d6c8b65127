// Generated from schemas/sources.schema.json by `npm run generate`. Change the schema, not this file.

import type { Date, Slug } from './common.ts'

/**
 * The documents that rules and registry facts cite.
 */
export interface Sources {
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
  readonly kind: 'Sources'
  /**
   * Stable id.
   */
  readonly id: Slug
  /**
   * The documents.
   *
   * Items: One document.
   */
  readonly sources: readonly {
    /**
     * Stable id, as `source` names it.
     */
    readonly id: Slug
    /**
     * Its title.
     */
    readonly title: string
    /**
     * Who published it.
     */
    readonly publisher?: string
    /**
     * What it is.
     */
    readonly kind: 'law' | 'case' | 'guidance' | 'firm-page' | 'agreement' | 'provider-page' | 'secondary' | 'general-knowledge'
    /**
     * The regime of data protection that it belongs to: a rule that cites it assesses that regime.
     */
    readonly regime?: 'gdpr' | 'uk-gdpr' | 'ccpa' | 'swiss-fadp'
    /**
     * Where it can be read.
     */
    readonly address?: string
    /**
     * Its date.
     */
    readonly date?: string
    /**
     * When it was read.
     */
    readonly retrievedOn?: Date
    /**
     * How sure its content is here.
     */
    readonly sureness: 'read' | 'read-second-hand' | 'general-knowledge'
    /**
     * What to mind.
     */
    readonly note?: string
  }[]
  /**
   * Defects found in the published texts themselves.
   *
   * Items: A defect.
   */
  readonly defects?: readonly {
    /**
     * Stable id.
     */
    readonly id: Slug
    /**
     * Where.
     *
     * Items: A place.
     */
    readonly documents: readonly {
      /**
       * The document.
       */
      readonly document: Slug
      /**
       * The clause.
       */
      readonly clause: string
    }[]
    /**
     * What is wrong, in our words.
     */
    readonly text: string
    /**
     * How the rules read it.
     */
    readonly reading: string
  }[]
  /**
   * What is not encoded, and why.
   *
   * Items: A gap.
   */
  readonly notEncoded?: readonly {
    /**
     * Stable id.
     */
    readonly id: Slug
    /**
     * What.
     */
    readonly title: string
    /**
     * Why.
     */
    readonly why: string
  }[]
}
