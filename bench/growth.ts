import type { RulePack } from '../src/model/rule.ts'
import { changedRule } from '../src/model/rule.ts'
import { type Cost, costOf } from './growth/measure.ts'
import { flowsBetween, type Shape, shapes } from './growth/shapes.ts'

const sizes = (process.env.BENCH_GROWTH ?? '10,100,1000,10000').split(',').map(Number)
const variantSizes = [100, 300, 1000].filter((size) => size <= Math.max(...sizes))

type Row = { readonly size: number; readonly cost: Cost }

/** What deriving and evaluating cost as one descriptor grows, as Markdown. */
export async function benchGrowth(): Promise<string> {
  const circle = await rowsOf(sizes, shapes.circle, (size) => ({
    rounds: Math.max(1, Math.min(15, Math.round(2000 / size))),
    settled: true,
  }))
  const others: (readonly [Shape, readonly Row[]])[] = []
  for (const shape of Object.keys(shapes) as Shape[])
    if (shape !== 'circle') others.push([shape, await rowsOf(variantSizes, shapes[shape], () => ({ rounds: 3 }))])
  const flows = await rowsOf(
    [100, 300, 1000, 3000],
    (count) => flowsBetween(100, count),
    () => ({ rounds: 3 }),
  )
  const copies = [0.25, 0.5, 1, 2]
  const rules: Row[] = []
  for (const times of copies) {
    const cost = await costOf(shapes.circle(100), { rounds: 5, packs: (packs) => copied(packs, times) })
    rules.push({ size: cost.rules, cost })
  }
  const from100 = circle.filter(({ size }) => size >= 100)
  return [
    '# Growth',
    '',
    'Processor time as one descriptor grows. A circle of as many components as flows, with 20 data assets:',
    '',
    '| components and flows | subjects | loading, ms | deriving, ms | evaluating, ms | both, for one component, ms | settling and text, ms | heap, MB |',
    '|---|---|---|---|---|---|---|---|',
    ...circle.map(
      ({ size, cost }) =>
        `| ${size} | ${cost.subjects} | ${ms(cost.load)} | ${ms(cost.derive)} | ${ms(cost.evaluate)} | ${(both(cost) / size).toFixed(2)} | ${ms(cost.settle ?? Number.NaN)} | ${ms(cost.heap)} |`,
    ),
    exponents('from 100 on', from100),
    exponents('the last three', circle.slice(-3)),
    '',
    'Loading is that of the rules and the registry as well. The exponents are fitted (least squares of the logarithms). It runs as the command is built.',
    '',
    'Other shapes, deriving and evaluating together, ms:',
    '',
    `| components | ${variantSizes.join(' | ')} | subjects of the last | exponent |`,
    `|---|${variantSizes.map(() => '---|').join('')}---|---|`,
    ...others.map(
      ([shape, rows]) =>
        `| ${shape} | ${rows.map(({ cost }) => ms(both(cost))).join(' | ')} | ${rows.at(-1)?.cost.subjects ?? ''} | ${slope(rows, both)} |`,
    ),
    '',
    'More flows between the same 100 components:',
    '',
    '| flows | subjects | deriving, ms | evaluating, ms |',
    '|---|---|---|---|',
    ...flows.map(({ size, cost }) => `| ${size} | ${cost.subjects} | ${ms(cost.derive)} | ${ms(cost.evaluate)} |`),
    `| exponent | | ${slope(flows, (cost) => cost.derive)} | ${slope(flows, (cost) => cost.evaluate)} |`,
    '',
    'Rules, on a circle of 100: some of those that are shipped, all of them, and all of them twice under other ids (medians of 5):',
    '',
    '| rules | evaluating, ms |',
    '|---|---|',
    ...rules.map(({ size, cost }) => `| ${size} | ${ms(cost.evaluate)} |`),
    `| exponent | ${slope(rules, (cost) => cost.evaluate)} |`,
    '',
  ].join('\n')
}

async function rowsOf(
  of: readonly number[],
  make: (size: number) => unknown,
  wanted: (size: number) => Parameters<typeof costOf>[1],
): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const size of of) rows.push({ size, cost: await costOf(make(size), wanted(size)) })
  return rows
}

const both = (cost: Cost): number => cost.derive + cost.evaluate

const ms = (value: number): string => value.toFixed(value < 10 ? 1 : 0)

function exponents(which: string, rows: readonly Row[]): string {
  const of = (pick: (cost: Cost) => number): string => slope(rows, pick)
  return `| exponent, ${which} | ${of((cost) => cost.subjects)} | ${of((cost) => cost.load)} | ${of((cost) => cost.derive)} | ${of((cost) => cost.evaluate)} | both: ${of(both)} | ${of((cost) => cost.settle ?? Number.NaN)} | |`
}

/** The slope of a line through the logarithms. */
function slope(rows: readonly Row[], of: (cost: Cost) => number): string {
  if (rows.length < 2) return ''
  const logs = rows.map(({ size, cost }) => [Math.log(size), Math.log(of(cost))] as const)
  const mean = (at: (point: readonly [number, number]) => number): number =>
    logs.reduce((sum, point) => sum + at(point), 0) / logs.length
  const [x, y] = [mean(([at]) => at), mean(([, at]) => at)]
  const across = logs.reduce((sum, [one, other]) => sum + (one - x) * (other - y), 0)
  return (across / logs.reduce((sum, [one]) => sum + (one - x) ** 2, 0)).toFixed(2)
}

/** Some of the rules, evenly chosen, or each of them several times. */
function copied(packs: readonly RulePack[], times: number): readonly RulePack[] {
  return packs.map((pack) => ({
    ...pack,
    rules:
      times < 1
        ? pack.rules.filter((_, at) => at % Math.round(1 / times) === 0)
        : Array.from({ length: times }, (_, copy) =>
            pack.rules.map((rule) => (copy === 0 ? rule : changedRule(rule, { id: `${rule.id}-${copy + 1}` }))),
          ).flat(),
  }))
}
