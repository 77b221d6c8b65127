import type { Mapping } from './mapping.ts'

export const firstName = (path: string): string => path.split('.', 1)[0] ?? path

/** The attributes by which a type says what it is part of. */
export function partAttributes(mapping: Mapping | undefined): readonly string[] {
  const attribute = mapping?.partOf?.attribute
  if (attribute === undefined) return []
  return typeof attribute === 'string' ? [attribute] : attribute
}

/** The attributes, by their first name, that a mapping reads. */
export const readsOf = (mapping: Mapping | undefined): readonly string[] => [
  ...(mapping?.reads ?? []),
  ...partAttributes(mapping).map(firstName),
]
