// Generated from schemas/waivers.schema.json by `npm run generate`. Change the schema, not this file.

import type { Date } from './common.ts'

/**
 * Exceptions that somebody answers for: each lifts one outcome of one rule on one subject, until a day.
 */
export interface Waivers {
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
  readonly kind: 'Waivers'
  /**
   * The exceptions. `douane waive` writes them.
   *
   * @maxItems 10000
   *
   * Items: One exception.
   */
  readonly waivers: readonly {
    /**
     * The id of the engagement. Where it is not checked, the waiver is left alone.
     */
    readonly engagement: string
    /**
     * The id of the rule, whole. Neither a rule of law nor one without exceptions (`waivable: false`).
     */
    readonly rule: string
    /**
     * What the rule looked at, as the Report names it.
     */
    readonly subject: {
      /**
       * Its kind: the `subject` of the rule.
       */
      readonly kind: string
      /**
       * Its id, whole.
       */
      readonly id: string
    }
    /**
     * Why it is right to go ahead all the same.
     */
    readonly reason: string
    /**
     * Who answers for it, and ends it.
     */
    readonly owner: string
    /**
     * Who approved it.
     */
    readonly approver: string
    /**
     * Its last day, in UTC, inclusive: YYYY-MM-DD.
     */
    readonly expires: Date
    /**
     * Where it is followed.
     */
    readonly ticket: string
    /**
     * What it was given for: `factsDigest` of the finding in the Report. When the facts that decided, the conditions of the rule or the outcome change, the waiver no longer holds.
     */
    readonly factsDigest: string
  }[]
}
