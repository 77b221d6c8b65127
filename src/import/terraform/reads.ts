import type { Mapping } from './mapping.ts'

export const firstName = (path: string): string => path.split('.', 1)[0] ?? path

/** The attributes by which a type says what it is part of. */
export function partAttributes(mapping: Mapping | undefined): readonly string[] {
  const attribute = mapping?.partOf?.attribute
  if (attribute === undefined) return []
  return typeof attribute === 'string' ? [attribute] : attribute
}

/** The attributes, by their first name, that a mapping reads. */
export const readsOf = remembered((mapping) => [...(mapping?.reads ?? []), ...partAttributes(mapping).map(firstName)])

/** What is kept of every resource besides: by these others name it, and it is in the region. */
export const keepsOf = remembered((mapping) => [
  ...new Set(['id', 'arn', 'self_link', 'name', 'bucket', 'region', ...readsOf(mapping)]),
])

function remembered(
  listOf: (mapping: Mapping | undefined) => readonly string[],
): (mapping: Mapping | undefined) => readonly string[] {
  const made = new Map<Mapping | undefined, readonly string[]>()
  return (mapping) => {
    const list = made.get(mapping) ?? listOf(mapping)
    made.set(mapping, list)
    return list
  }
}
