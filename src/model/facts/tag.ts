import { about, choice, choices, count, flag, moment, text, texts } from './define.ts'
import { consentQualities, contexts, tagKinds } from './values.ts'

export const tagFacts = {
  tag: text('the tag'),
  site: text('the site or application'),
  provider: text('the provider and service that receive it'),
  context: choice('the context of the site', contexts, 'derived'),
  kind: choice('what the tag is for', tagKinds, 'declared', {
    says: 'the tag is for {value}',
    words: { 'tag-container': 'loading other tags', functional: 'what the site itself needs' },
  }),
  serviceCategory: choice(
    'the category of the service that receives what the tag collects',
    ['analytics', 'tag-management', 'other'],
    'joined',
    { says: 'the tag sends what it collects to a service for {value}', words: { other: 'something else' } },
  ),
  onFirmWebsite: flag("the tag runs on a website of the firm's own", 'derived'),
  documented: about(flag('the tag is documented for the engagement', 'declared'), 'provider'),
  contentStated: flag('the tags that the container loads are listed', 'declared'),
  loadedByContainer: flag('a container loads the tag', 'derived'),
  containers: texts('the containers that load the tag'),
  documentedApart: flag('the tag is documented in another place than its container', 'derived'),
  consentAsked: flag('something asks for consent', 'declared'),
  consentQualities: choices('what is true of the consent that is asked for', consentQualities, 'declared', {
    says: 'consent is {value}',
    words: {
      'affirmative-act': 'given by a clear act',
      specific: 'asked for this very purpose',
      refusable: 'as easy to refuse as to give',
      withdrawable: 'as easy to withdraw as to give',
      recorded: 'kept on record',
    },
  }),
  consentSince: moment('the time from which consent is asked for', 'declared'),
  earlyEventCount: about(count('the number of things that the tag does before consent', 'things'), 'earlyEvents'),
  earlyEvents: texts('the things that the tag does before consent', 'declared'),
  runsFrom: moment('the time from which the tag runs', 'declared'),
  hasReceiver: flag('a component receives what the tag collects', 'declared'),
  hasProvider: flag('a provider receives what the tag collects', 'derived'),
  flowDescribed: flag('a flow carries what the tag collects to the component that receives it', 'derived'),
  transferWithoutGround: about(
    flag(
      'the provider takes part in a transfer of personal data for which no ground is relied on',
      'derived',
      'a ground is relied on for every transfer of personal data in which the provider takes part',
    ),
    'transfersWithoutGround',
  ),
  transfersWithoutGround: texts('the transfers of the provider for which no ground is relied on'),
  contractingEntity: text('the contracting entity of the provider'),
  termsAccepted: about(flag("the provider's data processing terms were accepted", 'declared'), 'provider'),
  termsAcceptedOn: moment("when the provider's data processing terms were accepted", 'declared'),
  acceptedWith: text('the entity with which the terms were accepted', 'declared'),
  acceptedWithContractingEntity: about(
    flag('the terms were accepted with the contracting entity', 'derived'),
    'acceptedWith',
    'contractingEntity',
  ),
} as const
