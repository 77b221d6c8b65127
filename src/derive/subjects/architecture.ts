import type { Subject } from '../../model/subject.ts'
import { type Asset, visitorAddresses } from '../assets.ts'
import { staysIn } from '../disclosures.ts'
import type { Entity } from '../entities.ts'
import { hasAccess } from '../people.ts'
import { onceFor } from '../remembered.ts'
import type { Scene } from '../scene.ts'
import { and, anyOf, known, likewise, not, openLike, reasoned, unknown, type Value } from '../value.ts'
import { arrangementExists, jointController } from './joint-controllers.ts'
import { subjectOf } from './subject.ts'

/** The firm and every party, those too that are an entity of a provider. */
export function partySubjects(scene: Scene, personalData: Value<boolean>): readonly Subject[] {
  const named = (scene.engagement.parties ?? []).flatMap(({ entity }) => scene.entities.byRef(entity ?? '') ?? [])
  const all = new Set([scene.entities.firm, ...scene.entities.parties, ...named])
  return [...all].map((entity) => partySubject(entity, personalData, scene))
}

const partySubject = (entity: Entity, personalData: Value<boolean>, scene: Scene): Subject =>
  subjectOf('party', entity.id, entity.name, entity.place ?? scene.reader.place([]), {
    name: known(entity.name),
    country: entity.country,
    inEea: entity.inEea,
    parentOutsideEea: entity.parentOutsideEea,
    gdprReach: entity.reach,
    underUkGdpr: entity.underUkGdpr,
    personalData,
    jointController: jointController(entity, scene),
    arrangementExists: arrangementExists(entity, scene),
  })

/** Whether personal data is held somewhere, in a form that still is personal. */
export const personalAt = onceFor(
  (node: string, scene: Scene): Value<boolean> => heldAt(node, scene, (asset) => asset.personal),
)

/** Whether personal data of the client is. */
export const clientPersonalAt = onceFor(
  (node: string, scene: Scene): Value<boolean> => heldAt(node, scene, (asset) => asset.clientPersonal),
)

/** Whether personal data of some sort is held somewhere, in a form that still is personal. */
export function heldAt(node: string, scene: Scene, sort: (asset: Asset) => Value<boolean>): Value<boolean> {
  const all: Value<boolean>[] = []
  for (const holding of scene.heldBy(node)) {
    const asset = scene.assets.get(holding.asset)
    if (asset === undefined) continue
    const personal = staysIn(asset, sort(asset), holding.protection)
    all.push(
      holding.certain
        ? reasoned(personal.value, () => [...personal.from, { kind: 'path', path: holding.path }])
        : and(personal, unknown(...openAt(node, holding.asset, scene))),
    )
  }
  all.push(mayHoldMore(node, scene))
  return anyOf(all)
}

/** False; or unknown where a list that is not stated could bring something that no holding shows. */
export function mayHoldMore(node: string, scene: Scene): Value<boolean> {
  const { engagement, reader } = scene
  if (engagement.flows === undefined)
    return unknown(reader.missing([], 'flows', 'State the flows of data: `flows`, or `[]` if there are none.'))
  const arrives = scene.arriving(node).length > 0
  const listed = scene.component(node)?.value.holds !== undefined && !arrives
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
  const flows = scene
    .arriving(node)
    .filter((flow) => flow.value.data === undefined)
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

export function personSubjects(scene: Scene, personalData: Value<boolean>): readonly Subject[] {
  return scene.people.map(({ value, reader, pointer }) => {
    const places = reader.get(value, pointer, 'worksFrom', `State where ${value.id} works from: \`worksFrom\`.`)
    const outside =
      places.value === undefined
        ? openLike(places)
        : anyOf([...places.value.map((place) => not(scene.index.inEea(place))), likewise(false, places)])
    // An engagement may name somebody as the firm does: two statements, each with findings of its own.
    const id = reader === scene.reader ? value.id : `firm/${value.id}`
    return subjectOf('person', id, value.id, reader.place(pointer), {
      person: known(value.id),
      employer: reader.get(value, pointer, 'employer'),
      hasAccess: hasAccess(value.id, scene),
      personalData,
      boundToConfidentiality: reader.get(
        value,
        pointer,
        'boundToConfidentiality',
        `State whether ${value.id} is bound to confidentiality: \`boundToConfidentiality\`.`,
      ),
      worksOutsideEea: outside,
    })
  })
}
