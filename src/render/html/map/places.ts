import type { Report } from '../../../model/generated/report.ts'
import type { Jurisdiction } from './model.ts'

type Component = Report['architecture']['components'][number]

/** From the nearest to the farthest; where a place is not known, it may be anywhere but is not said to be everywhere. */
export const jurisdictions = [
  'eea',
  'adequate',
  'third-country',
  'unknown',
  'worldwide',
] as const satisfies readonly Jurisdiction[]

const farthest = (all: readonly Jurisdiction[]): Jurisdiction =>
  jurisdictions.findLast((one) => all.includes(one)) ?? 'unknown'

export type Places = {
  readonly of: (place: string | undefined) => Jurisdiction
  /** Where a component is drawn, given the places to which arrows lead from it. */
  readonly home: (component: Component, arrows: ReadonlySet<string | undefined>) => Jurisdiction
  readonly countryOfEntity: (component: Component) => string | undefined
}

export function placesOf({ architecture }: Report): Places {
  const lies = new Map(architecture.places.map(({ place, jurisdiction }) => [place, jurisdiction]))
  const of = (place: string | undefined): Jurisdiction =>
    place === undefined ? 'unknown' : (lies.get(place) ?? 'unknown')
  const countries = new Map<string, Set<string | undefined>>()
  for (const { name, country } of architecture.parties) {
    countries.set(name, (countries.get(name) ?? new Set()).add(country))
  }
  const countryOfEntity = ({ entity }: Component): string | undefined => {
    const known = countries.get(entity ?? '')
    return known?.size === 1 ? [...known][0] : undefined
  }
  return { of, countryOfEntity, home: (component, arrows) => homeOf(component, arrows, of, countryOfEntity(component)) }
}

/**
 * The farthest of its places that no arrow shows, and of the entity that is contracted: a provider's company in the EEA
 * that works from elsewhere as well is in the EEA, and what it does elsewhere is an arrow over the border. It is in the
 * EEA only if data is known to be kept or worked on there; otherwise it is where all of it taken together is.
 */
function homeOf(
  component: Component,
  arrows: ReadonlySet<string | undefined>,
  of: Places['of'],
  country: string | undefined,
): Jurisdiction {
  const { places, entity, jurisdiction } = component
  if (entity === undefined || country === undefined || arrows.size === 0) return jurisdiction
  const all = Object.values(places).flat()
  const shown = all.filter((place) => arrows.has(place))
  const openToo = jurisdiction === 'unknown' && !arrows.has(undefined) ? (['unknown'] as const) : []
  const rest = [country, ...all.filter((place) => !shown.includes(place))].map(of)
  const home = farthest([...rest, ...openToo])
  if (home !== 'eea') return home
  const work = worksIn(component).map(of)
  return work.includes('eea') ? 'eea' : jurisdiction
}

/** Where data is kept and worked on. */
export const worksIn = ({ places }: Component): readonly string[] => [
  ...new Set(['storage', 'processing', 'inference'].flatMap((activity) => places[activity] ?? [])),
]
