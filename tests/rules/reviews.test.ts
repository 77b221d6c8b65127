import { expect, it } from 'vitest'
import { descriptorYaml } from '../../bench/descriptor.ts'
import { readShipped } from '../../src/io/shipped.ts'
import { inPieces } from '../../src/io/shipped-pieces.ts'
import type { Report } from '../../src/model/generated/report.ts'
import { saidOf } from '../../src/model/report.ts'
import { check } from '../../src/pipeline.ts'
import { render } from '../../src/render/index.ts'
import { apart } from '../../tools/shipped.ts'

const { lines, rules } = apart(readShipped())
const texts = lines.map((line) => JSON.stringify(line))
const descriptor = { path: 'bench.yaml', bytes: Buffer.from(descriptorYaml()) }

/** What is shipped, of which a document was corrected by hand. */
const corrected = (document: string, from: string, to: string) => {
  const isIts = (text: string): boolean => text.startsWith('[') && text.includes(`"id":"${document}",`)
  return inPieces(
    texts.map((text) => (isIts(text) ? text.replaceAll(from, to) : text)),
    (path) => rules[path] ?? [],
  )
}

async function reportAt(day: string, shipped = corrected('none', '', '')): Promise<Report> {
  const sources = { files: [descriptor], shipped, rules: [], registry: [] }
  const { reports, problems } = await check(sources, { asOf: Date.parse(`${day}T12:00:00Z`) })
  expect(problems).toEqual([])
  return reports[0] as Report
}

const textOf = (report: Report) => render([report], 'text', { color: false, quiet: false, width: 96 })

it.each([
  ['2026-06-01', false],
  ['2027-05-22', false],
  ['2027-05-23', true],
  ['2029-01-01', true],
])('on %s, the text names the facts past their review that the whole Report names', async (day, some) => {
  const report = await reportAt(day)
  const { pastReview, used } = saidOf(report).reliesOn()
  const { registryFacts, ...statements } = report.reliesOn
  expect(saidOf(report).reliesOn()).toMatchObject(statements)
  expect(pastReview).toEqual(registryFacts.filter(({ stale }) => stale))
  expect(pastReview.length > 0).toBe(some)
  // Where nothing can be due, they are not gone through.
  expect(used).toBe(some ? registryFacts.length : 0)
  expect(await textOf(report)).toBe(await textOf(JSON.parse(JSON.stringify(report)) as Report))
})

it.each([
  ['a day that has passed', '2026-05-22'],
  ['no day', '2027-5-22'],
])('what was corrected by hand counts: %s', async (_, day) => {
  const shipped = corrected('aws', '"reviewBy":"2027-05-22"', `"reviewBy":"${day}"`)
  const report = await reportAt('2026-06-01', shipped)
  const { pastReview } = saidOf(report).reliesOn()
  expect(pastReview.length).toBeGreaterThan(0)
  expect(pastReview.every(({ reviewBy }) => reviewBy === day)).toBe(true)
  expect(await textOf(report)).toContain(`review was due by ${day}`)
})

it('what states no day of its own is looked at again a year after it was checked', () => {
  const firm = (from: string, to: string) =>
    corrected('imageplus', from, to).files.find(({ path }) => path.startsWith('registry/firm/'))
  expect(firm('', '')).toMatchObject({ reviewedUntil: '2027-05-22' })
  expect(firm('"checkedOn":"2026-11-22"', '"checkedOn":"2025-02-03"')).toMatchObject({ reviewedUntil: '2026-02-03' })
  for (const written of ['"checkedOn":"unknown"', '"checkedOn" : "2025-02-03"', '"checkedOn":20250203']) {
    expect(firm('"checkedOn":"2026-11-22"', written)).toMatchObject({ reviewedUntil: undefined })
  }
})
