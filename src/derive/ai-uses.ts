import type { Engagement } from '../model/generated/engagement.ts'
import type { Placed, Pointer } from '../model/location.ts'
import type { Component } from './components.ts'
import type { Scene } from './scene.ts'

export type AiUseValue = NonNullable<Engagement['aiUses']>[number]

/** A use of AI: listed, or following from a registered AI service or an AI feature that is not stated off. */
export type AiUse = {
  readonly id: string
  readonly title: string
  readonly component: Component
  /** What the descriptor lists of it. */
  readonly value: AiUseValue | undefined
  readonly pointer: Pointer
  /** A feature of a service that is not itself an AI service. */
  readonly feature: string | undefined
  /** False where the descriptor does not say whether a feature is on. */
  readonly certain: boolean
  readonly place: Placed
}

export function aiUsesOf(scene: Scene): readonly AiUse[] {
  const uses: AiUse[] = []
  for (const [at, value] of (scene.engagement.aiUses ?? []).entries()) {
    const component = scene.component(value.component)
    if (component === undefined) continue
    const pointer = ['aiUses', at]
    uses.push({
      id: value.id,
      title: value.title ?? value.id,
      component,
      value,
      pointer,
      feature: value.feature,
      certain: true,
      place: scene.reader.place(pointer),
    })
  }
  for (const component of scene.components) {
    const listed = uses.filter((use) => use.component.id === component.id)
    const service = component.registered?.value
    if (service?.ai !== undefined && listed.length === 0) uses.push(derived(component, undefined, service.name, true))
    for (const feature of service?.aiFeatures ?? []) {
      const stated = component.value.aiFeatures?.[feature.id]
      if (stated === 'off' || listed.some((use) => use.feature === feature.id)) continue
      uses.push(derived(component, feature.id, feature.name, stated === 'on'))
    }
  }
  return uses
}

const derived = (component: Component, feature: string | undefined, name: string, certain: boolean): AiUse => ({
  id: feature === undefined ? `${component.id}:ai` : `${component.id}:${feature}`,
  title: `${name} in ${component.title}`,
  component,
  value: undefined,
  pointer: component.pointer,
  feature,
  certain,
  place: component.place,
})
