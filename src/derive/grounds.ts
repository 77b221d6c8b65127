import type { Origin } from '../model/fact.ts'
import type { Engagement } from '../model/generated/engagement.ts'
import type { Moment } from '../model/instant.ts'
import { endOfDay, parseMoment, startOfDay } from '../model/moment.ts'
import { type Asset, isEncrypted, keyHoldersOf } from './assets.ts'
import type { Disclosure } from './disclosures.ts'
import type { Entity } from './entities.ts'
import { firstOf, names } from './names.ts'
import { onceFor, remembered } from './remembered.ts'
import type { Scene } from './scene.ts'
import { and, anyOf, chain, each, firstKnown, known, map, openLike, unknown, type Value } from './value.ts'

export type Safeguard = NonNullable<Engagement['safeguards']>[number]

/** The entry of `safeguards` for an exporter and an importer, or that there is none, or that the list is not stated. */
export type Ground = {
  readonly entry: Safeguard | undefined
  readonly index: number
  /** True: an entry names the two. False: the list is stated and names them nowhere. Unknown otherwise. */
  readonly stated: Value<boolean>
  /** What an entry would state, where there is none. */
  readonly open: Value<never>
}

export const groundOf = (exporter: Entity, importer: Entity, scene: Scene): Ground =>
  remembered(groundOf, `${exporter.id} -> ${importer.id}`, scene, () => findGround(exporter, importer, scene))

function findGround(exporter: Entity, importer: Entity, scene: Scene): Ground {
  const list = scene.engagement.safeguards
  const ask = `State the transfer ground from ${exporter.name} to ${importer.name}: an entry of \`safeguards\` with \`exporter: ${refOf(exporter)}\` and \`importer: ${refOf(importer)}\`.`
  const missing = (stated: Value<boolean>, open: Value<never> = openLike(stated)): Ground => ({
    entry: undefined,
    index: -1,
    stated,
    open,
  })
  if (list === undefined) return missing(unknown(scene.reader.missing([], 'safeguards', ask)))
  const matches = list.map((one) => and(names(one.exporter, exporter, scene), names(one.importer, importer, scene)))
  const first = firstOf(matches)
  if (first.value === undefined) return missing(anyOf(matches), openLike(first))
  const index = first.value
  const entry = list[index]
  if (entry !== undefined)
    return { entry, index, stated: known(true, scene.reader.stated(['safeguards', index])), open: unknown() }
  if (exporter.kind === 'unknown' || importer.kind === 'unknown')
    return missing(unknown(...exporter.country.from, ...importer.country.from))
  return missing(
    known(false, scene.reader.listed(['safeguards'])),
    unknown(scene.reader.missing(['safeguards'], 'safeguards', ask)),
  )
}

const refOf = (entity: Entity): string => (entity.kind === 'unknown' ? (entity.provider ?? '...') : entity.id)

/** Reads one key of the entry; what a missing entry would have stated is unknown. */
export type GroundReader = <K extends keyof Safeguard & string>(
  key: K,
  ask?: string,
) => Value<NonNullable<Safeguard[K]>>

export const readGround =
  (ground: Ground, scene: Scene): GroundReader =>
  (key, ask) =>
    ground.entry === undefined
      ? ground.open
      : scene.reader.get(
          ground.entry,
          ['safeguards', ground.index],
          key,
          ask ?? `State \`${key}\` of the safeguard ${ground.entry.id}.`,
        )

/** Reads a key of one of the entry's objects. */
export function within<T extends object, K extends keyof T & string>(
  ground: Ground,
  scene: Scene,
  part: keyof Safeguard & string,
  object: T | undefined,
  key: K,
): Value<NonNullable<T[K]>> {
  if (ground.entry === undefined) return ground.open
  const pointer = ['safeguards', ground.index]
  const ask = `State \`${part}.${key}\` of the safeguard ${ground.entry.id}.`
  if (object === undefined || object === null) return unknown(scene.reader.missing(pointer, part, ask))
  return scene.reader.get(object, [...pointer, part], key, ask)
}

export const asMoment = (one: Value<string>): Value<Moment> => map(one, parseMoment)
/** What begins with a day begins with its first instant. */
export const asFirstInstant = (one: Value<string>): Value<Moment> =>
  map(one, (text) => startOfDay(text) ?? parseMoment(text))
export const asLastDay = (one: Value<string>): Value<Moment> => map(one, endOfDay)

/** What the registry knows of adequacy decisions for the destination; judging them is the rules' work. */
export function adequacyOf(disclosure: Disclosure, scene: Scene, regime: 'eu-gdpr' | 'uk-gdpr') {
  const decision = map(disclosure.destination, (place) => ({ entry: scene.index.adequacy(regime, place) }))
  const table: readonly Origin[] = scene.index.adequacyTable
  const about = <T>(
    pick: (value: NonNullable<ReturnType<Scene['index']['adequacy']>>['value']) => T | undefined,
  ): Value<T> =>
    chain(decision, ({ entry }) => {
      if (entry === undefined) return unknown(...table)
      const value = pick(entry.value)
      return value === undefined ? unknown(entry.origin) : known(value, entry.origin)
    })
  return {
    // The list of the Union's decisions is complete; that of the United Kingdom's regulations is not.
    exists: chain(decision, ({ entry }) => {
      if (entry !== undefined) return known(true, entry.origin)
      return regime === 'eu-gdpr' ? known(false, ...table) : unknown(...table)
    }),
    from: about((one) => startOfDay(one.from)),
    hasEnd: about((one) => one.until !== 'none'),
    until: about((one) => (one.until === 'none' ? undefined : endOfDay(one.until))),
    scope: about((one) => one.scope),
  }
}

/** What is known of a listing: what the registry saw, filled by what the descriptor saw. */
export function listingOf(disclosure: Disclosure, ground: Ground, scene: Scene) {
  const { importer } = disclosure
  const listed = importer.dpf
  const registered = listed?.value.status === 'unknown' ? undefined : listed
  const seen = ground.entry?.dpf
  const read = <K extends keyof NonNullable<Safeguard['dpf']> & string>(key: K) =>
    within(ground, scene, 'dpf', seen, key)
  const fromRegistry = <T>(value: T | undefined): Value<T> =>
    registered === undefined || value === undefined
      ? unknown(...(listed ? [listed.origin] : []))
      : known(value, registered.origin)
  const status = registered?.value.status
  return {
    entityMatches:
      registered === undefined ? map(read('entity'), (name) => name === importer.name) : known(true, registered.origin),
    status: firstKnown(fromRegistry(status === 'unknown' ? undefined : status), read('status')),
    frameworks: firstKnown<readonly string[]>(fromRegistry(registered?.value.frameworks), read('frameworks')),
    covers: firstKnown<readonly string[]>(fromRegistry(registered?.value.covers), read('covers')),
    checkedOn: firstKnown(asMoment(fromRegistry(registered?.value.checkedOn)), asMoment(read('checkedOn'))),
    recertificationDue: firstKnown(
      asLastDay(fromRegistry(registered?.value.recertificationDue)),
      asLastDay(read('recertificationDue')),
    ),
  }
}

/** The set of clauses or framework that is relied on, as the registry's table of instruments has it. */
export function instrumentOf(ground: Ground, scene: Scene): { invalidated: Value<boolean>; since: Value<Moment> } {
  const read = readGround(ground, scene)
  const id = chain(read('reliesOn'), (ground_) => {
    if (ground_ !== 'scc') return known<string>(ground_)
    return map(within(ground, scene, 'scc', ground.entry?.scc, 'set'), (set) => `scc-${set}`)
  })
  const entry = chain(id, (name) => {
    const found = scene.index.instrument(name)
    return found === undefined ? unknown() : known(found.value, found.origin)
  })
  return {
    invalidated: chain(id, (name) => {
      const found = scene.index.instrument(name)
      return found === undefined ? known(false) : known(found.value.invalidSince !== 'none', found.origin)
    }),
    since: chain(entry, (one) => map(known(one.invalidSince), startOfDay)),
  }
}

/** Who could read or re-identify what arrives: facts for the supplementary measures. */
export function protectionFacts(disclosure: Disclosure, scene: Scene) {
  const { protection, importer, asset } = disclosure
  const open = asset.state.from
  const keysOutsideImporter: Value<boolean> = isEncrypted(protection)
    ? keyHoldersOf(protection) === undefined || importer.kind === 'unknown'
      ? unknown(...open)
      : known(
          !(keyHoldersOf(protection) ?? []).some((holder) => holder === importer.id || holder === importer.provider),
        )
    : protection === 'unstated' || protection === 'unassessed'
      ? unknown(...open)
      : known(false)
  const additionalInformationWithExporterOnly = chain(keysTo(asset, scene), (ids) => {
    const { known: named, open: unnamed, certain } = keepersOf(ids, scene)
    if (named.size + unnamed.size === 0) return unknown(...open)
    const isElsewhere = (who: ReadonlySet<string>): boolean => who.size > (who.has(disclosure.exporter.id) ? 1 : 0)
    if (isElsewhere(named) && certain) return known(false)
    return isElsewhere(named) || isElsewhere(unnamed) ? unknown(...open) : known(true)
  })
  return { keysOutsideImporter, additionalInformationWithExporterOnly }
}

/** The assets that re-identify another. */
const keysTo = onceFor((asset: Asset, scene: Scene): Value<readonly string[]> => {
  const all = [...scene.assets.values()].map(({ id, additionalInformationFor }) =>
    map(additionalInformationFor, (list) => ({ id, opens: list.includes(asset.id) })),
  )
  return map(each(all), (list) => list.filter((one) => one.opens).map((one) => one.id))
})

/** Who may have some assets, by who is known and who is not; and whether they surely are where they may be. */
type Keepers = { readonly known: ReadonlySet<string>; readonly open: ReadonlySet<string>; readonly certain: boolean }

const keepersOf = (assets: readonly string[], scene: Scene): Keepers =>
  remembered(keepersOf, assets.join(' '), scene, () => {
    const holdings = assets.length === 0 ? [] : scene.holdings.filter((one) => assets.includes(one.asset))
    const who = holdings.flatMap(({ node }) => {
      const { custodian, operator, entity } = scene.component(node) ?? {}
      return custodian === undefined ? [scene.entities.byRef(node)] : [custodian, operator, ...(entity ? [entity] : [])]
    })
    const isKnown = (one: Entity | undefined): boolean => one !== undefined && one.kind !== 'unknown'
    const idsOf = (some: typeof who) => new Set(some.map((one) => one?.id ?? ''))
    return {
      known: idsOf(who.filter(isKnown)),
      open: idsOf(who.filter((one) => !isKnown(one))),
      certain: holdings.every((one) => one.certain),
    }
  })
