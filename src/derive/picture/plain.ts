import type { FactNameOf } from '../../model/facts/index.ts'
import type { Moment } from '../../model/instant.ts'
import type { Subject, SubjectKind } from '../../model/subject.ts'
import type { Value } from '../value.ts'

export type Truth = 'true' | 'false' | 'unknown'
export const truth = (one: Value<boolean>): Truth =>
  one.value === undefined ? 'unknown' : one.value ? 'true' : 'false'

/** A key that is only there where something is known. */
export const some = <K extends string, T>(key: K, value: T | undefined): { readonly [P in K]?: T } =>
  value === undefined || value === null ? {} : ({ [key]: value } as { readonly [P in K]?: T })

/** The facts of a subject as a Report tells them: what is absent stays absent. */
export type Facts<K extends SubjectKind> = {
  readonly truth: (name: FactNameOf<K>) => Truth
  readonly text: (name: FactNameOf<K>) => string | undefined
  readonly count: (name: FactNameOf<K>) => number | undefined
  readonly list: (name: FactNameOf<K>) => readonly string[] | undefined
  /** A date as it was stated; `none` where it is known that there is none. */
  readonly date: (name: FactNameOf<K>, there?: FactNameOf<K>) => string | undefined
}

function factsOf<K extends SubjectKind>(subject: Subject | undefined): Facts<K> {
  const value = (name: string) => subject?.facts[name]?.value
  return {
    truth: (name) => {
      const is = value(name)
      return is === undefined ? 'unknown' : is === true ? 'true' : 'false'
    },
    text: (name) => value(name) as string | undefined,
    count: (name) => value(name) as number | undefined,
    list: (name) => value(name) as readonly string[] | undefined,
    date: (name, there) =>
      there !== undefined && value(there) === false ? 'none' : (value(name) as Moment | undefined)?.text,
  }
}

/** The subjects by kind and id. */
export type SubjectIndex = <K extends SubjectKind>(kind: K, id: string) => Facts<K>

export function indexSubjects(subjects: readonly Subject[]): SubjectIndex {
  const byId = new Map(subjects.map((subject) => [`${subject.kind} ${subject.id}`, subject]))
  return (kind, id) => factsOf(byId.get(`${kind} ${id}`))
}
