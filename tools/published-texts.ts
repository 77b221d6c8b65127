/** registry/sources.yaml -> docs/published-texts.md: what is wrong with the published texts, and what is not encoded. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Sources } from '../src/model/generated/sources.ts'
import type { Step } from './generate.ts'

export const publishedTexts: Step = {
  owns: { committed: true },
  files: async (root) => {
    const sources = parse(readFileSync(`${root}/registry/sources.yaml`, 'utf8')) as Sources
    return [{ path: 'docs/published-texts.md', text: pageOf(sources) }]
  },
}

function pageOf({ sources, defects = [], notEncoded = [] }: Sources): string {
  const titles = new Map(sources.map(({ id, title, publisher }) => [id, publisher ? `${title} (${publisher})` : title]))
  return [
    '<!-- Generated from registry/sources.yaml by `npm run generate`. Change that file, not this one. -->',
    '# The published texts',
    '',
    'What the rules check was published as prose. Here is where that prose contradicts itself or the law, and how it is read; and what it, or the law, asks for and no rule checks. Every Report carries both lists, and `douane list defects` and `douane list not-encoded` show them.',
    '',
    `## Defects (${defects.length})`,
    ...defects.flatMap((defect) => ['', ...defectLines(defect, titles)]),
    '',
    `## Not encoded (${notEncoded.length})`,
    '',
    '| what | why |',
    '|---|---|',
    ...notEncoded.map(({ title, why }) => `| ${cell(title)} | ${cell(why)} |`),
    '',
  ].join('\n')
}

function defectLines(
  { id, documents, text, reading }: NonNullable<Sources['defects']>[number],
  titles: ReadonlyMap<string, string>,
): readonly string[] {
  const clauses = new Map<string, readonly string[]>()
  for (const { document, clause } of documents) clauses.set(document, [...(clauses.get(document) ?? []), clause])
  const places = [...clauses].map(([document, list]) => `${titles.get(document) ?? document}, ${list.join(', ')}`)
  return [`### ${id}`, '', `${places.join('; ')}.`, '', text.trim(), '', `**Read as:** ${reading.trim()}`]
}

const cell = (text: string): string => text.trim().replaceAll('|', '\\|')
