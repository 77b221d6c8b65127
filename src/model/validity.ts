import type { Fact } from './fact.ts'
import type { Instant } from './instant.ts'
import type { Subject } from './subject.ts'

/** The subjects as far as they are known at an instant. The same objects where all facts always count. */
export function subjectsAt(subjects: readonly Subject[], asOf: Instant): readonly Subject[] {
  return subjects.some(({ validities }) => validities !== undefined)
    ? subjects.map((subject) => subjectAt(subject, asOf))
    : subjects
}

/** One of them: a fact outside its validity has no value, and says what is missing. */
export function subjectAt(subject: Subject, asOf: Instant): Subject {
  if (subject.validities === undefined) return subject
  const gone: Record<string, Fact> = {}
  for (const [name, { from, until, early, late }] of Object.entries(subject.validities)) {
    if (asOf < from) gone[name] = { value: undefined, from: early }
    else if (asOf >= until) gone[name] = { value: undefined, from: late }
  }
  return { ...subject, facts: { ...subject.facts, ...gone } }
}
