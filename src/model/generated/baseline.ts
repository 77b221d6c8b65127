// Generated from schemas/baseline.schema.json by `npm run generate`. Change the schema, not this file.

/**
 * What was open when a team began to check: only what is new fails the exit code. `douane check --create-baseline` writes it.
 */
export interface Baseline {
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
  readonly kind: 'Baseline'
  /**
   * What was open, by engagement, rule and subject.
   *
   * @maxItems 1000000
   *
   * Items: One finding.
   */
  readonly findings: readonly {
    /**
     * The id of the engagement.
     */
    readonly engagement: string
    /**
     * The rule.
     */
    readonly rule: string
    /**
     * What the rule looked at.
     */
    readonly subject: {
      /**
       * Its kind.
       */
      readonly kind: string
      /**
       * Its id.
       */
      readonly id: string
    }
    /**
     * What it was: `fail` stands for an unknown as well, `unknown` for no fail.
     */
    readonly outcome: 'fail' | 'unknown'
    /**
     * The id of the finding: a fingerprint of rule and subject.
     */
    readonly id: string
  }[]
}
