import type { FactDefinition, Origin } from '../model/fact.ts'
import { factCatalogue } from '../model/facts/index.ts'
import type { Location } from '../model/location.ts'
import type { Subject, SubjectKind } from '../model/subject.ts'
import type { DecidingFacts } from './deciding.ts'

/** Facts, and the kind of reason for one of them that would be worth looking at. */
export type Clue = {
  readonly facts: readonly string[]
  readonly kind: Origin['kind']
  /** Whether a fact of such a subject is one; left out where all are. */
  readonly holds?: (subject: Subject, name: string) => boolean
}

/**
 * Where a finding points: at the first clue that leads into the descriptor, or into another file that was given with it;
 * at the subject where none does.
 *
 * `clues`: the better ones first; within one, the more telling fact comes first.
 */
export function placeOf(subject: Subject, clues: readonly Clue[], files: ReadonlySet<string>): Location {
  for (const { facts, kind, holds } of clues) {
    for (const name of facts) {
      if (holds !== undefined && !holds(subject, name)) continue
      for (const origin of subject.facts[name]?.from ?? []) {
        // Where something stands is looked up only when it is asked for, which costs more than the rest of this.
        const place = origin.kind === kind ? locationOf(origin) : undefined
        if (place !== undefined && files.has(place.file)) return place
      }
    }
  }
  return subject.place.at
}

/**
 * What tells most of an outcome that was decided: the key that states what the rule requires, or that it was counted
 * from; the last step of the way that data took there; what else it was derived from. Where that rests on the registry,
 * the key that made the rule apply, such as the ground that was chosen, tells more than the registry can.
 */
export function cluesToDecided({ kind }: Pick<Subject, 'kind'>, { require, when }: DecidingFacts): readonly Clue[] {
  const all = [...require, ...when]
  const declared = withOrigin(kind, 'declared')
  const derived = withOrigin(kind, 'derived')
  return [
    {
      facts: require.filter((name) => declared(name) || derived(name)),
      kind: 'stated',
      holds: (subject, name) => declared(name) || isCounted(subject, name),
    },
    { facts: require, kind: 'path' },
    { facts: require.filter(derived), kind: 'stated' },
    { facts: when.filter(declared), kind: 'stated' },
    { facts: when, kind: 'path' },
    { facts: all, kind: 'stated' },
    { facts: all, kind: 'missing' },
  ]
}

/** What would decide an unknown: where the first missing fact should be stated. */
export function cluesToUnknown(missing: readonly string[], { require, when }: DecidingFacts): readonly Clue[] {
  const all = [...missing, ...require, ...when]
  return (['missing', 'stated', 'path'] as const).map((kind) => ({ facts: all, kind }))
}

function withOrigin(kind: SubjectKind, origin: FactDefinition['origin']): (name: string) => boolean {
  return (name) => factCatalogue[kind][name]?.origin === origin
}

/** Of what is derived: from keys of the descriptor and nothing else, as the time from one stated date to another. */
function isCounted(subject: Subject, name: string): boolean {
  return (subject.facts[name]?.from ?? []).every(({ kind }) => kind === 'stated')
}

function locationOf(origin: Origin): Location | undefined {
  // Data that is where it was from the start took no way.
  if (origin.kind === 'path') return origin.path.length > 1 ? origin.path.last.at : undefined
  return origin.at
}

export type ImportedPlace = { readonly at: Location; readonly text: string }

/** Nobody looks at more places of one finding. */
const mostPlaces = 8

/**
 * Where imported files say what a finding rests on, the more telling fact first; where no fact leads there, the subject
 * itself, if it stands in one.
 */
export function importedPlaces(
  subject: Subject,
  facts: readonly string[],
  imported: ReadonlySet<string>,
): readonly ImportedPlace[] {
  if (imported.size === 0) return []
  const places = new Map<string, ImportedPlace>()
  for (const name of facts) {
    for (const origin of subject.facts[name]?.from ?? []) {
      if (origin.kind === 'registry' || origin.kind === 'path' || !imported.has(origin.at.file)) continue
      const text = origin.kind === 'stated' ? origin.pointer : `${subject.label}: ${origin.key}`
      const { file, line, column } = origin.at
      const place = JSON.stringify([file, line, column])
      // The resource itself says less than what stands at its place.
      const told = places.get(place)
      if (told === undefined || told.text === subject.label) places.set(place, { at: origin.at, text })
      if (places.size === mostPlaces) return [...places.values()]
    }
  }
  const { at } = subject.place
  if (places.size === 0 && imported.has(at.file)) return [{ at, text: subject.label }]
  return [...places.values()]
}
