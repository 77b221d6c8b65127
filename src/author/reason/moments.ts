import type { Leaf } from '../../model/condition.ts'
import { addDuration, type Duration, parseDuration } from '../../model/duration.ts'
import type { FactValue } from '../../model/fact.ts'
import type { Instant, Moment } from '../../model/instant.ts'
import { endOfPeriod, first, last, parseMoment, pointAt } from '../../model/moment.ts'
import { asOfFact } from '../../model/operators.ts'
import type { Truth } from '../../model/outcome.ts'
import { type Candidates, type Cell, cellsOf, distinct, type Group, signature, truthAt } from './cells.ts'
import { conceivable, isPeriodLeaf, periodOf, standing } from './periods.ts'

const day = 86_400_000

/** An as-of, and what the groups of moments can be at it. */
export type Present = {
  readonly asOf: Instant
  /** Of the leaves that compare as-of with a literal. */
  readonly truths: readonly Truth[]
  readonly cells: readonly (readonly Cell[])[]
}

/**
 * What groups of moments can be, at every as-of that makes a difference. The groups meet only in as-of, so that at one
 * as-of they are independent.
 *
 * The order of instants is exact: `k` moments and as-of can lie to constants only as they can within `k` days and `k`
 * milliseconds of them, at the ends of a day, and in its middle. Periods on the calendar are exact (`complete`) where
 * everything that their order lets one conceive was found at one as-of.
 */
export function presentsOf(
  groups: readonly Group[],
  ofAsOf: readonly Leaf[],
): { readonly presents: readonly Present[]; readonly complete: boolean } {
  const room = Math.max(1, ...groups.map(({ facts }) => facts.length))
  const leaves = [...groups.flatMap((group) => group.leaves), ...ofAsOf]
  const still = new Map(groups.filter((group) => !meetsAsOf(group)).map((group) => [group, cellsAt(group, 0)]))
  const all = asOfCandidates(leaves, room).map(
    (asOf): Present => ({
      asOf,
      truths: ofAsOf.map((leaf) => truthAt(leaf, asOf)),
      cells: groups.map((group) => still.get(group) ?? cellsAt(group, asOf)),
    }),
  )
  const found = all.map(keysOf)
  const complete =
    !leaves.some(isPeriodLeaf) ||
    all.every((present, index) => {
      const wanted = groups.map((group, position) =>
        group.leaves.some(isPeriodLeaf) ? upperBound(group, present.asOf) : [...(found[index]?.[position] ?? [])],
      )
      return all.some(
        (other, at) =>
          other.truths.join() === present.truths.join() &&
          wanted.every((keys, position) => keys.every((key) => found[at]?.[position]?.has(key))),
      )
    })
  return { presents: withoutCovered(distinct(all, spelled)), complete }
}

function meetsAsOf({ leaves }: Group): boolean {
  return leaves.some((leaf) => isPeriodLeaf(leaf) || leaf.value.kind === 'as-of' || leaf.fact === asOfFact)
}

const keysOf = ({ cells }: Present): readonly ReadonlySet<string>[] =>
  cells.map((ofGroup) => new Set(ofGroup.map(({ stated, truths }) => signature(stated, truths))))

const spelled = (present: Present): string =>
  JSON.stringify([present.truths, keysOf(present).map((keys) => [...keys].sort())])

/** What can be at one as-of may all be possible at another as well: then that one stands for both. */
function withoutCovered(presents: readonly Present[]): readonly Present[] {
  const found = presents.map(keysOf)
  const covers = (one: number, other: number): boolean =>
    presents[one]?.truths.join() === presents[other]?.truths.join() &&
    (found[other] ?? []).every((keys, position) => [...keys].every((key) => found[one]?.[position]?.has(key)))
  return presents.filter((_, index) => !presents.some((__, other) => other !== index && covers(other, index)))
}

/** In one order, so that the same cells at two instants are the same variable. */
function cellsAt(group: Group, asOf: Instant): readonly Cell[] {
  const cells = cellsOf(group, candidatesAt(group, asOf), asOf)
  const keys = new Map(cells.map((cell) => [cell, signature(cell.stated, cell.truths)]))
  return [...cells].sort((one, other) => ((keys.get(one) ?? '') < (keys.get(other) ?? '') ? -1 : 1))
}

/** Everything that the order of instants lets one conceive of a group with periods, as signatures. */
function upperBound(group: Group, asOf: Instant): readonly string[] {
  const { facts, leaves } = group
  const timed = facts.filter((fact) => leaves.some((leaf) => leaf.fact === fact && isPeriodLeaf(leaf)))
  const periods = new Map(
    timed.map((fact) => {
      const own = leaves.filter((leaf) => leaf.fact === fact && isPeriodLeaf(leaf))
      return [fact, { own, possible: conceivable(own, asOf) }] as const
    }),
  )
  const ordered = leaves.filter((leaf) => !isPeriodLeaf(leaf))
  const cells = cellsOf({ facts, leaves: ordered }, candidatesAt(group, asOf), asOf, (fact, value) =>
    timed.includes(fact) ? standing(value as Moment | undefined, asOf) : '',
  )
  return cells.flatMap(({ truths, stated, mark }) => {
    let known: Map<Leaf, string>[] = [new Map(ordered.map((leaf, index) => [leaf, String(truths[index] ?? '')]))]
    for (const fact of timed) {
      const { own, possible } = periods.get(fact) as { own: readonly Leaf[]; possible: ReturnType<typeof conceivable> }
      const ways = [...(possible.get(mark.split('|')[facts.indexOf(fact)] ?? '') ?? [])].map((way) => way.split(','))
      known = known.flatMap((before) =>
        ways.map((way) => new Map([...before, ...own.map((leaf, at) => [leaf, way[at] ?? ''] as const)])),
      )
    }
    return known.map((truthOf) => `${stated} ${leaves.map((leaf) => truthOf.get(leaf) ?? '').join()}`)
  })
}

/** Moments to try for each fact of a group at one as-of. */
function candidatesAt(group: Group, asOf: Instant): Candidates {
  const periods = group.leaves.filter(isPeriodLeaf).flatMap((leaf) => parseDuration(periodOf(leaf)) ?? [])
  const room = Math.max(group.facts.length, periods.length > 0 ? 2 : 1)
  const limits = [...momentsIn(group.leaves).flatMap(endsOf), ...(meetsAsOf(group) ? [asOf] : [])]
  const points = new Set<Instant>()
  const dates = new Set<Instant>()
  // Without a limit only the order of the moments matters, for which so many days are enough.
  if (limits.length === 0 && periods.length === 0) around(asOf, upTo(room), points, dates)
  for (const limit of limits) around(limit, aroundZero(room), points, dates)
  for (const period of periods) around(startOfPeriod(asOf, period), aroundZero(room), points, dates)
  const values: readonly FactValue[] = [
    ...[...points].sort(byNumber).map((at) => pointAt(at)),
    ...[...dates].sort(byNumber).map(dateAt),
  ]
  return new Map(group.facts.map((fact) => [fact, values]))
}

/** The limit and what is next to it; and each day near it with its ends, as many points between them, and itself. */
function around(limit: Instant, steps: readonly number[], points: Set<Instant>, dates: Set<Instant>): void {
  const room = steps.at(-1) ?? 0
  for (const step of steps) {
    points.add(limit + step)
    const midnight = startOfDay(limit) + step * day
    dates.add(midnight)
    points.add(midnight)
    for (let later = 0; later < room; later += 1) points.add(midnight + day / 2 + later * hour)
    points.add(midnight + day - 1)
  }
}

const hour = 3_600_000
const upTo = (steps: number): readonly number[] => Array.from({ length: steps + 1 }, (_, step) => step)
const aroundZero = (steps: number): readonly number[] => upTo(2 * steps).map((step) => step - steps)

/** Instants at which to ask: all that literals and periods can tell apart. */
function asOfCandidates(leaves: readonly Leaf[], room: number): readonly Instant[] {
  const periods = distinct(leaves.filter(isPeriodLeaf).map(periodOf), (text) => text).flatMap(
    (text) => parseDuration(text) ?? [],
  )
  const moments = momentsIn(leaves)
  const limits = distinct(
    [...moments.flatMap(endsOf), ...moments.flatMap((moment) => periods.flatMap((one) => endOfPeriod(moment, one)))],
    (limit) => limit,
  )
  const times = [
    0,
    day / 2,
    day - 1,
    ...periods.flatMap(({ milliseconds }) => [-1, 0, 1].map((step) => milliseconds + step)),
  ]
  const timesOfDay = distinct(
    times.map((time) => ((time % day) + day) % day),
    (time) => time,
  )
  const far = room + 1
  const steps = aroundZero(far)
  const days = [...limits.flatMap((limit) => steps.map((step) => startOfDay(limit) + step * day)), usualDay]
  const byMonths = periods.some(({ months }) => months > 0)
  return distinct(
    [
      // The middle of a day comes first, as the plainest example.
      ...[usualDay, ...days, ...(byMonths ? unusualDays : [])].map((midnight) => midnight + day / 2),
      ...days.flatMap((midnight) => timesOfDay.map((time) => midnight + time)),
      ...limits.flatMap((limit) => steps.map((step) => limit + step)),
      ...limits.flatMap((limit) =>
        [startOfDay(limit), startOfDay(limit) + day].map((end) => Math.floor((end + limit) / 2)),
      ),
    ],
    (instant) => instant,
  )
}

const usualDay = Date.UTC(2027, 5, 15)
/** Around the ends of months and leap days, where periods are longer or shorter than elsewhere. */
const unusualDays = [
  Date.UTC(2027, 2, 1),
  Date.UTC(2027, 2, 31),
  Date.UTC(2027, 11, 31),
  Date.UTC(2028, 1, 29),
  Date.UTC(2028, 2, 1),
  Date.UTC(2028, 2, 31),
  Date.UTC(2029, 1, 28),
]

function momentsIn(leaves: readonly Leaf[]): readonly Moment[] {
  const texts = leaves.flatMap(({ operator, value }) =>
    (operator === 'before' || operator === 'after') && value.kind === 'literal' ? [String(value.value)] : [],
  )
  return distinct(texts, (text) => text).flatMap((text) => parseMoment(text) ?? [])
}

const endsOf = (moment: Moment): readonly Instant[] => [first(moment), last(moment)]

const startOfDay = (instant: Instant): Instant => Math.floor(instant / day) * day

const dateAt = (midnight: Instant): Moment => ({
  from: midnight,
  to: midnight + day,
  dateOnly: true,
  text: new Date(midnight).toISOString().slice(0, 10),
})

const byNumber = (one: number, other: number): number => one - other

/** About where a period starts that ends at an instant; what the calendar makes of it is tried around it. */
function startOfPeriod(end: Instant, { months, days, milliseconds }: Duration): Instant {
  const earlier = end - milliseconds - days * day
  const date = new Date(earlier)
  const back = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, date.getUTCDate())
  return addDuration(back, { months: 0, days: 0, milliseconds: earlier - startOfDay(earlier) })
}
