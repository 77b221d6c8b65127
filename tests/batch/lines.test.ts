import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Line, linesOfStream } from '../../src/batch/lines.ts'

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}

async function read(text: string | Uint8Array, size = 7, limit = 1000): Promise<readonly Line[]> {
  const lines: Line[] = []
  for await (const line of linesOfStream(inChunks(Buffer.from(text), size), 'all.ndjson', limit)) lines.push(line)
  return lines
}

const shown = (line: Line): string =>
  'file' in line ? `${line.file.line} ${Buffer.from(line.file.bytes)}` : `${line.problem.at?.line} ${line.problem.code}`

describe('lines', () => {
  it.each([
    ['each on a line', '{"a":1}\n{"b":2}\n', ['1 {"a":1}', '2 {"b":2}']],
    ['the last one without an end', '{"a":1}\n{"b":2}', ['1 {"a":1}', '2 {"b":2}']],
    ['CRLF', '{"a":1}\r\n{"b":2}\r\n', ['1 {"a":1}\r', '2 {"b":2}\r']],
    ['a byte order mark', '\ufeff{"a":1}\n', ['1 {"a":1}']],
    ['blank lines, which count', '\n \t\r\n{"a":1}\n\n{"b":2}\n\n', ['3 {"a":1}', '5 {"b":2}']],
    ['nothing at all', '', ['1 EMPTY_DOCUMENT']],
    ['blank lines alone', '\n\r\n  \n', ['1 EMPTY_DOCUMENT']],
    [
      'one that is too long, and the next',
      `{"a":1}\n"${'x'.repeat(2000)}"\n{"b":2}`,
      ['1 {"a":1}', '2 FILE_TOO_LARGE', '3 {"b":2}'],
    ],
    ['a last one that is too long', `{"a":1}\n"${'x'.repeat(2000)}"`, ['1 {"a":1}', '2 FILE_TOO_LARGE']],
  ])('%s', async (_, text, wanted) => {
    expect((await read(text)).map(shown)).toEqual(wanted)
  })

  it('are the same, however the bytes are cut', async () => {
    const text = fc.array(fc.constantFrom('{"é":1}', '\n', '\r\n', ' ', '"ü🙂"')).map((parts) => parts.join(''))
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (whole, size) => {
        expect((await read(whole, size)).map(shown)).toEqual((await read(whole, 1_000_000)).map(shown))
      }),
    )
  })

  it('holds nothing of a line of ten megabytes but what it may', async () => {
    let given = 0
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (; given < 160; given += 1) yield Buffer.alloc(65_536, 'x')
      yield Buffer.from('\n{"a":1}')
    }
    const lines: Line[] = []
    for await (const line of linesOfStream(endless(), 'all.ndjson', 100_000)) lines.push(line)
    expect(lines.map(shown)).toEqual(['1 FILE_TOO_LARGE', '2 {"a":1}'])
  })
})
