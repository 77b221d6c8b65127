import { describe, expect, it } from 'vitest'
import { CsvReader, type Row } from '../../../src/import/csv/reader.ts'

function readAll(text: string, size = text.length) {
  const rows: Row[] = []
  const reader = new CsvReader((row) => rows.push(row))
  for (let at = 0; at < text.length; at += size) reader.push(text.slice(at, at + size))
  const ended = reader.end()
  return { rows, ended, fault: reader.fault }
}

const cells = (text: string) => readAll(text).rows.map((row) => row.cells.map((cell) => cell.text))

describe('comma-separated values', () => {
  it.each([
    [
      'rows',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'CRLF',
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'no last line break',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'empty cells',
      ',\n,,\n',
      [
        ['', ''],
        ['', '', ''],
      ],
    ],
    ['quotes', '"a","b"\n', [['a', 'b']]],
    ['what quotes are for', '"a,b","c\r\nd","e ""f"""\n', [['a,b', 'c\r\nd', 'e "f"']]],
    ['an empty quoted cell', '""\n', [['']]],
    ['spaces, which count', ' a , b \n', [[' a ', ' b ']]],
    ['empty lines, which do not', 'a\n\n\r\nb\n\n', [['a'], ['b']]],
  ])('have %s', (_, text, expected) => {
    expect(cells(text)).toEqual(expected)
  })

  it('say where each cell begins, over lines that are in quotes', () => {
    const { rows } = readAll('a,"b\nb",c\n"d",é,f\n')
    expect(rows.map(({ cells: all }) => all.map(({ line, column }) => `${line}:${column}`))).toEqual([
      ['1:1', '1:3', '2:4'],
      ['3:1', '3:5', '3:7'],
    ])
  })

  it('are the same in pieces of any size', () => {
    const text = 'a,"b ""c"", d\r\n\r\ne",é\r\n\r\n"",x\n"f"\n'
    for (let size = 1; size <= text.length; size += 1) expect(readAll(text, size)).toEqual(readAll(text))
  })

  it.each([
    ['a quote that is not closed', 'a,"b\nc', { line: 1, column: 3, truncated: true }],
    ['a quote inside a cell', 'a,b"c"\n', { line: 1, column: 4 }],
    ['text behind a quote', '"a"b,c\n', { line: 1, column: 4 }],
    ['a line that ends with CR alone', 'a\rb\n', { line: 1, column: 3 }],
    ['a NUL', 'a\nb\0', { line: 2, column: 2 }],
    ['a NUL in quotes', '"b\0"', { line: 1, column: 3 }],
    ['a cell without end', `a,${'x'.repeat(70_000)}`, { line: 1, column: 3 }],
  ])('are refused for %s', (_, text, fault) => {
    expect(readAll(text).fault).toMatchObject(fault)
  })
})
