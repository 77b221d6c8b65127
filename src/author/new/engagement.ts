import type { Names } from '../../load/names.ts'
import { contexts } from '../../model/facts/values.ts'
import { seen } from '../../text/harmless.ts'
import { suggest } from '../../text/nearest.ts'
import { type Draft, scalar, titleFrom } from './draft.ts'

/** What is asked about a new engagement; what is left out stays unknown. */
export type Answers = {
  readonly context?: string
  readonly title?: string
  readonly client?: string
  readonly clientCountry?: string
  readonly services?: readonly string[]
}

export type Question = {
  readonly key: keyof Answers
  /** The flag that answers it. */
  readonly flag: string
  readonly text: string
  /** Without an answer there is no engagement. */
  readonly needed: boolean
}

export const questions: readonly Question[] = [
  { key: 'title', flag: '--title', text: 'What do people call it?', needed: false },
  {
    key: 'context',
    flag: '--context',
    text: `Whose processing is it? (${contexts.join(', ')})`,
    needed: true,
  },
  { key: 'client', flag: '--client', text: 'What is the client called?', needed: false },
  { key: 'clientCountry', flag: '--client-country', text: 'In which country is it? (BE, FR, ...)', needed: false },
  {
    key: 'services',
    flag: '--service',
    text: 'On which services does it run? (aws/ec2, openai/api, ...; "none" for none)',
    needed: false,
  },
]

/** What is wrong with an answer and what was probably meant, or nothing. */
export function wrongAnswer(
  key: keyof Answers,
  value: string,
  names: Names,
): { readonly message: string; readonly hint: string } | undefined {
  if (key === 'context' && !contexts.some((one) => one === value)) {
    return { message: `${seen(value)} is no context`, hint: suggest(value, contexts) }
  }
  if (key === 'clientCountry' && names.countries.size > 0 && !names.countries.has(value)) {
    const meant = names.aliases.get(value)
    const hint = meant === undefined ? suggest(value, names.countries) : `Did you mean "${meant}"?`
    return { message: `${seen(value)} is not the code of a country`, hint }
  }
  if (key === 'services') {
    const services = [...names.providers.values()].flatMap(({ id, services }) =>
      services.map((one) => `${id}/${one.id}`),
    )
    if (!services.includes(value))
      return { message: `The registry has no service ${seen(value)}`, hint: suggest(value, services) }
  }
  return undefined
}

/** A descriptor that loads. What nobody has said is left out, with a comment on what to write there. */
export function draftEngagement(id: string, answers: Answers, path: string): Draft {
  const { context = '', title = titleFrom(id), client, clientCountry, services } = answers
  const party = [
    'id: client',
    ...(client === undefined ? [] : [`name: ${scalar(client)}`]),
    ...(clientCountry === undefined ? [] : [`country: ${clientCountry}`]),
  ]
  const text = `# What is left out is unknown, and satisfies nothing. A stated list is complete; \`[]\` says that there are none.
# \`douane check ${path}\` says what to state next, and where.
apiVersion: douane/v1
kind: Engagement
id: ${id}
title: ${scalar(title)}
context: ${context}
# starts: 2026-01-01
# ends: none

# Legal entities. \`role\`: controller, joint-controller or processor; \`parentCountry: none\`: no parent company.
parties:
  - { ${party.join(', ')} }

# What is processed: \`douane show name\` explains a category.
# data:
#   - { id: customer-records, categories: [name], subjects: [customers], classification: confidential, owner: client, state: clear, derivedFrom: [] }

${componentsText(services)}
# How data moves between components and parties; a response is a flow of its own.
# flows:
#   - { id: visit, from: client, to: component-1, data: [customer-records], transform: { kind: none } }

# Access from elsewhere to data that stays where it is, the grounds of transfers, AI uses, and who can log in.
# remoteAccess: []
# safeguards: []
# aiUses: []
# accounts: firm
`
  return { path, text }
}

const componentHints = `# \`contractedBy\` and \`operatedBy\`: firm, client or another party. \`region\`: as the provider calls it.`

function componentsText(services: readonly string[] | undefined): string {
  const start = `# What it runs on: \`douane list providers\`.\n${componentHints}\n`
  if (services === undefined)
    return `${start}# components:\n#   - { id: component-1, service: aws/ec2, contractedBy: client, operatedBy: firm }\n`
  if (services.length === 0) return `${start}components: []\n`
  const lines = services.map((service, place) => `  - { id: component-${place + 1}, service: ${service} }\n`)
  return `${start}components:\n${lines.join('')}`
}
