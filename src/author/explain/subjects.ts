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
  account: 'each account',
  person: 'each person',
  record: 'each record: something done once, dated, and relied on afterwards',
}

/** `each account`; `the engagement as a whole`. */
export function subjectInWords(kind: string): string {
  return subjects[kind] ?? `each ${kind.replaceAll('-', ' ')}`
}
