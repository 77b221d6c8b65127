// Generated from schemas/rule.schema.json by `npm run generate`. Change the schema, not this file.

/**
 * One declarative requirement with its source, evaluated once for each subject of its kind.
 */
export type Rule = {
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
  readonly kind: 'Rule'
  /**
   * Stable id: the pack, a slash, the name of the file without `.rule.yaml`.
   */
  readonly id: string
  /**
   * The requirement in one sentence, in words that a lawyer would accept and an engineer understands.
   */
  readonly title: string
  /**
   * The kind of thing that the rule is evaluated on. It decides which facts the conditions may read.
   */
  readonly subject:
    | 'engagement'
    | 'party'
    | 'data-asset'
    | 'component'
    | 'ai-use'
    | 'tag'
    | 'audit'
    | 'shared-policy'
    | 'flow'
    | 'disclosure'
    | 'provider-use'
    | 'objection'
    | 'certification'
    | 'processing-relationship'
    | 'commitment'
    | 'own-use'
    | 'account'
    | 'person'
    | 'record'
    | 'resource'
  /**
   * The controls that this rule checks, by the ids that its pack lists.
   *
   * @minItems 1
   *
   * Items: The id of a control.
   */
  readonly controls: readonly string[]
  /**
   * `error` stops the engagement, `warning` and `note` are shown.
   */
  readonly level: 'error' | 'warning' | 'note'
  /**
   * What makes it binding. A rule based on law cannot be disabled, lowered, waived or baselined.
   */
  readonly basis: 'law' | 'contract' | 'policy'
  /**
   * `false` for what no exception lifts. Law is never waivable, whatever stands here.
   */
  readonly waivable?: boolean
  /**
   * Where the requirement comes from.
   *
   * @minItems 1
   */
  readonly source: readonly SourceReference[]
  /**
   * When the rule applies: `all`, `any`, `not` or a named `condition`. Left out, it always applies.
   */
  readonly when?: {}
  /**
   * What must hold where the rule applies: `all`, `any`, `not` or a named `condition`.
   */
  readonly require: {}
  /**
   * What is said where the requirement is not met. `{{name}}` stands for the value of that fact.
   */
  readonly message: string
  /**
   * What would make it right, as an instruction. `{{name}}` stands for the value of that fact.
   */
  readonly remedy: string
}
/**
 * How the fact is compared. Boolean: equal, notEqual. One of a list: equal, notEqual, in, notIn. Set: contains, doesNotContain. Number: equal, notEqual, lessThan, lessThanInclusive, greaterThan, greaterThanInclusive. Date: before, after, withinLast, longerAgoThan. Length of time: atMost, moreThan.
 */
export type Operator =
  | 'equal'
  | 'notEqual'
  | 'in'
  | 'notIn'
  | 'contains'
  | 'doesNotContain'
  | 'lessThan'
  | 'lessThanInclusive'
  | 'greaterThan'
  | 'greaterThanInclusive'
  | 'before'
  | 'after'
  | 'withinLast'
  | 'longerAgoThan'
  | 'atMost'
  | 'moreThan'
/**
 * A literal that fits the fact, or `{ fact: name }` for another fact of the same type.
 */
export type EngagementValue =
  | boolean
  | number
  | string
  | readonly (string | number)[]
  | {
      /**
       * The other fact.
       */
      readonly fact: EngagementFact
    }
/**
 * A fact of the subject, or `asOf`: the instant at which the check is made.
 */
export type EngagementFact =
  | 'accountsStated'
  | 'agreementsStated'
  | 'aiUsesStated'
  | 'asOf'
  | 'auditsStated'
  | 'commitmentsStated'
  | 'componentsStated'
  | 'context'
  | 'customDevelopment'
  | 'dataStated'
  | 'developmentControlsRecorded'
  | 'developmentControlsSignedOn'
  | 'emptyPlanCount'
  | 'flowsStated'
  | 'infrastructureGiven'
  | 'ismsReviewed'
  | 'ismsReviewedOn'
  | 'measuresDocumented'
  | 'measuresSignedOn'
  | 'measuresUncoveredCount'
  | 'partialPlanCount'
  | 'partiesStated'
  | 'personalData'
  | 'plannedResourceCount'
  | 'providersStated'
  | 'remoteAccessStated'
  | 'safeguardsStated'
  | 'servicesStated'
  | 'sharedPoliciesStated'
  | 'starts'
  | 'tagsStated'
/**
 * A literal that fits the fact, or `{ fact: name }` for another fact of the same type.
 */
export type PartyValue =
  | boolean
  | number
  | string
  | readonly (string | number)[]
  | {
      /**
       * The other fact.
       */
      readonly fact: PartyFact
    }
/**
 * A fact of the subject, or `asOf`: the instant at which the check is made.
 */
export type PartyFact =
  | 'arrangementExists'
  | 'asOf'
  | 'gdprReach'
  | 'inEea'
  | 'jointController'
  | 'parentOutsideEea'
  | 'personalData'
  | 'underUkGdpr'
/**
 * A literal that fits the fact, or `{ fact: name }` for another fact of the same type.
 */
export type DataAssetValue =
  | boolean
  | number
  | string
  | readonly (string | number)[]
  | {
      /**
       * The other fact.
       */
      readonly fact: DataAssetFact
    }
/**
 * A fact of the subject, or `asOf`: the instant at which the check is made.
 */
export type DataAssetFact =
  | 'asOf'
  | 'claimsNoPersonalData'
  | 'clientData'
  | 'confidential'
  | 'employmentData'
  | 'held'
  | 'madeFromPersonalData'
  | 'personalData'
  | 'shownNotPersonal'
  | 'shownNotPersonalOn'
  | 'specialCategories'
  | 'state'
/**
 * A literal that fits the fact, or `{ fact: name }` for another fact of the same type.
 */
export type ComponentValue =
  | boolean
  | number
  | string
  | readonly (string | number)[]
  | {
      /**
       * The other fact.
       */
      readonly fact: ComponentFact
    }
/**
 * A fact of the subject, or `asOf`: the instant at which the check is made.
 */
export type ComponentFact =
  | 'administered'
  | 'agreedIsolation'
  | 'asOf'
  | 'atRestBits'
  | 'clientPersonalDataBesideCommits'
  | 'context'
  | 'encryptionAtRest'
  | 'inInfrastructure'
  | 'infrastructureComplete'
  | 'infrastructureGiven'
  | 'isolation'
  | 'operatedByFirm'
  | 'patchesManaged'
  | 'personalData'
  | 'personalDataWithProcessor'
  | 'planned'
  | 'sourceRepository'
  | 'sourceStated'
  | 'sourcesFound'
  | 'stored'
  | 'vulnerabilitiesMonitored'
/**
 * A literal that fits the fact, or `{ fact: name }` for another fact of the same type.
 */
export type AiUseValue =
  | boolean
  | number
  | string
  | readonly (string | number)[]
  | {
      /**
       * The other fact.
       */
      readonly fact: AiUseFact
    }
/**
 * A fact of the subject, or `asOf`: the instant at which the check is made.
 */
export type AiUseFact =
  | 'agreedExpressly'
  | 'approvedTiers'
  | 'article35Case'
  | 'artificialOriginDisclosed'
  | 'asOf'
  | 'assistiveOnly'
  | 'authorisedByLaw'
  | 'boundary'
  | 'clientConfidentialData'
  | 'clientPersonalData'
  | 'cloudService'
  | 'confidentialData'
  | 'context'
  | 'controlledBy'
  | 'controllerUnderGdpr'
  | 'deepFakes'
  | 'delivery'
  | 'documented'
  | 'editoriallyReviewed'
  | 'emotionOrBiometricCategorisation'
  | 'engagementPersonalData'
  | 'exceptionAgreed'
  | 'exposedPersonsInformed'
  | 'generatesContent'
  | 'impactAssessment'
  | 'inferencePlacesKnown'
  | 'informsPeople'
  | 'interactsWithPeople'
  | 'marksOutput'
  | 'missingFactorCount'
  | 'nationalList'
  | 'obvious'
  | 'offenceReporting'
  | 'onMarketSince'
  | 'personalData'
  | 'providerApproved'
  | 'publicInterestText'
  | 'regionStated'
  | 'screeningReasoned'
  | 'specialCategories'
  | 'tier'
  | 'tierChoiceRecorded'
  | 'training'
  | 'uncoveredPlaceCount'
  | 'undocumentedPartCount'
  | 'weights'
  | 'wp248CriteriaCount'
/**
 * A literal that fits the fact, or `{ fact: name }` for another fact of the same type.
 */
export type TagValue =
  | boolean
  | number
  | string
  | readonly (string | number)[]
  | {
      /**
       * The other fact.
       */
      readonly fact: TagFact
    }
/**
 * A fact of the subject, or `asOf`: the instant at which the check is made.
 */
export type TagFact =
  | 'acceptedWithContractingEntity'
  | 'asOf'
  | 'consentAsked'
  | 'consentQualities'
  | 'consentSince'
  | 'contentStated'
  | 'context'
  | 'documented'
  | 'documentedApart'
  | 'earlyEventCount'
  | 'flowDescribed'
  | 'hasProvider'
  | 'hasReceiver'
  | 'kind'
  | 'loadedByContainer'
  | 'onFirmWebsite'
  | 'runsFrom'
  | 'serviceCategory'
  | 'termsAccepted'
  | 'termsAcceptedOn'
  | 'transferWithoutGround'
/**
 * A literal that fits the fact, or `{ fact: name }` for another fact of the same type.
 */
export type AuditValue =
  | boolean
  | number
  | string
  | readonly (string | number)[]
  | {
      /**
       * The other fact.
       */
      readonly fact: AuditFact
    }
/**
 * A fact of the subject, or `asOf`: the instant at which the check is made.
 */
export type AuditFact =
  | 'acceptanceRecorded'
  | 'asOf'
  | 'auditRight'
  | 'auditorIs'
  | 'conditionsAgreed'
  | 'conditionsDocument'
  | 'context'
  | 'independent'
  | 'kind'
  | 'mandatedByClient'
/**
 * A literal that fits the fact, or `{ fact: name }` for another fact of the same type.
 */
export type SharedPolicyValue =
  | boolean
  | number
  | string
  | readonly (string | number)[]
  | {
      /**
       * The other fact.
       */
      readonly fact: SharedPolicyFact
    }
/**
 * A fact of the subject, or `asOf`: the instant at which the check is made.
 */
export type SharedPolicyFact = 'asOf' | 'context' | 'extent' | 'recipientIsAuditor' | 'recipientIsClient'
/**
 * A literal that fits the fact, or `{ fact: name }` for another fact of the same type.
 */
export type FlowValue =
  | boolean
  | number
  | string
  | readonly (string | number)[]
  | {
      /**
       * The other fact.
       */
      readonly fact: FlowFact
    }
/**
 * A fact of the subject, or `asOf`: the instant at which the check is made.
 */
export type FlowFact =
  | 'agreedTlsVersion'
  | 'asOf'
  | 'carriedEncrypted'
  | 'carriesPersonalData'
  | 'carriesUnheld'
  | 'means'
  | 'personalDataWithProcessor'
  | 'tlsVersion'
  | 'transit'
  | 'uninstructedCount'
/**
 * A literal that fits the fact, or `{ fact: name }` for another fact of the same type.
 */
export type DisclosureValue =
  | boolean
  | number
  | string
  | readonly (string | number)[]
  | {
      /**
       * The other fact.
       */
      readonly fact: DisclosureFact
    }
/**
 * A fact of the subject, or `asOf`: the instant at which the check is made.
 */
export type DisclosureFact =
  | 'activities'
  | 'additionalInformationWithExporterOnly'
  | 'adequacyDecision'
  | 'adequacyFrom'
  | 'adequacyHasEnd'
  | 'adequacyScope'
  | 'adequacyUntil'
  | 'asOf'
  | 'authorityInformed'
  | 'bcrApprovedOn'
  | 'bcrNamesBoth'
  | 'bcrType'
  | 'channels'
  | 'combinesWithEuData'
  | 'confidentialData'
  | 'consentSpecific'
  | 'criterion1'
  | 'criterion2'
  | 'criterion3'
  | 'derogation'
  | 'derogationRecorded'
  | 'destinationInEea'
  | 'destinationInUk'
  | 'documented'
  | 'dpfCheckedOn'
  | 'dpfCovers'
  | 'dpfEntityMatches'
  | 'dpfFrameworks'
  | 'dpfRecertificationDue'
  | 'dpfStatus'
  | 'employmentData'
  | 'explicitConsent'
  | 'exporterReach'
  | 'exporterRole'
  | 'exporterUnderUkGdpr'
  | 'fallbacks'
  | 'firstTransferOn'
  | 'importerIdentified'
  | 'importerInEea'
  | 'importerKinds'
  | 'importerNeedsClearText'
  | 'importerReach'
  | 'importerRole'
  | 'instructed'
  | 'instrumentInvalidSince'
  | 'instrumentInvalidated'
  | 'isTransfer'
  | 'isUkTransfer'
  | 'keysOutsideImporter'
  | 'limitedSubjects'
  | 'means'
  | 'measures'
  | 'necessary'
  | 'notOverridden'
  | 'occasional'
  | 'occurs'
  | 'onward'
  | 'onwardConditionsMet'
  | 'onwardContract'
  | 'personalData'
  | 'problematicLaw'
  | 'protection'
  | 'publicAuthorityExporter'
  | 'publicInterestInLaw'
  | 'publicRegister'
  | 'recipientProtectedByLaw'
  | 'reliedOn'
  | 'remoteAccess'
  | 'repetitive'
  | 'risksInformed'
  | 'roles'
  | 'sameEntity'
  | 'sccAnnexes'
  | 'sccBindsFrom'
  | 'sccModules'
  | 'sccModulesConfirmed'
  | 'sccSet'
  | 'singlingOutExcluded'
  | 'specialCategories'
  | 'splitAcrossJurisdictions'
  | 'strongEncryption'
  | 'subjectIncapable'
  | 'subjectsInformed'
  | 'suitableSafeguards'
  | 'systematicProviderUse'
  | 'tiaExists'
  | 'tiaOn'
  | 'tiaReviewBy'
  | 'toolAuthorised'
  | 'toolCommitments'
  | 'transitOnly'
  | 'ukAdequacyDecision'
  | 'ukAdequacyHasEnd'
  | 'ukAdequacyScope'
  | 'ukAdequacyUntil'
  | 'ukReliedOn'
  | 'undocumentedPartCount'
  | 'upstreamGrounds'
  | 'wholeRegister'
  | 'worldwide'
/**
 * A literal that fits the fact, or `{ fact: name }` for another fact of the same type.
 */
export type ProviderUseValue =
  | boolean
  | number
  | string
  | readonly (string | number)[]
  | {
      /**
       * The other fact.
       */
      readonly fact: ProviderUseFact
    }
/**
 * A fact of the subject, or `asOf`: the instant at which the check is made.
 */
export type ProviderUseFact =
  | 'accessOutsideEeaCount'
  | 'adoptedOn'
  | 'approvedContexts'
  | 'architectureRecorded'
  | 'asOf'
  | 'assessed'
  | 'assessedOn'
  | 'claimsNoTransfer'
  | 'clientPersonalData'
  | 'context'
  | 'contextRestricted'
  | 'contractedByClient'
  | 'contractedByFirm'
  | 'documented'
  | 'endpointScopeStated'
  | 'entityInEea'
  | 'firstSet'
  | 'limitPublished'
  | 'locationModel'
  | 'missingCriteriaCount'
  | 'needStated'
  | 'noticeDays'
  | 'noticedOn'
  | 'notified'
  | 'notifiedInWriting'
  | 'objectionsStated'
  | 'onFirmList'
  | 'personalData'
  | 'placesKnown'
  | 'placesOutsideEeaCount'
  | 'regionStated'
  | 'requestedByClient'
  | 'requiredCertificationsStated'
  | 'residencyClaimed'
  | 'reviewed'
  | 'reviewedOn'
  | 'securityVerified'
  | 'securityVerifiedOn'
  | 'serviceApproved'
  | 'unbindingSettingCount'
  | 'usedSince'
  | 'withinLimit'
  | 'withinRole'
/**
 * A literal that fits the fact, or `{ fact: name }` for another fact of the same type.
 */
export type ObjectionValue =
  | boolean
  | number
  | string
  | readonly (string | number)[]
  | {
      /**
       * The other fact.
       */
      readonly fact: ObjectionFact
    }
/**
 * A fact of the subject, or `asOf`: the instant at which the check is made.
 */
export type ObjectionFact =
  | 'answered'
  | 'answeredOn'
  | 'asOf'
  | 'clientPersonalData'
  | 'context'
  | 'contractedByClient'
  | 'dataProtectionGrounds'
  | 'firstSet'
  | 'madeOn'
  | 'personalData'
  | 'requestedByClient'
  | 'usedSince'
/**
 * A literal that fits the fact, or `{ fact: name }` for another fact of the same type.
 */
export type CertificationValue =
  | boolean
  | number
  | string
  | readonly (string | number)[]
  | {
      /**
       * The other fact.
       */
      readonly fact: CertificationFact
    }
/**
 * A fact of the subject, or `asOf`: the instant at which the check is made.
 */
export type CertificationFact =
  'asOf' | 'checkedOn' | 'claimedBy' | 'context' | 'evidenceKept' | 'hasEnd' | 'required' | 'validUntil'
/**
 * A literal that fits the fact, or `{ fact: name }` for another fact of the same type.
 */
export type ProcessingRelationshipValue =
  | boolean
  | number
  | string
  | readonly (string | number)[]
  | {
      /**
       * The other fact.
       */
      readonly fact: ProcessingRelationshipFact
    }
/**
 * A fact of the subject, or `asOf`: the instant at which the check is made.
 */
export type ProcessingRelationshipFact =
  | 'acceptanceRecorded'
  | 'acceptedOn'
  | 'agreementAboveExists'
  | 'agreementExists'
  | 'agreementSigned'
  | 'agreementSignedOn'
  | 'asOf'
  | 'breachInformation'
  | 'breachWindowAboveHours'
  | 'breachWindowHours'
  | 'breachWindowStart'
  | 'breachWindowStated'
  | 'breachWithoutUndueDelay'
  | 'context'
  | 'controllerIsCcpaBusiness'
  | 'controllerUnderGdpr'
  | 'copiesDeleted'
  | 'dataWithoutBasisCount'
  | 'deletionChoice'
  | 'depth'
  | 'equivalenceAssessed'
  | 'forController'
  | 'gdprApplies'
  | 'listAvailable'
  | 'missingCcpaTermCount'
  | 'parentRiskAssessed'
  | 'personalData'
  | 'placesOutsideEeaCount'
  | 'processingStarts'
  | 'processorInEea'
  | 'processorParentOutsideEea'
  | 'retention'
  | 'rightsCovered'
  | 'rightsTools'
  | 'statesAssistanceWithImpactAssessments'
  | 'statesAssistanceWithRights'
  | 'statesAssistanceWithSecurity'
  | 'statesAudits'
  | 'statesBreachNotice'
  | 'statesConfidentiality'
  | 'statesControllerDuties'
  | 'statesDataSubjects'
  | 'statesDataTypes'
  | 'statesDeletionOrReturn'
  | 'statesDocumentedInstructions'
  | 'statesDuration'
  | 'statesInformationOnCompliance'
  | 'statesInstructionsOnTransfers'
  | 'statesNature'
  | 'statesNoticeOfLegalRequirement'
  | 'statesPartOfServiceAgreement'
  | 'statesPurpose'
  | 'statesSecurity'
  | 'statesSubProcessorChanges'
  | 'statesSubProcessorList'
  | 'statesSubProcessorObligations'
  | 'statesSubjectMatter'
  | 'statesWarningOfUnlawfulInstructions'
  | 'subProcessing'
  | 'subProcessingAuthorised'
  | 'unnamedRegimeCount'
  | 'weakerTermCount'
/**
 * A literal that fits the fact, or `{ fact: name }` for another fact of the same type.
 */
export type CommitmentValue =
  | boolean
  | number
  | string
  | readonly (string | number)[]
  | {
      /**
       * The other fact.
       */
      readonly fact: CommitmentFact
    }
/**
 * A fact of the subject, or `asOf`: the instant at which the check is made.
 */
export type CommitmentFact =
  'agreed' | 'agreedOn' | 'asOf' | 'claimed' | 'commitmentKind' | 'context' | 'required' | 'starts'
/**
 * A literal that fits the fact, or `{ fact: name }` for another fact of the same type.
 */
export type OwnUseValue =
  | boolean
  | number
  | string
  | readonly (string | number)[]
  | {
      /**
       * The other fact.
       */
      readonly fact: OwnUseFact
    }
/**
 * A fact of the subject, or `asOf`: the instant at which the check is made.
 */
export type OwnUseFact =
  | 'arrangementExists'
  | 'asOf'
  | 'controllerTermsExist'
  | 'discloserUnderGdpr'
  | 'instructed'
  | 'legalBasisRecorded'
  | 'personalData'
  | 'role'
  | 'takesPlace'
/**
 * A literal that fits the fact, or `{ fact: name }` for another fact of the same type.
 */
export type AccountValue =
  | boolean
  | number
  | string
  | readonly (string | number)[]
  | {
      /**
       * The other fact.
       */
      readonly fact: AccountFact
    }
/**
 * A fact of the subject, or `asOf`: the instant at which the check is made.
 */
export type AccountFact =
  | 'administrative'
  | 'asOf'
  | 'context'
  | 'endToRevocation'
  | 'engagementEnds'
  | 'engagementHasEnd'
  | 'excessGrantCount'
  | 'hasOwner'
  | 'holderCount'
  | 'kind'
  | 'mfa'
  | 'mfaVerifiedOn'
  | 'revoked'
  | 'revokedOn'
  | 'underPromise'
/**
 * A literal that fits the fact, or `{ fact: name }` for another fact of the same type.
 */
export type PersonValue =
  | boolean
  | number
  | string
  | readonly (string | number)[]
  | {
      /**
       * The other fact.
       */
      readonly fact: PersonFact
    }
/**
 * A fact of the subject, or `asOf`: the instant at which the check is made.
 */
export type PersonFact = 'asOf' | 'boundToConfidentiality' | 'hasAccess' | 'personalData' | 'worksOutsideEea'
/**
 * A literal that fits the fact, or `{ fact: name }` for another fact of the same type.
 */
export type RecordValue =
  | boolean
  | number
  | string
  | readonly (string | number)[]
  | {
      /**
       * The other fact.
       */
      readonly fact: RecordFact
    }
/**
 * A fact of the subject, or `asOf`: the instant at which the check is made.
 */
export type RecordFact = 'asOf' | 'recordKind' | 'recordedOn'
/**
 * A literal that fits the fact, or `{ fact: name }` for another fact of the same type.
 */
export type ResourceValue =
  | boolean
  | number
  | string
  | readonly (string | number)[]
  | {
      /**
       * The other fact.
       */
      readonly fact: ResourceFact
    }
/**
 * A fact of the subject, or `asOf`: the instant at which the check is made.
 */
export type ResourceFact =
  | 'aiDeployment'
  | 'asOf'
  | 'belongs'
  | 'context'
  | 'copiesDeclared'
  | 'declaredTier'
  | 'dedicated'
  | 'encryptedAtRest'
  | 'encryptedInTransit'
  | 'encryptionClaimed'
  | 'exposed'
  | 'holdsProtectedData'
  | 'isLogin'
  | 'isolationClaimed'
  | 'keeps'
  | 'keyClaimedOutside'
  | 'keyManagedBy'
  | 'loginListed'
  | 'logsDeclared'
  | 'modelAsDeclared'
  | 'plannedDelivery'
  | 'providerDeclared'
  | 'regionDeclared'
  | 'regional'
  | 'saysCopies'
  | 'saysLogs'
  | 'saysModel'
  | 'saysScope'
  | 'saysTransport'
  | 'scopeAsDeclared'
  | 'servesPublic'
  | 'serviceAsDeclared'
  | 'serviceDeclared'
  | 'supporting'
  | 'transportClaimed'
  | 'typeKnown'
/**
 * A literal that fits the fact, or `{ fact: name }` for another fact of the same type.
 */
export type AnyValue =
  | boolean
  | number
  | string
  | readonly (string | number)[]
  | {
      /**
       * The other fact.
       */
      readonly fact: AnyFact
    }
/**
 * A fact of the subject, or `asOf`: the instant at which the check is made.
 */
export type AnyFact =
  | 'acceptanceRecorded'
  | 'acceptedOn'
  | 'acceptedWithContractingEntity'
  | 'accessOutsideEeaCount'
  | 'accountsStated'
  | 'activities'
  | 'additionalInformationWithExporterOnly'
  | 'adequacyDecision'
  | 'adequacyFrom'
  | 'adequacyHasEnd'
  | 'adequacyScope'
  | 'adequacyUntil'
  | 'administered'
  | 'administrative'
  | 'adoptedOn'
  | 'agreed'
  | 'agreedExpressly'
  | 'agreedIsolation'
  | 'agreedOn'
  | 'agreedTlsVersion'
  | 'agreementAboveExists'
  | 'agreementExists'
  | 'agreementSigned'
  | 'agreementSignedOn'
  | 'agreementsStated'
  | 'aiDeployment'
  | 'aiUsesStated'
  | 'answered'
  | 'answeredOn'
  | 'approvedContexts'
  | 'approvedTiers'
  | 'architectureRecorded'
  | 'arrangementExists'
  | 'article35Case'
  | 'artificialOriginDisclosed'
  | 'asOf'
  | 'assessed'
  | 'assessedOn'
  | 'assistiveOnly'
  | 'atRestBits'
  | 'auditRight'
  | 'auditorIs'
  | 'auditsStated'
  | 'authorisedByLaw'
  | 'authorityInformed'
  | 'bcrApprovedOn'
  | 'bcrNamesBoth'
  | 'bcrType'
  | 'belongs'
  | 'boundToConfidentiality'
  | 'boundary'
  | 'breachInformation'
  | 'breachWindowAboveHours'
  | 'breachWindowHours'
  | 'breachWindowStart'
  | 'breachWindowStated'
  | 'breachWithoutUndueDelay'
  | 'carriedEncrypted'
  | 'carriesPersonalData'
  | 'carriesUnheld'
  | 'channels'
  | 'checkedOn'
  | 'claimed'
  | 'claimedBy'
  | 'claimsNoPersonalData'
  | 'claimsNoTransfer'
  | 'clientConfidentialData'
  | 'clientData'
  | 'clientPersonalData'
  | 'clientPersonalDataBesideCommits'
  | 'cloudService'
  | 'combinesWithEuData'
  | 'commitmentKind'
  | 'commitmentsStated'
  | 'componentsStated'
  | 'conditionsAgreed'
  | 'conditionsDocument'
  | 'confidential'
  | 'confidentialData'
  | 'consentAsked'
  | 'consentQualities'
  | 'consentSince'
  | 'consentSpecific'
  | 'contentStated'
  | 'context'
  | 'contextRestricted'
  | 'contractedByClient'
  | 'contractedByFirm'
  | 'controlledBy'
  | 'controllerIsCcpaBusiness'
  | 'controllerTermsExist'
  | 'controllerUnderGdpr'
  | 'copiesDeclared'
  | 'copiesDeleted'
  | 'criterion1'
  | 'criterion2'
  | 'criterion3'
  | 'customDevelopment'
  | 'dataProtectionGrounds'
  | 'dataStated'
  | 'dataWithoutBasisCount'
  | 'declaredTier'
  | 'dedicated'
  | 'deepFakes'
  | 'deletionChoice'
  | 'delivery'
  | 'depth'
  | 'derogation'
  | 'derogationRecorded'
  | 'destinationInEea'
  | 'destinationInUk'
  | 'developmentControlsRecorded'
  | 'developmentControlsSignedOn'
  | 'discloserUnderGdpr'
  | 'documented'
  | 'documentedApart'
  | 'dpfCheckedOn'
  | 'dpfCovers'
  | 'dpfEntityMatches'
  | 'dpfFrameworks'
  | 'dpfRecertificationDue'
  | 'dpfStatus'
  | 'earlyEventCount'
  | 'editoriallyReviewed'
  | 'emotionOrBiometricCategorisation'
  | 'employmentData'
  | 'emptyPlanCount'
  | 'encryptedAtRest'
  | 'encryptedInTransit'
  | 'encryptionAtRest'
  | 'encryptionClaimed'
  | 'endToRevocation'
  | 'endpointScopeStated'
  | 'engagementEnds'
  | 'engagementHasEnd'
  | 'engagementPersonalData'
  | 'entityInEea'
  | 'equivalenceAssessed'
  | 'evidenceKept'
  | 'exceptionAgreed'
  | 'excessGrantCount'
  | 'explicitConsent'
  | 'exporterReach'
  | 'exporterRole'
  | 'exporterUnderUkGdpr'
  | 'exposed'
  | 'exposedPersonsInformed'
  | 'extent'
  | 'fallbacks'
  | 'firstSet'
  | 'firstTransferOn'
  | 'flowDescribed'
  | 'flowsStated'
  | 'forController'
  | 'gdprApplies'
  | 'gdprReach'
  | 'generatesContent'
  | 'hasAccess'
  | 'hasEnd'
  | 'hasOwner'
  | 'hasProvider'
  | 'hasReceiver'
  | 'held'
  | 'holderCount'
  | 'holdsProtectedData'
  | 'impactAssessment'
  | 'importerIdentified'
  | 'importerInEea'
  | 'importerKinds'
  | 'importerNeedsClearText'
  | 'importerReach'
  | 'importerRole'
  | 'inEea'
  | 'inInfrastructure'
  | 'independent'
  | 'inferencePlacesKnown'
  | 'informsPeople'
  | 'infrastructureComplete'
  | 'infrastructureGiven'
  | 'instructed'
  | 'instrumentInvalidSince'
  | 'instrumentInvalidated'
  | 'interactsWithPeople'
  | 'isLogin'
  | 'isTransfer'
  | 'isUkTransfer'
  | 'ismsReviewed'
  | 'ismsReviewedOn'
  | 'isolation'
  | 'isolationClaimed'
  | 'jointController'
  | 'keeps'
  | 'keyClaimedOutside'
  | 'keyManagedBy'
  | 'keysOutsideImporter'
  | 'kind'
  | 'legalBasisRecorded'
  | 'limitPublished'
  | 'limitedSubjects'
  | 'listAvailable'
  | 'loadedByContainer'
  | 'locationModel'
  | 'loginListed'
  | 'logsDeclared'
  | 'madeFromPersonalData'
  | 'madeOn'
  | 'mandatedByClient'
  | 'marksOutput'
  | 'means'
  | 'measures'
  | 'measuresDocumented'
  | 'measuresSignedOn'
  | 'measuresUncoveredCount'
  | 'mfa'
  | 'mfaVerifiedOn'
  | 'missingCcpaTermCount'
  | 'missingCriteriaCount'
  | 'missingFactorCount'
  | 'modelAsDeclared'
  | 'nationalList'
  | 'necessary'
  | 'needStated'
  | 'notOverridden'
  | 'noticeDays'
  | 'noticedOn'
  | 'notified'
  | 'notifiedInWriting'
  | 'objectionsStated'
  | 'obvious'
  | 'occasional'
  | 'occurs'
  | 'offenceReporting'
  | 'onFirmList'
  | 'onFirmWebsite'
  | 'onMarketSince'
  | 'onward'
  | 'onwardConditionsMet'
  | 'onwardContract'
  | 'operatedByFirm'
  | 'parentOutsideEea'
  | 'parentRiskAssessed'
  | 'partialPlanCount'
  | 'partiesStated'
  | 'patchesManaged'
  | 'personalData'
  | 'personalDataWithProcessor'
  | 'placesKnown'
  | 'placesOutsideEeaCount'
  | 'planned'
  | 'plannedDelivery'
  | 'plannedResourceCount'
  | 'problematicLaw'
  | 'processingStarts'
  | 'processorInEea'
  | 'processorParentOutsideEea'
  | 'protection'
  | 'providerApproved'
  | 'providerDeclared'
  | 'providersStated'
  | 'publicAuthorityExporter'
  | 'publicInterestInLaw'
  | 'publicInterestText'
  | 'publicRegister'
  | 'recipientIsAuditor'
  | 'recipientIsClient'
  | 'recipientProtectedByLaw'
  | 'recordKind'
  | 'recordedOn'
  | 'regionDeclared'
  | 'regionStated'
  | 'regional'
  | 'reliedOn'
  | 'remoteAccess'
  | 'remoteAccessStated'
  | 'repetitive'
  | 'requestedByClient'
  | 'required'
  | 'requiredCertificationsStated'
  | 'residencyClaimed'
  | 'retention'
  | 'reviewed'
  | 'reviewedOn'
  | 'revoked'
  | 'revokedOn'
  | 'rightsCovered'
  | 'rightsTools'
  | 'risksInformed'
  | 'role'
  | 'roles'
  | 'runsFrom'
  | 'safeguardsStated'
  | 'sameEntity'
  | 'saysCopies'
  | 'saysLogs'
  | 'saysModel'
  | 'saysScope'
  | 'saysTransport'
  | 'sccAnnexes'
  | 'sccBindsFrom'
  | 'sccModules'
  | 'sccModulesConfirmed'
  | 'sccSet'
  | 'scopeAsDeclared'
  | 'screeningReasoned'
  | 'securityVerified'
  | 'securityVerifiedOn'
  | 'servesPublic'
  | 'serviceApproved'
  | 'serviceAsDeclared'
  | 'serviceCategory'
  | 'serviceDeclared'
  | 'servicesStated'
  | 'sharedPoliciesStated'
  | 'shownNotPersonal'
  | 'shownNotPersonalOn'
  | 'singlingOutExcluded'
  | 'sourceRepository'
  | 'sourceStated'
  | 'sourcesFound'
  | 'specialCategories'
  | 'splitAcrossJurisdictions'
  | 'starts'
  | 'state'
  | 'statesAssistanceWithImpactAssessments'
  | 'statesAssistanceWithRights'
  | 'statesAssistanceWithSecurity'
  | 'statesAudits'
  | 'statesBreachNotice'
  | 'statesConfidentiality'
  | 'statesControllerDuties'
  | 'statesDataSubjects'
  | 'statesDataTypes'
  | 'statesDeletionOrReturn'
  | 'statesDocumentedInstructions'
  | 'statesDuration'
  | 'statesInformationOnCompliance'
  | 'statesInstructionsOnTransfers'
  | 'statesNature'
  | 'statesNoticeOfLegalRequirement'
  | 'statesPartOfServiceAgreement'
  | 'statesPurpose'
  | 'statesSecurity'
  | 'statesSubProcessorChanges'
  | 'statesSubProcessorList'
  | 'statesSubProcessorObligations'
  | 'statesSubjectMatter'
  | 'statesWarningOfUnlawfulInstructions'
  | 'stored'
  | 'strongEncryption'
  | 'subProcessing'
  | 'subProcessingAuthorised'
  | 'subjectIncapable'
  | 'subjectsInformed'
  | 'suitableSafeguards'
  | 'supporting'
  | 'systematicProviderUse'
  | 'tagsStated'
  | 'takesPlace'
  | 'termsAccepted'
  | 'termsAcceptedOn'
  | 'tiaExists'
  | 'tiaOn'
  | 'tiaReviewBy'
  | 'tier'
  | 'tierChoiceRecorded'
  | 'tlsVersion'
  | 'toolAuthorised'
  | 'toolCommitments'
  | 'training'
  | 'transferWithoutGround'
  | 'transit'
  | 'transitOnly'
  | 'transportClaimed'
  | 'typeKnown'
  | 'ukAdequacyDecision'
  | 'ukAdequacyHasEnd'
  | 'ukAdequacyScope'
  | 'ukAdequacyUntil'
  | 'ukReliedOn'
  | 'unbindingSettingCount'
  | 'uncoveredPlaceCount'
  | 'underPromise'
  | 'underUkGdpr'
  | 'undocumentedPartCount'
  | 'uninstructedCount'
  | 'unnamedRegimeCount'
  | 'upstreamGrounds'
  | 'usedSince'
  | 'validUntil'
  | 'vulnerabilitiesMonitored'
  | 'weakerTermCount'
  | 'weights'
  | 'wholeRegister'
  | 'withinLimit'
  | 'withinRole'
  | 'worksOutsideEea'
  | 'worldwide'
  | 'wp248CriteriaCount'

/**
 * A place in a document.
 */
export interface SourceReference {
  /**
   * The id of the document in the registry's list of sources.
   */
  readonly document: string
  /**
   * The article, clause, section or row, as the document numbers it.
   */
  readonly clause: string
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`.
 */
export interface EngagementRoot {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly EngagementCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly EngagementCondition[]
  /**
   * This does not hold.
   */
  readonly not?: EngagementCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`; or `fact`, `operator` and `value` together.
 */
export interface EngagementCondition {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly EngagementCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly EngagementCondition[]
  /**
   * This does not hold.
   */
  readonly not?: EngagementCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
  /**
   * What is looked at.
   */
  readonly fact?: EngagementFact
  /**
   * How it is compared.
   */
  readonly operator?: Operator
  /**
   * What it is compared with.
   */
  readonly value?: EngagementValue
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`.
 */
export interface PartyRoot {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly PartyCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly PartyCondition[]
  /**
   * This does not hold.
   */
  readonly not?: PartyCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`; or `fact`, `operator` and `value` together.
 */
export interface PartyCondition {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly PartyCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly PartyCondition[]
  /**
   * This does not hold.
   */
  readonly not?: PartyCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
  /**
   * What is looked at.
   */
  readonly fact?: PartyFact
  /**
   * How it is compared.
   */
  readonly operator?: Operator
  /**
   * What it is compared with.
   */
  readonly value?: PartyValue
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`.
 */
export interface DataAssetRoot {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly DataAssetCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly DataAssetCondition[]
  /**
   * This does not hold.
   */
  readonly not?: DataAssetCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`; or `fact`, `operator` and `value` together.
 */
export interface DataAssetCondition {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly DataAssetCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly DataAssetCondition[]
  /**
   * This does not hold.
   */
  readonly not?: DataAssetCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
  /**
   * What is looked at.
   */
  readonly fact?: DataAssetFact
  /**
   * How it is compared.
   */
  readonly operator?: Operator
  /**
   * What it is compared with.
   */
  readonly value?: DataAssetValue
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`.
 */
export interface ComponentRoot {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly ComponentCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly ComponentCondition[]
  /**
   * This does not hold.
   */
  readonly not?: ComponentCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`; or `fact`, `operator` and `value` together.
 */
export interface ComponentCondition {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly ComponentCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly ComponentCondition[]
  /**
   * This does not hold.
   */
  readonly not?: ComponentCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
  /**
   * What is looked at.
   */
  readonly fact?: ComponentFact
  /**
   * How it is compared.
   */
  readonly operator?: Operator
  /**
   * What it is compared with.
   */
  readonly value?: ComponentValue
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`.
 */
export interface AiUseRoot {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly AiUseCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly AiUseCondition[]
  /**
   * This does not hold.
   */
  readonly not?: AiUseCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`; or `fact`, `operator` and `value` together.
 */
export interface AiUseCondition {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly AiUseCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly AiUseCondition[]
  /**
   * This does not hold.
   */
  readonly not?: AiUseCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
  /**
   * What is looked at.
   */
  readonly fact?: AiUseFact
  /**
   * How it is compared.
   */
  readonly operator?: Operator
  /**
   * What it is compared with.
   */
  readonly value?: AiUseValue
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`.
 */
export interface TagRoot {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly TagCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly TagCondition[]
  /**
   * This does not hold.
   */
  readonly not?: TagCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`; or `fact`, `operator` and `value` together.
 */
export interface TagCondition {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly TagCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly TagCondition[]
  /**
   * This does not hold.
   */
  readonly not?: TagCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
  /**
   * What is looked at.
   */
  readonly fact?: TagFact
  /**
   * How it is compared.
   */
  readonly operator?: Operator
  /**
   * What it is compared with.
   */
  readonly value?: TagValue
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`.
 */
export interface AuditRoot {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly AuditCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly AuditCondition[]
  /**
   * This does not hold.
   */
  readonly not?: AuditCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`; or `fact`, `operator` and `value` together.
 */
export interface AuditCondition {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly AuditCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly AuditCondition[]
  /**
   * This does not hold.
   */
  readonly not?: AuditCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
  /**
   * What is looked at.
   */
  readonly fact?: AuditFact
  /**
   * How it is compared.
   */
  readonly operator?: Operator
  /**
   * What it is compared with.
   */
  readonly value?: AuditValue
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`.
 */
export interface SharedPolicyRoot {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly SharedPolicyCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly SharedPolicyCondition[]
  /**
   * This does not hold.
   */
  readonly not?: SharedPolicyCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`; or `fact`, `operator` and `value` together.
 */
export interface SharedPolicyCondition {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly SharedPolicyCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly SharedPolicyCondition[]
  /**
   * This does not hold.
   */
  readonly not?: SharedPolicyCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
  /**
   * What is looked at.
   */
  readonly fact?: SharedPolicyFact
  /**
   * How it is compared.
   */
  readonly operator?: Operator
  /**
   * What it is compared with.
   */
  readonly value?: SharedPolicyValue
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`.
 */
export interface FlowRoot {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly FlowCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly FlowCondition[]
  /**
   * This does not hold.
   */
  readonly not?: FlowCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`; or `fact`, `operator` and `value` together.
 */
export interface FlowCondition {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly FlowCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly FlowCondition[]
  /**
   * This does not hold.
   */
  readonly not?: FlowCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
  /**
   * What is looked at.
   */
  readonly fact?: FlowFact
  /**
   * How it is compared.
   */
  readonly operator?: Operator
  /**
   * What it is compared with.
   */
  readonly value?: FlowValue
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`.
 */
export interface DisclosureRoot {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly DisclosureCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly DisclosureCondition[]
  /**
   * This does not hold.
   */
  readonly not?: DisclosureCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`; or `fact`, `operator` and `value` together.
 */
export interface DisclosureCondition {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly DisclosureCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly DisclosureCondition[]
  /**
   * This does not hold.
   */
  readonly not?: DisclosureCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
  /**
   * What is looked at.
   */
  readonly fact?: DisclosureFact
  /**
   * How it is compared.
   */
  readonly operator?: Operator
  /**
   * What it is compared with.
   */
  readonly value?: DisclosureValue
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`.
 */
export interface ProviderUseRoot {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly ProviderUseCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly ProviderUseCondition[]
  /**
   * This does not hold.
   */
  readonly not?: ProviderUseCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`; or `fact`, `operator` and `value` together.
 */
export interface ProviderUseCondition {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly ProviderUseCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly ProviderUseCondition[]
  /**
   * This does not hold.
   */
  readonly not?: ProviderUseCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
  /**
   * What is looked at.
   */
  readonly fact?: ProviderUseFact
  /**
   * How it is compared.
   */
  readonly operator?: Operator
  /**
   * What it is compared with.
   */
  readonly value?: ProviderUseValue
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`.
 */
export interface ObjectionRoot {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly ObjectionCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly ObjectionCondition[]
  /**
   * This does not hold.
   */
  readonly not?: ObjectionCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`; or `fact`, `operator` and `value` together.
 */
export interface ObjectionCondition {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly ObjectionCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly ObjectionCondition[]
  /**
   * This does not hold.
   */
  readonly not?: ObjectionCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
  /**
   * What is looked at.
   */
  readonly fact?: ObjectionFact
  /**
   * How it is compared.
   */
  readonly operator?: Operator
  /**
   * What it is compared with.
   */
  readonly value?: ObjectionValue
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`.
 */
export interface CertificationRoot {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly CertificationCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly CertificationCondition[]
  /**
   * This does not hold.
   */
  readonly not?: CertificationCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`; or `fact`, `operator` and `value` together.
 */
export interface CertificationCondition {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly CertificationCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly CertificationCondition[]
  /**
   * This does not hold.
   */
  readonly not?: CertificationCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
  /**
   * What is looked at.
   */
  readonly fact?: CertificationFact
  /**
   * How it is compared.
   */
  readonly operator?: Operator
  /**
   * What it is compared with.
   */
  readonly value?: CertificationValue
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`.
 */
export interface ProcessingRelationshipRoot {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly ProcessingRelationshipCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly ProcessingRelationshipCondition[]
  /**
   * This does not hold.
   */
  readonly not?: ProcessingRelationshipCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`; or `fact`, `operator` and `value` together.
 */
export interface ProcessingRelationshipCondition {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly ProcessingRelationshipCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly ProcessingRelationshipCondition[]
  /**
   * This does not hold.
   */
  readonly not?: ProcessingRelationshipCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
  /**
   * What is looked at.
   */
  readonly fact?: ProcessingRelationshipFact
  /**
   * How it is compared.
   */
  readonly operator?: Operator
  /**
   * What it is compared with.
   */
  readonly value?: ProcessingRelationshipValue
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`.
 */
export interface CommitmentRoot {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly CommitmentCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly CommitmentCondition[]
  /**
   * This does not hold.
   */
  readonly not?: CommitmentCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`; or `fact`, `operator` and `value` together.
 */
export interface CommitmentCondition {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly CommitmentCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly CommitmentCondition[]
  /**
   * This does not hold.
   */
  readonly not?: CommitmentCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
  /**
   * What is looked at.
   */
  readonly fact?: CommitmentFact
  /**
   * How it is compared.
   */
  readonly operator?: Operator
  /**
   * What it is compared with.
   */
  readonly value?: CommitmentValue
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`.
 */
export interface OwnUseRoot {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly OwnUseCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly OwnUseCondition[]
  /**
   * This does not hold.
   */
  readonly not?: OwnUseCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`; or `fact`, `operator` and `value` together.
 */
export interface OwnUseCondition {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly OwnUseCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly OwnUseCondition[]
  /**
   * This does not hold.
   */
  readonly not?: OwnUseCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
  /**
   * What is looked at.
   */
  readonly fact?: OwnUseFact
  /**
   * How it is compared.
   */
  readonly operator?: Operator
  /**
   * What it is compared with.
   */
  readonly value?: OwnUseValue
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`.
 */
export interface AccountRoot {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly AccountCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly AccountCondition[]
  /**
   * This does not hold.
   */
  readonly not?: AccountCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`; or `fact`, `operator` and `value` together.
 */
export interface AccountCondition {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly AccountCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly AccountCondition[]
  /**
   * This does not hold.
   */
  readonly not?: AccountCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
  /**
   * What is looked at.
   */
  readonly fact?: AccountFact
  /**
   * How it is compared.
   */
  readonly operator?: Operator
  /**
   * What it is compared with.
   */
  readonly value?: AccountValue
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`.
 */
export interface PersonRoot {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly PersonCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly PersonCondition[]
  /**
   * This does not hold.
   */
  readonly not?: PersonCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`; or `fact`, `operator` and `value` together.
 */
export interface PersonCondition {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly PersonCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly PersonCondition[]
  /**
   * This does not hold.
   */
  readonly not?: PersonCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
  /**
   * What is looked at.
   */
  readonly fact?: PersonFact
  /**
   * How it is compared.
   */
  readonly operator?: Operator
  /**
   * What it is compared with.
   */
  readonly value?: PersonValue
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`.
 */
export interface RecordRoot {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly RecordCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly RecordCondition[]
  /**
   * This does not hold.
   */
  readonly not?: RecordCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`; or `fact`, `operator` and `value` together.
 */
export interface RecordCondition {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly RecordCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly RecordCondition[]
  /**
   * This does not hold.
   */
  readonly not?: RecordCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
  /**
   * What is looked at.
   */
  readonly fact?: RecordFact
  /**
   * How it is compared.
   */
  readonly operator?: Operator
  /**
   * What it is compared with.
   */
  readonly value?: RecordValue
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`.
 */
export interface ResourceRoot {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly ResourceCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly ResourceCondition[]
  /**
   * This does not hold.
   */
  readonly not?: ResourceCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`; or `fact`, `operator` and `value` together.
 */
export interface ResourceCondition {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly ResourceCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly ResourceCondition[]
  /**
   * This does not hold.
   */
  readonly not?: ResourceCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
  /**
   * What is looked at.
   */
  readonly fact?: ResourceFact
  /**
   * How it is compared.
   */
  readonly operator?: Operator
  /**
   * What it is compared with.
   */
  readonly value?: ResourceValue
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`.
 */
export interface AnyRoot {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly AnyCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly AnyCondition[]
  /**
   * This does not hold.
   */
  readonly not?: AnyCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
}
/**
 * Exactly one of `all`, `any`, `not`, `condition`; or `fact`, `operator` and `value` together.
 */
export interface AnyCondition {
  /**
   * Every one of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly AnyCondition[]
  /**
   * At least one of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly AnyCondition[]
  /**
   * This does not hold.
   */
  readonly not?: AnyCondition
  /**
   * A condition that the pack's `pack.yaml` names.
   */
  readonly condition?: string
  /**
   * What is looked at.
   */
  readonly fact?: AnyFact
  /**
   * How it is compared.
   */
  readonly operator?: Operator
  /**
   * What it is compared with.
   */
  readonly value?: AnyValue
}
