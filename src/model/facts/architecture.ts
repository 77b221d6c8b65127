import { about, choice, choices, count, flag, moment, text, texts } from './define.ts'
import { componentInfrastructureFacts, engagementInfrastructureFacts } from './infrastructure.ts'
import { processingTermFacts } from './processing-terms.ts'
import {
  componentProtectionFacts,
  dataAssetOriginFacts,
  engagementSecurityFacts,
  flowProtectionFacts,
} from './security.ts'
import { supplierFacts } from './supplier.ts'
import { activities, contexts, reaches, recordKinds, states } from './values.ts'
import { reachWording, recordKindWords, stateWords } from './words.ts'

export const engagementFacts = {
  context: choice('the context of the engagement', contexts, 'declared'),
  partiesStated: flag('the parties are listed', 'declared'),
  dataStated: flag('the data assets are listed', 'declared'),
  componentsStated: flag('the components are listed', 'declared'),
  providersStated: flag('the providers are listed', 'declared'),
  flowsStated: flag('the flows are listed', 'declared'),
  remoteAccessStated: flag('remote access is listed', 'declared'),
  safeguardsStated: flag('the transfer grounds are listed', 'declared'),
  agreementsStated: flag('the agreements are listed', 'declared'),
  aiUsesStated: flag('the AI uses are listed', 'declared'),
  tagsStated: flag('the tags are listed', 'declared'),
  servicesStated: flag('every component is listed with the service that it runs on', 'declared'),
  auditsStated: flag(
    'audits, and what was accepted instead of them, are listed',
    'declared',
    'audits, and what was accepted instead of them, are not listed',
  ),
  sharedPoliciesStated: flag('the security policies that were given to others are listed', 'declared'),
  accountsStated: flag('the accounts are listed', 'declared'),
  personalData: flag('personal data is processed', 'derived'),
  ...engagementSecurityFacts,
  ...engagementInfrastructureFacts,
} as const

export const partyFacts = {
  name: text('the party'),
  country: text('the country of establishment', 'declared'),
  inEea: flag('the party is established in the EEA', 'joined'),
  parentOutsideEea: flag('the parent of the party is established outside the EEA', 'joined'),
  gdprReach: choice('how the GDPR reaches the party', reaches, 'derived', reachWording('the party')),
  underUkGdpr: flag('the party is under the UK GDPR', 'derived'),
  personalData: flag('the engagement processes personal data', 'derived'),
  jointController: flag('the party is a joint controller', 'declared'),
  arrangementExists: flag('an arrangement between joint controllers binds the party', 'declared'),
} as const

export const dataAssetFacts = {
  asset: text('the data asset'),
  personalData: flag('the asset is personal data', 'derived'),
  specialCategories: flag('the asset contains special categories of data', 'derived'),
  employmentData: flag('the asset is employment data', 'derived'),
  confidential: flag('the asset is confidential', 'derived'),
  clientData: flag('the asset belongs to the client', 'derived'),
  state: choice('the form in which the asset is held first', states, 'declared', {
    says: 'the asset is first held in {value}',
    words: stateWords,
  }),
  held: flag('a component or party holds the asset', 'derived'),
  ...dataAssetOriginFacts,
} as const

export const componentFacts = {
  component: text('the component'),
  context: choice('the context of the component', contexts, 'derived'),
  operatedByFirm: flag('the firm operates the component', 'derived'),
  administered: flag('an account administers the component', 'derived'),
  sourceRepository: flag('the component keeps source code', 'derived'),
  clientPersonalDataBesideCommits: flag(
    "the component holds personal data of the client other than contributors' commit metadata",
    'derived',
  ),
  personalData: flag('the component holds personal data', 'derived'),
  ...componentProtectionFacts,
  ...componentInfrastructureFacts,
} as const

export const flowFacts = {
  flow: text('the flow'),
  carriesUnheld: flag(
    'the flow carries an asset that its source cannot hold',
    'derived',
    'the flow carries no asset that its source cannot hold',
  ),
  unheldAssets: texts('the assets that the flow carries and its source cannot hold'),
  ...flowProtectionFacts,
  carriesPersonalData: flag('the flow carries personal data', 'derived'),
  purpose: text('the purpose of the flow', 'declared'),
  uninstructedCount: about(
    count('the number of processors without an instruction for the purpose', 'processors'),
    'uninstructed',
  ),
  uninstructed: texts('the processors without an instruction for the purpose'),
} as const

export const providerUseFacts = {
  component: text('the component'),
  provider: text('the provider and service'),
  context: choice('the context of the component', contexts, 'derived'),
  ...supplierFacts,
  locationModel: choice(
    'how the provider decides where the service works',
    ['fixed', 'region', 'global-edge', 'endpoint-scope'],
    'joined',
    {
      says: 'the service works {value}',
      words: {
        fixed: 'where the provider has fixed it',
        region: 'in the region that the customer chooses',
        'global-edge': 'all over the world, at the edge of the network',
        'endpoint-scope': 'wherever its endpoint reaches',
      },
    },
  ),
  regionStated: flag('the region is stated', 'declared'),
  endpointScopeStated: flag('the endpoint scope is stated', 'declared'),
  entity: text('the contracting entity'),
  entityInEea: flag('the contracting entity is established in the EEA', 'joined'),
  placesKnown: flag('every place where the service works is known', 'derived'),
  places: texts('the places where the service works'),
  placesOutsideEeaCount: about(
    count('the number of places outside the EEA where the service works', 'places'),
    'placesOutsideEea',
  ),
  placesOutsideEea: texts('the places outside the EEA where the service works'),
  accessOutsideEeaCount: about(
    count('the number of places outside the EEA from which others than the contracting customer have access', 'places'),
    'accessOutsideEea',
  ),
  accessOutsideEea: texts('the places outside the EEA from which others than the contracting customer have access'),
  claimsNoTransfer: flag(
    'the engagement names no transfer ground for the provider, and so claims that there is no transfer',
    'derived',
    'the engagement names a transfer ground for the provider',
  ),
  residencyClaimed: flag('a setting that narrows the places is relied on', 'declared'),
  unbindingSettingCount: about(
    count('the number of settings relied on that do not bind the provider', 'settings'),
    'unbindingSettings',
  ),
  unbindingSettings: texts('the settings that do not bind the provider'),
} as const

export const processingRelationshipFacts = {
  controller: text('the party for which data is processed'),
  processor: text('the processor'),
  depth: count('the number of steps from the controller to the processor', 'steps'),
  personalData: flag('personal data is processed', 'derived'),
  controllerUnderGdpr: flag('the GDPR applies to the party for which data is processed', 'derived'),
  processorInEea: flag('the processor is established in the EEA', 'joined'),
  processorParentOutsideEea: flag('the parent of the processor is established outside the EEA', 'joined'),
  placesOutsideEeaCount: count('the number of places outside the EEA where it processes', 'places'),
  parentRiskAssessed: flag('the risk of a parent in a third country was assessed under Art. 28(1)', 'declared'),
  ...processingTermFacts,
} as const

export const personFacts = {
  person: text('the person'),
  employer: text('the employer'),
  hasAccess: flag(
    'the person holds an account or has remote access',
    'derived',
    'the person neither holds an account nor has remote access',
  ),
  personalData: flag('the engagement processes personal data', 'derived'),
  boundToConfidentiality: flag('the person is bound to confidentiality', 'declared'),
  worksOutsideEea: flag('the person works from outside the EEA', 'joined'),
} as const

export const recordFacts = {
  record: text('what was recorded'),
  recordKind: choice('what kind of record it is', recordKinds, 'derived', {
    says: 'the record is {value}',
    words: recordKindWords,
  }),
  recordedOn: moment('the day that the record bears', 'declared'),
} as const

export const usedActivities = choices('the activities that take place there', activities, 'derived')
