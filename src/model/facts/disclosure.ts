import { usedActivities } from './architecture.ts'
import { about, choice, choices, count, flag, moment, text, texts } from './define.ts'
import { adequacyScopes, grounds, reaches, recipientKinds, rolePairs, roles, states, ukGrounds } from './values.ts'
import {
  adequacyScopeWords,
  groundWords,
  reachWording,
  recipientKindWords,
  rolePairWords,
  roleWords,
  stateWords,
  ukGroundWords,
} from './words.ts'

/** What is said of a ground among others; of one ground, that none is relied on says it better. */
const upstreamWords = { ...groundWords, none: 'no ground at all' }
const reliedOnWords = {
  ...groundWords,
  none: { is: 'the exporter relies on no ground', not: 'the exporter relies on a ground' },
}

/** Who sends what to whom, and whether that is a transfer. */
const transferFacts = {
  exporter: text('the exporter'),
  importer: text('the importer'),
  asset: text('the data asset'),
  destination: text('the destination'),
  purpose: text('the purpose'),
  path: texts('the way that the data took'),
  channels: choices(
    'how the data becomes available',
    ['flow', 'hosting', 'affiliate', 'remote-access', 'entrustment'],
    'derived',
    {
      says: 'the data becomes available through {value}',
      words: { flow: 'a flow', hosting: 'hosting', affiliate: "the provider's own group" },
    },
  ),
  activities: usedActivities,
  occurs: flag('the disclosure takes place', 'derived'),
  personalData: flag('the data is personal', 'derived'),
  specialCategories: flag('the data contains special categories', 'derived'),
  employmentData: flag('the data is employment data', 'derived'),
  confidentialData: flag('the data is confidential', 'derived'),
  protection: choice('the form in which the data arrives', states, 'derived', {
    says: 'the data arrives in {value}',
    words: stateWords,
  }),
  exporterReach: choice('how the GDPR reaches the exporter', reaches, 'derived', reachWording('the exporter')),
  importerReach: choice('how the GDPR reaches the importer', reaches, 'derived', reachWording('the importer')),
  exporterUnderUkGdpr: flag('the exporter is under the UK GDPR', 'derived'),
  exporterRole: choice('the role of the exporter', roles, 'derived', {
    says: 'the exporter is {value}',
    words: roleWords,
  }),
  importerRole: choice('the role of the importer', roles, 'derived', {
    says: 'the importer is {value}',
    words: roleWords,
  }),
  roles: choice('the roles of exporter and importer', rolePairs, 'derived', {
    says: 'the data goes from {value}',
    words: rolePairWords,
  }),
  sameEntity: flag('exporter and importer are the same legal entity', 'derived'),
  importerInEea: flag('the importer is established in the EEA', 'joined'),
  destinationInEea: flag('the destination is in the EEA', 'joined'),
  destinationInUk: flag('the destination is in the United Kingdom', 'joined'),
  worldwide: flag('the destination is the whole world', 'derived'),
  criterion1: flag('the exporter is subject to the GDPR for this processing (criterion 1 of EDPB 05/2021)', 'derived'),
  criterion2: flag('a controller or processor makes the data available to another one (criterion 2)', 'derived'),
  criterion3: flag(
    'the importer, or the place where it processes, is in a third country (criterion 3)',
    'derived',
    'neither the importer nor the place where it processes is in a third country (criterion 3)',
  ),
  isTransfer: flag('the disclosure is a transfer to a third country', 'derived'),
  isUkTransfer: flag('the disclosure is a restricted transfer under the UK GDPR', 'derived'),
  onward: flag(
    'the data came under Chapter V before and moves on',
    'derived',
    'the data did not come under Chapter V before',
  ),
  systematicProviderUse: flag('the disclosure is the systematic use of a provider', 'derived'),
  remoteAccess: flag('the data is made available by remote access', 'derived'),
} as const

/** The ground that is relied on, and what its conditions ask. */
const groundFacts = {
  reliedOn: choice('the ground that is relied on', grounds, 'declared', {
    says: 'the exporter relies on {value}',
    words: reliedOnWords,
  }),
  ukReliedOn: choice('the ground that is relied on under the UK GDPR', ukGrounds, 'declared', {
    says: 'the exporter relies under the UK GDPR on {value}',
    words: ukGroundWords,
  }),
  fallbacks: choices('the grounds kept in reserve', ['adequacy', 'dpf', 'scc', 'bcr', 'derogation'], 'declared', {
    words: groundWords,
  }),
  adequacyDecision: flag('the Union has adopted an adequacy decision for the destination', 'joined'),
  adequacyFrom: moment('the first day of the adequacy decision', 'joined'),
  adequacyHasEnd: flag('the adequacy decision has an end', 'joined'),
  adequacyUntil: moment('the end of the last day of the adequacy decision', 'joined'),
  adequacyScope: choice('what the adequacy decision covers', adequacyScopes, 'joined', {
    says: 'the adequacy decision covers {value}',
    words: adequacyScopeWords,
  }),
  importerKinds: choices('what kind of recipient the importer is', recipientKinds, 'joined', {
    says: 'the importer is {value}',
    words: recipientKindWords,
  }),
  means: choice('how the data travels', ['electronic', 'physical'], 'declared', {
    says: 'the data travels by {value} means',
  }),
  ukAdequacyDecision: flag('UK adequacy regulations name the destination', 'joined'),
  ukAdequacyScope: choice('what the UK adequacy regulations cover', adequacyScopes, 'joined', {
    says: 'the UK adequacy regulations cover {value}',
    words: adequacyScopeWords,
  }),
  ukAdequacyHasEnd: flag('the UK adequacy regulations have an end', 'joined'),
  ukAdequacyUntil: moment('the end of the last day of the UK adequacy regulations', 'joined'),
  dpfEntityMatches: flag('the entity on the list is the importer', 'derived'),
  dpfStatus: choice('the status on the Data Privacy Framework list', ['active', 'inactive', 'not-listed'], 'joined', {
    says: 'the entity is {value} on the Data Privacy Framework list',
    words: {
      'not-listed': {
        is: 'the entity is not on the Data Privacy Framework list',
        not: 'the entity is on the Data Privacy Framework list',
      },
    },
  }),
  dpfFrameworks: choices(
    'the frameworks that the entity is listed for',
    ['eu-us', 'uk-extension', 'swiss-us'],
    'joined',
    {
      words: {
        'eu-us': 'the EU-U.S. framework',
        'uk-extension': 'the UK Extension',
        'swiss-us': 'the Swiss-U.S. framework',
      },
    },
  ),
  dpfCovers: choices('the data that the listing covers', ['hr', 'non-hr'], 'joined', {
    says: 'the listing covers {value}',
    words: { hr: 'employment data', 'non-hr': 'data other than employment data' },
  }),
  dpfCheckedOn: moment('when the list was looked up', 'joined'),
  dpfRecertificationDue: moment('the end of the last day before re-certification is due', 'joined'),
  sccSet: choice(
    'the set of clauses that was signed',
    ['2021-914', '2001-497', '2004-915', '2010-87', '2021-915'],
    'declared',
    {
      words: {
        '2021-914': 'that of 2021 for transfers (Decision 2021/914)',
        '2001-497': 'that of 2001 (Decision 2001/497)',
        '2004-915': 'that of 2004 (Decision 2004/915)',
        '2010-87': 'that of 2010 (Decision 2010/87)',
        '2021-915': 'that of 2021 for processor contracts (Decision 2021/915)',
      },
    },
  ),
  sccModules: choices('the modules that were signed', ['1', '2', '3', '4'], 'declared', {
    words: { '1': 'module 1', '2': 'module 2', '3': 'module 3', '4': 'module 4' },
  }),
  sccModulesConfirmed: flag(
    'counsel confirmed the modules for roles that no module names',
    'declared',
    'counsel did not confirm the modules for roles that no module names',
  ),
  sccBindsFrom: moment('when the clauses begin to bind', 'declared'),
  sccAnnexes: choice('whether the annexes are filled in', ['complete', 'incomplete'], 'declared', {
    says: 'the annexes are {value}',
  }),
  firstTransferOn: moment('when the first transfer takes place', 'declared'),
  instrumentInvalidated: flag('the instrument has been invalidated or repealed', 'joined'),
  instrumentInvalidSince: moment('the first day on which the instrument no longer counts', 'joined'),
  bcrType: choice('the type of the binding corporate rules', ['controller', 'processor'], 'declared', {
    says: 'the binding corporate rules are those for {value}',
    words: { controller: 'controllers', processor: 'processors' },
  }),
  bcrNamesBoth: flag('the binding corporate rules name both entities', 'derived'),
  bcrApprovedOn: moment('when the binding corporate rules were approved', 'declared'),
  toolAuthorised: flag(
    'the supervisory authority authorised or approved the tool',
    'declared',
    'the supervisory authority neither authorised nor approved the tool',
  ),
  toolCommitments: flag('the importer is bound to the tool', 'declared'),
} as const

const derogationFacts = {
  derogation: choice('the derogation of Art. 49', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'compelling'], 'declared', {
    says: 'the derogation of Art. 49 is that for {value}',
    words: {
      a: 'explicit consent (a)',
      b: 'a contract with the person (b)',
      c: "a contract in the person's interest (c)",
      d: 'reasons of public interest (d)',
      e: 'legal claims (e)',
      f: 'vital interests (f)',
      g: 'a public register (g)',
      compelling: 'compelling legitimate interests (second subparagraph)',
    },
  }),
  occasional: flag('the transfer is occasional', 'declared'),
  explicitConsent: flag('consent is explicit', 'declared'),
  consentSpecific: flag('consent is to this transfer', 'declared'),
  risksInformed: flag('people were told of the risks', 'declared'),
  necessary: flag('the transfer is necessary for what the derogation names', 'declared'),
  publicInterestInLaw: flag('the public interest is recognised in Union or Member State law', 'declared'),
  subjectIncapable: flag('the person cannot give consent', 'declared'),
  publicRegister: flag('the register is public by law', 'declared'),
  wholeRegister: flag(
    'the register is transferred as a whole or by entire categories',
    'declared',
    'the register is transferred neither as a whole nor by entire categories',
  ),
  publicAuthorityExporter: flag('the exporter is a public authority exercising its powers', 'declared'),
  repetitive: flag('the transfer is repetitive', 'declared'),
  limitedSubjects: flag('the transfer concerns a limited number of people', 'declared'),
  notOverridden: flag(
    'the interests of the people concerned do not override those compelling interests',
    'declared',
    'the interests of the people concerned override those compelling interests',
  ),
  suitableSafeguards: flag('suitable safeguards were provided', 'declared'),
  authorityInformed: flag('the authority was informed', 'declared'),
  subjectsInformed: flag('the people concerned were informed', 'declared'),
  derogationRecorded: flag('the assessment of the derogation is in the records of Art. 30', 'declared'),
} as const

/** The assessment of the third country, measures, onward legs, instructions and documentation. */
const assessmentFacts = {
  tiaExists: flag('there is a transfer impact assessment', 'declared'),
  tiaOn: moment('when the transfer impact assessment was made', 'declared'),
  tiaReviewBy: moment('the end of the last day before the assessment must be reviewed', 'declared'),
  problematicLaw: choice(
    'what the assessment found on problematic law',
    ['none', 'not-applied', 'applies'],
    'declared',
    {
      words: {
        none: {
          is: 'the assessment found no problematic law',
          not: 'the assessment found problematic law',
        },
        'not-applied': {
          is: 'the assessment found problematic law that is not applied in practice',
          not: 'the assessment did not find problematic law that is not applied in practice',
        },
        applies: {
          is: 'the assessment found problematic law that applies in practice',
          not: 'the assessment found no problematic law that applies in practice',
        },
      },
    },
  ),
  measures: choices(
    'the supplementary measures of Annex 2',
    ['uc1', 'uc2', 'uc3', 'uc4', 'uc5', 'uc6', 'uc7'],
    'declared',
    {
      words: {
        uc1: 'use case 1 (encrypted storage)',
        uc2: 'use case 2 (pseudonymised data)',
        uc3: 'use case 3 (encrypted transit)',
        uc4: 'use case 4 (protected recipient)',
        uc5: 'use case 5 (split processing)',
        uc6: 'use case 6 (the importer works on clear text)',
        uc7: 'use case 7 (remote access to clear text)',
      },
    },
  ),
  importerNeedsClearText: flag('the importer needs the data in the clear', 'derived'),
  keysOutsideImporter: flag('no key is held by the importer', 'derived', 'a key is held by the importer'),
  additionalInformationWithExporterOnly: flag(
    'only the exporter holds what re-identifies the data',
    'derived',
    'somebody besides the exporter holds what re-identifies the data',
  ),
  strongEncryption: flag('encryption before transmission withstands the authorities of the country', 'declared'),
  transitOnly: flag('the country is only crossed', 'declared'),
  recipientProtectedByLaw: flag('the law of the country protects the recipient', 'declared'),
  splitAcrossJurisdictions: flag('processing is split so that no part identifies anybody', 'declared'),
  singlingOutExcluded: flag('authorities cannot single anybody out', 'declared'),
  combinesWithEuData: flag('the EU processor combines the data with data collected in the EU', 'declared'),
  upstreamGrounds: choices('the grounds under which the data came', grounds, 'derived', { words: upstreamWords }),
  onwardContract: flag('a contract binds the next recipient to the same protection', 'declared'),
  onwardConditionsMet: flag('the condition of the upstream tool is met', 'declared'),
  importerIdentified: flag('the identity of the recipient is known', 'derived'),
  instructed: flag('a documented instruction covers the transfer', 'declared'),
  documented: flag('the transfer is documented for the engagement', 'declared'),
  undocumentedPartCount: about(
    count('the number of parts that the documentation leaves out', 'parts'),
    'undocumentedParts',
  ),
  undocumentedParts: texts('the parts that the documentation leaves out'),
} as const

export const disclosureFacts = { ...transferFacts, ...groundFacts, ...derogationFacts, ...assessmentFacts } as const
