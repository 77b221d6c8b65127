import { join } from 'node:path'
import { derive } from '../../src/derive/index.ts'
import { evaluateWith, planFor } from '../../src/evaluate/index.ts'
import { readFiles } from '../../src/io/read-files.ts'
import { readShipped } from '../../src/io/shipped.ts'
import { loadWorkspaces } from '../../src/load/workspace.ts'
import type { RulePack } from '../../src/model/rule.ts'
import { subjectsAt } from '../../src/model/validity.ts'
import type { Workspace } from '../../src/model/workspace.ts'
import { render } from '../../src/render/index.ts'
import { settle } from '../../src/settle/index.ts'

const asOf = Date.UTC(2026, 5, 1)

/** Processor time in milliseconds. */
export type Cost = {
  readonly load: number
  readonly derive: number
  readonly evaluate: number
  /** Settling and writing the text is measured where it is asked for. */
  readonly settle: number | undefined
  readonly subjects: number
  readonly rules: number
  /** What the heap holds at the end, in MB. */
  readonly heap: number
}

export type Wanted = {
  readonly rounds?: number
  readonly settled?: boolean
  readonly packs?: (packs: readonly RulePack[]) => readonly RulePack[]
}

/** The median of some rounds, by deriving and evaluating together. */
export async function costOf(engagement: unknown, wanted: Wanted = {}): Promise<Cost> {
  const costs: Cost[] = []
  for (let round = 0; round < (wanted.rounds ?? 1); round++) costs.push(await oneRound(engagement, wanted))
  const both = (cost: Cost): number => cost.derive + cost.evaluate
  const median = costs.sort((one, other) => both(one) - both(other))[costs.length >> 1]
  if (median === undefined) throw new Error('nothing was measured')
  return median
}

async function oneRound(engagement: unknown, { settled = false, packs = (all) => all }: Wanted): Promise<Cost> {
  const clock = stopwatch()
  const given = await load(engagement)
  const loading = clock()
  const workspace = { ...given, packs: packs(given.packs) }
  const plan = planFor(workspace.packs)
  clock()
  const derived = derive(workspace)
  const deriving = clock()
  const subjects = subjectsAt(derived.subjects, asOf)
  const { evaluated, explainer } = evaluateWith(plan, subjects, asOf)
  const evaluating = clock()
  if (settled) {
    const facts = { ...derived, subjects }
    const report = settle({
      workspace,
      derived: facts,
      evaluated,
      asOf,
      explainer,
      explainAll: false,
      failLevel: 'error',
      packsLeftOut: [],
      secondOpinion: 'not-asked',
    })
    await render([report], 'text', {})
  }
  return {
    load: loading,
    derive: deriving,
    evaluate: evaluating,
    settle: settled ? clock() : undefined,
    subjects: subjects.length,
    rules: plan.rules.length,
    heap: process.memoryUsage().heapUsed / 1e6,
  }
}

async function load(engagement: unknown): Promise<Workspace> {
  const registry = await readFiles(['examples/registry'], { cwd: join(import.meta.dirname, '..') })
  if (!registry.ok) throw new Error('there is no examples/registry')
  const file = { path: 'growth.json', bytes: Buffer.from(JSON.stringify(engagement)) }
  const sources = { files: [file], registry: registry.value, rules: [], shipped: readShipped() }
  const { workspaces, problems } = await loadWorkspaces(sources)
  const [workspace] = workspaces
  if (workspace === undefined) throw new Error(JSON.stringify(problems.slice(0, 3)))
  return workspace
}

/** The processor time since it was asked last. */
function stopwatch(): () => number {
  let last = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(last)
    last = process.cpuUsage()
    return (user + system) / 1000
  }
}
