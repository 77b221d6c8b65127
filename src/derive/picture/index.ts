import { activities } from '../../model/facts/values.ts'
import type { Architecture } from '../../model/generated/report.ts'
import type { Subject } from '../../model/subject.ts'
import type { AiUse } from '../ai-uses.ts'
import type { Asset } from '../assets.ts'
import type { Component } from '../components.ts'
import type { Disclosure } from '../disclosures.ts'
import type { Relationship } from '../relationships.ts'
import type { Scene } from '../scene.ts'
import { disclosureRow } from './disclosures.ts'
import { agreementRows } from './documents.ts'
import { flowRows } from './flows.ts'
import { formWords, pathRow } from './holdings.ts'
import { jurisdictionOf, placeRows } from './jurisdictions.ts'
import { indexSubjects, some, truth } from './plain.ts'
import { relationshipRow } from './relationships.ts'
import { safeguardRows } from './safeguards.ts'
import { providerRows, providerUseRows } from './suppliers.ts'

/** The engagement as it was understood, for the Report: joins only, and what nobody states stays out. */
export function pictureOf(
  scene: Scene,
  disclosures: readonly Disclosure[],
  relationships: readonly Relationship[],
  aiUses: readonly AiUse[],
  subjects: readonly Subject[],
): Architecture {
  const find = indexSubjects(subjects)
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
    places: placeRows(scene, disclosures),
    data: [...scene.assets.values()].map((asset) => dataRow(asset, scene)),
    components: scene.components.map((component) => componentRow(component, scene)),
    flows: flowRows(scene),
    holdings: scene.holdings.map((one) => ({
      node: one.node,
      asset: one.asset,
      protection: formWords(one.protection),
      certain: one.certain,
      path: pathRow(one.path),
    })),
    disclosures: disclosures.map((one) => disclosureRow(one, scene, find)),
    relationships: relationships.map((one) => relationshipRow(one, relationships, scene, find)),
    safeguards: safeguardRows(scene),
    agreements: agreementRows(scene),
    providers: providerRows(scene, find),
    providerUses: providerUseRows(scene, find),
    aiUses: aiUses.map((use) => ({
      id: use.id,
      component: use.component.id,
      ...some('provider', use.component.service.value),
      ...some('tier', use.value?.tier),
      declared: use.value !== undefined,
      data: [...new Set(scene.heldBy(use.component.id).map((one) => one.asset))].sort(),
      at: use.place.at,
    })),
  }
}

const dataRow = (asset: Asset, scene: Scene): Architecture['data'][number] => ({
  id: asset.id,
  title: asset.title,
  personal: truth(asset.personal),
  confidential: truth(asset.confidential),
  client: truth(asset.client),
  special: truth(asset.special),
  categories: [...asset.categories],
  ...some('subjects', scene.engagement.data?.find(({ id }) => id === asset.id)?.subjects),
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
    at: component.place.at,
  }
}
