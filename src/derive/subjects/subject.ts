import type { Fact, Validity } from '../../model/fact.ts'
import type { Catalogue, FactNameOf } from '../../model/facts/index.ts'
import type { Moment, Span } from '../../model/instant.ts'
import type { Placed } from '../../model/location.ts'
import type { Subject, SubjectKind } from '../../model/subject.ts'
import { validityOf } from '../evidence/shown.ts'
import type { Value } from '../value.ts'

type ValueOf<D> = D extends { readonly type: 'boolean' }
  ? boolean
  : D extends { readonly type: 'enum'; readonly values: readonly (infer V)[] }
    ? V
    : D extends { readonly type: 'set' }
      ? readonly string[]
      : D extends { readonly type: 'number' }
        ? number
        : D extends { readonly type: 'moment' }
          ? Moment
          : D extends { readonly type: 'span' }
            ? Span
            : D extends { readonly type: 'texts' }
              ? readonly string[]
              : string

/** Every fact of the catalogue for one kind of subject, so that none is forgotten and each has the type it declares. */
export type FactsOf<K extends SubjectKind> = { readonly [N in FactNameOf<K>]: Value<ValueOf<Catalogue[K][N]>> }

type All<Parts extends readonly object[]> = Parts extends readonly [
  infer First,
  ...infer Others extends readonly object[],
]
  ? First & All<Others>
  : unknown

/**
 * Facts of several objects in one, in one step: spreading dozens of keys into a literal, or assigning in turns, takes
 * ten to a hundred times as long, and gives objects that are slow to read. docs/decisions/0036-deriving-once.md.
 */
export const together = <Parts extends readonly object[]>(...parts: Parts): All<Parts> =>
  Object.assign(parts[0] ?? {}, ...parts.slice(1))

export function subjectOf<K extends SubjectKind>(
  kind: K,
  id: string,
  label: string,
  place: Placed,
  facts: FactsOf<K>,
): Subject {
  return { kind, id, label, place, facts: facts as unknown as Readonly<Record<string, Fact>> }
}

/** What rests on evidence counts for a while only. */
export function aging(subject: Subject): Subject {
  const validities: Record<string, Validity> = {}
  for (const [name, { from }] of Object.entries(subject.facts)) {
    const validity = validityOf(from)
    if (validity !== undefined) validities[name] = validity
  }
  return Object.keys(validities).length === 0 ? subject : { ...subject, validities }
}
