import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/model/generated/report.ts'
import { render } from '../../src/render/index.ts'
import { asksOf, groupsOf } from '../../src/render/text/groups.ts'
import { labelled, wrapped } from '../../src/render/text/wrap.ts'
import { alsoWrong, report, unknownRoles, wrongModule } from '../settle/sample.ts'

describe('wrapping', () => {
  it('keeps to the width, and to whole words', () => {
    const text = 'The modules that were signed include the one for the roles of the parties'
    for (const width of [20, 40, 60]) {
      const lines = wrapped(text, width, 4)
      expect(lines.every((line) => line.length <= width)).toBe(true)
      expect(lines.map((line) => line.trim()).join(' ')).toBe(text)
    }
  })

  it('leaves a word whole that is longer than a line', () => {
    expect(wrapped('see examples/a-very-long-name.yaml there', 12, 2)).toEqual([
      '  see',
      '  examples/a-very-long-name.yaml',
      '  there',
    ])
  })

  it('puts further lines under the first', () => {
    expect(labelled('Source', 'one two three', 18, 2)).toEqual(['  Source  one two', '          three'])
  })
})

describe('grouping', () => {
  const all = report([wrongModule, alsoWrong, unknownRoles])

  it('has the findings of each thing to do, and what to state', () => {
    const [failing, waiting] = groupsOf(all)
    expect(failing?.findings.map(({ subject }) => subject.id)).toEqual(['crm-data', 'orders'])
    expect(failing?.ask).toBeUndefined()
    expect(waiting).toMatchObject({ ask: 'State `role`.', rules: ['sample/modules'] })
  })

  it('asks first for what most findings wait for, each once', () => {
    const twice = report([unknownRoles, { ...unknownRoles, id: 'more' }])
    const asks = groupsOf(twice).flatMap(({ findings }) => asksOf(findings, twice).map(({ ask }) => ask))
    expect(asks).toEqual(['State `role`.'])
  })
})

describe('what the published texts leave open', () => {
  const defect = { id: 'd', documents: [], text: 'One thing, and its opposite.', reading: 'The stricter.' }
  const gap = { id: 'g', title: 'A page', why: 'Not supplied.' }
  const shown = async (defects: Report['defects'], notEncoded: Report['notEncoded']) =>
    await render([{ ...report([wrongModule]), defects, notEncoded }], 'text', { width: 200 })

  it('is counted, and where to read it is said', async () => {
    expect(await shown([defect], [gap, { ...gap, id: 'h' }])).toContain(
      '1 known defect of the published texts, 2 things not encoded: see `douane list defects` and `douane list not-encoded`',
    )
    expect(await shown([], [gap])).toContain('0 known defects of the published texts, 1 thing not encoded')
  })

  it('is not mentioned where there is nothing', async () => {
    expect(await shown([], [])).not.toContain('published texts')
  })
})

describe('hostile names', () => {
  const evil = '\u001b[31m\u202egnp.exe\u0007\u009b2J<script>'
  const hostile = JSON.parse(
    JSON.stringify(report([wrongModule, unknownRoles])).replaceAll('crm', JSON.stringify(evil).slice(1, -1)),
  ) as Report

  it.each([{ quiet: false }, { quiet: true }])('cannot act on a terminal, %o', async (options) => {
    const text = await render([hostile], 'text', options)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
    expect(text).toContain('\\u001b[31m')
  })

  it('cannot act on a terminal that shows JSON, and are the same to who parses it', async () => {
    const text = await render([hostile], 'json')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
    expect(JSON.parse(text)).toEqual(hostile)
  })
})

it('has no colours unless they are asked for', async () => {
  expect(await render([report([wrongModule])], 'text')).not.toContain('\u001b')
  expect(await render([report([wrongModule])], 'text', { color: true })).toContain('\u001b[31m')
})
