import { choice, count, flag, measure, moment, text, texts } from './define.ts'
import { commitmentKinds, contexts, encryptionsAtRest, isolations, transits } from './values.ts'

/** What the firm promises on security: measures, development, its own management system. */
export const engagementSecurityFacts = {
  commitmentsStated: flag('the commitments on security are listed', 'declared'),
  starts: moment('when work starts', 'declared'),
  measuresDocumented: flag('a document of the engagement that was signed describes the security measures', 'declared'),
  measuresSignedOn: moment('when the document that describes the measures was signed', 'declared'),
  measuresUncoveredCount: count('the number of parts that the measures were not defined by', 'parts'),
  measuresUncovered: texts('the parts that the measures were not defined by'),
  customDevelopment: flag('the engagement involves custom software development', 'declared'),
  developmentControlsRecorded: flag('the controls of secure development are recorded', 'declared'),
  developmentControlsSignedOn: moment(
    'when the document with the controls of secure development was signed',
    'declared',
  ),
  ismsReviewed: flag("the firm's information security management system was reviewed", 'joined'),
  ismsReviewedOn: moment("when the firm's information security management system was last reviewed", 'joined'),
} as const

/** How data is protected in a component, and what is asked of that. */
export const componentProtectionFacts = {
  personalDataWithProcessor: flag('a processor has personal data there', 'derived'),
  stored: flag('data is kept there, in storage, logs or copies', 'derived'),
  encryptionAtRest: choice('how data at rest is encrypted', encryptionsAtRest, 'joined'),
  atRestBits: count('the length of the AES key that encrypts data at rest, 0 without one', 'bits'),
  encryptionKeyHolders: texts('who holds the keys of data at rest', 'declared'),
  isolation: choice('how the data of one customer is kept apart from that of others', isolations, 'joined'),
  agreedIsolation: choice('the isolation that the agreements ask for', isolations, 'declared'),
  vulnerabilitiesMonitored: flag("the firm's vulnerability monitoring covers the component", 'joined'),
  patchesManaged: flag("the firm's patch management covers the component", 'joined'),
} as const

export const flowProtectionFacts = {
  personalDataWithProcessor: flag('the flow carries personal data from or to a processor', 'derived'),
  transit: choice('the encryption on the wire', transits, 'declared'),
  tlsVersion: measure('the version of TLS on the wire, 0 without TLS', 'version'),
  agreedTlsVersion: measure(
    'the least version of TLS that the agreements ask for, 0 where they ask for none',
    'version',
  ),
  means: choice('how the data travels', ['electronic', 'physical'], 'derived'),
  carriedEncrypted: flag('all personal data is encrypted before it leaves', 'derived'),
} as const

export const dataAssetOriginFacts = {
  claimsNoPersonalData: flag('the asset is said to hold no personal data', 'declared'),
  madeFromPersonalData: flag('the asset was made from personal data, by hand or by a model', 'derived'),
  shownNotPersonal: flag('an assessment shows that nobody can be identified', 'declared'),
  shownNotPersonalOn: moment('the day of that assessment', 'declared'),
} as const

export const commitmentFacts = {
  commitment: text('the commitment'),
  commitmentKind: choice('what kind of commitment it is', commitmentKinds, 'declared'),
  context: choice('the context of the engagement', contexts, 'declared'),
  required: flag('the client or its regulation requires it', 'declared'),
  claimed: flag('the firm says that the engagement has it', 'declared'),
  agreed: flag('a document that was signed agrees it', 'declared'),
  agreedOn: moment('when that document was signed', 'declared'),
  starts: moment('when work starts', 'declared'),
} as const
