// Generated from schemas/infrastructure.schema.json by `npm run generate`. Change the schema, not this file.

import type { ServiceOrNone, Slug } from './common.ts'

/**
 * Why it is not known: not set (the provider's default counts, where the registry records it), known only after apply, hidden as sensitive, not in the file, or written in a way that is not understood.
 */
export type Open = 'not-set' | 'after-apply' | 'sensitive' | 'not-in-file' | 'not-understood'

/**
 * What infrastructure code is about to deploy: what an importer read, or what somebody wrote down. What is left out is not known.
 */
export interface Infrastructure {
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
  readonly kind: 'Infrastructure'
  /**
   * What it was read from.
   */
  readonly format: 'terraform-plan' | 'cloudformation-template' | 'written'
  /**
   * The version of that format.
   */
  readonly formatVersion?: string
  /**
   * The tool that wrote the file, with its version.
   */
  readonly tool?: string
  /**
   * SHA-256 of the file that was read, byte by byte, in hexadecimal.
   */
  readonly digest?: string
  /**
   * Why the file does not show all that its code deploys, where the file itself says so.
   */
  readonly partial?: string
  /**
   * What is there once the change is applied.
   */
  readonly resources: readonly Resource[]
  /**
   * Resources of types that are not known: what they are and where they run cannot be told.
   *
   * Items: One resource.
   */
  readonly unmapped?: readonly {
    /**
     * Where it stands in the file that it was read from.
     */
    readonly at?: At
    /**
     * Its address in the code.
     */
    readonly address: string
    /**
     * Its type.
     */
    readonly type: string
    /**
     * The provider, where that is known.
     */
    readonly provider?: Slug
  }[]
  /**
   * What the file names and the change does not leave there.
   */
  readonly notDeployed?: {
    /**
     * Resources that are destroyed or forgotten.
     */
    readonly destroyed: number
    /**
     * Data sources, which are only read.
     */
    readonly read: number
  }
}
/**
 * A place in the file that was read.
 */
export interface At {
  /**
   * Line, from 1.
   */
  readonly line: number
  /**
   * Column, from 1.
   */
  readonly column: number
}
/**
 * One resource that is there once the change is applied.
 */
export interface Resource {
  /**
   * Where it stands in the file that it was read from.
   */
  readonly at?: At
  /**
   * Its address in the code, as the tool spells it.
   */
  readonly address: string
  /**
   * Its type, as the tool spells it.
   */
  readonly type: string
  /**
   * The provider that it runs on.
   */
  readonly provider: Slug
  /**
   * The service that it is or belongs to (`aws/rds`), whether the registry has it or not; `none`: it supports others and holds no data.
   */
  readonly service: ServiceOrNone
  /**
   * Whether this type of resource keeps what reaches it.
   */
  readonly keeps?: boolean
  /**
   * The region, as the provider spells it.
   */
  readonly region?: {
    /**
     * The attribute that says so, as the file spells it; of another resource with its address in front.
     */
    readonly attribute: string
    /**
     * What it is set to.
     */
    readonly is?: string
    readonly open?: Open
  }
  /**
   * Whether what it keeps is encrypted.
   */
  readonly encryptedAtRest?: {
    /**
     * The attribute that says so, as the file spells it; of another resource with its address in front.
     */
    readonly attribute: string
    /**
     * What it is set to.
     */
    readonly is?: boolean
    readonly open?: Open
  }
  /**
   * Who manages the key: the provider alone, the customer in the provider's key service, or the customer outside it.
   */
  readonly keyManagedBy?: {
    /**
     * The attribute that says so, as the file spells it; of another resource with its address in front.
     */
    readonly attribute: string
    /**
     * What it is set to.
     */
    readonly is?: 'provider' | 'customer' | 'customer-outside'
    readonly open?: Open
  }
  /**
   * Whether it refuses to be reached in the clear.
   */
  readonly encryptedInTransit?: {
    /**
     * The attribute that says so, as the file spells it; of another resource with its address in front.
     */
    readonly attribute: string
    /**
     * What it is set to.
     */
    readonly is?: boolean
    readonly open?: Open
  }
  /**
   * Whether everybody can read what it holds, or reach it over the internet without passing anything that the plan restricts.
   */
  readonly exposed?: {
    /**
     * The attribute that says so, as the file spells it; of another resource with its address in front.
     */
    readonly attribute: string
    /**
     * What it is set to.
     */
    readonly is?: boolean
    readonly open?: Open
  }
  /**
   * Whether it runs on equipment that no other customer shares.
   */
  readonly dedicated?: {
    /**
     * The attribute that says so, as the file spells it; of another resource with its address in front.
     */
    readonly attribute: string
    /**
     * What it is set to.
     */
    readonly is?: boolean
    readonly open?: Open
  }
  /**
   * The regions that it is replicated, backed up or streamed to, besides its own. A list is complete.
   */
  readonly copiesTo?: {
    /**
     * The attribute that says so, as the file spells it; of another resource with its address in front.
     */
    readonly attribute: string
    /**
     * What it is set to.
     *
     * Items: One.
     */
    readonly is?: readonly string[]
    readonly open?: Open
  }
  /**
   * The regions that its logs go to. A list is complete.
   */
  readonly logsTo?: {
    /**
     * The attribute that says so, as the file spells it; of another resource with its address in front.
     */
    readonly attribute: string
    /**
     * What it is set to.
     *
     * Items: One.
     */
    readonly is?: readonly string[]
    readonly open?: Open
  }
  /**
   * For AI: the endpoint scope, deployment type or inference profile, by its id in the registry's service.
   */
  readonly endpointScope?: {
    /**
     * The attribute that says so, as the file spells it; of another resource with its address in front.
     */
    readonly attribute: string
    /**
     * What it is set to.
     */
    readonly is?: Slug
    readonly open?: Open
  }
  /**
   * For AI: the model.
   */
  readonly model?: {
    /**
     * The attribute that says so, as the file spells it; of another resource with its address in front.
     */
    readonly attribute: string
    /**
     * What it is set to.
     */
    readonly is?: string
    readonly open?: Open
  }
  /**
   * For a resource that somebody logs in with.
   */
  readonly login?: {
    /**
     * The name to log in with.
     */
    readonly name?: string
    /**
     * Whether people can log in with it.
     */
    readonly interactive?: {
      /**
       * The attribute that says so, as the file spells it; of another resource with its address in front.
       */
      readonly attribute: string
      /**
       * What it is set to.
       */
      readonly is?: boolean
      readonly open?: Open
    }
    /**
     * Whether it can change settings, users or data of others.
     */
    readonly administrative?: {
      /**
       * The attribute that says so, as the file spells it; of another resource with its address in front.
       */
      readonly attribute: string
      /**
       * What it is set to.
       */
      readonly is?: boolean
      readonly open?: Open
    }
  }
}
