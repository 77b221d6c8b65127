import type { Report } from '../../model/generated/report.ts'
import { some } from '../picture/plain.ts'
import type { Scene } from '../scene.ts'
import { componentOf, infrastructureOf } from './matching.ts'

type Picture = NonNullable<Report['infrastructure']>

/** What the plans deploy, and which components it was matched with, for the Report. */
export function infrastructurePicture(scene: Scene): Picture | undefined {
  if (scene.plans.length === 0) return undefined
  const matches: Picture['matches'][number][] = []
  const ambiguous: Picture['ambiguous'][number][] = []
  const unmatched: Picture['unmatched'][number][] = []
  const unmapped: Picture['unmapped'][number][] = []
  let supporting = 0
  const { resources, matchOf } = infrastructureOf(scene)
  for (const planned of [...resources].sort((one, other) => byText(one.id, other.id))) {
    const match = matchOf(planned)
    const component = componentOf(match)
    const row = { resource: planned.id, type: planned.type, at: planned.document.at(planned.pointer) }
    if (planned.value === undefined) {
      unmapped.push({ ...row, ...some('provider', planned.provider.value), ...some('component', component?.id) })
    } else if (component !== undefined && match.by !== undefined) {
      matches.push({ ...row, component: component.id, by: match.by })
    } else if (match.candidates.length > 0) {
      ambiguous.push({ ...row, components: match.candidates.map(({ id }) => id) })
    } else if (planned.service.value === 'none') {
      supporting += 1
    } else {
      unmatched.push({ ...row, ...some('service', planned.service.value) })
    }
  }
  return { plans: plansOf(scene), matches, ambiguous, unmatched, supporting, unmapped }
}

const plansOf = ({ plans }: Scene): Picture['plans'] =>
  plans
    .map(({ file, value }) => ({
      file,
      format: value.format,
      ...some('formatVersion', value.formatVersion),
      ...some('tool', value.tool),
      ...some('digest', value.digest),
      ...some('partial', value.partial),
      deployed: value.resources.length + (value.unmapped?.length ?? 0),
      unmapped: value.unmapped?.length ?? 0,
      ...some('destroyed', value.notDeployed?.destroyed),
      ...some('read', value.notDeployed?.read),
    }))
    .sort((one, other) => byText(one.file, other.file))

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
