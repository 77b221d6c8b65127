import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeFrame } from '../../src/text/code-frame.ts'

const at = (line: number, column: number, endColumn = column + 1, endLine = line) => ({
  file: 'a.yaml',
  line,
  column,
  endLine,
  endColumn,
})

describe('codeFrame', () => {
  const text = 'components:\n  - id: crm\n    regoin: eu\n    provider: aws\n'

  it('underlines the place between its neighbours', () => {
    expect(codeFrame(text, at(3, 5, 11))).toBe(
      ['  2 |   - id: crm', '> 3 |     regoin: eu', '    |     ^^^^^^', '  4 |     provider: aws'].join('\n'),
    )
  })

  it('starts at the first line and ends at the last that has text', () => {
    expect(codeFrame(text, at(1, 1, 11))).toBe(
      ['> 1 | components:', '    | ^^^^^^^^^^', '  2 |   - id: crm'].join('\n'),
    )
    expect(codeFrame(text, at(4, 5, 13))).toBe(
      ['  3 |     regoin: eu', '> 4 |     provider: aws', '    |     ^^^^^^^^'].join('\n'),
    )
  })

  it('gives line numbers one width', () => {
    const long = Array.from({ length: 11 }, (_, place) => `k${place}: v`).join('\n')
    expect(codeFrame(long, at(10, 1, 3), { context: 1 })).toBe(
      ['   9 | k8: v', '> 10 | k9: v', '     | ^^', '  11 | k10: v'].join('\n'),
    )
  })

  it.each([
    ['a place without width', 'a:\n', at(1, 3, 3), '> 1 | a:\n    |   ^'],
    ['several lines, on the first', 'ab: |\n  x\n', at(1, 5, 4, 2), '> 1 | ab: |\n    |     ^\n  2 |   x'],
    ['a tab', '\tx: 1', at(1, 2), '> 1 |   x: 1\n    |   ^'],
    ['wide characters', '東京: x', at(1, 5), '> 1 | 東京: x\n    |       ^'],
    ['combining marks', 'e\u0301: x', at(1, 5), '> 1 | e\u0301: x\n    |    ^'],
    ['an escape', '\u001b[31m: x', at(1, 8), '> 1 | \\u001b[31m: x\n    |             ^'],
    ['a bidirectional override', 'a\u202e: x', at(1, 5), '> 1 | a\\u202e: x\n    |          ^'],
    ['a line that does not exist', 'a', at(7, 1), ''],
    ['a column beyond the line', 'a', at(1, 50), '> 1 | a\n    |  ^'],
  ])('%s', (_, source, place, frame) => {
    expect(codeFrame(source, place)).toBe(frame)
  })

  it('shows a window of a long line', () => {
    const frame = codeFrame(`${'x'.repeat(500)}HERE${'y'.repeat(500)}`, at(1, 501, 505), { width: 60 })
    const [line = '', carets = ''] = frame.split('\n')
    expect(line.length).toBeLessThan(75)
    expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('HERE')
    expect(line).toMatch(/\| …x+HEREy+…$/)
  })

  it('is quick on a line of megabytes', () => {
    const start = performance.now()
    codeFrame('x'.repeat(8_000_000), at(1, 4_000_000))
    expect(performance.now() - start).toBeLessThan(1000)
  })

  it('never holds what acts on a terminal, and always underlines something', () => {
    const place = fc.nat(40).map((column) => at(1 + (column % 3), column + 1, column + 4))
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        place,
        fc.integer({ min: 10, max: 30 }),
        (source, location, width) => {
          const frame = codeFrame(source, location, { width })
          const acts = frame.split('\n').some((row) => /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(row))
          return !acts && (frame === '' || /^ *\| +\^+$/m.test(frame))
        },
      ),
      { numRuns: 2000 },
    )
  })
})
