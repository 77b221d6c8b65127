import { describe, expect, it } from 'vitest'
import { awsAround, awsPlan, planted } from './aws-plan.ts'
import { plan, readPlan, readText } from './plan.ts'

describe('a plan for AWS', () => {
  it('is read', async () => {
    const read = await readPlan(awsPlan, awsAround)
    await expect(`${JSON.stringify({ ...read, digest: undefined }, null, 2)}\n`).toMatchFileSnapshot(
      'golden/aws.json',
    )
  })

  it('gives away no secret', async () => {
    const written = JSON.stringify(plan(awsPlan, awsAround))
    expect(written).toContain(planted)
    expect(JSON.stringify(await readText(written))).not.toContain(planted)
  })
})

type Settings = ReadonlyMap<string, unknown>

/** Every setting that is known, or is as the registry's default has it, by the address of its resource and its name. */
function known(read: Awaited<ReturnType<typeof readPlan>>): Settings {
  const found = new Map<string, unknown>()
  for (const resource of read.resources)
    for (const [name, value] of [...Object.entries(resource), ...Object.entries(resource.login ?? {})])
      if (typeof value !== 'object' || value === null) continue
      else if ('is' in value) found.set(`${resource.address} ${name}`, value.is)
      else if ('open' in value && value.open === 'not-set') found.set(`${resource.address} ${name}`, value)
  return found
}

type Tree = Record<string | number, unknown>

/** The paths of all values in a value. */
function paths(value: unknown): readonly (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return []
  const keys = Array.isArray(value) ? value.map((_, at) => at) : Object.keys(value)
  return keys.flatMap((key) => [[key], ...paths((value as Tree)[key]).map((path) => [key, ...path])])
}

/** The plan with one value of one resource gone, its code as it was: left out, known only after apply, or null. */
function without(at: number, path: readonly (string | number)[], how: 'left out' | 'unknown' | 'null'): string {
  const changed = structuredClone(awsPlan[at]) as { after: Tree; unknown?: Tree }
  const last = path.at(-1) as string | number
  const parent = path.slice(0, -1).reduce<Tree>((tree, step) => tree[step] as Tree, changed.after)
  if (how === 'left out' && !Array.isArray(parent)) delete parent[last]
  else parent[last] = null
  if (how === 'unknown') {
    changed.unknown ??= {}
    path.slice(0, -1).reduce<Tree>((tree, step) => {
      tree[step] ??= typeof step === 'string' && typeof path[path.indexOf(step) + 1] === 'number' ? [] : {}
      return tree[step] as Tree
    }, changed.unknown)[last] = true
    if (!Array.isArray(parent)) delete parent[last]
  }
  const resources = awsPlan.map((one, index) => (index === at ? (changed as typeof one) : one))
  return JSON.stringify({ ...plan(resources, awsAround), configuration: plan(awsPlan, awsAround)['configuration'] })
}

describe('a value that is gone from a plan for AWS', () => {
  it.each(['left out', 'unknown'] as const)('changes nothing that is known into something else (%s)', async (how) => {
    const before = known(await readPlan(awsPlan, awsAround))
    const changes: string[] = []
    for (const [at, wanted] of awsPlan.entries())
      for (const path of paths(wanted.after)) {
        const read = await readText(without(at, path, how))
        if (!read.ok) throw new Error(`${wanted.address} ${path.join('.')}: ${read.problems[0]?.message}`)
        for (const [setting, is] of known(read.value.value))
          if (JSON.stringify(is) !== JSON.stringify(before.get(setting)))
            changes.push(
              `${wanted.address} ${path.join('.')}: ${setting} is ${JSON.stringify(is)}, was ${JSON.stringify(before.get(setting))}`,
            )
      }
    expect(changes).toEqual([])
  })
})
