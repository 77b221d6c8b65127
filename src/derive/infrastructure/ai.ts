import type { AiUseValue } from '../ai-uses.ts'
import type { Component } from '../components.ts'
import type { Scene } from '../scene.ts'
import { anyOf, chain, each, known, map, openLike, unknown, type Value } from '../value.ts'
import { type Planned, says, settingOf } from './planned.ts'
import { registeredOf } from './regions.ts'

export type Tier = '1' | '2' | '3'
export type Delivery = 'external-api' | 'cloud-hosted'

/** Whether a resource is of an AI service, or says what model it runs. */
export function aiDeployment(planned: Planned, scene: Scene): Value<boolean> {
  const registered = registeredOf(planned, scene)
  const ai = registered?.value.ai !== undefined || says(planned, 'endpointScope') || says(planned, 'model')
  return map(planned.service, () => ai)
}

/** How a planned AI service delivers its model, by the registry; for one that can be either, by the boundary of its component. */
export function plannedDelivery(planned: Planned, component: Component, scene: Scene): Value<Delivery> {
  const registered = registeredOf(planned, scene)
  const delivery = registered?.value.ai?.delivery
  if (registered === undefined || delivery === undefined) return openLike(planned.service)
  if (delivery !== 'either') return known(delivery, planned.origin, registered.origin)
  const ask = `State inside which \`boundary\` ${component.id} runs: the service can be either.`
  return map(scene.reader.get(component.value, component.pointer, 'boundary', ask), (boundary) =>
    boundary === 'client-enterprise-cloud' ? 'cloud-hosted' : boundary === 'provider' ? 'external-api' : undefined,
  )
}

type Use = { readonly value: AiUseValue; readonly at: number }

/** The AI uses that are listed of a component. */
function usesOf(component: Component, { engagement, reader }: Scene): Value<readonly Use[]> {
  const uses = engagement.aiUses
  if (uses === undefined)
    return unknown(reader.missing([], 'aiUses', 'State the AI uses: `aiUses`, or `[]` if there are none.'))
  const listed = uses.flatMap((value, at) => (value.component === component.id ? [{ value, at }] : []))
  if (listed.length > 0) return known(listed)
  return unknown(
    reader.missing(['aiUses'], 'aiUses', `List the use of ${component.id} under \`aiUses\`, with its tier and model.`),
  )
}

/** The tier that is declared; unknown where the uses of one component differ. */
export function declaredTier(component: Component, scene: Scene): Value<Tier> {
  return chain(usesOf(component, scene), (uses) => {
    const tiers = each(
      uses.map(({ value, at }) =>
        scene.reader.get(value, ['aiUses', at], 'tier', `State the deployment \`tier\` of ${value.id}.`),
      ),
    )
    return map(tiers, ([first, ...others]) => (others.every((one) => one === first) ? first : undefined))
  })
}

/** The models that are declared. */
export function declaredModels(component: Component, scene: Scene): Value<readonly string[]> {
  return chain(usesOf(component, scene), (uses) => each(uses.map((use) => modelOf(use, scene))))
}

const modelOf = ({ value, at }: Use, scene: Scene): Value<string> =>
  scene.reader.get(value, ['aiUses', at], 'model', `State the \`model\` of ${value.id}, as its provider spells it.`)

/** Whether a planned model is one that is declared, letter case aside. */
export function modelDeclared(planned: Planned, component: Component, scene: Scene): Value<boolean> {
  return chain(settingOf(planned, 'model', scene), (model) =>
    chain(usesOf(component, scene), (uses) =>
      anyOf(uses.map((use) => map(modelOf(use, scene), (one) => one.toLowerCase() === model.toLowerCase()))),
    ),
  )
}

export const declaredScope = (component: Component, scene: Scene): Value<string> =>
  scene.reader.get(
    component.value,
    component.pointer,
    'endpointScope',
    `State the \`endpointScope\` of ${component.id}.`,
  )

/** Whether a planned deployment has the endpoint scope that is declared. */
export const scopeDeclared = (planned: Planned, component: Component, scene: Scene): Value<boolean> =>
  chain(settingOf(planned, 'endpointScope', scene), (scope) =>
    map(declaredScope(component, scene), (declared) => declared === scope),
  )
