import type { Document } from '../model/location.ts'
import type { Registry } from '../model/workspace.ts'

export type DatedEntry = {
  readonly entry: string
  readonly file: string
  readonly source: string
  readonly checkedOn: string
  readonly reviewBy: string
}

/** Everything in the registry that has a day by which it must be looked at again; what is due first comes first. */
export function datedEntries(registry: Registry): readonly DatedEntry[] {
  const documents: readonly Document<{ readonly id: string }>[] = Object.values(registry).flat()
  return documents
    .flatMap(({ file, value }) => entriesIn(value, value.id).map((entry) => ({ ...entry, file })))
    .sort((one, other) => compare(one.reviewBy, other.reviewBy) || compare(one.entry, other.entry))
}

function entriesIn(value: unknown, name: string): readonly Omit<DatedEntry, 'file'>[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) => entriesIn(item, `${name} ${nameOf(item) ?? index + 1}`))
  if (typeof value !== 'object' || value === null) return []
  const { checkedOn, reviewBy, source } = value as Readonly<Record<string, unknown>>
  const own =
    typeof checkedOn === 'string' && typeof reviewBy === 'string'
      ? [{ entry: name, source: Array.isArray(source) ? source.join(', ') : '', checkedOn, reviewBy }]
      : []
  // A list of entries is named by what it lists; a mapping by its key.
  const parts = Object.entries(value).flatMap(([key, part]) => entriesIn(part, `${name} ${key}`))
  return [...own, ...parts]
}

function nameOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined
  const { id, name, codes, provider, kind } = item as Readonly<Record<string, unknown>>
  if (Array.isArray(codes)) return codes.join(' ')
  return [id, name, provider, kind].find((one) => typeof one === 'string') as string | undefined
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
