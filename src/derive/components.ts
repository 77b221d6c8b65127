import { activities } from '../model/facts/values.ts'
import type { Engagement } from '../model/generated/engagement.ts'
import type { Placed } from '../model/location.ts'
import type { Entities, Entity } from './entities.ts'
import { type ComponentValue, type Places, placesOf } from './places.ts'
import type { Reader } from './reader.ts'
import type { Entry, RegistryIndex, Service } from './registry-index.ts'
import { onceFor } from './remembered.ts'
import { union } from './union.ts'
import { because, chain, each, known, map, openLike, unknown, type Value } from './value.ts'

type Context = Engagement['context']

/** A component with what joining gives: who answers for it, on whose service it runs, and where. */
export type Component = {
  readonly id: string
  readonly title: string
  readonly value: ComponentValue
  readonly pointer: readonly (string | number)[]
  readonly place: Placed
  readonly context: Value<Context>
  /** 'provider/service', or 'none'. */
  readonly service: Value<string>
  readonly registered: Entry<Service> | undefined
  readonly provider: string | undefined
  /** Who answers for the data there: contracts the provider, or operates it where there is none. */
  readonly custodian: Entity
  readonly operator: Entity
  /** The entity of the provider that the custodian contracts; undefined where no provider is involved. */
  readonly entity: Entity | undefined
  readonly places: Places
}

/** Every place of a component over all activities; unknown if those of one activity are. */
export const allPlaces = onceFor(
  (component: Component): Value<readonly string[]> => map(each(activities.map((one) => component.places[one])), union),
)

export const placesOutsideEea = (places: readonly string[], index: RegistryIndex): Value<readonly string[]> => {
  const inside = each(places.map(index.inEea))
  return map(inside, (list) => places.filter((_, at) => !list[at]))
}

export function componentsOf(
  engagement: Engagement,
  reader: Reader,
  index: RegistryIndex,
  entities: Entities,
): readonly Component[] {
  const shared = known(engagement.context, reader.stated(['context']))
  const contracts = new Map<string, Value<string>>()
  return (engagement.components ?? []).map((value, at) => {
    const pointer = ['components', at]
    const title = value.title ?? value.id
    const service = reader.get(
      value,
      pointer,
      'service',
      `State the \`service\` that ${value.id} runs on, or \`none\`.`,
    )
    const [provider, serviceId] =
      service.value === undefined || service.value === 'none' ? [] : service.value.split('/')
    const registered = provider && serviceId ? index.service(provider, serviceId) : undefined
    const someone = (key: 'contractedBy' | 'operatedBy', role: string, ask: string): Entity => {
      const ref = reader.get(value, pointer, key, ask)
      const entity = ref.value === undefined ? undefined : entities.byRef(ref.value)
      return (
        entity ??
        entities.unknown(
          `${role}-${value.id}`,
          `whoever ${role === 'operator' ? 'operates' : 'contracts'} ${value.id}`,
          ref.from,
        )
      )
    }
    const operating = someone('operatedBy', 'operator', `State who operates ${value.id}: \`operatedBy\`.`)
    const custodian =
      service.value === undefined
        ? entities.unknown(`custodian-${value.id}`, `whoever answers for ${value.id}`, service.from)
        : service.value === 'none'
          ? operating
          : someone('contractedBy', 'custodian', `State who contracts the provider of ${value.id}: \`contractedBy\`.`)
    const entity = contractingEntity(value, pointer, service, custodian, reader, index, entities, contracts)
    // Operated by the provider means: by the entity that is contracted.
    const operator =
      entity !== undefined && provider !== undefined && value.operatedBy === provider ? entity : operating
    return {
      id: value.id,
      title,
      value,
      pointer,
      place: reader.place(pointer),
      context: value.context === undefined ? shared : ownContext(value, value.context, pointer, engagement, reader),
      service,
      registered,
      provider,
      custodian,
      operator,
      entity,
      places: placesOf(value, pointer, service, registered, provider, reader, index),
    }
  })
}

/** A component has a context of its own only where an agreement names it. */
function ownContext(
  value: ComponentValue,
  own: NonNullable<ComponentValue['context']>,
  pointer: readonly (string | number)[],
  engagement: Engagement,
  reader: Reader,
): Value<Context> {
  const at = (engagement.agreements ?? []).findIndex((one) => one.id === own.agreement)
  const agreement = engagement.agreements?.[at]
  const names = agreement?.components?.includes(value.id) === true
  if (names && own.is === 'client-system')
    return known(own.is, reader.stated([...pointer, 'context']), reader.stated(['agreements', at, 'components']))
  return unknown(
    reader.missing(
      agreement === undefined ? pointer : ['agreements', at],
      'components',
      `Name ${value.id} under \`components\` of the agreement ${own.agreement}: only a client system that an agreement names has a context of its own.`,
    ),
  )
}

function contractingEntity(
  value: ComponentValue,
  pointer: readonly (string | number)[],
  service: Value<string>,
  custodian: Entity,
  reader: Reader,
  index: RegistryIndex,
  entities: Entities,
  contracts: Map<string, Value<string>>,
): Entity | undefined {
  if (service.value === 'none') return undefined
  const [provider, serviceId] = service.value?.split('/') ?? []
  if (provider === undefined || serviceId === undefined) {
    return entities.unknown(`provider-${value.id}`, `the provider of ${value.id}`, service.from)
  }
  if (value.entity !== undefined) {
    const named = entities.byRef(`${provider}/${value.entity}`)
    if (named !== undefined) return named
  }
  const contract = `${service.value} ${custodian.id}`
  const decided = contracts.get(contract) ?? decideContract(provider, serviceId, custodian, index)
  contracts.set(contract, decided)
  const entity = decided.value === undefined ? undefined : entities.byRef(`${provider}/${decided.value}`)
  if (entity !== undefined) return entity
  const ask = reader.missing(
    pointer,
    'entity',
    `State the contracting \`entity\` of ${provider} for ${value.id}: the registry does not tell which one contracts with ${custodian.name}.`,
  )
  const name = index.provider(provider)?.value.name ?? provider
  return entities.unknown(
    `${provider}-${value.id}`,
    `the entity of ${name} that contracts for ${value.id}`,
    [ask, ...decided.from],
    provider,
  )
}

/** The entity of the first rule that names the customer; unknown where the customer's country leaves it open. */
function decideContract(provider: string, service: string, custodian: Entity, index: RegistryIndex): Value<string> {
  for (const rule of index.provider(provider)?.value.contracting ?? []) {
    if (rule.services !== undefined && !rule.services.includes(service)) continue
    const covers = coversCustomer(rule.customers, custodian, index)
    if (covers.value === undefined) return openLike(covers)
    if (covers.value) return because(known(rule.entity), ...covers.from)
  }
  return unknown()
}

function coversCustomer(customers: readonly string[], custodian: Entity, index: RegistryIndex): Value<boolean> {
  if (customers.includes('worldwide')) return known(true)
  return chain(custodian.country, (country) => {
    if (customers.includes(country)) return known(true)
    if (customers.includes('EEA')) return index.inEea(country)
    if (customers.includes('EU')) return index.inUnion(country)
    return known(false)
  })
}
