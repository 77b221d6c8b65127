import { about, choice, choices, count, flag, moment, text, texts } from './define.ts'
import { contexts, coveredRights, deletionChoices, retentions, windowStarts } from './values.ts'
import { roleWords } from './words.ts'

const states = (what: string) => flag(`the agreement states ${what}`, 'declared')

/** What the agreement between two parties says, of which the parts of Art. 28(3) GDPR are one fact each. */
const statedTermFacts = {
  statesPartOfServiceAgreement: states('that it is part of the agreement on the service'),
  statesSubjectMatter: states('the subject matter of the processing'),
  statesDuration: states('the duration of the processing'),
  statesNature: states('the nature of the processing'),
  statesPurpose: states('the purpose of the processing'),
  statesDataTypes: states('the types of personal data'),
  statesDataSubjects: states('the categories of data subjects'),
  statesControllerDuties: states('the obligations and rights of the controller'),
  statesDocumentedInstructions: states('that the processor acts on documented instructions only'),
  statesInstructionsOnTransfers: states('that transfers to third countries need instructions too'),
  statesNoticeOfLegalRequirement: states(
    'that the processor tells the controller what the law requires beyond the instructions',
  ),
  statesConfidentiality: states('that everybody authorised to process is bound to confidentiality'),
  statesSecurity: states('that the processor takes the measures of Art. 32'),
  statesSubProcessorChanges: states('that changes of sub-processors are announced and can be objected to'),
  statesSubProcessorObligations: states('that sub-processors are bound to the same obligations'),
  statesSubProcessorList: states('that a current list of sub-processors is available'),
  statesAssistanceWithRights: states('that the processor helps with requests of data subjects'),
  statesAssistanceWithSecurity: states('that the processor helps with the security of processing'),
  statesBreachNotice: states('that the processor notifies the controller of a breach'),
  statesAssistanceWithImpactAssessments: states('that the processor helps with impact assessments'),
  statesDeletionOrReturn: states('that data is deleted or returned when the service ends'),
  statesInformationOnCompliance: states(
    'that the processor makes available the information that demonstrates compliance',
  ),
  statesAudits: states('that the processor allows audits and inspections'),
  statesWarningOfUnlawfulInstructions: states('that the processor warns of unlawful instructions'),
} as const

/** Facts of a processing relationship that its agreement, or the one above it, gives. */
export const processingTermFacts = {
  context: choice('the context of the engagement', contexts, 'declared'),
  forController: flag(
    'the party for which data is processed is a controller',
    'derived',
    'the party for which data is processed is no controller',
  ),
  subProcessing: flag(
    'the party for which data is processed is itself a processor',
    'derived',
    'the party for which data is processed is not itself a processor',
  ),
  gdprApplies: flag(
    'the GDPR applies to one of the two parties, or to whoever the data came from',
    'derived',
    'the GDPR applies neither to one of the two parties nor to whoever the data came from',
  ),
  controllerIsCcpaBusiness: flag(
    'the party for which data is processed is a business under the CCPA',
    'declared',
    'the party for which data is processed is no business under the CCPA',
  ),
  processingStarts: moment('the day on which processing starts', 'derived'),
  dataWithoutBasisCount: about(
    count('the number of purposes without a recorded legal basis', 'purposes'),
    'dataWithoutBasis',
  ),
  dataWithoutBasis: texts('the purposes without a recorded legal basis'),
  agreement: text('the processing agreement'),
  agreementExists: flag('there is a processing agreement between the two', 'declared'),
  agreementSigned: flag('the processing agreement was signed or accepted', 'declared'),
  agreementSignedOn: moment('when the processing agreement was signed or accepted', 'declared'),
  unnamedRegimeCount: about(
    count('the number of regimes that apply without being named in the agreement', 'regimes'),
    'unnamedRegimes',
  ),
  unnamedRegimes: texts('the regimes that apply without being named in the agreement'),
  acceptanceRecorded: flag('it is recorded who accepted which version of the agreement, and when', 'declared'),
  acceptedOn: moment('when the processing agreement was accepted', 'declared'),
  ...statedTermFacts,
  rightsTools: flag('the processor provides tools for requests of data subjects', 'declared'),
  rightsCovered: choices("the rights that the processor's help covers", coveredRights, 'declared', {
    says: "the processor's help covers {value}",
  }),
  breachClause: text('the clause on breaches', 'declared'),
  breachWithoutUndueDelay: flag('the agreement asks for notice of a breach without undue delay', 'declared'),
  breachWindowStated: flag('the agreement sets a time for the notice of a breach', 'declared'),
  breachWindowHours: count('the time for the notice of a breach', 'hours'),
  breachWindowStart: choice('from when the time for the notice of a breach runs', windowStarts, 'declared', {
    says: 'the time for the notice of a breach runs from {value}',
    words: {
      awareness: 'when the processor becomes aware of the breach',
      confirmation: 'when the breach is confirmed',
    },
  }),
  breachInformation: flag('the notice of a breach gives the information of Art. 33(3)', 'declared'),
  deletionClause: text('the clause on deletion and return', 'declared'),
  deletionChoice: choice('whose the choice between deletion and return is', deletionChoices, 'declared', {
    says: 'the choice between deletion and return is {value}',
    words: { controller: "the controller's", processor: "the processor's", open: 'left open' },
  }),
  copiesDeleted: flag('existing copies are deleted too', 'declared'),
  retention: choice('what may keep data after the end of the service', retentions, 'declared', {
    says: 'keeping data after the end of the service is {value}',
    words: {
      none: 'ruled out',
      'union-or-member-state-law': 'left to Union or Member State law alone',
      wider: 'allowed on wider grounds',
    },
  }),
  missingCcpaTermCount: about(
    count('the number of service-provider terms that the agreement lacks', 'terms'),
    'missingCcpaTerms',
  ),
  missingCcpaTerms: texts('the service-provider terms that the agreement lacks'),
  agreementAbove: text('the agreement above'),
  agreementAboveExists: flag('there is an agreement above this relationship', 'declared'),
  subProcessingAuthorised: flag('the agreement above authorises this processor, in general or by name', 'declared'),
  listAvailable: flag('the agreement above promises a current list of sub-processors', 'declared'),
  breachWindowAboveHours: count('the time for the notice of a breach under the agreement above', 'hours'),
  equivalenceAssessed: flag('the terms were assessed to protect as much as the agreement above', 'declared'),
  weakerTermCount: about(
    count('the number of terms that are weaker than in the agreement above', 'terms'),
    'weakerTerms',
  ),
  weakerTerms: texts('the terms that are weaker than in the agreement above'),
} as const

export const ownUseFacts = {
  provider: text('the provider'),
  component: text('the component'),
  purpose: text('the purpose of its own'),
  discloser: text('who makes the data available'),
  takesPlace: flag('the provider uses data for the purpose', 'derived'),
  personalData: flag('the component holds personal data', 'derived'),
  discloserUnderGdpr: flag('the GDPR applies to whoever makes the data available', 'derived'),
  role: choice('the role of the provider for the purpose', ['controller', 'joint-controller'], 'joined', {
    says: 'for the purpose, the provider is {value}',
    words: roleWords,
  }),
  legalBasisRecorded: flag('a legal basis is recorded for making data available for the purpose', 'declared'),
  instructed: flag('the processing agreement names the purpose among those that it instructs', 'declared'),
  controllerTermsExist: flag('terms between controllers are agreed', 'declared'),
  arrangementExists: flag('an arrangement between joint controllers is agreed', 'declared'),
} as const
