/** What is written report by report is what `render` gives of all of them. */
import { describe, expect, it } from 'vitest'
import type { Part } from '../../src/batch/answer.ts'
import { joined } from '../../src/batch/joined.ts'
import type { Report } from '../../src/model/generated/report.ts'
import { type FormatName, formatNames, render } from '../../src/render/index.ts'
import { keptOf, streamOf } from '../../src/render/stream.ts'
import { checkFile, example } from '../examples/checking.ts'
import { report, rightModule, unknownRoles, wrongModule } from '../settle/sample.ts'

const sample = report([rightModule, unknownRoles, wrongModule])
const passing = report([rightModule])
const { report: portal } = await checkFile(example('portal-scc'))
if (portal === undefined) throw new Error('the example cannot be read')
const named = (one: Report, id: string): Report => ({
  ...one,
  engagement: { ...one.engagement, id, title: `${id} & <co>` },
})
const sets: readonly (readonly [string, readonly Report[]])[] = [
  ['one', [sample]],
  ['an example and another', [portal, sample]],
  ['one in which nothing is open', [passing]],
  ['several', [named(sample, 'a'), named(passing, 'b'), named(sample, 'c')]],
  ['several in which nothing is open', [named(passing, 'a'), named(passing, 'b')]],
]

async function written(reports: readonly Report[], format: FormatName, quiet: boolean) {
  const texts: Part[] = []
  const options = { quiet, width: 80 }
  const output = await joined({ format, options }, async (text) => void texts.push(text))
  const stream = await streamOf(format, options)
  for (const one of reports) {
    await output.add(stream === undefined ? JSON.stringify(keptOf(one, format)) : await stream.each(one))
  }
  const before = texts.length
  await output.end()
  return { text: texts.join(''), before, streams: stream !== undefined }
}

describe.each(formatNames)('%s', (format) => {
  it.each(sets)('of %s', async (_, reports) => {
    for (const quiet of [false, true]) {
      expect((await written(reports, format, quiet)).text).toBe(await render(reports, format, { quiet, width: 80 }))
    }
  })

  it('writes nothing where there is no report', async () => {
    expect((await written([], format, false)).text).toBe('')
  })
})

it.each(['text', 'json', 'csv', 'junit', 'github', 'gitlab', 'intoto'] as const)(
  '%s is written as reports come',
  async (format) => {
    const { before, streams } = await written([named(sample, 'a'), named(sample, 'b')], format, false)
    expect([streams, before > 1]).toEqual([true, true])
  },
)

it('keeps what open findings need, and not what passed', () => {
  const kept = keptOf(sample, 'sarif')
  expect(kept.findings.length).toBeLessThan(sample.findings.length)
  expect(kept.findings.every(({ outcome }) => outcome !== 'pass')).toBe(true)
})
