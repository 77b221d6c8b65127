import type { Engagement } from '../model/generated/engagement.ts'
import type { Component } from './components.ts'
import { type Memory, remembered } from './remembered.ts'
import type { Scene } from './scene.ts'
import { chain, known, unknown, type Value } from './value.ts'

export type ProviderValue = NonNullable<Engagement['providers']>[number]

/** What an engagement states of the provider of a component, with its place in `providers`. */
export type ProviderEntry = { readonly value: ProviderValue; readonly index: number }

/** The entry for the service of a component, or else for its provider. What the list does not name is not known. */
export function entryOf(component: Component, scene: Scene): Value<ProviderEntry> {
  const { providers } = scene.engagement
  return chain(component.service, (service) => {
    if (providers === undefined)
      return unknown(scene.reader.missing([], 'providers', 'State what is agreed of each provider: `providers`.'))
    const listed = remembered(places, scene, '', () => firstPlaces(providers))
    const index = listed.get(service) ?? listed.get(component.provider)
    const value = index === undefined ? undefined : providers[index]
    if (index === undefined || value === undefined)
      return unknown(
        scene.reader.missing(['providers'], 'provider', `Add an entry with \`provider: ${component.provider}\`.`),
      )
    return known({ value, index })
  })
}

const places: Memory<ReadonlyMap<string | undefined, number>> = new WeakMap()

/** Where each name comes first. */
function firstPlaces(providers: readonly ProviderValue[]): ReadonlyMap<string | undefined, number> {
  const first = new Map<string | undefined, number>()
  for (const [at, { provider }] of providers.entries()) if (!first.has(provider)) first.set(provider, at)
  return first
}

/** One key of the entry for the provider of a component. */
export function readEntry<K extends keyof ProviderValue & string>(
  entry: Value<ProviderEntry>,
  key: K,
  ask: string,
  scene: Scene,
): Value<NonNullable<ProviderValue[K]>> {
  return chain(entry, ({ value, index }) => scene.reader.get(value, ['providers', index], key, ask))
}

/** Since when the provider of a component is used: a day, or `first-set`. */
export function usedSince(component: Component, scene: Scene): Value<string> {
  const who = component.provider ?? `the provider of ${component.id}`
  const ask = `State since when the engagement uses ${who}: \`usedSince\`, or \`first-set\`.`
  return readEntry(entryOf(component, scene), 'usedSince', ask, scene)
}
