import type { Origin } from '../model/fact.ts'
import type { Location } from '../model/location.ts'
import type { Subject } from '../model/subject.ts'

/**
 * Where a finding points. For an unknown: where the first missing fact should be stated. Otherwise at the key that
 * states the fact that told most, in the descriptor; failing that, at the last step of a path, then at a missing key.
 * At the subject where no fact points anywhere in the descriptor.
 */
export function placeOf(subject: Subject, names: readonly string[], order: PlaceOrder, file: string): Location {
  const origins = names.flatMap((name) => subject.facts[name]?.from ?? [])
  for (const kind of order) {
    for (const origin of origins) {
      // Where something stands is looked up only when it is asked for, which costs more than the rest of this.
      const place = origin.kind === kind ? locationOf(origin) : undefined
      if (place?.file === file) return place
    }
  }
  return subject.at
}

type PlaceOrder = readonly Origin['kind'][]

export const statedFirst: PlaceOrder = ['stated', 'path', 'missing']
export const missingFirst: PlaceOrder = ['missing', 'stated', 'path']

function locationOf(origin: Origin): Location | undefined {
  return origin.kind === 'path' ? origin.path.steps.at(-1)?.at : origin.at
}
