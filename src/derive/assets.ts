import type { Engagement } from '../model/generated/engagement.ts'
import type { Placed } from '../model/location.ts'
import type { Component } from './components.ts'
import type { Entities, Entity } from './entities.ts'
import type { Reader } from './reader.ts'
import type { RegistryIndex } from './registry-index.ts'
import { and, anyOf, because, chain, known, map, openLike, or, unknown, type Value } from './value.ts'

type AssetValue = NonNullable<Engagement['data']>[number]

/** The asset that follows from a public-facing component, whether or not anybody wrote it down. */
export const visitorAddresses = 'visitor-ip-addresses'

/** The category of what a commit says of who made it. */
const commitMetadata = 'commit-metadata'

/**
 * A data asset. What it contains counts with what it was made from: an asset that derives from personal data is
 * personal, whatever its own categories say; only the form it stands in (see `Protection`) can end that.
 */
export type Asset = {
  readonly id: string
  readonly title: string
  readonly implied: boolean
  readonly categories: readonly string[]
  readonly personal: Value<boolean>
  readonly special: Value<boolean>
  readonly employment: Value<boolean>
  readonly vulnerable: Value<boolean>
  readonly confidential: Value<boolean>
  readonly client: Value<boolean>
  readonly clientPersonal: Value<boolean>
  readonly clientConfidential: Value<boolean>
  /** Personal data of the client other than who contributed to source code. */
  readonly clientPersonalBesideCommits: Value<boolean>
  readonly owner: Value<string>
  /** The form in which it is held first. */
  readonly base: Value<Protection>
  readonly state: Value<'clear' | 'pseudonymised' | 'encrypted' | 'anonymised'>
  /** Ids of the assets it was made from; unknown where that is not stated. */
  readonly derivedFrom: Value<readonly string[]>
  readonly additionalInformationFor: Value<readonly string[]>
  readonly place: Placed
}

/**
 * The form in which data stands somewhere. Paths do not merge forms: the same asset can be in one place in several.
 *
 * `encrypted:a,b` names the key holders, `encrypted:?` does not know them. `unassessed` was anonymised without a recorded
 * assessment. `unstated` may be any of them.
 */
export type Protection = 'clear' | 'pseudonymised' | 'anonymised' | 'unassessed' | 'unstated' | `encrypted:${string}`

export const encryptedFor = (holders: readonly string[] | undefined): Protection =>
  holders === undefined ? 'encrypted:?' : `encrypted:${[...new Set(holders)].sort().join(',')}`

export const isEncrypted = (protection: Protection): protection is `encrypted:${string}` =>
  protection.startsWith('encrypted:')

/** Who holds the keys; undefined where that is not known. */
export const keyHoldersOf = (protection: Protection): readonly string[] | undefined => {
  if (!isEncrypted(protection)) return undefined
  const names = protection.slice('encrypted:'.length)
  if (names === '?') return undefined
  return names === '' ? [] : names.split(',')
}

/** Whether data in this form is still about identifiable people, if it was: pseudonymised and encrypted data is. */
export const staysPersonal = (protection: Protection): boolean | undefined => {
  if (protection === 'anonymised') return false
  if (protection === 'unassessed' || protection === 'unstated') return undefined
  return true
}

export function assetsOf(
  engagement: Engagement,
  reader: Reader,
  index: RegistryIndex,
  entities: Entities,
  components: readonly Component[],
): ReadonlyMap<string, Asset> {
  const own = new Map<string, Asset>()
  for (const [at, value] of (engagement.data ?? []).entries())
    own.set(value.id, ownAsset(value, at, reader, index, entities))
  const result = new Map<string, Asset>()
  for (const asset of own.values()) result.set(asset.id, inherit(asset, own, engagement, reader, entities))
  const exposed = components.find((one) => one.value.publicFacing !== false && one.value.publicFacing !== null)
  if (exposed !== undefined) result.set(visitorAddresses, visitors(engagement, exposed, entities))
  return result
}

function ownAsset(value: AssetValue, at: number, reader: Reader, index: RegistryIndex, entities: Entities): Asset {
  const pointer = ['data', at]
  const title = value.title ?? value.id
  const categories = reader.get(
    value,
    pointer,
    'categories',
    `State every category of data that ${value.id} contains: \`categories\`.`,
  )
  const subjects = reader.get(value, pointer, 'subjects', `State whose data ${value.id} is: \`subjects\`.`)
  const ofCategory = (
    test: (term: {
      readonly personal?: boolean
      readonly special?: boolean
      readonly employment?: boolean
    }) => boolean | undefined,
  ) => map(categories, (list) => list.some((id) => test(index.category(id) ?? {}) === true))
  const ofSubject = (
    test: (term: { readonly employees?: boolean; readonly vulnerable?: boolean }) => boolean | undefined,
  ) => map(subjects, (list) => list.some((id) => test(index.subject(id) ?? {}) === true))
  const ownerRef = reader.get(
    value,
    pointer,
    'owner',
    `State whose data ${value.id} is as a matter of business: \`owner\`.`,
  )
  const owner = map(ownerRef, (ref) => entities.byRef(ref)?.id)
  const clientFlag = clientOf(owner, entities)
  const personal = ofCategory((term) => term.personal)
  const classification = reader.get(value, pointer, 'classification', `State the \`classification\` of ${value.id}.`)
  const confidential = map(classification, (level) => (level === 'released' ? undefined : level === 'confidential'))
  const state = reader.get(
    value,
    pointer,
    'state',
    `State in which form ${value.id} stands: \`state: clear\`, \`pseudonymised\`, \`encrypted\` or \`anonymised\`.`,
  )
  return {
    id: value.id,
    title,
    implied: false,
    categories: value.categories ?? [],
    personal,
    special: ofCategory((term) => term.special),
    employment: or(
      ofCategory((term) => term.employment),
      ofSubject((term) => term.employees),
    ),
    vulnerable: ofSubject((term) => term.vulnerable),
    confidential,
    client: clientFlag,
    clientPersonal: and(personal, clientFlag),
    clientConfidential: and(confidential, clientFlag),
    clientPersonalBesideCommits: and(
      map(categories, (list) => list.some((id) => id !== commitMetadata && index.category(id)?.personal === true)),
      clientFlag,
    ),
    owner,
    state,
    base: map(state, (form): Protection => {
      if (form === 'encrypted') return encryptedFor(value.keyHolders?.map((ref) => entities.byRef(ref)?.id ?? ref))
      if (form === 'anonymised') return (value.assessment?.on ?? 'none') === 'none' ? 'unassessed' : 'anonymised'
      return form
    }),
    derivedFrom: reader.get(
      value,
      pointer,
      'derivedFrom',
      `State what ${value.id} was made from: \`derivedFrom\`, or \`[]\`.`,
    ),
    additionalInformationFor: reader.get(
      value,
      pointer,
      'additionalInformationFor',
      `State which pseudonymised assets ${value.id} can re-identify: \`additionalInformationFor\`, or \`[]\`.`,
    ),
    place: reader.place(pointer),
  }
}

const clientOf = (owner: Value<string>, entities: Entities): Value<boolean> => {
  const entity: Entity | undefined = owner.value === undefined ? undefined : entities.byRef(owner.value)
  return entity === undefined ? openLike(owner) : because(entity.client, ...owner.from)
}

/** Everything that an asset was made from, itself left out; loading has refused circles. */
function ancestors(asset: Asset, assets: ReadonlyMap<string, Asset>): readonly Asset[] {
  const found = new Map<string, Asset>()
  const visit = (one: Asset): void => {
    for (const id of one.derivedFrom.value ?? []) {
      const parent = assets.get(id)
      if (parent === undefined || found.has(id)) continue
      found.set(id, parent)
      visit(parent)
    }
  }
  visit(asset)
  return [...found.values()]
}

/** What counts for an asset: its own, that of what it was made from, and perhaps that of what it may be made from. */
function inherit(
  asset: Asset,
  own: ReadonlyMap<string, Asset>,
  engagement: Engagement,
  reader: Reader,
  entities: Entities,
): Asset {
  const parents = ancestors(asset, own)
  const open = [asset, ...parents].filter((one) => one.derivedFrom.value === undefined)
  const others = open.length === 0 ? [] : [...own.values()].filter((one) => one !== asset && !parents.includes(one))
  const unstated = unknown(...open.flatMap((one) => one.derivedFrom.from))
  const any = (pick: (one: Asset) => Value<boolean>): Value<boolean> =>
    anyOf([pick(asset), ...parents.map(pick), ...others.map((one) => and(pick(one), unstated))])
  const released = (confidential: (one: Asset) => Value<boolean>) =>
    releaseOf(asset, parents, others, confidential, engagement, reader, entities)
  // Whether it was released is not told either, where its classification is not.
  const inherited = (pick: (one: Asset) => Value<boolean>): Value<boolean> => {
    const all = any(pick)
    return all.value === true && asset.confidential.value === undefined ? openLike(asset.confidential) : all
  }
  return {
    ...asset,
    personal: any((one) => one.personal),
    special: any((one) => one.special),
    employment: any((one) => one.employment),
    vulnerable: any((one) => one.vulnerable),
    client: any((one) => one.client),
    clientPersonal: any((one) => one.clientPersonal),
    clientPersonalBesideCommits: any((one) => one.clientPersonalBesideCommits),
    confidential:
      released((one) => (one === asset ? known(true) : one.confidential)) ?? inherited((one) => one.confidential),
    clientConfidential:
      released((one) => (one === asset ? one.client : one.clientConfidential)) ??
      inherited((one) => one.clientConfidential),
  }
}

/**
 * What a recorded release leaves of confidentiality; undefined where none is claimed. Only each owner's own counts, also
 * those of what the asset was, or may have been, made from.
 */
function releaseOf(
  asset: Asset,
  parents: readonly Asset[],
  others: readonly Asset[],
  confidential: (one: Asset) => Value<boolean>,
  engagement: Engagement,
  reader: Reader,
  entities: Entities,
): Value<boolean> | undefined {
  const at = (engagement.data ?? []).findIndex((one) => one.id === asset.id)
  const value = engagement.data?.[at]
  if (value?.classification !== 'released') return undefined
  const release = reader.get(value, ['data', at], 'release', `Record the owner's \`release\` of ${asset.id}.`)
  const by = map(release, (one) => ({ id: entities.byRef(one.by)?.id }))
  const kept = (one: Asset): Value<boolean> =>
    and(
      confidential(one),
      chain(by, ({ id }) => map(one.owner, (owner) => owner !== id)),
    )
  return anyOf([
    ...[asset, ...parents].map(kept),
    ...others.map((one) => and(kept(one), unknown(...one.derivedFrom.from, ...asset.derivedFrom.from))),
  ])
}

/** Visitors' IP addresses: personal data in the clear, not confidential, of whoever answers for the site. */
function visitors(engagement: Engagement, exposed: Component, entities: Entities): Asset {
  const owner =
    engagement.context === 'internal-operations'
      ? entities.firm
      : entities.parties.find((one) => one.client.value === true)
  const client = owner === undefined ? unknown() : because(owner.client)
  return {
    id: visitorAddresses,
    title: "visitors' IP addresses",
    implied: true,
    categories: ['ip-address'],
    personal: known(true),
    special: known(false),
    employment: known(false),
    vulnerable: known(false),
    confidential: known(false),
    client,
    clientPersonal: client,
    clientConfidential: known(false),
    clientPersonalBesideCommits: client,
    owner: owner === undefined ? unknown() : known(owner.id),
    state: known('clear'),
    base: known('clear'),
    derivedFrom: known([]),
    additionalInformationFor: known([]),
    place: exposed.place,
  }
}
