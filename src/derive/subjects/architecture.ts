import type { Subject } from '../../model/subject.ts'
import { accountsOf } from '../accounts.ts'
import { type Asset, visitorAddresses } from '../assets.ts'
import type { Component } from '../components.ts'
import { personalIn } from '../disclosures.ts'
import type { Entity } from '../entities.ts'
import { hasAccess } from '../people.ts'
import type { Scene } from '../scene.ts'
import { and, known, map, not, or, unknown, type Value } from '../value.ts'
import { subjectOf } from './subject.ts'

export const partySubject = (entity: Entity, scene: Scene): Subject =>
  subjectOf('party', entity.id, entity.name, entity.at ?? scene.reader.at([]), {
    name: known(entity.name),
    country: entity.country,
    inEea: entity.inEea,
    parentOutsideEea: entity.parentOutsideEea,
    gdprReach: entity.reach,
    underUkGdpr: entity.underUkGdpr,
  })

export function dataAssetSubjects(scene: Scene): readonly Subject[] {
  return [...scene.assets.values()]
    .filter((asset) => !asset.implied)
    .map((asset) =>
      subjectOf('data-asset', asset.id, asset.title, asset.at, {
        asset: known(asset.title),
        personalData: personalIn(asset, asset.base.value ?? 'unstated'),
        specialCategories: asset.special,
        employmentData: asset.employment,
        confidential: asset.confidential,
        clientData: asset.client,
        state: asset.state,
        held: heldSomewhere(asset.id, scene),
      }),
    )
}

function heldSomewhere(id: string, scene: Scene): Value<boolean> {
  const held = scene.holdings.filter((holding) => holding.asset === id)
  if (held.some((holding) => holding.certain)) return known(true)
  // Either list could name a holder: a component, or a party that sends it.
  for (const key of ['components', 'flows'] as const) {
    if (scene.engagement[key] === undefined)
      return unknown(scene.reader.missing([], key, `State the \`${key}\`, or \`[]\` if there are none.`))
  }
  if (held.length === 0) return known(false, scene.reader.stated(['data']))
  const open = scene.components.filter((one) => one.value.holds === undefined)
  return unknown(
    ...open.map((one) =>
      scene.reader.missing(one.pointer, 'holds', `State what ${one.id} holds from the start: \`holds\`, or \`[]\`.`),
    ),
  )
}

export function componentSubjects(scene: Scene): readonly Subject[] {
  return scene.components.map((component) =>
    subjectOf('component', component.id, component.title, component.at, {
      component: known(component.title),
      context: component.context,
      operatedByFirm: operatedByFirm(component),
      administered: administered(component, scene),
      sourceRepository: sourceRepository(component, scene),
      clientPersonalDataBesideCommits: heldAt(component.id, scene, (asset) => asset.clientPersonalBesideCommits),
      personalData: personalAt(component.id, scene),
    }),
  )
}

const operatedByFirm = (component: Component): Value<boolean> =>
  component.operator.kind === 'unknown'
    ? unknown(...component.operator.country.from)
    : known(component.operator.kind === 'firm')

/** True if an account names the component or its service; false if every account of a complete list names others. */
function administered(component: Component, scene: Scene): Value<boolean> {
  const accounts = accountsOf(scene)
  if (accounts.value === undefined) return unknown(...accounts.from)
  const each_ = accounts.value.map((account) =>
    map(
      account.reader.get(
        account.value,
        account.pointer,
        'administers',
        `State which components ${account.value.id} administers: \`administers\`, or \`[]\`.`,
      ),
      (list) => {
        if (list.some((one) => one === component.id || one === component.service.value)) return true
        // An account of some service may be of this one, as long as nobody says which one it is.
        return component.service.value === undefined && list.some((one) => one.includes('/')) ? undefined : false
      },
    ),
  )
  return or(...each_, known(false, ...accounts.from))
}

/** By what the service is, or by what the component is for. */
function sourceRepository(component: Component, scene: Scene): Value<boolean> {
  const purpose = scene.reader.get(
    component.value,
    component.pointer,
    'purpose',
    `State what ${component.id} is for: its \`purpose\`.`,
  )
  return or(
    map(component.service, () => component.registered?.value.category === 'source-control'),
    map(purpose, (one) => one === 'source-code-hosting'),
  )
}

/** Whether personal data is held somewhere, in a form that still is personal. */
export const personalAt = (node: string, scene: Scene): Value<boolean> => heldAt(node, scene, (asset) => asset.personal)

/** Whether personal data of the client is. */
export const clientPersonalAt = (node: string, scene: Scene): Value<boolean> =>
  heldAt(node, scene, (asset) => asset.clientPersonal)

/** Whether personal data of some sort is held somewhere, in a form that still is personal. */
function heldAt(node: string, scene: Scene, sort: (asset: Asset) => Value<boolean>): Value<boolean> {
  const held = scene.heldBy(node).map((holding): Value<boolean> => {
    const asset = scene.assets.get(holding.asset)
    if (asset === undefined) return known(false)
    const personal = personalIn({ ...asset, personal: sort(asset) }, holding.protection)
    return holding.certain
      ? { value: personal.value, from: [...personal.from, { kind: 'path', path: holding.path }] }
      : and(personal, unknown(...openAt(node, holding.asset, scene)))
  })
  return or(...held, mayHoldMore(node, scene))
}

/** False; or unknown where a list that is not stated could bring something that no holding shows. */
export function mayHoldMore(node: string, scene: Scene): Value<boolean> {
  const { engagement, reader } = scene
  if (engagement.flows === undefined)
    return unknown(reader.missing([], 'flows', 'State the flows of data: `flows`, or `[]` if there are none.'))
  const listed = scene.component(node)?.value.holds !== undefined
  if (engagement.data === undefined && !listed)
    return unknown(reader.missing([], 'data', 'State the data assets: `data`, or `[]` if there are none.'))
  return known(false)
}

/** Why it is open whether an asset is somewhere. */
export function openAt(node: string, asset: string, scene: Scene) {
  const component = scene.component(node)
  if (component === undefined) return []
  if (asset === visitorAddresses)
    return [
      scene.reader.missing(
        component.pointer,
        'publicFacing',
        `State whether the public can reach ${component.id}: \`publicFacing\`.`,
      ),
    ]
  const holds =
    component.value.holds === undefined
      ? [
          scene.reader.missing(
            component.pointer,
            'holds',
            `State what ${component.id} holds from the start: \`holds\`, or \`[]\`.`,
          ),
        ]
      : []
  const flows = scene.flows
    .filter((flow) => flow.to.id === node && flow.value.data === undefined)
    .map((flow) =>
      scene.reader.missing(
        ['flows', flow.index],
        'data',
        `State what the flow ${flow.id} carries: \`data\`, or \`everything\`.`,
      ),
    )
  const origins = [...scene.assets.values()]
    .filter((one) => one.derivedFrom.value === undefined)
    .flatMap((one) => one.derivedFrom.from)
  return [...holds, ...flows, ...(holds.length + flows.length === 0 ? origins : [])]
}

export function flowSubjects(scene: Scene): readonly Subject[] {
  return scene.flows.map((flow) => {
    const listed = Array.isArray(flow.value.data) ? (flow.value.data as readonly string[]) : []
    const component = flow.from.component !== undefined
    const held = listed.map((id) => {
      const there = scene.heldBy(flow.from.id).filter((holding) => holding.asset === id)
      return {
        id,
        state: there.some((one) => one.certain)
          ? ('yes' as const)
          : there.length > 0
            ? ('perhaps' as const)
            : ('no' as const),
      }
    })
    const unheld = component ? held.filter((one) => one.state === 'no').map((one) => one.id) : []
    const open = component && held.some((one) => one.state === 'perhaps')
    const origin = scene.reader.stated(['flows', flow.index, 'data'])
    // What is not stated may name what is not there; `everything` cannot, nor can a party, which has what it sends.
    const unstated = scene.reader.get(
      flow.value,
      ['flows', flow.index],
      'data',
      `State what the flow ${flow.id} carries: \`data\`, or \`everything\`.`,
    )
    const carriesUnheld: Value<boolean> =
      unheld.length > 0
        ? known(true, origin)
        : open
          ? unknown(...openAt(flow.from.id, '', scene))
          : component
            ? map(unstated, () => false)
            : known(false)
    return subjectOf('flow', flow.id, `${flow.from.id} to ${flow.to.id}`, flow.at, {
      flow: known(flow.id),
      carriesUnheld,
      unheldAssets: known(unheld),
    })
  })
}

export function personSubjects(scene: Scene): readonly Subject[] {
  return scene.people.map(({ value, reader, pointer }) => {
    const places = reader.get(value, pointer, 'worksFrom', `State where ${value.id} works from: \`worksFrom\`.`)
    const outside =
      places.value === undefined
        ? unknown(...places.from)
        : or(...places.value.map((place) => not(scene.index.inEea(place))), known(false, ...places.from))
    return subjectOf('person', value.id, value.id, reader.at(pointer), {
      person: known(value.id),
      employer: reader.get(value, pointer, 'employer'),
      hasAccess: hasAccess(value.id, scene),
      worksOutsideEea: outside,
    })
  })
}
