import type { Infrastructure } from '../../src/model/generated/infrastructure.ts'
import type { Report } from '../../src/model/generated/report.ts'
import { type Around, readPlan, type Wanted } from '../import/terraform/plan.ts'
import { linked, removals } from '../import/terraform/removal.ts'
import { documentOf, reportOf } from './sample.ts'

const outcomesOf = ({ findings }: Report): ReadonlyMap<string, string> =>
  new Map(findings.map(({ rule, subject, outcome }) => [`${rule} on ${subject.id}`, outcome]))

/** What is read of a plan, without the places in it. */
const saidIn = ({ resources, unmapped }: Infrastructure): string =>
  JSON.stringify([resources, unmapped], (name, value: unknown) => (name === 'at' ? undefined : value))

/** The findings that pass once a value is taken from a plan, and did not before; and how many removals made a difference. */
export async function betterByRemoval(descriptor: string, resources: readonly Wanted[], around: Around) {
  const better: string[] = []
  let different = 0
  for (const group of linked(resources)) {
    const whole = await readPlan(group, around)
    const before = outcomesOf(await reportOf(descriptor, [documentOf(whole)]))
    for (const { of, path, how, plan } of removals(group)) {
      const left = await readPlan(plan, around)
      if (saidIn(left) === saidIn(whole)) continue
      different += 1
      for (const [name, outcome] of outcomesOf(await reportOf(descriptor, [documentOf(left)])))
        if (outcome === 'pass' && (before.get(name) === 'fail' || before.get(name) === 'unknown'))
          better.push(`${of}.${path.join('.')} ${how}: ${name}`)
    }
  }
  return { better, different }
}
