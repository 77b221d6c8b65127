/** What a rule is applied to, each by itself; for kinds that are not here, their name says it. */
const subjects: Readonly<Record<string, string>> = {
  engagement: 'the engagement as a whole',
  party: 'each party: a legal entity that takes part',
  'data-asset': 'each data asset of the engagement',
  component: 'each component of the architecture',
  'ai-use': 'each use of an AI model',
  flow: 'each flow of data between two components or parties',
  disclosure: 'each disclosure: one data asset that one party makes available to another, in one place',
  'provider-use': 'each use of a provider: one component and the service that it runs on',
  'processing-relationship': 'each processing relationship: a party, and a processor that processes for it',
  'own-use': 'each own use: a provider that uses what a component holds for a purpose of its own',
  commitment: 'each further commitment on security, such as a penetration test',
  tag: 'each tag: what a site or application loads from a service, such as a script or a pixel',
  audit: 'each audit: a formal review, an inspection by the controller, or what was accepted instead',
  'shared-policy': 'each security policy that was given to somebody',
  objection: 'each objection of the client to a provider',
  certification: 'each certification that is claimed or required of a provider',
  account: 'each account',
  person: 'each person',
  resource: 'each planned resource: what infrastructure code is about to deploy',
  record: 'each record: something done once, dated, and relied on afterwards',
}

/** `each account`; `the engagement as a whole`. */
export function subjectInWords(kind: string): string {
  return subjects[kind] ?? `each ${kind.replaceAll('-', ' ')}`
}
