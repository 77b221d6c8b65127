import { derive } from '../src/derive/index.ts'
import { evaluateWith, planFor } from '../src/evaluate/index.ts'
import { readFiles } from '../src/io/read-files.ts'
import { readShipped } from '../src/io/shipped.ts'
import { loadWorkspaces } from '../src/load/workspace.ts'
import type { Workspace } from '../src/model/workspace.ts'

const sizes = (process.env.BENCH_GROWTH ?? '10,100,1000,10000').split(',').map(Number)
const assets = 20
const asOf = Date.UTC(2026, 5, 1)

type Cost = { readonly derive: number; readonly evaluate: number; readonly subjects: number }

/** What deriving and evaluating cost as one descriptor grows, as Markdown. */
export async function benchGrowth(): Promise<string> {
  const workspaces = await Promise.all(sizes.map(workspaceOf))
  const costs = workspaces.map((workspace, at) => {
    // The small ones are over too soon to be measured once.
    const rounds = Math.max(1, Math.min(15, Math.round(2000 / (sizes[at] ?? 1))))
    return median(Array.from({ length: rounds }, () => costOf(workspace)))
  })
  const last = sizes.map((size, at) => ({ size, cost: costs[at] })).slice(-3)
  const exponentOf = (of: (cost: Cost) => number): string =>
    exponent(last.flatMap(({ size, cost }) => (cost === undefined ? [] : [[size, of(cost)] as const]))).toFixed(2)
  return [
    '# Growth',
    '',
    `One descriptor with as many components as flows, which form a circle, and ${assets} data assets: processor time of deriving its facts and of evaluating the shipped rules. The exponents are fitted to the three largest (least squares of the logarithms).`,
    '',
    '| components and flows | subjects | deriving, ms | evaluating, ms | both, for one, ms |',
    '|---|---|---|---|---|',
    ...sizes.map((size, at) => {
      const { derive: first = 0, evaluate: second = 0, subjects = 0 } = costs[at] ?? {}
      return `| ${size} | ${subjects} | ${first.toFixed(1)} | ${second.toFixed(1)} | ${((first + second) / size).toFixed(2)} |`
    }),
    `| exponent | ${exponentOf(({ subjects }) => subjects)} | ${exponentOf((cost) => cost.derive)} | ${exponentOf((cost) => cost.evaluate)} | both: ${exponentOf((cost) => cost.derive + cost.evaluate)} |`,
    '',
  ].join('\n')
}

function costOf(workspace: Workspace): Cost {
  const start = process.cpuUsage()
  const { subjects } = derive(workspace)
  const derived = process.cpuUsage(start)
  const middle = process.cpuUsage()
  evaluateWith(planFor(workspace.packs), subjects, asOf)
  const evaluated = process.cpuUsage(middle)
  return {
    derive: (derived.user + derived.system) / 1000,
    evaluate: (evaluated.user + evaluated.system) / 1000,
    subjects: subjects.length,
  }
}

async function workspaceOf(size: number): Promise<Workspace> {
  const registry = await readFiles(['examples/registry'], { cwd: new URL('..', import.meta.url).pathname })
  if (!registry.ok) throw new Error('there is no examples/registry')
  const file = { path: 'growth.json', bytes: Buffer.from(JSON.stringify(engagement(size))) }
  const sources = { files: [file], registry: registry.value, rules: [], shipped: readShipped() }
  const { workspaces, problems } = await loadWorkspaces(sources)
  const [workspace] = workspaces
  if (workspace === undefined) throw new Error(JSON.stringify(problems.slice(0, 3)))
  return workspace
}

function engagement(size: number): unknown {
  const each = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at))
  const data = each(assets, (at) => ({
    id: `data-${at}`,
    categories: ['name', 'contact-email'],
    subjects: ['customers'],
    classification: 'confidential',
    owner: 'client',
    state: 'clear',
    derivedFrom: [],
    additionalInformationFor: [],
  }))
  const components = each(size, (at) => ({
    id: `component-${at}`,
    service: at % 2 === 0 ? 'aws/ec2' : 'aws/rds',
    contractedBy: 'client',
    region: 'eu-central-1',
    operatedBy: 'firm',
    controlledBy: 'client',
    publicFacing: false,
    holds: [`data-${at % assets}`],
    encryption: { atRest: 'aes-256' },
    purpose: 'service-provision',
  }))
  const flows = each(size, (at) => ({
    id: `flow-${at}`,
    from: `component-${at}`,
    to: `component-${(at + 1) % size}`,
    data: [`data-${at % assets}`, `data-${(at + 1) % assets}`],
    purpose: 'service-provision',
    transit: 'tls-1.3',
    transform: { kind: 'none' },
    means: 'electronic',
  }))
  return {
    apiVersion: 'douane/v1',
    kind: 'Engagement',
    id: 'growth',
    title: 'A circle of components (fictional)',
    context: 'client-system',
    starts: '2026-01-01',
    ends: 'none',
    regimes: [],
    parties: [
      { id: 'client', name: 'Voorbeeld NV (fictional)', country: 'BE', parentCountry: 'none', role: 'controller' },
    ],
    data,
    components,
    flows,
    remoteAccess: [],
    safeguards: [],
    aiUses: [],
    tags: [],
    accounts: [],
  }
}

/** The slope of a line through the logarithms. */
function exponent(points: readonly (readonly [size: number, cost: number])[]): number {
  const logs = points.map(([size, cost]) => [Math.log(size), Math.log(cost)] as const)
  const mean = (of: (point: readonly [number, number]) => number): number =>
    logs.reduce((sum, point) => sum + of(point), 0) / logs.length
  const [x, y] = [mean(([at]) => at), mean(([, at]) => at)]
  const across = logs.reduce((sum, [one, other]) => sum + (one - x) * (other - y), 0)
  return across / logs.reduce((sum, [one]) => sum + (one - x) ** 2, 0)
}

function median(costs: readonly Cost[]): Cost {
  const total = ({ derive: one, evaluate: other }: Cost): number => one + other
  const sorted = [...costs].sort((one, other) => total(one) - total(other))
  const found = sorted[sorted.length >> 1]
  if (found === undefined) throw new Error('nothing was measured')
  return found
}
