import type { Origin } from '../model/fact.ts'
import type { Engagement } from '../model/generated/engagement.ts'
import type { Firm } from '../model/generated/firm.ts'
import type { Placed } from '../model/location.ts'
import { Reader } from './reader.ts'
import { type Entry, type ProviderEntity, type RegistryIndex, registryOrigin } from './registry-index.ts'
import { chain, firstKnown, known, map, not, unknown, type Value } from './value.ts'

type Party = NonNullable<Engagement['parties']>[number]
type Reach = 'established' | 'targeting' | 'outside'

/** A legal person: a party of the descriptor, the firm, an entity of a provider, or one that is not known. */
export type Entity = {
  readonly id: string
  readonly name: string
  readonly kind: 'party' | 'firm' | 'entity' | 'unknown'
  /** The provider that the entity belongs to. */
  readonly provider?: string
  readonly country: Value<string>
  /** Country of the ultimate parent, or 'none'. */
  readonly parent: Value<string>
  readonly inEea: Value<boolean>
  readonly parentOutsideEea: Value<boolean>
  readonly reach: Value<Reach>
  readonly underUkGdpr: Value<boolean>
  readonly ccpaBusiness: Value<boolean>
  readonly recipientKinds: Value<readonly string[]>
  readonly client: Value<boolean>
  /** What the descriptor says of it, with its place in `parties`. */
  readonly party?: { readonly value: Party; readonly index: number }
  readonly dpf?: Entry<NonNullable<ProviderEntity['dpf']>>
  readonly place: Placed | undefined
}

/** Every legal person of one engagement, by the ways in which a descriptor can name it. */
export type Entities = {
  readonly all: () => readonly Entity[]
  readonly firm: Entity
  readonly parties: readonly Entity[]
  /** `party`, `firm`, `provider/entity`, `provider@place`, or a provider with one entity; where it has several, it depends on the customer. */
  readonly byRef: (ref: string) => Entity | undefined
  /** The provider's entity in a place: the registered one if there is just one, otherwise an unnamed one. */
  readonly inPlace: (provider: string, place: string) => Entity
  /** Somebody who is not known; `of` keeps apart those who may differ. */
  readonly unknown: (of: string, name: string, from: readonly Origin[], provider?: string) => Entity
}

export function entitiesOf(engagement: Engagement, reader: Reader, index: RegistryIndex): Entities {
  const made = new Map<string, Entity>()
  const keep = (entity: Entity): Entity => {
    const before = made.get(entity.id)
    if (before !== undefined) return before
    made.set(entity.id, entity)
    return entity
  }
  const regimes = reader.get(
    engagement,
    [],
    'regimes',
    'State `regimes`: the regimes that apply besides those that follow from the facts; `[]` for none.',
  )
  const ukRegime = map(regimes, (list) => (list.includes('uk-gdpr') ? undefined : false))

  const ccpaRegime = map(regimes, (list) => (list.includes('ccpa') ? undefined : false))

  const place = (country: Value<string>) => chain(country, index.inEea)
  const parentOutside = (parent: Value<string>) =>
    chain(parent, (code) => (code === 'none' ? known(false) : not(index.inEea(code))))
  const underUk = (country: Value<string>, stated: Value<boolean>) =>
    chain(country, (code) => (code === 'GB' ? known(true) : firstKnown(stated, ukRegime)))
  const reachOf = (country: Value<string>, stated: Value<Reach>): Value<Reach> =>
    chain(place(country), (inside) => (inside ? known<Reach>('established') : stated))

  const aliases = new Map<string, { value: Party; index: number }>()
  for (const [at, party] of (engagement.parties ?? []).entries()) {
    if (party.entity !== undefined) aliases.set(party.entity, { value: party, index: at })
  }

  /** Also for a provider's entity that the descriptor lists as a party: it may be the client itself. */
  const isClient = (value: Party, at: number): Value<boolean> => {
    const pointer = ['parties', at]
    if (value.id === 'client') return known(true, reader.stated([...pointer, 'id']))
    return reader.get(value, pointer, 'client', `State whether ${value.name ?? value.id} is the \`client\`.`)
  }

  const fromParty = (value: Party, at: number): Entity => {
    const pointer = ['parties', at]
    const name = value.name ?? value.id
    const country = reader.get(value, pointer, 'country', `State the \`country\` in which ${name} is established.`)
    const parent = reader.get(value, pointer, 'parentCountry', `State the \`parentCountry\` of ${name}, or \`none\`.`)
    const client = isClient(value, at)
    return {
      id: value.id,
      name,
      kind: 'party',
      country,
      parent,
      inEea: place(country),
      parentOutsideEea: parentOutside(parent),
      reach: reachOf(
        country,
        reader.get(
          value,
          pointer,
          'gdpr',
          `State how the GDPR reaches ${name}: \`gdpr: established\`, \`targeting\` or \`outside\`.`,
        ),
      ),
      underUkGdpr: underUk(
        country,
        reader.get(
          value,
          pointer,
          'ukGdpr',
          `State whether the UK GDPR reaches ${name}: \`ukGdpr\`; or \`regimes\`, which says so for all.`,
        ),
      ),
      ccpaBusiness: firstKnown(
        reader.get(
          value,
          pointer,
          'ccpaBusiness',
          `State whether ${name} is a business under the CCPA: \`ccpaBusiness\`; or \`regimes\`, which says so for all.`,
        ),
        ccpaRegime,
      ),
      recipientKinds: reader.get(value, pointer, 'recipientKinds', `State the \`recipientKinds\` of ${name}.`),
      client,
      party: { value, index: at },
      place: reader.place(pointer),
    }
  }

  const fromRegistry = (provider: string, entry: Entry<ProviderEntity>): Entity => {
    const { value, origin } = entry
    const alias = aliases.get(`${provider}/${value.id}`)
    const fill = <K extends keyof Party & string>(key: K): Value<NonNullable<Party[K]>> =>
      alias === undefined
        ? unknown(
            origin,
            reader.missing(
              ['parties'],
              'parties',
              `State \`${key}\` of ${value.name} in a party with \`entity: ${provider}/${value.id}\`.`,
            ),
          )
        : reader.get(alias.value, ['parties', alias.index], key, `State \`${key}\` of ${value.name}.`)
    const registered = <T>(one: T | undefined): Value<T> => (one === undefined ? unknown(origin) : known(one, origin))
    const country = firstKnown(registered(value.country), fill('country'))
    const parent = firstKnown(registered(value.parentCountry), fill('parentCountry'))
    return {
      id: `${provider}/${value.id}`,
      name: value.name,
      kind: 'entity',
      provider,
      country,
      parent,
      inEea: place(country),
      parentOutsideEea: parentOutside(parent),
      reach: reachOf(country, fill('gdpr')),
      underUkGdpr: underUk(country, fill('ukGdpr')),
      ccpaBusiness: firstKnown(fill('ccpaBusiness'), ccpaRegime),
      recipientKinds: firstKnown<readonly string[]>(registered(value.recipientKinds), fill('recipientKinds')),
      client: alias === undefined ? known(false) : isClient(alias.value, alias.index),
      ...(alias === undefined ? {} : { party: alias }),
      ...(value.dpf === undefined ? {} : { dpf: { value: value.dpf, origin } }),
      place: undefined,
    }
  }

  const firm = keep(firmOf(index, place, parentOutside, reachOf, underUk, ccpaRegime))
  const parties: Entity[] = []
  for (const [at, party] of (engagement.parties ?? []).entries()) {
    if (party.entity === undefined) parties.push(keep(fromParty(party, at)))
  }

  const registryEntity = (provider: string, id: string): Entity | undefined => {
    const entry = index.entities(provider).find((one) => one.value.id === id)
    return entry === undefined ? undefined : (made.get(`${provider}/${id}`) ?? keep(fromRegistry(provider, entry)))
  }

  const inPlace = (provider: string, where: string): Entity => {
    const here = index.entities(provider).filter((one) => one.value.country === where)
    const only = here.length === 1 ? here[0] : undefined
    const before = made.get(only === undefined ? `${provider}@${where}` : `${provider}/${only.value.id}`)
    if (before !== undefined) return before
    if (only !== undefined) return keep(fromRegistry(provider, only))
    const name = index.provider(provider)?.value.name ?? provider
    const country = known(where)
    return keep({
      id: `${provider}@${where}`,
      name: `an unnamed company of ${name}`,
      kind: 'entity',
      provider,
      country,
      parent: unknown(),
      inEea: index.inEea(where),
      parentOutsideEea: unknown(),
      reach: reachOf(country, unknown()),
      underUkGdpr: underUk(country, unknown()),
      ccpaBusiness: ccpaRegime,
      recipientKinds: unknown(),
      client: known(false),
      place: undefined,
    })
  }

  const found = new Map<string, Entity>()
  const byRef = (ref: string): Entity | undefined => {
    const before = found.get(ref)
    if (before !== undefined) return before
    const entity = find(ref)
    if (entity !== undefined) found.set(ref, entity)
    return entity
  }

  const find = (ref: string): Entity | undefined => {
    if (ref === 'firm') return firm
    const slash = ref.indexOf('/')
    if (slash > 0) return registryEntity(ref.slice(0, slash), ref.slice(slash + 1))
    const sign = ref.indexOf('@')
    if (sign > 0) return inPlace(ref.slice(0, sign), ref.slice(sign + 1))
    const alias = (engagement.parties ?? []).find((one) => one.id === ref)?.entity
    if (alias !== undefined) return byRef(alias)
    const party = made.get(ref)
    if (party !== undefined) return party
    // A bare provider is its only entity, where it has just one.
    const [only, ...others] = index.entities(ref)
    return only === undefined || others.length > 0 ? undefined : registryEntity(ref, only.value.id)
  }

  return {
    all: () => [...made.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    firm,
    parties,
    byRef,
    inPlace,
    unknown: (of, name, from, provider) =>
      made.get(`?${of}`) ??
      keep({
        id: `?${of}`,
        name,
        kind: 'unknown',
        ...(provider === undefined ? {} : { provider }),
        country: unknown(...from),
        parent: unknown(...from),
        inEea: unknown(...from),
        parentOutsideEea: unknown(...from),
        reach: unknown(...from),
        underUkGdpr: chain(unknown(...from), () => known(false)),
        ccpaBusiness: unknown(...from),
        recipientKinds: unknown(...from),
        client: unknown(...from),
        place: undefined,
      }),
  }
}

/** The firm, from its document and those that extend it: the first that states something counts. */
function firmOf(
  index: RegistryIndex,
  place: (country: Value<string>) => Value<boolean>,
  parentOutside: (parent: Value<string>) => Value<boolean>,
  reachOf: (country: Value<string>, stated: Value<Reach>) => Value<Reach>,
  underUk: (country: Value<string>, stated: Value<boolean>) => Value<boolean>,
  ccpaBusiness: Value<boolean>,
): Entity {
  const read = <K extends keyof Firm & string>(key: K): Value<NonNullable<Firm[K]>> =>
    firstKnown(
      ...index.firms.map((document) =>
        new Reader(document).get(document.value, [], key, `State \`${key}\` of the firm in its registry document.`),
      ),
    )
  const country = read('country')
  const parent = read('parentCountry')
  const name = read('name').value ?? index.firms[0]?.value.id ?? 'the firm'
  return {
    id: 'firm',
    name,
    kind: 'firm',
    country,
    parent,
    inEea: place(country),
    parentOutsideEea: parentOutside(parent),
    reach: reachOf(country, unknown()),
    underUkGdpr: underUk(country, unknown()),
    ccpaBusiness,
    recipientKinds: unknown(),
    client: known(false),
    place: undefined,
  }
}

/** The reason to give for an approval of the firm. */
export const approvalOrigin = (document: RegistryIndex['firms'][number], at: number): Origin => {
  const approval = document.value.approvals?.[at]
  if (approval === undefined)
    return { kind: 'missing', at: document.at([]), key: 'approvals', ask: 'State `approvals`.' }
  return registryOrigin(document, ['approvals', at], `approval of ${approval.provider}`, approval)
}
