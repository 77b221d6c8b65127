import type { Leaf } from '../../model/condition.ts'
import { parseDuration, parseSpan } from '../../model/duration.ts'
import type { Instant, Moment } from '../../model/instant.ts'
import { first, last } from '../../model/moment.ts'
import type { Truth } from '../../model/outcome.ts'

/**
 * What `withinLast` and `longerAgoThan` can say of one moment, as far as the order of instants goes: a moment and the
 * ends of its periods lie before, at or after as-of, and each of them at a known distance from the first, or between
 * two. Calendars are left out, so that this is more than can be, never less.
 */

const day = 86_400_000

export const isPeriodLeaf = ({ operator }: Leaf): boolean => operator === 'withinLast' || operator === 'longerAgoThan'

export const periodOf = ({ value }: Leaf): string => (value.kind === 'literal' ? String(value.value) : '')

/** How the first and the last instant of a moment stand to as-of. */
export const standing = (moment: Moment | undefined, asOf: Instant): string =>
  moment === undefined
    ? 'absent'
    : `${moment.dateOnly ? 'date' : 'point'} ${Math.sign(first(moment) - asOf)} ${Math.sign(last(moment) - asOf)}`

/** One instant that follows from a moment: the earliest and the latest that it can be after its first instant. */
type Mark = {
  readonly earliest: number
  readonly latest: number
  /** Set where it can be no other time of day. */
  readonly timeOfDay?: number
  /** How it is reached: some months, and then what has a fixed length. */
  readonly by?: { readonly months: number; readonly rest: number }
}

type Period = { readonly from: Mark; readonly to: Mark }

/** For each standing of a moment, what its period leaves can say together: the truths of the leaves, joined. */
export function conceivable(leaves: readonly Leaf[], asOf: Instant): ReadonlyMap<string, ReadonlySet<string>> {
  const timeOfDay = ((asOf % day) + day) % day
  const found = new Map<string, Set<string>>([['absent', new Set([leaves.map(() => undefined).join()])]])
  for (const dateOnly of [false, true]) {
    const start: Mark = dateOnly ? { earliest: 0, latest: 0, timeOfDay: 0 } : { earliest: 0, latest: 0 }
    const end: Mark = dateOnly ? { earliest: day - 1, latest: day - 1, timeOfDay: day - 1 } : start
    const periods = new Map([...new Set(leaves.map(periodOf))].map((text) => [text, marksOf(text, dateOnly)]))
    const marks = [...new Set([start, end, ...[...periods.values()].flatMap(({ from, to }) => [from, to])])]
    for (const signs of arrangements(marks, timeOfDay)) {
      const sign = (mark: Mark): number => signs.get(mark) ?? 0
      const key = `${dateOnly ? 'date' : 'point'} ${sign(start)} ${sign(end)}`
      const truths = leaves.map((leaf) => {
        const { from, to } = periods.get(periodOf(leaf)) as Period
        return leaf.operator === 'withinLast'
          ? within(sign(start), sign(end), sign(from), sign(to))
          : longer(sign(from), sign(to))
      })
      found.set(key, (found.get(key) ?? new Set<string>()).add(truths.join()))
    }
  }
  return found
}

// A sign is that of the mark less as-of: -1 before, 0 at, 1 after it.
function within(start: number, end: number, from: number, to: number): Truth {
  if (start > 0 || to < 0) return false
  return end <= 0 && from >= 0 ? true : undefined
}

function longer(from: number, to: number): Truth {
  if (to < 0) return true
  return from >= 0 ? false : undefined
}

function marksOf(text: string, dateOnly: boolean): Period {
  const period = parseDuration(text)
  const span = parseSpan(text)
  if (period === undefined || span === undefined) throw new Error(`a rule that was not type-checked: ${text}`)
  const mark = (later: number, timeOfDay?: number): Mark => ({
    earliest: span.from + later,
    latest: span.to + later,
    by: { months: period.months, rest: period.days * day + period.milliseconds + later },
    ...(timeOfDay === undefined ? {} : { timeOfDay }),
  })
  if (!dateOnly) {
    const end = mark(0)
    return { from: end, to: end }
  }
  if (period.milliseconds === 0) {
    const end = mark(day - 1, day - 1)
    return { from: end, to: end }
  }
  const rest = period.milliseconds % day
  return { from: mark(0, rest), to: mark(day - 1, (rest + day - 1) % day) }
}

/** Every way in which the marks can stand to as-of that their order allows. */
function arrangements(marks: readonly Mark[], timeOfDay: number): readonly ReadonlyMap<Mark, number>[] {
  let partial: Map<Mark, number>[] = [new Map()]
  for (const mark of marks) {
    partial = partial.flatMap((before) =>
      [-1, 0, 1]
        .filter((sign) => sign !== 0 || mark.timeOfDay === undefined || mark.timeOfDay === timeOfDay)
        .filter((sign) => [...before].every(([other, known]) => agrees(other, known, mark, sign)))
        .map((sign) => new Map(before).set(mark, sign)),
    )
  }
  return partial
}

function agrees(one: Mark, oneSign: number, other: Mark, otherSign: number): boolean {
  const order = orderOf(one, other)
  if (order.atMost && oneSign > otherSign) return false
  if (order.atLeast && oneSign < otherSign) return false
  if (order.before && otherSign <= 0 && oneSign >= 0) return false
  return !(order.after && oneSign <= 0 && otherSign >= 0)
}

type Order = {
  readonly before: boolean
  readonly atMost: boolean
  readonly atLeast: boolean
  readonly after: boolean
}

/** What is certain of the order of two marks of one moment. */
function orderOf(one: Mark, other: Mark): Order {
  const certain = {
    before: one.latest < other.earliest,
    atMost: one.latest <= other.earliest,
    atLeast: one.earliest >= other.latest,
    after: one.earliest > other.latest,
  }
  if (one.by === undefined || other.by === undefined) return certain
  // Months are added first, then what has a fixed length: more of both is later, on every calendar.
  const [months, rest] = [one.by.months - other.by.months, one.by.rest - other.by.rest]
  const same = months === 0 && rest === 0
  return {
    before: certain.before || (months <= 0 && rest <= 0 && !same),
    atMost: certain.atMost || (months <= 0 && rest <= 0),
    atLeast: certain.atLeast || (months >= 0 && rest >= 0),
    after: certain.after || (months >= 0 && rest >= 0 && !same),
  }
}
