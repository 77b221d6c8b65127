import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { parseFile } from '../../src/load/parse.ts'
import type { Document, Pointer } from '../../src/model/location.ts'
import { linesOf } from '../../src/text/positions.ts'

function documentOf(text: string, path = 'a.yaml', index = 0): Document {
  const result = parseFile({ path, bytes: new TextEncoder().encode(text) })
  const document = result.ok ? result.value[index] : undefined
  if (document === undefined) throw new Error(JSON.stringify(result))
  return document
}

/** The text that a pointer's place covers. */
function textAt(text: string, document: Document, pointer: Pointer, part?: 'key' | 'value'): string {
  const { line, column, endLine, endColumn } = document.at(pointer, part)
  const { starts } = linesOf(text)
  return text.slice((starts[line - 1] ?? 0) + column - 1, (starts[endLine - 1] ?? 0) + endColumn - 1)
}

const text = `# a comment
apiVersion: douane/v1
components:
  - id: crm   # the system
    region:
    holds: [clients, 'their "data"']
  - id: web
    note: |
      two
      lines

people: &people {anna: {from: [DE]}}
others: *people
empty: {}
`

describe('at', () => {
  const document = documentOf(text)

  it.each<[Pointer, 'key' | 'value', string]>([
    [['apiVersion'], 'key', 'apiVersion'],
    [['apiVersion'], 'value', 'douane/v1'],
    [['components', 0, 'id'], 'value', 'crm'],
    [['components', '0', 'id'], 'value', 'crm'],
    [['components', 0, 'holds', 1], 'value', `'their "data"'`],
    [['components', 0, 'holds', 1], 'key', `'their "data"'`],
    [['components', 0, 'holds'], 'value', `[clients, 'their "data"']`],
    [['components', 1], 'value', 'id: web\n    note: |\n      two\n      lines'],
    [['components', 1, 'note'], 'value', '|\n      two\n      lines'],
    [['people', 'anna', 'from', 0], 'value', 'DE'],
    // An alias is where it stands; what is inside of it, where it was written.
    [['others'], 'value', '*people'],
    [['others', 'anna', 'from', 0], 'value', 'DE'],
    // What was left empty, or is not there, is shown by what is.
    [['components', 0, 'region'], 'value', 'region'],
    [['components', 0, 'provider'], 'value', 'id'],
    [['components', 0, 'id', 'deeper'], 'value', 'id'],
    [['components', 7, 'id'], 'value', 'components'],
    [['components', 'x'], 'value', 'components'],
    [['empty', 'x', 'y'], 'key', 'empty'],
    [['nothing', 'at', 'all'], 'value', 'apiVersion'],
    [[], 'key', text.slice(text.indexOf('apiVersion')).trimEnd()],
  ])('%j (%s)', (pointer, part, covered) => {
    expect(textAt(text, document, pointer, part)).toBe(covered)
  })

  it('knows nothing that JavaScript adds to objects and lists', () => {
    expect(textAt(text, document, ['components', 'length'])).toBe('components')
    expect(textAt(text, document, ['toString'])).toBe('apiVersion')
  })

  it('counts lines through all documents of a file, and columns without the byte order mark', () => {
    expect(documentOf('\ufeffa: 1\n---\n\nb:   2\n', 'a.yaml', 1).at(['b'])).toEqual({
      file: 'a.yaml',
      line: 4,
      column: 6,
      endLine: 4,
      endColumn: 7,
    })
    expect(documentOf('\ufeffa: 1\n').at(['a'], 'key')).toMatchObject({ line: 1, column: 1 })
  })

  it.each(['\n', '\r\n', '\r'])('gives the same places for every line ending (%j)', (ending) => {
    const other = documentOf(text.replaceAll('\n', ending))
    for (const pointer of [['components', 1, 'note'], ['people'], ['components', 0, 'holds', 1]]) {
      expect(other.at(pointer)).toEqual(document.at(pointer))
    }
  })

  it('finds keys in a large mapping', () => {
    const large = documentOf(Array.from({ length: 500 }, (_, place) => `key-${place}: ${place}\n`).join(''))
    expect(large.at(['key-321'])).toMatchObject({ line: 322, column: 10 })
    expect(large.at(['key-500'])).toMatchObject({ line: 1, column: 1 })
  })
})

const forbidden = ['__proto__', 'constructor', 'prototype']
const key = fc
  .string({ unit: 'grapheme', maxLength: 6 })
  .filter((name) => !forbidden.includes(name) && !/\p{Cs}/u.test(name))
const leaf = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.maxSafeInteger(),
  fc.boolean(),
  fc.constant(null),
)
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(key, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
  ),
}))

function* leavesOf(value: unknown, pointer: Pointer = []): Generator<[Pointer, unknown]> {
  if (typeof value !== 'object' || value === null) yield [pointer, value]
  else for (const [name, part] of Object.entries(value)) yield* leavesOf(part, [...pointer, name])
}

describe('what was written is found where it was written', () => {
  it('in JSON', () => {
    fc.assert(
      fc.property(tree, fc.constantFrom(0, 1, '\t'), (value, indent) => {
        const written = JSON.stringify(value, null, indent)
        const document = documentOf(written, 'a.json')
        expect(document.value).toEqual(value)
        for (const [pointer, leafValue] of leavesOf(value)) {
          expect(textAt(written, document, pointer)).toBe(JSON.stringify(leafValue))
          const name = pointer.at(-1)
          if (typeof name === 'string' && textAt(written, document, pointer, 'key').startsWith('"')) {
            expect([JSON.stringify(name), JSON.stringify(leafValue)]).toContain(
              textAt(written, document, pointer, 'key'),
            )
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  it('in YAML', () => {
    fc.assert(
      fc.property(fc.dictionary(key, tree, { minKeys: 1, maxKeys: 4, noNullPrototype: true }), (value) => {
        const written = stringify(value, {
          defaultStringType: 'QUOTE_DOUBLE',
          defaultKeyType: 'QUOTE_DOUBLE',
          lineWidth: 0,
          doubleQuotedAsJSON: true,
          blockQuote: false,
          aliasDuplicateObjects: false,
        })
        const document = documentOf(written)
        expect(document.value).toEqual(value)
        for (const [pointer, leafValue] of leavesOf(value)) {
          expect(JSON.parse(textAt(written, document, pointer))).toBe(leafValue)
        }
      }),
      { numRuns: 500 },
    )
  })
})
