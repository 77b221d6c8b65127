import type { Origin, Validity } from '../../model/fact.ts'
import type { Document, Pointer } from '../../model/location.ts'
import { Stated } from '../origins.ts'

/** What evidence shows, which counts for a while only. */
export class Shown extends Stated {
  readonly validity: Validity
  private readonly where: Pointer
  private readonly words: string | undefined

  /** `words`: what it shows, where the name of a key does not say enough. */
  constructor(document: Document, path: Pointer, validity: Validity, words?: string) {
    super(document, path)
    this.where = path
    this.validity = validity
    this.words = words
  }

  override get pointer(): string {
    return this.words ?? super.pointer
  }

  override get step(): string | number | undefined {
    return this.words ?? super.step
  }

  as(words: string): Shown {
    return new Shown(this.document, this.where, this.validity, words)
  }

  /** The same, of something that also rests on what counts for another while. */
  within(validity: Validity): Shown {
    return validity === this.validity ? this : new Shown(this.document, this.where, validity, this.words)
  }
}

/** While all that a value rests on counts; `undefined`, if it always does. */
export function validityOf(from: readonly Origin[]): Validity | undefined {
  let validity: Validity | undefined
  for (const origin of from) {
    if (origin instanceof Shown) validity = validity === undefined ? origin.validity : both(validity, origin.validity)
  }
  return validity
}

function both(one: Validity, other: Validity): Validity {
  if (one === other) return one
  const [begins, ends] = [one.from >= other.from ? one : other, one.until <= other.until ? one : other]
  if (begins === ends) return begins
  return { from: begins.from, until: ends.until, early: begins.early, late: ends.late }
}

/**
 * Reasons that are kept in full are a dozen: each that comes from evidence says for how long all of them count, so that
 * none of that is lost with those that are left out.
 */
export function restingOn(from: readonly Origin[]): readonly Origin[] {
  const validity = validityOf(from)
  if (validity === undefined) return from
  const shown = from.filter((origin) => origin instanceof Shown).map((origin) => origin.within(validity))
  return [...from.filter((origin) => !(origin instanceof Shown)).slice(0, 2), ...shown.slice(0, 4)]
}
