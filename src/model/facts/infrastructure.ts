import { about, choice, count, flag, text, texts } from './define.ts'
import { contexts } from './values.ts'

/** What is about to be deployed, and what the descriptor declares of it. */
export const resourceFacts = {
  resource: text('the resource', 'joined'),
  type: text('the type of the resource', 'joined'),
  provider: text('the provider of the resource', 'joined'),
  service: text('the service of the resource', 'joined'),
  components: texts('the components that the resource is part of'),
  typeKnown: about(flag('the type of the resource is known here', 'joined'), 'type'),
  providerDeclared: about(
    flag(
      'a component runs on the provider of the resource',
      'derived',
      'no component runs on the provider of the resource',
    ),
    'provider',
  ),
  supporting: flag(
    'the resource only supports others and holds no data',
    'joined',
    'the resource is a service of its own, or part of one',
  ),
  serviceDeclared: about(
    flag(
      'a component runs on the service of the resource',
      'derived',
      'no component runs on the service of the resource',
    ),
    'service',
  ),
  belongs: flag('the resource is part of a component', 'derived', 'the resource is part of no component'),
  serviceAsDeclared: about(flag('the resource is of the service that its component declares', 'derived'), 'service'),
  regional: flag('the resource runs in a region', 'joined', 'the resource runs in no region in particular'),
  region: text('the region of the resource', 'joined'),
  place: text('the place of that region', 'joined'),
  regionDeclared: about(flag('the region of the resource is declared', 'derived'), 'region', 'declaredRegions'),
  declaredRegions: texts('the regions that are declared'),
  saysCopies: flag(
    'the plan tells where the resource is copied to',
    'joined',
    'the plan does not tell where the resource is copied to',
  ),
  copies: texts('the other regions that the resource is copied to', 'joined'),
  copiesDeclared: about(
    flag(
      'every region that the resource is copied to is declared',
      'derived',
      'a region that the resource is copied to is not declared',
    ),
    'undeclaredCopies',
  ),
  undeclaredCopies: texts('the regions that the resource is copied to and that are not declared'),
  saysLogs: flag(
    'the plan tells where the logs of the resource go',
    'joined',
    'the plan does not tell where the logs of the resource go',
  ),
  logs: texts('the regions that the logs of the resource go to', 'joined'),
  logsDeclared: about(
    flag(
      'every region that the logs of the resource go to is declared',
      'derived',
      'a region that the logs of the resource go to is not declared',
    ),
    'undeclaredLogs',
  ),
  undeclaredLogs: texts('the regions that the logs of the resource go to and that are not declared'),
  keeps: flag('the resource keeps what reaches it', 'joined'),
  encryptionClaimed: flag('the component is declared to be encrypted at rest', 'declared'),
  encryptedAtRest: flag('the resource is encrypted at rest', 'joined'),
  keyClaimedOutside: flag(
    'the keys are declared to be held by others than the provider',
    'declared',
    'the keys are not declared to be held by others than the provider',
  ),
  keyManagedBy: choice('who manages the key', ['provider', 'customer', 'customer-outside'], 'joined', {
    says: 'the key of the resource is managed by {value}',
    words: {
      provider: 'the provider',
      customer: "the customer, in the provider's key service",
      'customer-outside': "the customer, outside the provider's reach",
    },
  }),
  saysTransport: flag(
    'the plan tells whether the resource refuses to be reached in the clear',
    'joined',
    'the plan does not tell whether the resource refuses to be reached in the clear',
  ),
  transportClaimed: flag(
    'a flow into the component is declared to be encrypted',
    'declared',
    'no flow into the component is declared to be encrypted',
  ),
  encryptedInTransit: flag(
    'the resource refuses to be reached in the clear',
    'joined',
    'the resource can be reached in the clear',
  ),
  isolationClaimed: flag('the component is declared to be physically isolated', 'declared'),
  dedicated: flag(
    'the resource runs on equipment that no other customer shares',
    'joined',
    'the resource runs on equipment that other customers share',
  ),
  holdsProtectedData: flag(
    'the component holds personal or confidential data',
    'derived',
    'the component holds neither personal nor confidential data',
  ),
  servesPublic: flag(
    'the component is declared to serve the public from machines of its own',
    'derived',
    'the component is not declared to serve the public from machines of its own',
  ),
  exposed: flag(
    'everybody can reach what the resource holds',
    'joined',
    'what the resource holds is not open to everybody',
  ),
  context: choice('the context of the component', contexts, 'derived'),
  aiDeployment: flag('the resource is part of an AI service', 'joined'),
  declaredTier: choice('the tier that is declared', ['1', '2', '3'], 'declared'),
  plannedDelivery: choice('how the planned service delivers the model', ['external-api', 'cloud-hosted'], 'joined', {
    says: 'the planned model is {value}',
    words: {
      'external-api': "called at an external provider's interface",
      'cloud-hosted': 'run as a service in a cloud',
    },
  }),
  saysScope: flag('the plan tells the endpoint scope', 'joined', 'the plan does not tell the endpoint scope'),
  plannedScope: text('the planned endpoint scope', 'joined'),
  declaredScope: text('the declared endpoint scope', 'declared'),
  scopeAsDeclared: about(
    flag('the endpoint scope is the one that is declared', 'derived'),
    'plannedScope',
    'declaredScope',
  ),
  saysModel: flag('the plan tells the model', 'joined', 'the plan does not tell the model'),
  plannedModel: text('the planned model', 'joined'),
  declaredModels: texts('the declared models', 'declared'),
  modelAsDeclared: about(flag('the model is one that is declared', 'derived'), 'plannedModel', 'declaredModels'),
  isLogin: flag(
    'somebody or something logs in with the resource',
    'joined',
    'nobody and nothing logs in with the resource',
  ),
  loginName: text('the name to log in with', 'joined'),
  loginListed: flag('the login is listed among the accounts', 'derived'),
} as const

/** What plans say of a component. */
export const componentInfrastructureFacts = {
  infrastructureGiven: flag(
    'a plan of the infrastructure was given',
    'joined',
    'no plan of the infrastructure was given',
  ),
  infrastructureComplete: flag(
    'the plans show all that the engagement deploys',
    'declared',
    'the engagement deploys more than the plans show',
  ),
  inInfrastructure: flag('infrastructure code is to deploy the component', 'derived'),
  planned: flag(
    'a planned resource is part of the component',
    'derived',
    'no planned resource is part of the component',
  ),
  sourceStated: flag('the component names its source', 'declared'),
  sourcesFound: about(
    flag(
      'everything that the component names as its source is planned',
      'derived',
      'something that the component names as its source is not planned',
    ),
    'missingSources',
  ),
  missingSources: texts('what the component names as its source and is not planned'),
} as const

/** What is known of the plans themselves. */
export const engagementInfrastructureFacts = {
  infrastructureGiven: flag(
    'a plan of the infrastructure was given',
    'joined',
    'no plan of the infrastructure was given',
  ),
  plannedResourceCount: count('the number of planned resources', 'resources'),
  emptyPlanCount: about(count('the number of plans that deploy nothing', 'plans'), 'emptyPlans'),
  emptyPlans: texts('the plans that deploy nothing', 'joined'),
  partialPlanCount: about(count('the number of plans that do not show all of their code', 'plans'), 'partialPlans'),
  partialPlans: texts('the plans that do not show all of their code', 'joined'),
} as const
