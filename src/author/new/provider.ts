import { type Draft, scalar, titleFrom } from './draft.ts'

export type NewProvider = {
  readonly id: string
  /** The folder of the registry. */
  readonly folder: string
  /** Today, and the day by which what is written down today must be looked at again: `2026-11-22`. */
  readonly today: string
  readonly reviewBy: string
}

/** A provider of which nothing is known but its name: it loads, and everything that rests on it is unknown. */
export function draftProvider({ id, folder, today, reviewBy }: NewProvider): Draft {
  const checked = (indent: string) =>
    ['source: [general-knowledge]', `checkedOn: ${today}`, `reviewBy: ${reviewBy}`]
      .map((line) => indent + line)
      .join('\n')
  const text = `# What is not stated is not known, and whatever rests on it is unknown: state what a source says, and no more. Each fact
# cites the documents that say so (\`douane show general-knowledge\`; your own in a document of kind Sources).
apiVersion: douane/v1
kind: Provider
id: ${id}
name: ${scalar(titleFrom(id))}
# website: https://example.com

# The legal entities. \`country\` and \`parentCountry\` are ISO codes; left out, unknown; \`parentCountry: none\`: no parent.
entities:
  - id: ${id}-entity
    name: ${scalar(`${titleFrom(id)} (contracting entity not known)`)}
    # country: NL
    # parentCountry: none
${checked('    ')}

# Which entity contracts with customers of which places.
# contracting:
#   - customers: [EEA]
#     entity: ${id}-entity
${checked('#     ')}

# From where its personnel can reach customer data.
supportAccess:
  places: unknown
${checked('  ')}

services:
  - id: service
    name: Name of the service
    # infrastructure, hosting, edge, storage, source-control, office, email, marketing, ai, analytics, tag-management,
    # payments or other
    category: other
    # role: processor
    # \`model\`: fixed, region, global-edge or endpoint-scope. \`fixed\` without places says nothing of where it works.
    location: { model: fixed, activities: {} }
${checked('    ')}
`
  return { path: `${folder}/providers/${id}.yaml`, text }
}
