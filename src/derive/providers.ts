import type { Engagement } from '../model/generated/engagement.ts'
import type { Component } from './components.ts'
import { onceFor } from './remembered.ts'
import type { Scene } from './scene.ts'
import { chain, known, unknown, type Value } from './value.ts'

export type ProviderValue = NonNullable<Engagement['providers']>[number]

/** What an engagement states of the provider of a component, with its place in `providers`. */
export type ProviderEntry = { readonly value: ProviderValue; readonly index: number }

/** The entry for a service, or else for its provider. What the list does not name is not known. */
export const entryFor = onceFor((service: string, { engagement, reader }: Scene): Value<ProviderEntry> => {
  const { providers } = engagement
  if (providers === undefined)
    return unknown(reader.missing([], 'providers', 'State what is agreed of each provider: `providers`.'))
  const provider = providerOf(service)
  const at = (name: string | undefined): number => providers.findIndex((one) => one.provider === name)
  const index = at(service) >= 0 ? at(service) : at(provider)
  const value = providers[index]
  return value === undefined
    ? unknown(reader.missing(['providers'], 'provider', `Add an entry with \`provider: ${provider}\`.`))
    : known({ value, index })
})

/** The same for the service of a component. */
export const entryOf = (component: Component, scene: Scene): Value<ProviderEntry> =>
  chain(component.service, (service) => entryFor(service, scene))

/** The provider of a service, which is 'provider/service', or 'none'. */
export const providerOf = (service: string): string | undefined =>
  service === 'none' ? undefined : service.split('/')[0]

/** One key of the entry for the provider of a component. */
export function readEntry<K extends keyof ProviderValue & string>(
  entry: Value<ProviderEntry>,
  key: K,
  ask: string,
  scene: Scene,
): Value<NonNullable<ProviderValue[K]>> {
  return chain(entry, ({ value, index }) => scene.reader.get(value, ['providers', index], key, ask))
}

/** Since when the provider of a service is used: a day, or `first-set`. */
export const usedFrom = onceFor((service: string, scene: Scene): Value<string> => {
  const ask = `State since when the engagement uses ${providerOf(service)}: \`usedSince\`, or \`first-set\`.`
  return readEntry(entryFor(service, scene), 'usedSince', ask, scene)
})

/** The same for the provider of a component. */
export const usedSince = (component: Component, scene: Scene): Value<string> =>
  chain(component.service, (service) => usedFrom(service, scene))
