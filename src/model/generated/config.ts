// Generated from schemas/config.schema.json by `npm run generate`. Change the schema, not this file.

import type { Slug } from './common.ts'

/**
 * Which rules and registry a firm checks with: `douane.config.yaml`, found from the working directory upwards.
 */
export interface Config {
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
  readonly kind: 'Config'
  /**
   * The id of the Firm document that is the firm. Only it and what extends it counts; the shipped firm, if left out.
   */
  readonly firm?: Slug
  /**
   * Which of the shipped rules count: `all`, or those of `law` alone, so that no promise of the shipped firm ever does. `all`, if left out.
   */
  readonly shipped?: 'all' | 'law'
  /**
   * Rules besides the shipped ones: folders, relative to this file and beginning with `./` or `../`, or names of npm packages.
   *
   * Items: A folder or an npm package.
   */
  readonly rules?: readonly string[]
  /**
   * Registry documents besides the shipped ones: folders, relative to this file and beginning with `./` or `../`, or names of npm packages.
   *
   * Items: A folder or an npm package.
   */
  readonly registry?: readonly string[]
  /**
   * Files of waivers, relative to this file and beginning with `./` or `../`.
   *
   * Items: A file or a folder.
   */
  readonly waivers?: readonly string[]
  /**
   * What counts of a pack, by its id: `on` all of it, `law` its rules of law alone, `off` nothing. Goes before `shipped`.
   */
  readonly packs?: {
    /**
     * What counts of this pack: `on` all of it, `law` its rules of law alone, `off` nothing.
     */
    readonly [k: string]: 'on' | 'law' | 'off'
  }
  /**
   * Levels of rules that are raised or lowered, by the id of the rule. A rule of law, or one from which there is no exception, is never lowered.
   */
  readonly levels?: {
    /**
     * Another level for this rule.
     */
    readonly [k: string]: {
      /**
       * How much the rule weighs.
       */
      readonly level: 'error' | 'warning' | 'note'
      /**
       * Why, for who reads the report.
       */
      readonly reason: string
    }
  }
}
