import type { Placed } from '../../model/location.ts'
import type { Component } from '../components.ts'
import type { Entity } from '../entities.ts'
import { employerOf, holdersAt, knownHoldersAt, machinesAt } from '../people.ts'
import type { Scene } from '../scene.ts'
import { because, known, openLike, type Value } from '../value.ts'
import { type Leg, legOf } from './leg.ts'

/**
 * An account makes data available to whoever employs its holders, or whose machines use it; the firm's and the customer's
 * own are at home there.
 */
export function accountLegs(scene: Scene, component: Component): readonly Leg[] {
  const holders = holdersAt(component, scene)
  // A list of accounts that leaves out who holds one may hide somebody; that it is not stated is said once, elsewhere.
  const hidden =
    holders.value === undefined && scene.engagement.accounts !== undefined
      ? [scene.entities.unknown(`holders-${component.id}`, `whoever holds accounts of ${component.id}`, holders.from)]
      : []
  const others: (readonly [Entity, Placed])[] = []
  const add = (entity: Entity, place: Placed): void => {
    if (entity.id !== component.custodian.id && entity.id !== component.operator.id) others.push([entity, place])
  }
  for (const { person, reader, at } of knownHoldersAt(component, scene)) {
    const employer = employerOf(person, scene)
    const entity =
      employer.value ??
      scene.entities.unknown(`employer-${person.value.id}`, `the employer of ${person.value.id}`, employer.from)
    add(entity, reader.place(at))
  }
  for (const { account, organisation, reader, at } of machinesAt(component, scene)) {
    const { value, from } = organisation
    add(value ?? scene.entities.unknown(`organisation-${account}`, `whoever uses ${account}`, from), reader.place(at))
  }
  const possible = hidden.flatMap((entity) =>
    scene.heldBy(component.id).map((holding) =>
      legOf(scene, component, holding, 'remote-access', component.custodian, entity, {
        needsClearText: known(true),
        certain: false,
        path: holding.path.with({ node: entity.name, how: 'account', place: component.place }),
      }),
    ),
  )
  const certain = others.flatMap(([entity, place]) =>
    scene.heldBy(component.id).map((holding) =>
      legOf(scene, component, holding, 'remote-access', component.custodian, entity, {
        needsClearText: known(true),
        // Whoever operates it has accounts as its operator.
        certain: holding.certain && component.operator.kind !== 'unknown',
        path: holding.path.with({ node: entity.name, how: 'account', place }),
        place,
      }),
    ),
  )
  return [...possible, ...certain]
}

/** Access from elsewhere. A person acts for the employer; a party's place of access counts as a destination. */
export function remoteLegs(scene: Scene, at: number): readonly Leg[] {
  const { engagement, reader, entities } = scene
  const value = engagement.remoteAccess?.[at]
  if (value === undefined) return []
  const pointer = ['remoteAccess', at]
  const person = scene.people.find((one) => one.value.id === value.by)
  const employer =
    person === undefined
      ? undefined
      : person.reader.get(person.value, person.pointer, 'employer', `State the \`employer\` of ${person.value.id}.`)
  const ref = employer === undefined ? value.by : employer.value
  const importer =
    (ref === undefined ? undefined : entities.byRef(ref)) ??
    entities.unknown(`by-${value.id}`, `whoever has ${value.id}`, employer?.from ?? [])
  const from = reader.get(value, pointer, 'from', `State the countries from which ${value.id} takes place: \`from\`.`)
  const place = reader.place(pointer)
  const sees = (asset: string): 'certain' | 'possible' | 'no' => {
    if (value.data === 'everything') return 'certain'
    if (value.data === undefined) return 'possible'
    return (value.data as readonly string[]).includes(asset) ? 'certain' : 'no'
  }
  return (value.to ?? []).flatMap((id: string) => {
    const component = scene.component(id)
    if (component === undefined) return []
    return scene.heldBy(id).flatMap((holding) => {
      const how = sees(holding.asset)
      if (how === 'no') return []
      return destinationsOf(scene, importer, from, person !== undefined && importer.id !== component.custodian.id).map(
        (destination) =>
          legOf(scene, component, holding, 'remote-access', component.custodian, importer, {
            destination,
            certain: holding.certain && how === 'certain',
            purpose: reader.get(value, pointer, 'purpose', `State the \`purpose\` of the access ${value.id}.`),
            activities: ['support'],
            places: destination.value === undefined ? [] : [destination.value],
            needsClearText: known(true),
            path: holding.path.with({
              node: importer.name,
              how: `remote access from ${destination.value ?? 'an unstated place'}`,
              place,
            }),
            place,
          }),
      )
    })
  })
}

/**
 * An employee abroad is where the employer is. A party is where it has access from, outside the EEA; and in its own country,
 * unless both are in the EEA: what reaches an entity of a third country is transferred there, wherever it sits.
 */
function destinationsOf(
  scene: Scene,
  importer: Entity,
  from: Value<readonly string[]>,
  employee: boolean,
): readonly Value<string>[] {
  const { country } = importer
  if (employee) return [country]
  const isHome = importer.inEea.value === true
  if (from.value === undefined) return isHome ? [openLike(from)] : [country, openLike(from)]
  const outside = from.value.filter((place) => scene.index.inEea(place).value !== true)
  const isOwn = isHome ? outside.length < from.value.length : !outside.includes(country.value ?? '')
  return [
    ...(isOwn ? [because(country, ...from.from)] : []),
    ...outside.map((place) => because(known(place), ...from.from)),
  ]
}
