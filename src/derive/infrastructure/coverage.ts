import type { Origin } from '../../model/fact.ts'
import { nearest } from '../../text/nearest.ts'
import type { Component } from '../components.ts'
import { onceFor, onceIn } from '../remembered.ts'
import type { Scene } from '../scene.ts'
import { and, because, chain, known, unknown, type Value } from '../value.ts'
import { indexSources } from './addresses.ts'
import { componentOf, infrastructureOf, type Match } from './matching.ts'
import { InPlan, type Planned } from './planned.ts'

/** What plans show of a component; nothing is asked where no plan was given. */
export function componentInfrastructure(component: Component, scene: Scene) {
  if (scene.plans.length === 0) return nothingPlanned
  const missing = missingSources(component, scene)
  return {
    infrastructureGiven: known(true, ...plansOf(scene)),
    infrastructureComplete: completeOf(scene),
    inInfrastructure: inInfrastructure(component, scene),
    planned: planned(component, scene),
    sourceStated: known((component.value.source ?? []).length > 0, ...sourceOf(component, scene)),
    sourcesFound: missing.length === 0 ? known(true, ...sourceOf(component, scene)) : nothingHidden(component, scene),
    missingSources: known(missing, ...sourceOf(component, scene)),
  }
}

const nothingPlanned = {
  infrastructureGiven: known(false),
  infrastructureComplete: unknown(),
  inInfrastructure: unknown(),
  planned: unknown(),
  sourceStated: unknown(),
  sourcesFound: unknown(),
  missingSources: unknown(),
}

/** What is known of the plans themselves. */
export function engagementInfrastructure(scene: Scene) {
  const { plans } = scene
  const empty = plans.filter(({ value }) => countOf(value) === 0)
  const partial = plans.filter(({ value }) => value.partial !== undefined)
  return {
    infrastructureGiven: known(plans.length > 0, ...plansOf(scene)),
    plannedResourceCount: known(
      plans.reduce((sum, { value }) => sum + countOf(value), 0),
      ...plansOf(scene),
    ),
    emptyPlanCount: known(empty.length, ...empty.map((one) => new InPlan(one, [], one.file))),
    emptyPlans: known(empty.map(({ file }) => file)),
    partialPlanCount: known(partial.length, ...partial.map((one) => new InPlan(one, ['partial'], one.file))),
    partialPlans: known(partial.map(({ file, value }) => `${file} (${value.partial})`)),
  }
}

type Plan = Scene['plans'][number]['value']

const countOf = ({ resources, unmapped }: Plan): number => resources.length + (unmapped?.length ?? 0)

/** The plans as a reason; the first ones, since nobody reads more. */
const plansOf = ({ plans }: Scene): readonly Origin[] => plans.slice(0, 3).map((one) => new InPlan(one, [], one.file))

function completeOf({ engagement, reader }: Scene): Value<boolean> {
  const ask = 'State whether the plans show all that the engagement deploys: `infrastructure.complete`.'
  const { infrastructure } = engagement
  if (infrastructure === undefined) return unknown(reader.missing([], 'infrastructure', ask))
  return reader.get(infrastructure, ['infrastructure'], 'complete', ask)
}

const sourceOf = ({ value, pointer }: Component, { reader }: Scene): readonly Origin[] =>
  value.source === undefined ? [] : [reader.stated([...pointer, 'source'])]

/**
 * Whether infrastructure code is to deploy a component. `source: []` says that it does not. Where `source` is left out: of
 * a provider in the plans it does; of one whose services run in regions of the customer's choice it may.
 */
function inInfrastructure(component: Component, scene: Scene): Value<boolean> {
  const { value, service, provider, registered, pointer, id } = component
  if (value.source !== undefined) return known(value.source.length > 0, ...sourceOf(component, scene))
  const ask = `Name what deploys ${id} in the infrastructure code under \`source\`, or state with \`[]\` that nothing does.`
  return chain(service, (name) => {
    if (name === 'none') return known(false)
    if (provider !== undefined && providersPlanned(scene).has(provider)) return known(true)
    const chosen = Object.values(registered?.value.location.activities ?? {}).includes('region')
    return chosen ? unknown(scene.reader.missing(pointer, 'source', ask)) : known(false)
  })
}

/** The providers of which the plans deploy anything. */
const providersPlanned = onceIn(
  (scene: Scene): ReadonlySet<string> =>
    new Set(infrastructureOf(scene).resources.flatMap(({ provider }) => provider.value ?? [])),
)

type Found = { readonly sure: readonly Planned[]; readonly perhaps: readonly (readonly [Planned, Match])[] }

/** The resources that are part of each component, and those that may be. */
const found = onceIn((scene: Scene): ReadonlyMap<Component, Found> => {
  const { resources, matchOf } = infrastructureOf(scene)
  const made = new Map<Component, { sure: Planned[]; perhaps: (readonly [Planned, Match])[] }>()
  for (const one of scene.components) made.set(one, { sure: [], perhaps: [] })
  for (const resource of resources) {
    const match = matchOf(resource)
    const component = componentOf(match)
    if (component !== undefined) made.get(component)?.sure.push(resource)
    else for (const one of match.candidates) made.get(one)?.perhaps.push([resource, match])
  }
  return made
})

/** Whether a planned resource is part of a component; not only where nothing that is not shown or not told could be. */
function planned(component: Component, scene: Scene): Value<boolean> {
  const { sure = [], perhaps = [] } = found(scene).get(component) ?? {}
  const [first] = sure
  if (first !== undefined) return known(true, first.origin, ...sourceOf(component, scene))
  const [open] = perhaps
  if (open !== undefined) {
    const [resource, match] = open
    const names = match.candidates.map(({ id }) => id).join(', ')
    const ask = `Name ${resource.address} under \`source\` of the component that it is part of: ${names}.`
    return unknown(scene.reader.missing(component.pointer, 'source', ask), ...match.open, resource.origin)
  }
  return nothingHidden(component, scene)
}

/** That what no plan shows is not planned: false where the plans show everything, unknown otherwise. */
function nothingHidden(component: Component, scene: Scene): Value<boolean> {
  const partial = scene.plans.filter(({ value }) => value.partial !== undefined)
  const whole: Value<boolean> =
    partial.length === 0
      ? known(true)
      : unknown(...partial.map((one) => new InPlan(one, ['partial'], `${one.file}: ${one.value.partial}`)))
  const { value, from } = and(completeOf(scene), whole)
  const declared = component.value.source === undefined ? 'service' : 'source'
  const place = known(true, scene.reader.stated([...component.pointer, declared]))
  return { value: value === true ? false : undefined, from: because(place, ...from, ...plansOf(scene)).from }
}

/** What a component names as its source and no plan has, with what was probably meant. */
const missingSources = onceFor((component: Component, scene: Scene): readonly string[] => {
  const sources = component.value.source ?? []
  if (sources.length === 0) return []
  const { resources } = infrastructureOf(scene)
  const found_ = new Set<string>()
  const named = indexSources(sources.map((source) => [source, source] as const))
  for (const { address } of resources) for (const source of named(address)) found_.add(source)
  return sources
    .filter((source) => !found_.has(source))
    .map((source) => {
      const meant = nearest(
        source,
        resources.map(({ address }) => address),
      )
      return meant === undefined ? source : `${source} (there is ${meant})`
    })
})
