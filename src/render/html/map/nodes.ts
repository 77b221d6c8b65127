import type { Report } from '../../../model/generated/report.ts'
import type { PartyEnd } from './access.ts'
import { type MapEdge, type MapNode, unique, worst } from './model.ts'
import type { Outcomes } from './outcomes.ts'
import { type Places, worksIn } from './places.ts'

type Component = Report['architecture']['components'][number]
type Party = Report['architecture']['parties'][number]

/** Every component, and every party at which an arrow ends. */
export function nodesOf(
  report: Report,
  edges: readonly MapEdge[],
  ends: readonly PartyEnd[],
  outcomes: Outcomes,
  places: Places,
): readonly MapNode[] {
  const { components, parties, flows } = report.architecture
  const custodians = new Set(components.map(({ custodian }) => custodian))
  const known = new Set(components.map(({ id }) => id))
  const byId = new Map(parties.map((party) => [party.id, party]))
  const placed = new Map(ends.map((end) => [end.node, end]))
  // A provider that a flow names is whichever of its companies there is.
  for (const id of flows.flatMap(({ from, to }) => [from, to])) {
    if (known.has(id) || placed.has(id)) continue
    const own = parties.filter((party) => party.id === id || party.id.startsWith(`${id}/`))
    placed.set(id, { node: id, party: own[0]?.id ?? id, place: own.length === 1 ? own[0]?.country : undefined })
  }
  return [
    ...components.map((component) => {
      const arrows = new Set(edges.filter(leadsFrom(component.id)).map(({ to }) => placed.get(to)?.place))
      return componentNode(component, custodians.size > 1, places.home(component, arrows), report, outcomes, places)
    }),
    ...[...placed.values()].map((end) => partyNode(end, byId.get(end.party), places)),
  ]
}

const leadsFrom =
  (id: string) =>
  ({ kind, from }: MapEdge): boolean =>
    kind === 'access' && from === id

function componentNode(
  component: Component,
  severalCustodians: boolean,
  jurisdiction: MapNode['jurisdiction'],
  report: Report,
  outcomes: Outcomes,
  places: Places,
): MapNode {
  const { id, title, service, region, entity, custodian } = component
  const country = places.countryOfEntity(component)
  const work = worksIn(component)
  const subjects: readonly (readonly [string, string])[] = [
    ['component', id],
    ['provider-use', id],
    ...report.architecture.aiUses.filter((use) => use.component === id).map((use) => ['ai-use', use.id] as const),
    ...report.architecture.disclosures
      .filter(({ components }) => components.includes(id))
      .map((one) => ['disclosure', one.id] as const),
  ]
  return {
    id,
    kind: 'component',
    title,
    lines: [
      ...(service === undefined && region === undefined
        ? []
        : [
            {
              text: service === 'none' ? 'own system' : (service ?? 'service not stated'),
              end: region === undefined ? '' : ` · ${region}`,
            },
          ]),
      ...(entity === undefined ? [] : [{ text: `at ${entity}`, end: country === undefined ? '' : ` (${country})` }]),
      ...(severalCustodians ? [{ text: `for ${custodian ?? 'whom is not stated'}` }] : []),
      ...(work.length > 0
        ? [{ text: `in ${work.join(', ')}` }]
        : entity === undefined
          ? []
          : [{ text: 'place not known' }]),
    ],
    jurisdiction,
    places: unique([...work, ...(country === undefined ? [] : [country])]).filter(
      (place) => places.of(place) === jurisdiction && place !== 'worldwide',
    ),
    outcome: worst(subjects.map(([kind, subject]) => outcomes.of(kind, subject))),
    open: unique(subjects.flatMap(([kind, subject]) => outcomes.open(kind, subject))),
  }
}

function partyNode({ node, place }: PartyEnd, party: Party | undefined, places: Places): MapNode {
  const name = party?.name ?? node
  const { country, parentCountry } = party ?? {}
  return {
    id: node,
    name: party?.id.includes('@') === true ? `${name} (${place ?? 'place unknown'})` : name,
    kind: 'party',
    title: name,
    lines: [
      {
        text:
          country === undefined ? 'country not known' : country === 'worldwide' ? 'in any country' : `in ${country}`,
      },
      ...(place === undefined || place === country ? [] : [{ text: `access from ${place}` }]),
      ...(parentCountry === undefined || parentCountry === 'none' || parentCountry === country
        ? []
        : [{ text: `parent in ${parentCountry}` }]),
    ],
    jurisdiction: places.of(place),
    places: place === undefined || place === 'worldwide' ? [] : [place],
    outcome: 'none',
    open: [],
  }
}
