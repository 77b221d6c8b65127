import { describe, expect, it } from 'vitest'
import { loadReports } from '../../src/load/reports.ts'
import type { Report } from '../../src/model/generated/report.ts'
import { reduce } from '../../src/reduce/index.ts'
import { formatNames, render } from '../../src/render/index.ts'
import { checkFile, exampleFiles } from '../examples/checking.ts'

const reports: Report[] = []
for (const file of exampleFiles) {
  const { report } = await checkFile(file)
  if (report !== undefined) reports.push(report)
}

const read = async (written: string): Promise<readonly Report[]> => {
  const loaded = await loadReports({ path: 'report.json', bytes: Buffer.from(written) })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems[0]))
  return loaded.value
}

/** Every format of a few examples, and a few formats of every one. */
const formatsOf = (at: number) => formatNames.filter((_, place) => at < 2 || (place + at) % 6 === 0)

describe.each(reports.map((report, at) => [report.engagement.id, report, at] as const))('%s', (_, report, at) => {
  it('is rendered from a file as it is from a check', async () => {
    const again = await read(await render([report], 'json'))
    for (const format of formatsOf(at)) expect(await render(again, format)).toBe(await render([report], format))
  })

  it('satisfies its schema when it is reduced', async () => {
    for (const audience of ['engineer', 'client'] as const)
      expect(await read(await render([reduce(report, audience)], 'json'))).toHaveLength(1)
  })
})

it('several are rendered from one file, one a line', async () => {
  const again = await read(await render(reports, 'json'))
  for (const format of ['text', 'csv', 'sarif'] as const)
    expect(await render(again, format)).toBe(await render(reports, format))
})
