import { describe, expect, it } from 'vitest'
import { formatNames, render } from '../../src/render/index.ts'
import { alsoWrong, report, rightModule, unknownRoles, wrongModule } from '../settle/sample.ts'
import { exceptional, excused } from './exceptional.ts'

const failing = report([rightModule, unknownRoles, wrongModule, alsoWrong], { secondOpinion: 'agreed' })
const passing = report([rightModule])

describe('formats', () => {
  it.each(formatNames)('%s of a report that fails', async (format) => {
    await expect(await render([failing], format)).toMatchFileSnapshot(`golden/failing.${format}`)
  })

  it.each(formatNames)('%s of a report that passes', async (format) => {
    await expect(await render([passing], format)).toMatchFileSnapshot(`golden/passing.${format}`)
  })

  it.each(formatNames)('%s of a report with exceptions', async (format) => {
    await expect(await render([exceptional], format)).toMatchFileSnapshot(`golden/exceptions.${format}`)
  })

  it('text on few lines, of reports with exceptions', async () => {
    const text = await render([exceptional, excused], 'text', { quiet: true })
    await expect(text).toMatchFileSnapshot('golden/exceptions-quiet.text')
  })

  it('text in colours', async () => {
    await expect(await render([failing], 'text', { color: true })).toMatchFileSnapshot('golden/colours.text')
  })

  it('text on few lines, of several reports', async () => {
    await expect(await render([failing, passing], 'text', { quiet: true })).toMatchFileSnapshot('golden/quiet.text')
  })

  it('JSON of one report is the report itself; of several, one a line', async () => {
    expect(JSON.parse(await render([failing], 'json'))).toEqual(failing)
    const lines = (await render([failing, passing], 'json')).trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toEqual([failing, passing])
  })

  it.each(formatNames)('%s ends with a line break', async (format) => {
    expect(await render([failing], format)).toMatch(/[^\n]\n$/)
  })
})
