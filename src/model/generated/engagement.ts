// Generated from schemas/engagement.schema.json by `npm run generate`. Change the schema, not this file.

import type { Account, Activities, Audience, ComponentOrService, Country, CountryOrNone, Date, DateOrFirstSet, DateOrNone, EncryptionAtRest, EntityRef, Isolation, Moment, MomentOrNone, PartyRef, Person, Place, ProcessingTerms, ProviderOrService, RecipientKind, ServiceOrNone, Slug, Term } from './common.ts'

/**
 * A proposed architecture and what goes with it: parties, data, components, flows, AI uses, access and agreements. A missing key states nothing and is unknown; a stated list is complete, and `[]` states that there are none.
 */
export interface Engagement {
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
  readonly kind: 'Engagement'
  /**
   * Stable id of the engagement.
   */
  readonly id: Slug
  /**
   * What people call it.
   */
  readonly title: string
  /**
   * Whose processing this is: a system for a client, the firm's own operations, or a service that the engagement buys, to which the firm's internal rules do not apply.
   */
  readonly context: 'client-system' | 'internal-operations' | 'vendor-use'
  /**
   * When processing starts.
   */
  readonly starts?: Moment
  /**
   * When the engagement ends; `none` if no end is agreed.
   */
  readonly ends?: MomentOrNone
  /**
   * The regimes that apply besides those that follow from the facts, such as the GDPR for a party in the EEA and the UK GDPR for one in the United Kingdom. A stated list is complete; it never removes a regime that follows from the facts.
   *
   * Items: A regime.
   */
  readonly regimes?: readonly ('gdpr' | 'uk-gdpr' | 'ccpa' | 'swiss-fadp')[]
  /**
   * Legal entities in it, besides the firm (`firm`) and the providers of services.
   *
   * Items: A party.
   */
  readonly parties?: readonly {
    /**
     * Stable id.
     */
    readonly id: Slug
    /**
     * Its name.
     */
    readonly name?: string
    /**
     * Where it is established.
     */
    readonly country?: Country
    /**
     * Where its ultimate parent is established; `none` where it has no parent.
     */
    readonly parentCountry?: CountryOrNone
    /**
     * How the GDPR reaches it: through an establishment in the Union, by offering to or monitoring people there (Art. 3(2)), or not at all. A party in the EEA is established.
     */
    readonly gdpr?: 'established' | 'targeting' | 'outside'
    /**
     * Whether the UK GDPR applies to it. A party in the United Kingdom is under it.
     */
    readonly ukGdpr?: boolean
    /**
     * Whether it is a business under the CCPA.
     */
    readonly ccpaBusiness?: boolean
    /**
     * What it is, where an adequacy decision covers only some recipients.
     */
    readonly recipientKinds?: readonly RecipientKind[]
    /**
     * The entity of a provider that this party is (`aws/aws-inc`): what is stated here fills what the registry does not know of it.
     */
    readonly entity?: EntityRef
    /**
     * Its role for every purpose; where it has several, `roles` instead. `data-subject` for the people themselves.
     */
    readonly role?: 'controller' | 'joint-controller' | 'processor' | 'data-subject'
    /**
     * Its roles by purpose and data, instead of `role`. The first that fits counts; an entry that leaves out its purpose or its data may be for others, and decides nothing that another could.
     *
     * Items: A role.
     */
    readonly roles?: readonly {
      /**
       * A purpose of the vocabulary.
       */
      readonly purpose?: Slug
      /**
       * For these data assets alone.
       */
      readonly data?: readonly Slug[]
      /**
       * The role.
       */
      readonly role: 'controller' | 'joint-controller' | 'processor' | 'data-subject'
    }[]
    /**
     * Whether it is the client of the firm. A party called `client` is.
     */
    readonly client?: boolean
  }[]
  /**
   * Natural persons that accounts or remote access name.
   */
  readonly people?: readonly Person[]
  /**
   * The data assets.
   *
   * Items: A data asset.
   */
  readonly data?: readonly {
    /**
     * Stable id.
     */
    readonly id: Slug
    /**
     * What people call it.
     */
    readonly title?: string
    /**
     * Every category of the vocabulary that it contains. A stated list is complete: whether the asset is personal, special-category or employment data follows from it and from `subjects`.
     *
     * @minItems 1
     */
    readonly categories?: readonly Slug[]
    /**
     * Whose data it is.
     */
    readonly subjects?: readonly Slug[]
    /**
     * How confidential it is. `released`: it was confidential, and `release` records that its owner released it.
     */
    readonly classification?: 'public' | 'internal' | 'confidential' | 'released'
    /**
     * Whose data it is as a matter of business: the client's, or the firm's.
     */
    readonly owner?: PartyRef
    /**
     * In which form it stands where it is held first.
     */
    readonly state?: 'clear' | 'pseudonymised' | 'encrypted' | 'anonymised'
    /**
     * Who holds the keys, where the state is `encrypted`.
     */
    readonly keyHolders?: readonly PartyRef[]
    /**
     * The assessment of whether people can be identified again, or at all: where the state is `anonymised`, or where an asset that was made from personal data is said to hold none.
     */
    readonly assessment?: {
      /**
       * Its day; `none` states that there is none.
       */
      readonly on: DateOrNone
      /**
       * Who made it.
       */
      readonly by?: string
    }
    /**
     * The assets that it was made from; `[]` states that it is independent. Left out, it may derive from anything that its sender holds.
     */
    readonly derivedFrom?: readonly Slug[]
    /**
     * The pseudonymised assets that this one can re-identify; `[]` states none.
     */
    readonly additionalInformationFor?: readonly Slug[]
    /**
     * The owner's recorded release from confidentiality, where the classification is `released`.
     */
    readonly release?: {
      /**
       * Who released it.
       */
      readonly by: PartyRef
      /**
       * When.
       */
      readonly on: Date
      /**
       * Where it is recorded.
       */
      readonly record?: string
    }
  }[]
  /**
   * What holds, processes or passes on data.
   *
   * Items: A component.
   */
  readonly components?: readonly {
    /**
     * Stable id.
     */
    readonly id: Slug
    /**
     * What people call it.
     */
    readonly title?: string
    /**
     * Where it stands in the infrastructure code.
     */
    readonly source?: readonly Term[]
    /**
     * A context of its own, where an agreement names this component.
     */
    readonly context?: {
      /**
       * The context.
       */
      readonly is: 'client-system' | 'internal-operations' | 'vendor-use'
      /**
       * The agreement that names it.
       */
      readonly agreement: Slug
    }
    /**
     * The service it runs on or is; `none` where no provider is involved.
     */
    readonly service?: ServiceOrNone
    /**
     * The entity of the provider that is contracted, where it is not the usual one for the customer's country.
     */
    readonly entity?: Slug
    /**
     * Who contracts the provider and holds the account.
     */
    readonly contractedBy?: PartyRef
    /**
     * The region, as the provider spells it.
     */
    readonly region?: Term
    /**
     * The endpoint scope, deployment type or inference profile.
     */
    readonly endpointScope?: Slug
    /**
     * Residency settings that are on; `[]` states that none is.
     */
    readonly residency?: readonly Slug[]
    /**
     * Places by activity. Fills what the registry does not know; where the registry knows, it is a claim that rules compare.
     */
    readonly locations?: Activities
    /**
     * Who operates it.
     */
    readonly operatedBy?: PartyRef
    /**
     * Who controls the infrastructure.
     */
    readonly controlledBy?: PartyRef
    /**
     * Inside which boundary it runs.
     */
    readonly boundary?:
      'client-enterprise-cloud' | 'client-premises' | 'sovereign-cloud' | 'firm-perimeter' | 'provider' | 'other'
    /**
     * Whether the public can reach it: then it holds its visitors' IP addresses.
     */
    readonly publicFacing?: boolean
    /**
     * The host names under which people reach it. A stated list is complete; a host of the firm's registry covers those below it.
     */
    readonly hosts?: readonly Term[]
    /**
     * The data assets that it holds from the start, rather than by a flow. `[]` states none; left out, it may hold any.
     */
    readonly holds?: readonly Slug[]
    /**
     * Why data is there: a purpose of the vocabulary.
     */
    readonly purpose?: Slug
    /**
     * Of the purposes of its own that the provider pursues only where the customer lets it: those that are on. `[]` states none.
     *
     * Items: A purpose of the vocabulary.
     */
    readonly ownPurposes?: readonly Slug[]
    /**
     * Whether the provider must read the data in the clear to do its work. Inference always must.
     */
    readonly needsClearText?: boolean
    /**
     * How data is encrypted as it lies there.
     */
    readonly encryption?: {
      /**
       * By the storage, or before the data gets there; the weakest, where it differs. Fills what the registry does not know of the service.
       */
      readonly atRest?: EncryptionAtRest
      /**
       * Who holds the keys. A stated list is complete.
       */
      readonly keyHolders?: readonly PartyRef[]
    }
    /**
     * How the data of this customer is kept apart from that of others. Fills what the registry does not know of the service.
     */
    readonly isolation?: Isolation
    /**
     * The AI features of the service that the registry lists, each `on` or `off`.
     */
    readonly aiFeatures?: {
      readonly [k: string]: 'on' | 'off'
    }
  }[]
  /**
   * The providers whose services the components run on, and what is agreed and recorded of each. A provider that is not listed is unknown.
   *
   * Items: A provider.
   */
  readonly providers?: readonly {
    /**
     * The provider (`aws`), for all of its services that have no entry of their own; or one service (`aws/bedrock`).
     */
    readonly provider: ProviderOrService
    /**
     * Since which day the engagement uses the provider, or from which day it will; `first-set` for one that was there when the client agreed to the first providers.
     */
    readonly usedSince?: DateOrFirstSet
    /**
     * Who asked for this provider: the client, or the firm.
     */
    readonly requestedBy?: PartyRef
    /**
     * The document that records it as part of the architecture that the client approved, where the client asked for it.
     */
    readonly approvedArchitecture?: {
      /**
       * The agreement or document, by its id under `agreements`; `none` states that there is none.
       */
      readonly agreement?: Slug
      /**
       * Where in it.
       */
      readonly clause?: string
    }
    /**
     * Why the engagement needs it.
     */
    readonly need?: string
    /**
     * The document of the engagement that names it: a DPA annex, an SLA, a statement of work or another.
     */
    readonly documented?: {
      /**
       * The agreement or document, by its id under `agreements`; `none` states that there is none.
       */
      readonly agreement?: Slug
      /**
       * Where in it.
       */
      readonly clause?: string
    }
    /**
     * Whether it is used in the role for which the firm's published list has it, and no other.
     */
    readonly withinRole?: boolean
    /**
     * Whether the engagement is inside the limit that the firm's published list sets for it, such as smaller engagements.
     */
    readonly withinLimit?: boolean
    /**
     * The certifications that the engagement requires of it, as the provider spells them; `[]` states none.
     */
    readonly requiredCertifications?: readonly Term[]
    /**
     * The notice to the client before it was added or took the place of another. The first set needs none, nor does one that the client asked for or contracts itself.
     */
    readonly notice?: {
      /**
       * The day on which the client was notified; `none` states that it was not.
       */
      readonly on: DateOrNone
      /**
       * Whether it was given in writing.
       */
      readonly written?: boolean
      /**
       * The objections of the client to the change. A stated list is complete; `[]` states none.
       *
       * Items: An objection.
       */
      readonly objections?: readonly {
        /**
         * Stable id.
         */
        readonly id: Slug
        /**
         * The day on which it was made.
         */
        readonly on: Date
        /**
         * Whether it is made on grounds of data protection.
         */
        readonly dataProtectionGrounds?: boolean
        /**
         * The day on which the firm answered it; `none` states that it did not.
         */
        readonly answeredOn?: DateOrNone
      }[]
    }
  }[]
  /**
   * Movements of data. A response is a flow of its own.
   *
   * Items: A flow.
   */
  readonly flows?: readonly {
    /**
     * Stable id.
     */
    readonly id: Slug
    /**
     * The component or party that data comes from.
     */
    readonly from: Slug
    /**
     * The component or party that it goes to.
     */
    readonly to: Slug
    /**
     * The assets it carries, with what is derived from them; or `everything` that its source holds. Left out, it may carry anything.
     */
    readonly data?: readonly unknown[] | string
    /**
     * A purpose of the vocabulary.
     */
    readonly purpose?: Slug
    /**
     * What is done to the data on the way.
     */
    readonly transform?: {
      /**
       * `none` states that it moves as it is. Aggregation is not anonymisation.
       */
      readonly kind: 'none' | 'anonymise' | 'pseudonymise' | 'encrypt' | 'aggregate'
      /**
       * The component or party that does it. It counts only where that is on the sender's side of the crossing.
       */
      readonly performedBy?: Slug
      /**
       * Who holds the keys afterwards, for `encrypt`. A stated list is complete.
       */
      readonly keyHolders?: readonly PartyRef[]
      /**
       * The re-identification assessment, for `anonymise`.
       */
      readonly assessment?: {
        /**
         * Its day.
         */
        readonly on: Date
        /**
         * Who made it.
         */
        readonly by?: string
      }
    }
    /**
     * Encryption on the wire.
     */
    readonly transit?: 'none' | 'tls-1.0' | 'tls-1.1' | 'tls-1.2' | 'tls-1.3' | 'ipsec' | 'in-process' | 'loopback'
    /**
     * How it travels.
     */
    readonly means?: 'electronic' | 'physical'
    /**
     * Whether the receiver must read it in the clear.
     */
    readonly needsClearText?: boolean
  }[]
  /**
   * Access from elsewhere to data that stays where it is.
   *
   * Items: A remote access.
   */
  readonly remoteAccess?: readonly {
    /**
     * Stable id.
     */
    readonly id: Slug
    /**
     * The party, or the person of `people`, that has access. A person acts for the employer.
     */
    readonly by: PartyRef
    /**
     * The countries it comes from.
     *
     * @minItems 1
     */
    readonly from?: readonly Place[]
    /**
     * The components that it reaches.
     *
     * @minItems 1
     */
    readonly to: readonly Slug[]
    /**
     * The assets that it can see, or `everything` that the components hold. Left out, it may see anything.
     */
    readonly data?: readonly unknown[] | string
    /**
     * A purpose of the vocabulary.
     */
    readonly purpose?: Slug
  }[]
  /**
   * Uses of AI. A registered AI service, or an AI feature that is not off, is one whether listed or not.
   *
   * Items: An AI use.
   */
  readonly aiUses?: readonly {
    /**
     * Stable id.
     */
    readonly id: Slug
    /**
     * What it does.
     */
    readonly title?: string
    /**
     * The component in which the model works.
     */
    readonly component: Slug
    /**
     * The AI feature of the service, where it is one.
     */
    readonly feature?: Slug
    /**
     * The deployment tier, for client systems.
     */
    readonly tier?: '1' | '2' | '3'
    /**
     * The model.
     */
    readonly model?: string
    /**
     * The data assets that the model makes; `[]` states none.
     */
    readonly outputs?: readonly Slug[]
    /**
     * Whether the weights are open.
     */
    readonly weights?: 'open' | 'closed'
    /**
     * Whether the provider trains on what it is sent: no, as an instructed purpose, or for itself.
     */
    readonly training?: 'none' | 'instructed' | 'own'
    /**
     * For how many days the provider keeps what it is sent.
     */
    readonly retentionDays?: number
    /**
     * Whether the client expressly agreed to it.
     */
    readonly agreedExpressly?: boolean
    /**
     * Where it is documented for the engagement.
     */
    readonly documented?: {
      /**
       * The agreement or document, by its id under `agreements`; `none` states that there is none.
       */
      readonly agreement?: Slug
      /**
       * Where in it.
       */
      readonly clause?: string
      /**
       * What it describes.
       *
       * Items: A part.
       */
      readonly covers?: readonly ('data-flow' | 'location' | 'transfer-mechanism' | 'safeguards')[]
    }
    /**
     * For internal operations: the express agreement to leave local models.
     */
    readonly exception?: {
      /**
       * The agreement, by its id; `none` states that there is none.
       */
      readonly agreement: Slug
      /**
       * Where in it.
       */
      readonly clause?: string
    }
    /**
     * Facts for Art. 50 of the AI Act.
     */
    readonly transparency?: {
      /**
       * Who puts the system into service under its own name.
       */
      readonly systemProvider?: PartyRef
      /**
       * Whether people interact with it directly.
       */
      readonly interactsWithPeople?: boolean
      /**
       * Whether that is obvious to a reasonably well-informed person.
       */
      readonly obvious?: boolean
      /**
       * Whether it tells them.
       */
      readonly informsPeople?: boolean
      /**
       * Whether it makes text, images, audio or video.
       */
      readonly generatesContent?: boolean
      /**
       * Whether it only assists standard editing or does not substantially change the input.
       */
      readonly assistiveOnly?: boolean
      /**
       * Whether output is marked in a machine-readable way.
       */
      readonly marksOutput?: boolean
      /**
       * Since when the system is on the market.
       */
      readonly onMarketSince?: Date
      /**
       * Whether it recognises emotions or categorises people biometrically.
       */
      readonly emotionOrBiometricCategorisation?: boolean
      /**
       * Whether the people exposed to it are told.
       */
      readonly exposedPersonsInformed?: boolean
      /**
       * Whether it makes deep fakes: images, audio or video that falsely appear authentic.
       */
      readonly deepFakes?: boolean
      /**
       * Whether it makes text that is published to inform the public on matters of public interest.
       */
      readonly publicInterestText?: boolean
      /**
       * Whether it is disclosed that they are artificial.
       */
      readonly artificialOriginDisclosed?: boolean
      /**
       * Whether a person reviews the text and holds editorial responsibility.
       */
      readonly editoriallyReviewed?: boolean
      /**
       * Whether the law authorises it to detect or prosecute offences.
       */
      readonly authorisedByLaw?: boolean
      /**
       * Whether the public uses it to report offences.
       */
      readonly offenceReporting?: boolean
    }
  }[]
  /**
   * Analytics, tag containers, tracking and marketing on sites and in applications, cookies included. A stated list is complete; a component on a registered analytics or tag management service is one whether listed or not.
   *
   * Items: A tag, script, pixel or cookie.
   */
  readonly tags?: readonly {
    /**
     * Stable id.
     */
    readonly id: Slug
    /**
     * What people call it.
     */
    readonly title?: string
    /**
     * What it is for: audience measurement, loading other tags, tracking people, marketing, or nothing but what the site needs to work.
     */
    readonly kind?: 'analytics' | 'tag-container' | 'tracking' | 'marketing' | 'functional'
    /**
     * The component on which it runs: the site or application.
     */
    readonly on?: Slug
    /**
     * The component that receives what it collects; `none` states that nothing leaves the site.
     */
    readonly component?: Slug
    /**
     * The tags that a container loads, by their id. A stated list is complete; `[]` states that it loads none.
     */
    readonly loads?: readonly Slug[]
    /**
     * The consent under which it runs.
     */
    readonly consent?: {
      /**
       * What asks for consent; `none` states that nothing does.
       */
      readonly mechanism?: string
      /**
       * What is true of the consent that it asks for. A stated list is complete.
       *
       * Items: A quality: given by a clear act, with nothing ticked beforehand; informed; asked for this purpose; as easy to refuse as to give; as easy to withdraw; kept on record.
       */
      readonly qualities?: readonly ('affirmative-act' | 'informed' | 'specific' | 'refusable' | 'withdrawable' | 'recorded')[]
      /**
       * Since when it is in place.
       */
      readonly since?: Moment
      /**
       * What happens before consent is given. A stated list is complete; `[]` states that nothing does.
       *
       * Items: The script is loaded; a ping is sent without cookies; something is stored or read on the device; use is measured.
       */
      readonly firesBefore?: readonly ('script-load' | 'cookieless-ping' | 'device-storage' | 'measurement')[]
    }
    /**
     * Where it is documented for the engagement.
     */
    readonly documented?: {
      /**
       * The agreement or document, by its id under `agreements`; `none` states that there is none.
       */
      readonly agreement?: Slug
      /**
       * Where in it.
       */
      readonly clause?: string
    }
    /**
     * The acceptance of the provider's data processing terms.
     */
    readonly termsAccepted?: {
      /**
       * When they were accepted; `none` states that they were not.
       */
      readonly on?: MomentOrNone
      /**
       * The entity of the provider with which they were accepted.
       */
      readonly with?: EntityRef
    }
    /**
     * Since when it runs, or will.
     */
    readonly runsFrom?: Moment
  }[]
  /**
   * How it was shown to others that the firm does what it promises.
   */
  readonly assurance?: {
    /**
     * Reviews, inspections, and documents accepted instead of them. A stated list is complete.
     *
     * Items: One.
     */
    readonly audits?: readonly {
      /**
       * Stable id.
       */
      readonly id: Slug
      /**
       * What people call it.
       */
      readonly title?: string
      /**
       * A formal security review by a third party; an inspection by the controller itself; or the acceptance of the documents of the Trust Center as sufficient.
       */
      readonly kind?: 'formal-review' | 'controller-inspection' | 'trust-center-acceptance'
      /**
       * Who mandated the auditor.
       */
      readonly mandatedBy?: PartyRef
      /**
       * Who audits.
       */
      readonly auditor?: PartyRef
      /**
       * Whether the auditor has no interest in what is audited.
       */
      readonly independent?: boolean
      /**
       * The agreement that sets the conditions of the review.
       */
      readonly conditions?: {
        /**
         * The agreement or document, by its id under `agreements`; `none` states that there is none.
         */
        readonly agreement?: Slug
        /**
         * Where in it.
         */
        readonly clause?: string
      }
      /**
       * When it takes place, or took place.
       */
      readonly on?: Moment
      /**
       * For an acceptance: where it is recorded; `none` states that it is not.
       */
      readonly record?: string
      /**
       * For an acceptance: what it leaves of the controller's right to audit.
       */
      readonly auditRight?: 'kept' | 'limited' | 'removed'
    }[]
    /**
     * Security policies that were given to somebody outside the firm. A stated list is complete.
     *
     * Items: One policy, given to one party.
     */
    readonly sharedPolicies?: readonly {
      /**
       * Stable id.
       */
      readonly id: Slug
      /**
       * Which policy.
       */
      readonly policy?: string
      /**
       * The full policy, or a summary made to be shown.
       */
      readonly extent?: 'full' | 'summary'
      /**
       * Who was given it.
       */
      readonly with?: PartyRef
      /**
       * When.
       */
      readonly on?: Moment
    }[]
  }
  /**
   * The Chapter V ground that is relied on, for each exporter and importer. A transfer that a stated list does not name has none.
   *
   * Items: One ground.
   */
  readonly safeguards?: readonly {
    /**
     * Stable id.
     */
    readonly id: Slug
    /**
     * Who sends.
     */
    readonly exporter: PartyRef
    /**
     * Who receives.
     */
    readonly importer: PartyRef
    /**
     * The ground that is relied on. `none` states that there is none. Several of these never are a ground; naming one is a finding.
     */
    readonly reliesOn?:
      | 'adequacy'
      | 'dpf'
      | 'scc'
      | 'bcr'
      | 'code-of-conduct'
      | 'certification-mechanism'
      | 'ad-hoc-clauses'
      | 'administrative-arrangement'
      | 'public-body-instrument'
      | 'derogation'
      | 'none'
      | 'dpa'
      | 'article-28-clauses'
      | 'certificate'
      | 'safe-harbour'
      | 'privacy-shield'
    /**
     * For an exporter under the UK GDPR: the ground under it.
     */
    readonly ukReliesOn?: 'uk-adequacy' | 'uk-extension' | 'idta' | 'uk-addendum' | 'uk-bcr' | 'uk-derogation' | 'none'
    /**
     * Grounds kept in reserve: reported, never judged.
     *
     * Items: A ground.
     */
    readonly fallbacks?: readonly ('adequacy' | 'dpf' | 'scc' | 'bcr' | 'derogation')[]
    /**
     * When the first transfer takes place.
     */
    readonly firstTransferOn?: Moment
    /**
     * What was seen on the Data Privacy Framework list.
     */
    readonly dpf?: {
      /**
       * The listed legal entity, exactly.
       */
      readonly entity?: string
      /**
       * Its status.
       */
      readonly status?: 'active' | 'inactive' | 'not-listed'
      /**
       * The frameworks.
       *
       * Items: A framework.
       */
      readonly frameworks?: readonly ('eu-us' | 'uk-extension' | 'swiss-us')[]
      /**
       * The covered data.
       *
       * Items: Kind.
       */
      readonly covers?: readonly ('hr' | 'non-hr')[]
      /**
       * When it was looked up.
       */
      readonly checkedOn?: Moment
      /**
       * The last day before which it must re-certify.
       */
      readonly recertificationDue?: Date
      /**
       * Where the evidence is kept.
       */
      readonly evidence?: string
      /**
       * Who looked at the evidence.
       */
      readonly checkedBy?: string
      /**
       * Who may see the evidence. Left out: engineers and auditors.
       */
      readonly evidenceShownTo?: Audience
    }
    /**
     * The standard contractual clauses.
     */
    readonly scc?: {
      /**
       * Which set was signed.
       */
      readonly set?: '2021-914' | '2001-497' | '2004-915' | '2010-87' | '2021-915'
      /**
       * The modules.
       *
       * @minItems 1
       */
      readonly modules?: readonly (1 | 2 | 3 | 4)[]
      /**
       * Whether counsel confirmed the modules, where the roles of the two are a pair that no module names.
       */
      readonly modulesConfirmed?: boolean
      /**
       * From when they bind both.
       */
      readonly bindsFrom?: Moment
      /**
       * Whether the annexes are filled in.
       */
      readonly annexes?: 'complete' | 'incomplete'
      /**
       * Where they are kept.
       */
      readonly evidence?: string
      /**
       * When somebody last looked at the evidence.
       */
      readonly checkedOn?: Moment
      /**
       * Who looked at the evidence.
       */
      readonly checkedBy?: string
      /**
       * Who may see the evidence. Left out: engineers and auditors.
       */
      readonly evidenceShownTo?: Audience
    }
    /**
     * Binding corporate rules.
     */
    readonly bcr?: {
      /**
       * For controllers, or for processors.
       */
      readonly type?: 'controller' | 'processor'
      /**
       * The entities bound by them that matter here.
       */
      readonly members?: readonly PartyRef[]
      /**
       * Day of approval.
       */
      readonly approvedOn?: Date
      /**
       * Where it is kept.
       */
      readonly evidence?: string
      /**
       * When somebody last looked at the evidence.
       */
      readonly checkedOn?: Moment
      /**
       * Who looked at the evidence.
       */
      readonly checkedBy?: string
      /**
       * Who may see the evidence. Left out: engineers and auditors.
       */
      readonly evidenceShownTo?: Audience
    }
    /**
     * For codes, certification, ad hoc clauses, arrangements and instruments between public bodies.
     */
    readonly otherTool?: {
      /**
       * Whether the supervisory authority authorised or approved it, where it must.
       */
      readonly authorised?: boolean
      /**
       * Whether the importer is bound to it.
       */
      readonly bindingCommitments?: boolean
      /**
       * Where it is kept.
       */
      readonly evidence?: string
      /**
       * When somebody last looked at the evidence.
       */
      readonly checkedOn?: Moment
      /**
       * Who looked at the evidence.
       */
      readonly checkedBy?: string
      /**
       * Who may see the evidence. Left out: engineers and auditors.
       */
      readonly evidenceShownTo?: Audience
    }
    /**
     * A derogation of Art. 49.
     */
    readonly derogation?: {
      /**
       * Which: a letter of Art. 49(1), or `compelling` for its second subparagraph.
       */
      readonly letter: 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'compelling'
      /**
       * Whether the transfer is occasional.
       */
      readonly occasional?: boolean
      /**
       * Whether consent is explicit.
       */
      readonly explicitConsent?: boolean
      /**
       * Whether consent is to this transfer.
       */
      readonly consentSpecific?: boolean
      /**
       * Whether people were told of the risks.
       */
      readonly risksInformed?: boolean
      /**
       * Whether the transfer is necessary for what the derogation names.
       */
      readonly necessary?: boolean
      /**
       * Whether the public interest is recognised in Union or Member State law.
       */
      readonly publicInterestInLaw?: boolean
      /**
       * Whether the person cannot give consent.
       */
      readonly subjectIncapable?: boolean
      /**
       * Whether the register is public by law.
       */
      readonly publicRegister?: boolean
      /**
       * Whether the register is transferred as a whole or by entire categories.
       */
      readonly wholeRegister?: boolean
      /**
       * Whether the exporter is a public authority exercising its powers.
       */
      readonly publicAuthorityExporter?: boolean
      /**
       * Whether the transfer is repetitive.
       */
      readonly repetitive?: boolean
      /**
       * Whether it concerns a limited number of people.
       */
      readonly limitedSubjects?: boolean
      /**
       * Whether their interests do not override.
       */
      readonly notOverridden?: boolean
      /**
       * Whether suitable safeguards were provided.
       */
      readonly suitableSafeguards?: boolean
      /**
       * Whether the authority was informed.
       */
      readonly authorityInformed?: boolean
      /**
       * Whether the people were informed.
       */
      readonly subjectsInformed?: boolean
      /**
       * Whether the assessment is in the records of Art. 30.
       */
      readonly recorded?: boolean
    }
    /**
     * The transfer impact assessment.
     */
    readonly tia?: {
      /**
       * Its day; `none` states that there is none.
       */
      readonly on: DateOrNone
      /**
       * The last day before it must be reviewed.
       */
      readonly reviewBy?: Date
      /**
       * What it found: no law that impinges; such law, but not applied to this transfer; or such law, applied in practice.
       */
      readonly problematicLaw?: 'none' | 'not-applied' | 'applies'
      /**
       * Where it is kept.
       */
      readonly evidence?: string
      /**
       * When somebody last looked at the evidence.
       */
      readonly checkedOn?: Moment
      /**
       * Who looked at the evidence.
       */
      readonly checkedBy?: string
      /**
       * Who may see the evidence. Left out: engineers and auditors.
       */
      readonly evidenceShownTo?: Audience
    }
    /**
     * The supplementary measures that are effective, by the use case of Annex 2 of EDPB Recommendations 01/2020.
     *
     * Items: A use case.
     */
    readonly measures?: readonly ('uc1' | 'uc2' | 'uc3' | 'uc4' | 'uc5' | 'uc6' | 'uc7')[]
    /**
     * Facts on which the measures rest.
     */
    readonly measureFacts?: {
      /**
       * Encryption before transmission, robust against the authorities of the importing country, for as long as protection is needed.
       */
      readonly strongEncryption?: boolean
      /**
       * Whether the country is only crossed, and the importer sits elsewhere.
       */
      readonly transitOnly?: boolean
      /**
       * Whether the law of the country protects this recipient and purpose.
       */
      readonly recipientProtectedByLaw?: boolean
      /**
       * Whether no part alone, nor the parts that authorities could join, identify anybody.
       */
      readonly splitAcrossJurisdictions?: boolean
      /**
       * Whether analysis shows that authorities cannot single out anybody.
       */
      readonly singlingOutExcluded?: boolean
    }
    /**
     * For module 4: whether the EU processor combines the data with data it collected in the EU.
     */
    readonly combinesWithEuData?: boolean
    /**
     * The conditions for what moves on from the importer.
     */
    readonly onward?: {
      /**
       * Whether a contract binds the next recipient to the same protection.
       */
      readonly contract?: boolean
      /**
       * Whether the condition of the upstream tool itself is met (clause 8.7 or 8.8, the rule of the BCRs, the law of the recipient).
       */
      readonly conditionsMet?: boolean
    }
    /**
     * The documented instruction for a processor's transfer.
     */
    readonly instructions?: {
      /**
       * The agreement or document, by its id under `agreements`; `none` states that there is none.
       */
      readonly agreement?: Slug
      /**
       * Where in it.
       */
      readonly clause?: string
      /**
       * What it describes.
       *
       * Items: A part.
       */
      readonly covers?: readonly ('data-flow' | 'location' | 'transfer-mechanism' | 'safeguards')[]
    }
    /**
     * Where the transfer is documented for the engagement.
     */
    readonly documented?: {
      /**
       * The agreement or document, by its id under `agreements`; `none` states that there is none.
       */
      readonly agreement?: Slug
      /**
       * Where in it.
       */
      readonly clause?: string
      /**
       * What it describes.
       *
       * Items: A part.
       */
      readonly covers?: readonly ('data-flow' | 'location' | 'transfer-mechanism' | 'safeguards')[]
    }
  }[]
  /**
   * Agreements and other engagement documents.
   *
   * Items: One document.
   */
  readonly agreements?: readonly {
    /**
     * Stable id.
     */
    readonly id: Slug
    /**
     * Its title.
     */
    readonly title?: string
    /**
     * What it is.
     */
    readonly kind?:
      | 'offer'
      | 'sla'
      | 'statement-of-work'
      | 'dpa'
      | 'dpa-annex'
      | 'service-agreement'
      | 'joint-controller-arrangement'
      | 'controller-terms'
      | 'other'
    /**
     * Who is bound.
     */
    readonly parties?: readonly PartyRef[]
    /**
     * When it was signed or accepted; `none` states that it is not.
     */
    readonly signedOn?: MomentOrNone
    /**
     * The record that it was accepted.
     */
    readonly acceptance?: {
      /**
       * When; `none` states that there is no record.
       */
      readonly on: MomentOrNone
      /**
       * Who accepted it.
       */
      readonly by?: string
      /**
       * Which version.
       */
      readonly version?: string
    }
    /**
     * The standard terms that it is made of: those of the firm by their id, or those of a provider by its id. They need not be repeated.
     */
    readonly template?: Slug
    /**
     * What it says, where its kind is `dpa`. Fills what its template leaves open.
     */
    readonly terms?: ProcessingTerms
    /**
     * The components that it names.
     */
    readonly components?: readonly Slug[]
  }[]
  /**
   * What the engagement's documents say of security, as the firm promises before work starts.
   */
  readonly security?: {
    /**
     * Where the measures of this engagement are documented.
     */
    readonly measures?: {
      /**
       * The agreement or document, by its id under `agreements`; `none` states that there is none.
       */
      readonly agreement?: Slug
      /**
       * Where in it.
       */
      readonly clause?: string
      /**
       * What the measures were defined by.
       *
       * Items: A part.
       */
      readonly covers?: readonly ('services' | 'data' | 'infrastructure' | 'client-regulation')[]
    }
    /**
     * Custom software development.
     */
    readonly development?: {
      /**
       * Whether the engagement involves any.
       */
      readonly custom?: boolean
      /**
       * Where the controls of secure development are recorded.
       */
      readonly controls?: {
        /**
         * The agreement or document, by its id under `agreements`; `none` states that there is none.
         */
        readonly agreement?: Slug
        /**
         * Where in it.
         */
        readonly clause?: string
      }
    }
    /**
     * Commitments beyond those measures that somebody requires or claims. `[]` states none.
     *
     * Items: A commitment.
     */
    readonly commitments?: readonly {
      /**
       * Stable id.
       */
      readonly id: Slug
      /**
       * What people call it.
       */
      readonly title?: string
      /**
       * What it is.
       */
      readonly kind?:
        | 'dedicated-infrastructure'
        | 'enhanced-monitoring'
        | 'penetration-test'
        | 'extended-logging'
        | 'rto-rpo'
        | 'incident-response'
      /**
       * Whether the client or its regulation requires it.
       */
      readonly required?: boolean
      /**
       * Whether the firm says that the engagement has it.
       */
      readonly claimed?: boolean
      /**
       * Where it is agreed in writing.
       */
      readonly agreed?: {
        /**
         * The agreement or document, by its id under `agreements`; `none` states that there is none.
         */
        readonly agreement?: Slug
        /**
         * Where in it.
         */
        readonly clause?: string
      }
    }[]
  }
  /**
   * The legal bases that controllers have recorded. A stated list is complete.
   *
   * Items: One.
   */
  readonly legalBases?: readonly {
    /**
     * Whose it is.
     */
    readonly controller: PartyRef
    /**
     * The data assets.
     *
     * Items: A data asset.
     */
    readonly data: readonly Slug[]
    /**
     * The purposes, of the vocabulary.
     *
     * Items: A purpose of the vocabulary.
     */
    readonly purposes: readonly Slug[]
    /**
     * The basis (Art. 6(1)); `none` states that there is none.
     */
    readonly basis:
      'consent' | 'contract' | 'legal-obligation' | 'vital-interests' | 'public-task' | 'legitimate-interests' | 'none'
    /**
     * Where it is recorded.
     */
    readonly record?: string
  }[]
  /**
   * Decisions that were made and recorded.
   */
  readonly decisions?: {
    /**
     * The choice of AI tier.
     */
    readonly tierChoice?: {
      /**
       * When; `none` states that it was not recorded.
       */
      readonly on: DateOrNone
      /**
       * The factors that the record weighs.
       *
       * Items: A factor.
       */
      readonly factors?: readonly (
        | 'objectives'
        | 'data-sensitivity'
        | 'regulatory-obligations'
        | 'infrastructure'
        | 'cost'
        | 'risk-appetite'
        | 'governance'
      )[]
    }
    /**
     * The data protection impact assessment (Art. 35).
     */
    readonly impactAssessment?: {
      /**
       * Where it stands; `screening` is a reasoned finding that none is needed.
       */
      readonly status?: 'done' | 'screening' | 'none'
      /**
       * Its day.
       */
      readonly on?: Date
      /**
       * The cases of Art. 35(3) that are met; `[]` states none.
       *
       * Items: A case.
       */
      readonly article35?: readonly ('a' | 'b' | 'c')[]
      /**
       * Whether a list of the authority under Art. 35(4) names the processing.
       */
      readonly nationalList?: boolean
      /**
       * The criteria of WP248 that are met; `[]` states none besides those that follow from the data.
       *
       * Items: A criterion.
       */
      readonly criteria?: readonly (
        | 'evaluation-or-scoring'
        | 'automated-decision'
        | 'systematic-monitoring'
        | 'sensitive-data'
        | 'large-scale'
        | 'combining-datasets'
        | 'vulnerable-subjects'
        | 'innovative-technology'
        | 'prevents-exercise-of-right'
      )[]
      /**
       * Whether the screening gives its reasons.
       */
      readonly reasoned?: boolean
    }
    /**
     * Assessments of sufficient guarantees (Art. 28(1)).
     *
     * Items: One.
     */
    readonly processorAssessments?: readonly {
      /**
       * The processor.
       */
      readonly processor: PartyRef
      /**
       * When; `none` states that there is none.
       */
      readonly on: DateOrNone
      /**
       * Whether it covers the risk of a parent in a third country.
       */
      readonly thirdCountryParent?: boolean
    }[]
    /**
     * Assessments that the terms of a sub-processor protect as much as the agreement above them (Art. 28(4)).
     *
     * Items: One.
     */
    readonly equivalenceAssessments?: readonly {
      /**
       * The sub-processor.
       */
      readonly processor: PartyRef
      /**
       * When; `none` states that there is none.
       */
      readonly on: DateOrNone
      /**
       * Where it is kept.
       */
      readonly evidence?: string
    }[]
  }
  /**
   * The accounts that administer the components or reach their data; or `firm`: those of the firm's registry. A stated list is complete.
   */
  readonly accounts?: readonly unknown[] | string
  /**
   * What a check is told of infrastructure code that it is given with `--plan`.
   */
  readonly infrastructure?: {
    /**
     * Whether the plans of a check show everything that the engagement deploys: then a component that is in none of them is nowhere.
     */
    readonly complete?: boolean
    /**
     * Where templates are deployed that name no region.
     *
     * Items: A template.
     */
    readonly stacks?: readonly {
      /**
       * The file as it is given to the check, or a pattern for it.
       */
      readonly file: string
      /**
       * The provider.
       */
      readonly provider?: Slug
      /**
       * The region, as the provider spells it.
       */
      readonly region?: Term
    }[]
  }
  /**
   * What a check is told of systems whose accounts it reads from `--evidence`.
   *
   * Items: A system.
   */
  readonly accessEvidence?: readonly {
    /**
     * The system: a provider, and which account, organisation or tenant of it (`aws/123456789012`).
     */
    readonly system: string
    /**
     * The evidence of it, where the files do not name the system: paths or patterns.
     *
     * Items: One.
     */
    readonly files?: readonly string[]
    /**
     * When the evidence was exported, where the files do not say.
     */
    readonly collectedOn?: Moment
    /**
     * The party whose personnel holds the accounts.
     */
    readonly organisation?: PartyRef
    /**
     * For accounts that are not held by the firm's personnel: whether the engagement brings them under the same promise.
     */
    readonly samePromise?: boolean
    /**
     * The engagement that access to the system was granted for; this one if it is the same.
     */
    readonly grantedFor?: Slug
    /**
     * When that engagement ends, if it is another one; `none` if it has no end.
     */
    readonly grantedForEnds?: MomentOrNone
    /**
     * The components, by id, or the provider services (`aws/ec2`) that whoever administers the system can administer. `[]` states: none.
     *
     * Items: One.
     */
    readonly administers?: readonly ComponentOrService[]
  }[]
}
