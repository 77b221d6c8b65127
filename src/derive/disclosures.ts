import type { Placed } from '../model/location.ts'
import type { Asset, Protection } from './assets.ts'
import { staysPersonal } from './assets.ts'
import type { Component } from './components.ts'
import type { Entity } from './entities.ts'
import { legsOf } from './legs/index.ts'
import type { Channel, Leg } from './legs/leg.ts'
import type { Activity } from './places.ts'
import { onceIn } from './remembered.ts'
import { bothAct, pairOf, type Role, type RolePair, roleOf, towards } from './roles.ts'
import type { Scene } from './scene.ts'
import { union } from './union.ts'
import { and, anyOf, chain, each, known, likewise, map, not, openLike, or, unknown, type Value } from './value.ts'
import type { Way } from './way.ts'

/** Personal or confidential data becoming available to another party: one for each exporter, importer, asset in one form, purpose and destination. */
export type Disclosure = {
  readonly id: string
  readonly exporter: Entity
  readonly importer: Entity
  readonly asset: Asset
  readonly protection: Protection
  readonly purpose: Value<string>
  readonly destination: Value<string>
  readonly channels: readonly Channel[]
  /** Whether it happens through one of them. */
  readonly through: (channel: Channel) => Value<boolean>
  readonly worldwide: Value<boolean>
  readonly activities: readonly Activity[]
  readonly places: readonly string[]
  /** That of the way which is told. */
  readonly component: Component | undefined
  /** Where it happens, by whichever way. */
  readonly components: readonly string[]
  readonly occurs: Value<boolean>
  readonly personal: Value<boolean>
  readonly exporterRole: Value<Role>
  readonly importerRole: Value<Role>
  readonly roles: Value<RolePair>
  readonly sameEntity: Value<boolean>
  readonly destinationInEea: Value<boolean>
  /** The criteria of EDPB Guidelines 05/2021, one by one. */
  readonly criteria: readonly [Value<boolean>, Value<boolean>, Value<boolean>]
  readonly isTransfer: Value<boolean>
  readonly isUkTransfer: Value<boolean>
  readonly onward: Value<boolean>
  /** The disclosures by which the exporter came by the data under Chapter V; unknown while one of them may be. */
  readonly upstream: Value<readonly Disclosure[]>
  readonly needsClearText: Value<boolean>
  readonly means: Value<'electronic' | 'physical'>
  readonly path: Way
  readonly place: Placed
}

export function disclosuresOf(scene: Scene): readonly Disclosure[] {
  const groups = new Map<string, Leg[]>()
  for (const leg of legsOf(scene)) {
    const id = idOf(leg)
    const group = groups.get(id)
    if (group === undefined) groups.set(id, [leg])
    else group.push(leg)
  }
  const all: Disclosure[] = []
  for (const id of [...groups.keys()].sort()) all.push(...merge(scene, id, groups.get(id) ?? []))
  return all
}

/** Made of declared ids only; `?` for what is not stated. */
function idOf(leg: Leg): string {
  const form = leg.protection === 'clear' ? '' : ` (${leg.protection})`
  const purpose = leg.purpose.value === undefined ? '' : ` for ${leg.purpose.value}`
  return `${leg.asset}${form}: ${leg.exporter.id} -> ${leg.importer.id} in ${leg.destination.value ?? '?'}${purpose}`
}

function merge(scene: Scene, id: string, legs: readonly Leg[]): readonly Disclosure[] {
  const ordered = [...legs].sort((a, b) => Number(b.certain) - Number(a.certain) || a.path.length - b.path.length)
  const leg = ordered[0]
  const asset = leg === undefined ? undefined : scene.assets.get(leg.asset)
  if (leg === undefined || asset === undefined) return []
  const { exporter, importer } = leg
  const certain = legs.some((one) => one.certain)
  const occurs: Value<boolean> = certain
    ? known(true, { kind: 'path', path: leg.path })
    : unknown(...openness(scene, leg))
  const question = { asset: asset.id, purpose: leg.purpose, component: leg.component, context: leg.context }
  const exporterRole = roleOf(exporter, question, scene)
  const importerRole = towards(roleOf(importer, question, scene), exporterRole)
  const sameEntity: Value<boolean> =
    exporter.kind === 'unknown' || importer.kind === 'unknown'
      ? unknown(...exporter.country.from, ...importer.country.from)
      : known(exporter.id === importer.id)
  const destinationInEea = chain(leg.destination, scene.index.inEea)
  const underGdpr = map(exporter.reach, (reach) => reach !== 'outside')
  const separate = and(not(sameEntity), bothAct(exporterRole, importerRole), occurs)
  const outside = or(not(importer.inEea), not(destinationInEea))
  const inUk = map(leg.destination, (place) => place === 'GB')
  return [
    {
      id,
      exporter,
      importer,
      asset,
      protection: leg.protection,
      purpose: leg.purpose,
      destination: leg.destination,
      channels: union(legs.map((one) => [one.channel])),
      through: (channel) =>
        or(
          no,
          ofLegs(legs, (one) => (one.channel === channel ? yes : no), scene),
        ),
      worldwide: or(
        map(leg.destination, (place) => place === 'worldwide'),
        ofLegs(legs, (one) => one.worldwide, scene),
      ),
      activities: union(legs.map((one) => one.activities)),
      places: union(legs.map((one) => one.places)),
      component: leg.component,
      components: union(legs.map((one) => (one.component === undefined ? [] : [one.component.id]))),
      occurs,
      personal: personalIn(asset, leg.protection),
      exporterRole,
      importerRole,
      roles: pairOf(exporterRole, importerRole, importer, asset),
      sameEntity,
      destinationInEea,
      criteria: [underGdpr, separate, outside],
      isTransfer: and(underGdpr, separate, outside),
      isUkTransfer: and(exporter.underUkGdpr, separate, not(inUk)),
      onward: known(false),
      upstream: known([]),
      needsClearText: ofLegs(legs, (one) => one.needsClearText, scene),
      means: map(each(legs.map((one) => one.means)), (all) => (new Set(all).size === 1 ? all[0] : undefined)),
      path: leg.path,
      place: leg.place,
    },
  ]
}

const yes = known(true)
const no = known(false)

/** Whether something holds of one of several legs. A leg that may not happen decides nothing. */
function ofLegs(legs: readonly Leg[], holds: (leg: Leg) => Value<boolean>, scene: Scene): Value<boolean> {
  const all: Value<boolean>[] = []
  for (const leg of legs) {
    const is = holds(leg)
    all.push(leg.certain || is.value === false ? is : and(is, unknown(...openness(scene, leg))))
  }
  return anyOf(all)
}

/** Whether an asset in some form is still personal data. */
export const personalIn = (asset: Asset, protection: Protection): Value<boolean> =>
  staysIn(asset, asset.personal, protection)

/** The same for some sort of personal data. */
export const staysIn = ({ state }: Asset, personal: Value<boolean>, protection: Protection): Value<boolean> => {
  const stays = staysPersonal(protection)
  if (stays === true) return personal
  if (stays === false) return likewise(false, state)
  return and(personal, openLike(state))
}

/** Why it is open whether a disclosure takes place: what the descriptor leaves out along its way. */
function openness(scene: Scene, leg: Leg): Value<boolean>['from'] {
  const { open, narrowed } = carriedAlong(leg.path, scene)
  return openStart(scene, leg)
    .concat(open)
    .concat(leg.destination.value === undefined ? leg.destination.from : [])
    .concat(leg.channel === 'remote-access' ? openOperator(leg) : [])
    .concat(narrowed ? openFamilies(scene) : [])
}

/** What the component leaves out at which the way begins. */
function openStart(scene: Scene, { asset, path }: Leg): Value<boolean>['from'] {
  const component = scene.component(path.start)
  if (component === undefined) return []
  const { id, pointer, value } = component
  if (scene.assets.get(asset)?.implied === true) {
    if (value.publicFacing !== undefined) return []
    return [
      scene.reader.missing(pointer, 'publicFacing', `State whether the public can reach ${id}: \`publicFacing\`.`),
    ]
  }
  if (value.holds !== undefined) return []
  return [scene.reader.missing(pointer, 'holds', `State what ${id} holds from the start: \`holds\`, or \`[]\`.`)]
}

/** What the flows of a way leave out, and whether one of them names what it carries. */
type Carried = { readonly open: Value<boolean>['from']; readonly narrowed: boolean }

const carriedAlong = (path: Way, scene: Scene): Carried =>
  path.gathered(scene.answers.to(carriedAlong) as Map<Way, Carried>, nothingCarried, (before, step) => {
    const flow = step.flow === undefined ? undefined : scene.flow(step.flow)
    if (flow === undefined) return before
    const { data } = flow.value
    if (data !== undefined) return before.narrowed || !Array.isArray(data) ? before : { ...before, narrowed: true }
    const what = `State what the flow ${flow.id} carries: \`data\`, or \`everything\`.`
    return { ...before, open: [...before.open, scene.reader.missing(['flows', flow.index], 'data', what)] }
  })

const nothingCarried: Carried = { open: [], narrowed: false }

/** Who has access may turn out to operate what it has access to. */
const openOperator = ({ component }: Leg): Value<boolean>['from'] =>
  component?.operator.kind === 'unknown' ? component.operator.country.from : []

/** Assets whose origin is not stated may be in what a flow carries. */
const openFamilies = onceIn((scene: Scene): Value<boolean>['from'] =>
  [...scene.assets.values()]
    .filter((asset) => asset.derivedFrom.value === undefined)
    .flatMap((asset) => asset.derivedFrom.from)
    .slice(0, 4),
)

/** Whether the importer processes on behalf of the exporter. */
export const processesOnBehalf = (one: Disclosure): Value<boolean> =>
  map(one.importerRole, (role) => role === 'processor' || role === 'sub-processor')

/** False; or unknown where a list that is not stated could bring further disclosures. */
export const mayBeMore = onceIn((scene: Scene): Value<boolean> => {
  const lists = (['components', 'flows', 'remoteAccess', 'accounts'] as const).filter(
    (key) => scene.engagement[key] === undefined,
  )
  if (lists.length === 0) return known(false)
  return unknown(...lists.map((key) => scene.reader.missing([], key, `State \`${key}\`, or \`[]\` if there are none.`)))
})

/** Somebody unknown may be anybody; an unknown entity of a provider is one of that provider. */
export const mayBe = (one: Entity, other: Entity): boolean =>
  one.id === other.id || (one.kind === 'unknown' && (one.provider === undefined || one.provider === other.provider))
