import { asProcessor, firstFor } from './as-processor.ts'
import type { Entity } from './entities.ts'
import { Firsts } from './firsts.ts'
import type { Relationship } from './relationships.ts'
import type { Scene } from './scene.ts'
import {
  allOf,
  and,
  anyOf,
  chain,
  each,
  known,
  map,
  mostConsulted,
  mostListed,
  not,
  openLike,
  or,
  settled,
  unknown,
  type Value,
} from './value.ts'

/** The relationships through which the party that data is processed for came by it as a processor itself. */
export type Above = {
  readonly certain: readonly Relationship[]
  /** Those that may not take place, or whose processor is not known; not more than the first that are asked for. */
  readonly possible: (most: number) => readonly Relationship[]
}

/** Nobody is above itself: whom it uses may be anybody but itself. */
export function aboveOf({ controller }: Relationship, all: readonly Relationship[], scene: Scene): Above {
  const { certain, possible } = asProcessor(controller, all, scene)
  return { certain, possible: (most) => firstFor(controller, possible, most) }
}

/** Whether something holds of every relationship above; unknown where none is certain, or where there may be others. */
export function ofAllAbove(
  { certain, possible }: Above,
  more: Value<boolean>,
  of: (one: Relationship) => Value<boolean>,
): Value<boolean> {
  const openly = (some: readonly Relationship[]) =>
    some.map((one) => {
      const value = of(one)
      return value.value === true ? value : unknown(...value.from, ...one.takesPlace.from)
    })
  const first = possible(mostConsulted)
  if (certain.length === 0)
    return unknown(...[...openly(first).flatMap((one) => one.from), ...more.from].slice(0, mostListed))
  const surely = allOf(certain.map(of))
  if (surely.value === false) return surely
  const some = openly(first)
  const others = some.some((one) => one.value === undefined) ? some : openly(possible(Number.POSITIVE_INFINITY))
  return allOf([...certain.map(of), ...others, not(more)])
}

/** What all relationships above are; unknown where one is open, or where there may be others. */
export function eachAbove<T>({ certain, possible }: Above, more: Value<boolean>, of: (one: Relationship) => Value<T>) {
  const values = certain.map(of)
  const open = [
    ...values.filter((one) => one.value === undefined),
    ...possible(mostConsulted).map((one) => one.takesPlace),
    ...(more.value === false ? [] : [more]),
  ]
  return values.length === 0 || open.length > 0
    ? unknown(...open.flatMap((one) => one.from).slice(0, mostListed))
    : known(
        values.map((one) => one.value as T),
        ...values.flatMap((one) => one.from),
      )
}

/**
 * By relationship: 1 for the controller's own processor, 2 for its sub-processor, and so on; unknown in a circle, and
 * where the data may have come another way.
 */
export function depthsOf(all: readonly Relationship[], scene: Scene): ReadonlyMap<string, Value<number>> {
  const depths = new Map<string, Value<number>>()
  const depthOf = (one: Relationship): Value<number> => depths.get(one.id) ?? unknown()
  // A chain may be as long as the engagement: what waits for those above it is kept in a list, and not in calls.
  const waiting: Waiting[] = []
  const begin = (one: Relationship): void => {
    if (depths.has(one.id)) return
    const first = isFirst(one)
    // What comes back to it in a circle finds it unknown.
    depths.set(one.id, first.value === false ? unknown() : chain(first, () => known(1)))
    if (first.value === false) waiting.push({ one, first, above: aboveOf(one, all, scene), asked: 0 })
  }
  for (const start of all) {
    begin(start)
    for (let last = waiting.at(-1); last !== undefined; last = waiting.at(-1)) {
      const { one, first, above } = last
      const next = above.certain[last.asked++]
      if (next !== undefined) begin(next)
      else {
        waiting.pop()
        const depthsAbove = map(eachAbove(above, one.more, depthOf), onlyOne)
        depths.set(
          one.id,
          chain(first, () => map(depthsAbove, (depth) => depth + 1)),
        )
      }
    }
  }
  return depths
}

/** A relationship whose depth follows from those above it, and how many of these were asked for theirs. */
type Waiting = {
  readonly one: Relationship
  readonly first: Value<boolean>
  readonly above: Above
  asked: number
}

/** Whether who the data is processed for decides on it, in all of it alike. */
function isFirst({ disclosures, more }: Relationship): Value<boolean> {
  if (more.value !== false) return openLike(more)
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
export function gdprApplies(all: readonly Relationship[], scene: Scene): ReadonlyMap<string, Value<boolean>> {
  const starts = all.map(({ controller, processor, more }) => or(isReached(controller), isReached(processor), more))
  const state = [...starts]
  const places = new Map(all.map((one, at) => [one, at]))
  const applies = (one: Relationship | undefined): Value<boolean> =>
    (one === undefined ? undefined : state[places.get(one) ?? -1]) ?? known(false)
  const { ways, containing } = waysAbove(all, scene)
  const open = (at: number, one: Relationship): void => {
    for (const way of containing.get(one) ?? []) way.open.add(at)
  }
  for (const [at, one] of all.entries()) if (state[at]?.value !== false) open(at, one)
  for (let changed = true; changed; ) {
    changed = false
    for (const [at, one] of all.entries()) {
      const before = state[at]?.value
      const way = ways.get(one.controller.id)
      if (before === true || way === undefined) continue
      const perhaps = before === undefined ? [] : way.open.first.slice(0, mostConsulted).flatMap((it) => all[it] ?? [])
      const next = anyOf([
        starts[at] ?? known(false),
        ...way.certain.map(applies),
        ...perhaps.map((it) => and(applies(it), openLike(it.takesPlace))),
      ])
      if (rank(next) <= rank(applies(one))) continue
      state[at] = settled(next)
      if (before === false) open(at, one)
      changed = true
    }
  }
  return new Map(all.map((one, at) => [one.id, state[at] ?? known(false)]))
}

const isReached = ({ reach }: Entity): Value<boolean> => map(reach, (how) => how !== 'outside')

/** The relationships above a party, and those of the possible ones that the GDPR applies to, or may. */
type Way = { readonly certain: readonly Relationship[]; readonly open: Firsts }

/** Of the parties that are known, by their ids: of any other it is not known from the start whether the GDPR reaches it. */
function waysAbove(all: readonly Relationship[], scene: Scene) {
  const ways = new Map<string, Way>()
  const containing = new Map<Relationship, Way[]>()
  for (const { controller } of all) {
    if (controller.kind === 'unknown' || ways.has(controller.id)) continue
    const { certain, possible } = asProcessor(controller, all, scene)
    const way = { certain, open: new Firsts() }
    ways.set(controller.id, way)
    for (const it of possible) {
      const list = containing.get(it)
      if (list === undefined) containing.set(it, [way])
      else list.push(way)
    }
  }
  return { ways, containing }
}

const rank = ({ value }: Value<boolean>): number => (value === true ? 2 : value === undefined ? 1 : 0)
