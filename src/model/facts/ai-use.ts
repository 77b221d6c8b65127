import { about, choice, choices, count, flag, moment, text, texts } from './define.ts'
import { contexts } from './values.ts'

export const aiUseFacts = {
  use: text('the AI use'),
  component: text('the component in which the model works'),
  provider: text('the provider and service'),
  path: texts('the way that the data took'),
  context: choice('the context of the AI use', contexts, 'derived'),
  tier: choice('the declared deployment tier', ['1', '2', '3'], 'declared'),
  cloudService: flag('the model runs as a service of a cloud provider', 'derived'),
  delivery: choice('how the service delivers the model', ['external-api', 'cloud-hosted', 'self-hosted'], 'derived', {
    says: 'the model is {value}',
    words: {
      'external-api': "called at an external provider's interface",
      'cloud-hosted': 'run as a service in a cloud',
      'self-hosted': 'self-hosted',
    },
  }),
  boundary: choice(
    'the boundary inside which the model runs',
    ['client-enterprise-cloud', 'client-premises', 'sovereign-cloud', 'firm-perimeter', 'provider', 'other'],
    'declared',
    {
      says: 'the model runs inside {value}',
      words: {
        'client-enterprise-cloud': "the client's enterprise cloud",
        'client-premises': "the client's premises",
        'sovereign-cloud': 'a sovereign cloud',
        'firm-perimeter': "the firm's perimeter",
        provider: "the provider's own infrastructure",
        other: 'another boundary',
      },
    },
  ),
  controlledBy: choice('who controls the infrastructure', ['client', 'firm', 'other'], 'derived', {
    says: 'the infrastructure is controlled by {value}',
    words: { client: 'the client', firm: 'the firm', other: 'somebody else' },
  }),
  weights: choice('whether the weights of the model are open', ['open', 'closed'], 'declared', {
    says: 'the weights of the model are {value}',
  }),
  personalData: flag('personal data reaches the model', 'derived'),
  confidentialData: flag('confidential data reaches the model', 'derived'),
  engagementPersonalData: flag('the engagement processes personal data', 'derived'),
  clientPersonalData: flag('personal data of the client reaches the model', 'derived'),
  clientConfidentialData: flag('confidential data of the client reaches the model', 'derived'),
  specialCategories: flag(
    'special categories of data reach the model',
    'derived',
    'special categories of data do not reach the model',
  ),
  exceptionAgreed: about(
    flag('an exception for the engagement was expressly agreed and documented', 'declared'),
    'provider',
  ),
  providerApproved: about(flag('the firm has registered the service', 'joined'), 'provider'),
  approvedTiers: about(
    choices('the tiers for which the firm has registered the service', ['1', '2', '3'], 'joined', {
      words: { '1': 'tier 1', '2': 'tier 2', '3': 'tier 3' },
    }),
    'provider',
  ),
  agreedExpressly: about(
    flag(
      'the client expressly agreed to the provider',
      'declared',
      'the client did not expressly agree to the provider',
    ),
    'provider',
  ),
  documented: about(flag('the use is documented for the engagement', 'declared'), 'provider'),
  undocumentedPartCount: about(
    count('the number of parts that the documentation leaves out', 'parts'),
    'undocumentedParts',
  ),
  undocumentedParts: texts('the parts that the documentation leaves out'),
  tierChoiceRecorded: flag('the choice of tier is recorded', 'declared'),
  missingFactorCount: about(
    count('the number of factors that the record of the choice leaves out', 'factors'),
    'missingFactors',
  ),
  missingFactors: texts('the factors that the record of the choice leaves out'),
  regionStated: flag('the region is stated', 'declared'),
  inferencePlaces: texts('the places that inference may reach'),
  inferencePlacesKnown: flag('every place that inference may reach is known', 'derived'),
  uncoveredPlaceCount: about(
    count('the number of places outside the EEA that inference may reach and no stated ground names', 'places'),
    'uncoveredPlaces',
  ),
  uncoveredPlaces: texts('the places outside the EEA that inference may reach and no stated ground names'),
  controllerUnderGdpr: flag('the GDPR applies to the controller', 'derived'),
  article35Case: flag('a case of Art. 35(3) GDPR is met', 'declared'),
  nationalList: flag('a national list under Art. 35(4) GDPR names the processing', 'declared'),
  wp248CriteriaCount: count('the number of WP248 criteria that are met', 'criteria'),
  impactAssessment: choice('where the impact assessment stands', ['done', 'screening', 'none'], 'declared', {
    words: {
      done: { is: 'the impact assessment was made', not: 'the impact assessment was not made' },
      screening: {
        is: 'there is a screening in place of the impact assessment',
        not: 'there is no screening in place of the impact assessment',
      },
      none: {
        is: 'there is neither an impact assessment nor a screening',
        not: 'there is an impact assessment or a screening',
      },
    },
  }),
  screeningReasoned: flag('the screening gives its reasons', 'declared'),
  training: about(
    choice('whether the provider trains on what it is sent', ['none', 'instructed', 'own'], 'declared', {
      words: {
        none: {
          is: 'the provider does not train on what it is sent',
          not: 'the provider trains on what it is sent',
        },
        instructed: {
          is: 'the provider trains on what it is sent only as it was instructed to',
          not: 'the provider was not instructed to train on what it is sent',
        },
        own: {
          is: 'the provider trains on what it is sent for purposes of its own',
          not: 'the provider does not train on what it is sent for purposes of its own',
        },
      },
    }),
    'provider',
  ),
  interactsWithPeople: flag('people interact with the system directly', 'declared'),
  obvious: flag('it is obvious to people that they deal with an AI system', 'declared'),
  informsPeople: flag('the system tells people that they deal with an AI system', 'declared'),
  generatesContent: flag('the system generates text, images, audio or video', 'declared'),
  assistiveOnly: flag(
    'the system only assists standard editing, or does not substantially change its input',
    'declared',
    'the system does more than assist standard editing, and substantially changes its input',
  ),
  marksOutput: flag('the output is marked in a machine-readable way', 'declared'),
  onMarketSince: moment('when the system was placed on the market', 'declared'),
  emotionOrBiometricCategorisation: flag(
    'the system recognises emotions or categorises people biometrically',
    'declared',
    'the system neither recognises emotions nor categorises people biometrically',
  ),
  exposedPersonsInformed: flag('the people exposed to it are told', 'declared'),
  deepFakes: flag('the system makes deep fakes', 'declared'),
  publicInterestText: flag('the system makes text that informs the public on matters of public interest', 'declared'),
  artificialOriginDisclosed: flag('it is disclosed that the content is artificial', 'declared'),
  editoriallyReviewed: flag(
    'a person reviews the text and holds editorial responsibility',
    'declared',
    'no person both reviews the text and holds editorial responsibility',
  ),
  authorisedByLaw: flag('the law authorises the use to detect or prosecute offences', 'declared'),
  offenceReporting: flag('the public can report offences through the system', 'declared'),
} as const
