// Every shipped rule as a function of its own. Written by `BENCH_WRITE_BASELINE=1 npm run bench -- verdicts`.
export function rules({ before, after, withinLast, longerAgoThan, atMost, now }) {
  const promised2 = (f) => f.underPromise === true && f.context !== 'vendor-use'
  const inUse1 = (f) => promised2(f) && f.shownClosed === false
  const administrativeLogin0 = (f) => inUse1(f) && f.kind === 'interactive' && f.administrative === true
  const insideGracePeriod3 = (f) => f.engagementHasEnd === false || !longerAgoThan(f.engagementEnds, 'PT24H')
  const article50Applies4 = () => !before(now, '2026-08-02T00:00:00Z')
  const externalProvider5 = (f) => f.cloudService === true && f.context !== 'vendor-use'
  const markingApplies6 = (f) =>
    article50Applies4(f) && (!before(f.onMarketSince, '2026-08-02T00:00:00Z') || !before(now, '2026-12-02T00:00:00Z'))
  const personalDataUnderGdpr7 = (f) => f.controllerUnderGdpr === true && f.personalData === true
  const highRiskLikely8 = (f) => f.article35Case === true || f.nationalList === true || f.wp248CriteriaCount >= 2
  const insideFirmPerimeter9 = (f) =>
    f.weights === 'open' && f.delivery === 'self-hosted' && f.controlledBy === 'firm' && f.boundary === 'firm-perimeter'
  const exemptFromInforming10 = (f) => f.authorisedByLaw === true && f.offenceReporting === false
  const tier2InClientSystem11 = (f) => f.context === 'client-system' && f.tier === '2'
  const tier1AsDeployed12 = (f) => f.tier === '1' && f.delivery === 'external-api'
  const tier2AsDeployed13 = (f) =>
    f.tier === '2' && f.delivery === 'cloud-hosted' && f.boundary === 'client-enterprise-cloud'
  const tier3AsDeployed14 = (f) =>
    f.tier === '3' &&
    f.weights === 'open' &&
    f.delivery === 'self-hosted' &&
    f.controlledBy === 'client' &&
    (f.boundary === 'client-premises' || f.boundary === 'sovereign-cloud' || f.boundary === 'client-enterprise-cloud')
  const measuresOrTracks15 = (f) =>
    f.kind === 'analytics' ||
    f.kind === 'tag-container' ||
    f.kind === 'tracking' ||
    f.kind === 'marketing' ||
    f.serviceCategory === 'analytics' ||
    f.serviceCategory === 'tag-management'
  const promised16 = (f) => measuresOrTracks15(f) && f.context !== 'vendor-use'
  const consentCounts17 = (f) =>
    f.consentQualities?.includes('affirmative-act') &&
    f.consentQualities?.includes('informed') &&
    f.consentQualities?.includes('specific') &&
    f.consentQualities?.includes('refusable') &&
    f.consentQualities?.includes('withdrawable') &&
    f.consentQualities?.includes('recorded')
  const containerInClientSystem18 = (f) =>
    (f.kind === 'tag-container' || f.serviceCategory === 'tag-management') && f.context === 'client-system'
  const inClientSystem19 = (f) => measuresOrTracks15(f) && f.context === 'client-system'
  const acceptedInstead20 = (f) => f.kind === 'trust-center-acceptance'
  const fullPolicyShared21 = (f) => f.extent === 'full' && f.context !== 'vendor-use'
  const formalReview22 = (f) => f.kind === 'formal-review' && f.context !== 'vendor-use'
  const isKnown26 = (f) => f.typeKnown === true
  const isService25 = (f) => isKnown26(f) && f.supporting === false && f.isLogin === false
  const isDeclared24 = (f) => isService25(f) && f.belongs === true
  const aiOfClient23 = (f) => isDeclared24(f) && f.aiDeployment === true
  const plansShowAll27 = (f) => f.infrastructureGiven === true && f.infrastructureComplete === true
  const keepsData28 = (f) => isDeclared24(f) && f.keeps === true
  const processing32 = (f) => f.personalData === true && f.gdprApplies === true
  const underAgreement31 = (f) => processing32(f) && f.agreementExists === true
  const controllersAgreement30 = (f) => underAgreement31(f) && f.forController === true
  const acceptedAgreement29 = (f) => controllersAgreement30(f) && f.acceptanceRecorded === true
  const signedAgreement33 = (f) => underAgreement31(f) && f.agreementSigned === true
  const breachesNotified34 = (f) => controllersAgreement30(f) && f.statesBreachNotice === true
  const deletionAgreed35 = (f) => controllersAgreement30(f) && f.statesDeletionOrReturn === true
  const keptByProcessor36 = (f) => f.personalDataWithProcessor === true && f.stored === true
  const overWireWithProcessor37 = (f) =>
    f.personalDataWithProcessor === true &&
    f.means !== 'physical' &&
    f.transit !== 'in-process' &&
    f.transit !== 'loopback'
  const latestTls38 = (f) => f.tlsVersion >= 1.3
  const controllersData39 = (f) => f.personalData === true && f.forController === true && f.controllerUnderGdpr === true
  const ownUse40 = (f) => f.takesPlace === true && f.personalData === true && f.discloserUnderGdpr === true
  const subProcessor41 = (f) => processing32(f) && f.subProcessing === true
  const subProcessorAuthorised43 = (f) => subProcessor41(f) && f.agreementAboveExists === true
  const subProcessorAgreement42 = (f) => subProcessorAuthorised43(f) && f.agreementExists === true
  const firmsOwnPromise45 = (f) => f.context !== 'vendor-use'
  const commitmentCounts44 = (f) => firmsOwnPromise45(f) && (f.required === true || f.claimed === true)
  const managedByFirm46 = (f) => firmsOwnPromise45(f) && f.operatedByFirm === true
  const ownWork47 = (f) => f.context !== 'vendor-use'
  const evidenceInDate48 = (f) =>
    (f.hasEnd === true && !before(f.validUntil, now)) || (f.hasEnd === false && withinLast(f.checkedOn, 'P1Y'))
  const processesForClient50 = (f) =>
    ownWork47(f) && f.personalData === true && (f.context === 'client-system' || f.clientPersonalData === true)
  const changeToAnnounce49 = (f) =>
    processesForClient50(f) && f.contractedByClient === false && f.requestedByClient === false && f.firstSet === false
  const onClientInstruction51 = (f) => f.requestedByClient === true && f.architectureRecorded === true
  const usedAsListed52 = (f) =>
    f.serviceApproved === true &&
    f.withinRole === true &&
    (f.contextRestricted === false || f.approvedContexts?.includes(f.context)) &&
    (f.limitPublished === false || f.withinLimit === true)
  const adequacyInForce53 = (f) =>
    f.adequacyDecision === true &&
    !after(f.adequacyFrom, now) &&
    (f.adequacyHasEnd === false || !before(f.adequacyUntil, now))
  const transfer54 = (f) => f.occurs === true && f.personalData === true && f.isTransfer === true
  const dpfEntityListed57 = (f) => f.dpfEntityMatches === true && f.dpfStatus === 'active'
  const dpfCoversData58 = (f) =>
    (f.employmentData === true && f.dpfCovers?.includes('hr')) ||
    (f.employmentData === false && f.dpfCovers?.includes('non-hr'))
  const dpfEvidenceCurrent59 = (f) => withinLast(f.dpfCheckedOn, 'P1Y') && !before(f.dpfRecertificationDue, now)
  const dpfListingFits56 = (f) =>
    dpfEntityListed57(f) && f.dpfFrameworks?.includes('eu-us') && dpfCoversData58(f) && dpfEvidenceCurrent59(f)
  const adequacyInScope55 = (f) =>
    f.adequacyScope === 'all' ||
    (f.adequacyScope === 'automated-transfer' && f.means === 'electronic') ||
    (f.adequacyScope === 'listed-participants' && dpfListingFits56(f)) ||
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
  const bcrFit60 = (f) =>
    f.bcrNamesBoth === true &&
    !after(f.bcrApprovedOn, now) &&
    ((f.bcrType === 'controller' &&
      (f.roles === 'controller-to-controller' || f.roles === 'controller-to-processor')) ||
      (f.bcrType === 'processor' && f.roles === 'processor-to-sub-processor'))
  const adequacyCounts62 = (f) => f.reliedOn === 'adequacy' && adequacyInForce53(f) && adequacyInScope55(f)
  const instrumentStands64 = (f) => f.instrumentInvalidated === false || after(f.instrumentInvalidSince, now)
  const dpfCounts63 = (f) => f.reliedOn === 'dpf' && instrumentStands64(f) && dpfListingFits56(f)
  const sccBindsInTime66 = (f) => !after(f.sccBindsFrom, f.firstTransferOn)
  const sccModulesFitRoles67 = (f) =>
    (f.roles === 'controller-to-controller' && f.sccModules?.includes('1')) ||
    (f.roles === 'controller-to-processor' && f.sccModules?.includes('2')) ||
    (f.roles === 'processor-to-sub-processor' && f.sccModules?.includes('3')) ||
    (f.roles === 'processor-to-own-controller' && f.sccModules?.includes('4')) ||
    (f.roles === 'other' && f.sccModulesConfirmed === true)
  const sccCounts65 = (f) =>
    f.reliedOn === 'scc' &&
    instrumentStands64(f) &&
    f.sccSet === '2021-914' &&
    f.sccAnnexes === 'complete' &&
    sccBindsInTime66(f) &&
    sccModulesFitRoles67(f)
  const bcrCounts68 = (f) => f.reliedOn === 'bcr' && bcrFit60(f)
  const reliesOnOtherTool70 = (f) =>
    f.reliedOn === 'code-of-conduct' ||
    f.reliedOn === 'certification-mechanism' ||
    f.reliedOn === 'ad-hoc-clauses' ||
    f.reliedOn === 'administrative-arrangement' ||
    f.reliedOn === 'public-body-instrument'
  const otherToolFits71 = (f) =>
    f.toolCommitments === true &&
    (f.reliedOn === 'public-body-instrument' || f.toolAuthorised === true) &&
    (f.reliedOn === 'code-of-conduct' ||
      f.reliedOn === 'certification-mechanism' ||
      f.reliedOn === 'ad-hoc-clauses' ||
      f.importerKinds?.includes('public-body'))
  const otherToolCounts69 = (f) => reliesOnOtherTool70(f) && otherToolFits71(f)
  const openToExporter74 = (f) =>
    f.derogation === 'd' ||
    f.derogation === 'e' ||
    f.derogation === 'f' ||
    f.derogation === 'g' ||
    f.publicAuthorityExporter === false
  const consentInformed75 = (f) => f.explicitConsent === true && f.consentSpecific === true && f.risksInformed === true
  const occasionalAndNecessary76 = (f) => f.occasional === true && f.necessary === true
  const publicInterest77 = (f) => f.publicInterestInLaw === true && f.necessary === true
  const vitalInterests78 = (f) => f.subjectIncapable === true && f.necessary === true
  const registerExtract79 = (f) => f.publicRegister === true && f.wholeRegister === false
  const compellingInterests80 = (f) =>
    f.necessary === true &&
    f.repetitive === false &&
    f.limitedSubjects === true &&
    f.notOverridden === true &&
    f.suitableSafeguards === true &&
    f.authorityInformed === true &&
    f.subjectsInformed === true
  const derogationConditionsMet73 = (f) =>
    openToExporter74(f) &&
    ((f.derogation === 'a' && consentInformed75(f)) ||
      ((f.derogation === 'b' || f.derogation === 'c' || f.derogation === 'e') && occasionalAndNecessary76(f)) ||
      (f.derogation === 'd' && publicInterest77(f)) ||
      (f.derogation === 'f' && vitalInterests78(f)) ||
      (f.derogation === 'g' && registerExtract79(f)) ||
      (f.derogation === 'compelling' && compellingInterests80(f)))
  const derogationCounts72 = (f) =>
    f.reliedOn === 'derogation' && f.derogationRecorded === true && derogationConditionsMet73(f)
  const groundCounts61 = (f) =>
    adequacyCounts62(f) ||
    dpfCounts63(f) ||
    sccCounts65(f) ||
    bcrCounts68(f) ||
    otherToolCounts69(f) ||
    derogationCounts72(f)
  const reliesOnArticle4682 = (f) => f.reliedOn === 'scc' || f.reliedOn === 'bcr' || reliesOnOtherTool70(f)
  const moduleFourAlone83 = (f) =>
    f.reliedOn === 'scc' &&
    f.roles === 'processor-to-own-controller' &&
    f.sccModules?.includes('4') &&
    f.combinesWithEuData === false
  const assessmentNeeded81 = (f) => transfer54(f) && reliesOnArticle4682(f) && !moduleFourAlone83(f)
  const reliesOnDerogation84 = (f) => transfer54(f) && f.reliedOn === 'derogation'
  const reliesOnDpfListing85 = (f) =>
    f.reliedOn === 'dpf' ||
    (f.reliedOn === 'adequacy' && f.adequacyDecision === true && f.adequacyScope === 'listed-participants')
  const encryptedStorage87 = (f) =>
    f.measures?.includes('uc1') &&
    f.protection === 'encrypted' &&
    f.importerNeedsClearText === false &&
    f.keysOutsideImporter === true &&
    f.strongEncryption === true
  const pseudonymisedData88 = (f) =>
    f.measures?.includes('uc2') &&
    f.protection === 'pseudonymised' &&
    f.additionalInformationWithExporterOnly === true &&
    f.singlingOutExcluded === true
  const encryptedTransit89 = (f) => f.measures?.includes('uc3') && f.transitOnly === true && f.strongEncryption === true
  const protectedRecipient90 = (f) =>
    f.measures?.includes('uc4') && f.recipientProtectedByLaw === true && f.strongEncryption === true
  const splitProcessing91 = (f) =>
    f.measures?.includes('uc5') && f.splitAcrossJurisdictions === true && f.singlingOutExcluded === true
  const measureFitsFacts86 = (f) =>
    encryptedStorage87(f) ||
    pseudonymisedData88(f) ||
    encryptedTransit89(f) ||
    protectedRecipient90(f) ||
    splitProcessing91(f)
  const onwardLeg92 = (f) =>
    f.occurs === true &&
    f.personalData === true &&
    f.onward === true &&
    f.criterion2 === true &&
    (f.importerInEea === false || f.destinationInEea === false)
  const restrictedTransfer93 = (f) =>
    f.occurs === true && f.personalData === true && (f.isTransfer === true || f.isUkTransfer === true)
  const ukAddendumInPlace94 = (f) =>
    f.sccSet === '2021-914' && f.sccAnnexes === 'complete' && sccBindsInTime66(f) && sccModulesFitRoles67(f)
  const ukTransfer95 = (f) => f.occurs === true && f.personalData === true && f.isUkTransfer === true
  const ukAdequacyInForce96 = (f) =>
    f.ukAdequacyDecision === true &&
    f.ukAdequacyScope === 'all' &&
    (f.ukAdequacyHasEnd === false || !before(f.ukAdequacyUntil, now))
  const ukAgreementInPlace97 = (f) => f.toolCommitments === true && sccBindsInTime66(f)
  const ukExtensionFits98 = (f) =>
    dpfEntityListed57(f) && f.dpfFrameworks?.includes('uk-extension') && dpfCoversData58(f) && dpfEvidenceCurrent59(f)
  const ukAdequacyCounts100 = (f) => f.ukReliedOn === 'uk-adequacy' && ukAdequacyInForce96(f)
  const ukExtensionCounts101 = (f) => f.ukReliedOn === 'uk-extension' && ukExtensionFits98(f)
  const ukAgreementCounts102 = (f) => f.ukReliedOn === 'idta' && ukAgreementInPlace97(f)
  const ukAddendumCounts103 = (f) => f.ukReliedOn === 'uk-addendum' && ukAddendumInPlace94(f)
  const ukBcrCounts104 = (f) => f.ukReliedOn === 'uk-bcr' && bcrFit60(f)
  const ukDerogationCounts105 = (f) =>
    f.ukReliedOn === 'uk-derogation' && f.derogationRecorded === true && derogationConditionsMet73(f)
  const ukGroundCounts99 = (f) =>
    ukAdequacyCounts100(f) ||
    ukExtensionCounts101(f) ||
    ukAgreementCounts102(f) ||
    ukAddendumCounts103(f) ||
    ukBcrCounts104(f) ||
    ukDerogationCounts105(f)
  return {
    'access/administrators-use-second-factor': (f) => (!administrativeLogin0(f) ? 3 : f.mfa !== 'none' ? 0 : 1),
    'access/evidenced-account-is-listed': (f) => (!(inUse1(f) && f.evidenced === true) ? 3 : f.listed === true ? 0 : 1),
    'access/inputs-stated': (f) => (!(f.context !== 'vendor-use') ? 3 : f.accountsStated === true ? 0 : 1),
    'access/least-privilege': (f) => (!inUse1(f) ? 3 : f.excessGrantCount === 0 ? 0 : 1),
    'access/no-credential-outlives-engagement': (f) =>
      !promised2(f) ? 3 : (f.revoked === true && !after(f.revokedOn, now)) || insideGracePeriod3(f) ? 0 : 1,
    'access/one-person-per-credential': (f) =>
      !(inUse1(f) && f.kind === 'interactive') ? 3 : f.holderCount === 1 ? 0 : 1,
    'access/operated-component-is-administered': (f) =>
      !(f.operatedByFirm === true && f.context !== 'vendor-use') ? 3 : f.administered === true ? 0 : 1,
    'access/people-use-second-factor': (f) =>
      !(inUse1(f) && f.evidenced === true && f.kind === 'interactive') ? 3 : f.mfa !== 'none' ? 0 : 1,
    'access/revoked-in-time': (f) =>
      !promised2(f) ? 3 : (f.revoked === true && atMost(f.endToRevocation, 'PT24H')) || insideGracePeriod3(f) ? 0 : 1,
    'access/second-factor-verified': (f) =>
      !(administrativeLogin0(f) && f.mfa !== 'none') ? 3 : withinLast(f.mfaVerifiedOn, 'P1Y') ? 0 : 1,
    'access/service-account-has-owner': (f) => (!(inUse1(f) && f.kind === 'service') ? 3 : f.hasOwner === true ? 0 : 1),
    'ai-tiers/deep-fakes-disclosed': (f) =>
      !(article50Applies4(f) && f.deepFakes === true && f.authorisedByLaw === false)
        ? 3
        : f.artificialOriginDisclosed === true
          ? 0
          : 1,
    'ai-tiers/external-provider-agreed': (f) => (!externalProvider5(f) ? 3 : f.agreedExpressly === true ? 0 : 1),
    'ai-tiers/external-provider-documented': (f) =>
      !externalProvider5(f) ? 3 : f.documented === true && f.undocumentedPartCount === 0 ? 0 : 1,
    'ai-tiers/generated-output-marked': (f) =>
      !(markingApplies6(f) && f.generatesContent === true && f.assistiveOnly === false && f.authorisedByLaw === false)
        ? 3
        : f.marksOutput === true
          ? 0
          : 1,
    'ai-tiers/impact-assessed': (f) =>
      !(personalDataUnderGdpr7(f) && highRiskLikely8(f))
        ? 3
        : f.impactAssessment === 'done' || (f.impactAssessment === 'screening' && f.screeningReasoned === true)
          ? 0
          : 1,
    'ai-tiers/inputs-stated': (f) =>
      f.dataStated === true && f.componentsStated === true && f.flowsStated === true && f.aiUsesStated === true ? 0 : 1,
    'ai-tiers/internal-ai-runs-locally': (f) =>
      !(f.context === 'internal-operations' && (f.personalData === true || f.clientConfidentialData === true))
        ? 3
        : f.exceptionAgreed === true || insideFirmPerimeter9(f)
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
      !(article50Applies4(f) && f.interactsWithPeople === true && f.obvious === false && !exemptFromInforming10(f))
        ? 3
        : f.informsPeople === true
          ? 0
          : 1,
    'ai-tiers/people-told-of-emotion-recognition': (f) =>
      !(article50Applies4(f) && f.emotionOrBiometricCategorisation === true && f.authorisedByLaw === false)
        ? 3
        : f.exposedPersonsInformed === true
          ? 0
          : 1,
    'ai-tiers/promised-records-are-made': (f) =>
      !(f.recordKind === 'release' || f.recordKind === 'tier-choice') ? 3 : !after(f.recordedOn, now) ? 0 : 1,
    'ai-tiers/public-interest-text-disclosed': (f) =>
      !(
        article50Applies4(f) &&
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
      !(personalDataUnderGdpr7(f) && f.impactAssessment === 'screening')
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
      !tier2InClientSystem11(f) ? 3 : f.inferencePlacesKnown === true && f.uncoveredPlaceCount === 0 ? 0 : 1,
    'ai-tiers/tier-2-region-stated': (f) => (!tier2InClientSystem11(f) ? 3 : f.regionStated === true ? 0 : 1),
    'ai-tiers/tier-agrees-with-deployment': (f) =>
      !(f.context === 'client-system')
        ? 3
        : tier1AsDeployed12(f) || tier2AsDeployed13(f) || tier3AsDeployed14(f)
          ? 0
          : 1,
    'ai-tiers/tier-choice-recorded': (f) =>
      !(f.context === 'client-system') ? 3 : f.tierChoiceRecorded === true && f.missingFactorCount === 0 ? 0 : 1,
    'analytics/collected-data-flows': (f) =>
      !(measuresOrTracks15(f) && f.hasReceiver === true) ? 3 : f.flowDescribed === true ? 0 : 1,
    'analytics/consent-before-tag': (f) =>
      !(promised16(f) && f.consentAsked === true) ? 3 : !after(f.consentSince, f.runsFrom) ? 0 : 1,
    'analytics/consent-is-asked': (f) => (!promised16(f) ? 3 : f.consentAsked === true && consentCounts17(f) ? 0 : 1),
    'analytics/container-content-stated': (f) => (!containerInClientSystem18(f) ? 3 : f.contentStated === true ? 0 : 1),
    'analytics/documented-for-engagement': (f) => (!inClientSystem19(f) ? 3 : f.documented === true ? 0 : 1),
    'analytics/inputs-stated': (f) => (f.tagsStated === true && f.servicesStated === true ? 0 : 1),
    'analytics/loaded-tag-documented-apart': (f) =>
      !(f.loadedByContainer === true && f.context === 'client-system')
        ? 3
        : f.documented === true && f.documentedApart === true
          ? 0
          : 1,
    'analytics/none-on-firm-website': (f) =>
      !(f.onFirmWebsite === true && f.context !== 'vendor-use') ? 3 : !measuresOrTracks15(f) ? 0 : 1,
    'analytics/nothing-before-consent': (f) => (!promised16(f) ? 3 : f.earlyEventCount === 0 ? 0 : 1),
    'analytics/records-are-made': (f) =>
      !(f.recordKind === 'terms-acceptance') ? 3 : !after(f.recordedOn, now) ? 0 : 1,
    'analytics/terms-accepted-before-tag': (f) =>
      !(promised16(f) && f.hasProvider === true && f.termsAccepted === true)
        ? 3
        : !after(f.termsAcceptedOn, f.runsFrom)
          ? 0
          : 1,
    'analytics/terms-accepted-with-entity': (f) =>
      !(promised16(f) && f.hasProvider === true)
        ? 3
        : f.termsAccepted === true && f.acceptedWithContractingEntity === true
          ? 0
          : 1,
    'analytics/transfers-have-ground': (f) =>
      !(measuresOrTracks15(f) && f.hasProvider === true) ? 3 : f.transferWithoutGround === false ? 0 : 1,
    'assurance/acceptance-recorded': (f) => (!acceptedInstead20(f) ? 3 : f.acceptanceRecorded === true ? 0 : 1),
    'assurance/audit-right-kept': (f) => (!acceptedInstead20(f) ? 3 : f.auditRight === 'kept' ? 0 : 1),
    'assurance/full-policies-for-auditors': (f) =>
      !fullPolicyShared21(f) ? 3 : f.recipientIsAuditor === true && f.recipientIsClient === false ? 0 : 1,
    'assurance/inputs-stated': (f) =>
      f.auditsStated === true && (f.sharedPoliciesStated === true || f.context === 'vendor-use') ? 0 : 1,
    'assurance/records-are-made': (f) =>
      !(f.recordKind === 'trust-center-acceptance') ? 3 : !after(f.recordedOn, now) ? 0 : 1,
    'assurance/review-by-independent-auditor': (f) =>
      !formalReview22(f) ? 3 : f.auditorIs === 'other' && f.independent === true ? 0 : 1,
    'assurance/review-conditions-agreed': (f) =>
      !formalReview22(f)
        ? 3
        : f.conditionsAgreed === true &&
            (f.conditionsDocument === 'dpa' || f.conditionsDocument === 'dpa-annex' || f.conditionsDocument === 'sla')
          ? 0
          : 1,
    'assurance/review-mandated-by-client': (f) => (!formalReview22(f) ? 3 : f.mandatedByClient === true ? 0 : 1),
    'infrastructure/ai-model-as-declared': (f) =>
      !(aiOfClient23(f) && f.saysModel === true) ? 3 : f.modelAsDeclared === true ? 0 : 1,
    'infrastructure/ai-scope-as-declared': (f) =>
      !(aiOfClient23(f) && f.saysScope === true) ? 3 : f.scopeAsDeclared === true ? 0 : 1,
    'infrastructure/ai-tier-as-declared': (f) =>
      !(aiOfClient23(f) && f.context === 'client-system')
        ? 3
        : (f.declaredTier === '1' && f.plannedDelivery === 'external-api') ||
            (f.declaredTier === '2' && f.plannedDelivery === 'cloud-hosted')
          ? 0
          : 1,
    'infrastructure/component-planned': (f) =>
      !(plansShowAll27(f) && f.inInfrastructure === true) ? 3 : f.planned === true ? 0 : 1,
    'infrastructure/copies-declared': (f) =>
      !(isKnown26(f) && f.providerDeclared === true && f.saysCopies === true) ? 3 : f.copiesDeclared === true ? 0 : 1,
    'infrastructure/encrypted-as-declared': (f) =>
      !(keepsData28(f) && f.encryptionClaimed === true) ? 3 : f.encryptedAtRest === true ? 0 : 1,
    'infrastructure/inputs-stated': (f) =>
      !(f.infrastructureGiven === true) ? 3 : f.componentsStated === true ? 0 : 1,
    'infrastructure/isolation-as-declared': (f) =>
      !(isDeclared24(f) && f.isolationClaimed === true) ? 3 : f.dedicated === true ? 0 : 1,
    'infrastructure/kept-data-not-exposed': (f) =>
      !(isService25(f) && f.keeps === true && f.holdsProtectedData === true && f.servesPublic === false)
        ? 3
        : f.exposed === false
          ? 0
          : 1,
    'infrastructure/key-held-as-declared': (f) =>
      !(keepsData28(f) && f.encryptionClaimed === true && f.keyClaimedOutside === true)
        ? 3
        : f.keyManagedBy === 'customer-outside'
          ? 0
          : 1,
    'infrastructure/login-listed': (f) => (!(isKnown26(f) && f.isLogin === true) ? 3 : f.loginListed === true ? 0 : 1),
    'infrastructure/logs-declared': (f) =>
      !(isKnown26(f) && f.providerDeclared === true && f.saysLogs === true) ? 3 : f.logsDeclared === true ? 0 : 1,
    'infrastructure/plan-deploys-something': (f) =>
      !(f.infrastructureGiven === true) ? 3 : f.emptyPlanCount === 0 ? 0 : 1,
    'infrastructure/plan-is-whole': (f) => (!(f.infrastructureGiven === true) ? 3 : f.partialPlanCount === 0 ? 0 : 1),
    'infrastructure/provider-declared': (f) => (f.providerDeclared === true ? 0 : 1),
    'infrastructure/region-declared': (f) =>
      !(isKnown26(f) && f.providerDeclared === true && f.regional === true) ? 3 : f.regionDeclared === true ? 0 : 1,
    'infrastructure/resource-belongs': (f) =>
      !(isService25(f) && f.serviceDeclared === true) ? 3 : f.belongs === true ? 0 : 1,
    'infrastructure/service-as-declared': (f) => (!isDeclared24(f) ? 3 : f.serviceAsDeclared === true ? 0 : 1),
    'infrastructure/service-declared': (f) =>
      !(isService25(f) && f.providerDeclared === true) ? 3 : f.serviceDeclared === true ? 0 : 1,
    'infrastructure/sources-planned': (f) =>
      !(plansShowAll27(f) && f.sourceStated === true) ? 3 : f.sourcesFound === true ? 0 : 1,
    'infrastructure/transport-as-declared': (f) =>
      !(isKnown26(f) && f.belongs === true && f.transportClaimed === true && f.saysTransport === true)
        ? 3
        : f.encryptedInTransit === true
          ? 0
          : 1,
    'infrastructure/unknown-type-named': (f) => (!(f.typeKnown === false) ? 3 : f.belongs === true ? 0 : 1),
    'processor-terms/acceptance-before-processing': (f) =>
      !acceptedAgreement29(f) ? 3 : !after(f.acceptedOn, f.processingStarts) ? 0 : 1,
    'processor-terms/acceptance-recorded': (f) =>
      !controllersAgreement30(f) ? 3 : f.acceptanceRecorded === true ? 0 : 1,
    'processor-terms/agreement-before-processing': (f) =>
      !signedAgreement33(f) ? 3 : !after(f.agreementSignedOn, f.processingStarts) ? 0 : 1,
    'processor-terms/agreement-in-force': (f) =>
      !processing32(f) ? 3 : f.agreementExists === true && f.agreementSigned === true ? 0 : 1,
    'processor-terms/agreement-names-regimes': (f) =>
      !controllersAgreement30(f) ? 3 : f.unnamedRegimeCount === 0 ? 0 : 1,
    'processor-terms/agreement-part-of-service': (f) =>
      !controllersAgreement30(f) ? 3 : f.statesPartOfServiceAgreement === true ? 0 : 1,
    'processor-terms/breach-information': (f) => (!breachesNotified34(f) ? 3 : f.breachInformation === true ? 0 : 1),
    'processor-terms/breach-notified-in-time': (f) =>
      !breachesNotified34(f)
        ? 3
        : f.breachWithoutUndueDelay === true && f.breachWindowStated === true && f.breachWindowHours <= 72
          ? 0
          : 1,
    'processor-terms/breach-window-starts-at-awareness': (f) =>
      !breachesNotified34(f) ? 3 : f.breachWindowStart === 'awareness' ? 0 : 1,
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
    'processor-terms/deletion-choice': (f) => (!deletionAgreed35(f) ? 3 : f.deletionChoice === 'controller' ? 0 : 1),
    'processor-terms/deletion-of-copies': (f) => (!deletionAgreed35(f) ? 3 : f.copiesDeleted === true ? 0 : 1),
    'processor-terms/encrypted-at-rest': (f) => (!keptByProcessor36(f) ? 3 : f.atRestBits >= 256 ? 0 : 1),
    'processor-terms/encrypted-in-transit': (f) => (!overWireWithProcessor37(f) ? 3 : f.tlsVersion >= 1.2 ? 0 : 1),
    'processor-terms/encrypted-in-transit-as-agreed': (f) =>
      !overWireWithProcessor37(f) ? 3 : latestTls38(f) || f.tlsVersion >= f.agreedTlsVersion ? 0 : 1,
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
      !(controllersData39(f) && f.context === 'client-system') ? 3 : f.dataWithoutBasisCount === 0 ? 0 : 1,
    'processor-terms/legal-basis-recorded': (f) =>
      !(controllersData39(f) && f.context !== 'client-system') ? 3 : f.dataWithoutBasisCount === 0 ? 0 : 1,
    'processor-terms/output-personal-unless-shown': (f) =>
      !(f.claimsNoPersonalData === true && f.madeFromPersonalData === true)
        ? 3
        : f.shownNotPersonal === true && !after(f.shownNotPersonalOn, now)
          ? 0
          : 1,
    'processor-terms/own-use-has-legal-basis': (f) => (!ownUse40(f) ? 3 : f.legalBasisRecorded === true ? 0 : 1),
    'processor-terms/own-use-not-instructed': (f) => (!ownUse40(f) ? 3 : f.instructed === false ? 0 : 1),
    'processor-terms/own-use-under-arrangement': (f) =>
      !(ownUse40(f) && f.role === 'joint-controller') ? 3 : f.arrangementExists === true ? 0 : 1,
    'processor-terms/own-use-under-controller-terms': (f) =>
      !(ownUse40(f) && f.role === 'controller') ? 3 : f.controllerTermsExist === true ? 0 : 1,
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
      !deletionAgreed35(f) ? 3 : f.retention === 'none' || f.retention === 'union-or-member-state-law' ? 0 : 1,
    'processor-terms/rights-covered': (f) =>
      !controllersAgreement30(f)
        ? 3
        : f.rightsCovered?.includes('access') &&
            f.rightsCovered?.includes('correction') &&
            f.rightsCovered?.includes('deletion')
          ? 0
          : 1,
    'processor-terms/rights-tools': (f) => (!controllersAgreement30(f) ? 3 : f.rightsTools === true ? 0 : 1),
    'processor-terms/states-assistance-with-impact-assessments': (f) =>
      !controllersAgreement30(f) ? 3 : f.statesAssistanceWithImpactAssessments === true ? 0 : 1,
    'processor-terms/states-assistance-with-rights': (f) =>
      !controllersAgreement30(f) ? 3 : f.statesAssistanceWithRights === true ? 0 : 1,
    'processor-terms/states-assistance-with-security': (f) =>
      !controllersAgreement30(f) ? 3 : f.statesAssistanceWithSecurity === true ? 0 : 1,
    'processor-terms/states-audits': (f) => (!controllersAgreement30(f) ? 3 : f.statesAudits === true ? 0 : 1),
    'processor-terms/states-breach-notice': (f) =>
      !controllersAgreement30(f) ? 3 : f.statesBreachNotice === true ? 0 : 1,
    'processor-terms/states-confidentiality': (f) =>
      !controllersAgreement30(f) ? 3 : f.statesConfidentiality === true ? 0 : 1,
    'processor-terms/states-controller-duties': (f) =>
      !controllersAgreement30(f) ? 3 : f.statesControllerDuties === true ? 0 : 1,
    'processor-terms/states-data-subjects': (f) =>
      !controllersAgreement30(f) ? 3 : f.statesDataSubjects === true ? 0 : 1,
    'processor-terms/states-data-types': (f) => (!controllersAgreement30(f) ? 3 : f.statesDataTypes === true ? 0 : 1),
    'processor-terms/states-deletion-or-return': (f) =>
      !controllersAgreement30(f) ? 3 : f.statesDeletionOrReturn === true ? 0 : 1,
    'processor-terms/states-documented-instructions': (f) =>
      !controllersAgreement30(f) ? 3 : f.statesDocumentedInstructions === true ? 0 : 1,
    'processor-terms/states-duration': (f) => (!controllersAgreement30(f) ? 3 : f.statesDuration === true ? 0 : 1),
    'processor-terms/states-information-on-compliance': (f) =>
      !controllersAgreement30(f) ? 3 : f.statesInformationOnCompliance === true ? 0 : 1,
    'processor-terms/states-instructions-on-transfers': (f) =>
      !controllersAgreement30(f) ? 3 : f.statesInstructionsOnTransfers === true ? 0 : 1,
    'processor-terms/states-nature': (f) => (!controllersAgreement30(f) ? 3 : f.statesNature === true ? 0 : 1),
    'processor-terms/states-notice-of-legal-requirement': (f) =>
      !controllersAgreement30(f) ? 3 : f.statesNoticeOfLegalRequirement === true ? 0 : 1,
    'processor-terms/states-purpose': (f) => (!controllersAgreement30(f) ? 3 : f.statesPurpose === true ? 0 : 1),
    'processor-terms/states-security': (f) => (!controllersAgreement30(f) ? 3 : f.statesSecurity === true ? 0 : 1),
    'processor-terms/states-sub-processor-changes': (f) =>
      !controllersAgreement30(f) ? 3 : f.statesSubProcessorChanges === true ? 0 : 1,
    'processor-terms/states-sub-processor-obligations': (f) =>
      !controllersAgreement30(f) ? 3 : f.statesSubProcessorObligations === true ? 0 : 1,
    'processor-terms/states-subject-matter': (f) =>
      !controllersAgreement30(f) ? 3 : f.statesSubjectMatter === true ? 0 : 1,
    'processor-terms/states-warning-of-unlawful-instructions': (f) =>
      !controllersAgreement30(f) ? 3 : f.statesWarningOfUnlawfulInstructions === true ? 0 : 1,
    'processor-terms/sub-processing-authorised': (f) =>
      !subProcessor41(f) ? 3 : f.subProcessingAuthorised === true ? 0 : 1,
    'processor-terms/sub-processor-breach-window': (f) =>
      !subProcessorAgreement42(f) ? 3 : f.breachWindowHours <= f.breachWindowAboveHours ? 0 : 1,
    'processor-terms/sub-processor-list-available': (f) =>
      !subProcessorAuthorised43(f) ? 3 : f.listAvailable === true ? 0 : 1,
    'processor-terms/sub-processor-terms-not-weaker': (f) =>
      !subProcessorAgreement42(f) ? 3 : f.equivalenceAssessed === true || f.weakerTermCount === 0 ? 0 : 1,
    'security/commitment-agreed': (f) =>
      !commitmentCounts44(f) ? 3 : f.agreed === true && !after(f.agreedOn, now) ? 0 : 1,
    'security/commitment-precedes-work': (f) =>
      !(commitmentCounts44(f) && f.agreed === true) ? 3 : !after(f.agreedOn, f.starts) ? 0 : 1,
    'security/development-controls-recorded': (f) =>
      !(firmsOwnPromise45(f) && f.customDevelopment === true)
        ? 3
        : f.developmentControlsRecorded === true && !after(f.developmentControlsSignedOn, now)
          ? 0
          : 1,
    'security/inputs-stated': (f) =>
      !firmsOwnPromise45(f) ? 3 : f.componentsStated === true && f.commitmentsStated === true ? 0 : 1,
    'security/isms-reviewed': (f) =>
      !firmsOwnPromise45(f) ? 3 : f.ismsReviewed === true && withinLast(f.ismsReviewedOn, 'P1Y') ? 0 : 1,
    'security/measures-documented': (f) =>
      !firmsOwnPromise45(f) ? 3 : f.measuresDocumented === true && !after(f.measuresSignedOn, now) ? 0 : 1,
    'security/measures-fit-engagement': (f) =>
      !(firmsOwnPromise45(f) && f.measuresDocumented === true) ? 3 : f.measuresUncoveredCount === 0 ? 0 : 1,
    'security/measures-precede-work': (f) =>
      !(firmsOwnPromise45(f) && f.measuresDocumented === true) ? 3 : !after(f.measuresSignedOn, f.starts) ? 0 : 1,
    'security/patches-managed': (f) => (!managedByFirm46(f) ? 3 : f.patchesManaged === true ? 0 : 1),
    'security/vulnerabilities-monitored': (f) =>
      !managedByFirm46(f) ? 3 : f.vulnerabilitiesMonitored === true ? 0 : 1,
    'sub-processors/assessed-before-adoption': (f) =>
      !ownWork47(f) ? 3 : f.assessed === true && !after(f.assessedOn, f.adoptedOn) && !after(f.assessedOn, now) ? 0 : 1,
    'sub-processors/assessment-criteria-complete': (f) =>
      !(ownWork47(f) && f.assessed === true) ? 3 : f.missingCriteriaCount === 0 ? 0 : 1,
    'sub-processors/certificate-evidence-current': (f) =>
      !(ownWork47(f) && (f.claimedBy?.includes('firm') || f.required === true))
        ? 3
        : f.evidenceKept === true && evidenceInDate48(f)
          ? 0
          : 1,
    'sub-processors/change-notified': (f) =>
      !changeToAnnounce49(f) ? 3 : f.notified === true && f.notifiedInWriting === true ? 0 : 1,
    'sub-processors/client-choice-recorded': (f) =>
      !(ownWork47(f) && f.requestedByClient === true) ? 3 : f.architectureRecorded === true ? 0 : 1,
    'sub-processors/inputs-stated': (f) =>
      !ownWork47(f) ? 3 : f.componentsStated === true && f.providersStated === true ? 0 : 1,
    'sub-processors/need-stated': (f) => (!ownWork47(f) ? 3 : f.needStated === true ? 0 : 1),
    'sub-processors/no-client-data-in-repositories': (f) =>
      !(ownWork47(f) && f.sourceRepository === true && f.personalData === true)
        ? 3
        : f.clientPersonalDataBesideCommits === false
          ? 0
          : 1,
    'sub-processors/notice-thirty-days-ahead': (f) =>
      !(changeToAnnounce49(f) && f.notified === true) ? 3 : f.noticeDays >= 30 ? 0 : 1,
    'sub-processors/objection-answered-before-change': (f) =>
      !(changeToAnnounce49(f) && f.dataProtectionGrounds === true && before(f.madeOn, f.usedSince))
        ? 3
        : f.answered === true && before(f.answeredOn, f.usedSince)
          ? 0
          : 1,
    'sub-processors/objections-recorded': (f) =>
      !(changeToAnnounce49(f) && f.notified === true) ? 3 : f.objectionsStated === true ? 0 : 1,
    'sub-processors/on-list-or-documented': (f) =>
      !(ownWork47(f) && f.contractedByFirm === true) ? 3 : f.onFirmList === true || f.documented === true ? 0 : 1,
    'sub-processors/provider-documented': (f) => (!processesForClient50(f) ? 3 : f.documented === true ? 0 : 1),
    'sub-processors/records-are-made': (f) =>
      !(f.recordKind === 'agreement' || f.recordKind === 'change-notice' || f.recordKind === 'objection-answer')
        ? 3
        : !after(f.recordedOn, now)
          ? 0
          : 1,
    'sub-processors/region-stated': (f) =>
      !(ownWork47(f) && f.locationModel === 'region') ? 3 : f.regionStated === true ? 0 : 1,
    'sub-processors/required-certifications-stated': (f) =>
      !ownWork47(f) ? 3 : f.requiredCertificationsStated === true ? 0 : 1,
    'sub-processors/reviewed-within-year': (f) =>
      !ownWork47(f) ? 3 : f.reviewed === true && withinLast(f.reviewedOn, 'P1Y') ? 0 : 1,
    'sub-processors/security-verified-within-year': (f) =>
      !ownWork47(f) ? 3 : f.securityVerified === true && withinLast(f.securityVerifiedOn, 'P1Y') ? 0 : 1,
    'sub-processors/used-as-registered': (f) =>
      !ownWork47(f) ? 3 : onClientInstruction51(f) || usedAsListed52(f) ? 0 : 1,
    'transfers/adequacy-in-force': (f) =>
      !(transfer54(f) && f.reliedOn === 'adequacy') ? 3 : adequacyInForce53(f) ? 0 : 1,
    'transfers/adequacy-in-scope': (f) =>
      !(transfer54(f) && f.reliedOn === 'adequacy' && f.adequacyDecision === true) ? 3 : adequacyInScope55(f) ? 0 : 1,
    'transfers/asset-is-held': (f) => (f.held === true ? 0 : 1),
    'transfers/bcr-fit': (f) => (!(transfer54(f) && f.reliedOn === 'bcr') ? 3 : bcrFit60(f) ? 0 : 1),
    'transfers/chapter-v-ground': (f) => (!transfer54(f) ? 3 : groundCounts61(f) ? 0 : 1),
    'transfers/clear-text-has-no-cure': (f) =>
      !(assessmentNeeded81(f) && f.tiaExists === true && f.problematicLaw === 'applies')
        ? 3
        : !f.measures?.includes('uc6') && !f.measures?.includes('uc7')
          ? 0
          : 1,
    'transfers/derogation-compelling-interests': (f) =>
      !(reliesOnDerogation84(f) && f.derogation === 'compelling') ? 3 : compellingInterests80(f) ? 0 : 1,
    'transfers/derogation-consent': (f) =>
      !(reliesOnDerogation84(f) && f.derogation === 'a') ? 3 : consentInformed75(f) ? 0 : 1,
    'transfers/derogation-not-systematic': (f) =>
      !reliesOnDerogation84(f) ? 3 : f.systematicProviderUse === false ? 0 : 1,
    'transfers/derogation-occasional': (f) =>
      !(reliesOnDerogation84(f) && (f.derogation === 'b' || f.derogation === 'c' || f.derogation === 'e'))
        ? 3
        : occasionalAndNecessary76(f)
          ? 0
          : 1,
    'transfers/derogation-open-to-exporter': (f) =>
      !(
        reliesOnDerogation84(f) &&
        (f.derogation === 'a' || f.derogation === 'b' || f.derogation === 'c' || f.derogation === 'compelling')
      )
        ? 3
        : f.publicAuthorityExporter === false
          ? 0
          : 1,
    'transfers/derogation-public-interest': (f) =>
      !(reliesOnDerogation84(f) && f.derogation === 'd') ? 3 : publicInterest77(f) ? 0 : 1,
    'transfers/derogation-recorded': (f) => (!reliesOnDerogation84(f) ? 3 : f.derogationRecorded === true ? 0 : 1),
    'transfers/derogation-register': (f) =>
      !(reliesOnDerogation84(f) && f.derogation === 'g') ? 3 : registerExtract79(f) ? 0 : 1,
    'transfers/derogation-vital-interests': (f) =>
      !(reliesOnDerogation84(f) && f.derogation === 'f') ? 3 : vitalInterests78(f) ? 0 : 1,
    'transfers/dpf-covers-the-data': (f) =>
      !(transfer54(f) && reliesOnDpfListing85(f)) ? 3 : dpfCoversData58(f) ? 0 : 1,
    'transfers/dpf-entity-listed': (f) =>
      !(transfer54(f) && reliesOnDpfListing85(f))
        ? 3
        : dpfEntityListed57(f) && f.dpfFrameworks?.includes('eu-us')
          ? 0
          : 1,
    'transfers/dpf-evidence-current': (f) =>
      !(transfer54(f) && reliesOnDpfListing85(f)) ? 3 : dpfEvidenceCurrent59(f) ? 0 : 1,
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
        transfer54(f) &&
        (f.reliedOn === 'scc' ||
          f.reliedOn === 'dpf' ||
          f.reliedOn === 'safe-harbour' ||
          f.reliedOn === 'privacy-shield')
      )
        ? 3
        : instrumentStands64(f)
          ? 0
          : 1,
    'transfers/measure-fits-facts': (f) =>
      !(
        assessmentNeeded81(f) &&
        f.tiaExists === true &&
        f.problematicLaw === 'applies' &&
        !f.measures?.includes('uc6') &&
        !f.measures?.includes('uc7')
      )
        ? 3
        : measureFitsFacts86(f)
          ? 0
          : 1,
    'transfers/no-substitute-ground': (f) =>
      !transfer54(f)
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
      !(onwardLeg92(f) && f.isUkTransfer === false && f.upstreamGrounds?.includes('adequacy'))
        ? 3
        : f.onwardConditionsMet === true
          ? 0
          : 1,
    'transfers/onward-after-bcrs': (f) =>
      !(onwardLeg92(f) && f.upstreamGrounds?.includes('bcr')) ? 3 : f.onwardConditionsMet === true ? 0 : 1,
    'transfers/onward-after-dpf': (f) =>
      !(onwardLeg92(f) && f.upstreamGrounds?.includes('dpf')) ? 3 : f.onwardContract === true ? 0 : 1,
    'transfers/onward-after-other-grounds': (f) =>
      !(
        onwardLeg92(f) &&
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
      !(onwardLeg92(f) && f.upstreamGrounds?.includes('scc')) ? 3 : f.onwardConditionsMet === true ? 0 : 1,
    'transfers/onward-recipient-known': (f) => (!onwardLeg92(f) ? 3 : f.importerIdentified === true ? 0 : 1),
    'transfers/other-tool-binds': (f) => (!(transfer54(f) && reliesOnOtherTool70(f)) ? 3 : otherToolFits71(f) ? 0 : 1),
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
      !(transfer54(f) && f.remoteAccess === true) ? 3 : f.reliedOn !== 'none' ? 0 : 1,
    'transfers/residency-setting-binds': (f) =>
      !(f.personalData === true && f.residencyClaimed === true) ? 3 : f.unbindingSettingCount === 0 ? 0 : 1,
    'transfers/scc-annexes-complete': (f) =>
      !(transfer54(f) && f.reliedOn === 'scc') ? 3 : f.sccAnnexes === 'complete' ? 0 : 1,
    'transfers/scc-binds-before-first-transfer': (f) =>
      !(transfer54(f) && f.reliedOn === 'scc') ? 3 : sccBindsInTime66(f) ? 0 : 1,
    'transfers/scc-current-set': (f) =>
      !(
        transfer54(f) &&
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
      !(transfer54(f) && f.reliedOn === 'scc') ? 3 : f.importerReach !== 'targeting' ? 0 : 1,
    'transfers/scc-module-matches-roles': (f) =>
      !(transfer54(f) && f.reliedOn === 'scc') ? 3 : sccModulesFitRoles67(f) ? 0 : 1,
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
      !assessmentNeeded81(f) ? 3 : f.tiaExists === true && !after(f.tiaOn, f.firstTransferOn) ? 0 : 1,
    'transfers/tia-within-review': (f) =>
      !(assessmentNeeded81(f) && f.tiaExists === true) ? 3 : !before(f.tiaReviewBy, now) ? 0 : 1,
    'transfers/transfer-documentation-complete': (f) =>
      !(restrictedTransfer93(f) && f.documented === true) ? 3 : f.undocumentedPartCount === 0 ? 0 : 1,
    'transfers/transfer-documented': (f) => (!restrictedTransfer93(f) ? 3 : f.documented === true ? 0 : 1),
    'transfers/transfer-instructed': (f) =>
      !(restrictedTransfer93(f) && (f.exporterRole === 'processor' || f.exporterRole === 'sub-processor'))
        ? 3
        : f.instructed === true
          ? 0
          : 1,
    'transfers/uk-addendum-in-place': (f) =>
      !(ukTransfer95(f) && f.ukReliedOn === 'uk-addendum') ? 3 : ukAddendumInPlace94(f) ? 0 : 1,
    'transfers/uk-adequacy-in-force': (f) =>
      !(ukTransfer95(f) && f.ukReliedOn === 'uk-adequacy') ? 3 : ukAdequacyInForce96(f) ? 0 : 1,
    'transfers/uk-agreement-in-place': (f) =>
      !(ukTransfer95(f) && f.ukReliedOn === 'idta') ? 3 : ukAgreementInPlace97(f) ? 0 : 1,
    'transfers/uk-extension-listing': (f) =>
      !(ukTransfer95(f) && f.ukReliedOn === 'uk-extension') ? 3 : ukExtensionFits98(f) ? 0 : 1,
    'transfers/uk-ground': (f) => (!ukTransfer95(f) ? 3 : ukGroundCounts99(f) ? 0 : 1),
    'transfers/worldwide-beyond-adequacy': (f) =>
      !(transfer54(f) && f.worldwide === true) ? 3 : f.reliedOn !== 'adequacy' ? 0 : 1,
  }
}
