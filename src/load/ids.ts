import type { Engagement } from '../model/generated/engagement.ts'
import type { Document } from '../model/location.ts'
import type { Registry } from '../model/workspace.ts'
import { idsAt, unique } from './registry.ts'
import type { Place, Problems } from './rules/problems.ts'

type Component = NonNullable<Engagement['components']>[number]
type Party = NonNullable<Engagement['parties']>[number]

/** What a descriptor declares, by id. */
export type Ids = {
  readonly parties: ReadonlyMap<string, Party>
  readonly people: ReadonlySet<string>
  readonly data: ReadonlySet<string>
  /** What can move or be seen: the addresses of visitors are there without being declared. */
  readonly dataOrImplied: ReadonlySet<string>
  readonly components: ReadonlyMap<string, Component>
  /** What data can move between: components, parties and the firm. */
  readonly nodes: ReadonlySet<string>
  readonly tags: ReadonlySet<string>
  readonly agreements: ReadonlySet<string>
  readonly agreementsOrNone: ReadonlySet<string>
}

/** The firm's people count as declared: accounts may be held by them. */
export function idsOf(engagement: Engagement, registry: Registry): Ids {
  const parties = new Map((engagement.parties ?? []).map((party) => [party.id, party]))
  const components = new Map((engagement.components ?? []).map((component) => [component.id, component]))
  const people = [...(engagement.people ?? []), ...registry.firm.flatMap(({ value }) => value.people ?? [])]
  const agreements = (engagement.agreements ?? []).map(({ id }) => id)
  const data = new Set((engagement.data ?? []).map(({ id }) => id))
  return {
    parties,
    people: new Set(people.map(({ id }) => id)),
    data,
    dataOrImplied: new Set([...data, impliedAsset]),
    components,
    nodes: new Set([...components.keys(), ...parties.keys(), 'firm']),
    tags: new Set((engagement.tags ?? []).map(({ id }) => id)),
    agreements: new Set(agreements),
    agreementsOrNone: new Set([...agreements, 'none']),
  }
}

/** The asset that every component which the public reaches holds, whether declared or not. */
export const impliedAsset = 'visitor-ip-addresses'

const lists = ['data', 'flows', 'remoteAccess', 'aiUses', 'tags', 'safeguards', 'agreements', 'accounts'] as const

/**
 * Ids are unique in their list. Components and parties share one space, as a flow may name either; so do people and
 * parties, as remote access may, and the firm's people with them: what a descriptor says of one of them would
 * otherwise take the place of what the firm recorded. `firm` is the firm, `none` is no agreement and no component, and
 * the implied asset is not declared.
 */
export function checkIds(document: Document<Engagement>, registry: Registry, problems: Problems): void {
  for (const list of lists) unique(idsAt(document, [list]), problems)
  unique(idsAt(document, ['security', 'commitments']), problems)
  for (const list of ['audits', 'sharedPolicies']) unique(idsAt(document, ['assurance', list]), problems)
  unique(idsAt(document, ['providers'], 'provider'), problems)
  unique(idsAt(document, ['accessEvidence'], 'system'), problems)
  for (const index of (document.value.providers ?? []).keys())
    unique(idsAt(document, ['providers', index, 'notice', 'objections']), problems)
  const parties = idsAt(document, ['parties'])
  const components = idsAt(document, ['components'])
  const people = idsAt(document, ['people'])
  unique([...parties, ...components], problems)
  unique([...parties.filter(([id]) => !people.some(([person]) => person === id)), ...people], problems)
  const both = people.filter(([id]) => parties.some(([party]) => party === id))
  for (const [id, place] of both) reserved(id, place, 'a party has it', problems)
  const ofFirm = registry.firm.flatMap((document) => idsAt(document, ['people']))
  for (const own of [...parties, ...people]) unique([...ofFirm.filter(([id]) => id === own[0]), own], problems)
  for (const [id, place] of [...parties, ...components, ...people]) {
    if (id === 'firm') reserved(id, place, 'it stands for the firm', problems)
  }
  for (const [id, place] of components) {
    if (id === 'none') reserved(id, place, 'it states that there is no component', problems)
  }
  for (const [id, place] of idsAt(document, ['data'])) {
    if (id === impliedAsset) reserved(id, place, 'it stands for what every public component holds', problems)
  }
  for (const [id, place] of idsAt(document, ['agreements'])) {
    if (id === 'none') reserved(id, place, 'it states that there is no agreement', problems)
  }
}

function reserved(id: string, place: Place, why: string, problems: Problems): void {
  const message = `The id "${id}" cannot be used here: ${why}`
  problems.add(place, { code: 'ID_DUPLICATE', message, hint: 'Choose another id.' })
}
