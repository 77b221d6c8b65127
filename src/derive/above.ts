import { mayBe } from './disclosures.ts'
import type { Relationship } from './relationships.ts'
import { and, chain, each, known, map, not, or, unknown, type Value } from './value.ts'

/** The relationships through which the party that data is processed for came by it as a processor itself. */
export type Above = {
  readonly certain: readonly Relationship[]
  /** Those that may not take place, or whose processor is not known. */
  readonly possible: readonly Relationship[]
}

export const aboveOf = (one: Relationship, all: readonly Relationship[]): Above => {
  // Nobody is above itself: whom it uses may be anybody but itself.
  const above = all.filter((it) => it.controller.id !== one.controller.id && mayBe(it.processor, one.controller))
  const isCertain = (it: Relationship): boolean =>
    it.takesPlace.value === true && it.processor.id === one.controller.id && one.controller.kind !== 'unknown'
  return { certain: above.filter(isCertain), possible: above.filter((it) => !isCertain(it)) }
}

/** Whether something holds of every relationship above; unknown where none is certain, or where there may be others. */
export function ofAllAbove(
  { certain, possible }: Above,
  more: Value<boolean>,
  of: (one: Relationship) => Value<boolean>,
): Value<boolean> {
  const openly = possible.map((one) => {
    const value = of(one)
    return value.value === true ? value : unknown(...value.from, ...one.takesPlace.from)
  })
  if (certain.length === 0) return unknown(...openly.flatMap((one) => one.from), ...more.from)
  return and(...certain.map(of), ...openly, not(more))
}

/** What all relationships above are; unknown where one is open, or where there may be others. */
export function eachAbove<T>({ certain, possible }: Above, more: Value<boolean>, of: (one: Relationship) => Value<T>) {
  const values = certain.map(of)
  const open = [
    ...values.filter((one) => one.value === undefined),
    ...possible.map((one) => one.takesPlace),
    ...(more.value === false ? [] : [more]),
  ]
  return values.length === 0 || open.length > 0
    ? unknown(...open.flatMap((one) => one.from))
    : known(
        values.map((one) => one.value as T),
        ...values.flatMap((one) => one.from),
      )
}

/**
 * By relationship: 1 for the controller's own processor, 2 for its sub-processor, and so on; unknown in a circle, and
 * where the data may have come another way.
 */
export function depthsOf(all: readonly Relationship[]): ReadonlyMap<string, Value<number>> {
  const depths = new Map<string, Value<number>>()
  const depthOf = (one: Relationship): Value<number> => {
    const before = depths.get(one.id)
    if (before !== undefined) return before
    depths.set(one.id, unknown())
    const depth = chain(isFirst(one), (first) => {
      if (first) return known(1)
      const depthsAbove = map(eachAbove(aboveOf(one, all), one.more, depthOf), onlyOne)
      return map(depthsAbove, (above) => above + 1)
    })
    depths.set(one.id, depth)
    return depth
  }
  for (const one of all) depthOf(one)
  return depths
}

/** Whether who the data is processed for decides on it, in all of it alike. */
function isFirst({ disclosures, more }: Relationship): Value<boolean> {
  if (more.value !== false) return unknown(...more.from)
  const decides = disclosures.map(({ exporterRole }) =>
    map(exporterRole, (role) => role === 'controller' || role === 'joint-controller'),
  )
  return map(each(decides), onlyOne)
}

const onlyOne = <T>(values: readonly T[]): T | undefined => (new Set(values).size === 1 ? values[0] : undefined)

/**
 * By relationship: whether the GDPR reaches one of the two, or anybody further up the chain that their data came by. To a
 * fixed point, since data may go round in a circle; values only rise: false, unknown, true.
 */
export function gdprApplies(all: readonly Relationship[]): ReadonlyMap<string, Value<boolean>> {
  const above = new Map(all.map((one) => [one.id, aboveOf(one, all)]))
  const start = ({ controller, processor, more }: Relationship): Value<boolean> =>
    or(...[controller, processor].map(({ reach }) => map(reach, (how) => how !== 'outside')), more)
  const state = new Map(all.map((one) => [one.id, start(one)]))
  const at = ({ id }: Relationship): Value<boolean> => state.get(id) ?? known(false)
  for (let changed = true; changed; ) {
    changed = false
    for (const one of all) {
      const { certain = [], possible = [] } = above.get(one.id) ?? {}
      const next = or(
        start(one),
        ...certain.map(at),
        ...possible.map((it) => and(at(it), unknown(...it.takesPlace.from))),
      )
      if (rank(next) <= rank(at(one))) continue
      state.set(one.id, next)
      changed = true
    }
  }
  return state
}

const rank = ({ value }: Value<boolean>): number => (value === true ? 2 : value === undefined ? 1 : 0)
