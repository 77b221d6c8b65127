import type { Origin } from '../model/fact.ts'
import type { Location } from '../model/location.ts'
import type { Subject } from '../model/subject.ts'

/**
 * Where a finding points. For an unknown: where the first missing fact should be stated. Otherwise at what tells most of
 * the fact that told most: the last step of the way that data took, or the key that states it; failing both, at a
 * missing key. At the subject where no fact points anywhere in the descriptor.
 */
export function placeOf(subject: Subject, names: readonly string[], order: PlaceOrder, file: string): Location {
  for (const kinds of order) {
    for (const name of names) {
      for (const kind of kinds) {
        for (const origin of subject.facts[name]?.from ?? []) {
          // Where something stands is looked up only when it is asked for, which costs more than the rest of this.
          const place = origin.kind === kind ? locationOf(origin) : undefined
          if (place?.file === file) return place
        }
      }
    }
  }
  return subject.at
}

/** Kinds of reasons, the better ones first; within one group the more telling fact comes first. */
type PlaceOrder = readonly (readonly Origin['kind'][])[]

export const statedFirst: PlaceOrder = [['path', 'stated'], ['missing']]
export const missingFirst: PlaceOrder = [['missing'], ['stated'], ['path']]

function locationOf(origin: Origin): Location | undefined {
  // Data that is where it was from the start took no way.
  if (origin.kind === 'path') return origin.path.steps.length > 1 ? origin.path.steps.at(-1)?.at : undefined
  return origin.at
}
