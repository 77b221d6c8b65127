// Every shipped rule as a function of its own. Written by `BENCH_WRITE_BASELINE=1 npm run bench -- verdicts`.
export function rules({ before, after, withinLast, longerAgoThan, atMost, now }) {
  const promised1 = (f) => f.underPromise === true && f.context !== 'vendor-use'
  const administrativeLogin0 = (f) => promised1(f) && f.kind === 'interactive' && f.administrative === true
  const insideGracePeriod2 = (f) => f.engagementHasEnd === false || !longerAgoThan(f.engagementEnds, 'PT24H')
  const article50Applies3 = () => !before(now, '2026-08-02T00:00:00Z')
  const externalProvider4 = (f) => f.cloudService === true && f.context !== 'vendor-use'
  const markingApplies5 = (f) =>
    article50Applies3(f) && (!before(f.onMarketSince, '2026-08-02T00:00:00Z') || !before(now, '2026-12-02T00:00:00Z'))
  const personalDataUnderGdpr6 = (f) => f.controllerUnderGdpr === true && f.personalData === true
  const highRiskLikely7 = (f) => f.article35Case === true || f.nationalList === true || f.wp248CriteriaCount >= 2
  const insideFirmPerimeter8 = (f) =>
    f.weights === 'open' && f.delivery === 'self-hosted' && f.controlledBy === 'firm' && f.boundary === 'firm-perimeter'
  const exemptFromInforming9 = (f) => f.authorisedByLaw === true && f.offenceReporting === false
  const tier2InClientSystem10 = (f) => f.context === 'client-system' && f.tier === '2'
  const tier1AsDeployed11 = (f) => f.tier === '1' && f.delivery === 'external-api'
  const tier2AsDeployed12 = (f) =>
    f.tier === '2' && f.delivery === 'cloud-hosted' && f.boundary === 'client-enterprise-cloud'
  const tier3AsDeployed13 = (f) =>
    f.tier === '3' &&
    f.weights === 'open' &&
    f.delivery === 'self-hosted' &&
    f.controlledBy === 'client' &&
    (f.boundary === 'client-premises' || f.boundary === 'sovereign-cloud' || f.boundary === 'client-enterprise-cloud')
  const measuresOrTracks14 = (f) =>
    f.kind === 'analytics' ||
    f.kind === 'tag-container' ||
    f.kind === 'tracking' ||
    f.kind === 'marketing' ||
    f.serviceCategory === 'analytics' ||
    f.serviceCategory === 'tag-management'
  const promised15 = (f) => measuresOrTracks14(f) && f.context !== 'vendor-use'
  const consentCounts16 = (f) =>
    f.consentQualities?.includes('affirmative-act') &&
    f.consentQualities?.includes('informed') &&
    f.consentQualities?.includes('specific') &&
    f.consentQualities?.includes('refusable') &&
    f.consentQualities?.includes('withdrawable') &&
    f.consentQualities?.includes('recorded')
  const containerInClientSystem17 = (f) =>
    (f.kind === 'tag-container' || f.serviceCategory === 'tag-management') && f.context === 'client-system'
  const inClientSystem18 = (f) => measuresOrTracks14(f) && f.context === 'client-system'
  const acceptedInstead19 = (f) => f.kind === 'trust-center-acceptance'
  const fullPolicyShared20 = (f) => f.extent === 'full' && f.context !== 'vendor-use'
  const formalReview21 = (f) => f.kind === 'formal-review' && f.context !== 'vendor-use'
  const processing25 = (f) => f.personalData === true && f.gdprApplies === true
  const underAgreement24 = (f) => processing25(f) && f.agreementExists === true
  const controllersAgreement23 = (f) => underAgreement24(f) && f.forController === true
  const acceptedAgreement22 = (f) => controllersAgreement23(f) && f.acceptanceRecorded === true
  const signedAgreement26 = (f) => underAgreement24(f) && f.agreementSigned === true
  const breachesNotified27 = (f) => controllersAgreement23(f) && f.statesBreachNotice === true
  const deletionAgreed28 = (f) => controllersAgreement23(f) && f.statesDeletionOrReturn === true
  const keptByProcessor29 = (f) => f.personalDataWithProcessor === true && f.stored === true
  const overWireWithProcessor30 = (f) =>
    f.personalDataWithProcessor === true &&
    f.means !== 'physical' &&
    f.transit !== 'in-process' &&
    f.transit !== 'loopback'
  const latestTls31 = (f) => f.tlsVersion >= 1.3
  const controllersData32 = (f) => f.personalData === true && f.forController === true && f.controllerUnderGdpr === true
  const ownUse33 = (f) => f.takesPlace === true && f.personalData === true && f.discloserUnderGdpr === true
  const subProcessor34 = (f) => processing25(f) && f.subProcessing === true
  const subProcessorAuthorised36 = (f) => subProcessor34(f) && f.agreementAboveExists === true
  const subProcessorAgreement35 = (f) => subProcessorAuthorised36(f) && f.agreementExists === true
  const firmsOwnPromise38 = (f) => f.context !== 'vendor-use'
  const commitmentCounts37 = (f) => firmsOwnPromise38(f) && (f.required === true || f.claimed === true)
  const managedByFirm39 = (f) => firmsOwnPromise38(f) && f.operatedByFirm === true
  const ownWork40 = (f) => f.context !== 'vendor-use'
  const evidenceInDate41 = (f) =>
    (f.hasEnd === true && !before(f.validUntil, now)) || (f.hasEnd === false && withinLast(f.checkedOn, 'P1Y'))
  const processesForClient43 = (f) =>
    ownWork40(f) && f.personalData === true && (f.context === 'client-system' || f.clientPersonalData === true)
  const changeToAnnounce42 = (f) =>
    processesForClient43(f) && f.contractedByClient === false && f.requestedByClient === false && f.firstSet === false
  const onClientInstruction44 = (f) => f.requestedByClient === true && f.architectureRecorded === true
  const usedAsListed45 = (f) =>
    f.serviceApproved === true &&
    f.withinRole === true &&
    (f.contextRestricted === false || f.approvedContexts?.includes(f.context)) &&
    (f.limitPublished === false || f.withinLimit === true)
  const adequacyInForce46 = (f) =>
    f.adequacyDecision === true &&
    !after(f.adequacyFrom, now) &&
    (f.adequacyHasEnd === false || !before(f.adequacyUntil, now))
  const transfer47 = (f) => f.occurs === true && f.personalData === true && f.isTransfer === true
  const dpfEntityListed50 = (f) => f.dpfEntityMatches === true && f.dpfStatus === 'active'
  const dpfCoversData51 = (f) =>
    (f.employmentData === true && f.dpfCovers?.includes('hr')) ||
    (f.employmentData === false && f.dpfCovers?.includes('non-hr'))
  const dpfEvidenceCurrent52 = (f) => withinLast(f.dpfCheckedOn, 'P1Y') && !before(f.dpfRecertificationDue, now)
  const dpfListingFits49 = (f) =>
    dpfEntityListed50(f) && f.dpfFrameworks?.includes('eu-us') && dpfCoversData51(f) && dpfEvidenceCurrent52(f)
  const adequacyInScope48 = (f) =>
    f.adequacyScope === 'all' ||
    (f.adequacyScope === 'automated-transfer' && f.means === 'electronic') ||
    (f.adequacyScope === 'listed-participants' && dpfListingFits49(f)) ||
    (!f.importerKinds?.includes('excluded-by-decision') &&
      ((f.adequacyScope === 'pipeda-commercial-organisation' &&
        f.importerKinds?.includes('pipeda-commercial-organisation') &&
        f.employmentData === false) ||
        (f.adequacyScope === 'appi-business-operator' && f.importerKinds?.includes('appi-business-operator')) ||
        (f.adequacyScope === 'pipa-controller' && f.importerKinds?.includes('pipa-controller')) ||
        (f.adequacyScope === 'lgpd-controller' && f.importerKinds?.includes('lgpd-controller')) ||
        (f.adequacyScope === 'faroese-act-controller' && f.importerKinds?.includes('faroese-act-controller')) ||
        (f.adequacyScope === 'european-patent-organisation' &&
          f.importerKinds?.includes('european-patent-organisation'))))
  const bcrFit53 = (f) =>
    f.bcrNamesBoth === true &&
    !after(f.bcrApprovedOn, now) &&
    ((f.bcrType === 'controller' &&
      (f.roles === 'controller-to-controller' || f.roles === 'controller-to-processor')) ||
      (f.bcrType === 'processor' && f.roles === 'processor-to-sub-processor'))
  const adequacyCounts55 = (f) => f.reliedOn === 'adequacy' && adequacyInForce46(f) && adequacyInScope48(f)
  const instrumentStands57 = (f) => f.instrumentInvalidated === false || after(f.instrumentInvalidSince, now)
  const dpfCounts56 = (f) => f.reliedOn === 'dpf' && instrumentStands57(f) && dpfListingFits49(f)
  const sccBindsInTime59 = (f) => !after(f.sccBindsFrom, f.firstTransferOn)
  const sccModulesFitRoles60 = (f) =>
    (f.roles === 'controller-to-controller' && f.sccModules?.includes('1')) ||
    (f.roles === 'controller-to-processor' && f.sccModules?.includes('2')) ||
    (f.roles === 'processor-to-sub-processor' && f.sccModules?.includes('3')) ||
    (f.roles === 'processor-to-own-controller' && f.sccModules?.includes('4')) ||
    (f.roles === 'other' && f.sccModulesConfirmed === true)
  const sccCounts58 = (f) =>
    f.reliedOn === 'scc' &&
    instrumentStands57(f) &&
    f.sccSet === '2021-914' &&
    f.sccAnnexes === 'complete' &&
    sccBindsInTime59(f) &&
    sccModulesFitRoles60(f)
  const bcrCounts61 = (f) => f.reliedOn === 'bcr' && bcrFit53(f)
  const reliesOnOtherTool63 = (f) =>
    f.reliedOn === 'code-of-conduct' ||
    f.reliedOn === 'certification-mechanism' ||
    f.reliedOn === 'ad-hoc-clauses' ||
    f.reliedOn === 'administrative-arrangement' ||
    f.reliedOn === 'public-body-instrument'
  const otherToolFits64 = (f) =>
    f.toolCommitments === true &&
    (f.reliedOn === 'public-body-instrument' || f.toolAuthorised === true) &&
    (f.reliedOn === 'code-of-conduct' ||
      f.reliedOn === 'certification-mechanism' ||
      f.reliedOn === 'ad-hoc-clauses' ||
      f.importerKinds?.includes('public-body'))
  const otherToolCounts62 = (f) => reliesOnOtherTool63(f) && otherToolFits64(f)
  const openToExporter67 = (f) =>
    f.derogation === 'd' ||
    f.derogation === 'e' ||
    f.derogation === 'f' ||
    f.derogation === 'g' ||
    f.publicAuthorityExporter === false
  const consentInformed68 = (f) => f.explicitConsent === true && f.consentSpecific === true && f.risksInformed === true
  const occasionalAndNecessary69 = (f) => f.occasional === true && f.necessary === true
  const publicInterest70 = (f) => f.publicInterestInLaw === true && f.necessary === true
  const vitalInterests71 = (f) => f.subjectIncapable === true && f.necessary === true
  const registerExtract72 = (f) => f.publicRegister === true && f.wholeRegister === false
  const compellingInterests73 = (f) =>
    f.necessary === true &&
    f.repetitive === false &&
    f.limitedSubjects === true &&
    f.notOverridden === true &&
    f.suitableSafeguards === true &&
    f.authorityInformed === true &&
    f.subjectsInformed === true
  const derogationConditionsMet66 = (f) =>
    openToExporter67(f) &&
    ((f.derogation === 'a' && consentInformed68(f)) ||
      ((f.derogation === 'b' || f.derogation === 'c' || f.derogation === 'e') && occasionalAndNecessary69(f)) ||
      (f.derogation === 'd' && publicInterest70(f)) ||
      (f.derogation === 'f' && vitalInterests71(f)) ||
      (f.derogation === 'g' && registerExtract72(f)) ||
      (f.derogation === 'compelling' && compellingInterests73(f)))
  const derogationCounts65 = (f) =>
    f.reliedOn === 'derogation' && f.derogationRecorded === true && derogationConditionsMet66(f)
  const groundCounts54 = (f) =>
    adequacyCounts55(f) ||
    dpfCounts56(f) ||
    sccCounts58(f) ||
    bcrCounts61(f) ||
    otherToolCounts62(f) ||
    derogationCounts65(f)
  const reliesOnArticle4675 = (f) => f.reliedOn === 'scc' || f.reliedOn === 'bcr' || reliesOnOtherTool63(f)
  const moduleFourAlone76 = (f) =>
    f.reliedOn === 'scc' &&
    f.roles === 'processor-to-own-controller' &&
    f.sccModules?.includes('4') &&
    f.combinesWithEuData === false
  const assessmentNeeded74 = (f) => transfer47(f) && reliesOnArticle4675(f) && !moduleFourAlone76(f)
  const reliesOnDerogation77 = (f) => transfer47(f) && f.reliedOn === 'derogation'
  const reliesOnDpfListing78 = (f) =>
    f.reliedOn === 'dpf' ||
    (f.reliedOn === 'adequacy' && f.adequacyDecision === true && f.adequacyScope === 'listed-participants')
  const encryptedStorage80 = (f) =>
    f.measures?.includes('uc1') &&
    f.protection === 'encrypted' &&
    f.importerNeedsClearText === false &&
    f.keysOutsideImporter === true &&
    f.strongEncryption === true
  const pseudonymisedData81 = (f) =>
    f.measures?.includes('uc2') &&
    f.protection === 'pseudonymised' &&
    f.additionalInformationWithExporterOnly === true &&
    f.singlingOutExcluded === true
  const encryptedTransit82 = (f) => f.measures?.includes('uc3') && f.transitOnly === true && f.strongEncryption === true
  const protectedRecipient83 = (f) =>
    f.measures?.includes('uc4') && f.recipientProtectedByLaw === true && f.strongEncryption === true
  const splitProcessing84 = (f) =>
    f.measures?.includes('uc5') && f.splitAcrossJurisdictions === true && f.singlingOutExcluded === true
  const measureFitsFacts79 = (f) =>
    encryptedStorage80(f) ||
    pseudonymisedData81(f) ||
    encryptedTransit82(f) ||
    protectedRecipient83(f) ||
    splitProcessing84(f)
  const onwardLeg85 = (f) =>
    f.occurs === true &&
    f.personalData === true &&
    f.onward === true &&
    f.criterion2 === true &&
    (f.importerInEea === false || f.destinationInEea === false)
  const restrictedTransfer86 = (f) =>
    f.occurs === true && f.personalData === true && (f.isTransfer === true || f.isUkTransfer === true)
  const ukAddendumInPlace87 = (f) =>
    f.sccSet === '2021-914' && f.sccAnnexes === 'complete' && sccBindsInTime59(f) && sccModulesFitRoles60(f)
  const ukTransfer88 = (f) => f.occurs === true && f.personalData === true && f.isUkTransfer === true
  const ukAdequacyInForce89 = (f) =>
    f.ukAdequacyDecision === true &&
    f.ukAdequacyScope === 'all' &&
    (f.ukAdequacyHasEnd === false || !before(f.ukAdequacyUntil, now))
  const ukAgreementInPlace90 = (f) => f.toolCommitments === true && sccBindsInTime59(f)
  const ukExtensionFits91 = (f) =>
    dpfEntityListed50(f) && f.dpfFrameworks?.includes('uk-extension') && dpfCoversData51(f) && dpfEvidenceCurrent52(f)
  const ukAdequacyCounts93 = (f) => f.ukReliedOn === 'uk-adequacy' && ukAdequacyInForce89(f)
  const ukExtensionCounts94 = (f) => f.ukReliedOn === 'uk-extension' && ukExtensionFits91(f)
  const ukAgreementCounts95 = (f) => f.ukReliedOn === 'idta' && ukAgreementInPlace90(f)
  const ukAddendumCounts96 = (f) => f.ukReliedOn === 'uk-addendum' && ukAddendumInPlace87(f)
  const ukBcrCounts97 = (f) => f.ukReliedOn === 'uk-bcr' && bcrFit53(f)
  const ukDerogationCounts98 = (f) =>
    f.ukReliedOn === 'uk-derogation' && f.derogationRecorded === true && derogationConditionsMet66(f)
  const ukGroundCounts92 = (f) =>
    ukAdequacyCounts93(f) ||
    ukExtensionCounts94(f) ||
    ukAgreementCounts95(f) ||
    ukAddendumCounts96(f) ||
    ukBcrCounts97(f) ||
    ukDerogationCounts98(f)
  return {
    'access/administrators-use-second-factor': (f) => (!administrativeLogin0(f) ? 3 : f.mfa !== 'none' ? 0 : 1),
    'access/inputs-stated': (f) => (!(f.context !== 'vendor-use') ? 3 : f.accountsStated === true ? 0 : 1),
    'access/least-privilege': (f) => (!promised1(f) ? 3 : f.excessGrantCount === 0 ? 0 : 1),
    'access/no-credential-outlives-engagement': (f) =>
      !promised1(f) ? 3 : (f.revoked === true && !after(f.revokedOn, now)) || insideGracePeriod2(f) ? 0 : 1,
    'access/one-person-per-credential': (f) =>
      !(promised1(f) && f.kind === 'interactive') ? 3 : f.holderCount === 1 ? 0 : 1,
    'access/operated-component-is-administered': (f) =>
      !(f.operatedByFirm === true && f.context !== 'vendor-use') ? 3 : f.administered === true ? 0 : 1,
    'access/revoked-in-time': (f) =>
      !promised1(f) ? 3 : (f.revoked === true && atMost(f.endToRevocation, 'PT24H')) || insideGracePeriod2(f) ? 0 : 1,
    'access/second-factor-verified': (f) =>
      !(administrativeLogin0(f) && f.mfa !== 'none') ? 3 : withinLast(f.mfaVerifiedOn, 'P1Y') ? 0 : 1,
    'access/service-account-has-owner': (f) =>
      !(promised1(f) && f.kind === 'service') ? 3 : f.hasOwner === true ? 0 : 1,
    'ai-tiers/deep-fakes-disclosed': (f) =>
      !(article50Applies3(f) && f.deepFakes === true && f.authorisedByLaw === false)
        ? 3
        : f.artificialOriginDisclosed === true
          ? 0
          : 1,
    'ai-tiers/external-provider-agreed': (f) => (!externalProvider4(f) ? 3 : f.agreedExpressly === true ? 0 : 1),
    'ai-tiers/external-provider-documented': (f) =>
      !externalProvider4(f) ? 3 : f.documented === true && f.undocumentedPartCount === 0 ? 0 : 1,
    'ai-tiers/generated-output-marked': (f) =>
      !(markingApplies5(f) && f.generatesContent === true && f.assistiveOnly === false && f.authorisedByLaw === false)
        ? 3
        : f.marksOutput === true
          ? 0
          : 1,
    'ai-tiers/impact-assessed': (f) =>
      !(personalDataUnderGdpr6(f) && highRiskLikely7(f))
        ? 3
        : f.impactAssessment === 'done' || (f.impactAssessment === 'screening' && f.screeningReasoned === true)
          ? 0
          : 1,
    'ai-tiers/inputs-stated': (f) =>
      f.dataStated === true && f.componentsStated === true && f.flowsStated === true && f.aiUsesStated === true ? 0 : 1,
    'ai-tiers/internal-ai-runs-locally': (f) =>
      !(f.context === 'internal-operations' && (f.personalData === true || f.clientConfidentialData === true))
        ? 3
        : f.exceptionAgreed === true || insideFirmPerimeter8(f)
          ? 0
          : 1,
    'ai-tiers/no-client-confidential-data-in-cloud': (f) =>
      !(f.context === 'internal-operations')
        ? 3
        : f.cloudService === false || f.clientConfidentialData === false
          ? 0
          : 1,
    'ai-tiers/no-client-personal-data-in-cloud': (f) =>
      !(f.context === 'internal-operations' && f.engagementPersonalData === true)
        ? 3
        : f.cloudService === false || f.clientPersonalData === false
          ? 0
          : 1,
    'ai-tiers/no-training-on-sent-data': (f) =>
      !(f.personalData === true || f.confidentialData === true)
        ? 3
        : f.training === 'none' || f.training === 'instructed'
          ? 0
          : 1,
    'ai-tiers/people-told-of-ai': (f) =>
      !(article50Applies3(f) && f.interactsWithPeople === true && f.obvious === false && !exemptFromInforming9(f))
        ? 3
        : f.informsPeople === true
          ? 0
          : 1,
    'ai-tiers/people-told-of-emotion-recognition': (f) =>
      !(article50Applies3(f) && f.emotionOrBiometricCategorisation === true && f.authorisedByLaw === false)
        ? 3
        : f.exposedPersonsInformed === true
          ? 0
          : 1,
    'ai-tiers/promised-records-are-made': (f) =>
      !(f.recordKind === 'release' || f.recordKind === 'tier-choice') ? 3 : !after(f.recordedOn, now) ? 0 : 1,
    'ai-tiers/public-interest-text-disclosed': (f) =>
      !(
        article50Applies3(f) &&
        f.publicInterestText === true &&
        f.editoriallyReviewed === false &&
        f.authorisedByLaw === false
      )
        ? 3
        : f.artificialOriginDisclosed === true
          ? 0
          : 1,
    'ai-tiers/records-are-made': (f) =>
      !(f.recordKind === 'anonymisation-assessment' || f.recordKind === 'impact-assessment')
        ? 3
        : !after(f.recordedOn, now)
          ? 0
          : 1,
    'ai-tiers/screening-is-enough': (f) =>
      !(personalDataUnderGdpr6(f) && f.impactAssessment === 'screening')
        ? 3
        : f.article35Case === false && f.nationalList === false
          ? 0
          : 1,
    'ai-tiers/service-registered-for-tier': (f) =>
      !(f.context === 'client-system' && (f.tier === '1' || f.tier === '2'))
        ? 3
        : f.providerApproved === true && f.approvedTiers?.includes(f.tier)
          ? 0
          : 1,
    'ai-tiers/tier-2-inference-places-covered': (f) =>
      !tier2InClientSystem10(f) ? 3 : f.inferencePlacesKnown === true && f.uncoveredPlaceCount === 0 ? 0 : 1,
    'ai-tiers/tier-2-region-stated': (f) => (!tier2InClientSystem10(f) ? 3 : f.regionStated === true ? 0 : 1),
    'ai-tiers/tier-agrees-with-deployment': (f) =>
      !(f.context === 'client-system')
        ? 3
        : tier1AsDeployed11(f) || tier2AsDeployed12(f) || tier3AsDeployed13(f)
          ? 0
          : 1,
    'ai-tiers/tier-choice-recorded': (f) =>
      !(f.context === 'client-system') ? 3 : f.tierChoiceRecorded === true && f.missingFactorCount === 0 ? 0 : 1,
    'analytics/collected-data-flows': (f) =>
      !(measuresOrTracks14(f) && f.hasReceiver === true) ? 3 : f.flowDescribed === true ? 0 : 1,
    'analytics/consent-before-tag': (f) =>
      !(promised15(f) && f.consentAsked === true) ? 3 : !after(f.consentSince, f.runsFrom) ? 0 : 1,
    'analytics/consent-is-asked': (f) => (!promised15(f) ? 3 : f.consentAsked === true && consentCounts16(f) ? 0 : 1),
    'analytics/container-content-stated': (f) => (!containerInClientSystem17(f) ? 3 : f.contentStated === true ? 0 : 1),
    'analytics/documented-for-engagement': (f) => (!inClientSystem18(f) ? 3 : f.documented === true ? 0 : 1),
    'analytics/inputs-stated': (f) => (f.tagsStated === true && f.servicesStated === true ? 0 : 1),
    'analytics/loaded-tag-documented-apart': (f) =>
      !(f.loadedByContainer === true && f.context === 'client-system')
        ? 3
        : f.documented === true && f.documentedApart === true
          ? 0
          : 1,
    'analytics/none-on-firm-website': (f) =>
      !(f.onFirmWebsite === true && f.context !== 'vendor-use') ? 3 : !measuresOrTracks14(f) ? 0 : 1,
    'analytics/nothing-before-consent': (f) => (!promised15(f) ? 3 : f.earlyEventCount === 0 ? 0 : 1),
    'analytics/records-are-made': (f) =>
      !(f.recordKind === 'terms-acceptance') ? 3 : !after(f.recordedOn, now) ? 0 : 1,
    'analytics/terms-accepted-before-tag': (f) =>
      !(promised15(f) && f.hasProvider === true && f.termsAccepted === true)
        ? 3
        : !after(f.termsAcceptedOn, f.runsFrom)
          ? 0
          : 1,
    'analytics/terms-accepted-with-entity': (f) =>
      !(promised15(f) && f.hasProvider === true)
        ? 3
        : f.termsAccepted === true && f.acceptedWithContractingEntity === true
          ? 0
          : 1,
    'analytics/transfers-have-ground': (f) =>
      !(measuresOrTracks14(f) && f.hasProvider === true) ? 3 : f.transferWithoutGround === false ? 0 : 1,
    'assurance/acceptance-recorded': (f) => (!acceptedInstead19(f) ? 3 : f.acceptanceRecorded === true ? 0 : 1),
    'assurance/audit-right-kept': (f) => (!acceptedInstead19(f) ? 3 : f.auditRight === 'kept' ? 0 : 1),
    'assurance/full-policies-for-auditors': (f) =>
      !fullPolicyShared20(f) ? 3 : f.recipientIsAuditor === true && f.recipientIsClient === false ? 0 : 1,
    'assurance/inputs-stated': (f) =>
      f.auditsStated === true && (f.sharedPoliciesStated === true || f.context === 'vendor-use') ? 0 : 1,
    'assurance/records-are-made': (f) =>
      !(f.recordKind === 'trust-center-acceptance') ? 3 : !after(f.recordedOn, now) ? 0 : 1,
    'assurance/review-by-independent-auditor': (f) =>
      !formalReview21(f) ? 3 : f.auditorIs === 'other' && f.independent === true ? 0 : 1,
    'assurance/review-conditions-agreed': (f) =>
      !formalReview21(f)
        ? 3
        : f.conditionsAgreed === true &&
            (f.conditionsDocument === 'dpa' || f.conditionsDocument === 'dpa-annex' || f.conditionsDocument === 'sla')
          ? 0
          : 1,
    'assurance/review-mandated-by-client': (f) => (!formalReview21(f) ? 3 : f.mandatedByClient === true ? 0 : 1),
    'processor-terms/acceptance-before-processing': (f) =>
      !acceptedAgreement22(f) ? 3 : !after(f.acceptedOn, f.processingStarts) ? 0 : 1,
    'processor-terms/acceptance-recorded': (f) =>
      !controllersAgreement23(f) ? 3 : f.acceptanceRecorded === true ? 0 : 1,
    'processor-terms/agreement-before-processing': (f) =>
      !signedAgreement26(f) ? 3 : !after(f.agreementSignedOn, f.processingStarts) ? 0 : 1,
    'processor-terms/agreement-in-force': (f) =>
      !processing25(f) ? 3 : f.agreementExists === true && f.agreementSigned === true ? 0 : 1,
    'processor-terms/agreement-names-regimes': (f) =>
      !controllersAgreement23(f) ? 3 : f.unnamedRegimeCount === 0 ? 0 : 1,
    'processor-terms/agreement-part-of-service': (f) =>
      !controllersAgreement23(f) ? 3 : f.statesPartOfServiceAgreement === true ? 0 : 1,
    'processor-terms/breach-information': (f) => (!breachesNotified27(f) ? 3 : f.breachInformation === true ? 0 : 1),
    'processor-terms/breach-notified-in-time': (f) =>
      !breachesNotified27(f)
        ? 3
        : f.breachWithoutUndueDelay === true && f.breachWindowStated === true && f.breachWindowHours <= 72
          ? 0
          : 1,
    'processor-terms/breach-window-starts-at-awareness': (f) =>
      !breachesNotified27(f) ? 3 : f.breachWindowStart === 'awareness' ? 0 : 1,
    'processor-terms/carrier-encrypted': (f) =>
      !(f.personalDataWithProcessor === true && f.means === 'physical') ? 3 : f.carriedEncrypted === true ? 0 : 1,
    'processor-terms/ccpa-terms': (f) =>
      !(f.personalData === true && f.forController === true && f.controllerIsCcpaBusiness === true)
        ? 3
        : f.agreementExists === true && f.missingCcpaTermCount === 0
          ? 0
          : 1,
    'processor-terms/customers-isolated': (f) =>
      !(f.personalDataWithProcessor === true) ? 3 : f.isolation === 'logical' || f.isolation === 'physical' ? 0 : 1,
    'processor-terms/customers-isolated-as-agreed': (f) =>
      !(f.personalDataWithProcessor === true)
        ? 3
        : f.isolation === 'physical' ||
            f.agreedIsolation === 'none' ||
            (f.isolation === 'logical' && f.agreedIsolation === 'logical')
          ? 0
          : 1,
    'processor-terms/deletion-choice': (f) => (!deletionAgreed28(f) ? 3 : f.deletionChoice === 'controller' ? 0 : 1),
    'processor-terms/deletion-of-copies': (f) => (!deletionAgreed28(f) ? 3 : f.copiesDeleted === true ? 0 : 1),
    'processor-terms/encrypted-at-rest': (f) => (!keptByProcessor29(f) ? 3 : f.atRestBits >= 256 ? 0 : 1),
    'processor-terms/encrypted-in-transit': (f) => (!overWireWithProcessor30(f) ? 3 : f.tlsVersion >= 1.2 ? 0 : 1),
    'processor-terms/encrypted-in-transit-as-agreed': (f) =>
      !overWireWithProcessor30(f) ? 3 : latestTls31(f) || f.tlsVersion >= f.agreedTlsVersion ? 0 : 1,
    'processor-terms/inputs-stated': (f) =>
      !(f.personalData === true)
        ? 3
        : f.partiesStated === true &&
            f.dataStated === true &&
            f.componentsStated === true &&
            f.flowsStated === true &&
            f.remoteAccessStated === true &&
            f.accountsStated === true &&
            f.agreementsStated === true
          ? 0
          : 1,
    'processor-terms/joint-controllers-arranged': (f) =>
      !(f.personalData === true && f.jointController === true && f.gdprReach !== 'outside')
        ? 3
        : f.arrangementExists === true
          ? 0
          : 1,
    'processor-terms/legal-basis-of-client': (f) =>
      !(controllersData32(f) && f.context === 'client-system') ? 3 : f.dataWithoutBasisCount === 0 ? 0 : 1,
    'processor-terms/legal-basis-recorded': (f) =>
      !(controllersData32(f) && f.context !== 'client-system') ? 3 : f.dataWithoutBasisCount === 0 ? 0 : 1,
    'processor-terms/output-personal-unless-shown': (f) =>
      !(f.claimsNoPersonalData === true && f.madeFromPersonalData === true)
        ? 3
        : f.shownNotPersonal === true && !after(f.shownNotPersonalOn, now)
          ? 0
          : 1,
    'processor-terms/own-use-has-legal-basis': (f) => (!ownUse33(f) ? 3 : f.legalBasisRecorded === true ? 0 : 1),
    'processor-terms/own-use-not-instructed': (f) => (!ownUse33(f) ? 3 : f.instructed === false ? 0 : 1),
    'processor-terms/own-use-under-arrangement': (f) =>
      !(ownUse33(f) && f.role === 'joint-controller') ? 3 : f.arrangementExists === true ? 0 : 1,
    'processor-terms/own-use-under-controller-terms': (f) =>
      !(ownUse33(f) && f.role === 'controller') ? 3 : f.controllerTermsExist === true ? 0 : 1,
    'processor-terms/people-bound-to-confidentiality': (f) =>
      !(f.personalData === true && f.hasAccess === true) ? 3 : f.boundToConfidentiality === true ? 0 : 1,
    'processor-terms/protection-inputs-stated': (f) =>
      f.dataStated === true && f.componentsStated === true && f.flowsStated === true && f.aiUsesStated === true ? 0 : 1,
    'processor-terms/purpose-instructed': (f) =>
      !(f.carriesPersonalData === true) ? 3 : f.uninstructedCount === 0 ? 0 : 1,
    'processor-terms/records-are-made': (f) =>
      !(f.recordKind === 'agreement' || f.recordKind === 'acceptance' || f.recordKind === 'equivalence-assessment')
        ? 3
        : !after(f.recordedOn, now)
          ? 0
          : 1,
    'processor-terms/retention-by-law-only': (f) =>
      !deletionAgreed28(f) ? 3 : f.retention === 'none' || f.retention === 'union-or-member-state-law' ? 0 : 1,
    'processor-terms/rights-covered': (f) =>
      !controllersAgreement23(f)
        ? 3
        : f.rightsCovered?.includes('access') &&
            f.rightsCovered?.includes('correction') &&
            f.rightsCovered?.includes('deletion')
          ? 0
          : 1,
    'processor-terms/rights-tools': (f) => (!controllersAgreement23(f) ? 3 : f.rightsTools === true ? 0 : 1),
    'processor-terms/states-assistance-with-impact-assessments': (f) =>
      !controllersAgreement23(f) ? 3 : f.statesAssistanceWithImpactAssessments === true ? 0 : 1,
    'processor-terms/states-assistance-with-rights': (f) =>
      !controllersAgreement23(f) ? 3 : f.statesAssistanceWithRights === true ? 0 : 1,
    'processor-terms/states-assistance-with-security': (f) =>
      !controllersAgreement23(f) ? 3 : f.statesAssistanceWithSecurity === true ? 0 : 1,
    'processor-terms/states-audits': (f) => (!controllersAgreement23(f) ? 3 : f.statesAudits === true ? 0 : 1),
    'processor-terms/states-breach-notice': (f) =>
      !controllersAgreement23(f) ? 3 : f.statesBreachNotice === true ? 0 : 1,
    'processor-terms/states-confidentiality': (f) =>
      !controllersAgreement23(f) ? 3 : f.statesConfidentiality === true ? 0 : 1,
    'processor-terms/states-controller-duties': (f) =>
      !controllersAgreement23(f) ? 3 : f.statesControllerDuties === true ? 0 : 1,
    'processor-terms/states-data-subjects': (f) =>
      !controllersAgreement23(f) ? 3 : f.statesDataSubjects === true ? 0 : 1,
    'processor-terms/states-data-types': (f) => (!controllersAgreement23(f) ? 3 : f.statesDataTypes === true ? 0 : 1),
    'processor-terms/states-deletion-or-return': (f) =>
      !controllersAgreement23(f) ? 3 : f.statesDeletionOrReturn === true ? 0 : 1,
    'processor-terms/states-documented-instructions': (f) =>
      !controllersAgreement23(f) ? 3 : f.statesDocumentedInstructions === true ? 0 : 1,
    'processor-terms/states-duration': (f) => (!controllersAgreement23(f) ? 3 : f.statesDuration === true ? 0 : 1),
    'processor-terms/states-information-on-compliance': (f) =>
      !controllersAgreement23(f) ? 3 : f.statesInformationOnCompliance === true ? 0 : 1,
    'processor-terms/states-instructions-on-transfers': (f) =>
      !controllersAgreement23(f) ? 3 : f.statesInstructionsOnTransfers === true ? 0 : 1,
    'processor-terms/states-nature': (f) => (!controllersAgreement23(f) ? 3 : f.statesNature === true ? 0 : 1),
    'processor-terms/states-notice-of-legal-requirement': (f) =>
      !controllersAgreement23(f) ? 3 : f.statesNoticeOfLegalRequirement === true ? 0 : 1,
    'processor-terms/states-purpose': (f) => (!controllersAgreement23(f) ? 3 : f.statesPurpose === true ? 0 : 1),
    'processor-terms/states-security': (f) => (!controllersAgreement23(f) ? 3 : f.statesSecurity === true ? 0 : 1),
    'processor-terms/states-sub-processor-changes': (f) =>
      !controllersAgreement23(f) ? 3 : f.statesSubProcessorChanges === true ? 0 : 1,
    'processor-terms/states-sub-processor-obligations': (f) =>
      !controllersAgreement23(f) ? 3 : f.statesSubProcessorObligations === true ? 0 : 1,
    'processor-terms/states-subject-matter': (f) =>
      !controllersAgreement23(f) ? 3 : f.statesSubjectMatter === true ? 0 : 1,
    'processor-terms/states-warning-of-unlawful-instructions': (f) =>
      !controllersAgreement23(f) ? 3 : f.statesWarningOfUnlawfulInstructions === true ? 0 : 1,
    'processor-terms/sub-processing-authorised': (f) =>
      !subProcessor34(f) ? 3 : f.subProcessingAuthorised === true ? 0 : 1,
    'processor-terms/sub-processor-breach-window': (f) =>
      !subProcessorAgreement35(f) ? 3 : f.breachWindowHours <= f.breachWindowAboveHours ? 0 : 1,
    'processor-terms/sub-processor-list-available': (f) =>
      !subProcessorAuthorised36(f) ? 3 : f.listAvailable === true ? 0 : 1,
    'processor-terms/sub-processor-terms-not-weaker': (f) =>
      !subProcessorAgreement35(f) ? 3 : f.equivalenceAssessed === true || f.weakerTermCount === 0 ? 0 : 1,
    'security/commitment-agreed': (f) =>
      !commitmentCounts37(f) ? 3 : f.agreed === true && !after(f.agreedOn, now) ? 0 : 1,
    'security/commitment-precedes-work': (f) =>
      !(commitmentCounts37(f) && f.agreed === true) ? 3 : !after(f.agreedOn, f.starts) ? 0 : 1,
    'security/development-controls-recorded': (f) =>
      !(firmsOwnPromise38(f) && f.customDevelopment === true)
        ? 3
        : f.developmentControlsRecorded === true && !after(f.developmentControlsSignedOn, now)
          ? 0
          : 1,
    'security/inputs-stated': (f) =>
      !firmsOwnPromise38(f) ? 3 : f.componentsStated === true && f.commitmentsStated === true ? 0 : 1,
    'security/isms-reviewed': (f) =>
      !firmsOwnPromise38(f) ? 3 : f.ismsReviewed === true && withinLast(f.ismsReviewedOn, 'P1Y') ? 0 : 1,
    'security/measures-documented': (f) =>
      !firmsOwnPromise38(f) ? 3 : f.measuresDocumented === true && !after(f.measuresSignedOn, now) ? 0 : 1,
    'security/measures-fit-engagement': (f) =>
      !(firmsOwnPromise38(f) && f.measuresDocumented === true) ? 3 : f.measuresUncoveredCount === 0 ? 0 : 1,
    'security/measures-precede-work': (f) =>
      !(firmsOwnPromise38(f) && f.measuresDocumented === true) ? 3 : !after(f.measuresSignedOn, f.starts) ? 0 : 1,
    'security/patches-managed': (f) => (!managedByFirm39(f) ? 3 : f.patchesManaged === true ? 0 : 1),
    'security/vulnerabilities-monitored': (f) =>
      !managedByFirm39(f) ? 3 : f.vulnerabilitiesMonitored === true ? 0 : 1,
    'sub-processors/assessed-before-adoption': (f) =>
      !ownWork40(f) ? 3 : f.assessed === true && !after(f.assessedOn, f.adoptedOn) && !after(f.assessedOn, now) ? 0 : 1,
    'sub-processors/assessment-criteria-complete': (f) =>
      !(ownWork40(f) && f.assessed === true) ? 3 : f.missingCriteriaCount === 0 ? 0 : 1,
    'sub-processors/certificate-evidence-current': (f) =>
      !(ownWork40(f) && (f.claimedBy?.includes('firm') || f.required === true))
        ? 3
        : f.evidenceKept === true && evidenceInDate41(f)
          ? 0
          : 1,
    'sub-processors/change-notified': (f) =>
      !changeToAnnounce42(f) ? 3 : f.notified === true && f.notifiedInWriting === true ? 0 : 1,
    'sub-processors/client-choice-recorded': (f) =>
      !(ownWork40(f) && f.requestedByClient === true) ? 3 : f.architectureRecorded === true ? 0 : 1,
    'sub-processors/inputs-stated': (f) =>
      !ownWork40(f) ? 3 : f.componentsStated === true && f.providersStated === true ? 0 : 1,
    'sub-processors/need-stated': (f) => (!ownWork40(f) ? 3 : f.needStated === true ? 0 : 1),
    'sub-processors/no-client-data-in-repositories': (f) =>
      !(ownWork40(f) && f.sourceRepository === true && f.personalData === true)
        ? 3
        : f.clientPersonalDataBesideCommits === false
          ? 0
          : 1,
    'sub-processors/notice-thirty-days-ahead': (f) =>
      !(changeToAnnounce42(f) && f.notified === true) ? 3 : f.noticeDays >= 30 ? 0 : 1,
    'sub-processors/objection-answered-before-change': (f) =>
      !(changeToAnnounce42(f) && f.dataProtectionGrounds === true && before(f.madeOn, f.usedSince))
        ? 3
        : f.answered === true && before(f.answeredOn, f.usedSince)
          ? 0
          : 1,
    'sub-processors/objections-recorded': (f) =>
      !(changeToAnnounce42(f) && f.notified === true) ? 3 : f.objectionsStated === true ? 0 : 1,
    'sub-processors/on-list-or-documented': (f) =>
      !(ownWork40(f) && f.contractedByFirm === true) ? 3 : f.onFirmList === true || f.documented === true ? 0 : 1,
    'sub-processors/provider-documented': (f) => (!processesForClient43(f) ? 3 : f.documented === true ? 0 : 1),
    'sub-processors/records-are-made': (f) =>
      !(f.recordKind === 'agreement' || f.recordKind === 'change-notice' || f.recordKind === 'objection-answer')
        ? 3
        : !after(f.recordedOn, now)
          ? 0
          : 1,
    'sub-processors/region-stated': (f) =>
      !(ownWork40(f) && f.locationModel === 'region') ? 3 : f.regionStated === true ? 0 : 1,
    'sub-processors/required-certifications-stated': (f) =>
      !ownWork40(f) ? 3 : f.requiredCertificationsStated === true ? 0 : 1,
    'sub-processors/reviewed-within-year': (f) =>
      !ownWork40(f) ? 3 : f.reviewed === true && withinLast(f.reviewedOn, 'P1Y') ? 0 : 1,
    'sub-processors/security-verified-within-year': (f) =>
      !ownWork40(f) ? 3 : f.securityVerified === true && withinLast(f.securityVerifiedOn, 'P1Y') ? 0 : 1,
    'sub-processors/used-as-registered': (f) =>
      !ownWork40(f) ? 3 : onClientInstruction44(f) || usedAsListed45(f) ? 0 : 1,
    'transfers/adequacy-in-force': (f) =>
      !(transfer47(f) && f.reliedOn === 'adequacy') ? 3 : adequacyInForce46(f) ? 0 : 1,
    'transfers/adequacy-in-scope': (f) =>
      !(transfer47(f) && f.reliedOn === 'adequacy' && f.adequacyDecision === true) ? 3 : adequacyInScope48(f) ? 0 : 1,
    'transfers/asset-is-held': (f) => (f.held === true ? 0 : 1),
    'transfers/bcr-fit': (f) => (!(transfer47(f) && f.reliedOn === 'bcr') ? 3 : bcrFit53(f) ? 0 : 1),
    'transfers/chapter-v-ground': (f) => (!transfer47(f) ? 3 : groundCounts54(f) ? 0 : 1),
    'transfers/clear-text-has-no-cure': (f) =>
      !(assessmentNeeded74(f) && f.tiaExists === true && f.problematicLaw === 'applies')
        ? 3
        : !f.measures?.includes('uc6') && !f.measures?.includes('uc7')
          ? 0
          : 1,
    'transfers/derogation-compelling-interests': (f) =>
      !(reliesOnDerogation77(f) && f.derogation === 'compelling') ? 3 : compellingInterests73(f) ? 0 : 1,
    'transfers/derogation-consent': (f) =>
      !(reliesOnDerogation77(f) && f.derogation === 'a') ? 3 : consentInformed68(f) ? 0 : 1,
    'transfers/derogation-not-systematic': (f) =>
      !reliesOnDerogation77(f) ? 3 : f.systematicProviderUse === false ? 0 : 1,
    'transfers/derogation-occasional': (f) =>
      !(reliesOnDerogation77(f) && (f.derogation === 'b' || f.derogation === 'c' || f.derogation === 'e'))
        ? 3
        : occasionalAndNecessary69(f)
          ? 0
          : 1,
    'transfers/derogation-open-to-exporter': (f) =>
      !(
        reliesOnDerogation77(f) &&
        (f.derogation === 'a' || f.derogation === 'b' || f.derogation === 'c' || f.derogation === 'compelling')
      )
        ? 3
        : f.publicAuthorityExporter === false
          ? 0
          : 1,
    'transfers/derogation-public-interest': (f) =>
      !(reliesOnDerogation77(f) && f.derogation === 'd') ? 3 : publicInterest70(f) ? 0 : 1,
    'transfers/derogation-recorded': (f) => (!reliesOnDerogation77(f) ? 3 : f.derogationRecorded === true ? 0 : 1),
    'transfers/derogation-register': (f) =>
      !(reliesOnDerogation77(f) && f.derogation === 'g') ? 3 : registerExtract72(f) ? 0 : 1,
    'transfers/derogation-vital-interests': (f) =>
      !(reliesOnDerogation77(f) && f.derogation === 'f') ? 3 : vitalInterests71(f) ? 0 : 1,
    'transfers/dpf-covers-the-data': (f) =>
      !(transfer47(f) && reliesOnDpfListing78(f)) ? 3 : dpfCoversData51(f) ? 0 : 1,
    'transfers/dpf-entity-listed': (f) =>
      !(transfer47(f) && reliesOnDpfListing78(f))
        ? 3
        : dpfEntityListed50(f) && f.dpfFrameworks?.includes('eu-us')
          ? 0
          : 1,
    'transfers/dpf-evidence-current': (f) =>
      !(transfer47(f) && reliesOnDpfListing78(f)) ? 3 : dpfEvidenceCurrent52(f) ? 0 : 1,
    'transfers/endpoint-scope-stated': (f) =>
      !(f.personalData === true && f.locationModel === 'endpoint-scope') ? 3 : f.endpointScopeStated === true ? 0 : 1,
    'transfers/flow-carries-what-is-held': (f) => (f.carriesUnheld === false ? 0 : 1),
    'transfers/inputs-stated': (f) =>
      !(f.personalData === true)
        ? 3
        : f.partiesStated === true &&
            f.dataStated === true &&
            f.componentsStated === true &&
            f.flowsStated === true &&
            f.remoteAccessStated === true &&
            f.accountsStated === true
          ? 0
          : 1,
    'transfers/instrument-not-invalidated': (f) =>
      !(
        transfer47(f) &&
        (f.reliedOn === 'scc' ||
          f.reliedOn === 'dpf' ||
          f.reliedOn === 'safe-harbour' ||
          f.reliedOn === 'privacy-shield')
      )
        ? 3
        : instrumentStands57(f)
          ? 0
          : 1,
    'transfers/measure-fits-facts': (f) =>
      !(
        assessmentNeeded74(f) &&
        f.tiaExists === true &&
        f.problematicLaw === 'applies' &&
        !f.measures?.includes('uc6') &&
        !f.measures?.includes('uc7')
      )
        ? 3
        : measureFitsFacts79(f)
          ? 0
          : 1,
    'transfers/no-substitute-ground': (f) =>
      !transfer47(f)
        ? 3
        : f.reliedOn !== 'dpa' && f.reliedOn !== 'article-28-clauses' && f.reliedOn !== 'certificate'
          ? 0
          : 1,
    'transfers/no-transfer-access': (f) =>
      !(f.personalData === true && f.claimsNoTransfer === true) ? 3 : f.accessOutsideEeaCount === 0 ? 0 : 1,
    'transfers/no-transfer-entity': (f) =>
      !(f.personalData === true && f.claimsNoTransfer === true) ? 3 : f.entityInEea === true ? 0 : 1,
    'transfers/no-transfer-places': (f) =>
      !(f.personalData === true && f.claimsNoTransfer === true) ? 3 : f.placesOutsideEeaCount === 0 ? 0 : 1,
    'transfers/onward-after-adequacy': (f) =>
      !(onwardLeg85(f) && f.isUkTransfer === false && f.upstreamGrounds?.includes('adequacy'))
        ? 3
        : f.onwardConditionsMet === true
          ? 0
          : 1,
    'transfers/onward-after-bcrs': (f) =>
      !(onwardLeg85(f) && f.upstreamGrounds?.includes('bcr')) ? 3 : f.onwardConditionsMet === true ? 0 : 1,
    'transfers/onward-after-dpf': (f) =>
      !(onwardLeg85(f) && f.upstreamGrounds?.includes('dpf')) ? 3 : f.onwardContract === true ? 0 : 1,
    'transfers/onward-after-other-grounds': (f) =>
      !(
        onwardLeg85(f) &&
        (f.upstreamGrounds?.includes('code-of-conduct') ||
          f.upstreamGrounds?.includes('certification-mechanism') ||
          f.upstreamGrounds?.includes('ad-hoc-clauses') ||
          f.upstreamGrounds?.includes('administrative-arrangement') ||
          f.upstreamGrounds?.includes('public-body-instrument') ||
          f.upstreamGrounds?.includes('derogation'))
      )
        ? 3
        : f.onwardConditionsMet === true
          ? 0
          : 1,
    'transfers/onward-after-sccs': (f) =>
      !(onwardLeg85(f) && f.upstreamGrounds?.includes('scc')) ? 3 : f.onwardConditionsMet === true ? 0 : 1,
    'transfers/onward-recipient-known': (f) => (!onwardLeg85(f) ? 3 : f.importerIdentified === true ? 0 : 1),
    'transfers/other-tool-binds': (f) => (!(transfer47(f) && reliesOnOtherTool63(f)) ? 3 : otherToolFits64(f) ? 0 : 1),
    'transfers/own-staff-abroad': (f) =>
      !(f.occurs === true && f.personalData === true && f.remoteAccess === true && f.sameEntity === true)
        ? 3
        : f.destinationInEea === true
          ? 0
          : 1,
    'transfers/personnel-abroad': (f) => (!(f.hasAccess === true) ? 3 : f.worksOutsideEea === false ? 0 : 1),
    'transfers/records-are-made': (f) =>
      !(
        f.recordKind === 'agreement' ||
        f.recordKind === 'processor-assessment' ||
        f.recordKind === 'anonymisation-assessment'
      )
        ? 3
        : !after(f.recordedOn, now)
          ? 0
          : 1,
    'transfers/remote-access-has-ground': (f) =>
      !(transfer47(f) && f.remoteAccess === true) ? 3 : f.reliedOn !== 'none' ? 0 : 1,
    'transfers/residency-setting-binds': (f) =>
      !(f.personalData === true && f.residencyClaimed === true) ? 3 : f.unbindingSettingCount === 0 ? 0 : 1,
    'transfers/scc-annexes-complete': (f) =>
      !(transfer47(f) && f.reliedOn === 'scc') ? 3 : f.sccAnnexes === 'complete' ? 0 : 1,
    'transfers/scc-binds-before-first-transfer': (f) =>
      !(transfer47(f) && f.reliedOn === 'scc') ? 3 : sccBindsInTime59(f) ? 0 : 1,
    'transfers/scc-current-set': (f) =>
      !(
        transfer47(f) &&
        f.reliedOn === 'scc' &&
        f.sccSet !== '2001-497' &&
        f.sccSet !== '2004-915' &&
        f.sccSet !== '2010-87'
      )
        ? 3
        : f.sccSet === '2021-914'
          ? 0
          : 1,
    'transfers/scc-importer-under-gdpr': (f) =>
      !(transfer47(f) && f.reliedOn === 'scc') ? 3 : f.importerReach !== 'targeting' ? 0 : 1,
    'transfers/scc-module-matches-roles': (f) =>
      !(transfer47(f) && f.reliedOn === 'scc') ? 3 : sccModulesFitRoles60(f) ? 0 : 1,
    'transfers/third-country-parent-assessed': (f) =>
      !(
        f.personalData === true &&
        f.controllerUnderGdpr === true &&
        f.processorInEea === true &&
        f.processorParentOutsideEea === true &&
        f.placesOutsideEeaCount === 0
      )
        ? 3
        : f.parentRiskAssessed === true
          ? 0
          : 1,
    'transfers/tia-before-first-transfer': (f) =>
      !assessmentNeeded74(f) ? 3 : f.tiaExists === true && !after(f.tiaOn, f.firstTransferOn) ? 0 : 1,
    'transfers/tia-within-review': (f) =>
      !(assessmentNeeded74(f) && f.tiaExists === true) ? 3 : !before(f.tiaReviewBy, now) ? 0 : 1,
    'transfers/transfer-documentation-complete': (f) =>
      !(restrictedTransfer86(f) && f.documented === true) ? 3 : f.undocumentedPartCount === 0 ? 0 : 1,
    'transfers/transfer-documented': (f) => (!restrictedTransfer86(f) ? 3 : f.documented === true ? 0 : 1),
    'transfers/transfer-instructed': (f) =>
      !(restrictedTransfer86(f) && (f.exporterRole === 'processor' || f.exporterRole === 'sub-processor'))
        ? 3
        : f.instructed === true
          ? 0
          : 1,
    'transfers/uk-addendum-in-place': (f) =>
      !(ukTransfer88(f) && f.ukReliedOn === 'uk-addendum') ? 3 : ukAddendumInPlace87(f) ? 0 : 1,
    'transfers/uk-adequacy-in-force': (f) =>
      !(ukTransfer88(f) && f.ukReliedOn === 'uk-adequacy') ? 3 : ukAdequacyInForce89(f) ? 0 : 1,
    'transfers/uk-agreement-in-place': (f) =>
      !(ukTransfer88(f) && f.ukReliedOn === 'idta') ? 3 : ukAgreementInPlace90(f) ? 0 : 1,
    'transfers/uk-extension-listing': (f) =>
      !(ukTransfer88(f) && f.ukReliedOn === 'uk-extension') ? 3 : ukExtensionFits91(f) ? 0 : 1,
    'transfers/uk-ground': (f) => (!ukTransfer88(f) ? 3 : ukGroundCounts92(f) ? 0 : 1),
    'transfers/worldwide-beyond-adequacy': (f) =>
      !(transfer47(f) && f.worldwide === true) ? 3 : f.reliedOn !== 'adequacy' ? 0 : 1,
  }
}
