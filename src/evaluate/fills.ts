import type { FactDefinition, FactValue } from '../model/fact.ts'
import type { Instant, Moment, Span } from '../model/instant.ts'
import { first, last, pointAt } from '../model/moment.ts'

/** A fact as json-rules-engine is given it: dates and lengths of time have become definite. */
export type Definite = boolean | number | string | readonly string[] | DefiniteMoment

/** An instant, and whether it stands for a bare date, whose calendar periods last until the end of a day. */
export type DefiniteMoment = { readonly at: Instant; readonly dateOnly: boolean }

/** What a fact may be, at least two values where it is open; lengths of time always two, which belong together. */
export type Choice = { readonly values: readonly Definite[]; readonly linked: boolean }

const farPast = pointAt(Date.UTC(1900, 0, 1))
const farFuture = pointAt(Date.UTC(2999, 11, 31))
const longest = 1000 * 366 * 86_400_000

/** What a fact with this value may be; without a value, samples of its domain. `undefined` for text, which nothing reads. */
export function choicesFor(fact: FactDefinition, value: FactValue | undefined, asOf: Instant): Choice | undefined {
  const values = fact.values ?? []
  switch (fact.type) {
    case 'boolean':
      return unlinked(value === undefined ? [false, true] : [value as boolean])
    case 'enum':
      return unlinked(value === undefined ? values : [value as string])
    case 'set':
      return unlinked(value === undefined ? [[], values] : [value as readonly string[]])
    case 'number':
      return unlinked(value === undefined ? [-1e15, 0, 1e15] : [value as number])
    case 'moment':
      return unlinked(
        value === undefined
          ? [farPast, pointAt(asOf), farFuture].flatMap(definiteMoments)
          : definiteMoments(value as Moment),
      )
    case 'span':
      return value === undefined ? { values: [0, longest], linked: true } : definiteSpan(value as Span)
    default:
      return undefined
  }
}

/** Both ends of what a moment may be. */
export function definiteMoments(moment: Moment): readonly DefiniteMoment[] {
  const { dateOnly } = moment
  return [...new Set([first(moment), last(moment)])].map((at) => ({ at, dateOnly }))
}

/** Months are as short, or as long, as the calendar makes them: everywhere in a comparison at once. */
export const definiteSpan = ({ from, to }: Span): Choice => ({
  values: from === to ? [from] : [from, to],
  linked: true,
})

/** Four ways to settle what is open: everything at its first value, everything at its last, and two mixtures. */
export function fillings(choices: ReadonlyMap<string, Choice>): readonly Readonly<Record<string, Definite>>[] {
  const open = [...choices.values()].filter(({ values }) => values.length > 1).length
  const patterns = open === 0 ? [0] : open === 1 ? [0, 1, 2] : [0, 1, 2, 3]
  return patterns.map((pattern) =>
    Object.fromEntries(
      [...choices].map(([name, { values, linked }], position) => {
        const mixed = pattern < 2 || linked ? (pattern % 2) * (values.length - 1) : (position + pattern) % values.length
        return [name, values[mixed] as Definite]
      }),
    ),
  )
}

const unlinked = (values: readonly Definite[]): Choice => ({ values, linked: false })
