import type { Report } from '../model/generated/report.ts'
import type { Table } from './tables.ts'

type Infrastructure = NonNullable<Report['infrastructure']>

/** `plans/prod.json: 12 resources (terraform-plan 1.2, terraform 1.9.8); 1 destroyed, 3 only read` */
export function planInWords(plan: Infrastructure['plans'][number]): string {
  const { file, format, formatVersion, tool, deployed, destroyed, read, partial } = plan
  const origin = [`${format}${formatVersion === undefined ? '' : ` ${formatVersion}`}`, tool].filter(
    (one) => one !== undefined,
  )
  const others = [
    ...(destroyed === undefined ? [] : [`${destroyed} destroyed`]),
    ...(read === undefined ? [] : [`${read} only read`]),
  ]
  const rest = others.length === 0 ? '' : `; ${others.join(', ')}`
  const not = partial === undefined ? '' : `; not all of its code: ${partial}`
  return `${file}: ${deployed} ${deployed === 1 ? 'resource' : 'resources'} (${origin.join(', ')})${rest}${not}`
}

/** `5 are part of a component, 2 of none, 1 may be part of several, 4 only support others, 3 are of types not known` */
export function matchesInWords(infrastructure: Infrastructure): string {
  const { matches, unmatched, ambiguous, supporting, unmapped } = infrastructure
  const counts: readonly (readonly [number, string])[] = [
    [matches.length, 'part of a component'],
    [unmatched.length, 'part of none'],
    [ambiguous.length, 'part of one of several'],
    [supporting, 'there to support others'],
    [unmapped.length, 'of types that are not known here'],
  ]
  const said = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`)
  return said.length === 0 ? 'Nothing is deployed' : said.join(', ')
}

/** The types that are not known, the most frequent first: `acme_queue (3)`. */
export function unknownTypes({ unmapped }: Infrastructure): readonly string[] {
  const counts = new Map<string, number>()
  for (const { type } of unmapped) counts.set(type, (counts.get(type) ?? 0) + 1)
  return [...counts]
    .sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1))
    .map(([type, count]) => `${type} (${count})`)
}

/** What is planned beside what a component answers for: its resource, its type, and what it may be part of. */
export function unmatchedTable({ unmatched, ambiguous, unmapped }: Infrastructure): Table {
  const place = ({ file, line }: { readonly file: string; readonly line: number }): string => `${file}:${line}`
  return {
    head: ['resource', 'type', 'part of', 'where'],
    rows: [
      ...unmatched.map(({ resource, type, service, at }) => [
        resource,
        type,
        `none (${service ?? 'unknown'})`,
        place(at),
      ]),
      ...ambiguous.map(({ resource, type, components, at }) => [
        resource,
        type,
        `one of ${components.join(', ')}`,
        place(at),
      ]),
      ...unmapped.map(({ resource, type, component, at }) => [resource, type, component ?? 'not known', place(at)]),
    ],
  }
}
