// Generated from schemas/provider.schema.json by `npm run generate`. Change the schema, not this file.

import type { Activities, Country, CountryOrNone, Date, DateOrNone, EncryptionAtRest, Isolation, Place, ProcessingTerms, RecipientKind, Slug, Term } from './common.ts'

/**
 * Facts about the world: one provider, its entities and services, each with source and date. What the firm approves is in the Firm document.
 */
export interface Provider {
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
  readonly kind: 'Provider'
  /**
   * Stable id of the provider, as descriptors name it.
   */
  readonly id: Slug
  /**
   * The name people know.
   */
  readonly name: string
  /**
   * True for an invented provider of an example.
   */
  readonly fictional?: boolean
  /**
   * Its own site.
   */
  readonly website?: string
  /**
   * Legal entities that contract with customers or process data.
   *
   * Items: A legal entity.
   */
  readonly entities: readonly {
    /**
     * Stable id within the provider.
     */
    readonly id: Slug
    /**
     * Registered name.
     */
    readonly name: string
    /**
     * Where it is established. Left out: not known.
     */
    readonly country?: Country
    /**
     * Where its ultimate parent is established; `none` where it has no parent. Left out: not known.
     */
    readonly parentCountry?: CountryOrNone
    /**
     * What it is, where an adequacy decision covers only some recipients.
     */
    readonly recipientKinds?: readonly RecipientKind[]
    /**
     * What is known of its Data Privacy Framework listing. Only a look at the official list makes it `active`; a claim of the provider is `unknown` with a note.
     */
    readonly dpf?: {
      /**
       * As the official list shows it.
       */
      readonly status: 'active' | 'inactive' | 'not-listed' | 'unknown'
      /**
       * The frameworks it is listed for.
       *
       * Items: A framework.
       */
      readonly frameworks?: readonly ('eu-us' | 'uk-extension' | 'swiss-us')[]
      /**
       * The kinds of data covered.
       *
       * Items: A kind.
       */
      readonly covers?: readonly ('hr' | 'non-hr')[]
      /**
       * The last day before which it must re-certify.
       */
      readonly recertificationDue?: Date
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
   * Which entity contracts with which customers; the first that fits counts.
   *
   * Items: A contracting rule.
   */
  readonly contracting?: readonly {
    /**
     * Countries or groups of the customer.
     *
     * @minItems 1
     */
    readonly customers: readonly Place[]
    /**
     * The entity of this provider.
     */
    readonly entity: Slug
    /**
     * The services it holds for; all, if left out.
     */
    readonly services?: readonly Slug[]
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
   * Transfer mechanisms that the provider offers. Offering is not relying: an engagement states what it relies on.
   *
   * Items: A mechanism on offer.
   */
  readonly mechanisms?: readonly {
    /**
     * Which.
     */
    readonly kind: 'dpf' | 'scc' | 'bcr' | 'adequacy' | 'uk-addendum' | 'idta'
    /**
     * Modules of the standard contractual clauses.
     */
    readonly modules?: readonly (1 | 2 | 3 | 4)[]
    /**
     * The document of the provider that carries it.
     */
    readonly terms?: string
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
   * Certificates that somebody says it holds. A claim is not evidence.
   *
   * Items: A claimed certificate.
   */
  readonly certifications?: readonly {
    /**
     * The scheme.
     */
    readonly name: string
    /**
     * Who says so.
     */
    readonly claimedBy: 'provider' | 'firm' | 'secondary'
    /**
     * Last day of validity, where evidence gives it.
     */
    readonly expiresOn?: DateOrNone
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
   * From where its personnel can reach customer data. Left out: unknown.
   */
  readonly supportAccess?: {
    /**
     * Places, or `unknown`.
     */
    readonly places: readonly unknown[] | string
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
  /**
   * What its published processing terms say. An agreement takes them with `template` and the id of the provider.
   */
  readonly processingTerms?: {
    /**
     * Title of the document.
     */
    readonly title?: string
    /**
     * What it says.
     */
    readonly terms: ProcessingTerms
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
  /**
   * Its services.
   *
   * Items: A service.
   */
  readonly services: readonly {
    /**
     * Stable id within the provider.
     */
    readonly id: Slug
    /**
     * The name people know.
     */
    readonly name: string
    /**
     * What it is.
     */
    readonly category:
      | 'infrastructure'
      | 'hosting'
      | 'edge'
      | 'storage'
      | 'source-control'
      | 'office'
      | 'email'
      | 'marketing'
      | 'ai'
      | 'analytics'
      | 'tag-management'
      | 'payments'
      | 'other'
    /**
     * The role in which the provider acts for its customer by default.
     */
    readonly role?: 'processor' | 'controller' | 'joint-controller'
    /**
     * Purposes for which it decides itself.
     *
     * Items: An own purpose.
     */
    readonly ownPurposes?: readonly {
      /**
       * A purpose of the vocabulary.
       */
      readonly purpose: Slug
      /**
       * Its role for that purpose.
       */
      readonly role: 'controller' | 'joint-controller'
      /**
       * True where the customer decides by a setting whether the provider does this: without a statement about the setting, it is not known to happen.
       */
      readonly optional?: boolean
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
     * For a service that runs models: how it does.
     */
    readonly ai?: {
      /**
       * `external-api`: data goes to the model provider on each call. `cloud-hosted`: models run inside a cloud boundary that the customer contracts. `either`: the configuration decides.
       */
      readonly delivery: 'external-api' | 'cloud-hosted' | 'either'
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
    /**
     * AI features inside a service that is not itself one: an AI use unless stated off.
     *
     * Items: A feature.
     */
    readonly aiFeatures?: readonly {
      /**
       * Stable id within the service.
       */
      readonly id: Slug
      /**
       * Its name.
       */
      readonly name: string
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
     * Where it works.
     */
    readonly location: {
      /**
       * `fixed`: always the same countries. `region`: the region that the customer chose. `global-edge`: anywhere unless a binding setting says otherwise. `endpoint-scope`: what the endpoint or deployment type reaches, from the region.
       */
      readonly model: 'fixed' | 'region' | 'global-edge' | 'endpoint-scope'
      /**
       * The table of regions.
       */
      readonly regions?: Slug
      /**
       * Places by activity.
       */
      readonly activities?: {
        /**
         * Storage. Places, or: `region` (the region that the customer chose), `scope` (what the endpoint scope reaches), `none` (the activity does not exist here). Left out: unknown.
         */
        readonly storage?: readonly unknown[] | string
        /**
         * Processing. Places, or: `region` (the region that the customer chose), `scope` (what the endpoint scope reaches), `none` (the activity does not exist here). Left out: unknown.
         */
        readonly processing?: readonly unknown[] | string
        /**
         * Inference. Places, or: `region` (the region that the customer chose), `scope` (what the endpoint scope reaches), `none` (the activity does not exist here). Left out: unknown.
         */
        readonly inference?: readonly unknown[] | string
        /**
         * Support. Places, or: `region` (the region that the customer chose), `scope` (what the endpoint scope reaches), `none` (the activity does not exist here). Left out: unknown.
         */
        readonly support?: readonly unknown[] | string
        /**
         * Logging. Places, or: `region` (the region that the customer chose), `scope` (what the endpoint scope reaches), `none` (the activity does not exist here). Left out: unknown.
         */
        readonly logging?: readonly unknown[] | string
        /**
         * Backup. Places, or: `region` (the region that the customer chose), `scope` (what the endpoint scope reaches), `none` (the activity does not exist here). Left out: unknown.
         */
        readonly backup?: readonly unknown[] | string
      }
    }
    /**
     * What the service always does for the protection of data, whatever its customer sets. Left out: unknown.
     */
    readonly protection?: {
      readonly encryptionAtRest?: EncryptionAtRest
      readonly isolation?: Isolation
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
    /**
     * Settings that narrow where it works.
     *
     * Items: A setting.
     */
    readonly residency?: readonly {
      /**
       * Stable id, as a component names it under `residency`.
       */
      readonly id: Slug
      /**
       * Its name.
       */
      readonly name: string
      /**
       * False for a hint on best effort, which narrows nothing.
       */
      readonly binding: boolean
      /**
       * The places that the setting binds each activity to; other activities stay as they are.
       */
      readonly activities?: Activities
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
     * Endpoint scopes, deployment types or inference profiles.
     *
     * Items: A scope.
     */
    readonly endpointScopes?: readonly {
      /**
       * Stable id, as a component names it under `endpointScope`.
       */
      readonly id: Slug
      /**
       * Its name.
       */
      readonly name: string
      /**
       * The places at which data may be processed, or `region`: the region alone.
       */
      readonly reaches: readonly unknown[] | string
      /**
       * The regions it can be used from; any, if left out.
       */
      readonly from?: readonly Term[]
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
   * What its resources are set to where infrastructure code does not set them.
   *
   * Items: A default.
   */
  readonly resourceDefaults?: readonly {
    /**
     * The type of resource, as the infrastructure tool spells it (`aws_db_instance`).
     */
    readonly type: string
    /**
     * What it decides.
     */
    readonly setting: 'encryptedAtRest' | 'keyManagedBy' | 'encryptedInTransit' | 'exposed' | 'dedicated' | 'copiesTo'
    /**
     * The attribute that is not set, as the tool spells it.
     */
    readonly attribute: string
    /**
     * What then counts.
     */
    readonly is: boolean | string | readonly string[]
    /**
     * The source documents that say so, by their id in the sources registry.
     *
     * @minItems 1
     *
     * Items: One.
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
