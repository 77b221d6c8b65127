import type { DataPath } from '../model/fact.ts'
import { activities } from '../model/facts/values.ts'
import type { Architecture } from '../model/generated/report.ts'
import { depthsOf } from './above.ts'
import type { AiUse } from './ai-uses.ts'
import type { Asset, Protection } from './assets.ts'
import { isEncrypted, keyHoldersOf } from './assets.ts'
import { allPlaces, type Component } from './components.ts'
import type { Disclosure } from './disclosures.ts'
import { adequacyOf, groundOf } from './grounds.ts'
import { carried, familiesOf } from './lineage.ts'
import type { Relationship } from './relationships.ts'
import type { Scene } from './scene.ts'
import type { Value } from './value.ts'

type Truth = 'true' | 'false' | 'unknown'
const truth = (one: Value<boolean>): Truth => (one.value === undefined ? 'unknown' : one.value ? 'true' : 'false')

/** A key that is only there where something is known. */
const some = <K extends string, T>(key: K, value: T | undefined): { readonly [P in K]?: T } =>
  value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: T })

/** The engagement as it was understood, for the Report. */
export function pictureOf(
  scene: Scene,
  disclosures: readonly Disclosure[],
  relationships: readonly Relationship[],
  aiUses: readonly AiUse[],
): Architecture {
  const depths = depthsOf(relationships)
  return {
    parties: scene.entities.all().map((entity) => ({
      id: entity.id,
      name: entity.name,
      ...some('country', entity.country.value),
      ...some('parentCountry', entity.parent.value),
      kind: entity.kind,
      eea: truth(entity.inEea),
      ...some('gdprReach', entity.reach.value),
      client: entity.client.value === true,
    })),
    places: placesOf(scene, disclosures),
    data: [...scene.assets.values()].map(dataRow),
    components: scene.components.map((component) => componentRow(component, scene)),
    flows: flowRows(scene),
    holdings: scene.holdings.map((one) => ({
      node: one.node,
      asset: one.asset,
      protection: formWords(one.protection),
      certain: one.certain,
      path: pathRow(one.path),
    })),
    disclosures: disclosures.map((one) => disclosureRow(one, scene)),
    relationships: relationships.map((one) => ({
      id: one.id,
      controller: one.controller.name,
      processor: one.processor.name,
      ...some('service', one.services.length > 0 ? one.services.join(', ') : undefined),
      data: [...one.assets],
      contractedBy: one.contractedBy.name,
      depth: depths.get(one.id)?.value ?? 0,
      ...some('country', one.processor.country.value),
      places: [...(one.places.value ?? [])],
      at: one.at,
    })),
    aiUses: aiUses.map((use) => ({
      id: use.id,
      component: use.component.id,
      ...some('provider', use.component.service.value),
      ...some('tier', use.value?.tier),
      declared: use.value !== undefined,
      data: [...new Set(scene.heldBy(use.component.id).map((one) => one.asset))].sort(),
      at: use.at,
    })),
  }
}

const dataRow = (asset: Asset): Architecture['data'][number] => ({
  id: asset.id,
  title: asset.title,
  personal: truth(asset.personal),
  confidential: truth(asset.confidential),
  client: truth(asset.client),
  categories: [...asset.categories],
  implied: asset.implied,
})

function componentRow(component: Component, scene: Scene): Architecture['components'][number] {
  const places: Record<string, string[]> = {}
  for (const activity of activities) {
    const known = component.places[activity].value
    if (known !== undefined) places[activity] = [...known]
  }
  return {
    id: component.id,
    title: component.title,
    ...some('service', component.service.value),
    ...some('custodian', component.custodian.kind === 'unknown' ? undefined : component.custodian.name),
    ...some(
      'entity',
      component.entity === undefined || component.entity.kind === 'unknown' ? undefined : component.entity.name,
    ),
    ...some('region', component.value.region),
    places,
    jurisdiction: jurisdictionOf(component, scene),
    at: component.at,
  }
}

type Jurisdiction = Architecture['components'][number]['jurisdiction']

/** Where a component is, taken together: the farthest of its places and of the entity that is contracted. */
function jurisdictionOf(component: Component, scene: Scene): Jurisdiction {
  const where = component.entity === undefined ? component.custodian.country : allPlaces(component)
  const places = where.value === undefined ? undefined : typeof where.value === 'string' ? [where.value] : where.value
  const country = component.entity?.country.value
  if (places === undefined || (component.entity !== undefined && country === undefined)) return 'unknown'
  const all = [...places, ...(country === undefined ? [] : [country])].map((place) => jurisdictionOfPlace(place, scene))
  return byDistance.find((one) => all.includes(one)) ?? 'eea'
}

const byDistance: readonly Jurisdiction[] = ['worldwide', 'unknown', 'third-country', 'adequate', 'eea']

function jurisdictionOfPlace(place: string, scene: Scene): Jurisdiction {
  if (place === 'worldwide') return 'worldwide'
  const inside = scene.index.inEea(place).value
  if (inside !== false) return inside === true ? 'eea' : 'unknown'
  return scene.index.adequacy('eu-gdpr', place)?.value.scope === 'all' ? 'adequate' : 'third-country'
}

/** Every place that the picture names. */
function placesOf(scene: Scene, disclosures: readonly Disclosure[]): Architecture['places'] {
  const named = new Set<string>()
  for (const { country } of scene.entities.all()) if (country.value !== undefined) named.add(country.value)
  for (const { places } of scene.components)
    for (const activity of activities) for (const place of places[activity].value ?? []) named.add(place)
  for (const { destination } of disclosures) if (destination.value !== undefined) named.add(destination.value)
  return [...named].sort().map((place) => ({ place, jurisdiction: jurisdictionOfPlace(place, scene) }))
}

/** What each flow takes, or may take, of what is held where it begins. */
function flowRows(scene: Scene): Architecture['flows'] {
  const families = familiesOf(
    [...scene.assets.values()].map(({ id, derivedFrom }) => ({
      id,
      derivedFrom: derivedFrom.value,
      additionalInformationFor: [],
    })),
  )
  return scene.flows.map((flow) => {
    const held = new Set(scene.heldBy(flow.from.id).map((one) => one.asset))
    return {
      id: flow.id,
      from: flow.from.id,
      to: flow.to.id,
      data: [...held].filter((asset) => carried(flow.edge, asset, families) !== 'no').sort(),
      ...some('purpose', flow.value.purpose),
      at: flow.at,
    }
  })
}

const formWords = (protection: Protection): string => {
  if (!isEncrypted(protection)) return protection === 'unassessed' ? 'anonymised, not assessed' : protection
  const holders = keyHoldersOf(protection)
  return holders === undefined ? 'encrypted, keys not stated' : `encrypted, keys with ${holders.join(', ') || 'nobody'}`
}

const pathRow = (path: DataPath): Architecture['holdings'][number]['path'] => ({
  asset: path.asset,
  steps: path.steps.map((step) => ({ ...step })),
})

function disclosureRow(one: Disclosure, scene: Scene): Architecture['disclosures'][number] {
  const ground = groundOf(one.exporter, one.importer, scene)
  const relied = ground.stated.value === false ? 'none' : ground.entry?.reliesOn
  const adequacy = relied === 'adequacy' ? adequacyOf(one, scene, 'eu-gdpr').until.value?.text : undefined
  return {
    id: one.id,
    exporterId: one.exporter.id,
    importerId: one.importer.id,
    components: [...one.components],
    exporter: one.exporter.name,
    importer: one.importer.name,
    ...some('exporterCountry', one.exporter.country.value),
    ...some('importerCountry', one.importer.country.value),
    ...some('importerParentCountry', one.importer.parent.value),
    ...some('exporterRole', one.exporterRole.value),
    ...some('importerRole', one.importerRole.value),
    asset: one.asset.id,
    protection: formWords(one.protection),
    ...some('purpose', one.purpose.value),
    ...some('destination', one.destination.value),
    channels: [...one.channels],
    activities: [...one.activities],
    places: [...one.places],
    criterion1: truth(one.criteria[0]),
    criterion2: truth(one.criteria[1]),
    criterion3: truth(one.criteria[2]),
    isTransfer: truth(one.isTransfer),
    onward: truth(one.onward),
    personal: truth(one.personal),
    ...some('reliesOn', relied),
    fallbacks: [...(ground.entry?.fallbacks ?? [])],
    ...some('expires', adequacy ?? ground.entry?.dpf?.recertificationDue),
    ...some('safeguard', ground.entry?.id),
    path: pathRow(one.path),
    at: one.at,
  }
}
