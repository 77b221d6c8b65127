import { about, choice, count, flag, moment, span, text, texts } from './define.ts'
import { contexts } from './values.ts'

export const accountFacts = {
  account: text('the account'),
  evidenced: flag('evidence of its system shows the account', 'derived', 'no evidence shows the account'),
  shownClosed: flag(
    'evidence shows that nobody can log in with the account',
    'derived',
    'no evidence shows that nobody can log in with the account',
  ),
  listed: flag('the list of accounts names the account', 'derived', 'the list of accounts leaves the account out'),
  context: choice('the context of the engagement', contexts, 'declared'),
  kind: choice('whether people or machines log in', ['interactive', 'service'], 'declared', {
    words: {
      interactive: { is: 'people log in with the account', not: 'people do not log in with the account' },
      service: { is: 'machines log in with the account', not: 'machines do not log in with the account' },
    },
  }),
  underPromise: flag(
    "the account is held by the firm's personnel, or brought under the same promise",
    'derived',
    "the account is neither held by the firm's personnel nor brought under the same promise",
  ),
  administrative: flag('the account can change settings, users or data of others', 'declared'),
  holderCount: about(count('the number of people who can use the credential', 'people'), 'holders'),
  holders: texts('the people who can use the credential', 'declared'),
  hasOwner: flag('a person answers for the account', 'declared'),
  excessGrantCount: about(count('the number of permissions beyond what the role needs', 'permissions'), 'excessGrants'),
  excessGrants: texts('the permissions beyond what the role needs'),
  mfa: choice(
    'the second factor at login',
    ['none', 'some', 'one-time-password', 'push', 'hardware-key', 'passkey', 'enforced-by-identity-provider'],
    'declared',
    {
      words: {
        none: { is: 'there is no second factor at login', not: 'there is a second factor at login' },
        some: 'some second factor',
        'one-time-password': 'a one-time password',
        push: 'a push message',
        'hardware-key': 'a hardware key',
        passkey: 'a passkey',
        'enforced-by-identity-provider': 'one that the identity provider enforces',
      },
    },
  ),
  mfaVerifiedOn: moment('when the second factor was last verified', 'declared'),
  engagementHasEnd: flag("the account's engagement has an end", 'declared'),
  engagementEnds: moment("when the account's engagement ends", 'declared'),
  revoked: flag('access was revoked', 'declared'),
  revokedOn: moment('when access was revoked', 'declared'),
  endToRevocation: span('the time from the end of the engagement to the revocation'),
} as const
