// Generated from schemas/rule-tests.schema.json by `npm run generate`. Change the schema, not this file.

import type { Moment } from './common.ts'

/**
 * The tests of one rule: facts in, outcome out. Stands beside the rule as `<name>.test.yaml`.
 */
export interface RuleTests {
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
  readonly kind: 'RuleTests'
  /**
   * The id of the rule under test: `pack/name`.
   */
  readonly rule: string
  /**
   * The instant at which the cases are judged, unless they state their own. A day stands for its first instant in UTC. Needed where the rule compares with the time of the check.
   */
  readonly asOf?: Moment
  /**
   * The cases. Together they cover pass, fail, unknown and, where the rule has `when`, not-applicable.
   *
   * @minItems 1
   *
   * Items: A case.
   */
  readonly cases: readonly {
    /**
     * What the case shows: 'one day over'.
     */
    readonly name: string
    /**
     * The instant at which this case is judged. A day stands for its first instant in UTC.
     */
    readonly asOf?: Moment
    /**
     * The facts of the subject. A fact that is left out or null is absent. Dates as YYYY-MM-DD or with time and offset, lengths of time in ISO 8601 (`P13M`, `PT24H`), sets as lists.
     */
    readonly facts: {
      /**
       * The value of the fact.
       */
      readonly [k: string]: boolean | number | string | null | readonly (string | number)[]
    }
    /**
     * The outcome that the rule must have.
     */
    readonly expect: 'pass' | 'fail' | 'unknown' | 'not-applicable'
    /**
     * For `unknown`: exactly the facts that the outcome names as missing, in any order.
     *
     * Items: The name of a fact.
     */
    readonly missing?: readonly string[]
  }[]
}
