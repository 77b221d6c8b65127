import { about, choice, choices, count, flag, moment, text, texts } from './define.ts'
import { claimants, contexts } from './values.ts'

/** What makes a change of provider one that the client is notified of: shared by the use and by the objections to it. */
const changeFacts = {
  contractedByClient: flag('the client contracts the provider itself', 'joined'),
  requestedByClient: flag('the client asked for the provider', 'declared'),
  firstSet: flag('the provider is one of those that the engagement began with', 'declared'),
  personalData: flag('the component holds personal data', 'derived'),
  clientPersonalData: flag('the component holds personal data of the client', 'derived'),
  usedSince: moment('the day on which the use of the provider begins', 'declared'),
} as const

/** Facts of a provider use on how the provider was chosen, announced, documented and reviewed. */
export const supplierFacts = {
  ...changeFacts,
  contractedByFirm: flag('the firm contracts the provider', 'joined'),
  notified: flag('the client was notified of the change', 'declared'),
  notifiedInWriting: flag('the notice was given in writing', 'declared'),
  noticedOn: moment('the day of the notice', 'declared'),
  noticeDays: count('the number of days from the notice to the change', 'days'),
  objectionsStated: flag('the objections to the change are recorded', 'declared'),
  architectureRecorded: flag(
    'a signed document records the provider as part of the architecture that the client approved',
    'derived',
  ),
  documented: flag('a signed document of the engagement names the provider', 'derived'),
  needStated: flag('the need for the provider is stated', 'declared'),
  onFirmList: flag("the firm's published list names the provider", 'joined'),
  serviceApproved: flag("a row of the firm's list covers this service of the provider", 'joined'),
  approvedRoles: texts("the roles that the firm's list gives the service", 'joined'),
  withinRole: about(flag("the use is in the role that the firm's list gives", 'declared'), 'approvedRoles'),
  contextRestricted: flag("the firm's list restricts the contexts in which the service may be used", 'joined'),
  approvedContexts: choices("the contexts that the firm's list gives the service", contexts, 'joined'),
  limitPublished: flag("the firm's list sets a limit for the service", 'joined'),
  publishedLimits: texts("the limits that the firm's list sets for the service", 'joined'),
  withinLimit: about(
    flag("the engagement is inside the limit that the firm's list sets", 'declared'),
    'publishedLimits',
  ),
  assessed: flag('the firm assessed the provider', 'joined'),
  assessedOn: moment('when the firm assessed the provider', 'joined'),
  adoptedOn: moment('the day on which the firm adopted the provider', 'joined'),
  missingCriteriaCount: about(
    count('the number of criteria that the assessment leaves out', 'criteria'),
    'missingCriteria',
  ),
  missingCriteria: texts('the criteria that the assessment leaves out'),
  reviewed: flag('the firm has reviewed the provider', 'joined'),
  reviewedOn: moment('when the provider was last reviewed', 'joined'),
  securityVerified: flag('the firm has verified the security posture of the provider', 'joined'),
  securityVerifiedOn: moment('when the security posture of the provider was last verified', 'joined'),
  requiredCertificationsStated: flag(
    'the certifications that the engagement requires of the provider are listed',
    'declared',
  ),
} as const

export const objectionFacts = {
  objection: text('the objection'),
  component: text('the component'),
  provider: text('the provider and service'),
  context: choice('the context of the component', contexts, 'derived'),
  ...changeFacts,
  dataProtectionGrounds: flag('the objection is made on grounds of data protection', 'declared'),
  madeOn: moment('when the objection was made', 'declared'),
  answered: flag('the objection was answered', 'declared'),
  answeredOn: moment('when the objection was answered', 'declared'),
} as const

export const certificationFacts = {
  certification: text('the certification'),
  provider: text('the provider'),
  context: choice('the context of the engagement', contexts, 'declared'),
  required: flag('the engagement requires the certification', 'declared'),
  claimedBy: choices('who says that the provider holds it', claimants, 'joined', {
    says: '{value} says that the provider holds the certification',
    words: {
      provider: {
        is: 'the provider says that it holds the certification',
        not: 'the provider does not say that it holds the certification',
      },
      firm: 'the firm',
      secondary: 'a secondary source',
    },
  }),
  evidenceKept: flag('the firm holds evidence of the certification', 'joined'),
  hasEnd: flag('the certificate has a last day', 'joined'),
  validUntil: moment('the last day of the certificate', 'joined'),
  checkedOn: moment('when somebody last looked at the evidence', 'joined'),
} as const
