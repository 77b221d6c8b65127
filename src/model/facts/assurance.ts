import { choice, flag, text } from './define.ts'
import { agreementKinds, auditKinds, contexts } from './values.ts'

export const auditFacts = {
  audit: text('the review, inspection or acceptance'),
  context: choice('the context of the engagement', contexts, 'declared'),
  kind: choice('what kind of assurance it is', auditKinds, 'declared'),
  mandator: text('who mandated the auditor', 'declared'),
  mandatedByClient: flag('the client mandated the auditor', 'derived'),
  auditor: text('the auditor', 'declared'),
  auditorIs: choice('who the auditor is', ['client', 'firm', 'other'], 'derived'),
  independent: flag('the auditor has no interest in what is audited', 'declared'),
  conditionsAgreed: flag('a signed agreement sets the conditions of the review', 'derived'),
  conditionsDocument: choice(
    'the kind of agreement that sets the conditions of the review',
    agreementKinds,
    'declared',
  ),
  acceptanceRecorded: flag('the acceptance is recorded', 'declared'),
  auditRight: choice(
    "what the acceptance leaves of the controller's right to audit",
    ['kept', 'limited', 'removed'],
    'declared',
  ),
} as const

export const sharedPolicyFacts = {
  policy: text('the security policy', 'declared'),
  context: choice('the context of the engagement', contexts, 'declared'),
  extent: choice('how much of the policy was given', ['full', 'summary'], 'declared'),
  recipient: text('who was given the policy', 'declared'),
  recipientIsClient: flag('the recipient is the client', 'derived'),
  recipientIsAuditor: flag('the recipient is the auditor of a formal review', 'derived'),
} as const
