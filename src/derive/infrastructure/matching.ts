import type { Origin } from '../../model/fact.ts'
import type { Component } from '../components.ts'
import { onceIn } from '../remembered.ts'
import type { Scene } from '../scene.ts'
import { because, known, unknown, type Value } from '../value.ts'
import { indexSources } from './addresses.ts'
import { type Planned, resourcesOf } from './planned.ts'
import { regionOf } from './regions.ts'

/** By what a resource was found to be part of a component. */
type By = 'source' | 'service' | 'region'

/** The components that a resource may be part of. */
export type Match = {
  /** None: it is part of none. */
  readonly candidates: readonly Component[]
  /** Whether it is certainly part of one of them. */
  readonly certain: boolean
  readonly by: By | undefined
  /** What leaves it open, where it is not certain. */
  readonly open: readonly Origin[]
}

/** The resources of all plans, each matched with the components. */
export type Infrastructure = {
  readonly resources: readonly Planned[]
  readonly matchOf: (planned: Planned) => Match
}

export const infrastructureOf = onceIn((scene: Scene): Infrastructure => {
  const named = indexSources(
    scene.components.flatMap((component) =>
      (component.value.source ?? []).map((source) => [source, component] as const),
    ),
  )
  const byService = new Map<string, Match>()
  const ofService = (service: string): Match => {
    const before = byService.get(service)
    if (before !== undefined) return before
    const made = runningOn(service, scene)
    byService.set(service, made)
    return made
  }
  const matches = new Map<Planned, Match>()
  const matchOf = (planned: Planned): Match => {
    const before = matches.get(planned)
    if (before !== undefined) return before
    const made = match(planned, [...new Set(named(planned.address))], ofService, scene)
    matches.set(planned, made)
    return made
  }
  return { resources: resourcesOf(scene), matchOf }
})

function match(
  planned: Planned,
  named: readonly Component[],
  ofService: (service: string) => Match,
  scene: Scene,
): Match {
  if (named.length > 0) return { candidates: named, certain: true, by: 'source', open: [] }
  const service = planned.service.value
  if (service === 'none') return { candidates: [], certain: true, by: undefined, open: [] }
  if (scene.engagement.components === undefined) {
    const ask = 'State the components: `components`, or `[]` if there are none.'
    return { candidates: [], certain: false, by: undefined, open: [scene.reader.missing([], 'components', ask)] }
  }
  if (service !== undefined) return inRegion(planned, ofService(service), scene)
  const candidates = scene.components.filter((one) => one.value.source === undefined && mayBe(planned, one))
  return { candidates, certain: false, by: undefined, open: planned.service.from }
}

/** Whether a resource of an unknown type may be part of a component. */
const mayBe = ({ provider }: Planned, component: Component): boolean =>
  provider.value === undefined || component.service.value === undefined || component.provider === provider.value

/** The components on a service. One whose `source` is stated is what that names, and nothing else. */
function runningOn(service: string, scene: Scene): Match {
  const unnamed = scene.components.filter((one) => one.value.source === undefined)
  const sure = unnamed.filter((one) => one.service.value === service)
  const perhaps = unnamed.filter((one) => one.service.value === undefined)
  const open = perhaps.flatMap((one) => one.service.from)
  return {
    candidates: [...sure, ...perhaps],
    certain: sure.length > 0 || perhaps.length === 0,
    by: 'service',
    open,
  }
}

/** Of several components on one service, those in the region of the resource, and those that may be. */
function inRegion(planned: Planned, match: Match, scene: Scene): Match {
  if (match.candidates.length < 2) return match
  const region = regionOf(planned, scene).value
  const there = match.candidates.filter(({ value }) => value.region === region)
  if (region === undefined || there.length === 0) return match
  const candidates = match.candidates.filter(({ value }) => value.region === undefined || value.region === region)
  return { ...match, candidates, by: 'region' }
}

/** The one component that a resource is part of, if there is one without doubt. */
export const componentOf = ({ candidates, certain }: Match): Component | undefined =>
  certain && candidates.length === 1 ? candidates[0] : undefined

/**
 * What follows for a resource from the component that it is part of. Where that is one of several, it is known if it is
 * the same for all of them; where it is part of none, it is `none`.
 */
export function through<T extends boolean | string | readonly string[]>(
  planned: Planned,
  match: Match,
  scene: Scene,
  follows: (component: Component) => Value<T>,
  none: Value<T>,
): Value<T> {
  const { candidates, certain, open } = match
  const [first] = candidates
  if (first === undefined) return certain ? none : unknown(...open)
  const all = candidates.map((one) => because(follows(one), placeOf(one, match, scene)))
  const [only] = all
  if (!certain || only === undefined) return unknown(...open, ...all.flatMap(({ from }) => from.filter(isMissing)))
  if (all.length === 1) return only
  const said = new Set(all.map(({ value }) => JSON.stringify(value)))
  if (said.size === 1 && only.value !== undefined) return all.reduce((one, other) => because(one, ...other.from))
  return unknown(ambiguous(planned, candidates, scene), ...all.flatMap(({ from }) => from))
}

const isMissing = ({ kind }: Origin): boolean => kind === 'missing'

function ambiguous({ address }: Planned, candidates: readonly Component[], { reader }: Scene): Origin {
  const ids = candidates.map(({ id }) => id)
  const ask = `Name ${address} under \`source\` of the component that it is part of: ${ids.join(', ')}.`
  return reader.missing(candidates[0]?.pointer ?? ['components'], 'source', ask)
}

/** The key that makes a resource part of a component. */
function placeOf({ pointer, value }: Component, { by }: Match, { reader }: Scene): Origin {
  if (by === 'source') return reader.stated([...pointer, 'source'])
  return value.service === undefined ? reader.stated(pointer) : reader.stated([...pointer, 'service'])
}

/** Whether a resource is part of any component. */
export function belongs(planned: Planned, match: Match, scene: Scene): Value<boolean> {
  const { candidates, certain, open } = match
  if (!certain) return unknown(...open)
  if (candidates.length === 0) return known(false, planned.origin, scene.reader.listed(['components']))
  return known(true, planned.origin, ...candidates.map((one) => placeOf(one, match, scene)))
}
