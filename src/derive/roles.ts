import type { Pointer } from '../model/location.ts'
import type { Asset } from './assets.ts'
import type { Component } from './components.ts'
import type { Entity } from './entities.ts'
import type { Reader } from './reader.ts'
import type { Entry as RegistryEntry, Service } from './registry-index.ts'
import { onceFor } from './remembered.ts'
import type { Scene } from './scene.ts'
import { and, because, chain, firstKnown, known, map, openLike, unknown, type Value } from './value.ts'

export type Role = 'controller' | 'joint-controller' | 'processor' | 'sub-processor' | 'data-subject'
export type RolePair =
  | 'controller-to-controller'
  | 'controller-to-processor'
  | 'processor-to-sub-processor'
  | 'processor-to-own-controller'
  | 'other'

/** What a role is asked for: roles belong to a party, data and a purpose. */
export type RoleQuestion = {
  readonly asset: string
  readonly purpose: Value<string>
  /** The component concerned: its context decides the firm's role, its service that of the provider. */
  readonly component: Component | undefined
  readonly context: Value<string>
}

export function roleOf(entity: Entity, question: RoleQuestion, scene: Scene): Value<Role> {
  if (entity.kind === 'unknown') return openLike(entity.country)
  if (entity.kind === 'firm') return ofFirm(question.context, scene)
  const stated = entity.party === undefined ? undefined : statedRole(entity.party, question, scene)
  if (entity.kind === 'party') return stated ?? unknown()
  if (stated?.value !== undefined) return stated
  const usual = providerRole(entity, question, scene)
  if (usual.value !== undefined || stated !== undefined) return firstKnown(usual, stated ?? usual)
  return unknown(
    ...usual.from,
    scene.reader.missing(
      ['parties'],
      'parties',
      `State the \`role\` of ${entity.name} in a party with \`entity: ${entity.id}\`.`,
    ),
  )
}

/** By the context of a component: many are asked about in one context, and many times about each. */
const ofFirm = onceFor((context: Value<string>) =>
  map(context, (one): Role | undefined =>
    one === 'client-system' ? 'processor' : one === 'internal-operations' ? 'controller' : undefined,
  ),
)

/** Whether a role is that of a processor. */
export const isProcessor = onceFor((role: Value<Role>): Value<boolean> => map(role, processes))

type StatingParty = NonNullable<Entity['party']>

/** The role of a party that states only one: whatever it is asked for. */
const onlyRole = onceFor(
  ({ value, index }: StatingParty, { reader }: Scene): Value<Role> =>
    reader.get(value, ['parties', index], 'role', `State the \`role\` of ${value.name ?? value.id}.`),
)

function statedRole(party: StatingParty, question: RoleQuestion, scene: Scene): Value<Role> {
  const { reader } = scene
  const { roles } = party.value
  if (roles === undefined) return onlyRole(party, scene)
  const pointer = ['parties', party.index]
  // An entry that leaves out the purpose or the data may be for others: what it says counts once all that may fit agree.
  const perhaps: Value<Role>[] = []
  for (const [at, entry] of roles.entries()) {
    const fits = fitsIn(entry, [...pointer, 'roles', at], question, reader)
    if (fits.value === false) continue
    const role = known<Role>(entry.role, reader.stated([...pointer, 'roles', at]))
    if (fits.value === true && perhaps.every((one) => one.value === role.value)) return role
    perhaps.push(because(role, ...fits.from))
    if (fits.value === true) break
  }
  if (perhaps.length > 0) return unknown(...perhaps.flatMap((one) => one.from))
  return unknown(
    reader.missing(
      [...pointer, 'roles'],
      'roles',
      `State a role of ${party.value.name ?? party.value.id} for this purpose.`,
    ),
  )
}

/** Whether an entry of `roles` is for the purpose and the data that are asked about. */
function fitsIn(entry: Entry, pointer: Pointer, question: RoleQuestion, reader: Reader): Value<boolean> {
  const purpose = reader.get(entry, pointer, 'purpose', 'State the `purpose` for which this is the role.')
  const data = reader.get(entry, pointer, 'data', 'State the `data` for which this is the role.')
  return and(
    chain(purpose, (one) => map(question.purpose, (asked) => asked === one)),
    map(data, (list) => list.includes(question.asset)),
  )
}

type Entry = NonNullable<NonNullable<Entity['party']>['value']['roles']>[number]

type OwnPurpose = NonNullable<Service['ownPurposes']>[number]

/** Whether a provider uses what a component holds for a purpose of its own: where that is optional, a setting decides. */
export function pursues(own: OwnPurpose, component: Component | undefined, reader: Reader): Value<boolean> {
  if (own.optional !== true) return known(true)
  if (component === undefined) return unknown()
  const ask = `State which optional purposes of the provider are on for ${component.id}: \`ownPurposes\`, or \`[]\`; ${own.purpose} is one.`
  return map(reader.get(component.value, component.pointer, 'ownPurposes', ask), (list) => list.includes(own.purpose))
}

const usualRole = onceFor(
  ({ value: { role }, origin }: RegistryEntry<Service>): Value<Role> =>
    role === undefined ? unknown(origin) : known(role, origin),
)

/** The provider's role in its service, or for a purpose of its own. */
function providerRole(entity: Entity, question: RoleQuestion, scene: Scene): Value<Role> {
  const { reader, index } = scene
  const registered = question.component?.provider === entity.provider ? question.component?.registered : undefined
  if (registered === undefined)
    return unknown(...(entity.provider ? [index.provider(entity.provider)?.origin].flatMap((one) => one ?? []) : []))
  const { ownPurposes } = registered.value
  const usual = usualRole(registered, scene)
  if (ownPurposes === undefined || ownPurposes.length === 0) return usual
  return chain(question.purpose, (purpose) => {
    const own = ownPurposes.find((one) => one.purpose === purpose)
    if (own === undefined) return usual
    return chain(pursues(own, question.component, reader), (on) =>
      on ? known<Role>(own.role, registered.origin) : usual,
    )
  })
}

const decides = (role: Role): boolean => role === 'controller' || role === 'joint-controller'
const processes = (role: Role): boolean => role === 'processor' || role === 'sub-processor'

/** The roles of two parties towards each other. A processor that gives data to anybody but its own controller is `other`. */
export function pairOf(
  exporter: Value<Role>,
  importer: Value<Role>,
  importerEntity: Entity,
  asset: Asset,
): Value<RolePair> {
  return chain(exporter, (from) =>
    chain(importer, (to): Value<RolePair> => {
      if (decides(from) && decides(to)) return known('controller-to-controller')
      if (decides(from) && processes(to)) return known('controller-to-processor')
      if (processes(from) && processes(to)) return known('processor-to-sub-processor')
      if (!processes(from) || !decides(to)) return known('other')
      return map(asset.owner, (owner) => (owner === importerEntity.id ? 'processor-to-own-controller' : 'other'))
    }),
  )
}

/** The importer of a processor is a sub-processor. */
export const towards = (importer: Value<Role>, exporter: Value<Role>): Value<Role> =>
  chain(importer, (to) =>
    to !== 'processor' ? known(to) : map(exporter, (from): Role => (processes(from) ? 'sub-processor' : 'processor')),
  )

/** Criterion 2 asks for a controller or processor on both sides. */
const actsAsParty = (role: Value<Role>): Value<boolean> => map(role, (one) => one !== 'data-subject')

export const bothAct = (exporter: Value<Role>, importer: Value<Role>): Value<boolean> =>
  and(actsAsParty(exporter), actsAsParty(importer))
