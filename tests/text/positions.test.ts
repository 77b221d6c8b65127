import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesOf, lineText, locationOf, positionAt } from '../../src/text/positions.ts'

describe('positions', () => {
  it.each([
    ['LF', 'ab\ncd', 3, 2, 1],
    ['CRLF', 'ab\r\ncd', 4, 2, 1],
    ['CR', 'ab\rcd', 3, 2, 1],
    ['mixed', 'a\r\nb\rc\nd', 7, 4, 1],
    ['the line ending itself', 'ab\ncd', 2, 1, 3],
    ['UTF-16 code units', '😀b', 2, 1, 3],
    ['after the last line ending', 'a\n', 2, 2, 1],
    ['beyond the end', 'ab', 99, 1, 3],
    ['before the start', 'ab', -1, 1, 1],
    ['an empty text', '', 0, 1, 1],
    ['line separators that only JavaScript knows', 'a\u2028b', 2, 1, 3],
  ])('%s', (_, text, offset, line, column) => {
    expect(positionAt(linesOf(text), offset)).toEqual({ line, column })
  })

  it('gives the end without the last character', () => {
    expect(locationOf('a.yaml', linesOf('a: bc\nd'), 3, 5)).toEqual({
      file: 'a.yaml',
      line: 1,
      column: 4,
      endLine: 1,
      endColumn: 6,
    })
  })

  it('gives lines without their endings', () => {
    const lines = linesOf('a\r\nb\rc\n')
    expect([0, 1, 2, 3, 4, 5].map((line) => lineText(lines, line))).toEqual(['', 'a', 'b', 'c', '', ''])
  })

  it('turns every offset into the place that leads back to it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\r', '\n', 'é', '😀') }), (text) => {
        const lines = linesOf(text)
        for (let offset = 0; offset <= text.length; offset += 1) {
          const { line, column } = positionAt(lines, offset)
          expect((lines.starts[line - 1] ?? Number.NaN) + column - 1).toBe(offset)
        }
      }),
    )
  })
})
