import { about, choice, flag, text } from './define.ts'
import { agreementKinds, auditKinds, contexts } from './values.ts'

export const auditFacts = {
  audit: text('the review, inspection or acceptance'),
  context: choice('the context of the engagement', contexts, 'declared'),
  kind: choice('what kind of assurance it is', auditKinds, 'declared', {
    says: 'the audit is {value}',
    words: {
      'formal-review': 'a formal review',
      'controller-inspection': "the controller's own inspection",
      'trust-center-acceptance': {
        is: 'documents of the Trust Center were accepted instead of an audit',
        not: 'no documents of the Trust Center were accepted instead of an audit',
      },
    },
  }),
  mandator: text('who mandated the auditor', 'declared'),
  mandatedByClient: about(flag('the client mandated the auditor', 'derived'), 'mandator'),
  auditor: text('the auditor', 'declared'),
  auditorIs: choice('who the auditor is', ['client', 'firm', 'other'], 'derived', {
    says: 'the auditor is {value}',
    words: { client: 'the client', firm: 'the firm', other: 'a third party' },
  }),
  independent: about(
    flag(
      'the auditor has no interest in what is audited',
      'declared',
      'the auditor has an interest in what is audited',
    ),
    'auditor',
  ),
  conditionsAgreed: flag('a signed agreement sets the conditions of the review', 'derived'),
  conditionsDocument: choice(
    'the kind of agreement that sets the conditions of the review',
    agreementKinds,
    'declared',
    {
      says: 'the conditions of the review are set by {value}',
      words: {
        offer: 'an offer',
        sla: 'an SLA',
        'statement-of-work': 'a statement of work',
        dpa: 'a DPA',
        'dpa-annex': 'an annex to a DPA',
        'service-agreement': 'a service agreement',
        'joint-controller-arrangement': 'an arrangement between joint controllers',
        'controller-terms': "the controller's terms",
        other: 'an agreement of another kind',
      },
    },
  ),
  acceptanceRecorded: flag('the acceptance is recorded', 'declared'),
  auditRight: choice(
    "what the acceptance leaves of the controller's right to audit",
    ['kept', 'limited', 'removed'],
    'declared',
    {
      words: {
        kept: {
          is: "the acceptance leaves the controller's right to audit as it is",
          not: "the acceptance limits or removes the controller's right to audit",
        },
        limited: {
          is: "the acceptance limits the controller's right to audit",
          not: "the acceptance does not limit the controller's right to audit",
        },
        removed: {
          is: "the acceptance removes the controller's right to audit",
          not: "the acceptance does not remove the controller's right to audit",
        },
      },
    },
  ),
} as const

export const sharedPolicyFacts = {
  policy: text('the security policy', 'declared'),
  context: choice('the context of the engagement', contexts, 'declared'),
  extent: choice('how much of the policy was given', ['full', 'summary'], 'declared', {
    words: {
      full: { is: 'the policy was given in full', not: 'the policy was not given in full' },
      summary: { is: 'a summary of the policy was given', not: 'more than a summary of the policy was given' },
    },
  }),
  recipient: text('who was given the policy', 'declared'),
  recipientIsClient: flag('the recipient is the client', 'derived'),
  recipientIsAuditor: about(flag('the recipient is the auditor of a formal review', 'derived'), 'recipient'),
} as const
