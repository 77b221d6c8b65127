import { about, choice, count, flag, measure, moment, text, texts } from './define.ts'
import { commitmentKinds, contexts, encryptionsAtRest, isolations, transits } from './values.ts'

/** What the firm promises on security: measures, development, its own management system. */
export const engagementSecurityFacts = {
  commitmentsStated: flag('the commitments on security are listed', 'declared'),
  starts: moment('the start of work', 'declared'),
  measuresDocumented: flag('a signed document of the engagement describes the security measures', 'declared'),
  measuresSignedOn: moment('when the document that describes the security measures was signed', 'declared'),
  measuresUncoveredCount: about(
    count('the number of aspects of the engagement that the measures leave out of account', 'aspects'),
    'measuresUncovered',
  ),
  measuresUncovered: texts('the aspects of the engagement that the measures leave out of account'),
  customDevelopment: flag('the engagement involves custom software development', 'declared'),
  developmentControlsRecorded: flag('a signed document records the controls of secure development', 'declared'),
  developmentControlsSignedOn: moment('when the document that records the controls was signed', 'declared'),
  ismsReviewed: flag("the firm's information security management system was reviewed", 'joined'),
  ismsReviewedOn: moment("when the firm's information security management system was last reviewed", 'joined'),
} as const

/** How data is protected in a component, and what is asked of that. */
export const componentProtectionFacts = {
  personalDataWithProcessor: flag('a processor has personal data in the component', 'derived'),
  stored: flag('the component keeps data, in storage, logs or copies', 'derived'),
  encryptionAtRest: choice('how data at rest is encrypted', encryptionsAtRest, 'joined', {
    says: 'data at rest is encrypted with {value}',
    words: {
      none: { is: 'data at rest is not encrypted', not: 'data at rest is encrypted' },
      weaker: 'something weaker than AES',
      'aes-128': 'AES-128',
      'aes-192': 'AES-192',
      'aes-256': 'AES-256',
    },
  }),
  atRestBits: count('the length of the AES key for data at rest (0 for none)', 'bits'),
  encryptionKeyHolders: texts('who holds the keys of data at rest', 'declared'),
  isolation: choice('how the data of one customer is kept apart from that of others', isolations, 'joined', {
    says: 'the data of different customers is kept apart {value}',
    words: {
      none: {
        is: 'the data of different customers is not kept apart',
        not: 'the data of different customers is kept apart',
      },
      logical: 'logically',
      physical: 'physically',
    },
  }),
  agreedIsolation: choice('the isolation that the agreements ask for', isolations, 'declared', {
    says: 'the agreements ask for {value} isolation',
    words: {
      none: { is: 'the agreements ask for no isolation', not: 'the agreements ask for isolation' },
    },
  }),
  vulnerabilitiesMonitored: flag("the firm's vulnerability monitoring covers the component", 'joined'),
  patchesManaged: flag("the firm's patch management covers the component", 'joined'),
} as const

export const flowProtectionFacts = {
  personalDataWithProcessor: flag('the flow carries personal data from or to a processor', 'derived'),
  transit: choice('the encryption on the wire', transits, 'declared', {
    words: {
      none: { is: 'there is no encryption on the wire', not: 'there is encryption on the wire' },
      'tls-1.0': 'TLS 1.0',
      'tls-1.1': 'TLS 1.1',
      'tls-1.2': 'TLS 1.2',
      'tls-1.3': 'TLS 1.3',
      ipsec: 'IPsec',
      'in-process': { is: 'the data stays within one process', not: 'the data leaves the process' },
      loopback: { is: 'the data stays within one machine', not: 'the data leaves the machine' },
    },
  }),
  tlsVersion: measure('the version of TLS on the wire (0 for none)'),
  agreedTlsVersion: measure('the lowest version of TLS that the agreements allow (0 for any)'),
  means: choice('how the data travels', ['electronic', 'physical'], 'derived', {
    says: 'the data travels by {value} means',
  }),
  carriedEncrypted: flag('all personal data is encrypted before it leaves', 'derived'),
} as const

export const dataAssetOriginFacts = {
  claimsNoPersonalData: flag('the asset is said to hold no personal data', 'declared'),
  madeFromPersonalData: flag('the asset was made from personal data, by hand or by a model', 'derived'),
  shownNotPersonal: flag('an assessment shows that nobody can be identified', 'declared'),
  shownNotPersonalOn: moment('when the assessment that nobody can be identified was made', 'declared'),
} as const

export const commitmentFacts = {
  commitment: text('the commitment'),
  commitmentKind: choice('what kind of commitment it is', commitmentKinds, 'declared', {
    says: 'the commitment is to {value}',
    words: { 'rto-rpo': 'an RTO and an RPO', 'penetration-test': 'a penetration test' },
  }),
  context: choice('the context of the engagement', contexts, 'declared'),
  required: flag(
    'the client or its regulation requires the commitment',
    'declared',
    'neither the client nor its regulation requires the commitment',
  ),
  claimed: flag('the firm claims the commitment for the engagement', 'declared'),
  agreed: flag('the commitment is agreed in a signed document', 'declared'),
  agreedOn: moment('when the document that agrees the commitment was signed', 'declared'),
  starts: moment('the start of work', 'declared'),
} as const
