import { derive } from '../../src/derive/index.ts'
import { evaluateWith, planFor } from '../../src/evaluate/index.ts'
import type { Infrastructure } from '../../src/model/generated/infrastructure.ts'
import { documentOf, workspaceOf } from './sample.ts'

/** What every rule that compares a descriptor with a plan says of every subject: `region-declared digitalocean_volume.uploads`. */
export async function outcomesOf(descriptor: string, plan: Infrastructure): Promise<ReadonlyMap<string, string>> {
  const workspace = await workspaceOf(descriptor, [documentOf(plan)])
  const { subjects } = derive(workspace)
  const { evaluated } = evaluateWith(planFor(workspace.packs), subjects, Date.parse('2026-11-22T12:00:00Z'))
  return new Map(
    evaluated.map(({ rule, subject, outcome }) => [
      `${rule.id.replace('infrastructure/', '')} ${subject.id}`,
      outcome.kind,
    ]),
  )
}

/** What was open and is not any more. */
export const closed = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] =>
  [...before].flatMap(([name, outcome]) => {
    const now = after.get(name)
    const open = outcome === 'fail' || outcome === 'unknown'
    return open && now !== 'fail' && now !== 'unknown' ? [`${name}: ${outcome} is ${now}`] : []
  })
