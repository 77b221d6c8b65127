// Generated from schemas/rule-pack.schema.json by `npm run generate`. Change the schema, not this file.

import type { AnyRoot, SourceReference } from './rule.ts'

/**
 * A folder of rules: what they have in common, the controls that they check, and the conditions that they share.
 */
export interface RulePack {
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
  readonly kind: 'RulePack'
  /**
   * Stable id: the name of the folder, and the first part of the id of each of its rules.
   */
  readonly id: string
  /**
   * What the pack is about, for people.
   */
  readonly title: string
  /**
   * `law` if leaving the pack out makes a result partial in law; `firm` if it holds the firm's own promises.
   */
  readonly basis: 'law' | 'firm'
  /**
   * What the pack covers and what it does not.
   */
  readonly description: string
  /**
   * The published promises and legal duties that the rules of this pack check.
   *
   * @minItems 1
   *
   * Items: A control.
   */
  readonly controls: readonly {
    /**
     * Stable id, as rules name it in `controls`.
     */
    readonly id: string
    /**
     * What must hold, in our own words.
     */
    readonly title: string
    /**
     * Where it is published or laid down.
     *
     * @minItems 1
     */
    readonly source: readonly SourceReference[]
  }[]
  /**
   * Conditions by name. A rule of this pack refers to one with `condition: name`; it may read the facts of that rule's subject.
   */
  readonly conditions?: {
    /**
     * A named condition.
     */
    readonly [k: string]: AnyRoot
  }
  /**
   * What the named conditions are called where rules are explained in English. A condition without words is written out there.
   */
  readonly terms?: {
    /**
     * The words for the condition of this name.
     */
    readonly [k: string]: {
      /**
       * A statement that holds where the condition does; completes 'it is the case that ...': 'the disclosure is a transfer of personal data'.
       */
      readonly title: string
      /**
       * The contrary of the title, where a 'not' behind its verb does not say it.
       */
      readonly negative?: string
      /**
       * What a reader of the definition should know besides, in whole sentences.
       */
      readonly description?: string
    }
  }
}
